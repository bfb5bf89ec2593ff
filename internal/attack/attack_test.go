package attack

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"samverkan/internal/compare"
	"samverkan/internal/period"
	"samverkan/internal/report"
)

func shown(key string, n float64) compare.Cell {
	return compare.Cell{Key: key, State: compare.Shown, Number: n, Unit: report.Count, Threshold: 5}
}

func masked(key string) compare.Cell {
	return compare.Cell{Key: key, State: compare.Masked, Unit: report.Count, Threshold: 5}
}

// ratio is a share with its counts; hidden is the same when it is masked but not what it
// is divided by.
func ratio(key string, num, den float64) compare.Cell {
	return compare.Cell{Key: key, State: compare.Shown, Number: 100 * num / den, Unit: report.Percent, Threshold: 5, Numerator: &num, Denominator: &den}
}

func hidden(key string, den float64) compare.Cell {
	return compare.Cell{Key: key, State: compare.Masked, Unit: report.Percent, Threshold: 5, Denominator: &den}
}

func share(key, whole string, percent float64) compare.Cell {
	return compare.Cell{Key: key, Whole: whole, State: compare.ShareShown, Number: percent, Unit: report.Percent, Threshold: 5}
}

// TestRelations gives the attacker nothing but cells, by kind of relation: those that leak
// and the same with a little more room.
func TestRelations(t *testing.T) {
	const total, code = "2023/d1/avvikelser/totalt", "2023/d1/avvikelser/process/"
	reserved := shown(total, 20)
	reserved.Sums = []compare.Sum{{Parts: []string{code + "a"}, Open: true}}
	answers := shown("2023/d1/enkat-1/svarande", 20)
	answers.Sums = []compare.Sum{{Parts: []string{"2023/d1/enkat-1/Roll/a", "2023/d1/enkat-1/Roll/b"}, Apart: true}}
	openRatio := ratio("2023/d1/indikator/i", 30, 52)
	openRatio.Sums = []compare.Sum{{Parts: []string{"2023/d1/indikator/i/kommun/A"}, Open: true}}
	mark := compare.Cell{Key: code + "b", State: compare.MaskedBySource, Unit: report.Count, Threshold: 5, Range: &compare.Interval{Low: 1, High: 4}}
	maskedShare := masked(code + "c")
	maskedShare.Unit, maskedShare.Whole = report.Percent, total
	var after, later Memo
	for _, tt := range []struct {
		name  string
		cells []compare.Cell
		leaks []string
	}{
		{"codes of a dimension", []compare.Cell{shown(total, 20), shown(code+"a", 17), masked(code + "b")}, []string{code + "b"}},
		{"with room", []compare.Cell{shown(total, 20), shown(code+"a", 12), masked(code + "b"), masked(code + "c")}, nil},
		{"with little room", []compare.Cell{shown(total, 20), shown(code+"a", 16), masked(code + "b"), masked(code + "c")}, []string{code + "b", code + "c"}},
		{"parts that needn't be all", []compare.Cell{reserved, shown(code+"a", 12), masked(code + "b")}, nil},
		{"what is in no part", []compare.Cell{reserved, shown(code+"a", 17)}, []string{total}},
		{"when it isn't small", []compare.Cell{reserved, shown(code+"a", 15)}, nil},
		{"what is in no part, of what it is divided by", []compare.Cell{openRatio, ratio("2023/d1/indikator/i/kommun/A", 30, 48)},
			[]string{"2023/d1/indikator/i/namnare", "2023/d1/indikator/i/ovriga"}},
		{"what it leaves of that", []compare.Cell{openRatio, ratio("2023/d1/indikator/i/kommun/A", 22, 42)}, []string{"2023/d1/indikator/i/ovriga"}},
		{"several answers from each", []compare.Cell{answers, shown("2023/d1/enkat-1/Roll/a", 18), shown("2023/d1/enkat-1/Roll/b", 15)},
			[]string{"2023/d1/enkat-1/svarande"}},
		{"two dimensions", []compare.Cell{shown(code+"a", 17), masked(code + "b"), masked(total),
			shown("2023/d1/avvikelser/orsak/k", 9), shown("2023/d1/avvikelser/orsak/l", 11)}, []string{code + "b", total}},
		{"the source's mark", []compare.Cell{shown(total, 18), shown(code+"a", 17), mark}, []string{code + "b"}},
		{"shares of a whole", []compare.Cell{shown(total, 100), share(code+"a", total, 60), share(code+"b", total, 38), maskedShare}, []string{code + "c"}},
		{"a share that is small itself", []compare.Cell{shown(total, 100), share(code+"a", total, 2)}, []string{code + "a"}},
		{"the county's sum", []compare.Cell{shown("2023/lan/summa/avvikelser/totalt", 30), shown(total, 27), masked("2023/d2/avvikelser/totalt")},
			[]string{"2023/d2/avvikelser/totalt"}},
		{"the county's pooled value", []compare.Cell{ratio("2023/lan/sammanvagt/i", 30, 80), ratio("2023/d1/indikator/i", 27, 50), hidden("2023/d2/indikator/i", 30)},
			[]string{"2023/d2/indikator/i", "2023/d2/indikator/i/ovriga"}},
		{"the county's own", []compare.Cell{shown("2023/lan/indikator/i", 30), shown("2023/d1/indikator/i", 27), masked("2023/d2/indikator/i")},
			[]string{"2023/d2/indikator/i"}},
		{"municipalities", []compare.Cell{ratio("2023/d1/indikator/i", 30, 80), ratio("2023/d1/indikator/i/kommun/A", 28, 40), hidden("2023/d1/indikator/i/kommun/B", 40)},
			[]string{"2023/d1/indikator/i/kommun/B", "2023/d1/indikator/i/kommun/B/ovriga"}},
		{"shown in one place and masked in another", []compare.Cell{shown(total, 7), masked(total)}, []string{total}},
		{"small and shown", []compare.Cell{shown(total, 3)}, []string{total}},
		{"zero and shown", []compare.Cell{shown(total, 0)}, nil},
	} {
		c := &compare.Comparison{Delregioner: []compare.Delregion{{ID: "d1"}, {ID: "d2"}},
			Years: []*compare.Year{{Year: 2023, Comparable: compare.Table{Rows: []compare.Row{{Cells: tt.cells}}}}}}
		for how, leaks := range map[string][]Leak{
			"anew": Comparison(c), "after the others": after.Comparison(c), "with another year": twoYears(&later, c),
		} {
			var keys []string
			for _, l := range leaks {
				keys = append(keys, l.Key)
			}
			if !slices.Equal(keys, tt.leaks) {
				t.Errorf("%s, %s: leaks in %v, want %v", tt.name, how, keys, tt.leaks)
			}
		}
	}
}

