package page

import (
	"strings"

	"samverkan/internal/compare"
)

// extraColumn shows something that a figure carries with it in a column of its own,
// so that a table of one figure per row can be read down.
type extraColumn struct {
	name    string
	numeric bool
	cell    func(compare.Cell) CellView
}

// extraColumns are those that any row of a table with a single column has something in.
func (m *tableMaker) extraColumns(t *compare.Table) []extraColumn {
	if len(t.Columns) != 1 || m.view.Matrix {
		return nil
	}
	all := []extraColumn{
		{"Underlag", true, func(c compare.Cell) CellView { return CellView{Class: "tal svag", Text: c.Basis} }},
		{m.confidence() + " konfidensintervall", true, intervalCell},
		{"Period", false, func(c compare.Cell) CellView { return CellView{Class: "svag", Text: c.Period.Text} }},
		{"Mot målvärdet", false, func(c compare.Cell) CellView { return statusCell(verdict(c.Verdict)) }},
		{"Mot länet", false, func(c compare.Cell) CellView { return statusCell(standing(c.Standing)) }},
	}
	var used []extraColumn
	for _, x := range all {
		if saysAnything(t, x) {
			used = append(used, x)
		}
	}
	return used
}

func saysAnything(t *compare.Table, x extraColumn) bool {
	for _, r := range t.Rows {
		if len(r.Cells) > 0 && x.cell(r.Cells[0]).Text != "" {
			return true
		}
	}
	return false
}

func intervalCell(c compare.Cell) CellView {
	if c.Interval == nil {
		return CellView{}
	}
	return CellView{Class: "tal svag", Text: c.FormatInterval()}
}

func statusCell(s Status, ok bool) CellView {
	if !ok {
		return CellView{}
	}
	return CellView{Class: "ton-" + s.Tone, Text: s.Word, Shape: s.Shape}
}

// confidence is the site's degree of confidence: "95 %".
func (p *press) confidence() string { return p.cmp.Confidence() }

// saidElsewhere reports whether a note only says what the explanation of marks below
// the table says, or the period that stands in a column.
func (m *tableMaker) saidElsewhere(c compare.Cell) bool {
	if c.State == compare.Masked || c.State == compare.NotSubmitted {
		return true
	}
	return len(m.extra) > 0 && strings.EqualFold(c.Note, "Avser "+c.Period.Text+".")
}
