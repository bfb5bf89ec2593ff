// Package search makes the index of the search page out of the finished pages: what a
// reader can find is exactly what a reader can see, masked counts and all.
//
// A page is divided at its headings, so that a search leads to the right place in it.
// Figures in tables are left out: they say nothing without their row and column, and
// would be most of the index.
package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// Page is a finished page of the site.
type Page struct {
	Path string // slash-separated, from the site's root
	Data []byte // HTML
}

// Found is a page as the index has it.
type Found struct {
	path, title, kind string
	year              int // 0 for a page that belongs to no year
	sections          []section
}

// section is what stands between two headings; the first has no anchor.
type section struct{ anchor, heading, text string }

// index is what the script reads. Lists instead of objects, since the names would be
// a third of it.
type index struct {
	Pages    [][4]any `json:"sidor"` // address, title, kind, years since the newest
	Sections [][4]any `json:"delar"` // page, anchor, heading, text
}

// Index makes the script that holds the index, in the order of the pages. Those that Read
// left out are nil.
func Index(pages []*Found) ([]byte, error) {
	all := slices.DeleteFunc(slices.Clone(pages), func(f *Found) bool { return f == nil || f.title == "" })
	newest := 0
	for _, p := range all {
		newest = max(newest, p.year)
	}
	var x index
	for _, p := range all {
		age := 0
		if p.year != 0 {
			age = newest - p.year
		}
		x.Pages = append(x.Pages, [4]any{p.path, p.title, p.kind, age})
		for _, s := range p.sections {
			x.Sections = append(x.Sections, [4]any{len(x.Pages) - 1, s.anchor, s.heading, s.text})
		}
	}
	data, err := encode(x)
	if err != nil {
		return nil, err
	}
	return fmt.Appendf(nil, "self.sokindex = %s;\n", data), nil
}

// encode writes JSON without the escapes that only HTML needs.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}

// left reports whether a page is left out: it isn't one to look for.
func left(path string) bool { return path == "404.html" || path == "sok/index.html" }

// whole is the report on one page, which says again what all the others say. Only its
// first words are searched.
var whole = regexp.MustCompile(`^\d{4}/rapport/`)

var ofYear = regexp.MustCompile(`^(\d{4})/`)

// Read finds what can be searched for in a page; nil in one that isn't one to look for.
func Read(p Page) *Found {
	if left(p.Path) {
		return nil
	}
	f := &Found{path: p.Path}
	if m := ofYear.FindStringSubmatch(p.Path); m != nil {
		f.year, _ = strconv.Atoi(m[1])
	}
	data := p.Data
	if whole.MatchString(p.Path) {
		data, _, _ = bytes.Cut(data, []byte("<h2"))
	}
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil { // only when reading fails, and bytes don't
		return f
	}
	if main := first(root, func(n *html.Node) bool { return n.Data == "main" }); main != nil {
		r := reader{page: f}
		r.begin("", "")
		r.read(main)
		f.sections = r.finish()
	}
	if f.year != 0 && !strings.Contains(f.kind, strconv.Itoa(f.year)) && !strings.Contains(f.title, strconv.Itoa(f.year)) {
		f.kind = strings.TrimSpace(f.kind + " " + strconv.Itoa(f.year))
	}
	return f
}

// first finds an element, the page's own order.
func first(n *html.Node, is func(*html.Node) bool) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && is(d) {
			return d
		}
	}
	return nil
}

// words is the text below an element, on one line.
func words(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
