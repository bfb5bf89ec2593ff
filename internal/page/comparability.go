package page

import (
	"fmt"
	"slices"
	"strings"

	"samverkan/internal/compare"
)

// ComparabilityPage says who has reported what, and why not.
type ComparabilityPage struct {
	Frame
	Year       int
	Complete   string // what the sections say, in a sentence
	Sections   []CompletenessRow
	Headings   []string
	Indicators *Figure
	Outcomes   *Figure // against the targets; nil where few have reported
	Own        []OutcomeLine
	Notes      []ComparabilityNote
	Checklist  *Figure // the submissions' own checklists; nil where none has one
	Sources    []SourceView
}

// CompletenessRow is a delregion's submission, section by section.
type CompletenessRow struct {
	Delregion Link
	Cells     []Status
}

// ComparabilityNote is what may and may not be compared, with the indicators it holds for.
type ComparabilityNote struct {
	Text       string
	Indicators []Link
}

// SourceView is a document that figures come from.
type SourceView struct{ Name, Publisher, Date, Href string }

func comparabilitySheets(p *press) []sheet {
	var sheets []sheet
	for _, y := range p.cmp.Years {
		sheets = append(sheets, sheet{
			path: yearPath(y.Year, "jamforbarhet"), layout: "comparability", title: "Jämförbarhet", year: y.Year,
			fill: func(p *pen) any { return fillComparability(p, y) },
		})
	}
	return sheets
}

func fillComparability(p *pen, y *compare.Year) any {
	page := &ComparabilityPage{Year: y.Year}
	page.Frame = p.frame("Jämförbarhet", fmt.Sprintf(
		"Vem som har redovisat vad för %d, och varför uppgifter saknas. En tom plats betyder inte att arbetet saknas.", y.Year))
	page.Wide, page.Complete = true, y.Complete
	p.fillCompleteness(page, y)
	page.Indicators, page.Outcomes = p.figure(sharedRows(y)).plain(), p.outcomeTable(y)
	for i := range y.Indicators {
		ind := &y.Indicators[i]
		if ind.Comparability != "" && ind.Shared {
			page.note(ind.Comparability, p.page(yearPath(y.Year, "indikatorer", ind.Slug), ind.Name))
		}
		if !ind.Shared {
			page.Own = append(page.Own, p.outcomeLine(y, ind))
		}
	}
	page.Checklist = p.figure(&y.Forms.Checklists).plain().marked(&y.Forms.Checklists)
	page.Sources = p.sources()
	page.Contents = comparabilityContents(page)
	return page
}

// note adds an indicator to those that the same words hold for.
func (page *ComparabilityPage) note(text string, indicator Link) {
	for i := range page.Notes {
		if page.Notes[i].Text == text {
			page.Notes[i].Indicators = append(page.Notes[i].Indicators, indicator)
			return
		}
	}
	page.Notes = append(page.Notes, ComparabilityNote{text, []Link{indicator}})
}

// sharedRows leaves the delregioner's own indicators out: they have one cell each, and
// a list of their own further down.
func sharedRows(y *compare.Year) *compare.Table {
	t := y.Comparable
	t.Rows, t.Notes = nil, nil
	for _, r := range y.Comparable.Rows {
		if ind := indicatorBySlug(y, r.ID); ind == nil || ind.Shared {
			r.Cells = slices.Clone(r.Cells)
			last := &r.Cells[len(r.Cells)-1]
			last.Text = strings.NewReplacer(", ", ", ", " ", "\u00a0").Replace(last.Text) // "5 av 6" is one thing
			t.Rows = append(t.Rows, r)
		}
	}
	return &t
}

func (p *pen) fillCompleteness(page *ComparabilityPage, y *compare.Year) {
	for _, s := range y.Submissions {
		row := CompletenessRow{Delregion: p.page(yearPath(y.Year, s.Delregion.ID), s.Delregion.Name)}
		var headings []string
		for _, c := range s.Complete {
			headings = append(headings, c.Section)
			row.Cells = append(row.Cells, status(c.Tone, c.Text))
		}
		if len(headings) > len(page.Headings) {
			page.Headings = headings
		}
		page.Sections = append(page.Sections, row)
	}
	for i := range page.Sections { // a delregion that hasn't submitted has no sections at all
		for len(page.Sections[i].Cells) < len(page.Headings) {
			page.Sections[i].Cells = append(page.Sections[i].Cells, status(compare.Lacking, "inget underlag"))
		}
	}
}

func (p *pen) sources() []SourceView {
	var views []SourceView
	for _, s := range p.cmp.Sources {
		views = append(views, SourceView{s.Name, s.Publisher, s.Date.String(), s.Link})
	}
	return views
}

func comparabilityContents(page *ComparabilityPage) []Entry {
	list := []Entry{{ID: "underlag", Text: "Underlag"}}
	if page.Indicators != nil {
		list = append(list, Entry{ID: "indikatorer", Text: "Gemensamma indikatorer"})
	}
	if page.Outcomes != nil {
		list = append(list, Entry{ID: "malvarden", Text: "Utfall mot målvärden"})
	}
	if len(page.Notes) > 0 {
		list = append(list, Entry{ID: "vad-kan-jamforas", Text: "Vad som kan jämföras"})
	}
	if len(page.Own) > 0 {
		list = append(list, Entry{ID: "egna", Text: "Egna indikatorer"})
	}
	if page.Checklist != nil {
		list = append(list, Entry{ID: "dokumenterat", Text: "Vad som är dokumenterat"})
	}
	if len(page.Sources) > 0 {
		list = append(list, Entry{ID: "kallor", Text: "Källor"})
	}
	return list
}
