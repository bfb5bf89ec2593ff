package compare

import (
	"samverkan/internal/period"
	"samverkan/internal/report"
)

// indicators compares every indicator of the year, in the order of the definitions.
func (e *edition) indicators() []Indicator {
	var all []Indicator
	for n, d := range e.defs {
		if kept := e.kept[n]; kept != nil {
			all = append(all, *kept)
			continue
		}
		all = append(all, e.indicator(d))
	}
	return all
}

func (e *edition) indicator(d definition) Indicator {
	i := Indicator{
		ID: d.ID, Slug: d.slug, Name: d.name(), Shared: d.shared, Owner: d.owner,
		Definition: d.Definition, Unit: d.Unit, Direction: d.Direction, Target: e.target(d),
		AboutNum: d.AboutNum, AboutDenom: d.AboutDenom, Caveats: d.Caveats,
		Source: e.sourceName(d.Source), Goals: d.goals, Beside: d.Beside,
		Areas: lookupAll(e.names.Areas, d.Areas), Fardplan: lookupAll(e.names.Fardplan, d.Fardplan),
		SamePeriod: true, SameDefined: true,
	}
	figures := e.figures(d)
	common := commonPeriod(figures)
	i.County = e.countyCell(d)
	owners := e.owners(d)
	i.Outcomes = make([]Outcome, 0, len(owners))
	series := make([][]point, len(owners))
	for n, of := range owners {
		series[n] = e.series(d, of)
		o := e.outcomeOf(d, of, figures[n], common, i, series[n])
		if o.Cell.reported() {
			i.Reporters++
			i.SamePeriod = i.SamePeriod && !o.Cell.OtherPeriod
			i.SameDefined = i.SameDefined && !o.Cell.OwnDefinition
		}
		i.Outcomes = append(i.Outcomes, o)
	}
	for n := range i.Outcomes {
		i.Compared += boolCount(i.Outcomes[n].comparable(i.Unit))
	}
	i.Comparability = e.comparability(i, common)
	i.Table = e.indicatorTable(i)
	i.Breakdowns = e.breakdowns(d)
	i.Trend = e.trend(d, i, series)
	return i
}

// countyCell is the county's value with its verdict, or the reason why there is none.
func (e *edition) countyCell(d definition) Cell {
	c := e.secrets.cell(e.countyFigure(d))
	if d.Unit != report.Count {
		judge(&c, e.target(d)) // the target is a delregion's; a sum of counts isn't held against it
	}
	return c
}

func (e *edition) outcomeOf(d definition, of Delregion, f figure, common period.Period, i Indicator, series []point) Outcome {
	c := e.secrets.cell(f)
	if c.State.HasNumber() || c.State == Masked {
		c.OtherPeriod = !samePeriod(f.period, common)
		c.Note = joinNotes(c.Note, periodNote(c), definitionNote(c))
	}
	judge(&c, i.Target)
	c.Standing = stand(c, i.County, d.Direction)
	o := Outcome{
		Delregion: of, Indicator: d.slug, Name: i.Name, Unit: d.Unit, Target: i.Target,
		County: i.County, Cell: c, Trend: e.trendWord(d, series),
	}
	if sub := e.sub(of.ID); sub != nil {
		var own report.Ref
		if m := e.measurement(d, of.ID); m != nil && !d.shared {
			own = m.Source
		}
		o.Source = e.sourceName(own, sub.Delivery.Source)
	}
	return o
}

func periodNote(c Cell) string {
	switch {
	case c.Period.IsZero() && c.OtherPeriod:
		return "Avser hela året, till skillnad från de flesta andra."
	case c.Period.IsZero():
		return ""
	case c.OtherPeriod:
		return "Avser " + LowerFirst(c.Period.Text) + ", en annan period än för de flesta andra."
	}
	return "Avser " + LowerFirst(c.Period.Text) + "."
}

func definitionNote(c Cell) string {
	if !c.OwnDefinition {
		return ""
	}
	return "Mätt enligt en egen definition."
}

// indicatorTable is the year's comparison: one row per delregion in register order,
// then the county.
func (e *edition) indicatorTable(i Indicator) Table {
	t := Table{
		ID: "indikator-" + i.Slug, Year: e.year, Title: i.Name + " " + FormatYear(e.year), RowHead: "Delregion",
		Columns: []Column{{ID: "varde", Name: unitHead(i.Unit), Unit: i.Unit}},
		Chart:   Bars, Unit: i.Unit, Target: i.Target, Example: e.example(), Sentence: indicatorSentence(i, e.rules.conf),
	}
	for _, o := range i.Outcomes {
		t.Rows = append(t.Rows, Row{ID: o.Delregion.ID, Name: o.Delregion.Name, Link: e.page(o.Delregion.ID), Cells: []Cell{o.Cell}})
	}
	if i.County.State.HasNumber() || i.County.State == Masked {
		county := i.County
		t.County = &county
		t.Rows = append(t.Rows, Row{ID: report.CountyID, Name: countyRowName(i), Total: true, Cells: []Cell{county}})
	}
	if i.Comparability != "" {
		t.Notes = append(t.Notes, i.Comparability)
	}
	if i.Caveats != "" {
		t.Notes = append(t.Notes, sentence(i.Caveats))
	}
	if !t.HasFigures() {
		t.Chart = NoChart
	}
	return t
}

func countyRowName(i Indicator) string {
	switch {
	case len(i.County.Sums) == 0:
		return "Länet"
	case i.Unit == report.Count:
		return "Summa"
	}
	return "Länet, sammanvägt"
}

// unitHead is the heading of a column with figures in the unit.
func unitHead(u report.Unit) string {
	switch u {
	case report.Percent:
		return "Andel"
	case report.Count:
		return "Antal"
	case "":
		return "Värde"
	}
	if per, ok := perInhabitants(u); ok {
		return "Antal per" + hardSpace + FormatNumber(per, 0)
	}
	return upperFirst(report.Meaning(u))
}
