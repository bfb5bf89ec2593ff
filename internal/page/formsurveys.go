package page

import (
	"fmt"
	"html/template"

	"samverkan/internal/compare"
	"samverkan/internal/markdown"
)

// SurveysPage is the year's surveys.
type SurveysPage struct {
	FormHead
	Surveys []SurveyView
}

// SurveyView is a question with its answers.
type SurveyView struct {
	Section
	Sentence string
	Owner    Link
	Comment  template.HTML
	Figures  []*Figure
	Source   string
}

func surveyForm() formPage {
	return formPage{
		key: "enkat", dir: "enkater", layout: "surveys", title: "Enkäter", more: "Enkäterna och vilka som svarade",
		has: func(y *compare.Year) bool { return len(y.Forms.Surveys) > 0 },
		sentence: func(y *compare.Year) string {
			if len(y.Forms.Surveys) == 0 {
				return ""
			}
			return "”" + y.Forms.Surveys[0].Question + "” " + y.Forms.Surveys[0].Sentence
		},
		fill: fillSurveys,
	}
}

func fillSurveys(p *pen, y *compare.Year, head FormHead) any {
	page := &SurveysPage{FormHead: head}
	page.Lead = fmt.Sprintf("En enkät är redovisad för %d: hur många som svarade och vilka de är.", y.Year)
	if n := len(y.Forms.Surveys); n > 1 {
		page.Lead = fmt.Sprintf("%s enkäter är redovisade för %d: hur många som svarade och vilka de är.", capital(number(n)), y.Year)
	}
	page.Description = page.Lead
	for i := range y.Forms.Surveys {
		v := p.surveyView(y, &y.Forms.Surveys[i], "")
		page.Surveys = append(page.Surveys, v)
		page.Contents = append(page.Contents, Entry{ID: v.ID, Text: v.Title})
	}
	return page
}

func (p *pen) surveyView(y *compare.Year, s *compare.Survey, prefix string) SurveyView {
	v := SurveyView{
		Section: Section{prefix + s.ID, s.Question}, Sentence: s.Sentence, Comment: markdown.Inline(s.Comment), Source: s.Source,
		Owner: p.page(yearPath(y.Year, s.Owner.ID), s.Owner.Name),
	}
	for i := range s.Dimensions {
		if f := p.figure(&s.Dimensions[i]); f != nil {
			v.Figures = append(v.Figures, f.turned(&s.Dimensions[i], "Antal", "Andel"))
		}
	}
	return v
}

// turned sets a table of one row on its side, so that its parts can be read down; what
// each is of the whole gets a column of its own.
func (f *Figure) turned(t *compare.Table, count, share string) *Figure {
	if len(f.Table.Rows) != 1 {
		return f
	}
	row, shares := f.Table.Rows[0], false
	for _, c := range row.Cells {
		shares = shares || c.Basis != ""
	}
	columns := []ColumnView{{Name: count, Numeric: true}}
	if shares {
		columns = append(columns, ColumnView{Name: share, Numeric: true})
	}
	var rows []RowView
	for i, c := range row.Cells {
		of := c.Basis
		c.Basis = ""
		cells := []CellView{c}
		if shares {
			cells = append(cells, CellView{Class: "tal svag", Text: of})
		}
		rows = append(rows, RowView{Name: Link{Text: t.Columns[i].Name}, Cells: cells})
	}
	f.Table.Columns, f.Table.Rows, f.Table.Span = columns, rows, len(columns)
	return f
}