// twoYears attacks what c says when half of it is said a year later, as a trend says it, and
// the same figures of the year before leak nothing, since a part of them is masked.
func twoYears(m *Memo, c *compare.Comparison) []Leak {
	cells := c.Years[0].Comparable.Rows[0].Cells
	now, then := slices.Clone(cells[:len(cells)/2]), slices.Clone(cells[len(cells)/2:])
	for _, cell := range cells {
		cell.Key = strings.Replace(cell.Key, "2023/", "2022/", 1)
		cell.State, cell.Numerator, cell.Denominator, cell.Sums = compare.Masked, nil, nil, nil
		now = append(now, cell)
	}
	edition := func(year int, cells []compare.Cell) *compare.Year {
		return &compare.Year{Year: year, Comparable: compare.Table{Rows: []compare.Row{{Cells: cells}}}}
	}
	return m.Comparison(&compare.Comparison{Delregioner: c.Delregioner, Years: []*compare.Year{edition(2023, now), edition(2024, then)}})
}

// TestYearsApart: all that is said of several years gives away no more at once than year by year.
func TestYearsApart(t *testing.T) {
	const total, code = "2023/d1/avvikelser/totalt", "2023/d1/avvikelser/process/"
	year := &compare.Year{Comparable: compare.Table{Rows: []compare.Row{{}}}}
	row := &year.Comparable.Rows[0]
	for i, small := range []float64{2, 12, 17, 20} {
		for _, c := range []compare.Cell{shown(total, 20), shown(code+"a", 20-small), masked(code + "b"), shown("2023/lan/summa/avvikelser/totalt", 20+float64(i)),
			masked("2023/d2/avvikelser/totalt")} {
			c.Key = strings.Replace(c.Key, "2023/", fmt.Sprint(2020+i, "/"), 1)
			row.Cells = append(row.Cells, c)
		}
	}
	c := &compare.Comparison{Delregioner: []compare.Delregion{{ID: "d1"}, {ID: "d2"}}, Years: []*compare.Year{year}}
	var all []*saying
	for _, of := range telling(year) {
		all = append(all, of...)
	}
	apart, together := Comparison(c), attackYear(all, []string{"d1", "d2"})
	if len(apart) < 6 || !reflect.DeepEqual(apart, together) {
		t.Errorf("apart:    %v\ntogether: %v", apart, together)
	}
}

