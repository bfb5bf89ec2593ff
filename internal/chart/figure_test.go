package chart

import (
	"context"
	"strings"
	"testing"

	"samverkan/internal/compare"
)

func TestRenderTables(t *testing.T) {
	r := testRenderer(t, Config{})
	matrix := barsTable(3)
	matrix.ID, matrix.Chart = "matris", compare.Matrix
	older := barsTable(2)
	older.Year = 2022
	tables := []*compare.Table{barsTable(6), matrix, older, barsTable(6)}
	set, err := renderTables(context.Background(), r, tables)
	if err != nil {
		t.Fatal(err)
	}
	if set.drawn() != 2 {
		t.Errorf("%d tables drawn, want 2: one is a matrix, one stands there twice", set.drawn())
	}
	wide, narrow, ok, _ := set.SVG(tables[0])
	if !ok || !strings.Contains(string(wide), `width="720"`) || !strings.Contains(string(narrow), `width="320"`) {
		t.Errorf("ok %v, wide %.80s, narrow %.80s", ok, wide, narrow)
	}
	if _, _, ok, _ := set.SVG(matrix); ok {
		t.Error("a matrix has a drawing")
	}
	if _, _, ok, _ := (*Set)(nil).SVG(tables[0]); ok {
		t.Error("no set has a drawing")
	}
}

// What can't be drawn is named, with the data behind it, and no frame is left empty.
func TestRenderTablesNamesWhatFails(t *testing.T) {
	bad := barsTable(2)
	bad.ID = "Fel Namn"
	set, err := renderTables(context.Background(), testRenderer(t, Config{}), []*compare.Table{barsTable(2), bad})
	if set != nil || err == nil {
		t.Fatalf("set %v, %v", set, err)
	}
	for _, part := range []string{"Fel Namn-2023-bred", bad.Title, "Skaraborg 43,0\u202f%; SAMLA 65,6"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q is missing in %v", part, err)
		}
	}
}

// renderTables draws every table that can be drawn.
func renderTables(ctx context.Context, r *Renderer, tables []*compare.Table) (*Set, error) {
	set := NewSet(r, tables)
	if err := set.Draw(ctx); err != nil {
		return nil, err
	}
	return set, nil
}

// drawn is how many tables have drawings, of those that have been made.
func (s *Set) drawn() int {
	n := 0
	for _, f := range s.figures {
		if f.pair.drawn() {
			n++
		}
	}
	return n
}
