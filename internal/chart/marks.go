package chart

import (
	"slices"
	"strconv"

	"samverkan/internal/compare"
)

// Marks ties a drawing to the table beside it, so that a reader who points at a mark can be told what the table says.
// The wide and the narrow drawing have the same.
type Marks struct {
	// Series says what the drawing's series are in the table, RowSeries or ColumnSeries; "" when there is only one, or
	// none that can be told apart.
	Series string
	of     map[[2]int]string
}

// What Marks.Series may be: the words of the page's own attributes.
const (
	RowSeries    = "rader"
	ColumnSeries = "kolumner"
)

// Of names the marks that a cell stands for as "data-serie.data-punkt", with a space between; "" for none. Where the
// whole row is one mark, it is the cell of its figure or of its first date.
func (m Marks) Of(row, column int) string { return m.of[[2]int{row, column}] }

// MarksOf finds the marks of a table. What each kind numbers is said at its function.
func MarksOf(t *compare.Table) Marks {
	m := Marks{of: map[[2]int]string{}}
	switch t.Chart {
	case compare.Bars:
		m.bars(t)
	case compare.Distribution:
		m.distribution(t)
	case compare.Shares:
		m.shares(t)
	case compare.Trend, compare.Multiples:
		m.trend(t)
	case compare.Timeline:
		m.timeline(t)
	case compare.Funnel:
		m.funnel(t)
	case compare.Spine:
		m.spine(t)
	}
	return m
}

func (m *Marks) add(row, column, serie, point int) {
	at, mark := [2]int{row, column}, strconv.Itoa(serie)+"."+strconv.Itoa(point)
	if before := m.of[at]; before != "" {
		mark = before + " " + mark
	}
	m.of[at] = mark
}

// bars have their whiskers as a second series.
func (m *Marks) bars(t *compare.Table) {
	columns, drawn := figureColumns(t), 0
	for i, r := range t.Rows {
		if r.Total || len(columns) == 0 {
			continue
		}
		m.add(i, columns[0], 0, drawn)
		m.add(i, columns[0], 1, drawn)
		drawn++
	}
}

func (m *Marks) distribution(t *compare.Table) {
	if len(t.Rows) != 1 {
		m.shares(t)
		return
	}
	drawn := 0
	for i := range t.Columns {
		if one := cell(t.Rows[0], i); one.State.HasNumber() || reason(one) != "" {
			m.add(0, i, 0, drawn)
			m.add(0, i, 1, drawn)
			drawn++
		}
	}
}

func (m *Marks) shares(t *compare.Table) {
	m.Series = ColumnSeries
	for part, column := range shareColumns(t) {
		for i := range t.Rows {
			m.add(i, column, part, i)
		}
	}
}

func (m *Marks) trend(t *compare.Table) {
	lines := trendLines(t)
	if len(lines) > 1 {
		m.Series = RowSeries
	}
	for serie, line := range lines {
		row := slices.IndexFunc(t.Rows, func(r compare.Row) bool { return r.ID == line.row.ID })
		for i := range t.Columns {
			if cell(line.row, i).State.HasNumber() {
				m.add(row, i, serie, i)
			}
		}
	}
}

// timeline leaves out the thin lines between the marks: they come after the series that the key explains.
func (m *Marks) timeline(t *compare.Table) {
	column := columnByID(t, "nar")
	if column < 0 {
		column = columnByID(t, "klart")
	}
	c := &timeChart{t: t}
	for _, r := range t.Rows {
		c.activities = append(c.activities, newActivity(t, r))
	}
	for i := range t.Rows {
		for serie := range c.kinds() {
			m.add(i, column, serie, i)
		}
	}
}

func (m *Marks) funnel(t *compare.Table) {
	column := columnByID(t, "tal")
	if columns := figureColumns(t); column < 0 && len(columns) > 0 {
		column = columns[0]
	}
	for i := range t.Rows {
		m.add(i, column, 0, i)
	}
}

func (m *Marks) spine(t *compare.Table) {
	drawn := 0
	for column := range t.Columns {
		if !hasFigures(t, column) {
			continue
		}
		for i := range t.Rows {
			m.add(i, column, 2*drawn, i)
			m.add(i, column, 2*drawn+1, i)
		}
		drawn++
	}
}
