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

// forms are the last words of the slugs of a table's two drawings: see Draw.
var forms = [2]string{"bred", "smal"}

// drawnTable is a table's drawings, once they have been made.
type drawnTable struct {
	pair
	table *compare.Table
	made  sync.Once
	err   error
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
		pair      // of what is known from an earlier build, else
		drawings  [2]Drawing
		known, ok bool
		err       error
	}
	results := parallel.Map(figures, func(f *drawnTable) (one result) {
		if one.pair, one.known = r.recall(f.table); !one.known {
			one.drawings[0], one.drawings[1], one.ok, one.err = Draw(f.table)
		}
		return one
	})
	var drawings []Drawing
	var tables []*compare.Table
	var problems []error
	for i, one := range results {
		if problems = append(problems, one.err); one.ok {
			drawings, tables = append(drawings, one.drawings[:]...), append(tables, figures[i].table)
		}
	}
	if err := errors.Join(problems...); err != nil {
		return err
	}
	svgs, err := r.RenderAll(ctx, drawings)
	if err != nil {
		return behind(err, drawings, tables)
	}
	for i, f := range figures {
		one := results[i]
		if one.ok {
			one.pair = pair{svgs[0], svgs[1]}
			svgs = svgs[2:]
		}
		if !one.known {
			r.remember(f.table, one.pair)
		}
		f.pair = one.pair
		f.made.Do(func() {}) // so that nobody makes it again
	}
	return nil
}

// behind adds to the error the tables of the charts that it names, as their cells are shown: the option alone doesn't
// tell a reader which figure is wrong.
func behind(err error, drawings []Drawing, tables []*compare.Table) error {
	var data strings.Builder
	for _, t := range tables {
		for _, form := range forms {
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
		f.pair = alone.pair
	})
	return f.pair, f.drawn(), f.err
}
