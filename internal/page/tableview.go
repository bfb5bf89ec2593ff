package page

import (
	"html/template"
	"slices"
	"strings"

	"samverkan/internal/chart"
	"samverkan/internal/compare"
)

// TableView is a table as it is shown.
type TableView struct {
	ID, Caption, RowHead string
	Columns              []ColumnView
	Rows                 []RowView
	Gaps                 []GapView // rows without any figure, gathered by their reason
	Span                 int       // columns beside the first
	Matrix               bool
	Width                string // a class for a matrix of many columns
	Footnotes            []Footnote
}

// ColumnView is a column's heading.
type ColumnView struct {
	Name    string
	Numeric bool
}

// RowView is a row.
type RowView struct {
	Name  Link
	Total bool
	Cells []CellView
}

// GapView is every row that lacks figures for one and the same reason.
type GapView struct {
	Names        []Link
	Mark, Reason string
	shared       string // the reason without the name
}

// CellView is a cell. Text is what is seen; Spoken is said instead of a mark that a
// screen reader would read as punctuation.
type CellView struct {
	Class, Text, Spoken string
	Basis, Interval     string
	Shape               template.HTML
	Href                string
	Verdict             *Status // how the figure stands to the target
	Note                int     // number of the footnote; 0 for none
	NoteID              string
	Marks               string // the drawing's marks that stand for it: see chart.Marks
}

// Footnote is a numbered explanation under a table.
type Footnote struct {
	Number int
	ID     string
	Text   string
}

// tableMaker collects footnotes while cells are made.
type tableMaker struct {
	*pen
	view  TableView
	notes map[string]int
	extra []extraColumn
	marks chart.Marks
	judge bool // each cell says how it stands to its target
}

// table makes the view of t. id is the figure's, marks are the drawing's.
func (p *pen) table(t *compare.Table, id string, marks chart.Marks) TableView {
	m := tableMaker{pen: p, notes: map[string]int{}, marks: marks, view: TableView{
		ID: id, Caption: t.Title, RowHead: t.RowHead, Span: len(t.Columns),
		Matrix: t.Chart == compare.Matrix, Width: tableWidth(len(t.Columns)),
	}, judge: judged(t)}
	for i, c := range t.Columns {
		m.view.Columns = append(m.view.Columns, ColumnView{Name: m.breakable(c.Name), Numeric: numericColumn(t, i)})
	}
	m.extra = m.extraColumns(t)
	for _, x := range m.extra {
		m.view.Columns = append(m.view.Columns, ColumnView{Name: x.name, Numeric: x.numeric})
	}
	m.view.Span = len(m.view.Columns)
	m.view.Rows = make([]RowView, 0, len(t.Rows)+1)
	gather := !m.view.Matrix && countGaps(t) > 1
	for i, r := range t.Rows {
		if gather && gapRow(r) {
			m.gap(r)
			continue
		}
		m.row(t, i)
	}
	m.targets(t)
	return m.view
}

// intervalsInCells reports whether intervals stand below their figures, not in a column
// of their own.
func (t TableView) intervalsInCells() bool {
	for _, r := range t.Rows {
		if slices.ContainsFunc(r.Cells, func(c CellView) bool { return c.Interval != "" }) {
			return true
		}
	}
	return false
}

// breakable is a name that may break where the columns are narrow.
func (m *tableMaker) breakable(name string) string {
	if m.view.Matrix {
		return soft(name)
	}
	return name
}

func (m *tableMaker) row(t *compare.Table, number int) {
	r := t.Rows[number]
	row := RowView{Name: m.link(r.Link, m.breakable(r.Name)), Total: r.Total, Cells: make([]CellView, 0, len(r.Cells)+len(m.extra))}
	for i, c := range r.Cells {
		if m.view.Matrix && i < len(t.Columns) {
			c.Note = impersonal(c.Note, t.Columns[i].Name)
		}
		numeric := i < len(m.view.Columns) && m.view.Columns[i].Numeric
		view := m.cell(c, numeric)
		view.Marks = m.marks.Of(number, i)
		row.Cells = append(row.Cells, view)
	}
	for _, x := range m.extra {
		row.Cells = append(row.Cells, x.cell(r.Cells[0]))
	}
	m.view.Rows = append(m.view.Rows, row)
}

