package compare

import (
	"fmt"
	"slices"

	"samverkan/internal/diag"
	"samverkan/internal/report"
)

// submissions lists every delregion of the register, also those without a submission.
func (e *edition) submissions() []Submission {
	var all []Submission
	for _, of := range e.register {
		s := e.submissionHead(of)
		if s.Delivered {
			e.out.Reported++
		}
		all = append(all, s)
	}
	county := e.county
	if e.sub(report.CountyID) != nil || e.hasNarrative(report.CountyID) {
		s := e.submissionHead(county)
		e.out.County = &s
	}
	return all
}

func (e *edition) submissionHead(of Delregion) Submission {
	defer diag.During(e.file(of))
	s := Submission{Delregion: of, Year: e.year, HasNarrative: e.hasNarrative(of.ID)}
	sub := e.sub(of.ID)
	if sub == nil {
		return s
	}
	s.Delivered = true
	s.Delivery, s.Organisation, s.Groups = sub.Delivery, sub.Organisation, sub.Groups
	s.Source = e.sourceName(sub.Delivery.Source)
	s.Activities = e.activitiesOf(of)
	return s
}

// file is the submission's, for messages.
func (e *edition) file(of Delregion) string { return fmt.Sprintf("data/%d/%s.toml", e.year, of.ID) }

func (e *edition) hasNarrative(owner string) bool {
	for _, n := range e.in.Narratives {
		if n.Year == e.year && n.Owner == owner && n.Chapter == "" {
			return true
		}
	}
	return false
}

// fillSubmissions adds what is drawn from the comparison to each submission.
func (e *edition) fillSubmissions() {
	for i := range e.out.Submissions {
		e.fill(&e.out.Submissions[i])
	}
	if e.out.County != nil {
		e.fill(e.out.County)
	}
}

func (e *edition) fill(s *Submission) {
	defer diag.During(e.file(s.Delregion))
	of := s.Delregion
	s.Goals = e.workOf(of)
	s.Outcomes = e.outcomesOf(of)
	s.Activity = e.timeline(of.ID+"-aktiviteter", "Aktiviteter över tid, "+of.Name+" "+FormatYear(e.year), s.Activities, false)
	s.Status = e.ownStatus(of, s.Activities)
	s.Budget, s.BudgetSources = e.budget(of), e.budgetSources(of)
	s.Deviations = e.deviationFact(of)
	if sub := e.sub(of.ID); sub != nil && sub.Has("checklista") {
		s.Checklist = checklistOf(sub.Checklist)
	}
	s.Spines = e.spines(of)
	s.Complete = e.completeness(*s)
}

// workOf is a delregion's work with the goals it reports, as it stands in the matrix.
func (e *edition) workOf(of Delregion) []GoalWork {
	var all []GoalWork
	for _, g := range e.out.Goals {
		for _, w := range g.Work {
			if w.Delregion.ID == of.ID && w.Works {
				all = append(all, w)
			}
		}
	}
	if of.ID == report.CountyID {
		all = append(all, e.countyWork()...)
	}
	return all
}

// countyWork is the county's own work with shared goals, which has no column.
func (e *edition) countyWork() []GoalWork {
	var all []GoalWork
	of := e.county
	for _, g := range e.out.Goals {
		if own := e.goalOf(of, g.ID); g.Shared && own != nil {
			all = append(all, e.work(g, of, own))
		}
	}
	return all
}

// outcomesOf is every shared indicator and the delregion's own.
func (e *edition) outcomesOf(of Delregion) []Outcome {
	var all []Outcome
	for _, i := range e.out.Indicators {
		for _, o := range i.Outcomes {
			if o.Delregion.ID == of.ID {
				all = append(all, o)
			}
		}
	}
	if of.ID == report.CountyID {
		all = append(e.countyOutcomes(), all...)
	}
	return all
}

