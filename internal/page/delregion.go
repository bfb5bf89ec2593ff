package page

import (
	"fmt"

	"samverkan/internal/compare"
)

// DelregionPage is one delregion's year.
type DelregionPage struct {
	Frame
	Body DelregionBody
}

func delregionSheets(p *press) []sheet {
	var sheets []sheet
	for _, y := range p.cmp.Years {
		for i := range y.Submissions {
			s := &y.Submissions[i]
			sheets = append(sheets, sheet{
				path: yearPath(y.Year, s.Delregion.ID), layout: "delregion",
				title: s.Delregion.Name, year: y.Year,
				fill: func(p *pen) any { return fillDelregion(p, y, s) },
			})
		}
	}
	return sheets
}

func fillDelregion(p *pen, y *compare.Year, s *compare.Submission) any {
	body := p.delregionBody(y, s, "")
	page := &DelregionPage{Body: body}
	page.Frame = p.frame(s.Delregion.Name, textLead(body.Texts))
	page.Kicker = fmt.Sprintf("Delregion %d", y.Year)
	if page.Description == page.Heading {
		page.Description = fmt.Sprintf("Vad %s redovisar för %d: mål, indikatorer, aktiviteter och avvikelser.",
			s.Delregion.Name, y.Year)
	}
	page.Contents = body.contents() // beside the text; the shortcuts are for the report on one page
	page.Body.Sections = nil
	p.neighbours(&page.Frame, p.siblings())
	return page
}
