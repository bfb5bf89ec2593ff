package main

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"samverkan/internal/attack"
	"samverkan/internal/compare"
	"samverkan/internal/diag"
	"samverkan/internal/walk"
	"samverkan/layouts"
)

// nested writes down what a page says, and in which elements.
type nested struct {
	open []atom.Atom
	said []string
}

func (n *nested) Start(t *walk.Tag) {
	attributes := map[string]string{}
	for key, value := range t.Each {
		attributes[string(key)] = string(value)
	}
	n.element(t.Name, attributes)
}

func (n *nested) element(name atom.Atom, attributes map[string]string) {
	n.open = append(n.open, name)
	n.said = append(n.said, fmt.Sprint(n.open, attributes))
}

func (n *nested) Text(raw []byte) {
	if text := walk.Line(walk.Append(nil, raw)); text != "" {
		n.said = append(n.said, fmt.Sprint(n.open, text))
	}
}

func (n *nested) End(*walk.Tag) { n.open = n.open[:len(n.open)-1] }

// dom tells nested of a page as x/net/html has it, like a browser.
func (n *nested) dom(node *html.Node) {
	for c := range node.ChildNodes() {
		switch {
		case c.Type == html.TextNode:
			n.Text([]byte(html.EscapeString(c.Data)))
		case c.Type == html.ElementNode && c.DataAtom != atom.Svg:
			attributes := map[string]string{}
			for _, a := range c.Attr {
				attributes[a.Key] = a.Val
			}
			n.element(c.DataAtom, attributes)
			n.dom(c)
			n.End(nil)
		}
	}
}

// TestReadLikeABrowser: every page of the demonstration is walked as a browser would have it:
// the same texts and attributes in the same elements.
func TestReadLikeABrowser(t *testing.T) {
	county, dir := exampleCounty(t)
	files, _, err := pages(county, dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	walked := 0
	for _, f := range files {
		if !isPage(f.Path) {
			continue
		}
		walked++
		root, err := html.Parse(bytes.NewReader(f.Data))
		if err != nil {
			t.Fatal(err)
		}
		var got, want nested
		if err := walk.Page(f.Data, &got); err != nil {
			t.Errorf("%s: %v", f.Path, err)
		}
		want.dom(root)
		for i := range max(len(got.said), len(want.said)) {
			if i >= len(got.said) || i >= len(want.said) || got.said[i] != want.said[i] {
				t.Fatalf("%s:\n%s\nwant\n%s", f.Path, strings.Join(got.said[i:min(i+3, len(got.said))], "\n"), strings.Join(want.said[i:min(i+3, len(want.said))], "\n"))
			}
		}
	}
	if walked < 100 {
		t.Errorf("only %d pages", walked)
	}
}

// TestExaminedOnce: the search index and the findings of the whole site take every file to
// make, but once, whoever asks. One who gives up leaves it to the next.
func TestExaminedOnce(t *testing.T) {
	if _, ok := layouts.Search(); !ok {
		t.Skip("built without a search")
	}
	s := &site{watch: attack.NewWatch(&compare.Comparison{}), makers: map[string]maker{}}
	var made atomic.Int32
	for _, path := range []string{"a/index.html", "b/index.html"} {
		s.add(path, func(use func([]byte)) (diag.List, error) {
			made.Add(1)
			use([]byte(`<main><h1>A</h1></main>`))
			return nil, nil
		})
	}
	gone, leave := context.WithCancel(t.Context())
	leave()
	if _, _, err := s.examined(gone); err == nil || made.Load() != 0 {
		t.Errorf("given up: %v, %d made", err, made.Load())
	}
	var all sync.WaitGroup
	for range 3 {
		all.Go(func() {
			if index, _, err := s.index(); err != nil || !bytes.Contains(index, []byte(`"b/index.html"`)) {
				t.Errorf("%s, %v", index, err)
			}
		})
		all.Go(func() {
			if _, findings, err := s.examined(t.Context()); err != nil || len(findings) > 0 {
				t.Error(findings, err)
			}
		})
	}
	if all.Wait(); made.Load() != 2 {
		t.Errorf("%d files made, want 2", made.Load())
	}
}
