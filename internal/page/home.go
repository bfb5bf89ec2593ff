package page

import (
	"slices"

	"samverkan/internal/compare"
	"samverkan/internal/report"
)

// HomePage is the first page: the newest year in one screen, then who has submitted,
// the goals, what can be compared and what has changed.
type HomePage struct {
	Frame
	Year        int
	YearPage    Link
	KeyFigures  []KeyFigureView
	Length      string // of the longest of them
	Submissions []SubmissionCard
	Reported    string
	Goals       *Figure
	GoalsPage   Link
	Table       *Figure // where many have reported; then Outcomes is empty
	Own         Link
	Outcomes    []OutcomeLine
	Silent      []Link // shared indicators that nobody has a figure for
	Indicators  Link
	Comparable  Link
	Changes     Changes
	Earlier     []Link
	Forms       []FormLine // in place of a comparison, before any delregion has reported
}

// KeyFigureView is a figure large enough to be remembered.
type KeyFigureView struct {
	Figure, Note string
	Label        Link
}

// OutcomeLine is an indicator with whoever has a figure for it.
type OutcomeLine struct {
	Indicator  Link
	Definition string
	Own        string // the delregion that the indicator belongs to; "" when shared
	Figures    []OutcomeFigure
	Many       bool // so many figures that they are set as a small table
	Dots       []Dot
	Count      string // "1 av 6"
	Measured   bool   // somebody has a figure, not only words
	Target     string
	Brief      bool // the figures stand in a table above
}

// OutcomeFigure is one delregion's figure in a line.
type OutcomeFigure struct {
	Delregion   Link
	Text, Basis string
	Period      string
	Verdict     *Status // how it stands to the target
	Words       bool    // not a figure: "sämre än året före"
}

// Dot says whether a delregion has reported, in the register's order.
type Dot struct {
	Name   string
	Status Status
}

func homeSheets(*press) []sheet {
	return []sheet{{path: homePath, layout: "home", title: "Start", fill: fillHome}}
}

func fillHome(p *pen) any {
	page := &HomePage{Frame: p.frame(homeHeading(p.cmp.Site), "")}
	page.Frame.Wide = true
	y := p.cmp.Newest
	if y == nil {
		page.Lead = "Ingen delregion har lämnat underlag för något år än."
		p.fillUnderWay(page)
		return page
	}
	page.Year = y.Year
	page.Lead, page.Reported = homeLead(p, y), reportedSentence(y)
	page.Description = page.Lead
	if page.Reported == page.Lead {
		page.Reported = ""
	}
	page.YearPage = p.page(yearPath(y.Year), "Läs årsrapporten för "+itoa(y.Year))
	page.KeyFigures = p.keyFigures(y)
	var figures []string
	for _, k := range y.KeyFigures {
		figures = append(figures, k.Figure)
	}
	page.Length = figureLength(figures...)
	page.Submissions = p.submissionCards(y)
	page.Goals = p.sharedMatrix(y)
	page.GoalsPage = p.page(yearPath(y.Year, "mal"), "Alla mål "+itoa(y.Year))
	page.Table = p.outcomeTable(y)
	page.Outcomes, page.Silent = p.outcomeLines(y)
	if page.Table != nil {
		page.Outcomes, page.Own = nil, p.ownIndicators(y)
	}
	page.Outcomes = slices.DeleteFunc(page.Outcomes, func(l OutcomeLine) bool { return l.Own != "" && !l.Measured })
	page.Silent = slices.DeleteFunc(page.Silent, func(l Link) bool { return l.Note != "" })
	page.Indicators = p.page(yearPath(y.Year, "indikatorer"), "Alla indikatorer "+itoa(y.Year))
	page.Comparable = p.page(yearPath(y.Year, "jamforbarhet"), "Vem har redovisat vad")
	page.Changes = p.changes(y)
	page.Earlier = p.otherYears(y)
	return page
}

// homeHeading is what the report is about; the site's title stands above it already.
func homeHeading(s report.Site) string {
	if s.County == "" {
		return s.Title
	}
	return "Vårdsamverkan i " + s.County
}

// homeLead is the county's own summary in a sentence, else what has come in.
func homeLead(p *pen, y *compare.Year) string {
	for _, n := range p.narratives(y.Year, report.CountyID) {
		if n.Chapter == "" && n.Lead != "" {
			return n.Lead
		}
	}
	return reportedSentence(y)
}

// reportedSentence says how many have submitted, and who hasn't.
func reportedSentence(y *compare.Year) string {
	var without []string
	for _, s := range y.Submissions {
		if !s.Delivered {
			without = append(without, s.Delregion.Name)
		}
	}
	all := len(y.Submissions)
	s := howManyOf(all-len(without), all) + " har underlag för " + itoa(y.Year) + "."
	if len(without) > 0 {
		s += " Inget underlag inlämnat: " + sentenceList(without) + "."
	}
	return s
}

// howManyOf begins a sentence about n of all delregioner.
func howManyOf(n, all int) string {
	switch {
	case all == 1 && n == 1:
		return "Den enda delregionen"
	case all == 1:
		return "Ingen delregion"
	case n == all:
		return "Alla " + number(all) + " delregioner"
	case n == 0:
		return "Ingen av " + number(all) + " delregioner"
	}
	return capital(number(n)) + " av " + number(all) + " delregioner"
}

func (p *pen) keyFigures(y *compare.Year) []KeyFigureView {
	var views []KeyFigureView
	for _, k := range y.KeyFigures {
		views = append(views, KeyFigureView{
			Figure: k.Figure, Note: k.Note, Label: p.link(k.Page, k.Label),
		})
	}
	return views
}
