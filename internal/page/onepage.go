package page

import (
	"bytes"
	"fmt"
	"html/template"

	"samverkan/internal/compare"
	"samverkan/internal/report"
)

// OnePage is a whole year's report in one page, for print.
type OnePage struct {
	Frame
	Year       int
	County     string
	Texts      template.HTML
	Goals      *Figure
	Outcomes   *Figure
	Indicators []IndicatorChapter
	Comparable *Figure
	Deviations template.HTML
	Status     *Figure
	Bodies     []DelregionChapter // the county's own first, where it has reported anything
	Sources    []SourceView
	Chapters   []Entry
}

// IndicatorChapter is an indicator's page without what print has no use for.
type IndicatorChapter struct {
	ID string
	*IndicatorPage
}

// DelregionChapter is a delregion's page as a chapter: its headings one level down.
type DelregionChapter struct {
	Section
	HTML     template.HTML
	Sections []Entry
}

func onepageSheets(p *press) []sheet {
	var sheets []sheet
	for _, y := range p.cmp.Years {
		sheets = append(sheets, sheet{
			path: yearPath(y.Year, "rapport"), layout: "onepage", title: "Hela rapporten", year: y.Year,
			fill: func(p *pen) any { return fillOnepage(p, y) },
		})
	}
	return sheets
}

func fillOnepage(p *pen, y *compare.Year) any {
	page := &OnePage{Year: y.Year, County: p.cmp.Site.County}
	texts := p.texts(y, report.CountyID, "lan-")
	page.Frame = p.frame(fmt.Sprintf("Årsrapport %d", y.Year), textLead(texts))
	page.Frame.Wide = true
	for _, t := range texts {
		page.Texts += p.lowered("text", t)
	}
	if y.Reported > 0 {
		p.fillChapters(page, y)
	}
	page.Bodies = p.bodies(y)
	page.Sources = p.sources()
	page.Chapters = onepageChapters(page, textContents(texts))
	return page
}

// fillChapters adds what there is to compare once a delregion has reported.
func (p *pen) fillChapters(page *OnePage, y *compare.Year) {
	page.Goals, page.Outcomes = p.sharedMatrix(y), p.outcomeTable(y)
	for i := range y.Indicators {
		if ind := &y.Indicators[i]; ind.Shared && ind.Reporters > 0 {
			page.Indicators = append(page.Indicators, IndicatorChapter{
				p.id("del-" + ind.Slug), fillIndicator(p, y, ind).(*IndicatorPage)})
		}
	}
	page.Comparable = p.figure(sharedRows(y)).plain()
	if y.Deviations.Any {
		d := fillDeviations(p, y).(*DeviationsPage)
		if d.Totals != nil {
			d.Totals.Sentence = d.Lead // which isn't printed here
		}
		for _, f := range append([]*Figure{d.Totals, d.Funnel}, d.Dimensions...) {
			if f != nil {
				page.Deviations += p.lowered("figur", f)
			}
		}
	}
	page.Status = p.figure(&y.Activities.Status).plain()
}

// bodies are the submissions as chapters.
func (p *pen) bodies(y *compare.Year) []DelregionChapter {
	var all []DelregionChapter
	if b := p.countyBody(y); b != nil {
		all = append(all, DelregionChapter{Section{b.ID, "Gemensamma uppgifter"}, p.lowered("delregion", b), b.contents()})
	}
	for i := range y.Submissions {
		if s := &y.Submissions[i]; s.Delivered || y.Reported > 0 {
			b := p.delregionBody(y, s, "kapitel-"+s.Delregion.ID+"-")
			all = append(all, DelregionChapter{Section{b.ID, b.Name}, p.lowered("delregion", &b), b.contents()})
		}
	}
	return all
}

// lowered renders a shared template with its headings one level down, below the title
// of a chapter.
func (p *pen) lowered(name string, data any) (html template.HTML) {
	p.execute(name, data, func(made []byte) {
		lower(made)
		html = template.HTML(made)
	})
	return html
}

// lower makes an h3 of every <h2> and </h2>, and so on down to h6.
func lower(html []byte) {
	for at := bytes.IndexByte(html, '<'); at >= 0; at = bytes.IndexByte(html, '<') {
		html = html[at+1:]
		tag := bytes.TrimPrefix(html, []byte("/"))
		if len(tag) > 2 && tag[0] == 'h' && '2' <= tag[1] && tag[1] <= '5' && (tag[2] == ' ' || tag[2] == '>') {
			tag[1]++
		}
	}
}

func onepageChapters(page *OnePage, texts []Entry) []Entry {
	var list []Entry
	add := func(there bool, id, text string, sub []Entry) {
		if there {
			list = append(list, Entry{ID: id, Text: text, Sub: sub})
		}
	}
	var indicators []Entry
	for _, ind := range page.Indicators {
		indicators = append(indicators, Entry{ID: ind.ID, Text: ind.Heading})
	}
	add(page.Texts != "", "lanet", "Länets sammanfattning", texts)
	add(page.Goals != nil, "mal", "Mål", nil)
	add(len(page.Indicators) > 0 || page.Comparable != nil, "indikatorer", "Indikatorer", indicators)
	add(page.Status != nil, "aktiviteter", "Aktiviteter", nil)
	add(page.Deviations != "", "avvikelser", "Avvikelser", nil)
	for _, b := range page.Bodies {
		add(true, b.ID, b.Title, b.Sections)
	}
	add(len(page.Sources) > 0, "kallor", "Källor", nil)
	return list
}
