package sitetest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// Every chart and every table of the county's data has its sentence: in the figure, or
// as the page's lead where that says the same. A table without a caption is an author's
// own, out of a narrative.
func TestEveryChartHasItsSentence(t *testing.T) {
	for name, dir := range map[string]string{"förrådet": site(t), "exempellänet": demoSite(t)} {
		said := sentencesOf(t, dir)
		figures := 0
		for _, page := range pagesIn(t, dir) {
			main := mainOf(t, dir, page)
			text := spokenText(main)
			for _, f := range cascadia.QueryAll(main, cascadia.MustCompile("figure.figur")) {
				figures++
				caption := spokenText(cascadia.Query(f, cascadia.MustCompile("caption")))
				caption, _, _ = strings.Cut(caption, " (samma tabell som ovan")
				if sentence := spokenText(cascadia.Query(f, cascadia.MustCompile("p.mening"))); sentence != "" {
					if !strings.HasSuffix(sentence, ".") {
						t.Errorf("%s, %s: %q is no sentence", name, page, sentence)
					}
				} else if s := said[caption]; s == "" || !strings.Contains(text, s) {
					t.Errorf("%s, %s: %q has no sentence", name, page, caption)
				}
			}
			for _, table := range cascadia.QueryAll(main, cascadia.MustCompile("table:has(caption)")) {
				if around := enclosing(table, "figure"); around != nil {
					continue
				}
				around := enclosing(table, "section")
				if around == nil {
					around = main
				}
				if cascadia.Query(around, cascadia.MustCompile("p.mening")) == nil {
					t.Errorf("%s, %s: %q has no sentence", name, page, spokenText(cascadia.Query(table, cascadia.MustCompile("caption"))))
				}
			}
		}
		if figures < 40 {
			t.Errorf("%s: only %d charts and tables found", name, figures)
		}
	}
}

// An indicator with a target says of each delregion whether it met it, missed it, can't
// be told, or has no figure; each once.
func TestEveryDelregionIsJudged(t *testing.T) {
	dir, judged := demoSite(t), 0
	for _, page := range pagesIn(t, dir) {
		groups := cascadia.QueryAll(mainOf(t, dir, page), cascadia.MustCompile("dl.utslag.grupperade"))
		if len(groups) == 0 || !strings.Contains(page, "/indikatorer/") {
			continue
		}
		judged++
		seen := map[string]int{}
		for _, a := range cascadia.QueryAll(groups[0], cascadia.MustCompile("a")) {
			seen[spokenText(a)]++
		}
		if strings.Contains(page, "/lan-") { // the county's own; its name is no link
			continue
		}
		if n := len(seen); n != 6 && n != 1 { // an own indicator has one
			t.Errorf("%s judges %d delregioner: %v", page, n, seen)
		}
		for who, n := range seen {
			if n != 1 {
				t.Errorf("%s judges %s %d times", page, who, n)
			}
		}
	}
	if judged < 20 {
		t.Errorf("only %d indicators are judged", judged)
	}
}

// sentencesOf are the sentences of a site's open data, by the tables' titles.
func sentencesOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "data", "*", "samverkan-*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no open data in %s: %v", dir, err)
	}
	said := map[string]string{}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var edition struct {
			Tables []struct {
				Title    string `json:"rubrik"`
				Sentence string `json:"mening"`
			} `json:"tabeller"`
		}
		if err := json.Unmarshal(data, &edition); err != nil {
			t.Fatal(err)
		}
		for _, table := range edition.Tables {
			said[table.Title] = strings.Join(strings.Fields(table.Sentence), " ")
		}
	}
	return said
}

func mainOf(t *testing.T, dir, page string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(string(file(t, dir, page))))
	if err != nil {
		t.Fatal(err)
	}
	return cascadia.Query(doc, cascadia.MustCompile("main"))
}

// spokenText is the text of an element with single spaces; "" for none.
func spokenText(n *html.Node) string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func enclosing(n *html.Node, tag string) *html.Node {
	for n = n.Parent; n != nil; n = n.Parent {
		if n.Data == tag {
			return n
		}
	}
	return nil
}
