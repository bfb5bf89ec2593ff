package attack

import (
	"strings"

	"golang.org/x/net/html/atom"

	"samverkan/internal/walk"
)

// grid is a table as a page shows it.
type grid struct {
	head []string
	rows []gridRow
}

type gridRow struct {
	name  string
	cells []gridCell
}

// gridCell is a cell: the figure itself, and all that can be read in and about it.
type gridCell struct{ figure, all string }

// readGrid reads a table as it is written in a page that has been walked, so that nothing in
// it is without an end.
func readGrid(table []byte) grid {
	var r gridReader
	_ = walk.Page(table, &r)
	return r.grid
}

// gridReader reads the rows of a table, but not those of tables in its cells.
type gridReader struct {
	grid
	depth           int
	head, row, cell int // the depths of those that are open; 0 when none is
	note            int // of a footnote's number, which is no part of the cell
	beside          int // of what stands under a figure or is for the ear
	now             gridRow
	figure, all     []byte // what is read in the cell, titles and labels too
}

func (g *gridReader) Start(t *walk.Tag) {
	g.depth++
	switch {
	case g.cell > 0:
		g.within(t)
	case g.row > 0:
		if g.depth == g.row+1 && (t.Name == atom.Th || t.Name == atom.Td) {
			g.cell, g.figure, g.all = g.depth, g.figure[:0], g.all[:0]
			g.within(t)
		}
	case t.Name == atom.Thead:
		g.head = g.depth
	case t.Name == atom.Tr:
		g.row, g.now = g.depth, gridRow{}
	}
}

// within takes what an element says of the cell that it is, or stands in.
func (g *gridReader) within(t *walk.Tag) {
	switch {
	case g.note > 0:
		return
	case t.Name == atom.Sup:
		g.note = g.depth
		return
	case g.beside == 0 && (t.Has("bas") || t.Has("gomd") || t.Has("utslaget")):
		g.beside = g.depth
	}
	for key, value := range t.Each {
		if k := string(key); k == "title" || k == "aria-label" || strings.HasPrefix(k, "data-") && k != "data-m" {
			g.all = append(append(g.all, value...), ' ')
		}
	}
}

func (g *gridReader) Text(raw []byte) {
	if g.cell == 0 || g.note > 0 {
		return
	}
	g.all = append(walk.Append(g.all, raw), ' ')
	if g.beside == 0 {
		g.figure = append(walk.Append(g.figure, raw), ' ')
	}
}

func (g *gridReader) End(t *walk.Tag) {
	switch g.depth {
	case g.note:
		g.note = 0
	case g.beside:
		g.beside = 0
	case g.row:
		if g.now.cells != nil {
			g.rows = append(g.rows, g.now)
		}
		g.row = 0
	case g.head:
		g.head = 0
	}
	if g.depth == g.cell {
		g.taken(t.Name)
	}
	g.depth--
}

// taken is what the cell that ends was.
func (g *gridReader) taken(name atom.Atom) {
	all := spoken(string(g.all))
	switch {
	case name == atom.Td:
		g.now.cells = append(g.now.cells, gridCell{spoken(string(g.figure)), all})
	case g.head > 0 && g.row == g.head+1:
		g.grid.head = append(g.grid.head, all)
	default:
		g.now.name = all
	}
	g.cell = 0
}