// targets is a row of each column's own target, so that earlier years aren't held
// against the newest.
func (m *tableMaker) targets(t *compare.Table) {
	row, any := RowView{Name: Link{Text: "Målvärde"}, Total: true}, false
	for _, target := range t.Targets {
		cell := CellView{Class: "tal"}
		if target != nil {
			cell.Text, any = target.Text, true
		}
		row.Cells = append(row.Cells, cell)
	}
	if any {
		m.view.Rows = append(m.view.Rows, row)
	}
}

// gap adds a row without figures to those that lack them for the same reason.
func (m *tableMaker) gap(r compare.Row) {
	first := firstGap(r)
	name, reason := m.link(r.Link, m.breakable(r.Name)), gapReason(first)
	shared := impersonal(reason, r.Name)
	for i := range m.view.Gaps {
		if g := &m.view.Gaps[i]; g.Mark == first.Text && g.shared == shared {
			g.Names = append(g.Names, name)
			g.Reason = strings.Replace(shared, delregionWord, delregionsWord, 1)
			return
		}
	}
	m.view.Gaps = append(m.view.Gaps, GapView{Names: []Link{name}, Mark: first.Text, Reason: reason, shared: shared})
}

func (m *tableMaker) cell(c compare.Cell, numeric bool) CellView {
	v := CellView{Class: cellClass(c, numeric), Text: c.Text, Spoken: spoken(c)}
	switch status, ok := verdict(c.Verdict); {
	case m.judge && ok:
		v.Verdict = &status
	case m.view.Matrix && c.Tone != compare.Neutral && !isGap(c):
		v.Shape = shape(c.Tone)
	}
	if len(m.extra) == 0 {
		v.Basis, v.Interval = c.Basis, c.FormatInterval()
	}
	if c.Link != "" {
		v.Href = m.link(c.Link, "").Href
	}
	if c.Note != "" && !m.saidElsewhere(c) {
		v.Note = m.note(c.Note)
		v.NoteID = m.view.ID + "-not-" + itoa(v.Note)
	}
	return v
}

// judged reports whether the cells of a table say how they stand to their targets: where
// rows or columns have targets of their own, no single line in a drawing shows it.
func judged(t *compare.Table) bool {
	return t.Chart == compare.Matrix || t.Chart == compare.Trend || t.Chart == compare.Multiples
}

// tableWidth names how many columns a matrix has, for the style sheet to give each of
// them room.
func tableWidth(columns int) string {
	for _, most := range []int{5, 7, 8, 14, 24} {
		if columns <= most {
			return "kolumner-" + itoa(most)
		}
	}
	return "kolumner-40"
}

// note numbers an explanation; the same words get the same number.
func (m *tableMaker) note(text string) int {
	if n := m.notes[text]; n > 0 {
		return n
	}
	n := len(m.notes) + 1
	m.notes[text] = n
	m.view.Footnotes = append(m.view.Footnotes, Footnote{n, m.view.ID + "-not-" + itoa(n), text})
	return n
}

func cellClass(c compare.Cell, numeric bool) string {
	var class []string
	if numeric {
		class = append(class, "tal")
	}
	if isGap(c) {
		class = append(class, "lucka")
	}
	if c.Tone != compare.Neutral {
		class = append(class, "ton-"+toneNames[c.Tone])
	}
	return strings.Join(class, " ")
}

// numericColumn reports whether a column holds figures, and so is set to the right.
func numericColumn(t *compare.Table, i int) bool {
	if t.Chart == compare.Matrix {
		return false
	}
	if t.Columns[i].Unit != "" {
		return true
	}
	for _, r := range t.Rows {
		if i < len(r.Cells) && r.Cells[i].State.HasNumber() {
			return true
		}
	}
	return false
}
