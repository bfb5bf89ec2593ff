package page

import (
	"fmt"
	"path"

	"samverkan/internal/compare"
	"samverkan/internal/report"
)

// OverYearsPage is one delregion over the years.
type OverYearsPage struct {
	Frame
	Editions   []YearCard // newest first
	Indicators *Figure
	Goals      *Figure
	Counts     *Figure
}

// YearCard is a delregion's submission of a year in a few lines.
type YearCard struct {
	Page Link
	SubmissionCard
}

func overYearsPath(delregion string) string { return path.Join("delregioner", delregion, homePath) }

func overYearsSheets(p *press) []sheet {
	var sheets []sheet
	for _, d := range p.cmp.Delregioner {
		if len(p.editions(d.ID)) < 2 {
			continue
		}
		sheets = append(sheets, sheet{
			path: overYearsPath(d.ID), layout: "overyears", title: d.Name + " över åren",
			fill: func(p *pen) any { return fillOverYears(p, d) },
		})
	}
	return sheets
}

// edition is a delregion's submission and its year.
type edition struct {
	year *compare.Year
	sub  *compare.Submission
}

// editions are a delregion's submissions of the years that anyone has reported,
// ascending, with those that never came.
func (p *press) editions(delregion string) []edition {
	var all []edition
	for _, y := range p.cmp.Years {
		if y.Reported == 0 {
			continue
		}
		for i := range y.Submissions {
			if y.Submissions[i].Delregion.ID == delregion {
				all = append(all, edition{y, &y.Submissions[i]})
			}
		}
	}
	return all
}

func fillOverYears(p *pen, d compare.Delregion) any {
	all := p.editions(d.ID)
	page := &OverYearsPage{}
	page.Frame = p.frame(d.Name+" över åren", overYearsLead(d, all))
	page.Kicker = "Delregion"
	for i := len(all) - 1; i >= 0; i-- {
		e := all[i]
		c := YearCard{Page: p.page(yearPath(e.year.Year, d.ID), itoa(e.year.Year))}
		c.Delivered, c.State = e.sub.Delivered, deliveryState(*e.sub)
		if e.sub.Delivered {
			c.Has = submissionCounts(*e.sub)
		}
		page.Editions = append(page.Editions, c)
	}
	page.Indicators = p.yearsFigure(d, all, yearsTable("indikatorer", "Indikator", "Utfall mot varje års målvärde"), compare.OutcomeYears, outcomesOf)
	page.Goals = p.yearsFigure(d, all, yearsTable("mal", "Mål", "Bedömning av målen"), compare.GoalYears, goalsOf)
	page.Counts = p.yearsFigure(d, all, yearsTable("omfattning", "Uppgift", "Aktiviteter och avvikelser"), compare.CountYears, countsOf)
	p.neighbours(&page.Frame, p.siblings())
	return page
}

func overYearsLead(d compare.Delregion, all []edition) string {
	var years []string
	for _, e := range all {
		if e.sub.Delivered {
			years = append(years, itoa(e.year.Year))
		}
	}
	if len(years) == 0 {
		return d.Name + " har inte lämnat underlag för något år."
	}
	return fmt.Sprintf("%s har underlag för %s.", d.Name, sentenceList(years))
}

func yearsTable(id, rowHead, title string) compare.Table {
	return compare.Table{ID: "ar-" + id, RowHead: rowHead, Title: title, Chart: compare.Matrix}
}

// fact is a cell of a year with the row that it belongs in.
type fact struct {
	id, name, page string
	cell           compare.Cell
}

// yearsFigure sets what each year says side by side. A row is there if any year has
// something to say of it; its name is the newest.
func (p *pen) yearsFigure(d compare.Delregion, all []edition, t compare.Table, say func(compare.Table) string, facts func(edition) []fact) *Figure {
	t.Example, t.Title = p.cmp.Site.Example, t.Title+", "+d.Name
	t.Year = all[len(all)-1].year.Year
	at := map[string]int{}
	for i := len(all) - 1; i >= 0; i-- { // the newest year decides order and names
		for _, f := range facts(all[i]) {
			if _, found := at[f.id]; !found {
				at[f.id] = len(t.Rows)
				t.Rows = append(t.Rows, compare.Row{ID: f.id, Name: f.name, Link: f.page, Cells: blanks(all)})
			}
			t.Rows[at[f.id]].Cells[i] = f.cell
		}
	}
	for _, e := range all {
		t.Columns = append(t.Columns, compare.Column{ID: itoa(e.year.Year), Name: itoa(e.year.Year)})
	}
	t.Sentence = say(t)
	return p.figure(&t).plain()
}

// blanks are a row's cells before any year has said anything.
func blanks(all []edition) []compare.Cell {
	cells := make([]compare.Cell, len(all))
	for i, e := range all {
		cells[i] = compare.Cell{State: compare.Empty}
		if !e.sub.Delivered {
			cells[i] = compare.Cell{State: compare.NotSubmitted, Text: "…"}
		}
	}
	return cells
}

func outcomesOf(e edition) []fact {
	var facts []fact
	for _, o := range e.sub.Outcomes {
		if lacks(o.Cell) && o.Cell.Comment == "" {
			continue
		}
		c := plainCell(o.Cell, pageID(yearPath(e.year.Year, e.sub.Delregion.ID))+"#indikatorer")
		facts = append(facts, fact{o.Indicator, o.Name, pageID(yearPath(e.year.Year, "indikatorer", o.Indicator)), c})
	}
	return facts
}

func goalsOf(e edition) []fact {
	var facts []fact
	for _, w := range e.sub.Goals {
		if w.Works {
			c := w.Cell
			c.Note, c.Link = "", pageID(yearPath(e.year.Year, e.sub.Delregion.ID))+"#mal"
			facts = append(facts, fact{w.Goal, w.Name, pageID(yearPath(e.year.Year, "mal", w.Goal)), c})
		}
	}
	return facts
}

func countsOf(e edition) []fact {
	var facts []fact
	if n := len(e.sub.Activities); n > 0 {
		done := 0
		for _, a := range e.sub.Activities {
			if a.Status == report.Done {
				done++
			}
		}
		text := counted(n, "aktivitet", "aktiviteter") + ", varav " + number(done) + " klara"
		facts = append(facts, fact{"aktiviteter", "Aktiviteter", "",
			compare.Cell{State: compare.Words, Text: text, Link: pageID(yearPath(e.year.Year, e.sub.Delregion.ID)) + "#aktivitetsplan"}})
	}
	if d := e.sub.Deviations; d.Reported {
		c := plainCell(d.Total, pageID(yearPath(e.year.Year, e.sub.Delregion.ID))+"#avvikelser")
		facts = append(facts, fact{"avvikelser", "Avvikelser", "", c})
	}
	return facts
}
