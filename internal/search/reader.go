package search

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// reader takes a page's text section by section.
type reader struct {
	page     *Found
	sections []section
	text     strings.Builder
	id       string // of the element that the reader is in, the innermost that has one
}

// skipped are the elements without text to search: ways to other pages, drawings.
var skipped = []string{"nav", "svg", "script", "style", "template", "summary", "form", "button", "search"}

// apart are the classes of what stands again and again: keys, sources, downloads.
var apart = []string{"tecken", "noter", "kalla", "ladda", "markt", "gomd", "genvagar", "not", "skriv-ut", "citera"}

func (r *reader) begin(anchor, heading string) {
	r.close()
	r.sections = append(r.sections, section{anchor: anchor, heading: heading})
}

// close gives the section that is being read its text.
func (r *reader) close() {
	if n := len(r.sections); n > 0 {
		r.sections[n-1].text = strings.Join(strings.Fields(r.text.String()), " ")
	}
	r.text.Reset()
}

// finish gives the sections that say something, the first in any case.
func (r *reader) finish() []section {
	r.close()
	kept := r.sections[:1]
	for _, s := range r.sections[1:] {
		if s.text != "" || s.heading != "" {
			kept = append(kept, s)
		}
	}
	return kept
}

func (r *reader) read(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			r.text.WriteString(c.Data)
		case c.Type == html.ElementNode && !passed(c):
			r.element(c)
		}
	}
}

func (r *reader) element(n *html.Node) {
	switch n.Data {
	case "h1":
		r.page.title = words(n)
		return
	case "h2", "h3":
		if anchor := r.anchor(n); anchor != "" {
			r.begin(anchor, words(n))
			return
		}
	case "table":
		r.table(n)
		return
	}
	if has(n, "overrad") && r.page.kind == "" && r.page.title == "" {
		r.page.kind = words(n)
		return
	}
	outer := r.id
	if id := attribute(n, "id"); id != "" {
		r.id = id
	}
	if !inline(n) {
		r.text.WriteByte(' ')
	}
	r.read(n)
	if !inline(n) {
		r.text.WriteByte(' ')
	}
	r.id = outer
}

// table takes the rows' names, save those that are links: they name what has a page.
func (r *reader) table(n *html.Node) {
	for d := range n.Descendants() {
		if d.Type != html.ElementNode || d.Data != "th" || attribute(d, "scope") != "row" {
			continue
		}
		if first(d, func(n *html.Node) bool { return n.Data == "a" }) == nil {
			r.text.WriteString(" " + words(d) + " ")
		}
	}
}

// anchor is where a heading can be linked to: its own id, that of its link, or that of
// a figure or section which it is the first heading of.
func (r *reader) anchor(n *html.Node) string {
	if id := attribute(n, "id"); id != "" {
		return id
	}
	if a := first(n, func(n *html.Node) bool { return n.Data == "a" && strings.HasPrefix(attribute(n, "href"), "#") }); a != nil {
		return attribute(a, "href")[1:]
	}
	return ""
}

// passed reports whether an element says nothing that a search should find.
func passed(n *html.Node) bool {
	if slices.Contains(skipped, n.Data) || attribute(n, "aria-hidden") == "true" {
		return true
	}
	if lang := attribute(n, "lang"); lang != "" && lang != "sv" {
		return true // licences, which are long and which nobody seeks by Swedish words
	}
	return slices.ContainsFunc(apart, func(class string) bool { return has(n, class) })
}

// inline reports whether the words before and after an element may be one word.
func inline(n *html.Node) bool {
	return slices.Contains([]string{"a", "b", "strong", "em", "i", "code", "mark", "span", "sub", "sup", "abbr"}, n.Data)
}

func has(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attribute(n, "class")), class)
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
