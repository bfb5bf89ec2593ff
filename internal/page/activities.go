package page

import (
	"samverkan/internal/compare"
)

// ActivitiesPage compares a year's activities.
type ActivitiesPage struct {
	Frame
	Year     int
	Status   *Figure
	Areas    *Figure
	Timeline *Figure
	Late     []ActivityRow
	Lists    []DelregionActivities
	Silent   string
}

// DelregionActivities is a delregion's activities.
type DelregionActivities struct {
	Section
	Delregion Link
	Timeline  *Figure // where all activities are too many for one
	List      ActivityList
}

func activitySheets(p *press) []sheet {
	var sheets []sheet
	for _, y := range p.cmp.Years {
		if len(y.Activities.Items) == 0 {
			continue
		}
		sheets = append(sheets, sheet{
			path: yearPath(y.Year, "aktiviteter"), layout: "activities", title: "Aktiviteter", year: y.Year,
			fill: func(p *pen) any { return fillActivitiesPage(p, y) },
		})
	}
	return sheets
}

func fillActivitiesPage(p *pen, y *compare.Year) any {
	page := &ActivitiesPage{Year: y.Year}
	page.Frame = p.frame("Aktiviteter", y.Activities.Sentence)
	page.Status = p.figure(&y.Activities.Status).top().without(page.Lead)
	page.Areas = p.figure(&y.Activities.Areas).top()
	page.Timeline = p.drawnOnly(&y.Activities.Timeline).top()
	for _, a := range y.Activities.Late {
		page.Late = append(page.Late, p.activityRow(y.Year, a))
	}
	page.Contents = activityContents(page)
	plans := Entry{ID: "planer", Text: "Aktiviteterna"}
	var silent []string
	for _, s := range y.Submissions {
		if len(s.Activities) == 0 {
			silent = append(silent, s.Delregion.Name)
			continue
		}
		section := Section{s.Delregion.ID, s.Delregion.Name}
		list := DelregionActivities{Section: section, Delregion: p.page(yearPath(y.Year, s.Delregion.ID), s.Delregion.Name)}
		if page.Timeline == nil {
			list.Timeline = p.drawnOnly(&s.Activity).plain()
		}
		list.List = p.activityList(y.Year, s.Activities, p.id("lista-"+s.Delregion.ID))
		page.Lists = append(page.Lists, list)
		plans.Sub = append(plans.Sub, Entry{ID: section.ID, Text: section.Title})
	}
	page.Contents = append(page.Contents, plans)
	if len(silent) > 0 {
		page.Silent = "Inga aktiviteter redovisade av " + sentenceList(silent) + "."
	}
	return page
}

func activityContents(page *ActivitiesPage) []Entry {
	var list []Entry
	for _, f := range []*Figure{page.Status, page.Areas, page.Timeline} {
		if f != nil {
			list = append(list, Entry{ID: f.ID, Text: f.Title})
		}
	}
	if len(page.Late) > 0 {
		list = append(list, Entry{ID: "forsenade", Text: "Försenade"})
	}
	return list
}
