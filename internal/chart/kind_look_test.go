package chart

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samverkan/internal/compare"
	"samverkan/internal/report"
)

// specimens are the kinds, of so many rows, that are looked at and that the tests hold the drawings to.
func specimens() map[string]func(n int) *compare.Table {
	return map[string]func(n int) *compare.Table{
		"staplar": barsTable, "staplar-olika": daysTable, "fordelning": surveyTable, "andelar": processTable, "status": statusTable,
		"tratt": funnelTable, "spann": spineTable, "tidslinje": timelineTable, "trend": trendTable(compare.Trend), "smaserier": trendTable(compare.Multiples),
	}
}

// condition is what may befall a table of any kind: how many rows it has, and what is done to its figures and names.
type condition struct {
	name   string
	rows   int
	change func(*compare.Table)
}

// conditions are those that every kind is looked at in and held to.
var conditions = []condition{
	{"tva", 2, nil}, {"sex", 6, nil}, {"trettio", 30, nil},
	{"en-siffra", 6, oneFigure}, {"alla-saknas", 6, noFigure},
	{"olika-stora", 6, farApart}, {"trettio-olika-stora", 30, farApart}, {"langa-namn", 6, longNames},
}

// table is a specimen under the condition.
func (c condition) table(specimen func(n int) *compare.Table) *compare.Table {
	t := specimen(c.rows)
	t.ID += "-" + c.name
	if c.change != nil {
		c.change(t)
	}
	return t
}

// TestGallery writes a page per kind to look at, for those who ask: SAMVERKAN_GALLERI=/tmp/galleri go test -run Gallery.
// Wide and narrow stand side by side, in every condition. The browser shows them dark, in forced colours and on paper.
func TestGallery(t *testing.T) {
	dir := os.Getenv("SAMVERKAN_GALLERI")
	if dir == "" {
		t.Skip("SAMVERKAN_GALLERI is not set")
	}
	r := testRenderer(t, Config{})
	for name, table := range specimens() {
		var page strings.Builder
		fmt.Fprintf(&page, "<!doctype html><html lang=sv><meta charset=utf-8><title>%s</title><style>%s"+
			":root{color-scheme:light dark}body{margin:1rem;background:var(--c-background);color:var(--c-text)}"+
			"div{display:grid;grid-template-columns:720px 320px;gap:2rem;margin:2rem 0;align-items:start}"+
			"</style>", name, StyleSheet())
		for _, c := range conditions {
			fmt.Fprintf(&page, "<h2>%s: %s</h2>", name, c.name)
			wide, narrow, ok, err := Draw(c.table(table))
			if err != nil {
				t.Fatal(name, c.name, err)
			}
			if !ok {
				page.WriteString("<p>(tabellen står ensam)</p>")
				continue
			}
			svgs := mustRender(t, r, wide, narrow)
			fmt.Fprintf(&page, "<div>%s%s</div>", svgs[0].Markup, svgs[1].Markup)
		}
		if err := os.WriteFile(filepath.Join(dir, name+".html"), []byte(page.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// oneFigure leaves a table's first figure, or activity with a time, and makes gaps of the others.
func oneFigure(table *compare.Table) {
	found := -1
	for i, row := range table.Rows {
		for k, c := range row.Cells {
			switch {
			case !drawable(c):
			case found < 0 && (c.Number != 0 || !c.State.HasNumber()): // zeros alone are no parts of a whole
				found = i
			case table.Chart != compare.Timeline || found != i:
				row.Cells[k] = gap(0)
			}
		}
	}
}

// drawable tells whether a cell has something to draw: a figure or a time.
func drawable(c compare.Cell) bool {
	return c.State.HasNumber() || !c.From.IsZero() || c.Period.Ongoing
}

// noFigure makes gaps of all figures and times.
func noFigure(table *compare.Table) {
	for _, row := range table.Rows {
		for k, c := range row.Cells {
			if drawable(c) {
				row.Cells[k] = gap(k)
			}
		}
	}
}

// farApart makes the figures differ a lot in size: from 0.3 to 12 000, and shares from 0.3 to 100 percent.
func farApart(table *compare.Table) {
	n := 0
	for _, row := range table.Rows {
		for k, c := range row.Cells {
			if !c.State.HasNumber() || c.Unit == "per-1000" && k > 0 {
				continue
			}
			v := []float64{0.3, 12000, 4, 850, 0}[n%5]
			if c.Unit == report.Percent {
				v = []float64{0.3, 99.4, 1.2, 64, 0}[n%5]
			}
			n++
			more := figure(v, 1, c.Unit)
			more.Denominator, more.Flag = c.Denominator, c.Flag
			row.Cells[k] = more
		}
	}
}

// longNames makes every name as long as they get.
func longNames(table *compare.Table) {
	for i := range table.Rows {
		table.Rows[i].Name = fmt.Sprint([]string{longName, longWord}[i%2], " ", i+1)
	}
	if table.Chart == compare.Shares || table.Chart == compare.Distribution {
		for i := range table.Columns {
			table.Columns[i].Name = fmt.Sprint([]string{longName, longWord}[i%2], " ", i+1)
		}
	}
}