// TestPeriodOfMasked: the period that a masked figure is of is no figure, but one beside
// it is.
func TestPeriodOfMasked(t *testing.T) {
	c := masked("2023/d1/indikator/i")
	c.Text, c.Period = "x", period.Period{Text: "Kvartal 1 2023"}
	table := &compare.Table{Columns: []compare.Column{{ID: "varde"}}, Rows: []compare.Row{{Name: "Alfa", Cells: []compare.Cell{c}}}}
	for shown, want := range map[string]int{"x Kvartal 1 2023": 0, "x Kvartal 1 2023, 3": 1, "3 Kvartal 1 2023": 1, "x Kvartal 3 2023": 1} {
		g := readGrid([]byte("<table><tr><th>Alfa</th><td>" + shown + "</td></tr></table>"))
		if got := len(g.shownIn(table)); got != want {
			t.Errorf("%q: %d leaks, want %d", shown, got, want)
		}
	}
}

// TestTooLarge: where numbers become so large that solving would lose some of them, that is
// said; no site is built on what wasn't tried.
func TestTooLarge(t *testing.T) {
	const large = 1 << 30
	for _, tt := range []struct {
		name  string
		rows  []row
		leaks []string
	}{
		{"small", []row{{[]int{0, 3, 6}, []int64{2, 1, 1}, 90}, {[]int{0, 3, 6}, []int64{1, 2, 1}, 90}}, nil},
		{"large", []row{{[]int{0, 3, 6}, []int64{large, 1, 1}, 90 * large}, {[]int{0, 3, 6}, []int64{large - 1, large, 1}, 90 * large}}, []string{"2023/a/b"}},
		{"a large sum", []row{{[]int{0, 3, 6}, []int64{3, 1, 1}, 1 << 53}, {[]int{0, 3, 6}, []int64{2, 2, 1}, 5}}, []string{"2023/a/b"}},
	} {
		k := newKnowledge()
		for _, key := range []string{"2023/a/b", "2023/a/c", "2023/a/d"} {
			k.at(key)
		}
		k.mask(0, count, 1, 4)
		k.rows = tt.rows
		k.solve()
		var keys []string
		for _, l := range k.shown {
			keys = append(keys, l.Key)
		}
		if !slices.Equal(keys, tt.leaks) {
			t.Errorf("%s: %v, want %v", tt.name, keys, tt.leaks)
		}
	}
}

// TestTelling: of cells that are alike but for which sums they claim to be, each is heard.
func TestTelling(t *testing.T) {
	one, two := shown("2023/a/b", 20), shown("2023/a/b", 20)
	one.Sums = []compare.Sum{{Parts: []string{"2023/a/b/x"}, Open: true}}
	two.Sums = []compare.Sum{{Parts: []string{"2023/a/b/y"}, Open: true}}
	said := telling(&compare.Year{Year: 2023, Comparable: compare.Table{Rows: []compare.Row{{Cells: []compare.Cell{one, two, two}}}}})
	if got := len(said["2023"]); got != 2 {
		t.Errorf("%d cells say something of their own, want 2", got)
	}
}
