package page

import (
	"fmt"
	"io/fs"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"samverkan/internal/compare"
	"samverkan/layouts"
)

// The search: its page, the script that waits for a reader, the search itself and the
// index, which is made of the finished pages and so not here.
const (
	searchPath       = "sok/index.html"
	searchWaitPath   = "sok.js"
	searchEnginePath = "sokmotor.js"
	// SearchIndexPath is where the script looks for the index.
	SearchIndexPath = "sokindex.js"
)

// SearchPage is the search; without JavaScript it is an alphabetical index.
type SearchPage struct {
	Frame
	Scripted bool // the search itself is at hand
	Letters  []Letter
	Unlisted []ListedLink // delregioner whose municipalities nobody has said
}

// ListedLink is a link in a list that is written as a sentence.
type ListedLink struct {
	Link
	Last bool
}

// Letter is what begins with it.
type Letter struct {
	ID, Text string
	Links    []Link
}

func searchSheets(*press) []sheet {
	return []sheet{{path: searchPath, layout: "search", title: "Sök", fill: fillSearch}}
}

func fillSearch(p *pen) any {
	page := &SearchPage{Letters: letters(p.register()), Unlisted: p.unlisted()}
	_, page.Scripted = layouts.Search()
	page.Frame = p.frame("Sök", "")
	page.Description = "Sök i hela rapporten, eller leta i registret från A till Ö."
	page.Wide = true
	if page.Scripted {
		page.Script = p.href(searchWaitPath)
	}
	return page
}

// unlisted leads to the delregioner that can't be found by their municipalities.
func (p *pen) unlisted() []ListedLink {
	var links []ListedLink
	for _, d := range p.cmp.Delregioner {
		if year := p.lastReported(d.ID); year != 0 && len(d.Municipalities) == 0 {
			links = append(links, ListedLink{Link: p.page(yearPath(year, d.ID), d.Name)})
		}
	}
	if len(links) > 0 {
		links[len(links)-1].Last = true
	}
	return links
}

// register is everything that has a page of its own, and the municipalities, which
// have one with their delregion. Of what there is every year the newest is listed.
func (p *pen) register() []Link {
	newest := map[string]int{}
	for _, s := range p.sheets {
		newest[lasting(s)] = max(newest[lasting(s)], s.year)
	}
	for _, d := range p.cmp.Delregioner {
		if year := p.lastReported(d.ID); year != 0 {
			newest[strings.TrimPrefix(yearPath(year, d.ID), itoa(year))] = year
		}
	}
	var links []Link
	for _, s := range p.sheets {
		if s.layout == "notfound" || s.path == p.sheet.path || s.year != newest[lasting(s)] {
			continue
		}
		l := p.page(s.path, s.title)
		l.Note = sheetKind(s)
		if s.layout == "year" {
			l = p.page(s.path, "Årsrapport "+itoa(s.year))
		}
		links = append(links, l)
	}
	links = append(links, p.municipalities()...)
	compare.SortSwedish(links, func(l Link) string { return l.Text })
	return links
}

// lasting is the part of a page's address that is the same from year to year.
func lasting(s sheet) string {
	if s.year == 0 || s.layout == "year" {
		return s.path
	}
	return strings.TrimPrefix(s.path, itoa(s.year))
}

func (p *pen) municipalities() []Link {
	var links []Link
	for _, d := range p.cmp.Delregioner {
		year := p.lastReported(d.ID)
		if year == 0 {
			continue
		}
		for _, m := range d.Municipalities {
			links = append(links, Link{Href: p.href(yearPath(year, d.ID)), Text: m, Note: "kommun i " + d.Name})
		}
	}
	return links
}

// lastReported is the newest year that a delregion has reported, so that nobody is
// led to the empty page of a year under way; without one the newest year with a page
// for it, and 0 when there is none.
func (p *pen) lastReported(id string) int {
	year := 0
	for _, y := range p.cmp.Years {
		for _, s := range y.Submissions {
			if s.Delregion.ID == id && p.has(yearPath(y.Year, id)) && (s.Delivered || year == 0) {
				year = y.Year
			}
		}
	}
	return year
}

// kinds are the layouts whose pages' titles don't say what they are about.
var kinds = map[string]string{"goal": "mål", "indicator": "indikator", "delregion": "delregion"}

func sheetKind(s sheet) string {
	kind := kinds[s.layout]
	if strings.HasPrefix(s.path, "handbok/") {
		kind = "handboken"
	}
	if s.year != 0 {
		kind = strings.TrimSpace(kind + " " + itoa(s.year))
	}
	return kind
}

// letters divides what is sorted by its first letter.
func letters(sorted []Link) []Letter {
	var list []Letter
	for _, l := range sorted {
		text := initial(l.Text)
		if len(list) == 0 || list[len(list)-1].Text != text {
			list = append(list, Letter{ID: letterID(text), Text: text})
		}
		last := &list[len(list)-1]
		last.Links = append(last.Links, l)
	}
	return list
}

// initial is the letter that an index has a word under: É goes with E, Å by itself.
func initial(s string) string {
	for _, r := range strings.ToUpper(norm.NFC.String(s)) {
		switch {
		case strings.ContainsRune("ÅÄÖ", r):
			return string(r)
		case unicode.IsDigit(r):
			return "0–9"
		case unicode.IsLetter(r):
			return string([]rune(norm.NFD.String(string(r)))[:1])
		}
	}
	return "–"
}

// letterID is an anchor that needs no percent signs.
func letterID(letter string) string {
	if r := []rune(letter); len(r) == 1 && r[0] < 0x80 {
		return "bokstav-" + strings.ToLower(letter)
	}
	if id, ok := map[string]string{"Å": "aa", "Ä": "ae", "Ö": "oe", "0–9": "siffror"}[letter]; ok {
		return "bokstav-" + id
	}
	return fmt.Sprintf("bokstav-%x", []rune(letter)[0])
}

// searchFiles are the scripts of the search, none where it isn't at hand.
func searchFiles(own fs.FS) ([]File, error) {
	engine, ok := layouts.Search()
	if !ok {
		return nil, nil
	}
	wait, err := fs.ReadFile(own, "search/search.js")
	if err != nil {
		return nil, fmt.Errorf("script search/search.js: %w", err)
	}
	return []File{{Path: searchWaitPath, Data: bare(wait)}, {Path: searchEnginePath, Data: engine}}, nil
}
