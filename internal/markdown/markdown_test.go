package markdown

import (
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"testing"

	"samverkan/internal/diag"
)

// book is a Resolver that knows one name, one kind of block and one folder.
type book struct{}

func (book) Inline(name string) (template.HTML, bool) {
	if name != "vard" {
		return "", false
	}
	return `<a href="../indikatorer/vard/">17 % (7 av 41)</a>`, true
}

func (book) Block(kind, content string) (template.HTML, bool) {
	if !strings.Contains(content, "vard") {
		return "", false
	}
	return template.HTML("<figure>" + kind + "</figure>"), true
}

func (book) Link(dest string) string { return "../../" + dest }

func TestRender(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"value", "Andelen är {{ vard }}.", `<p>Andelen är <a href="../indikatorer/vard/">17 % (7 av 41)</a>.</p>`},
		{"unknown value", "Är {{<b>}}.", `<p>Är {{&lt;b&gt;}}.</p>`},
		{"value in code", "`{{vard}}`", `<p><code>{{vard}}</code></p>`},
		{"escaped value", `\{{vard}}`, `<p>{{vard}}</p>`},
		{"value in link", "[{{vard}}](a/)", `<p><a href="../../a/">17 % (7 av 41)</a></p>`},
		{"value in refused link", "[{{vard}}](data:x)", `<p><a href="../indikatorer/vard/">17 % (7 av 41)</a></p>`},
		{"block", "```diagram\nindikator = \"vard\"\n```", `<figure>diagram</figure>`},
		{"unknown block", "```tabell\n<x>\n```", `<pre tabindex="0"><code>&lt;x&gt;` + "\n</code></pre>"},
		{"other code", "```go\nx\n```", `<pre tabindex="0"><code>x` + "\n</code></pre>"},
		{"raw inline", `a <b onclick="x()">b</b>`, `<p>a &lt;b onclick=&#34;x()&#34;&gt;b&lt;/b&gt;</p>`},
		{"raw block", "<script>\nx\n</script>\n", "<p>&lt;script&gt;\nx\n&lt;/script&gt;</p>"},
		{"comment", "a <!-- b -->", `<p>a &lt;!-- b --&gt;</p>`},
		{"external", "[a](https://exempel.se/?a=1&b=2)", `<p><a href="https://exempel.se/?a=1&amp;b=2" rel="noreferrer">a</a></p>`},
		{"autolink", "<https://exempel.se/å>", `<p><a href="https://exempel.se/%C3%A5" rel="noreferrer">https://exempel.se/å</a></p>`},
		{"mail", "<kansli@exempel.se>", `<p><a href="mailto:kansli@exempel.se">kansli@exempel.se</a></p>`},
		{"script", "[a](javascript:alert(1))", `<p>a</p>`},
		{"script in disguise", "[a](JaVa&#9;script&colon;alert(1))", `<p>a</p>`},
		{"script autolink", "<javascript:alert(1)>", `<p>javascript:alert(1)</p>`},
		{"vbscript", "[a](vbscript:x)", `<p>a</p>`},
		{"data image", "![a](data:image/png;base64,x)", `<p>a</p>`},
		{"foreign image", "![karta](https://exempel.se/a.png)", `<p>karta</p>`},
		{"no scheme", "[a](//exempel.se)", `<p>a</p>`},
		{"own image", `![en "karta"](karta.png)`, `<p><img src="../../karta.png" alt="en &#34;karta&#34;" loading="lazy"></p>`},
		{"title", `[a](b "<c>")`, `<p><a href="../../b" title="&lt;c&gt;">a</a></p>`},
		{"strikethrough", "~~a~~", `<p>~~a~~</p>`},
		{"bare address", "www.exempel.se", `<p>www.exempel.se</p>`},
		{"attributes", "# Rubrik {#x onclick=y}", `<h2 id="s-rubrik-x-onclick-y"><a class="ankare" href="#s-rubrik-x-onclick-y">Rubrik {#x onclick=y}</a></h2>`},
		{"link in a heading", "# [Ett](a) b", `<h2 id="s-ett-b"><a href="../../a">Ett</a> b</h2>`},
		{"own anchor", "# Äldre år\n\n[dit](#aldre-ar)", `<h2 id="s-aldre-ar"><a class="ankare" href="#s-aldre-ar">Äldre år</a></h2>` + "\n" + `<p><a href="#s-aldre-ar">dit</a></p>`},
		{"task", "- [x] a\n- [ ] b", "<ul>\n<li><span class=\"task task-done\" role=\"img\" aria-label=\"Klart\">☑</span> a</li>\n" +
			"<li><span class=\"task\" role=\"img\" aria-label=\"Inte klart\">☐</span> b</li>\n</ul>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := strings.TrimSpace(string(Render(Source{Body: c.in, Prefix: "s-", TopLevel: 2}, book{}).HTML))
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestTable(t *testing.T) {
	got := string(Render(Source{Body: "| Mål | Antal |\n|:--|--:|\n| Äldre | 3 |\n| | 4 |\n"}, nil).HTML)
	want := `<div class="table-scroll" role="region" tabindex="0" aria-label="Tabell: Mål, Antal">
<table>
<thead>
<tr>
<th scope="col">Mål</th>
<th scope="col" class="align-right">Antal</th>
</tr>
</thead>
<tbody>
<tr>
<th scope="row">Äldre</th>
<td class="align-right">3</td>
</tr>
<tr>
<td></td>
<td class="align-right">4</td>
</tr>
</tbody>
</table>
</div>
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTableNames(t *testing.T) {
	table := "\n\n|A|B|\n|-|-|\n\n"
	got := string(Render(Source{Body: table + "# Om {{vard}}" + table + table}, book{}).HTML)
	for _, want := range []string{`"Tabell: A, B"`, `"Tabell i avsnittet Om 17 % (7 av 41): A, B"`, `"Tabell i avsnittet Om 17 % (7 av 41): A, B (2)"`} {
		if strings.Count(got, "aria-label="+want) != 1 {
			t.Errorf("%s\nlacks %s", got, want)
		}
	}
}

func TestFootnotes(t *testing.T) {
	got := string(Render(Source{Body: "A[^k] och B[^k].\n\n[^k]: Källa *ett*.\n", Prefix: "p-"}, nil).HTML)
	for _, want := range []string{
		`<sup id="p-fnref:1"><a href="#p-fn:1" class="footnote-ref" role="doc-noteref" aria-label="Fotnot 1">1</a></sup> och`,
		`<sup id="p-fnref:1:2"><a href="#p-fn:1"`,
		`<section class="footnotes" role="doc-endnotes" aria-label="Fotnoter">`,
		`<li id="p-fn:1">`,
		`<a href="#p-fnref:1:2" class="footnote-backref" role="doc-backlink" aria-label="Tillbaka till texten vid fotnot 1, ställe 2">`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s\nlacks %s", got, want)
		}
	}
}

func TestHeadings(t *testing.T) {
	body := "# Överföring & vård\n\nTvå\n===\n\n## Två\n\n## Två\n\n###### Djup {{vard}}\n\n# !\n"
	got := Render(Source{File: "f", Line: 5, Body: body, Prefix: "x-", TopLevel: 3}, book{}).Headings
	want := []string{
		"3 x-overforing-vard Överföring & vård f:5:1", "3 x-tva Två f:7:1", "4 x-tva-2 Två f:10:1", "4 x-tva-3 Två f:12:1",
		"6 x-djup-vard Djup 17 % (7 av 41) f:14:1", "3 x-avsnitt ! f:16:1",
	}
	var lines []string
	for _, h := range got {
		lines = append(lines, fmt.Sprint(h.Level, " ", h.ID, " ", h.Text, " ", h.Pos))
	}
	if !reflect.DeepEqual(lines, want) {
		t.Errorf("got  %q\nwant %q", lines, want)
	}
	if raw := Parse(Source{Body: body}).Headings[4].Text; raw != "Djup {{vard}}" {
		t.Errorf("a scan's heading is %q", raw)
	}
}

// Wherever an author begins, the uppermost headings get the level that is asked for.
func TestTopLevel(t *testing.T) {
	for top, want := range map[int]string{0: "[3 4 3]", 2: "[2 3 2]", 4: "[4 5 4]"} {
		var levels []int
		for _, h := range Render(Source{Body: "### Ett\n\n#### Två\n\n### Tre\n", TopLevel: top}, nil).Headings {
			levels = append(levels, h.Level)
		}
		if got := fmt.Sprint(levels); got != want {
			t.Errorf("TopLevel %d gives %s, not %s", top, got, want)
		}
	}
}

func TestParsePositions(t *testing.T) {
	body := "Åäö {{ett}} <b>x</b> [länk](#a)\n" +
		"> - **{{två}}** ![bild](b.png)\n" +
		"\n" +
		"```diagram\nindikator = \"x\"\n```\n" +
		"1. ```tabell\n   a = 1\n   ```\n" +
		"\n<div>\n</div>\n\n" +
		"```diagramm\n```\n" +
		"{{fel} och [^saknas] `{{kod` \n\n" +
		"[^spar]: aldrig\n"
	s := Parse(Source{File: "c.md", Body: body, Line: 10, Col: 3})
	at := func(l, c int) diag.Pos { return diag.Pos{File: "c.md", Line: l, Col: c} }
	check := func(what string, got, want any) {
		t.Helper()
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\ngot  %+v\nwant %+v", what, got, want)
		}
	}
	check("refs", s.Refs, []Ref{{"ett", at(10, 7)}, {"två", at(11, 7)}})
	check("links", s.Links, []Link{{"#a", "länk", false, false, at(10, 24)}, {"b.png", "bild", true, false, at(11, 17)}})
	check("blocks", s.Blocks, []Block{
		{"diagram", "indikator = \"x\"\n", at(13, 1), at(14, 1)}, {"tabell", "a = 1\n", at(16, 4), at(17, 4)}})
	check("html", s.RawHTML, []RawHTML{{"<b>", at(10, 15)}, {"</b>", at(10, 19)}, {"<div> </div>", at(20, 1)}})
	check("fences", s.Fences, []Ref{{"diagramm", at(23, 1)}})
	check("unclosed", s.Unclosed, []diag.Pos{at(25, 1)})
	check("lacks", s.NoteLacks, []Ref{{"saknas", at(25, 12)}})
	check("spare", s.NoteSpare, []Ref{{"spar", at(27, 1)}})
}

