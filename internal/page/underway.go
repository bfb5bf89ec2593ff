package page

import (
	"slices"

	"samverkan/internal/compare"
)

// comparing are the layouts of pages that compare what delregioner have reported. A
// year under way, that none of them has reported yet, has no such pages: they would be
// nothing but gaps.
var comparing = []string{
	"goals", "goal", "indicators", "indicator", "activities", "deviations", "fardplan", "organisation", "comparability",
}

// worthwhile reports whether a page has anything to show.
func (p *press) worthwhile(s sheet) bool {
	y := p.year(s.year)
	return y == nil || y.Reported > 0 || !slices.Contains(comparing, s.layout)
}

// yearText is what a year is called in menus.
func (p *press) yearText(year int) string {
	if y := p.year(year); y != nil && y.Reported == 0 && p.cmp.Newest != nil && year > p.cmp.Newest.Year {
		return itoa(year) + " (pågående)"
	}
	return itoa(year)
}

// fillUnderWay makes the first page of a site whose delregioner haven't reported any
// year: it leads to what the county itself has.
func (p *pen) fillUnderWay(page *HomePage) {
	if len(p.cmp.Years) == 0 {
		return
	}
	y := p.cmp.Years[len(p.cmp.Years)-1]
	page.Year = y.Year
	if lead := homeLead(p, y); lead != reportedSentence(y) {
		page.Lead = lead
	}
	page.Description = page.Lead
	page.YearPage = p.page(yearPath(y.Year), "Läs det som finns för "+itoa(y.Year))
	page.Forms = append(p.countyLine(y), p.formLines(y)...)
	page.Earlier = p.otherYears(y)
}

// countyLine leads to what the county itself reports besides the forms.
func (p *pen) countyLine(y *compare.Year) []FormLine {
	if y.County == nil || !y.County.Delivered {
		return nil
	}
	var parts []string
	add := func(n int, one, many string) {
		if n > 0 {
			parts = append(parts, counted(n, one, many))
		}
	}
	figures := 0
	for _, o := range y.County.Outcomes {
		if !lacks(o.Cell) {
			figures++
		}
	}
	add(figures, "indikator", "indikatorer")
	add(len(y.County.Goals), "mål", "mål")
	add(len(y.County.Activities), "aktivitet", "aktiviteter")
	if len(parts) == 0 {
		return nil
	}
	section := Section{"gemensamt", "Gemensamma uppgifter"}
	return []FormLine{{section, "Länet redovisar " + sentenceList(parts) + ".", p.page(yearPath(y.Year)+"#lanets", "Länets uppgifter")}}
}

// otherYears leads to the years that the first page isn't about.
func (p *pen) otherYears(y *compare.Year) []Link {
	var links []Link
	for _, l := range p.yearLinks() {
		if l.Text != p.yearText(y.Year) {
			links = append(links, l)
		}
	}
	return links
}
