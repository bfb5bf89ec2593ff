package attack

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"samverkan/internal/compare"
	"samverkan/internal/walk"
)

// Page looks for what is masked in a page that walk.Page tells it of: in its tables, each
// with the sentence that stands above it. It is a walk.Reader.
type Page struct {
	watch    *Watch
	file     File
	depth    int
	figures  []string // the ids of those that are open
	tables   []shownTable
	sentence line // the latest above, in the page's order
	found    []Leak
}

// shownTable is a table that is open.
type shownTable struct {
	from    int // its place in the page
	caption line
	masked  bool // something in it says so
}

// line is the text of an element.
type line struct {
	depth int // while it is open
	text  []byte
}

func (l *line) String() string {
	return strings.ReplaceAll(strings.TrimSpace(string(l.text)), "\u00ad", "")
}

// Page attacks a page: Leaks are what it has found when it has been told of all of it. The
// file's data must be what is walked.
func (w *Watch) Page(f File) *Page { return &Page{watch: w, file: f} }

// Leaks are the page's, each once, in the order of their keys. Text names the page.
func (p *Page) Leaks() []Leak {
	slices.SortStableFunc(p.found, func(a, b Leak) int { return cmp.Compare(a.Key, b.Key) })
	found := slices.Compact(slices.Clone(p.found))
	for i := range found {
		found[i].Text = p.file.Path + ": " + found[i].Text
	}
	return found
}

// Start, Text and End are what walk.Page calls.
func (p *Page) Start(t *walk.Tag) {
	p.depth++
	switch {
	case t.Name == atom.Figure:
		p.figures = append(p.figures, string(t.Value("id")))
	case t.Name == atom.Table:
		p.tables = append(p.tables, shownTable{from: t.From})
	case t.Name == atom.Caption && len(p.tables) > 0:
		p.table().caption = line{depth: p.depth}
	case t.Has("mening"):
		p.sentence = line{depth: p.depth}
	}
}

func (p *Page) Text(raw []byte) {
	if p.sentence.depth > 0 {
		p.sentence.text = walk.Append(p.sentence.text, raw)
	}
	if len(p.tables) == 0 {
		return
	}
	t := p.table()
	t.masked = t.masked || string(bytes.TrimSpace(raw)) == "maskerad"
	if t.caption.depth > 0 {
		t.caption.text = walk.Append(t.caption.text, raw)
	}
}

func (p *Page) End(t *walk.Tag) {
	if p.sentence.depth == p.depth {
		p.sentence.depth = 0
	}
	switch {
	case t.Name == atom.Figure:
		p.figures = p.figures[:len(p.figures)-1]
	case t.Name == atom.Caption && len(p.tables) > 0:
		p.table().caption.depth = 0
	case t.Name == atom.Table:
		p.attack(*p.table(), p.file.Data[p.table().from:t.To])
		p.tables, p.sentence = p.tables[:len(p.tables)-1], line{}
	}
	p.depth--
}

func (p *Page) table() *shownTable { return &p.tables[len(p.tables)-1] }

// attack reads a table, as it is written, if something in it is masked.
func (p *Page) attack(t shownTable, data []byte) {
	figure := ""
	if n := len(p.figures); n > 0 {
		figure = p.figures[n-1]
	}
	year, _, _ := strings.Cut(p.file.Path, "/")
	secrets := p.watch.about(t.caption.String(), year, figure)
	if len(secrets) == 0 && !t.masked {
		return
	}
	g := readGrid(data)
	p.found = append(p.found, fewest(secrets, func(t *compare.Table) []Leak {
		return append(g.shownIn(t), said(t, p.sentence.String())...)
	})...)
	p.found = append(p.found, g.leftOver()...)
}

// about are the tables that mask something and may be the one with this title: of those of
// the page's own year, when it has such a table, and of the figure that it stands in.
func (w *Watch) about(title, year, figure string) []*compare.Table {
	name, _, _ := strings.Cut(title, " (") // "(samma tabell som ovan)"
	all := slices.Concat(w.titles[title], w.titles[name])
	if w.known[titled{title, year}] || w.known[titled{name, year}] {
		all = slices.DeleteFunc(all, func(t *compare.Table) bool { return number(float64(t.Year)) != year })
	}
	if here := slices.DeleteFunc(slices.Clone(all), func(t *compare.Table) bool { return !strings.HasSuffix(figure, t.ID) }); len(here) > 0 {
		return here
	}
	return all
}

// fewest are the leaks of the table that gives the least away: where several may be the
// one shown it is that.
func fewest(tables []*compare.Table, leaks func(*compare.Table) []Leak) (least []Leak) {
	for i, t := range tables {
		if found := leaks(t); i == 0 || len(found) < len(least) {
			least = found
		}
	}
	return least
}
