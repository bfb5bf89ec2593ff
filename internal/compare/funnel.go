package compare

import (
	"strconv"

	"samverkan/internal/report"
)

// The confidences of a funnel's inner and outer limits.
const (
	innerLimit = 0.95
	outerLimit = 0.998
)

// funnel compares the rates of delregioner of different size with the county's: each
// with the limits within which chance alone would keep it. It is nil with fewer than
// three rates, where there is nothing to tell apart.
func (e *edition) funnel() *Table {
	county := e.secrets.cell(e.countyRate())
	if county.State != Shown {
		return nil
	}
	unit := rateUnit(e.rules.per)
	t := Table{
		ID: "avvikelser-tratt", Year: e.year, RowHead: "Delregion", Chart: Funnel, Unit: unit, County: &county,
		Title:   "Avvikelser per " + FormatNumber(float64(e.rules.per), 0) + " invånare mot delregionens storlek " + FormatYear(e.year),
		Columns: funnelColumns(unit), Example: e.example(),
	}
	shown := 0
	for _, of := range e.register {
		rate := e.rateCell(of, county)
		if rate.State == Shown {
			shown++
		}
		row := Row{ID: of.ID, Name: of.Name, Link: e.page(of.ID), Cells: []Cell{rate}}
		row.Cells = append(row.Cells, e.limitCells(rate, county)...)
		t.Rows = append(t.Rows, row)
	}
	if shown < 3 {
		return nil
	}
	t.Notes = []string{"Utanför gränserna ligger en delregion vars tal avviker mer från länets än slumpen brukar ge " +
		"(95 respektive 99,8 procent). Det säger inget om orsaken; hur man rapporterar kan skilja sig åt."}
	t.Sentence = funnelSentence(t)
	return &t
}

func funnelColumns(unit report.Unit) []Column {
	columns := []Column{{ID: "tal", Name: unitHead(unit), Unit: unit}}
	for _, c := range []Column{
		{ID: "nedre998", Name: "Nedre gräns 99,8 %"}, {ID: "nedre95", Name: "Nedre gräns 95 %"},
		{ID: "ovre95", Name: "Övre gräns 95 %"}, {ID: "ovre998", Name: "Övre gräns 99,8 %"},
	} {
		c.Unit = unit
		columns = append(columns, c)
	}
	return columns
}

// limitCells are the limits for a delregion of the rate's size, in column order. They
// depend on the county's rate and the inhabitants only, never on the delregion's own.
func (e *edition) limitCells(rate, county Cell) []Cell {
	if rate.State != Shown {
		return []Cell{{State: Empty}, {State: Empty}, {State: Empty}, {State: Empty}}
	}
	per := float64(e.rules.per)
	inner := FunnelLimits(county.Number, *rate.Denominator, per, innerLimit)
	outer := FunnelLimits(county.Number, *rate.Denominator, per, outerLimit)
	var cells []Cell
	for _, v := range []float64{outer.Low, inner.Low, inner.High, outer.High} {
		cells = append(cells, Cell{
			State: Shown, Number: v, Unit: rate.Unit, Decimals: 1, Text: FormatUnit(v, 1, rate.Unit),
		})
	}
	return cells
}

// funnelSentence names those outside the limits. Columns: rate, outer and inner lower
// limit, inner and outer upper limit.
func funnelSentence(t Table) string {
	var over, under, between []string
	shown := 0
	for _, r := range t.Rows {
		rate := r.Cells[0]
		if rate.State != Shown {
			continue
		}
		shown++
		switch n := rate.Number; {
		case n > r.Cells[4].Number:
			over = append(over, r.Name)
		case n < r.Cells[1].Number:
			under = append(under, r.Name)
		case n > r.Cells[3].Number || n < r.Cells[2].Number:
			between = append(between, r.Name)
		}
	}
	var parts []string
	if len(over) > 0 {
		parts = append(parts, "över den yttre gränsen (99,8 %) ligger "+andList(over))
	}
	if len(under) > 0 {
		parts = append(parts, "under den yttre gränsen (99,8 %) ligger "+andList(under))
	}
	if len(parts) == 0 {
		parts = append(parts, "ingen av de "+strconv.Itoa(shown)+" delregionerna ligger utanför den yttre gränsen (99,8 %)")
	}
	if len(between) > 0 {
		parts = append(parts, "mellan den inre (95 %) och den yttre ligger "+andList(between))
	}
	if outside := len(over) + len(under) + len(between); outside > 0 && outside < shown {
		parts = append(parts, "för övriga kan skillnaden mot länet vara slump")
	}
	return sentence(joinSemicolon(parts))
}
