package chart

import (
	"math"
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"samverkan/internal/compare"
)

// bar is one row: its name and the figure that it shows.
type bar struct {
	name string
	cell compare.Cell
}

// barsSheet draws the first column of figures: a bar per row, the interval as whiskers, the table's Target and County.
// The county's own row is left out: the line shows it, and as a sum it would dwarf the others. A figure in another unit
// than the column's (a share among counts) has no bar, only its words. A bar is hollow when what it shows was measured
// in another way or over another period, and a remark says so. Marks: data-serie 0 are the bars and 1 the whiskers, if any;
// data-punkt is the row's index among those drawn.
func barsSheet(t *compare.Table, width float64) *sheet {
	columns := figureColumns(t)
	if len(columns) == 0 {
		return nil
	}
	var bars []bar
	for _, r := range t.Rows {
		if !r.Total {
			bars = append(bars, bar{r.Name, cell(r, columns[0])})
		}
	}
	return layBars(t, bars, width)
}

// distributionSheet draws the parts of one whole, a column each, as bars: data-punkt is the column's index among those
// with a figure or a word for why there is none. With several rows, which can't be told apart so, it is sharesSheet.
func distributionSheet(t *compare.Table, width float64) *sheet {
	if len(t.Rows) != 1 {
		return sharesSheet(t, width)
	}
	var bars []bar
	for i, c := range t.Columns {
		one := cell(t.Rows[0], i)
		if one.State.HasNumber() || reason(one) != "" {
			bars = append(bars, bar{c.Name, one})
		}
	}
	return layBars(t, bars, width)
}

// barChart is a bar chart under way.
type barChart struct {
	rowChart
	t     *compare.Table
	bars  []bar
	scale scale
}

func layBars(t *compare.Table, bars []bar, width float64) *sheet {
	b := &barChart{t: t, bars: bars}
	if !slices.ContainsFunc(bars, b.drawn) {
		return nil
	}
	var top float64
	b.sheet, top = newSheet(t, width)
	for _, one := range bars {
		b.rows = append(b.rows, rowText{name: one.name, value: shown(one.cell), quiet: !one.cell.State.HasNumber(), bare: !one.cell.State.HasNumber(), basis: one.cell.Basis})
	}
	b.place(top)
	b.scale = newScale(t.Unit, fewTicks(b.plot.width), b.extent()...)
	if len(yardsticks(t)) > 0 {
		if isNarrow(width) {
			b.plot.top += b.key(top) - top
		} else {
			b.plot.top = b.sheet.lineLabels(top, b.plot, b.scale, yardsticks(t))
		}
	}
	b.write()
	b.marks()
	b.sheet.bottomAxis(b.plot, b.scale, unitWord(t))
	b.sheet.remarks(b.whiskerRemark(), b.remark())
	return b.sheet
}

// drawn tells whether a row has a bar.
func (b *barChart) drawn(one bar) bool { return inUnit(one.cell, string(b.t.Unit)) }

// otherwise is how a figure was got in another way than its neighbours'.
func otherwise(c compare.Cell) string {
	switch {
	case !c.State.HasNumber():
		return ""
	case c.OwnDefinition:
		return "egen definition"
	case c.OtherPeriod:
		return "annan period"
	}
	return ""
}

// whiskerRemark explains the whiskers; the page says how sure they are.
func (b *barChart) whiskerRemark() string {
	if !slices.ContainsFunc(b.bars, func(one bar) bool { return b.drawn(one) && one.cell.Interval != nil }) {
		return ""
	}
	return "Linjen med tvärstreck vid en stapels ände är konfidensintervallet."
}

func (b *barChart) remark() string {
	var rows []string
	for _, one := range b.bars {
		if how := otherwise(one.cell); how != "" {
			rows = append(rows, one.name+" ("+how+")")
		}
	}
	if rows == nil {
		return ""
	}
	return "Ihålig stapel: " + swedishList(rows) + "."
}

// shown is what stands at a row: its figure, or the word for why there is none.
func shown(c compare.Cell) string {
	if c.State.HasNumber() {
		return c.Text
	}
	return reason(c)
}

// extent is every value that the axis must cover.
func (b *barChart) extent() []float64 {
	var values []float64
	for _, one := range b.bars {
		if !b.drawn(one) {
			continue
		}
		values = append(values, one.cell.Number)
		if v := one.cell.Interval; v != nil {
			values = append(values, v.Low, v.High)
		}
	}
	for _, y := range yardsticks(b.t) {
		values = append(values, above(b.t.Unit, y.value, y.value*0.02)) // its line stands inside the plot
	}
	return values
}

// marks adds the grid and everything in it.
func (b *barChart) marks() {
	narrow := isNarrow(b.sheet.width)
	grid := b.sheet.grid(b.plot, gridX(b.scale), b.axis())
	data := make([]opts.BarData, len(b.bars))
	whiskers := make([]opts.CustomData, len(b.bars))
	uncertain := false
	for i, one := range b.bars {
		data[i].Value, whiskers[i].Value = b.at(gapValue, i), []any{b.slots[i], nil, nil}
		if !b.drawn(one) {
			continue
		}
		data[i].Value = b.at(b.visible(one.cell.Number), i)
		if otherwise(one.cell) != "" {
			data[i].ItemStyle = outlined(Background, Step3, 2)
		}
		if v := one.cell.Interval; v != nil {
			whiskers[i].Value, uncertain = []any{b.slots[i], v.Low, v.High}, true
		}
	}
	series := charts.SingleSeries{Type: "bar", Name: b.t.Title, Data: data, BarWidth: pixels(b.thick()), ItemStyle: fill(Step3)}
	if !narrow {
		series.MarkLines = markLines(yardsticks(b.t), "xAxis")
	}
	b.sheet.add(grid, series)
	if uncertain {
		addWhiskers(b.sheet, grid, whiskers, 8)
	}
	if narrow {
		b.ticks(grid)
	}
}

// visible is a value as its bar is drawn: one that isn't zero is never too short to be seen, and its figure stands beside it.
func (b *barChart) visible(v float64) float64 {
	if least := b.scale.least(b.plot.width); v != 0 && math.Abs(v) < least {
		return math.Copysign(least, v)
	}
	return v
}

// addWhiskers draws intervals, each [row, low, high], through the engine's own series.
func addWhiskers(s *sheet, grid int, data []opts.CustomData, ends float64) int {
	i := s.add(grid, charts.SingleSeries{
		Type: "custom", RenderItem: "errorBar", Encode: &opts.Encode{X: []int{1, 2}, Y: 0},
		Data: data, ItemStyle: fill(Interval),
	})
	s.overlay.set(i, object{"itemPayload": object{"cap": ends, "lineWidth": 1.5}})
	return i
}
