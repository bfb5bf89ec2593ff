package compare

import (
	"strconv"

	"samverkan/internal/period"
)

// comparability says what may be compared and what not.
func (e *edition) comparability(i Indicator, common period.Period) string {
	if !i.Shared {
		return sentence("Indikatorn är egen för " + i.Owner.Name + " och kan inte jämföras mellan delregioner")
	}
	parts := []string{ofDelregioner(i.Reporters, len(i.Outcomes)) + " har redovisat en siffra"}
	switch {
	case i.Reporters == 0:
	case i.Reporters == 1:
		parts[0] += ", så ingen jämförelse kan göras"
	case i.SamePeriod && i.SameDefined:
		parts[0] += ", alla för samma period och enligt samma definition"
	default:
		if !i.SamePeriod {
			parts = append(parts, periodDifference(i, common))
		}
		if !i.SameDefined {
			parts = append(parts, ownDefiners(i)+" mäter enligt en egen definition")
		}
	}
	return sentence(joinSemicolon(parts))
}

func periodDifference(i Indicator, common period.Period) string {
	var names []string
	for _, o := range i.Outcomes {
		if o.Cell.OtherPeriod {
			names = append(names, o.Delregion.Name)
		}
	}
	most := "hela året"
	if !common.IsZero() {
		most = lowerFirst(common.Text)
	}
	return "för " + andList(names) + " gäller den en annan period än " + most
}

func ownDefiners(i Indicator) string {
	var names []string
	for _, o := range i.Outcomes {
		if o.Cell.reported() && o.Cell.OwnDefinition {
			names = append(names, o.Delregion.Name)
		}
	}
	return andList(names)
}

// breakdownSentence is for a table of the parts of outcomes: how many have a figure, how
// far they reach and how many meet the target.
func breakdownSentence(t Table, reporting int) string {
	var cells []Cell
	for _, r := range t.Rows {
		if c := r.Cells[0]; c.State.HasNumber() {
			cells = append(cells, c)
		}
	}
	noun, these := "delar", "delarna"
	if t.RowHead == dimensionName("kommun") {
		noun, these = "kommuner", "kommunerna"
	}
	if len(cells) == 0 {
		return sentence("ingen siffra kan visas för någon av de " + strconv.Itoa(len(t.Rows)) + " " + these)
	}
	s := "siffror kan visas för " + strconv.Itoa(len(cells)) + " av " + strconv.Itoa(len(t.Rows)) + " " + noun + " från " + delregionCount(reporting)
	s += spanOf(t)
	if reached := targetClause(cells, t.Target); reached != "" {
		s += "; " + reached
	}
	return sentence(s)
}

// spanOf is how far the shown figures reach, "" where they don't differ.
func spanOf(t Table) string {
	var low, high *Cell
	for i := range t.Rows {
		c := &t.Rows[i].Cells[0]
		if !c.State.HasNumber() {
			continue
		}
		if low == nil || c.Number < low.Number {
			low = c
		}
		if high == nil || c.Number > high.Number {
			high = c
		}
	}
	if low == nil || low.Text == high.Text {
		return ""
	}
	return ", från " + low.Text + " till " + high.Text
}
