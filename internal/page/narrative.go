package page

import (
	"html/template"

	"samverkan/internal/compare"
	"samverkan/internal/markdown"
	"samverkan/internal/report"
)

// Text is a narrative as it stands in a page.
type Text struct {
	Title    string // of a chapter; "" for the main text
	ID       string // anchor of a chapter
	Lead     string
	HTML     template.HTML
	Group    *GroupWork // of the group that a chapter is about; nil where it has nothing of its own
	Contents []Entry
}

// text renders a narrative for the edition it belongs to. Its uppermost headings
// become h2, whatever level the author began at; below a chapter's title they are h3.
// The ids of the text begin with prefix, those of the owner's sections with owner.
func (p *pen) text(n *report.Narrative, y *compare.Year, owner, prefix string) Text {
	top := 2
	if n.Chapter != "" {
		top = 3
	}
	src := markdown.Source{File: n.File, Body: n.Body, Line: n.BodyLine, Prefix: prefix, TopLevel: top}
	result := markdown.Render(src, &narrator{pen: p, year: y, owner: n.Owner, file: n.File, prefix: owner})
	t := Text{HTML: result.HTML, Lead: n.Lead, Contents: contents(result.Headings, top)}
	if n.Chapter != "" {
		t.Title, t.ID = n.Title, p.id(owner+"kapitel-"+n.Chapter)
	}
	return t
}

// texts renders all of an owner's texts for a year.
func (p *pen) texts(y *compare.Year, owner, prefix string) []Text {
	var all []Text
	for _, n := range p.narratives(y.Year, owner) {
		t := p.text(n, y, prefix, prefix+textPrefix(n))
		t.Group = p.groupWork(y, owner, n.Group.ID, prefix)
		all = append(all, t)
	}
	return all
}

// textPrefix begins the ids of a narrative's headings. Any heading may be called what a
// section of the page is called, so they never share ids.
func textPrefix(n *report.Narrative) string {
	if n.Chapter != "" {
		return "text-" + n.Chapter + "-"
	}
	return "text-"
}

// contents makes a list of the headings at level top, those below them nested.
func contents(hs []markdown.Heading, top int) []Entry {
	var list []Entry
	for _, h := range hs {
		switch {
		case h.Level == top:
			list = append(list, Entry{ID: h.ID, Text: h.Text})
		case h.Level == top+1 && len(list) > 0:
			last := &list[len(list)-1]
			last.Sub = append(last.Sub, Entry{ID: h.ID, Text: h.Text})
		}
	}
	return list
}

// textContents are the entries of several texts; a chapter is an entry of its own.
func textContents(texts []Text) []Entry {
	var list []Entry
	for _, t := range texts {
		if t.Title != "" {
			list = append(list, Entry{ID: t.ID, Text: t.Title, Sub: t.Contents})
			continue
		}
		list = append(list, t.Contents...)
	}
	return list
}
