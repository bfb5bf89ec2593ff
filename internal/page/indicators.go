package page

import (
	"fmt"

	"samverkan/internal/compare"
)

// IndicatorsPage lists a year's indicators with whoever has reported them.
type IndicatorsPage struct {
	Frame
	Year       int
	Table      *Figure // where many have reported; then the lines below it hold no figures
	Shared     []OutcomeLine
	Silent     []OutcomeLine // shared, and nobody has a figure
	Own        []OutcomeLine
	Names      []string // delregioner, for the strip's legend
	Comparable Link
}

func indicatorSheets(p *press) []sheet {
	var sheets []sheet
	for _, y := range p.cmp.Years {
		if len(y.Indicators) == 0 {
			continue
		}
		sheets = append(sheets, sheet{
			path: yearPath(y.Year, "indikatorer"), layout: "indicators", title: "Indikatorer", year: y.Year,
			fill: func(p *pen) any { return fillIndicators(p, y) },
		})
		for i := range y.Indicators {
			ind := &y.Indicators[i]
			sheets = append(sheets, sheet{
				path: yearPath(y.Year, "indikatorer", ind.Slug), layout: "indicator", title: ind.Name, year: y.Year,
				fill: func(p *pen) any { return fillIndicator(p, y, ind) },
			})
		}
	}
	return sheets
}

func fillIndicators(p *pen, y *compare.Year) any {
	page := &IndicatorsPage{Year: y.Year, Table: p.outcomeTable(y)}
	for i := range y.Indicators {
		ind := &y.Indicators[i]
		line := p.outcomeLine(y, ind)
		switch {
		case !ind.Shared:
			page.Own = append(page.Own, line)
		case len(line.Figures) == 0:
			page.Silent = append(page.Silent, line)
		default:
			line.Brief = page.Table != nil
			page.Shared = append(page.Shared, line)
		}
	}
	page.Frame = p.frame("Indikatorer", indicatorsLead(y))
	page.Comparable = p.page(yearPath(y.Year, "jamforbarhet"), "Vem som har redovisat vad, och varför uppgifter saknas")
	for _, d := range p.cmp.Delregioner {
		page.Names = append(page.Names, d.Name)
	}
	return page
}

// indicatorsLead says how much can be compared at all.
func indicatorsLead(y *compare.Year) string {
	shared, figures, comparable := 0, 0, 0
	for _, ind := range y.Indicators {
		if !ind.Shared {
			continue
		}
		shared++
		if ind.Reporters > 0 {
			figures++
		}
		if ind.Compared > 1 {
			comparable++
		}
	}
	switch {
	case shared == 0:
		return "Länet har inga gemensamma indikatorer."
	case figures == 0:
		return "Ingen delregion har redovisat en siffra för någon av länets " + number(shared) + " gemensamma indikatorer."
	case comparable == 0:
		return fmt.Sprintf("Av %s gemensamma indikatorer har %s någon siffra. Ingen har jämförbara siffror från minst två delregioner.",
			number(shared), number(figures))
	}
	return fmt.Sprintf("Av %s gemensamma indikatorer har %s någon siffra, och %s har jämförbara siffror från minst två delregioner.",
		number(shared), number(figures), number(comparable))
}
