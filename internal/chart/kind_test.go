package chart

import (
	"bytes"
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"samverkan/internal/compare"
	"samverkan/internal/report"
)

// mustDraw draws a table in both forms.
func mustDraw(t testing.TB, r *Renderer, table *compare.Table) (wide, narrow drawn) {
	t.Helper()
	w, n, ok, err := Draw(table)
	if err != nil || !ok {
		t.Fatalf("%s: ok %v, %v", table.ID, ok, err)
	}
	svgs := mustRender(t, r, w, n)
	return readDrawing(t, svgs[0]), readDrawing(t, svgs[1])
}

func TestEveryKindIsLegible(t *testing.T) {
	var tables []*compare.Table
	for _, name := range slices.Sorted(maps.Keys(specimens())) {
		for _, c := range conditions {
			table := c.table(specimens()[name])
			table.ID = name + "-" + c.name
			tables = append(tables, table)
		}
	}
	set, err := renderTables(context.Background(), testRenderer(t, Config{}), tables)
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		t.Run(table.ID, func(t *testing.T) {
			pair, ok, _ := set.Drawings(table)
			if ok == strings.HasSuffix(table.ID, "alla-saknas") {
				t.Fatalf("there is a drawing: %v", ok)
			}
			for _, s := range pair {
				if ok {
					d := readDrawing(t, s)
					d.legible(t)
					namesEveryRow(t, d, table)
				}
			}
		})
	}
}

// namesEveryRow holds that no row is dropped. A distribution has its columns for rows.
func namesEveryRow(t *testing.T, d drawn, table *compare.Table) {
	t.Helper()
	for _, r := range table.Rows {
		switch table.Chart {
		case compare.Distribution:
			for _, c := range table.Columns {
				if !d.says(c.Name) {
					t.Errorf("%s: %q is missing", d.name, c.Name)
				}
			}
			return
		case compare.Spine:
			if r.ID != table.Focus {
				continue
			}
		}
		if !d.says(r.Name) {
			t.Errorf("%s: %q is missing", d.name, r.Name)
		}
	}
}

func TestBars(t *testing.T) {
	r := testRenderer(t, Config{})
	table := barsTable(6)
	wide, narrow := mustDraw(t, r, table)
	for _, d := range []drawn{wide, narrow} {
		if got := d.count(0); got != 5 {
			t.Errorf("%s: %d bars, want 5: the sixth has no figure", d.name, got)
		}
		if d.marks["0/4"] != 0 || d.marks["0/5"] == 0 {
			t.Errorf("%s: a bar's data-punkt isn't its row: %v", d.name, d.marks)
		}
		if got := d.marks["1/0"]; got != 1 {
			t.Errorf("%s: a whisker of %d shapes, want 1", d.name, got)
		}
		for _, words := range []string{"uppgift saknas", "Mål 80\u202f%", "Länet 62\u202f%", "konfidensintervallet", table.Rows[0].Cells[0].Text} {
			if !d.says(words) {
				t.Errorf("%s: %q is missing", d.name, words)
			}
		}
	}
}

// A share among counts can't have a bar on the same axis.
func TestBarsLeaveOutOtherUnits(t *testing.T) {
	table := daysTable(2)
	share := figure(69, 0, report.Percent)
	share.State = compare.ShareShown
	table.Rows[1].Cells[0] = share
	wide, _ := mustDraw(t, testRenderer(t, Config{}), table)
	if wide.count(0) != 1 || !wide.says(share.Text) {
		t.Errorf("%d bars, want 1, and the words %q", wide.count(0), share.Text)
	}
}

func TestBarsMarkOtherDefinitions(t *testing.T) {
	table := barsTable(2)
	table.Rows[0].Cells[0].OwnDefinition = true
	wide, _ := mustDraw(t, testRenderer(t, Config{}), table)
	if want := "Ihålig stapel: Skaraborg (egen definition)."; !wide.says(want) {
		t.Errorf("%q is missing", want)
	}
}

