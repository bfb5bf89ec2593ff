package page

import (
	"path"
	"strings"

	"samverkan/internal/compare"
	"samverkan/internal/diag"
	"samverkan/internal/report"
)

// sheet is a page that is to be made.
type sheet struct {
	path   string
	layout string // its folder in layouts
	title  string // what menus and breadcrumbs call it
	year   int    // 0 for a page that belongs to no year
	fill   func(*pen) any
}

// planners say which pages there are, in the order of the site. A section that nobody
// has data for gives no page, and so no entry in a menu.
var planners = []func(*press) []sheet{
	homeSheets, yearSheets, delregionSheets, overYearsSheets, goalSheets, indicatorSheets, activitySheets,
	deviationSheets, fardplanSheets, organisationSheets,
	formSheets, comparabilitySheets, onepageSheets,
	dataSheets, searchSheets, methodSheets, accessibilitySheets, contentSheets, licencesSheets, notFoundSheets,
}

// press holds what all pages are made from.
type press struct {
	in        Input
	cmp       *compare.Comparison
	sheets    []sheet
	byPath    map[string]*sheet
	files     map[string]bool   // the tables that have a file
	texts     map[string]string // the file of each page's own text
	templates *templates
}

func newPress(in Input, known *templates) (*press, diag.List) {
	p := &press{in: in, cmp: in.Comparison, byPath: map[string]*sheet{}}
	if p.cmp == nil {
		p.cmp = &compare.Comparison{}
	}
	p.files, p.texts = tableFiles(p.cmp), ownTexts(in.Narratives)
	for _, plan := range planners {
		for _, s := range plan(p) {
			if p.worthwhile(s) {
				p.sheets = append(p.sheets, s)
			}
		}
	}
	for i := range p.sheets {
		p.byPath[p.sheets[i].path] = &p.sheets[i]
	}
	var finds diag.List
	p.templates, finds = parseLayouts(in.Layouts, known)
	return p, finds
}

// source names what a page is made of: the text that is its own, where it has one.
func (p *press) source(page string) string {
	if file := p.texts[page]; file != "" {
		return file + ", sidan " + page
	}
	return "sidan " + page
}

// ownTexts is the file of each page's own text, by the page's path.
func ownTexts(narratives []*report.Narrative) map[string]string {
	files := map[string]string{}
	for _, n := range narratives {
		page := yearPath(n.Year, n.Owner)
		if n.Path != "" {
			page = path.Join(n.Path, homePath)
		}
		if files[page] == "" || n.Chapter == "" { // the main text rather than a chapter
			files[page] = n.File
		}
	}
	return files
}

// has reports whether the site has the page.
func (p *press) has(path string) bool { return p.byPath[path] != nil }

// print makes a page and lends it to use, unless its template is broken or a drawing can't be made.
func (p *press) print(s sheet, use func(made []byte)) (diag.List, error) {
	defer diag.During(p.source(s.path))
	pen := &pen{press: p, sheet: s, used: map[string]int{}}
	data := s.fill(pen)
	if framed, ok := data.(interface {
		drawn(script, base, page string)
	}); ok && pen.drawn {
		framed.drawn(pen.href(wakePath), p.cmp.Site.BaseURL, s.path)
	}
	pen.execute("base", data, func(made []byte) {
		if pen.failed == nil && !pen.finds.HasErrors() {
			use(made)
		}
	})
	return pen.finds, pen.failed
}

// year finds a year's edition; nil when there is none.
func (p *press) year(year int) *compare.Year {
	for _, y := range p.cmp.Years {
		if y.Year == year {
			return y
		}
	}
	return nil
}

// narratives lists the texts of an owner in a year, chapters after the main text.
func (p *press) narratives(year int, owner string) []*report.Narrative {
	var found []*report.Narrative
	for _, n := range p.in.Narratives {
		if n.Year == year && n.Owner == owner {
			found = append(found, n)
		}
	}
	return chapterOrder(found)
}

// pen writes one page: it knows where the page stands, so it can write links, and
// which ids are taken.
type pen struct {
	*press
	sheet sheet
	used  map[string]int
	drawn bool // the page has a drawing
	// What is wrong: with a template, and with a drawing.
	finds  diag.List
	failed error
}

// href is a link from this page to the file at path. A server shows 404.html at any
// depth, so its links begin at the site's root where that is known.
func (p *pen) href(path string) string {
	if p.sheet.path == notFoundPath && p.cmp.Site.Root() != "" {
		return p.cmp.Site.Root() + path
	}
	return rel(p.sheet.path, path)
}

// page is a link to the page at path, or just the text where there is no such page.
func (p *pen) page(path, text string) Link {
	file, _, _ := strings.Cut(path, "#")
	if !p.has(file) {
		return Link{Text: text}
	}
	return Link{Href: p.href(path), Text: text, Current: path == p.sheet.path}
}

// id gives want the first time and a numbered one after that, so that a table may
// stand twice in a page.
func (p *pen) id(want string) string {
	p.used[want]++
	if n := p.used[want]; n > 1 {
		return want + "-" + itoa(n)
	}
	return want
}
