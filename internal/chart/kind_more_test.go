package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"samverkan/internal/compare"
	"samverkan/internal/report"
)

// No line may be drawn over a year without a figure, nor into one that isn't comparable with those before it.
func TestTrendBreaks(t *testing.T) {
	table := trendTable(compare.Trend)(2)
	for i := range table.Rows {
		for k := range table.Columns {
			table.Rows[i].Cells[k] = figure(40+float64(i*10+k), 0, report.Percent)
		}
	}
	table.Rows[0].Cells[2] = gap(1)
	table.Rows[1].Cells[4].Flag = report.Break
	wide, _ := mustDraw(t, testRenderer(t, Config{}), table)
	if len(wide.lines) != 2 {
		t.Fatalf("%d lines, want 2", len(wide.lines))
	}
	for i, l := range wide.lines {
		if got := strings.Count(l.get("d"), "M"); got != 2 {
			t.Errorf("line %d has %d parts, want 2: %s", i, got, l.get("d"))
		}
	}
	if wide.count(0) != 6 || wide.count(1) != 7 {
		t.Errorf("%d and %d points, want 6 and 7", wide.count(0), wide.count(1))
	}
	for _, words := range []string{"Maskerad: Skaraborg 2019", "Tidsseriebrott (bruten linje, ihålig punkt): SAMLA 2021"} {
		if !wide.says(words) {
			t.Errorf("%q is missing", words)
		}
	}
}

func TestSharesOfOneKnownPart(t *testing.T) {
	table := processTable(2)
	for k := range table.Columns {
		table.Rows[0].Cells[k] = gap(0)
	}
	table.Rows[0].Cells[1] = figure(69, 0, report.Percent)
	wide, _ := mustDraw(t, testRenderer(t, Config{}), table)
	if wide.marks["1/0"] == 0 || wide.marks["0/0"] != 0 {
		t.Errorf("marks %v", wide.marks)
	}
	for _, words := range []string{"69\u202f%", restName, "delvis redovisad"} {
		if !wide.says(words) {
			t.Errorf("%q is missing", words)
		}
	}
}

func TestSharesOfCountsFillTheWidth(t *testing.T) {
	wide, _ := mustDraw(t, testRenderer(t, Config{}), statusTable(2))
	if !wide.says("100\u202f%") {
		t.Error("whole counts aren't drawn as shares of their row")
	}
	table := statusTable(2)
	table.Rows[0].Cells[1], table.Rows[1].Cells[1] = gap(1), gap(1)
	wide, _ = mustDraw(t, testRenderer(t, Config{}), table)
	if wide.says("100\u202f%") || !wide.says("delvis maskerad") {
		t.Errorf("counts with gaps have no known whole: %v", wide.texts)
	}
	sum := table.Rows[1]
	sum.Name, sum.Total, sum.Cells = "Summa", true, []compare.Cell{figure(9000, 0, report.Count)}
	table.Rows = append(table.Rows, sum)
	if wide, _ = mustDraw(t, testRenderer(t, Config{}), table); wide.says("Summa") || wide.says("10\u202f000") {
		t.Errorf("a sum dwarfs the counts: %v", wide.texts)
	}
}

func TestTimeline(t *testing.T) {
	wide, narrow := mustDraw(t, testRenderer(t, Config{}), timelineTable(6))
	for _, d := range []drawn{wide, narrow} {
		if got := d.count(0); got != 5 {
			t.Errorf("%s: %d bars, want 5: one activity has no time", d.name, got)
		}
		for _, words := range []string{"jan", "maj", "2023", "försenad", "löpande", "uppgift saknas"} {
			if !d.says(words) {
				t.Errorf("%s: %q is missing", d.name, words)
			}
		}
	}
}

