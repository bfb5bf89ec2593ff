package page

import (
	"fmt"

	"samverkan/internal/compare"
)

// FardplanPage sets the areas of the road map against the delregioner.
type FardplanPage struct {
	Frame
	Year        int
	Delregioner []Link
	Width       string // a class: how many columns the table has
	Areas       []FardplanArea
	Sentence    string
	Unsorted    string
	Sources     []string
	Downloads   []Link
}

// FardplanArea is an area with what each delregion does in it.
type FardplanArea struct {
	Section
	Description string
	Cells       []compare.AreaWork
}

func fardplanSheets(p *press) []sheet {
	var sheets []sheet
	for _, y := range p.cmp.Years {
		if len(y.Fardplan.Table.Rows) == 0 {
			continue
		}
		sheets = append(sheets, sheet{
			path: yearPath(y.Year, "fardplan"), layout: "fardplan", title: "Färdplanen", year: y.Year,
			fill: func(p *pen) any { return fillFardplan(p, y) },
		})
	}
	return sheets
}

func fillFardplan(p *pen, y *compare.Year) any {
	page := &FardplanPage{Year: y.Year, Delregioner: p.delregionLinks(y.Year), Sentence: y.Fardplan.Table.Sentence}
	page.Frame = p.frame("Färdplanen", fmt.Sprintf(
		"Vilka områden i Färdplanen som delregionernas mål och aktiviteter %d hör till, och vilka som ingen redovisar något för.", y.Year))
	page.Frame.Wide, page.Width = true, tableWidth(len(page.Delregioner)+1)
	for _, a := range y.Fardplan.Areas {
		page.Areas = append(page.Areas, FardplanArea{Section{"omrade-" + a.ID, a.Name.Name}, a.Description, a.Work})
	}
	if n := unsorted(y); n > 0 {
		page.Unsorted = capital(counted(n, "aktivitet", "aktiviteter")) + " har inte sorterats in i Färdplanen av delregionerna."
	}
	for _, s := range y.Submissions {
		page.Sources = append(page.Sources, s.Source)
	}
	page.Sources, page.Downloads = distinct(page.Sources), p.downloads(&y.Fardplan.Table)
	return page
}

func unsorted(y *compare.Year) int {
	n := 0
	for _, a := range y.Activities.Items {
		if len(a.Fardplan) == 0 {
			n++
		}
	}
	return n
}
