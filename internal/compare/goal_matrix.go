package compare

import (
	"strconv"

	"samverkan/internal/report"
)

// goalMatrix is goals × delregioner. The county's own goals have no column and are
// left to its page.
func (e *edition) goalMatrix() Table {
	t := Table{
		ID: "mal-matris", Year: e.year, Title: "Mål och delregioner " + FormatYear(e.year), RowHead: "Mål",
		Chart: Matrix, Example: e.example(),
	}
	for _, of := range e.register {
		t.Columns = append(t.Columns, Column{ID: of.ID, Name: of.Name})
	}
	for _, g := range e.out.Goals {
		if !g.Shared && g.Owner.ID == report.CountyID {
			continue
		}
		row := Row{ID: g.Slug, Name: g.Name, Link: e.page("mal", g.Slug)}
		for _, of := range e.register {
			row.Cells = append(row.Cells, e.matrixCell(g, of))
		}
		t.Rows = append(t.Rows, row)
	}
	t.Notes = e.matrixNotes()
	t.Sentence = e.matrixSentence()
	return t
}

func (e *edition) matrixCell(g Goal, of Delregion) Cell {
	for _, w := range g.Work {
		if w.Delregion.ID == of.ID {
			return w.Cell
		}
	}
	return Cell{State: Empty}
}

func (e *edition) matrixNotes() []string {
	notes := []string{"En tom ruta betyder att delregionen inte har redovisat målet."}
	for _, g := range e.out.Goals {
		for _, w := range g.Work {
			if w.Disagree {
				return append(notes, "Bedömningen är delregionens egen. Där indikatorerna säger något annat visas båda.")
			}
		}
	}
	return append(notes, "Bedömningen är delregionens egen.")
}

// matrixSentence counts reported goals and how they were assessed.
func (e *edition) matrixSentence() string {
	works, assessed, reached := 0, 0, 0
	for _, g := range e.out.Goals {
		for _, w := range g.Work {
			if !w.Works || w.Delregion.ID == report.CountyID {
				continue
			}
			works++
			if w.Assessment != report.NotAssessed {
				assessed++
			}
			if w.Assessment == report.Reached {
				reached++
			}
		}
	}
	if works == 0 {
		return sentence("ingen delregion har redovisat något mål")
	}
	s := ofDelregioner(e.delregionerWithGoals(), len(e.register)) + " redovisar arbete med sammanlagt " +
		goalCount(e.goalsWorkedWith())
	if n := e.sharedWorkedWith(); n > 0 {
		s += ", varav " + strconv.Itoa(n) + plural(float64(n), " gemensamt", " gemensamma")
	}
	switch assessed {
	case 0:
		s += "; ingen har redovisat om något mål är uppnått, så måluppfyllelsen kan inte jämföras"
	default:
		some := outOf(assessed, works) + " redovisningar"
		if assessed == works && works > 2 {
			some = "alla " + strconv.Itoa(works) + " redovisningar"
		}
		s += "; " + some + " har en bedömning, och " +
			noneOr(reached, "ingen") + " av dem är ”uppnått”"
	}
	return sentence(s)
}

func (e *edition) delregionerWithGoals() int {
	n := 0
	for _, of := range e.register {
		if sub := e.sub(of.ID); sub != nil && len(sub.Goals) > 0 {
			n++
		}
	}
	return n
}

func (e *edition) goalsWorkedWith() int {
	n := 0
	for _, g := range e.out.Goals {
		if g.Owner.ID != report.CountyID && anyWorks(g) {
			n++
		}
	}
	return n
}

func (e *edition) sharedWorkedWith() int {
	n := 0
	for _, g := range e.out.Goals {
		if g.Shared && anyWorks(g) {
			n++
		}
	}
	return n
}

func anyWorks(g Goal) bool {
	for _, w := range g.Work {
		if w.Works {
			return true
		}
	}
	return false
}
