// Package search makes the index of the search page out of the finished pages: what a
// reader can find is exactly what a reader can see, masked counts and all.
//
// A page is divided at its headings, so that a search leads to the right place in it.
// Figures in tables are left out: they say nothing without their row and column, and
// would be most of the index.
package search

import (
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
	year              int      // 0 for a page that belongs to no year
	sections          []string // as the index has them, but for the page's number
}

// section is what stands between two headings; the first has no anchor.
type section struct{ anchor, heading, text string }

// Index makes the script that holds the index, in the order of the pages. Those without a
// title are left out. Lists instead of objects, since the names would be a third of it: a page
// is its address, title, kind and years since the newest, a section its page's number, anchor,
// heading and text.
func Index(pages []*Found) []byte {
	all := slices.DeleteFunc(slices.Clone(pages), func(f *Found) bool { return f.title == "" })
	newest := 0
	for _, p := range all {
		newest = max(newest, p.year)
	}
	var heads, sections []string
	for i, p := range all {
		age := 0
		if p.year != 0 {
			age = newest - p.year
		}
		heads = append(heads, "["+list(p.path, p.title, p.kind)+","+strconv.Itoa(age)+"]")
		for _, s := range p.sections {
			sections = append(sections, "["+strconv.Itoa(i)+","+s+"]")
		}
	}
	return fmt.Appendf(nil, "self.sokindex = {\"sidor\":[%s],\"delar\":[%s]};\n", strings.Join(heads, ","), strings.Join(sections, ","))
}

// list is texts in JSON, without the escapes that only HTML needs.
func list(texts ...string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(texts); err != nil {
		panic(err) // texts can be written
	}
	return strings.TrimSuffix(strings.TrimPrefix(b.String(), "["), "]\n")
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
	for i, s := range r.sections {
		if i == 0 || s.text != "" || s.heading != "" {
			f.sections = append(f.sections, list(s.anchor, s.heading, s.text))
		}
	}
	if year := strconv.Itoa(f.year); f.year != 0 && !strings.Contains(f.kind, year) && !strings.Contains(f.title, year) {
		f.kind = strings.TrimSpace(f.kind + " " + year)
	}
	return &f
}