func TestExampleIsMarked(t *testing.T) {
	r := testRenderer(t, Config{})
	for name, make := range specimens() {
		table := make(6)
		table.Example = true
		w, _, _, err := Draw(table)
		if err != nil || !strings.HasPrefix(w.Desc, exampleMark) {
			t.Errorf("%s: %v, described as %q", name, err, w.Desc)
		}
		wide, narrow := mustDraw(t, r, table)
		if !wide.says(exampleMark) || !narrow.says(exampleMark) {
			t.Errorf("%s: the drawing doesn't say that it is invented", name)
		}
	}
}

func TestNothingToDraw(t *testing.T) {
	for name, make := range specimens() {
		table := make(6)
		for _, r := range table.Rows {
			for i := range r.Cells {
				r.Cells[i] = gap(0)
			}
		}
		if _, _, ok, err := Draw(table); ok || err != nil {
			t.Errorf("%s without figures: ok %v, %v", name, ok, err)
		}
	}
	matrix := barsTable(2)
	for _, kind := range []compare.ChartKind{compare.Matrix, compare.NoChart, "okänd"} {
		matrix.Chart = kind
		if _, _, ok, err := Draw(matrix); ok || err != nil {
			t.Errorf("%q: ok %v, %v", kind, ok, err)
		}
	}
	if _, _, ok, err := Draw(&compare.Table{Chart: compare.Bars}); ok || err != nil {
		t.Errorf("empty: ok %v, %v", ok, err)
	}
}

// One figure among gaps is drawn, and every gap has its word.
func TestOneValue(t *testing.T) {
	r := testRenderer(t, Config{})
	for name, make := range specimens() {
		if name == "tratt" || name == "tidslinje" {
			continue // need a size, and dates
		}
		table := make(6)
		for i, row := range table.Rows {
			for k := range row.Cells {
				if i > 0 || k > 0 {
					row.Cells[k] = gap(0)
				}
			}
		}
		table.Rows[0].Cells[0] = figure(41, 0, table.Unit)
		wide, narrow := mustDraw(t, r, table)
		for _, d := range []drawn{wide, narrow} {
			d.legible(t)
			if !d.says("uppgift saknas") && !d.says("Uppgift saknas") && !d.says("delvis redovisad") {
				t.Errorf("%s: the gaps aren't explained", d.name)
			}
		}
	}
}

// A table may be a day's, cut short or in disorder; drawing must not fall over.
func TestShortRows(t *testing.T) {
	for name, make := range specimens() {
		table := make(6)
		last := len(table.Rows) - 1
		table.Rows[last].Cells = table.Rows[last].Cells[:0]
		if _, _, _, err := Draw(table); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTooTallIsLeftToTheTable(t *testing.T) {
	if _, _, ok, err := Draw(timelineTable(400)); ok || err != nil {
		t.Errorf("ok %v, %v", ok, err)
	}
}

func TestDrawIsDeterministic(t *testing.T) {
	var first, again []Drawing
	for _, name := range slices.Sorted(maps.Keys(specimens())) {
		table := specimens()[name]
		wide, narrow, _, _ := Draw(table(6))
		wideAgain, narrowAgain, _, _ := Draw(table(6))
		if !bytes.Equal(wide.Option, wideAgain.Option) || !bytes.Equal(narrow.Option, narrowAgain.Option) {
			t.Errorf("%s: two options differ", name)
		}
		first, again = append(first, wide, narrow), append([]Drawing{narrowAgain, wideAgain}, again...)
	}
	one := mustRender(t, testRenderer(t, Config{NoCache: true}), first...)
	two := mustRender(t, testRenderer(t, Config{NoCache: true, Workers: 1}), again...)
	slices.Reverse(two)
	for i := range one {
		if one[i].Markup != two[i].Markup {
			t.Errorf("%s: two drawings differ", one[i].Slug)
		}
	}
}
