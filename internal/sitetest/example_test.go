package sitetest

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// example is another county's set-up: four regions that share delprojekt, and no
// report of any one of them.
const example = "testdata/sodra-sjukvardsregionen"

var exampleBuilt = sync.OnceValues(func() (string, error) {
	program, out := filepath.Join(scratch, "samverkan-example"), filepath.Join(scratch, "example")
	if err := command(root, "go", "build", "-o", program, "./cmd/samverkan"); err != nil {
		return "", err
	}
	folder, err := filepath.Abs(example)
	if err != nil {
		return "", err
	}
	return out, command(folder, program, "build", "--out", out)
})

// The second example site is built without a finding that stops it, its links lead
// somewhere and its HTML is valid.
func TestExampleSite(t *testing.T) {
	dir, err := exampleBuilt()
	if err != nil {
		t.Fatal(err)
	}
	paths := pagesOf(t, dir)
	docs := map[string]document{}
	for _, p := range paths {
		docs[p] = readPage(t, filepath.Join(dir, filepath.FromSlash(p)))
	}
	for _, p := range paths {
		for _, r := range docs[p].references {
			if why := broken(dir, docs, p, r); why != "" {
				t.Errorf("%s: <%s %s=%q>: %s", p, r.element, r.attribute, r.address, why)
			}
		}
	}
	t.Run("HTML", func(t *testing.T) { validHTML(t, dir, paths) })
}

func pagesOf(t *testing.T, dir string) []string {
	t.Helper()
	var paths []string
	err := filepath.WalkDir(dir, func(p string, e os.DirEntry, err error) error {
		if err == nil && filepath.Ext(p) == ".html" {
			rel, _ := filepath.Rel(dir, p)
			paths = append(paths, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d pages, %v", len(paths), err)
	}
	return paths
}

// What the source documents, and what it doesn't say, is there to be read.
func TestExampleSays(t *testing.T) {
	dir, err := exampleBuilt()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct{ page, selector, text string }{
		{"2022/delprojekt/index.html", ".ingress", "3 delprojekt är redovisade"},
		{"2022/delprojekt/index.html", ".delprojekt", "Hösten 2020"},
		{"2022/delprojekt/index.html", ".delprojekt", "Skåne och Blekinge"},
		{"2022/delprojekt/index.html", ".delprojekt", "Checklistan är inte ifylld"},
		{"2022/delprojekt/index.html", ".matris", "ej redovisat"},
		{"2022/index.html", ".nyckelrader", "26 av 31"},
		{"2022/delprojekt/index.html", ".stora-tal", "31 Startade delprojekt"},
		{"2022/delprojekt/index.html", ".stora-tal", "26 av 31"},
		{"2022/index.html", ".text", "Hittills har 31 delprojekt startats. Av dem är 26 slutrapporterade"},
		{"index.html", "main", "2 indikatorer, 1 mål och 10 aktiviteter"},
		{"2022/index.html", "#lanets-aktiviteter", "Förslag 10."}, // the ten measures
		{"index.html", ".ingress", "Fyra regioner"},
		{"index.html", ".amnen", "Delprojekt"},
	} {
		if got := words(t, filepath.Join(dir, want.page), want.selector); !strings.Contains(got, want.text) {
			t.Errorf("%s %s: %q does not contain %q", want.page, want.selector, got, want.text)
		}
	}
}

// words is the text of what a selector finds in a page.
func words(t *testing.T, name, selector string) string {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	page, err := html.Parse(f)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data + " ")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	for _, n := range cascadia.QueryAll(page, cascadia.MustCompile(selector)) {
		walk(n)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
