package search

import (
	"encoding/json"
	"strings"
	"testing"

	"samverkan/internal/walk"
)

const page = `<!doctype html><html><body><header>Meny <h2 id="x">Inte här</h2></header><main id="innehall">
<p class="overrad">Gemensamt mål 2023</p><h1>Trygg <em>övergång</em></h1><p class="ingress">Hem från sjukhus<b>et</b>.</p>
<nav><h2 id="pa-sidan">På sidan</h2></nav>
<section><h2 id="utfall"><a class="ankare" href="#utfall">Utfall</a></h2><p>Före</p><pre lang="en">Permission is granted</pre><p>efter.</p>
<figure id="f"><figcaption><h3><a class="ankare" href="#f">Figuren</a></h3><p class="mening">Alla har redovisat.</p></figcaption>
<svg><title>ritat</title></svg><table><caption>Dubbelt</caption><tr><th scope="row">Utskrivning</th><td>62 %</td></tr>
<tr><th scope="row"><a href="x.html">Norr</a></th><td>17</td></tr></table><p class="kalla">Källa: ingen</p></figure>
<h3>Utan ankare</h3><p>Sist.</p></section></main><footer>Sidfot</footer></body></html>`

type decoded struct {
	Sidor [][4]any
	Delar [][4]any
}

type finished struct{ path, data string }

func indexed(t *testing.T, pages ...finished) decoded {
	t.Helper()
	var all []*Found
	for _, p := range pages {
		r := NewReader(p.path)
		if err := walk.Page([]byte(p.data), r); err != nil {
			t.Fatal(err)
		}
		all = append(all, r.Found())
	}
	script := Index(all)
	data, ok := strings.CutPrefix(string(script), "self.sokindex = ")
	if !ok || !strings.HasSuffix(data, ";\n") {
		t.Fatalf("the script is %.60q…", script)
	}
	var x decoded
	if err := json.Unmarshal([]byte(strings.TrimSuffix(data, ";\n")), &x); err != nil {
		t.Fatal(err)
	}
	return x
}

// A page is divided at the headings that can be linked to; only what a reader reads is
// in the index, and no figure out of a table.
func TestIndex(t *testing.T) {
	x := indexed(t, finished{"2023/mal/trygg/index.html", page})
	if len(x.Sidor) != 1 || x.Sidor[0] != [4]any{"2023/mal/trygg/index.html", "Trygg övergång", "Gemensamt mål 2023", 0.} {
		t.Errorf("the page is %v", x.Sidor)
	}
	want := [][4]any{
		{0., "", "", "Hem från sjukhuset."},
		{0., "utfall", "Utfall", "Före efter."},
		{0., "f", "Figuren", "Alla har redovisat. Utskrivning Utan ankare Sist."},
	}
	if len(x.Delar) != len(want) {
		t.Fatalf("the sections are %q", x.Delar)
	}
	for i := range want {
		if x.Delar[i] != want[i] {
			t.Errorf("section %d is %q, want %q", i, x.Delar[i], want[i])
		}
	}
}

// The year stands beside pages that don't say it, and what is older comes after.
func TestYears(t *testing.T) {
	body := `<main><h1>Avvikelser</h1><h2 id="a">Antal</h2></main>`
	x := indexed(t, finished{"2022/avvikelser/index.html", body}, finished{"2023/avvikelser/index.html", body},
		finished{"metod/index.html", body}, finished{"404.html", body}, finished{"sok/index.html", body}, finished{"2023/rapport/index.html", body})
	var got []string
	for _, p := range x.Sidor {
		got = append(got, p[0].(string))
	}
	if want := "2022/avvikelser/index.html 2023/avvikelser/index.html metod/index.html 2023/rapport/index.html"; strings.Join(got, " ") != want {
		t.Errorf("the pages are %v", got)
	}
	if x.Sidor[0][2] != "2022" || x.Sidor[0][3] != 1. || x.Sidor[1][3] != 0. || x.Sidor[2][3] != 0. {
		t.Errorf("kinds and ages are %v", x.Sidor)
	}
	if n := len(x.Delar); n != 7 { // the report on one page has only its beginning
		t.Errorf("%d sections, want 7", n)
	}
}
