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
	"samverkan/internal/parallel"
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
// screens. ok is false where there is none; then the table stands open in the page.
type Charts interface {
	SVG(t *compare.Table) (wide, narrow template.HTML, ok bool)
}

// File is a file of the site. Path is slash-separated, without a leading slash.
type File struct {
	Path string
	Data []byte
}

// Render makes every page, the style sheet and the scripts. Findings are about what the site's own
// files can cause, a broken template among them; the error is for what they can't.
func Render(in Input) ([]File, diag.List, error) {
	p, finds := newPress(in)
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
	type printed struct {
		file  File
		finds diag.List
	}
	for _, one := range parallel.Map(p.sheets, func(s sheet) printed {
		data, finds := p.print(s)
		return printed{File{Path: s.path, Data: data}, finds}
	}) {
		if one.file.Data != nil {
			files = append(files, one.file)
		}
		finds = append(finds, one.finds...)
	}
	finds.Sort()
	return files, finds, nil
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

// drawing is a table's drawing; ok is false where none has been made.
func (p *press) drawing(t *compare.Table) (wide, narrow template.HTML, ok bool) {
	if p.in.Charts == nil {
		return "", "", false
	}
	return p.in.Charts.SVG(t)
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
