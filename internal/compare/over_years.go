package compare

import (
	"strconv"

	"samverkan/internal/report"
)

// Edition is a delregion's submission and its year.
type Edition struct {
	Year       *Year
	Submission *Submission
}

// Editions are a delregion's submissions of the years that anyone has reported,
// ascending, with those that never came.
func (c *Comparison) Editions(delregion string) []Edition {
	var all []Edition
	for _, y := range c.Years {
		if y.Reported == 0 {
			continue
		}
		for i := range y.Submissions {
			if y.Submissions[i].Delregion.ID == delregion {
				all = append(all, Edition{y, &y.Submissions[i]})
			}
		}
	}
	return all
}

// OverYears are a delregion's tables with a column for each year. A cell is as it was
// published that year.
type OverYears struct{ Indicators, Goals, Counts Table }

// OverYears sets side by side what each of a delregion's editions says. The tables are empty
// where there is no edition.
func (c *Comparison) OverYears(d Delregion) OverYears {
	all := c.Editions(d.ID)
	if len(all) == 0 {
		return OverYears{}
	}
	table := func(id, rowHead, title string, say func(Table) string, facts func(Edition) []yearFact) Table {
		t := Table{
			ID: "ar-" + id, RowHead: rowHead, Title: title + ", " + d.Name, Chart: Matrix,
			Example: c.Site.Example, Year: all[len(all)-1].Year.Year,
		}
		t.overYears(all, facts)
		t.Sentence = say(t)
		return t
	}
	return OverYears{
		table("indikatorer", "Indikator", "Utfall mot varje års målvärde", outcomeYears, outcomesOf),
		table("mal", "Mål", "Bedömning av målen", goalYears, goalsOf),
		table("omfattning", "Uppgift", "Aktiviteter och avvikelser", countYears, countsOf),
	}
}

// yearFact is a cell of a year with the row that it belongs in.
type yearFact struct {
	id, name, page string
	cell           Cell
}

// overYears fills in what each year says. A row is there if any year has something to say
// of it; its name is the newest.
func (t *Table) overYears(all []Edition, facts func(Edition) []yearFact) {
	at := map[string]int{}
	for i := len(all) - 1; i >= 0; i-- { // the newest year decides order and names
		for _, f := range facts(all[i]) {
			if _, found := at[f.id]; !found {
				at[f.id] = len(t.Rows)
				t.Rows = append(t.Rows, Row{ID: f.id, Name: f.name, Link: f.page, Cells: blanks(all)})
			}
			t.Rows[at[f.id]].Cells[i] = f.cell
		}
	}
	for _, e := range all {
		year := strconv.Itoa(e.Year.Year)
		t.Columns = append(t.Columns, Column{ID: year, Name: year})
	}
}

// blanks are a row's cells before any year has said anything.
func blanks(all []Edition) []Cell {
	cells := make([]Cell, len(all))
	for i, e := range all {
		cells[i] = Cell{State: Empty}
		if !e.Submission.Delivered {
			cells[i] = Cell{State: NotSubmitted, Text: "…"}
		}
	}
	return cells
}

// page is where a part of the edition's submission is shown.
func (e Edition) page(part string) string {
	return pageOf(e.Year.Year, e.Submission.Delregion.ID) + "#" + part
}

func outcomesOf(e Edition) []yearFact {
	var facts []yearFact
	for _, o := range e.Submission.Outcomes {
		if s := o.Cell.State; (s == NotSubmitted || s == Missing || s == Empty) && o.Cell.Comment == "" {
			continue
		}
		facts = append(facts, yearFact{o.Indicator, o.Name, pageOf(e.Year.Year, "indikatorer", o.Indicator), plainCell(o.Cell, e.page("indikatorer"))})
	}
	return facts
}

func goalsOf(e Edition) []yearFact {
	var facts []yearFact
	for _, w := range e.Submission.Goals {
		if w.Works {
			c := w.Cell
			c.Note, c.Link = "", e.page("mal")
			facts = append(facts, yearFact{w.Goal, w.Name, pageOf(e.Year.Year, "mal", w.Goal), c})
		}
	}
	return facts
}

func countsOf(e Edition) []yearFact {
	var facts []yearFact
	if n := len(e.Submission.Activities); n > 0 {
		done := 0
		for _, a := range e.Submission.Activities {
			done += boolCount(a.Status == report.Done)
		}
		c := word(FormatNumber(float64(n), 0)+"\u00a0"+plural(float64(n), "aktivitet", "aktiviteter")+", varav "+NumberWord(done)+" klara", Neutral)
		c.Link = e.page("aktivitetsplan")
		facts = append(facts, yearFact{"aktiviteter", "Aktiviteter", "", c})
	}
	if d := e.Submission.Deviations; d.Reported {
		facts = append(facts, yearFact{"avvikelser", "Avvikelser", "", plainCell(d.Total, e.page("avvikelser"))})
	}
	return facts
}