func TestFunnel(t *testing.T) {
	table := funnelTable(6)
	size := 100000.0
	table.Rows[0].Cells[0] = figure(9, 1, "per-1000")
	table.Rows[0].Cells[0].Denominator = &size
	wide, _ := mustDraw(t, testRenderer(t, Config{}), table)
	if wide.count(0) != 5 || !wide.says("Utan punkt: Göteborg (maskerad).") {
		t.Errorf("%d points, want 5 and a word for the sixth", wide.count(0))
	}
	if len(wide.lines) < 4 {
		t.Errorf("%d lines, want the four limits", len(wide.lines))
	}
}

// TestFunnelNamesKeepOffLines: on a phone, where the curves and the county's line leave narrow gaps, a name stands
// farther off rather than with a line through it.
func TestFunnelNamesKeepOffLines(t *testing.T) {
	county := figure(5.3, 1, "per-1000")
	table := &compare.Table{ID: "tratt", Unit: "per-1000", County: &county, Columns: []compare.Column{{ID: "tal", Unit: "per-1000"}}}
	f := &funnel{t: table, points: []funnelPoint{
		{0, "Påhittsbygden", 191_000, 4.88}, {1, "Låtsasdalen", 31_000, 5.29}, {2, "Exempelslätten", 331_000, 4.75},
		{3, "Övningskustens närsjukvårdsområde", 70_500, 4.72}, {4, "Sagobygden", 89_500, 8.42},
	}}
	for range f.points {
		table.Rows = append(table.Rows, compare.Row{Cells: []compare.Cell{figure(5, 1, "per-1000")}})
	}
	var top float64
	f.sheet, top = newSheet(table, narrowPage)
	f.limits()
	f.place(top + 40)
	l := f.labelling()
	for _, p := range f.byWeight() {
		if !l.place(p, wrapWord(p.name, 130, smallSize, false)) {
			t.Fatalf("no place for %s", p.name)
		}
		if b := l.labels[p.row].box(); l.occupied(b, l.lines) {
			t.Errorf("a line runs through %s at %v", p.name, b)
		}
	}
}

func TestSpine(t *testing.T) {
	wide, _ := mustDraw(t, testRenderer(t, Config{}), spineTable(6))
	if wide.count(0) != 4 || wide.count(1) != 1 {
		t.Errorf("%d rings and %d dots, want 4 and 1", wide.count(0), wide.count(1))
	}
	if !wide.says("Linjen med tvärstreck är konfidensintervallet.") || wide.says("inte på noll") {
		t.Errorf("the interval isn't explained, or a scale from zero says that it isn't: %v", wide.texts)
	}
	near := spineTable(6)
	for i := range near.Rows {
		near.Rows[i].Cells[0] = figure(70+float64(i), 0, report.Percent)
	}
	if wide, _ = mustDraw(t, testRenderer(t, Config{}), near); !wide.says("Skalan börjar på 60\u202f%, inte på noll.") || wide.says("tvärstreck") {
		t.Errorf("a scale that doesn't begin at zero doesn't say so, or an interval is explained that isn't there: %v", wide.texts)
	}
}

func TestScale(t *testing.T) {
	for _, c := range []struct {
		unit      string
		values    []float64
		low, high float64
		labels    string
	}{
		{"procent", []float64{17, 80}, 0, 80, "0\u202f% 20\u202f% 40\u202f% 60\u202f% 80\u202f%"},
		{"procent", []float64{97, 100}, 0, 100, "0\u202f% 20\u202f% 40\u202f% 60\u202f% 80\u202f% 100\u202f%"},
		{"antal", []float64{1, 2}, 0, 2, "0 1 2"},
		{"antal", []float64{0}, 0, 1, "0 1"},
		{"antal", []float64{12345}, 0, 12500, "0 2\u202f500 5\u202f000 7\u202f500 10\u202f000 12\u202f500"},
		{"index", []float64{-0.4, 0.8}, -0.5, 1, "−0,50 −0,25 0,00 0,25 0,50 0,75 1,00"},
	} {
		s := newScale(c.unit, 5, c.values...)
		var labels []string
		for _, v := range s.ticks() {
			labels = append(labels, s.label(v))
		}
		if s.low != c.low || s.high != c.high || strings.Join(labels, " ") != c.labels {
			t.Errorf("%s %v: %v–%v %q", c.unit, c.values, s.low, s.high, labels)
		}
	}
}

