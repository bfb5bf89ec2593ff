package page

import (
	"fmt"
	"html/template"
	"slices"

	"samverkan/internal/compare"
	"samverkan/internal/markdown"
	"samverkan/internal/report"
)

// IndicatorPage is an indicator's comparison and its definition.
type IndicatorPage struct {
	Frame
	Year          int
	Shared        bool
	Comparison    *Figure
	Target        string // "Minst 80 %"; "" where none is set
	Verdicts      []VerdictGroup
	Silent        bool // nobody has a figure
	Comparability string
	Trend         *Figure
	Breakdowns    []*Figure
	Comments      []CommentView
	Definition    []Fact
	Caveats       template.HTML
	Goals         []Link
	Also          []OutcomeLine // other indicators of the same goals that somebody has a figure for
	Sources       []string
}

// CommentView is what a delregion says of its own figure.
type CommentView struct {
	Delregion Link
	Text      template.HTML
}

func fillIndicator(p *pen, y *compare.Year, ind *compare.Indicator) any {
	page := &IndicatorPage{Year: y.Year, Shared: ind.Shared, Silent: ind.Reporters == 0}
	page.Frame = p.frame(ind.Name, ind.Definition)
	page.Kicker = fmt.Sprintf("Gemensam indikator %d", y.Year)
	if !ind.Shared {
		page.Kicker = fmt.Sprintf("Egen indikator %d: %s", y.Year, ind.Owner.Name)
	}
	page.Sources = outcomeSources(ind.Outcomes)
	page.Comparison = p.figure(&ind.Table, page.Sources...).plain()
	if page.Comparison != nil { // the page says them beside the definition
		page.Comparison.Notes = nil
	}
	if ind.Target != nil {
		page.Target = ind.Target.Words()
	}
	page.Verdicts, page.Comparability = p.verdictGroups(y, ind), ind.Comparability
	if page.Comparison != nil && page.Verdicts != nil {
		page.Comparison.Verdicts = nil // the groups explain them
	}
	page.Trend = p.figure(ind.Trend).plain()
	for i := range ind.Breakdowns {
		if f := p.figure(&ind.Breakdowns[i], page.Sources...); f != nil {
			page.Breakdowns = append(page.Breakdowns, f)
		}
	}
	for _, o := range ind.Outcomes {
		if o.Cell.Comment != "" {
			page.Comments = append(page.Comments, CommentView{
				p.page(yearPath(y.Year, o.Delregion.ID)+"#indikatorer", o.Delregion.Name), markdown.Inline(o.Cell.Comment)})
		}
	}
	page.Definition = definition(ind)
	page.Caveats = markdown.Inline(ind.Caveats)
	for _, slug := range ind.Goals {
		if g := goalBySlug(y, slug); g != nil {
			page.Goals = append(page.Goals, p.page(yearPath(y.Year, "mal", slug), g.Name))
		}
	}
	page.Also = p.sameGoals(y, ind)
	p.neighbours(&page.Frame, p.siblings())
	return page
}

// sameGoals are the other indicators that follow up the indicator's goals. A delregion
// may answer the question by one of them: not the share of those examined, but in how
// many municipalities it was high enough.
func (p *pen) sameGoals(y *compare.Year, ind *compare.Indicator) []OutcomeLine {
	var lines []OutcomeLine
	for i := range y.Indicators {
		other := &y.Indicators[i]
		shares := slices.ContainsFunc(other.Goals, func(slug string) bool { return slices.Contains(ind.Goals, slug) })
		if other.Slug == ind.Slug || !shares {
			continue
		}
		if line := p.outcomeLine(y, other); line.Measured {
			lines = append(lines, line)
		}
	}
	return lines
}

// definition is what two people need to count alike.
func definition(ind *compare.Indicator) []Fact {
	var facts []Fact
	add := func(term, text string) {
		if text != "" {
			facts = append(facts, Fact{Term: term, Text: text})
		}
	}
	add("Vad som mäts", ind.Definition)
	add("Täljare", ind.AboutNum)
	add("Nämnare", ind.AboutDenom)
	add("Enhet", capital(report.Meaning(ind.Unit)))
	add("Riktning", capital(report.Meaning(ind.Direction)))
	if ind.Target != nil {
		add("Målvärde", ind.Target.Words())
	} else {
		add("Målvärde", "Inget målvärde är satt")
	}
	add("Målområde", sentenceList(nameList(ind.Areas)))
	add("Färdplanen", sentenceList(nameList(ind.Fardplan)))
	add("Definitionens källa", ind.Source)
	return facts
}

// outcomeSources are the sources of the figures that there are; where there is none,
// the sources that were searched for one.
func outcomeSources(outcomes []compare.Outcome) []string {
	var found, searched []string
	for _, o := range outcomes {
		searched = append(searched, o.Source)
		if !lacks(o.Cell) {
			found = append(found, o.Source)
		}
	}
	if len(found) == 0 {
		return distinct(searched)
	}
	return distinct(found)
}
