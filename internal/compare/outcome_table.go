package compare

// OutcomeTable is shared indicators × delregioner: figure and verdict in each cell, the
// target before them and the county's value after; nil where the data is too sparse for
// a table to be more than gaps. Its figures are those of the indicators' own tables.
func (c *Comparison) OutcomeTable(y *Year) *Table {
	if !y.dense() {
		return nil
	}
	t := &Table{
		ID: "utfall", Year: y.Year, RowHead: "Indikator", Chart: Matrix,
		Title: "Utfall och målvärden " + FormatYear(y.Year), Example: c.Site.Example,
		Columns: []Column{{ID: "malvarde", Name: "Målvärde"}}, Sentence: y.Targets,
	}
	for _, d := range c.Delregioner {
		t.Columns = append(t.Columns, Column{ID: d.ID, Name: d.Name})
	}
	t.Columns = append(t.Columns, Column{ID: "lanet", Name: "Länet"})
	for i := range y.Indicators {
		if ind := &y.Indicators[i]; ind.Shared && ind.Reporters > 0 {
			t.Rows = append(t.Rows, outcomeTableRow(y, ind))
		}
	}
	return t
}

// dense reports whether so many have reported that a list of their figures would hide
// more than it shows.
func (y *Year) dense() bool {
	many := 0
	for i := range y.Indicators {
		many += boolCount(y.Indicators[i].Shared && y.Indicators[i].Reporters > 2)
	}
	return many > 2
}

func outcomeTableRow(y *Year, ind *Indicator) Row {
	self := pageOf(y.Year, "indikatorer", ind.Slug)
	row := Row{ID: ind.Slug, Name: ind.Name, Link: self}
	target := word("inget satt", Lacking)
	if ind.Target != nil {
		target = word(ind.Target.Words(), Neutral)
	}
	row.Cells = append(row.Cells, target)
	for _, o := range ind.Outcomes {
		cell := plainCell(o.Cell, self)
		if cell.State.HasNumber() {
			cell.Link = pageOf(y.Year, o.Delregion.ID) + "#utfall-" + o.Indicator
		}
		row.Cells = append(row.Cells, cell)
	}
	row.Cells = append(row.Cells, plainCell(ind.County, ""))
	return row
}

// plainCell leaves out what the indicator's own page says, but never what a figure must
// not be compared without: its interval, another period, a definition of its own.
func plainCell(c Cell, link string) Cell {
	if !c.OtherPeriod && !c.OwnDefinition {
		c.Note = ""
	}
	c.Basis, c.Link = "", link
	return c
}