func TestPointScale(t *testing.T) {
	for _, c := range []struct {
		unit      string
		n         int
		values    []float64
		low, high float64
	}{
		{"procent", 3, []float64{70, 97}, 60, 100},
		{"procent", 4, []float64{85, 95}, 80, 100},
		{"procent", 4, []float64{100, 100}, 99, 100},
		{"procent", 4, []float64{99.5}, 99.4, 100},
		{"procent", 3, []float64{99, 120}, 90, 130},
		{"procent", 4, []float64{40, 97}, 0, 100},
		{"dagar", 3, []float64{70, 97}, 60, 120},
		{"dagar", 4, []float64{100}, 100, 101},
	} {
		if s := pointScale(c.unit, c.n, c.values...); s.low != c.low || s.high != c.high {
			t.Errorf("%s %v: %v–%v, not %v–%v", c.unit, c.values, s.low, s.high, c.low, c.high)
		}
	}
}

// Whatever the values, the scale covers them and its ends are steps; no share goes beyond all.
func FuzzScale(f *testing.F) {
	f.Add(0.0, 80.0, 5)
	f.Add(-3.2, 1e9, 2)
	f.Add(70.0, 97.0, 3)
	f.Add(85.0, 95.0, 4)
	f.Fuzz(func(t *testing.T, a, b float64, n int) {
		if math.IsNaN(a+b) || math.Abs(a) > 1e12 || math.Abs(b) > 1e12 || math.Abs(a-b) < 1e-6 && a != b || n < 2 || n > 6 {
			t.Skip()
		}
		if a != 0 && math.Abs(a) < 1e-6 || b != 0 && math.Abs(b) < 1e-6 {
			t.Skip()
		}
		for _, unit := range []string{"procent", "antal", "dagar"} {
			s := newScale(unit, n, a, b)
			ticks := s.ticks()
			if s.low > min(0, a, b)+1e-6 || s.high < max(a, b)*(1-1e-9)-1e-6 || len(ticks) < 2 || len(ticks) > 2*n+3 {
				t.Errorf("%s %v %v /%d: %+v, %d ticks", unit, a, b, n, s, len(ticks))
			}
			if p := pointScale(unit, n, a, b); unit == "procent" && min(a, b) >= 0 && max(a, b) <= 100 && max(s.high, p.high) > 100 {
				t.Errorf("%v %v /%d: %+v %+v", a, b, n, s, p)
			}
		}
	})
}

func TestSpread(t *testing.T) {
	got := spread([]float64{50, 52, 10, 51}, []float64{16, 16, 16, 16}, 0, 100)
	for i, a := range got {
		for _, b := range got[i+1:] {
			if math.Abs(a-b) < 15.99 {
				t.Errorf("%v: two labels are closer than their height", got)
			}
		}
	}
	if !slices.IsSorted([]float64{got[2], got[0], got[3], got[1]}) {
		t.Errorf("%v: the order has changed", got)
	}
}

func TestWrapWord(t *testing.T) {
	for _, words := range []string{longName, longWord, "Ale–Kungälv–Stenungsund–Tjörn", "a", ""} {
		for _, width := range []float64{60, 96, 190} {
			wrapped := wrapWord(words, width, bodySize, true)
			if squeeze(wrapped) != squeeze(words) {
				t.Errorf("%q became %q", words, wrapped)
			}
			for line := range strings.SplitSeq(wrapped, "\n") {
				if TextWidth(line, bodySize, true) > width {
					t.Errorf("%q is wider than %v pixels", line, width)
				}
			}
		}
	}
}

// Long words are broken by the rule for one consonant, and a sound that is written with two letters stays whole.
func TestSyllables(t *testing.T) {
	for _, c := range [][2]string{
		{"Utskrivningsklarhet", "Utskriv-\nningsklar-\nhet"}, {"överenskommelse", "överens-\nkommelse"},
		{"vårdplaneringarna", "vårdplane-\nringarna"}, {"Aktiviteter\u00a02019–2023", "Aktiviteter\n2019–2023"},
	} {
		if got := wrapWord(c[0], 76, bodySize, false); got != c[1] {
			t.Errorf("%q became %q, want %q", c[0], got, c[1])
		}
	}
}

