package compare

import (
	"slices"
	"strconv"

	"samverkan/internal/report"
)

// trend is the table of an indicator over the years, of the outcomes' series; nil with fewer
// than two that have a figure.
func (e *edition) trend(d definition, i Indicator, series [][]point) *Table {
	editions := e.lately()
	t := Table{
		ID: "indikator-" + i.Slug + "-trend", Year: e.year, RowHead: "Delregion", Chart: Trend, Unit: d.Unit,
		Title: i.Name + ", utveckling över åren", Target: i.Target, Example: e.example(),
	}
	figures := 0
	for n, ed := range editions {
		t.Columns = append(t.Columns, Column{ID: FormatYear(ed.year), Name: FormatYear(ed.year), Unit: d.Unit})
		t.Targets = append(t.Targets, ed.target(d))
		figures += boolCount(slices.ContainsFunc(series, func(s []point) bool { return s[n].cell.State.HasNumber() }))
	}
	if figures < 2 {
		return nil
	}
	for n, o := range i.Outcomes {
		t.Rows = append(t.Rows, e.trendRow(d, o, series[n], t.Targets))
	}
	t.Sentence = trendSentence(i)
	t.Notes = append(t.Notes, trendNote(i, e.rules.conf))
	if d.DefinedFrom > editions[0].year && d.DefinedFrom <= e.year {
		t.Notes = append(t.Notes, "Definitionen ändrades "+FormatYear(d.DefinedFrom)+"; tidigare år är inte jämförbara.")
	}
	return &t
}

// trendRow judges every year's figure against the target of that year.
func (e *edition) trendRow(d definition, o Outcome, series []point, targets []*Target) Row {
	row := Row{ID: o.Delregion.ID, Name: o.Delregion.Name, Link: e.page(o.Delregion.ID), Cells: make([]Cell, 0, len(series))}
	for n, p := range series {
		c := p.cell
		judge(&c, targets[n])
		if p.year == d.DefinedFrom && c.State.HasNumber() && c.Flag == report.NoFlag {
			c.Flag = report.Break
			c.Text += hardSpace + FlagLetter(report.Break)
			c.Note = joinNotes(c.Note, report.Meaning(report.Break))
		}
		row.Cells = append(row.Cells, c)
	}
	return row
}

// trendSentence counts the trends; it names none that can't be told from chance.
func trendSentence(i Indicator) string {
	var words []string
	byWord := map[string][]string{}
	none := 0
	for _, o := range i.Outcomes {
		if o.Trend.Word == "" {
			none++
			continue
		}
		if byWord[o.Trend.Word] == nil {
			words = append(words, o.Trend.Word)
		}
		byWord[o.Trend.Word] = append(byWord[o.Trend.Word], o.Delregion.Name)
	}
	if len(words) == 0 {
		return sentence("ingen trend kan anges, eftersom det krävs minst " + strconv.Itoa(leastYears) + " jämförbara år")
	}
	var parts []string
	for _, w := range words {
		where := andList(byWord[w])
		if n := len(byWord[w]); n > 2 && n == len(i.Outcomes) {
			where = ofDelregioner(n, n)
		}
		if w == "ingen säker förändring" {
			parts = append(parts, "ingen säker förändring syns i "+where)
			continue
		}
		parts = append(parts, "utfallet "+verbOf(w)+" i "+where)
	}
	if none > 0 {
		parts = append(parts, "för "+delregionCount(none)+" kan ingen trend anges")
	}
	return sentence(joinSemicolon(parts))
}

func verbOf(word string) string {
	if word == "oförändrat" {
		return "är oförändrat"
	}
	return word
}

// trendNote says what the trends in the table rest on. Where that differs, the delregioner
// that can't be tested are named, so that nobody takes it for all of them.
func trendNote(i Indicator, conf float64) string {
	var tested, exact, bare []string
	for _, o := range i.Outcomes {
		switch name := o.Delregion.Name; {
		case !o.Cell.State.HasNumber():
		case o.Cell.Interval != nil:
			tested = append(tested, name)
		case o.Cell.Exact:
			exact = append(exact, name)
		default:
			bare = append(bare, name)
		}
	}
	const alike = "anges en trend bara när alla år går åt samma håll"
	switch {
	case len(exact) > 0 && len(tested)+len(bare) == 0:
		return "Alla är räknade, så siffrorna är inte osäkra. Därför " + alike + "."
	case len(bare) > 0 && len(tested)+len(exact) == 0:
		return "Täljare och nämnare saknas, så osäkerheten är okänd. Därför " + alike + "."
	}
	level := 100 * (1 - conf)
	note := "En trend anges bara när den inte rimligen beror på slumpen (test för linjär trend på signifikansnivån " +
		FormatUnit(level, writtenDecimals(level), report.Percent) + ")."
	if untested := append(exact, bare...); len(untested) > 0 {
		note += " För " + andList(untested) + " går det inte att pröva; där " + alike + "."
	}
	return note
}
