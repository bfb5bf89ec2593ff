package compare

import (
	"cmp"
	"slices"
	"strconv"

	"samverkan/internal/period"
	"samverkan/internal/report"
)

// comparability says what may be compared and what not.
func (e *edition) comparability(i Indicator, common period.Period) string {
	if !i.Shared {
		return sentence("Indikatorn är egen för " + i.Owner.Name + " och kan inte jämföras mellan delregioner")
	}
	masked := i.Reporters - len(shownOutcomes(i.Outcomes))
	parts := []string{ofDelregioner(i.Reporters, len(i.Outcomes)) + " har redovisat en siffra" + maskedClause(masked, "maskerad", "maskerade")}
	switch {
	case i.Reporters == 0:
		return sentence(parts[0])
	case i.Reporters == 1:
		return sentence(parts[0] + ", så ingen jämförelse kan göras")
	case i.Compared == i.Reporters-masked && i.SamePeriod && i.SameDefined:
		parts[0] += ", alla för samma period och enligt samma definition"
	}
	if !i.SamePeriod {
		parts = append(parts, periodDifference(i, common))
	}
	if !i.SameDefined {
		parts = append(parts, namesWhere(i, func(c Cell) bool { return c.OwnDefinition })+" mäter enligt en egen definition")
	}
	if others := namesWhere(i, func(c Cell) bool { return c.State.HasNumber() && c.Unit != i.Unit }); others != "" {
		parts = append(parts, others+" redovisar i en annan enhet")
	}
	if i.Compared < 2 {
		parts = append(parts, "därför kan ingen jämförelse göras")
	}
	return sentence(joinSemicolon(parts))
}

// namesWhere are the delregioner that have reported a figure for which it holds.
func namesWhere(i Indicator, holds func(Cell) bool) string {
	var names []string
	for _, o := range i.Outcomes {
		if o.Cell.reported() && holds(o.Cell) {
			names = append(names, o.Delregion.Name)
		}
	}
	return andList(names)
}

func periodDifference(i Indicator, common period.Period) string {
	most := "hela året"
	if !common.IsZero() {
		most = LowerFirst(common.Text)
	}
	return "för " + namesWhere(i, func(c Cell) bool { return c.OtherPeriod }) + " gäller den en annan period än " + most
}

// breakdownSentence is for a table of the parts of outcomes.
func breakdownSentence(t Table, reporting int) string {
	shown, judged := 0, tally{}
	for _, r := range t.Rows {
		c := r.Cells[0]
		shown += boolCount(c.State.HasNumber())
		judged.add(c.Verdict)
	}
	noun, these := "delar", "delarna"
	if t.RowHead == dimensionName("kommun") {
		noun, these = "kommuner", "kommunerna"
	}
	if shown == 0 {
		return sentence("ingen siffra kan visas för någon av de " + strconv.Itoa(len(t.Rows)) + " " + these)
	}
	some := outOf(shown, len(t.Rows))
	if shown == len(t.Rows) && shown > 2 {
		some = "alla " + strconv.Itoa(shown)
	}
	s := "siffror kan visas för " + some + " " + noun + " från " + delregionCount(reporting) + spanOf(t)
	if c := judged.clause(t.Target, shown); c != "" {
		s += "; " + c
	}
	return sentence(s)
}

// spanOf is how far the figures reach that may be set against each other, "" where
// they don't differ.
func spanOf(t Table) string {
	var alike []Cell
	others := 0
	for _, r := range t.Rows {
		c := r.Cells[0]
		switch {
		case !c.State.HasNumber():
		case c.Unit != t.Unit || c.OwnDefinition || c.OtherPeriod:
			others++
		default:
			alike = append(alike, c)
		}
	}
	if len(alike) < 2 {
		return ""
	}
	byNumber := func(a, b Cell) int { return cmp.Compare(a.Number, b.Number) }
	low, high := slices.MinFunc(alike, byNumber), slices.MaxFunc(alike, byNumber)
	if low.Number == high.Number {
		return ""
	}
	among := ""
	if others > 0 {
		among = "; de " + strconv.Itoa(len(alike)) + " som kan jämföras ligger"
	}
	s := among + " från " + plainNumber(low) + " till " + plainNumber(high)
	if others == 0 {
		s = "," + s
	}
	if t.Unit != report.Count && high.Interval != nil && low.Interval != nil && high.Interval.Overlaps(*low.Interval) {
		s += ", en skillnad som ryms inom osäkerheten"
	}
	return s
}

// plainNumber is a figure without its flag.
func plainNumber(c Cell) string { return FormatUnit(c.Number, c.Decimals, c.Unit) }
