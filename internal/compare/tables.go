package compare

import "slices"

// allTables lists every table, by year and page.
func allTables(c *Comparison) []*Table {
	var tables []*Table
	for _, y := range c.Years {
		tables = append(tables, y.Tables()...)
	}
	return tables
}

// Tables are those of the year that have rows.
func (y *Year) Tables() []*Table {
	tables := []*Table{&y.GoalMatrix}
	for i := range y.Indicators {
		tables = append(tables, y.Indicators[i].tables()...)
	}
	tables = append(tables, &y.Comparable)
	tables = append(tables, y.Deviations.tables()...)
	tables = append(tables, &y.Activities.Status, &y.Activities.Areas, &y.Activities.Timeline, &y.Fardplan.Table)
	tables = append(tables, y.Forms.tables()...)
	for i := range y.Submissions {
		tables = append(tables, y.Submissions[i].tables()...)
	}
	if y.County != nil {
		tables = append(tables, y.County.tables()...)
	}
	return slices.DeleteFunc(tables, func(t *Table) bool { return t == nil || len(t.Rows) == 0 })
}

func (i *Indicator) tables() []*Table {
	tables := []*Table{&i.Table}
	for b := range i.Breakdowns {
		tables = append(tables, &i.Breakdowns[b])
	}
	return append(tables, i.Trend)
}

func (d *Deviations) tables() []*Table {
	tables := []*Table{&d.Totals}
	for i := range d.Dimensions {
		tables = append(tables, &d.Dimensions[i].Table)
	}
	return append(tables, d.Funnel, &d.Analysis)
}

func (s *Submission) tables() []*Table {
	tables := []*Table{&s.Activity, &s.Status, &s.Budget}
	for i := range s.Spines {
		tables = append(tables, &s.Spines[i])
	}
	for i := range s.Deviations.Dimensions {
		tables = append(tables, &s.Deviations.Dimensions[i])
	}
	return tables
}
