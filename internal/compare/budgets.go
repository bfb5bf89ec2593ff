package compare

import (
	"samverkan/internal/report"
)

// budgets sets the delregioner's budgets side by side, in thousands of kronor. Amounts
// are public and never masked.
func (e *edition) budgets() Table {
	t := Table{
		ID: "budget", Year: e.year, RowHead: "Delregion", Chart: Bars, Unit: report.Tkr,
		Title:   "Redovisad budget " + FormatYear(e.year),
		Columns: []Column{{ID: "summa", Name: "Redovisade poster, tkr", Unit: report.Tkr}}, Example: e.example(),
	}
	reported := 0
	for _, of := range e.everyone {
		sub := e.sub(of.ID)
		if of.ID == report.CountyID && (sub == nil || len(sub.Budget) == 0) {
			continue
		}
		c := e.budgetSum(of, sub)
		reported += boolCount(c.State == Shown && of.ID != report.CountyID)
		row := Row{ID: of.ID, Name: of.Name, Cells: []Cell{c}, Link: e.page(of.ID)}
		if of.ID == report.CountyID {
			row.Link = ""
		}
		t.Rows = append(t.Rows, row)
	}
	if !t.HasFigures() {
		return Table{ID: t.ID, Year: t.Year, Title: t.Title}
	}
	t.Notes = []string{"Budgetarna omfattar olika saker och säger inget om vem som har mest resurser."}
	t.Sentence = sentence(ofDelregioner(reported, len(e.register)) + " har redovisat någon budget")
	return t
}

// budgetSum adds up the posts that have an amount.
func (e *edition) budgetSum(of Delregion, sub *report.Submission) Cell {
	if sub == nil {
		return gap(NotSubmitted, e.notSubmittedNote(of))
	}
	sum, posts, missing := 0.0, 0, 0
	for _, p := range sub.Budget {
		switch {
		case !p.Amount.IsNumber():
			missing++
		case p.Unit == report.Kronor:
			sum, posts = sum+p.Amount.Number/1000, posts+1
		default:
			sum, posts = sum+p.Amount.Number, posts+1
		}
	}
	if posts == 0 {
		return gap(Missing, "Uppgift saknas: "+of.Name+" har inte redovisat någon budget för "+FormatYear(e.year)+".")
	}
	f := figure{state: Shown, unit: report.Tkr, number: sum, decimals: writtenDecimals(sum), basis: counted(posts, "ingen", "post", "poster")}
	if missing > 0 {
		f.note = counted(missing, "ingen", "post", "poster") + " saknar belopp."
	}
	return e.secrets.cell(f)
}
