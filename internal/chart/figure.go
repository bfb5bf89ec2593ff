package chart

import (
	"context"
	"errors"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"samverkan/internal/compare"
	"samverkan/internal/parallel"
)

// Set holds the finished drawings of a site's tables. It never changes once made, and may be read from several
// goroutines.
type Set struct {
	figures map[figureKey]figurePair
}

// figureKey tells tables apart: an ID is unique within its year.
type figureKey struct {
	id   string
	year int
}

type figurePair struct{ wide, narrow SVG }

// RenderTables draws every table that can be drawn, all in one batch so that the workers share it. The error names each
// chart that can't be drawn with the data behind it; there is then no Set. Tables without a figure are just not in it.
func RenderTables(ctx context.Context, r *Renderer, tables []*compare.Table) (*Set, error) {
	set := &Set{figures: map[figureKey]figurePair{}}
	var drawings []Drawing
	var keys []figureKey
	var problems []error
	for i, one := range drawAll(tables) {
		key := figureKey{tables[i].ID, tables[i].Year}
		_, twice := set.figures[key]
		switch {
		case one.err != nil:
			problems = append(problems, one.err)
		case one.ok && !twice:
			set.figures[key] = figurePair{} // claimed; filled below
			keys, drawings = append(keys, key), append(drawings, one.wide, one.narrow)
		}
	}
	if err := errors.Join(problems...); err != nil {
		return nil, err
	}
	svgs, err := r.RenderAll(ctx, drawings)
	if err != nil {
		return nil, behind(err, drawings, tables)
	}
	for i, key := range keys {
		set.figures[key] = figurePair{svgs[2*i], svgs[2*i+1]}
	}
	return set, nil
}

type drawResult struct {
	wide, narrow Drawing
	ok           bool
	err          error
}

// drawAll is Draw for each table, on all cores.
func drawAll(tables []*compare.Table) []drawResult {
	return parallel.Map(tables, func(t *compare.Table) (r drawResult) {
		r.wide, r.narrow, r.ok, r.err = Draw(t)
		return r
	})
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
func (s *Set) SVG(t *compare.Table) (wide, narrow template.HTML, ok bool) {
	pair, ok := s.Drawings(t)
	return template.HTML(pair[0].Markup), template.HTML(pair[1].Markup), ok // our own markup, escaped by finish
}

// Drawings are the same two, wide and narrow, for those who need their sizes or a file to download (SVG.Standalone).
func (s *Set) Drawings(t *compare.Table) (pair [2]SVG, ok bool) {
	if s == nil || t == nil {
		return pair, false
	}
	found, ok := s.figures[figureKey{t.ID, t.Year}]
	return [2]SVG{found.wide, found.narrow}, ok
}

// Len is how many tables have drawings.
func (s *Set) Len() int { return len(s.figures) }
