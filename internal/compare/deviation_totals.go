package compare

import (
	"samverkan/internal/report"
)

// rate is a delregion's deviations per so many inhabitants; it shares the total's key,
// since it gives the total away.
func (e *edition) rate(of Delregion, total figure) figure {
	f := figure{
		key: total.key, unit: rateUnit(e.rules.per), threshold: total.threshold, people: true,
		flag: total.flag, state: Missing, note: "Inget tal per invånare: antalet avvikelser är inte redovisat.",
	}
	people, known := e.inhabitants(of.ID, e.year)
	switch {
	case total.state == NotSubmitted:
		f.state, f.note = NotSubmitted, total.note
	case !known:
		f.note = "Inget tal per invånare: antalet invånare är inte angivet för " + FormatYear(e.year) + "."
	case total.counts():
		f.note = ""
		f = f.divide(total.number, people)
		f.basis = perBasis(total.number, people)
	}
	return f
}

func perBasis(count, people float64) string {
	return FormatNumber(count, 0) + " på " + FormatNumber(people, 0) + " invånare"
}

// countyRate pools counts and inhabitants over those that have both.
func (e *edition) countyRate() figure {
	f := figure{
		key: e.page(report.CountyID, "summa", "avvikelser", "per-invanare"), unit: rateUnit(e.rules.per),
		threshold: max(0, e.rules.min), people: true, state: Missing,
		note: "Inget länsvärde: färre än två delregioner har både antal och invånare.",
	}
	var num, den float64
	s := Sum{}
	for _, of := range e.register {
		total := e.total(of)
		people, known := e.inhabitants(of.ID, e.year)
		if known && total.counts() {
			num, den = num+total.number, den+people
			s.Parts = append(s.Parts, total.key)
		}
	}
	if len(s.Parts) < 2 {
		return f
	}
	f.note, f.sums = "", []Sum{s}
	f.basis = perBasis(num, den)
	return f.divide(num, den)
}

// totals compares the number of deviations, their rate and the change since last year.
func (e *edition) totals(facts []DeviationFact) Table {
	t := Table{
		ID: "avvikelser-totalt", Year: e.year, RowHead: "Delregion", Chart: Bars, Unit: report.Count,
		Title: "Avvikelser i samverkan " + FormatYear(e.year), Example: e.example(),
		Columns: []Column{{ID: "antal", Name: "Antal", Unit: report.Count}},
	}
	rates := e.anyInhabitants()
	if rates {
		t.Columns = append(t.Columns, Column{
			ID: "per-invanare", Unit: rateUnit(e.rules.per),
			Name: "Per" + hardSpace + FormatNumber(float64(e.rules.per), 0) + " invånare",
		})
	}
	county := e.secrets.cell(e.countyRate())
	last := e.lastYear()
	if last != nil {
		t.Columns = append(t.Columns, Column{ID: "forandring", Name: "Förändring från " + FormatYear(last.year), Unit: report.Count})
	}
	for i, of := range e.register {
		row := Row{ID: of.ID, Name: of.Name, Link: e.page(of.ID), Cells: []Cell{facts[i].Total}}
		if rates {
			row.Cells = append(row.Cells, e.rateCell(of, county))
		}
		if last != nil {
			row.Cells = append(row.Cells, change(last.secrets.cell(last.total(of)), facts[i].Total, last.year, e.rules.conf))
		}
		t.Rows = append(t.Rows, row)
	}
	e.addTotalRow(&t, rates, last)
	if !t.HasFigures() {
		t.Chart = NoChart
	}
	t.Notes = append(t.Notes, "Antalet visar hur många avvikelser som har rapporterats, inte hur många som har inträffat.")
	t.Sentence = totalsSentence(facts, t)
	return t
}

// addTotalRow adds the county's row where there is a sum.
func (e *edition) addTotalRow(t *Table, rates bool, last *edition) {
	sum := e.secrets.cell(e.countyTotal())
	if !sum.reported() {
		return
	}
	row := Row{ID: report.CountyID, Name: "Summa", Total: true, Cells: []Cell{sum}}
	if rates {
		row.Cells = append(row.Cells, e.secrets.cell(e.countyRate()))
	}
	if last != nil {
		row.Cells = append(row.Cells, Cell{
			State: Empty, Note: "Summorna jämförs inte mellan åren, eftersom olika delregioner kan ha redovisat.",
		})
	}
	t.Rows = append(t.Rows, row)
}

// rateCell is a delregion's rate, and how it stands to the county's.
func (e *edition) rateCell(of Delregion, county Cell) Cell {
	c := e.secrets.cell(e.rate(of, e.total(of)))
	c.Standing = stand(c, county, report.NoDirection)
	return c
}

func (e *edition) anyInhabitants() bool {
	for _, of := range e.register {
		if _, known := e.inhabitants(of.ID, e.year); known {
			return true
		}
	}
	return false
}

// lastYear is the edition of the year before, nil when there is none.
func (e *edition) lastYear() *edition {
	if len(e.earlier) > 0 && e.earlier[0].year == e.year-1 {
		return e.earlier[0]
	}
	return nil
}

// change is the difference between two published counts. It is made from cells, so a
// masked count in either year leaves nothing to subtract.
//
// Whether chance explains it: of the cases of both years together, half would be
// expected in each if nothing had changed (J. Przyborowski, H. Wilenski, "Homogeneity of
// results in testing samples from Poisson series", Biometrika 31 (1940) 313–323).
func change(before, now Cell, lastYear int, conf float64) Cell {
	if before.State != Shown || now.State != Shown {
		return Cell{State: Missing, Text: markMissing, Tone: Lacking,
			Note: "Ingen förändring kan anges: antal kan inte visas för båda åren."}
	}
	if now.Flag == report.Break {
		return Cell{State: NotApplicable, Text: markNotApplicable, Note: report.Meaning(report.Break) + "."}
	}
	diff := now.Number - before.Number
	c := Cell{State: Shown, Number: diff, Unit: report.Count, Decimals: writtenDecimals(diff)}
	c.Text = FormatNumber(diff, c.Decimals)
	c.Text = signed(diff) + c.Text
	c.Basis = "från " + before.Text + " år " + FormatYear(lastYear)
	if before.Number > 0 {
		percent := 100 * diff / before.Number
		c.Basis = signed(percent) + FormatUnit(percent, 0, report.Percent) + " " + c.Basis
	}
	if both := before.Number + now.Number; both > 0 {
		c.Note = "Förändringen är större än slumpen brukar ge, om antalen båda åren är räknade på samma sätt."
		if Wilson(now.Number, both, conf).Contains(0.5) {
			c.Note = "Förändringen ryms inom osäkerheten."
		}
	}
	return c
}

// signed is the plus that a rise is written with; a fall has its minus already.
func signed(diff float64) string {
	if diff > 0 {
		return "+"
	}
	return ""
}