// What isn't zero is seen beside what is thousands of times greater, zero has no mark, and a row keeps its length.
func TestSmallValuesAreSeen(t *testing.T) {
	b := &barChart{rowChart: rowChart{plot: frame{width: 400}}, scale: scale{low: 0, high: 12000, step: 2000}}
	for v, want := range map[float64]float64{0: 0, 0.3: 90, -4: -90, 850: 850, 12000: 12000} {
		if got := b.visible(v); got != want {
			t.Errorf("%v is drawn as %v, want %v", v, got, want)
		}
	}
	table := statusTable(1)
	for k, v := range []float64{1, 9000, 0, 2, 0, 0} {
		table.Rows[0].Cells[k] = figure(v, 0, report.Count)
	}
	c := &shareChart{t: table, columns: shareColumns(table)}
	c.plot.width = 600
	c.measure()
	c.setScale()
	if got, want := c.lengths(0), []float64{0.5, 99, 0.5, 0}; !slices.EqualFunc(got, want, func(a, b float64) bool { return math.Abs(a-b) < 0.02 }) {
		t.Errorf("the parts are %v long, want %v", got, want)
	}
}

// With so many units that not all names find room, a number leads to each that has none.
func TestFunnelNumbers(t *testing.T) {
	_, narrow := mustDraw(t, testRenderer(t, Config{}), funnelTable(30))
	if !narrow.says("Numren i bilden: 1\u00a0") || narrow.says("Utan namn") {
		t.Error("a point has neither name nor number")
	}
}

// Two drawings of a table must not share a name, nor two years' of the same table.
func TestTableSlugs(t *testing.T) {
	table := barsTable(2)
	wide, narrow, _, _ := Draw(table)
	table.Year = 2024
	next, _, _, _ := Draw(table)
	if got := fmt.Sprint(wide.Slug, narrow.Slug, next.Slug); got !=
		"indikator-trygg-overgang-2023-bredindikator-trygg-overgang-2023-smalindikator-trygg-overgang-2024-bred" {
		t.Error(got)
	}
}

// BenchmarkKind is each kind by itself: a dozen of it that no cache has, with one worker and with two, which are running
// already; one that the cache has; and how its option is made. The ratio of two workers to one is reported with the second.
func BenchmarkKind(b *testing.B) {
	const dozen = 12
	for _, name := range []string{"staplar", "andelar", "trend", "smaserier", "tidslinje", "tratt", "spann", "fordelning"} {
		drawing, _, _, err := Draw(specimens()[name](6))
		if err != nil {
			b.Fatal(err)
		}
		many := make([]Drawing, dozen)
		for i := range many {
			many[i] = drawing
			many[i].Slug, many[i].Width = fmt.Sprintf("%s-%d", drawing.Slug, i), drawing.Width+i
		}
		perChart := map[int]float64{}
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("%s/cold/workers=%d", name, workers), func(b *testing.B) {
				r := testRenderer(b, Config{NoCache: true, Workers: workers})
				mustRender(b, r, many...)
				for b.Loop() {
					mustRender(b, r, many...)
				}
				perChart[workers] = float64(b.Elapsed().Microseconds()) / 1000 / float64(b.N) / dozen
				b.ReportMetric(perChart[workers], "ms/chart")
				if workers == 2 && perChart[1] > 0 {
					b.ReportMetric(perChart[1]/perChart[2], "times-one-worker")
				}
			})
		}
		b.Run(name+"/warm", func(b *testing.B) {
			r := testRenderer(b, Config{Workers: 1})
			mustRender(b, r, drawing)
			for b.Loop() {
				mustRender(b, r, drawing)
			}
		})
		b.Run(name+"/option", func(b *testing.B) {
			for b.Loop() {
				if _, _, _, err := Draw(specimens()[name](6)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
