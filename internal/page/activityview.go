package page

import (
	"html/template"

	"samverkan/internal/compare"
	"samverkan/internal/markdown"
	"samverkan/internal/report"
)

// ActivityList is a plan: activities under the headings of the plan itself.
type ActivityList struct {
	ID         string
	Groups     []ActivityGroup
	ShowStatus bool   // any has a status
	Note       string // what is lacking for all of them
	ShowHow    bool   // a plan with headings that says how: where it doesn't, that is missing
	ShowTime   bool   // any says when; else the column is left out
	ShowWho    bool   // the delregion, in a list of several
	More       Link   // to the whole list, from one of some
	Sources    []string
}

// ActivityGroup is the activities under one heading.
type ActivityGroup struct {
	Heading string
	Rows    []ActivityRow
}

// ActivityRow is one activity.
type ActivityRow struct {
	What      string
	How       template.HTML
	When, Due string
	Status    Status
	Late      string
	Who       Link
	Facts     []string // group, responsible, goal
	Comment   template.HTML
}

// activityList gathers activities under their headings, in the order they were written.
func (p *pen) activityList(year int, items []compare.Activity, id string) ActivityList {
	list := ActivityList{ID: id}
	at := map[string]int{}
	var sources []string
	plan, how := false, false
	for _, a := range items {
		row := p.activityRow(year, a)
		i, known := at[a.Heading]
		if !known {
			i = len(list.Groups)
			at[a.Heading] = i
			list.Groups = append(list.Groups, ActivityGroup{Heading: a.Heading})
		}
		list.Groups[i].Rows = append(list.Groups[i].Rows, row)
		plan, how = plan || a.Heading != "", how || a.How != ""
		list.ShowTime = list.ShowTime || row.When+row.Due != ""
		list.ShowStatus = list.ShowStatus || a.Status != report.ActivityUnknown
		list.ShowWho = list.ShowWho || a.Delregion.ID != items[0].Delregion.ID
		sources = append(sources, a.Source)
	}
	if !list.ShowStatus && len(items) > 1 {
		list.Note = "Hur det gick är inte redovisat för någon av aktiviteterna."
	}
	list.ShowHow, list.Sources = plan && how, distinct(sources)
	return list
}

func (p *pen) activityRow(year int, a compare.Activity) ActivityRow {
	row := ActivityRow{
		What: a.What, How: markdown.Inline(a.How), When: a.When.Text, Due: dueText(a.When.Text, a.Due.Text),
		Status:  activityStatus(a),
		Who:     p.page(yearPath(year, a.Delregion.ID)+"#aktiviteter", a.Delregion.Name),
		Comment: markdown.Inline(a.Comment),
	}
	if a.Late {
		row.Late = capital(a.LateText) + "."
	}
	row.Facts = distinct([]string{a.AreaName, a.Responsible})
	return row
}

var activityTones = map[report.ActivityStatus]compare.Tone{
	report.Done: compare.Good, report.Ongoing: compare.Partly, report.NotStarted: compare.Uncertain,
	report.Paused: compare.Uncertain, report.Cancelled: compare.Bad,
}

func activityStatus(a compare.Activity) Status {
	if a.Status == report.ActivityUnknown {
		return status(compare.Lacking, "ej redovisad")
	}
	return status(activityTones[a.Status], report.Meaning(a.Status))
}

// dueText is when it is to be done, unless that is all that is said of the time.
func dueText(when, due string) string {
	if due == "" || due == when {
		return ""
	}
	return "klart " + compare.LowerFirst(due)
}
