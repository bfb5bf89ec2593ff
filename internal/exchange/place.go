package exchange

import (
	"strconv"
	"strings"

	"samverkan/internal/compare"
	"samverkan/internal/report"
)

// Exporter writes the tables of one comparison.
type Exporter struct {
	comparison *compare.Comparison
	names      map[string]string // of delregioner and the county, by id
}

// New makes an exporter. It needs the comparison and not only its tables, since only
// the register says which rows and columns are delregioner.
func New(c *compare.Comparison) *Exporter {
	e := &Exporter{comparison: c, names: map[string]string{report.CountyID: c.Site.County}}
	for _, d := range c.Delregioner {
		e.names[d.ID] = d.Name
	}
	return e
}

// each calls use with the cells of a table, row by row. A cell where nothing is expected is
// left out.
func (e *Exporter) each(t *compare.Table, use func(*record)) {
	for i := range t.Rows {
		row := &t.Rows[i]
		for j := range row.Cells[:min(len(row.Cells), len(t.Columns))] {
			if cell := &row.Cells[j]; cell.State != compare.Empty {
				r := e.record(t, row, &t.Columns[j], cell)
				use(&r)
			}
		}
	}
}

// record says what a cell is about. In most tables a row is a delregion and a column
// what is measured, but a column may also be a year or a delregion, and a row anything
// that has a name.
func (e *Exporter) record(t *compare.Table, row *compare.Row, column *compare.Column, cell *compare.Cell) record {
	r := record{table: t, cell: cell, cellUnit: cell.Unit, year: t.Year, measure: named{column.ID, column.Name}}
	if cell.Unit == "" {
		r.cellUnit = column.Unit
	}
	if year, ok := yearColumn(*column); ok {
		r.year, r.measure = year, named{"varde", "Värde"}
	}
	if _, ok := e.names[column.ID]; ok {
		r.measure = named{"varde", "Värde"}
	}
	id := e.owner(t, row, column, cell)
	r.delregion = named{id, e.names[id]}
	if id == row.ID {
		r.delregion.name = row.Name // the county's row may be a sum or a pooled value
	} else {
		r.item = named{row.ID, row.Name}
	}
	return r
}

// yearColumn reports whether a column stands for a year.
func yearColumn(c compare.Column) (int, bool) {
	if len(c.ID) != 4 {
		return 0, false
	}
	year, err := strconv.Atoi(c.ID)
	return year, err == nil
}

// owner is the delregion that a cell is about, "" for none: its row's or its column's,
// else the one that its fact belongs to, else the one that the row's or the table's own
// id begins with.
func (e *Exporter) owner(t *compare.Table, row *compare.Row, column *compare.Column, cell *compare.Cell) string {
	if _, ok := e.names[row.ID]; ok {
		return row.ID
	}
	if _, ok := e.names[column.ID]; ok {
		return column.ID
	}
	_, rest, _ := strings.Cut(cell.Key, "/")
	if id, _, more := strings.Cut(rest, "/"); more {
		if _, ok := e.names[id]; ok {
			return id
		}
	}
	if id := e.longest(row.ID); id != "" {
		return id
	}
	return e.longest(t.ID)
}

// longest is the delregion whose id a longer one begins with: "simba" of "simba-budget".
func (e *Exporter) longest(id string) string {
	found := ""
	for name := range e.names {
		if rest, ok := strings.CutPrefix(id, name); ok && strings.HasPrefix(rest, "-") && len(name) > len(found) {
			found = name
		}
	}
	return found
}
