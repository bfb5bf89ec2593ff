package page

import (
	"html/template"
	"path"
	"strings"

	"samverkan/internal/compare"
	"samverkan/internal/report"
)

// narrator answers what {{names}} and blocks of a narrative stand for, with the same
// masked values as every table has.
type narrator struct {
	*pen
	year  *compare.Year
	owner string // a delregion's id, report.CountyID, or "" for an ordinary page
	file  string
	// prefix is the page's for the ids of this owner's sections; a list of activities
	// in the text takes the place of the section's own.
	prefix string
}

// Inline is the value of {{name}}, linked to where it can be seen among the others.
func (n *narrator) Inline(name string) (template.HTML, bool) {
	if n.year == nil {
		return "", false
	}
	if rest, ok := strings.CutPrefix(name, "avvikelser."); ok {
		return n.deviation(rest)
	}
	id, part, _ := strings.Cut(name, ".")
	ind := n.indicator(id)
	if ind == nil {
		return "", false
	}
	text, ok := cellPart(n.outcome(ind), part)
	if !ok {
		return "", false
	}
	return n.value(n.page(yearPath(n.year.Year, "indikatorer", ind.Slug), text)), true
}

// value marks up a figure in running text.
func (n *narrator) value(l Link) template.HTML {
	text := template.HTMLEscapeString(l.Text)
	if l.Href == "" {
		return template.HTML(`<span class="varde">` + text + `</span>`)
	}
	return template.HTML(`<a class="varde" href="` + template.HTMLEscapeString(l.Href) + `">` + text + `</a>`)
}

// indicator finds the owner's own indicator, else the shared one.
func (n *narrator) indicator(id string) *compare.Indicator {
	var shared *compare.Indicator
	for i := range n.year.Indicators {
		ind := &n.year.Indicators[i]
		switch {
		case ind.ID == id && !ind.Shared && ind.Owner.ID == n.owner, ind.Slug == id && !ind.Shared:
			return ind
		case ind.ID == id && ind.Shared:
			shared = ind
		}
	}
	return shared
}

// outcome is the owner's own figure; of a shared indicator the county's text means the
// pooled one.
func (n *narrator) outcome(ind *compare.Indicator) compare.Cell {
	for _, o := range ind.Outcomes {
		if o.Delregion.ID == n.owner {
			return o.Cell
		}
	}
	if n.owner == report.CountyID {
		return ind.County
	}
	return compare.Cell{State: compare.Missing, Text: stateWords[compare.Missing]}
}

// cellPart is what {{id.part}} shows of a cell. A gap says its word, never a mark.
func cellPart(c compare.Cell, part string) (string, bool) {
	if isGap(c) && c.State != compare.MaskedBySource {
		return stateWords[c.State], true
	}
	switch part {
	case "", "varde":
		if c.Basis != "" && part == "" {
			return c.Text + " (" + c.Basis + ")", true
		}
		return c.Text, true
	case "taljare", "namnare":
		x := c.Numerator
		if part == "namnare" {
			x = c.Denominator
		}
		if x == nil {
			return stateWords[compare.Missing], true
		}
		return compare.FormatNumber(*x, 0), true
	}
	return "", false
}

// deviation is {{avvikelser.totalt}} or {{avvikelser.process.utskrivning}}.
func (n *narrator) deviation(rest string) (template.HTML, bool) {
	fact := n.deviationFact()
	if fact == nil {
		return "", false
	}
	link := func(c compare.Cell) template.HTML {
		text, _ := cellPart(c, "")
		return n.value(n.page(yearPath(n.year.Year, "avvikelser"), text))
	}
	switch rest {
	case "totalt":
		return link(fact.Total), true
	case "analyserat":
		return link(fact.Analysed), true
	}
	dimension, code, _ := strings.Cut(rest, ".")
	for _, t := range fact.Dimensions {
		if t.ID != dimension && !strings.HasSuffix(t.ID, "-"+dimension) {
			continue
		}
		if c := firstFigure(t, code); c != nil {
			return link(*c), true
		}
	}
	return "", false
}

func (n *narrator) deviationFact() *compare.DeviationFact {
	for i := range n.year.Deviations.Facts {
		if f := &n.year.Deviations.Facts[i]; f.Delregion.ID == n.owner {
			return f
		}
	}
	return nil
}

// firstFigure is the first cell that says something in the row with the id.
func firstFigure(t compare.Table, row string) *compare.Cell {
	for _, r := range t.Rows {
		if r.ID != row || len(r.Cells) == 0 {
			continue
		}
		for i := range r.Cells {
			if r.Cells[i].State.HasNumber() || r.Cells[i].State == compare.Related {
				return &r.Cells[i]
			}
		}
		return &r.Cells[0]
	}
	return nil
}

// Link turns a link to another source file, or an address from the site's root, into
// one that is relative to this page.
func (n *narrator) Link(dest string) string {
	file, fragment, _ := strings.Cut(dest, "#")
	if file == "" {
		return dest
	}
	if fragment != "" {
		fragment = "#" + fragment
	}
	target := strings.TrimPrefix(file, "/")
	if !strings.HasPrefix(file, "/") {
		target = path.Join(path.Dir(strings.TrimPrefix(n.file, "content/")), file)
	}
	if to := n.narrative("content/" + target); to != nil && to.Year != 0 {
		return n.narrativeLink(to, fragment)
	}
	target = strings.TrimSuffix(strings.TrimSuffix(target, ".md"), "/")
	for _, page := range []string{target, target + ".html", target + "/" + homePath, strings.TrimPrefix(target+"/"+homePath, "/")} {
		if n.has(page) {
			return n.href(page) + fragment
		}
	}
	return dest
}

// narrative is the one in a file; nil when there is none.
func (p *press) narrative(file string) *report.Narrative {
	for _, n := range p.in.Narratives {
		if n.File == file {
			return n
		}
	}
	return nil
}

// narrativeLink leads to a year's narrative, which stands in its owner's page: to a
// heading, to the chapter, or to the page.
func (p *pen) narrativeLink(to *report.Narrative, fragment string) string {
	file := yearPath(to.Year)
	if to.Owner != report.CountyID {
		file = yearPath(to.Year, to.Owner)
	}
	switch {
	case fragment != "":
		fragment = "#" + textPrefix(to) + strings.TrimPrefix(fragment, "#")
	case to.Chapter != "":
		fragment = "#kapitel-" + to.Chapter
	}
	return p.href(file) + fragment
}
