package attack

import (
	"bytes"
	"cmp"
	"html"
	"slices"
	"strings"

	"samverkan/internal/compare"
)

// File is a file that is about to be published. Path is slash-separated.
type File struct {
	Path string
	Data []byte
}

// Watch reads the finished files again, as bytes, and looks for what is masked: in the
// open data every row of a masked fact; in the pages every table where a figure is masked,
// cell by cell, what its total and its shares leave over, and the sentence above it. So
// it finds what a template, a download or a page of its own making would give away after
// the comparison was attacked. It doesn't read drawings or running text.
//
// It may be used by several at the same time.
type Watch struct {
	keys   map[string]bool             // of masked facts
	titles map[string][]*compare.Table // tables that mask something, by title
}

// File attacks one file. Text names it.
func (w *Watch) File(f File) []Leak {
	switch {
	case strings.HasSuffix(f.Path, ".csv"):
		return w.csv(f)
	case strings.HasSuffix(f.Path, ".json"):
		return w.json(f)
	case strings.HasSuffix(f.Path, ".html"):
		return w.page(f)
	}
	return nil
}

// NewWatch knows what is masked in the comparison that the files are made from.
func NewWatch(c *compare.Comparison) *Watch { return new(Memo).Watch(c) }

func secret(c compare.Cell) bool {
	return c.State == compare.Masked || c.State == compare.MaskedBySource
}

// page reads the tables of a page, each with the sentence that stands above it.
func (w *Watch) page(f File) []Leak {
	var found []Leak
	year, _, _ := strings.Cut(f.Path, "/")
	rest, above := f.Data, []byte(nil)
	for {
		before, table, ok := bytes.Cut(rest, []byte("<table"))
		if !ok {
			break
		}
		above = before
		table, rest, ok = bytes.Cut(table, []byte("</table>"))
		if !ok {
			break
		}
		secrets := w.about(title(table), year, figure(above))
		if len(secrets) == 0 && !bytes.Contains(table, []byte(">maskerad<")) {
			continue
		}
		g := readGrid(table)
		found = append(found, fewest(secrets, func(t *compare.Table) []Leak {
			return append(g.shownIn(t), said(t, sentence(above))...)
		})...)
		found = append(found, g.leftOver()...)
	}
	slices.SortStableFunc(found, func(a, b Leak) int { return cmp.Compare(a.Key, b.Key) })
	found = slices.Compact(found)
	for i := range found {
		found[i].Text = f.Path + ": " + found[i].Text
	}
	return found
}

// about are the tables that mask something and may be the one with this title: those of
// the page's own year, when it has one, and of the figure that it stands in.
func (w *Watch) about(title, year, figure string) []*compare.Table {
	name, _, _ := strings.Cut(title, " (") // "(samma tabell som ovan)"
	all := slices.Concat(w.titles[title], w.titles[name])
	for _, fits := range []func(t *compare.Table) bool{
		func(t *compare.Table) bool { return number(float64(t.Year)) == year },
		func(t *compare.Table) bool { return strings.HasSuffix(figure, t.ID) },
	} {
		var some []*compare.Table
		for _, t := range all {
			if fits(t) {
				some = append(some, t)
			}
		}
		if len(some) > 0 {
			all = some
		}
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

// figure is the id of the figure that a table stands in.
func figure(above []byte) string {
	_, tag, ok := bytes.Cut(above[max(0, bytes.LastIndex(above, []byte("<figure"))):], []byte(` id="`))
	if !ok {
		return ""
	}
	id, _, _ := bytes.Cut(tag, []byte(`"`))
	return string(id)
}

// title is a table's caption.
func title(table []byte) string { return plain(between(table, "<caption", "</caption>")) }

// sentence is the last of the sentences above a table.
func sentence(above []byte) string {
	if i := bytes.LastIndex(above, []byte(`class="mening"`)); i >= 0 {
		return plain(between(above[i-1:], ` class="mening"`, "</p>"))
	}
	return ""
}

// between is what an element holds whose start tag begins with start.
func between(data []byte, start, end string) []byte {
	_, rest, ok := bytes.Cut(data, []byte(start))
	if !ok {
		return nil
	}
	_, rest, _ = bytes.Cut(rest, []byte(">"))
	inside, _, _ := bytes.Cut(rest, []byte(end))
	return inside
}

// plain is the text of a piece of a page.
func plain(piece []byte) string {
	var b strings.Builder
	tag := false
	for _, c := range piece {
		switch {
		case c == '<':
			tag = true
		case c == '>':
			tag = false
		case !tag:
			b.WriteByte(c)
		}
	}
	return strings.TrimSpace(html.UnescapeString(b.String()))
}
