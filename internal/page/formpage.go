package page

import (
	"samverkan/internal/compare"
	"samverkan/internal/report"
)

// formPage is the page of one of the forms that not every year has.
type formPage struct {
	key         report.FormKey
	dir, layout string
	title       string                     // in menus, and the page's heading
	more        string                     // leads to the page from the year's first one
	has         func(*compare.Year) bool   // whether anybody has reported the form
	sentence    func(*compare.Year) string // what the year's first page says of it
	fill        func(*pen, *compare.Year, FormHead) any
}

// formPages are the forms in the order of the menu. A form is a file of its own and a
// line here.
func formPages() []formPage {
	return []formPage{situationForm(), roadMapForm(), subprojectForm(), surveyForm(), budgetForm()}
}

// FormHead is what every form's page begins with.
type FormHead struct {
	Frame
	Year   int
	Beside []OutcomeFigureView // indicators that say they belong here
	Length string              // of the longest of them
}

func formSheets(p *press) []sheet {
	var sheets []sheet
	for _, f := range formPages() {
		for _, y := range p.cmp.Years {
			if !f.has(y) {
				continue
			}
			sheets = append(sheets, sheet{
				path: yearPath(y.Year, f.dir), layout: f.layout, title: f.title, year: y.Year,
				fill: func(p *pen) any { return f.fill(p, y, p.formHead(f, y)) },
			})
		}
	}
	return sheets
}

// formHead opens a form's page with what the form says in a sentence.
func (p *pen) formHead(f formPage, y *compare.Year) FormHead {
	h := FormHead{Frame: p.frame(f.title, f.sentence(y)), Year: y.Year}
	var texts []string
	for i := range y.Indicators {
		ind := &y.Indicators[i]
		if ind.Beside != f.key {
			continue
		}
		for _, o := range ind.Outcomes {
			if o.Cell.State.HasNumber() {
				v := OutcomeFigureView{o.Cell.Text, briefNote(o), p.page(yearPath(y.Year, "indikatorer", ind.Slug), ind.Name)}
				if ind.Shared {
					v.Indicator.Note = o.Delregion.Name
				}
				h.Beside, texts = append(h.Beside, v), append(texts, o.Cell.Text)
			}
		}
	}
	h.Length = figureLength(texts...)
	return h
}

// FormLine is a form that the year has, in a sentence, and the way to its page.
type FormLine struct {
	Section
	Sentence string
	More     Link
}

// formLines are the year's forms for its first page.
func (p *pen) formLines(y *compare.Year) []FormLine {
	var lines []FormLine
	for _, f := range formPages() {
		if l := p.page(yearPath(y.Year, f.dir), f.more); l.Href != "" && f.sentence(y) != "" {
			lines = append(lines, FormLine{Section{f.dir, f.title}, f.sentence(y), l})
		}
	}
	return lines
}
