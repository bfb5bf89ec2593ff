package page

import (
	"strings"

	"samverkan/internal/compare"
)

// outcomeTableID is the table of every shared indicator's outcome against its target.
const outcomeTableID = "utfall"

// dense reports whether so many have reported that a list of their figures would hide
// more than it shows.
func dense(y *compare.Year) bool {
	many := 0
	for _, ind := range y.Indicators {
		if ind.Shared && ind.Reporters > 2 {
			many++
		}
	}
	return many > 2
}

// outcomeTable is shared indicators × delregioner: figure and verdict in each cell, the
// target before them and the county's value after; nil where the data is too sparse for
// a table to be more than gaps.
func (p *pen) outcomeTable(y *compare.Year) *Figure {
	if !dense(y) {
		return nil
	}
	t := compare.Table{
		ID: outcomeTableID, Year: y.Year, RowHead: "Indikator", Chart: compare.Matrix,
		Title: "Utfall och målvärden " + itoa(y.Year), Example: p.cmp.Site.Example,
		Columns: []compare.Column{{ID: "malvarde", Name: "Målvärde"}}, Sentence: y.Targets,
	}
	for _, d := range p.cmp.Delregioner {
		t.Columns = append(t.Columns, compare.Column{ID: d.ID, Name: d.Name})
	}
	t.Columns = append(t.Columns, compare.Column{ID: "lanet", Name: "Länet"})
	for i := range y.Indicators {
		if ind := &y.Indicators[i]; ind.Shared && ind.Reporters > 0 {
			t.Rows = append(t.Rows, outcomeTableRow(y, ind))
		}
	}
	return p.figure(&t).plain()
}

func outcomeTableRow(y *compare.Year, ind *compare.Indicator) compare.Row {
	self := pageID(yearPath(y.Year, "indikatorer", ind.Slug))
	row := compare.Row{ID: ind.Slug, Name: ind.Name, Link: self}
	target := compare.Cell{State: compare.Words, Text: "inget satt", Tone: compare.Lacking}
	if ind.Target != nil {
		target.Text, target.Tone = targetWords(*ind.Target), compare.Neutral
	}
	row.Cells = append(row.Cells, target)
	for _, o := range ind.Outcomes {
		c := plainCell(o.Cell, self)
		if c.State.HasNumber() {
			c.Link = strings.Replace(outcomePage(y, o), "/"+homePath, "", 1)
		}
		row.Cells = append(row.Cells, c)
	}
	row.Cells = append(row.Cells, plainCell(ind.County, ""))
	return row
}

// plainCell leaves out what the indicator's own page says, but never what a figure must
// not be compared without: its interval, another period, a definition of its own.
func plainCell(c compare.Cell, link string) compare.Cell {
	if !c.OtherPeriod && !c.OwnDefinition {
		c.Note = ""
	}
	c.Basis, c.Link = "", link
	return c
}

// outcomePage is where a delregion's page says everything of an outcome; the top of the
// page where it has no figure to show.
func outcomePage(y *compare.Year, o compare.Outcome) string {
	file := yearPath(y.Year, o.Delregion.ID)
	if lacks(o.Cell) || o.Cell.State == compare.Related {
		return file
	}
	return file + "#" + outcomeID("", o.Indicator)
}

// outcomeID is the anchor of an indicator's outcome in a delregion's page.
func outcomeID(prefix, slug string) string { return prefix + "utfall-" + slug }

// ownIndicators leads to the delregioner's own indicators, which no table compares.
func (p *pen) ownIndicators(y *compare.Year) Link {
	n := 0
	for _, ind := range y.Indicators {
		if !ind.Shared && ind.Reporters > 0 {
			n++
		}
	}
	if n == 0 {
		return Link{}
	}
	return p.page(yearPath(y.Year, "indikatorer")+"#egna", counted(n, "egen indikator", "egna indikatorer")+" redovisas också")
}