func TestRefused(t *testing.T) {
	for dest, want := range map[string]bool{
		"a/b": false, "#a": false, "?q=a:b": false, "https://a": false, "HTTP://a": false, "mailto:a@b": false, "tel:112": false,
		"javascript:x": true, " java\nscript:x": true, "data:x": true, "VBSCRIPT:x": true, "file:///x": true, "//a": true, `/\a`: true,
		"blob:x": true, "": false,
	} {
		if got := refused(dest, false); got != want {
			t.Errorf("refused(%q) = %v", dest, got)
		}
	}
}

func TestInline(t *testing.T) {
	for in, want := range map[string]string{
		"Ett *viktigt* mål\n":      "Ett <em>viktigt</em> mål",
		"Ett\n\nTvå":               "Ett<br>\nTvå",
		"# Rubrik\n- a\n- b":       "Rubrik<br>\n–\u00a0a<br>\n–\u00a0b",
		"{{x}}[^1] <b>":            "{{x}}[^1] &lt;b&gt;",
		"[a](javascript:b) [c](d)": `a <a href="d">c</a>`,
		"":                         "",
		"|a|b|\n|-|-|\n|1|2|":      "a, b<br>\n1, 2",
		"    kod":                  "<code>kod</code>",
		"a  \nb":                   "a<br>\nb",
	} {
		if got := string(Inline(in)); got != want {
			t.Errorf("Inline(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"Åtgärder för äldre: öppenvård!": "atgarder-for-aldre-oppenvard", "  Café  2023 ": "cafe-2023", "–": "", "A\u030a": "a",
	} {
		if got := slug(in); got != want {
			t.Errorf("slug(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestAnchor(t *testing.T) {
	s := Parse(Source{Body: "# Vård", Prefix: "p-"})
	if id, ok := s.Anchor("vard"); id != "p-vard" || !ok {
		t.Error(id, ok)
	}
	if _, ok := s.Anchor("annat"); ok {
		t.Error("an unknown anchor was found")
	}
}

// A large text of anything that a parser's time may grow with the square of is read to its
// end. Were it not, the test run would time out: before there were limits, some of these
// took hours.
func TestHostile(t *testing.T) {
	size := 512 << 10
	if testing.Short() {
		size >>= 3
	}
	crowd := strings.Repeat("![a](", MaxBrackets) + "\n\n"
	for _, s := range []string{
		">", "> ", "- ", "1. ", "[", "![", "*", "*a ", "_a **b ", "`", "``a`", "<", "<!--", "<a ", "[^", "{{", "{{a}}", "[a](", "![a](", crowd,
		"&", "a|", "a\n\n", "- a\n", "  - a\n    - b\n", "a  \n", "~~a", "|a|\n|-|\n", "```\na\n", "# a\n", "a\n-\n", "[^1]: x\n\n",
		"[a]: b\n\n", "\\", "www.a.se ", "a@b.se ",
	} {
		body := strings.Repeat(s, size/len(s))
		Render(Source{Body: body}, nil)
		Parse(Source{Body: body + "\n|-|-|\n"})
	}
}

func TestTooMuch(t *testing.T) {
	for _, c := range []struct {
		body string
		of   Kind
		line int
	}{
		{"a\n" + strings.Repeat("[a](b)\n", MaxBrackets+1), Brackets, MaxBrackets + 2},
		{strings.Repeat("a[^1]\n\n", MaxNotes+1), Notes, 2*MaxNotes + 1},
		{strings.Repeat("## a\n", MaxHeadings+1), Headings, MaxHeadings + 1},
	} {
		got := Parse(Source{Body: c.body}).TooMuch
		if len(got) != 1 || got[0].Of != c.of || got[0].Pos.Line != c.line {
			t.Errorf("%.10q…: %v, want %d at %d", c.body, got, c.of, c.line)
		}
	}
	for _, body := range []string{
		strings.Repeat("[a](b)\n\n", MaxBrackets+1), strings.Repeat("a[^1]\n\n", MaxNotes), strings.Repeat("# a\n\n", MaxHeadings),
	} {
		if got := Parse(Source{Body: body}).TooMuch; len(got) > 0 {
			t.Errorf("%.10q…: %v", body, got)
		}
	}
}

func TestTooDeep(t *testing.T) {
	quotes := strings.Repeat("> ", MaxNesting+1)
	for body, lines := range map[string][]int{
		"a\n" + quotes:                        {2},
		"- 1. > * a\n":                        nil,
		"---------------------------------\n": nil,
		"```\n" + quotes + "\n```\n" + quotes: {4},
		"~~~~ md\n```\n~~~\n" + quotes:        nil,
		"```\n" + strings.Repeat(quotes, 20):  {2},
		"a ```\n" + quotes:                    {2},
	} {
		var got []int
		for _, e := range Parse(Source{Body: body}).TooMuch {
			got = append(got, e.Pos.Line)
		}
		if !reflect.DeepEqual(got, lines) {
			t.Errorf("%.30q: lines %v, want %v", body, got, lines)
		}
	}
	if got := Render(Source{Body: quotes + "<b>"}, nil).HTML; !strings.HasPrefix(string(got), "<p>&gt; &gt;") {
		t.Errorf("not shown as written: %s", got)
	}
}
