package page

import (
	"net/url"
	"strings"
	"testing"
	"testing/fstest"

	"samverkan/internal/report"
	"samverkan/internal/walk"
	"samverkan/layouts"
)

func checked(t *testing.T, in Input) []string {
	t.Helper()
	files, finds, err := render(in)
	if err != nil || len(finds) > 0 {
		t.Fatal(finds, err)
	}
	paths := []string{SearchIndexPath}
	var outlines []*Outline
	for _, f := range files {
		if paths = append(paths, f.Path); strings.HasSuffix(f.Path, ".html") {
			r := NewOutlineReader(f.Path)
			if err := walk.Page(f.Data, r); err != nil {
				t.Fatal(err)
			}
			outlines = append(outlines, r.Outline())
		}
	}
	if in.Charts != nil { // the figures' files, which someone else makes
		for _, table := range in.Comparison.Tables() {
			paths = append(paths, table.CSVPath(), table.SVGPath())
		}
	}
	var said []string
	for _, f := range CheckLinks(in, paths, outlines) {
		said = append(said, f.Pos.String()+": "+f.Message)
	}
	return said
}

func TestAllLinksHold(t *testing.T) {
	if said := checked(t, input()); len(said) > 0 {
		t.Error(strings.Join(said, "\n"))
	}
}

// A broken link in a narrative is found where it is written, however many pages show it.
func TestBrokenLinkInNarrative(t *testing.T) {
	in := input()
	in.Narratives = append([]*report.Narrative{}, in.Narratives...)
	norr := *in.Narratives[1]
	norr.BodyLine = 7
	norr.Body = "## Arbetet\n\nSe [målet](/2023/mal/finns-inte/), [målen](/2023/mal/#finns-inte-heller) och [alla](/2023/mal/).\n\n![karta](karta.png)\n"
	in.Narratives[1] = &norr
	said := strings.Join(checked(t, in), "\n")
	for _, want := range []string{"content/2023/norr.md:9:4: ", "content/2023/norr.md:9:36: ", "content/2023/norr.md:11:1: ",
		"mal/finns-inte", "2023/mal/index.html har inget som heter #finns-inte-heller"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q isn't in\n%s", want, said)
		}
	}
	if strings.Contains(said, "trasig länk") {
		t.Errorf("a link is blamed on the page:\n%s", said)
	}
}

// A broken link in a template is about the page.
func TestBrokenLinkInTemplate(t *testing.T) {
	in := input()
	in.Layouts = overlay{fstest.MapFS{"notfound/page.html": {Data: []byte(`{{define "innehall"}}<a href="hem.html">Hem</a>{{end}}`)}}, layouts.FS}
	if said := checked(t, in); len(said) != 1 || said[0] != `404.html: sidan har en trasig länk "hem.html": hem.html finns inte` {
		t.Error(said)
	}
}

// Addresses are taken apart as net/url does it, those without special letters, too.
func TestLocal(t *testing.T) {
	for _, address := range []string{"a/b.html#c", "#c", "", "../a", "/a//b/", "//host/a", "https://a/b", "mailto:a@b", "a?b=c#d", "%C3%A5#%C3%A4", "å#ä", "a#b#c", "1:2", "a:b", "://"} {
		u, err := url.Parse(address)
		want := err == nil && !u.IsAbs() && u.Host == ""
		path, fragment, ok := local(address)
		if ok != want || ok && (path != u.Path || fragment != u.Fragment) {
			t.Errorf("%q: %q, %q, %v", address, path, fragment, ok)
		}
	}
}
