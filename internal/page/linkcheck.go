package page

import (
	"fmt"
	"net/url"
	"path"
	"strings"

	"samverkan/internal/diag"
	"samverkan/internal/markdown"
	"samverkan/internal/report"
	"samverkan/internal/walk"
)

// brokenLinkCode is also check's, which finds what can be found without the pages.
const brokenLinkCode = "trasig-lank"

// reference is an address in a page, seen from the page.
type reference struct{ address, file, fragment string }

// Outline is what the link check needs to know of a page.
type Outline struct {
	path       string
	ids        map[string]bool
	references []reference
}

// CheckLinks follows every link within the site: those of the pages, to any of the files
// that are about to be published. A broken one that stands in a narrative is a finding at
// its line there; any other is the fault of a template.
func CheckLinks(in Input, files []string, pages []*Outline) diag.List {
	exists := map[string]*Outline{}
	for _, path := range files {
		exists[path] = nil
	}
	for _, o := range pages {
		exists[o.path] = o
	}
	var finds diag.List
	for _, o := range pages {
		for _, r := range o.references {
			to, there := exists[r.file]
			switch {
			case !there:
				finds = append(finds, in.brokenLink(o.path, r, fmt.Sprintf("%s finns inte", r.file))...)
			case to != nil && r.fragment != "" && r.fragment != "top" && !to.ids[r.fragment]:
				finds = append(finds, in.brokenLink(o.path, r, fmt.Sprintf("%s har inget som heter #%s", r.file, r.fragment))...)
			}
		}
	}
	finds.Sort()
	return finds
}

// OutlineReader takes a page's outline. It is a walk.Reader.
type OutlineReader struct {
	outline Outline
	seen    map[string]bool // addresses
}

// NewOutlineReader reads the page at path.
func NewOutlineReader(path string) *OutlineReader {
	const most = 128 // addresses in most pages
	return &OutlineReader{Outline{path: path, ids: map[string]bool{}}, make(map[string]bool, most)}
}

// Outline is what the reader knows when it has been told of all the page.
func (r *OutlineReader) Outline() *Outline {
	o := r.outline
	return &o
}

// Start notes what the element is called and where it leads.
func (r *OutlineReader) Start(t *walk.Tag) {
	for key, value := range t.Each {
		switch string(key) {
		case "id":
			r.outline.ids[string(value)] = true
		case "href", "src":
			if !r.seen[string(value)] {
				r.leads(string(value))
			}
		}
	}
}

func (r *OutlineReader) leads(address string) {
	r.seen[address] = true
	if to, ok := reaches(r.outline.path, address); ok {
		r.outline.references = append(r.outline.references, to)
	}
}

// Text is for others.
func (r *OutlineReader) Text([]byte) {}

// End is for others.
func (r *OutlineReader) End(*walk.Tag) {}

// reaches gives the reference of an address that leads within the site.
func reaches(from, address string) (reference, bool) {
	to, fragment, ok := local(address)
	if !ok || from == notFoundPath && strings.HasPrefix(to, "/") {
		return reference{}, false
	}
	r := reference{address: address, file: from, fragment: fragment}
	if strings.HasPrefix(to, "/") {
		r.file = path.Clean(to)
	} else if to != "" {
		r.file = path.Clean(from[:strings.LastIndexByte(from, '/')+1] + to)
	}
	return r, true
}

// local takes an address apart that names no other site.
func local(address string) (path, fragment string, ok bool) {
	if !strings.ContainsFunc(address, special) { // as nearly all are, so that there is nothing to decode
		path, fragment, _ = strings.Cut(address, "#")
		return path, fragment, !strings.HasPrefix(path, "//")
	}
	u, err := url.Parse(address)
	if err != nil || u.IsAbs() || u.Host != "" {
		return "", "", false
	}
	return u.Path, u.Fragment, true
}

// special reports whether a letter may mean more than itself in an address.
func special(r rune) bool {
	return (r < 'a' || r > 'z') && (r < '-' || r > '9') && (r < 'A' || r > 'Z') && r != '#' && r != '_'
}

// brokenLink is a finding for each place in a narrative that the link comes from, else
// one about the page.
func (in Input) brokenLink(page string, r reference, why string) diag.List {
	var finds diag.List
	for _, pos := range in.written(page, r) {
		finds.Errorf(pos, brokenLinkCode, "öppna sidan som du vill länka till och kopiera slutet av dess adress, med ett snedstreck först",
			"länken leder ingenstans: %s (på sidan %s)", why, page)
	}
	if len(finds) == 0 {
		finds.Errorf(diag.Pos{File: page}, brokenLinkCode, "har webbplatsen egna mallar i layouts/ finns felet där; rapportera det annars, för då är det programmets",
			"sidan har en trasig länk %q: %s", r.address, why)
	}
	return finds
}

// written finds where in the narratives a page's link has been written: there, the
// same link becomes the same address.
func (in Input) written(page string, r reference) []diag.Pos {
	p := &press{in: in, cmp: in.Comparison, byPath: map[string]*sheet{}}
	for _, plan := range planners {
		p.sheets = append(p.sheets, plan(p)...)
	}
	for i := range p.sheets {
		p.byPath[p.sheets[i].path] = &p.sheets[i]
	}
	s := p.byPath[page]
	if s == nil {
		return nil
	}
	var found []diag.Pos
	for _, n := range in.Narratives {
		if !mayShow(*s, n) {
			continue
		}
		narrator := &narrator{pen: &pen{press: p, sheet: *s}, file: n.File}
		for _, l := range markdown.Parse(markdown.Source{File: n.File, Body: n.Body, Line: n.BodyLine}).Links {
			if got, ok := reaches(page, narrator.Link(l.Dest)); ok && l.Internal() && got.file == r.file && got.fragment == r.fragment {
				found = append(found, l.Pos)
			}
		}
	}
	return found
}

// mayShow reports whether the page may show the narrative.
func mayShow(s sheet, n *report.Narrative) bool {
	if s.year == 0 || n.Year == 0 {
		own := s.path == n.Path+".html" || s.path == path.Join(n.Path, homePath)
		return s.layout == "home" || s.year == n.Year && own
	}
	return s.year == n.Year
}
