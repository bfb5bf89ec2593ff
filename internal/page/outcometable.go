package page

import "samverkan/internal/compare"

// outcomeTable shows every shared indicator's outcome against its target.
func (p *pen) outcomeTable(y *compare.Year) *Figure { return p.figure(p.cmp.OutcomeTable(y)).plain() }

// outcomePage is where a delregion's page says everything of an outcome; the top of the
// page where it has no figure to show.
func outcomePage(y *compare.Year, o compare.Outcome) string {
	file := yearPath(y.Year, o.Delregion.ID)
	if lacks(o.Cell) || o.Cell.State == compare.Related {
		return file
	}
	return file + "#" + outcomeID("", o.Indicator)
}

// outcomeID is the anchor of an indicator's outcome in a delregion's page.
func outcomeID(prefix, slug string) string { return prefix + "utfall-" + slug }

// ownIndicators leads to the delregioner's own indicators, which no table compares.
func (p *pen) ownIndicators(y *compare.Year) Link {
	n := 0
	for _, ind := range y.Indicators {
		if !ind.Shared && ind.Reporters > 0 {
			n++
		}
	}
	if n == 0 {
		return Link{}
	}
	return p.page(yearPath(y.Year, "indikatorer")+"#egna", counted(n, "egen indikator", "egna indikatorer")+" redovisas också")
}
