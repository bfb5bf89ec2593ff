package page

import (
	"path"
	"slices"
	"strings"

	"samverkan/internal/markdown"
	"samverkan/internal/report"
)

// ContentPage is an ordinary page.
type ContentPage struct {
	Frame
	Text  Text
	Below []Link // the pages of its folder that the text doesn't lead to
}

// Book is the pages of a folder, in their stated order, for a list beside each of them.
type Book struct {
	Title string
	Pages []Link
}

func contentSheets(p *press) []sheet {
	var sheets []sheet
	for _, n := range contentOrder(p.in.Narratives) {
		target := path.Join(n.Path, homePath)
		if path.Base(n.Path) == "index" {
			target = n.Path + ".html"
		}
		sheets = append(sheets, sheet{
			path: target, layout: "content", title: contentTitle(n),
			fill: func(p *pen) any { return fillContent(p, n) },
		})
	}
	return sheets
}

// contentOrder sorts the ordinary pages of each folder by their stated places; the
// first page of a folder comes first.
func contentOrder(all []*report.Narrative) []*report.Narrative {
	var pages []*report.Narrative
	for _, n := range all {
		if n.Year == 0 && n.Path != "" {
			pages = append(pages, n)
		}
	}
	slices.SortStableFunc(pages, func(a, b *report.Narrative) int {
		if c := strings.Compare(path.Dir(a.Path), path.Dir(b.Path)); c != 0 {
			return c
		}
		if first := path.Base(a.Path) == "index"; first != (path.Base(b.Path) == "index") {
			if first {
				return -1
			}
			return 1
		}
		return placed(a.Order) - placed(b.Order)
	})
	return pages
}

// contentTitle is the page's title, else its first heading, else its file's name.
func contentTitle(n *report.Narrative) string {
	if n.Title != "" {
		return n.Title
	}
	if hs := markdown.Parse(markdown.Source{Body: n.Body}).Headings; len(hs) > 0 {
		return hs[0].Text
	}
	return capital(path.Base(n.Path))
}

func fillContent(p *pen, n *report.Narrative) any {
	page := &ContentPage{}
	src := markdown.Source{File: n.File, Body: n.Body, Line: n.BodyLine, TopLevel: 2}
	result := markdown.Render(src, &narrator{pen: p, year: p.cmp.Newest, file: n.File})
	page.Text = Text{HTML: result.HTML}
	page.Frame = p.frame(contentTitle(n), n.Lead)
	page.Contents = contents(result.Headings, 2)
	page.Below = slices.DeleteFunc(p.pagesBelow(), func(l Link) bool {
		return strings.Contains(string(result.HTML), `href="`+l.Href+`"`)
	})
	if folder := p.folder(); len(folder) > 2 { // two need no list
		p.neighbours(&page.Frame, folder)
		page.Book = p.book(folder)
	}
	return page
}

// pagesBelow are the pages that this one is the first page of.
func (p *pen) pagesBelow() []Link {
	var links []Link
	for _, s := range p.sheets {
		if s.year == 0 && p.below(s.path) && path.Join(path.Dir(path.Dir(s.path)), homePath) == p.sheet.path {
			links = append(links, p.page(s.path, s.title))
		}
	}
	return links
}

// folder are the ordinary pages that stand in the same folder as this one, its first
// page among them; none for a page that stands by itself.
func (p *pen) folder() []string {
	top := p.sheet.path
	if p.below(top) {
		top = path.Join(path.Dir(path.Dir(top)), homePath)
	}
	paths := []string{top}
	for _, s := range p.sheets {
		if s.year == 0 && s.path != top && p.below(s.path) && path.Join(path.Dir(path.Dir(s.path)), homePath) == top {
			paths = append(paths, s.path)
		}
	}
	return paths
}

// book lists a folder's pages.
func (p *pen) book(folder []string) *Book {
	b := &Book{Title: p.byPath[folder[0]].title}
	for _, file := range folder {
		b.Pages = append(b.Pages, p.page(file, p.byPath[file].title))
	}
	return b
}
