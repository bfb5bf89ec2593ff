// Package page makes the site's pages: a typed struct per page, filled from the
// comparison, and a template that shows it.
//
// What a page says is computed in Go; a template only places it. Every address in a
// page is relative and ends in a file's name, so that the site works from a folder or
// a USB stick. Nothing here holds an unmasked count: compare has masked them all.
package page

import (
	"html/template"
	"io/fs"

	"samverkan/internal/compare"
	"samverkan/internal/diag"
	"samverkan/internal/licences"
	"samverkan/internal/report"
)

// Input is everything that the pages are made of.
type Input struct {
	Comparison *compare.Comparison
	Narratives []*report.Narrative
	Charts     Charts
	Licences   []licences.Component // of what the program is made of; shown on a page of their own
	Layouts    fs.FS                // templates and style sheets, one folder per page
	Version    string               // of the program; shown in the footer
	Data       []DataYear           // the open data that lies beside the pages; ascending
}

// Charts gives the drawings of a table: one for wide screens and paper, one for narrow
// screens. ok is false where there is none; then the table stands open in the page. The error
// is for one that can't be drawn; then there is no page.
type Charts interface {
	SVG(t *compare.Table) (wide, narrow template.HTML, ok bool, err error)
}

// File is a file of the site. Path is slash-separated, without a leading slash.
type File struct {
	Path string
	Data []byte
}

// Press prints a site's pages, all of them or the one that is asked for. It may be used from
// several goroutines.
type Press struct {
	press  *press
	beside []File
}

// NewPress finds out which pages there are, and reads the layouts unless before, which may be
// nil, has read the same. Findings are about what the site's own files can cause, a broken
// template among them, and there is no press then; the error is for what they can't.
func NewPress(in Input, before *Press) (*Press, diag.List, error) {
	var known *templates
	if before != nil {
		known = before.press.templates
	}
	p, finds := newPress(in, known)
	if finds.HasErrors() {
		return nil, finds, nil
	}
	style, err := styleSheet(in.Layouts, p.running(), p.cmp.Delregioner)
	if err != nil {
		return nil, nil, err
	}
	files, err := scriptFiles(in.Layouts)
	if err != nil {
		return nil, nil, err
	}
	search, err := searchFiles(in.Layouts)
	if err != nil {
		return nil, nil, err
	}
	files = append(append(files, search...), p.findable()...)
	files = append(files, File{Path: stylePath, Data: style}, File{Path: iconPath, Data: []byte(icon)})
	return &Press{p, files}, nil, nil
}

// Beside are the files that aren't pages: style sheet, scripts, feeds.
func (p *Press) Beside() []File { return p.beside }

// Paths are the addresses of all pages, in the order of the site.
func (p *Press) Paths() []string {
	paths := make([]string, len(p.press.sheets))
	for i, s := range p.press.sheets {
		paths[i] = s.path
	}
	return paths
}

// Print makes the page at one of the Paths and lends it to use, which must not keep it: the
// next page is written over it. Findings are about its template; the error is a drawing that
// can't be made. Either leaves no page.
func (p *Press) Print(path string, use func(made []byte)) (diag.List, error) {
	return p.press.print(*p.press.byPath[path], use)
}

// Tables lists every table that a page shows a drawing of.
func Tables(in Input) []*compare.Table {
	if in.Comparison == nil {
		return nil
	}
	var drawn []*compare.Table
	for _, t := range in.Comparison.Tables() {
		if drawable(t) {
			drawn = append(drawn, t)
		}
	}
	return drawn
}

// drawing is a table's drawing; ok is false where there is none.
func (p *pen) drawing(t *compare.Table) (wide, narrow template.HTML, ok bool) {
	if p.in.Charts == nil {
		return "", "", false
	}
	wide, narrow, ok, err := p.in.Charts.SVG(t)
	if err != nil {
		p.failed = err
	}
	return wide, narrow, ok
}

// drawable reports whether a drawing of t would say more than the table does. A
// matrix is a coloured table, and a single figure needs no axis.
func drawable(t *compare.Table) bool {
	if t.Chart == compare.NoChart || t.Chart == compare.Matrix {
		return false
	}
	if t.Chart == compare.Timeline {
		return t.HasFigures()
	}
	return figures(t) > 1
}

// figures counts the numbers in a table, the county's apart.
func figures(t *compare.Table) int {
	n := 0
	for _, r := range t.Rows {
		if !r.Total {
			n += figureCells(r)
		}
	}
	return n
}

// figureCells counts the cells of a row that hold a number.
func figureCells(r compare.Row) int {
	n := 0
	for _, c := range r.Cells {
		if c.State.HasNumber() {
			n++
		}
	}
	return n
}