// countyOutcomes are the shared indicators that the county's own submission reports.
func (e *edition) countyOutcomes() []Outcome {
	var all []Outcome
	of := e.county
	for n, d := range e.defs {
		if d.shared && e.measurement(d, of.ID) != nil {
			i := e.out.Indicators[n]
			all = append(all, e.outcomeOf(d, of, e.countyOwn(d), commonPeriod(e.figures(d)), i, e.series(d, of)))
		}
	}
	return all
}

// ownStatus is one row: the delregion's activities by status.
func (e *edition) ownStatus(of Delregion, items []Activity) Table {
	t := Table{
		ID: of.ID + "-status", Year: e.year, RowHead: "Delregion", Columns: statusColumns(),
		Title: "Aktiviteter efter status, " + of.Name + " " + FormatYear(e.year), Unit: report.Count, Example: e.example(),
	}
	if len(items) == 0 {
		return Table{ID: t.ID, Year: t.Year, Title: t.Title}
	}
	row := Row{ID: of.ID, Name: of.Name}
	for _, c := range t.Columns {
		row.Cells = append(row.Cells, e.statusCell(of, c.ID, items))
	}
	t.Rows = []Row{row}
	t.Sentence = statusSentence(items, 0)
	return t
}

// budget lists a delregion's posts. Amounts are public and never masked.
func (e *edition) budget(of Delregion) Table {
	t := Table{
		ID: of.ID + "-budget", Year: e.year, RowHead: "Post", Title: "Budget, " + of.Name + " " + FormatYear(e.year),
		Columns: []Column{{ID: "belopp", Name: "Belopp", Unit: report.Tkr}}, Example: e.example(),
	}
	sub := e.sub(of.ID)
	if sub == nil {
		return t
	}
	explained := slices.ContainsFunc(sub.Budget, func(p report.BudgetPost) bool { return p.Comment != "" })
	if explained {
		t.Columns = append(t.Columns, Column{ID: "forklaring", Name: "Förklaring"})
	}
	sums := map[report.Unit]float64{}
	for _, p := range sub.Budget {
		f := figure{unit: p.Unit, comment: p.Comment}.read(p.Amount)
		if f.state == Missing {
			f.note = "Uppgift saknas: beloppet är inte redovisat."
		}
		c := e.secrets.cell(f)
		if c.State == Shown {
			sums[p.Unit] += c.Number
		}
		t.Columns[0].Unit = p.Unit
		row := Row{ID: idOf(p.Post), Name: p.Post, Cells: []Cell{c}}
		switch {
		case explained && p.Comment != "":
			row.Cells = append(row.Cells, word(p.Comment, Neutral))
		case explained:
			row.Cells = append(row.Cells, Cell{State: Empty})
		}
		t.Rows = append(t.Rows, row)
	}
	t.Unit = t.Columns[0].Unit
	t.Sentence = budgetSentence(t, sums)
	return t
}

// budgetSources are where the posts come from, the submission's own source or another.
func (e *edition) budgetSources(of Delregion) []string {
	var all []string
	if sub := e.sub(of.ID); sub != nil {
		for _, p := range sub.Budget {
			all = union(all, []string{e.sourceName(p.Source, sub.Delivery.Source)})
		}
	}
	return all
}

// budgetSentence adds up the posts, in thousands of kronor where some are written so.
func budgetSentence(t Table, sums map[report.Unit]float64) string {
	if len(t.Rows) == 0 {
		return ""
	}
	posts := counted(len(t.Rows), "ingen", "budgetpost", "budgetposter")
	unit, total := t.Unit, sums[t.Unit]
	switch {
	case len(sums) == 0:
		return sentence(posts + " är redovisade, utan belopp")
	case len(sums) > 1: // as in the comparison of all budgets
		unit, total = report.Tkr, sums[report.Tkr]+sums[report.Kronor]/1000
	}
	sum := FormatUnit(total, writtenDecimals(total), unit)
	if len(t.Rows) == 1 {
		return sentence("en budgetpost är redovisad, på " + sum)
	}
	return sentence(posts + " är redovisade, på sammanlagt " + sum)
}
