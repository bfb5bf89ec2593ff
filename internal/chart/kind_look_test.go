package chart

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samverkan/internal/compare"
)

// specimens are the kinds in the sizes that they are looked at in, and that the tests hold them to.
func specimens() map[string]func(n int) *compare.Table {
	return map[string]func(n int) *compare.Table{
		"staplar": barsTable, "staplar-olika": daysTable, "fordelning": surveyTable, "andelar": processTable, "status": statusTable,
		"tratt": funnelTable, "spann": spineTable, "tidslinje": timelineTable, "trend": trendTable(compare.Trend), "smaserier": trendTable(compare.Multiples),
	}
}

// TestGallery writes a page per kind to look at, for those who ask: SAMVERKAN_GALLERI=/tmp/galleri go test -run Gallery.
// Wide and narrow stand side by side, with 2, 6 and 30 rows and with one figure among gaps. The browser shows them dark, in
// forced colours and on paper.
func TestGallery(t *testing.T) {
	dir := os.Getenv("SAMVERKAN_GALLERI")
	if dir == "" {
		t.Skip("SAMVERKAN_GALLERI is not set")
	}
	r := testRenderer(t, Config{})
	for name, table := range specimens() {
		var page strings.Builder
		fmt.Fprintf(&page, "<!doctype html><html lang=sv><meta charset=utf-8><title>%s</title><style>%s"+
			"body{margin:1rem;background:var(--c-background)}div{display:grid;grid-template-columns:720px 320px;gap:2rem;margin:2rem 0;align-items:start}"+
			"</style>", name, StyleSheet())
		for _, n := range append([]int{0}, sizes...) {
			sample := table(cmp.Or(n, 6))
			if n == 0 {
				oneFigure(sample)
			}
			sample.ID += fmt.Sprint("-", n)
			wide, narrow, ok, err := Draw(sample)
			if err != nil {
				t.Fatal(name, n, err)
			}
			if !ok {
				continue // nothing to draw: the table stands alone
			}
			svgs := mustRender(t, r, wide, narrow)
			fmt.Fprintf(&page, "<div>%s%s</div>", svgs[0].Markup, svgs[1].Markup)
		}
		if err := os.WriteFile(filepath.Join(dir, name+".html"), []byte(page.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// oneFigure leaves a table's first figure and makes gaps of the others.
func oneFigure(table *compare.Table) {
	found := false
	for _, row := range table.Rows {
		for k, c := range row.Cells {
			switch {
			case !c.State.HasNumber():
			case found:
				row.Cells[k] = gap(0)
			default:
				found = true
			}
		}
	}
}
