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
)

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

// Index makes the script that holds the index, in the order of the pages. Those without a
// title are left out.
func Index(pages []*Found) ([]byte, error) {
	all := slices.DeleteFunc(slices.Clone(pages), func(f *Found) bool { return f.title == "" })
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

// whole is the report on one page, which says again what all the others say. Only its
// first words are searched.
var whole = regexp.MustCompile(`^\d{4}/rapport/`)

var ofYear = regexp.MustCompile(`^(\d{4})/`)

// NewReader takes what can be searched for in the page at path, which is slash-separated and
// from the site's root: nothing in a page that isn't one to look for.
func NewReader(path string) *Reader {
	r := &Reader{found: Found{path: path}, whole: whole.MatchString(path), over: path == "404.html" || path == "sok/index.html"}
	if m := ofYear.FindStringSubmatch(path); m != nil {
		r.found.year, _ = strconv.Atoi(m[1])
	}
	return r
}

// Found is what the reader has found when it has been told of all the page.
func (r *Reader) Found() *Found {
	r.close()
	f := r.found
	f.sections = nil
	for i, s := range r.found.sections {
		if i == 0 || s.text != "" || s.heading != "" {
			f.sections = append(f.sections, s)
		}
	}
	if year := strconv.Itoa(f.year); f.year != 0 && !strings.Contains(f.kind, year) && !strings.Contains(f.title, year) {
		f.kind = strings.TrimSpace(f.kind + " " + year)
	}
	return &f
}
