package page

import (
	"samverkan/internal/compare"
)

// sharedMatrix is the goal matrix without the delregioner's own goals, which would be
// long rows with a single mark. A last row counts them instead and leads to them.
func (p *pen) sharedMatrix(y *compare.Year) *Figure {
	if len(y.GoalMatrix.Rows) == 0 {
		return nil
	}
	t := y.GoalMatrix
	t.Rows = nil
	for _, r := range y.GoalMatrix.Rows {
		if g := goalBySlug(y, r.ID); g == nil || g.Shared {
			t.Rows = append(t.Rows, r)
		}
	}
	if own := ownGoalsRow(y, &t); own != nil {
		t.Rows = append(t.Rows, *own)
	}
	f := p.figure(&t, goalSources(y)...).plain()
	if f != nil {
		markUnassessed(f, &t)
	}
	return f
}

// markUnassessed sets a dot where a goal is worked with but not assessed, since the
// same words in every cell would hide those that say something.
func markUnassessed(f *Figure, t *compare.Table) {
	word := ""
	for i, r := range t.Rows {
		for j, c := range r.Cells {
			if r.Total || c.State != compare.Words || c.Tone != compare.Neutral {
				continue
			}
			v := &f.Table.Rows[i].Cells[j]
			word, v.Spoken, v.Text, v.Shape, v.Class = c.Text, c.Text, "", shape(compare.Neutral), "prick"
		}
	}
	if word != "" {
		f.Legend = append(f.Legend, shapeKey(compare.Neutral, capital(word)+"."))
	}
}

func ownGoalsRow(y *compare.Year, t *compare.Table) *compare.Row {
	counts := map[string]int{}
	for _, g := range y.Goals {
		if !g.Shared {
			counts[g.Owner.ID]++
		}
	}
	if len(counts) == 0 {
		return nil
	}
	row := compare.Row{ID: "egna", Name: "Egna mål", Link: pageID(yearPath(y.Year, "mal")) + "#egna", Total: true}
	for _, c := range t.Columns {
		cell := compare.Cell{State: compare.Empty}
		if n := counts[c.ID]; n > 0 {
			cell = compare.Cell{State: compare.Words, Text: counted(n, "eget mål", "egna mål"),
				Link: pageID(yearPath(y.Year, c.ID)) + "#mal"}
		}
		row.Cells = append(row.Cells, cell)
	}
	return &row
}

func goalSources(y *compare.Year) []string {
	var sources []string
	for _, g := range y.Goals {
		for _, w := range g.Work {
			if w.Works {
				sources = append(sources, w.Source)
			}
		}
	}
	return sources
}
