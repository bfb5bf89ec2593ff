package page

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"samverkan/internal/compare"
	"samverkan/internal/diag"
	"samverkan/internal/parallel"
	"samverkan/internal/report"
	"samverkan/layouts"
)

// site renders everything and fails the test on any finding.
func site(t *testing.T, in Input) map[string]*html.Node {
	t.Helper()
	files, finds, err := render(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range finds {
		t.Errorf("%s: %s", f.Pos, f.Message)
	}
	pages := map[string]*html.Node{}
	for _, f := range files {
		if strings.HasSuffix(f.Path, ".html") {
			node, err := html.Parse(strings.NewReader(string(f.Data)))
			if err != nil {
				t.Fatalf("%s: %v", f.Path, err)
			}
			pages[f.Path] = node
		}
	}
	return pages
}

func all(page *html.Node, selector string) []*html.Node {
	return cascadia.QueryAll(page, cascadia.MustCompile(selector))
}

func text(page *html.Node, selector string) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	for _, n := range all(page, selector) {
		walk(n)
		b.WriteString(" ")
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func TestPages(t *testing.T) {
	pages := site(t, input())
	for _, want := range []struct{ page, selector, text string }{
		{"index.html", "h1", "Vårdsamverkan i Provlän"},
		{"index.html", ".inlamningar", "Inget underlag inlämnat"},
		{"index.html", ".matris thead", "Väster"},
		{"2023/index.html", "h1", "Länets år"},
		{"2023/norr/index.html", ".nyckelrader", "70"},
		{"2023/norr/index.html", "#mal", "Mål"},
		{"2023/norr/index.html", "h2", "Barn"},
		{"2023/oster/index.html", "main", "Inget underlag inlämnat för 2023"},
		{"2023/mal/trygg/index.html", ".mallista", "Går framåt."},
		{"2023/mal/norr-eget/index.html", ".overrad", "Eget mål 2023: Norr"},
		{"2023/indikatorer/kompletta/index.html", ".figur table", "70 av 100"},
		{"2023/indikatorer/kompletta/index.html", ".definition", "Minst 80"},
		{"2023/indikatorer/kompletta/index.html", ".foljer", "följs också upp med Ett annat mått: Söder 25"},
		{"2023/indikatorer/ingen-har/index.html", ".luckor", "har inte redovisat"},
		{"2023/avvikelser/index.html", "h1", "Avvikelser"},
		{"2023/aktiviteter/index.html", ".aktiviteter", "Kartlägga"},
		{"2023/fardplan/index.html", ".matris", "1 aktivitet"},
		{"2023/organisation/index.html", ".sida-vid-sida", "Styrgruppen"},
		{"2023/jamforbarhet/index.html", "#underlag", "Underlag"},
		{"2023/rapport/index.html", ".kapiteltitel", "Norr"},
		{"metod/index.html", "dl.tecken", "Uppgift saknas"},
		{"tillganglighet/index.html", "main", "delvis förenlig"},
		{"om/index.html", "h1", "Om rapporten"},
		{"404.html", "h1", "Sidan finns inte"},
	} {
		if pages[want.page] == nil {
			t.Errorf("no page %s", want.page)
		} else if got := text(pages[want.page], want.selector); !strings.Contains(got, want.text) {
			t.Errorf("%s %s: %q does not contain %q", want.page, want.selector, got, want.text)
		}
	}
}

func TestNarrative(t *testing.T) {
	pages := site(t, input())
	norr := pages["2023/norr/index.html"]
	if got := text(norr, ".text a.varde"); !strings.Contains(got, "70 av 100") {
		t.Errorf("{{kompletta}} shows %q", got)
	}
	if got := attribute(all(norr, ".text a.varde")[0], "href"); got != "../indikatorer/kompletta/index.html" {
		t.Errorf("{{kompletta}} leads to %q", got)
	}
	if len(all(norr, `.text > p a[href="../soder/index.html"]`)) != 1 {
		t.Error("a link to another narrative isn't one to its page")
	}
	if len(all(norr, ".text figure.figur .bred svg")) != 1 || len(all(norr, ".text .aktiviteter")) != 1 {
		t.Error("the blocks of the narrative don't show a chart and a list")
	}
	if got := len(all(norr, ".aktiviteter li")); got != 2 {
		t.Errorf("%d activities listed, want each once", got)
	}
}

// TestSomeActivities: a list of some of a delregion's activities doesn't hide the rest.
func TestSomeActivities(t *testing.T) {
	in := input()
	for _, n := range in.Narratives {
		if n.File == "content/2023/norr.md" {
			n.Body = "## Arbetet\n\n```aktiviteter\nmalomrade = \"aldre\"\n```\n"
		}
	}
	c := county()
	for _, s := range c.Submissions {
		if s.Delregion == "norr" {
			s.Activities[0].Area, s.Activities[0].How = ref("aldre"), "I tre steg"
		}
	}
	in.Comparison = compare.Compare(c)
	norr := site(t, in)["2023/norr/index.html"]
	if got := text(norr, ".text .aktiviteter"); !strings.Contains(got, "Utbilda") || strings.Contains(got, "Kartlägga") {
		t.Errorf("the text lists %q", got)
	}
	if got := text(norr, "#aktiviteter .saknas"); got != "hur är inte redovisat" {
		t.Errorf("an empty HUR in a plan is shown as %q", got)
	}
	if got := text(norr, "#aktiviteter"); !strings.Contains(got, "Utbilda") || !strings.Contains(got, "Kartlägga") {
		t.Errorf("the section lists %q", got)
	}
	more := all(norr, ".text .aktiviteter .mer a")
	if len(more) != 1 || attribute(more[0], "href") != "#aktiviteter" || text(norr, ".text .aktiviteter .mer") != "Alla 2 aktiviteter" {
		t.Errorf("%d links from the text's list to them all", len(more))
	}
}

// TestMasked: a count below the threshold is nowhere in what is published, nor is its share.
func TestMasked(t *testing.T) {
	pages := site(t, input())
	for path, page := range pages {
		if body := text(page, "body"); strings.Contains(body, "3 av 41") || strings.Contains(body, "7\u202f%") {
			t.Errorf("%s shows a masked figure", path)
		}
	}
	if got := text(pages["2023/soder/index.html"], ".text"); !strings.Contains(got, "Antalet var maskerad") {
		t.Errorf("the narrative shows %q", got)
	}
}

// TestEmpty: a county that has nothing yet still gets a site.
func TestEmpty(t *testing.T) {
	c := county()
	c.Submissions, c.Narratives, c.Years = nil, nil, nil
	pages := site(t, Input{Comparison: compare.Compare(c), Layouts: layouts.FS})
	if got := text(pages["index.html"], "main"); !strings.Contains(got, "Ingen delregion har lämnat underlag") {
		t.Errorf("the first page says %q", got)
	}
	if pages["2023/index.html"] != nil {
		t.Error("there is a page for a year that nobody has reported")
	}
}

// TestBrokenTemplate: a template of the site's own that is wrong is a finding with its
// name and line, never a half-made page.
func TestBrokenTemplate(t *testing.T) {
	for _, c := range []struct{ name, template, page string }{
		{"syntax", "{{define \"innehall\"}}\n{{if}}\n{{end}}", ""},
		{"field", "{{define \"innehall\"}}\n{{.FinnsInte}}\n{{end}}", "metod/index.html"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := input()
			in.Layouts = overlay{fstest.MapFS{"method/page.html": {Data: []byte(c.template)}}, layouts.FS}
			_, finds, err := render(in)
			if err != nil || len(finds) != 1 {
				t.Fatalf("err %v, finds %v", err, finds)
			}
			if f := finds[0]; f.Pos.File != "layouts/method/page.html" || f.Pos.Line != 2 || !strings.Contains(f.Message, c.page) {
				t.Errorf("%s: %s", f.Pos, f.Message)
			}
		})
	}
}

// render makes every page and what lies beside them, as a build does.
func render(in Input) ([]File, diag.List, error) {
	p, finds, err := NewPress(in, nil)
	if p == nil {
		return nil, finds, err
	}
	type printed struct {
		file  File
		finds diag.List
		err   error
	}
	files, problems := p.beside, []error{}
	for _, one := range parallel.Map(p.Paths(), func(path string) (one printed) {
		one.file.Path = path
		one.finds, one.err = p.Print(path, func(made []byte) { one.file.Data = bytes.Clone(made) })
		return one
	}) {
		if one.file.Data != nil {
			files = append(files, one.file)
		}
		finds, problems = append(finds, one.finds...), append(problems, one.err)
	}
	finds.Sort()
	return files, finds, errors.Join(problems...)
}

// The pages of a folder that its first page leads to aren't listed once more.
func TestFolderLists(t *testing.T) {
	in := input()
	in.Narratives = append(in.Narratives,
		&report.Narrative{File: "content/bok/index.md", Path: "bok", Title: "Bok", Body: "Börja med [ett](ett.md).\n"},
		&report.Narrative{File: "content/bok/ett.md", Path: "bok/ett", Title: "Ett", Body: "Text.\n"},
		&report.Narrative{File: "content/bok/tva.md", Path: "bok/tva", Title: "Två", Body: "Text.\n"})
	if got := text(site(t, in)["bok/index.html"], ".underliggande a"); got != "Två" {
		t.Errorf("below the text: %q", got)
	}
}
