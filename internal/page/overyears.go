package page

import (
	"fmt"
	"path"

	"samverkan/internal/compare"
)

// OverYearsPage is one delregion over the years.
type OverYearsPage struct {
	Frame
	Editions   []YearCard // newest first
	Indicators *Figure
	Goals      *Figure
	Counts     *Figure
}

// YearCard is a delregion's submission of a year in a few lines.
type YearCard struct {
	Page Link
	SubmissionCard
}

func overYearsPath(delregion string) string { return path.Join("delregioner", delregion, homePath) }

func overYearsSheets(p *press) []sheet {
	var sheets []sheet
	for _, d := range p.cmp.Delregioner {
		if len(p.cmp.Editions(d.ID)) < 2 {
			continue
		}
		sheets = append(sheets, sheet{
			path: overYearsPath(d.ID), layout: "overyears", title: d.Name + " över åren",
			fill: func(p *pen) any { return fillOverYears(p, d) },
		})
	}
	return sheets
}

func fillOverYears(p *pen, d compare.Delregion) any {
	all := p.cmp.Editions(d.ID)
	page := &OverYearsPage{}
	page.Frame = p.frame(d.Name+" över åren", overYearsLead(d, all))
	page.Kicker = "Delregion"
	for i := len(all) - 1; i >= 0; i-- {
		e := all[i]
		c := YearCard{Page: p.page(yearPath(e.Year.Year, d.ID), itoa(e.Year.Year))}
		c.Delivered, c.State = e.Submission.Delivered, deliveryState(*e.Submission)
		if e.Submission.Delivered {
			c.Has = submissionCounts(*e.Submission)
		}
		page.Editions = append(page.Editions, c)
	}
	t := p.cmp.OverYears(d)
	page.Indicators, page.Goals, page.Counts = p.figure(&t.Indicators).plain(), p.figure(&t.Goals).plain(), p.figure(&t.Counts).plain()
	p.neighbours(&page.Frame, p.siblings())
	return page
}

func overYearsLead(d compare.Delregion, all []compare.Edition) string {
	var years []string
	for _, e := range all {
		if e.Submission.Delivered {
			years = append(years, itoa(e.Year.Year))
		}
	}
	if len(years) == 0 {
		return d.Name + " har inte lämnat underlag för något år."
	}
	return fmt.Sprintf("%s har underlag för %s.", d.Name, sentenceList(years))
}
