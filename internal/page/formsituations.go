package page

import (
	"fmt"
	"html/template"
	"slices"

	"samverkan/internal/compare"
	"samverkan/internal/markdown"
	"samverkan/internal/report"
)

// SituationsPage is the year's traffic reports.
type SituationsPage struct {
	FormHead
	Board *Figure
	Areas []SituationArea
}

// SituationArea is a part area with what each unit says of it.
type SituationArea struct {
	Section
	Sentence string
	Reports  []SituationView
	Sources  []string
}

// SituationView is one unit's traffic report.
type SituationView struct {
	ID, Unit, Date string
	Light          *Status // nil without a traffic light
	Lists          []SituationList
}

// SituationList is one of the four lists of a traffic report.
type SituationList struct {
	Name  string
	Items []template.HTML
}

func situationForm() formPage {
	return formPage{
		key: "lage", dir: "lagesrapporter", layout: "situations", title: "Lägesrapporter", more: "Alla lägesrapporter",
		has:      func(y *compare.Year) bool { return y.Forms.Board.Any },
		sentence: func(y *compare.Year) string { return y.Forms.Board.Sentence },
		fill:     fillSituations,
	}
}

func fillSituations(p *pen, y *compare.Year, head FormHead) any {
	b, page := &y.Forms.Board, &SituationsPage{FormHead: head}
	page.Description = fmt.Sprintf("Läget %d per enhet och delområde: gjort, pågående, planerat och hinder.", y.Year)
	page.Board = p.figure(&b.Table).top().without(b.Sentence)
	page.Contents = []Entry{{ID: page.Board.ID, Text: "Översikt"}}
	for _, a := range b.Areas {
		page.Areas = append(page.Areas, situationArea(a, "", ""))
		page.Contents = append(page.Contents, Entry{ID: a.ID, Text: a.Name})
	}
	return page
}

// situationArea is the view of an area; with an owner only of what that one has reported.
func situationArea(a compare.BoardArea, prefix, owner string) SituationArea {
	v := SituationArea{Section: Section{prefix + a.ID, a.Name}}
	if owner == "" {
		v.Sentence = a.Sentence
	}
	for _, r := range a.Reports {
		if owner != "" && r.Owner != owner {
			continue
		}
		v.Reports = append(v.Reports, situationView(r, prefix+compare.ReportID(a.ID, r.Unit.ID)))
		if !slices.Contains(v.Sources, r.Source) && r.Source != "" {
			v.Sources = append(v.Sources, r.Source)
		}
	}
	return v
}

func situationView(r compare.UnitReport, id string) SituationView {
	v := SituationView{ID: id, Unit: r.Unit.Name, Date: r.Date.String()}
	if r.Light != "" {
		s := status(compare.LightTone(r.Light), report.Meaning(r.Light))
		v.Light = &s
	}
	for _, l := range []struct {
		name  string
		items []string
	}{{"Gjort", r.Done}, {"Pågår", r.Ongoing}, {"Planerat", r.Planned}, {"Hinder", r.Obstacles}} {
		list := SituationList{Name: l.name}
		for _, item := range l.items {
			list.Items = append(list.Items, markdown.Inline(item))
		}
		v.Lists = append(v.Lists, list)
	}
	return v
}
