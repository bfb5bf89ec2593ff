package chart

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"sync"

	"samverkan/internal/compare"
	"samverkan/internal/parallel"
)

// Set holds the drawings of a site's tables. They are made all at once by Draw, or each when it is asked for. It may be
// used from several goroutines.
type Set struct {
	renderer *Renderer
	figures  map[figureKey]*drawnTable
}

// figureKey tells tables apart: an ID is unique within its year.
type figureKey struct {
	id   string
	year int
}

// drawnTable is a table's drawings, once they have been made.
type drawnTable struct {
	table        *compare.Table
	made         sync.Once
	wide, narrow SVG
	ok           bool
	err          error
}

// NewSet is for the drawings of the tables. It draws nothing yet.
func NewSet(r *Renderer, tables []*compare.Table) *Set {
	set := &Set{renderer: r, figures: map[figureKey]*drawnTable{}}
	for _, t := range tables {
		if key := (figureKey{t.ID, t.Year}); set.figures[key] == nil {
			set.figures[key] = &drawnTable{table: t}
		}
	}
	return set
}

// Draw draws everything in one batch, so that the workers share it. The error names each chart that can't be drawn with
// the data behind it. Call it before the set is shared, if at all.
func (s *Set) Draw(ctx context.Context) error {
	var all []*drawnTable
	for _, f := range s.figures {
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b *drawnTable) int {
		return cmp.Or(a.table.Year-b.table.Year, cmp.Compare(a.table.ID, b.table.ID))
	})
	return draw(ctx, s.renderer, all)
}

// draw makes the figures, and fills them in if all of them could be made.
func draw(ctx context.Context, r *Renderer, figures []*drawnTable) error {
	type result struct {
		wide, narrow Drawing
		ok           bool
		err          error
	}
	var drawings []Drawing
	var drawn []*drawnTable
	var tables []*compare.Table
	var problems []error
	for i, one := range parallel.Map(figures, func(f *drawnTable) (r result) {
		r.wide, r.narrow, r.ok, r.err = Draw(f.table)
		return r
	}) {
		if problems = append(problems, one.err); one.ok {
			drawings = append(drawings, one.wide, one.narrow)
			drawn, tables = append(drawn, figures[i]), append(tables, figures[i].table)
		}
	}
	if err := errors.Join(problems...); err != nil {
		return err
	}
	svgs, err := r.RenderAll(ctx, drawings)
	if err != nil {
		return behind(err, drawings, tables)
	}
	for i, f := range drawn {
		f.wide, f.narrow, f.ok = svgs[2*i], svgs[2*i+1], true
	}
	for _, f := range figures {
		f.made.Do(func() {}) // so that nobody makes it again
	}
	return nil
}

// behind adds to the error the tables of the charts that it names, as their cells are shown: the option alone doesn't
// tell a reader which figure is wrong.
func behind(err error, drawings []Drawing, tables []*compare.Table) error {
	var data strings.Builder
	for _, t := range tables {
		for _, form := range []string{"bred", "smal"} {
			failed := slices.ContainsFunc(drawings, func(d Drawing) bool {
				return d.Slug == slug(t, form) && strings.Contains(err.Error(), strconv.Quote(d.Slug))
			})
			if failed {
				fmt.Fprintf(&data, "\n    tabellen %q (%d): %s", t.ID, t.Year, cellTexts(t))
				break
			}
		}
	}
	return fmt.Errorf("alla diagram gick inte att rita: %w%s", err, data.String())
}

// cellTexts are a table's rows as text: "Skaraborg 17,1 %; SAMLA ..".
func cellTexts(t *compare.Table) string {
	rows := make([]string, len(t.Rows))
	for i, r := range t.Rows {
		parts := []string{r.Name}
		for _, c := range r.Cells {
			parts = append(parts, c.Text)
		}
		rows[i] = strings.Join(parts, " ")
	}
	return strings.Join(rows, "; ")
}

// SVG is the table's two drawings, ready to stand in a page. ok is false when the table has none: it then stands alone.
func (s *Set) SVG(t *compare.Table) (wide, narrow template.HTML, ok bool, err error) {
	pair, ok, err := s.Drawings(t)
	return template.HTML(pair[0].Markup), template.HTML(pair[1].Markup), ok, err // our own markup, escaped by finish
}

// Drawings are the same two, wide and narrow, for those who need their sizes or a file to download (SVG.Standalone).
func (s *Set) Drawings(t *compare.Table) (pair [2]SVG, ok bool, err error) {
	if s == nil || t == nil {
		return pair, false, nil
	}
	f := s.figures[figureKey{t.ID, t.Year}]
	if f == nil {
		return pair, false, nil
	}
	f.made.Do(func() {
		f.err = errors.New("diagrammet blev aldrig ritat") // should drawing panic
		alone := &drawnTable{table: f.table}
		f.err = draw(context.Background(), s.renderer, []*drawnTable{alone})
		f.wide, f.narrow, f.ok = alone.wide, alone.narrow, alone.ok
	})
	return [2]SVG{f.wide, f.narrow}, f.ok, f.err
}
