package chart

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"samverkan/internal/compare"
)

// funnelSheet draws the column "tal" (or the first with figures) against its cells' Denominator, the size of each
// unit, with the county's value and the limits of chance around it: compare's own for every size, so that they are
// curves, and those of the columns "nedre95", "ovre95", "nedre998" and "ovre998" where the unit isn't a rate. Points
// outside the outer limits are diamonds. Marks: data-serie 0 are the points, data-punkt the row's index.
func funnelSheet(t *compare.Table, width float64) *sheet {
	column := columnByID(t, "tal")
	if columns := figureColumns(t); column < 0 && len(columns) > 0 {
		column = columns[0]
	}
	f := &funnel{t: t, column: column}
	for i, r := range t.Rows {
		if one := cell(r, column); one.State.HasNumber() && one.Denominator != nil {
			f.points = append(f.points, funnelPoint{i, r.Name, *one.Denominator, one.Number})
		}
	}
	if len(f.points) == 0 {
		return nil
	}
	var top float64
	f.sheet, top = newSheet(t, width)
	f.limits()
	f.place(keyRow(f.sheet, top, f.key()) + lineHeight + 4)
	f.marks()
	remarks := f.names()
	f.sheet.height = f.plot.bottom() + 44
	f.sheet.remarks(append(remarks, f.lacking())...)
	return f.sheet
}

// funnel is a funnel plot under way.
type funnel struct {
	sheet  *sheet
	t      *compare.Table
	column int
	points []funnelPoint
	curves []curve
	x, y   scale
	plot   frame
}

type funnelPoint struct {
	row        int
	name       string
	size, rate float64
}

// curve is one limit, from the smallest size to the greatest.
type curve struct {
	outer  bool
	points [][]float64
}

// limits finds the four curves.
func (f *funnel) limits() {
	per, err := strconv.ParseFloat(strings.TrimPrefix(string(f.t.Unit), "per-"), 64)
	if err == nil && f.t.County != nil && f.t.County.State.HasNumber() {
		f.smooth(f.t.County.Number, per)
		return
	}
	for _, id := range []string{"nedre998", "nedre95", "ovre95", "ovre998"} {
		c := curve{outer: strings.HasSuffix(id, "998")}
		for _, p := range f.points {
			if one := cell(f.t.Rows[p.row], columnByID(f.t, id)); one.State.HasNumber() {
				c.points = append(c.points, []float64{p.size, one.Number})
			}
		}
		slices.SortFunc(c.points, func(a, b []float64) int { return int(math.Copysign(1, a[0]-b[0])) })
		if len(c.points) > 1 {
			f.curves = append(f.curves, c)
		}
	}
}

// smooth asks compare for the limits at sizes from a little below the smallest to a little above the greatest.
func (f *funnel) smooth(rate, per float64) {
	low, high := math.Inf(1), 0.0
	for _, p := range f.points {
		low, high = min(low, p.size), max(high, p.size)
	}
	f.curves = []curve{{outer: true}, {}, {}, {outer: true}}
	const steps = 24
	for i := range steps + 1 {
		// closer together where the units are small and the curves bend
		size := low * 0.85 * math.Pow(high*1.05/(low*0.85), float64(i)/steps)
		inner := compare.FunnelLimits(rate, size, per, 0.95)
		outer := compare.FunnelLimits(rate, size, per, 0.998)
		for k, v := range []float64{outer.Low, inner.Low, inner.High, outer.High} {
			f.curves[k].points = append(f.curves[k].points, []float64{round(size), v})
		}
	}
}

// key explains the lines.
func (f *funnel) key() []yardstick {
	all := []yardstick{}
	for _, y := range yardsticks(f.t) {
		if y.role == County {
			all = append(all, y)
		}
	}
	if len(f.curves) > 0 {
		all = append(all, yardstick{words: "gräns 95 %", role: Muted, dash: "dotted", width: 1.5},
			yardstick{words: "gräns 99,8 %", role: Text, dash: "solid", width: 1})
	}
	return all
}

func (f *funnel) place(top float64) {
	height, margin := 340+8*max(0, float64(len(f.points)-12)), 24.0 // many names take room
	if isNarrow(f.sheet.width) {
		height, margin = 280+11*max(0, float64(len(f.points)-8)), 6
	}
	var sizes, rates []float64
	for _, p := range f.points {
		sizes, rates = append(sizes, p.size*1.05), append(rates, p.rate)
	}
	for _, c := range f.curves {
		for _, p := range c.points {
			rates = append(rates, max(0, p[1]))
		}
	}
	f.y = closeScale(f.t.Unit, int(height/50), rates...)
	left := tickWidth(f.y) + 8
	f.plot = frame{left, top, f.sheet.width - left - margin, height}
	f.x = newScale(countUnit, max(2, int(f.plot.width/85)), sizes...)
}

func (f *funnel) marks() {
	grid := f.sheet.grid(f.plot, gridX(f.x), gridY(f.y))
	data := make([]funnelItem, len(f.t.Rows))
	for i := range data {
		data[i].Value = gapValue
	}
	for _, p := range f.points {
		data[p.row].Value = []float64{p.size, p.rate}
		if f.outside(p) {
			data[p.row].Symbol, data[p.row].SymbolSize, data[p.row].ItemStyle = "diamond", 13, fill(Series2)
		}
	}
	points := f.sheet.add(grid, charts.SingleSeries{Type: "scatter", Name: f.t.Title, Data: data, SymbolSize: 9, ItemStyle: fill(Series1)})
	f.sheet.overlay.set(points, object{"z": 4})
	for i, c := range f.curves {
		style := &opts.LineStyle{Color: Muted.Hex(), Type: "dotted", Width: 1.5}
		if c.outer {
			style = &opts.LineStyle{Color: Text.Hex(), Width: 1}
		}
		across := (*opts.MarkLines)(nil)
		if i == 0 {
			across = markLines(slices.DeleteFunc(yardsticks(f.t), func(y yardstick) bool { return y.role != County }), "yAxis")
		}
		line := f.sheet.add(grid, charts.SingleSeries{Type: "line", Data: c.points, Symbol: "none", LineStyle: style, MarkLines: across})
		f.sheet.overlay.set(line, object{"clip": false, "silent": true})
	}
	for _, v := range f.y.ticks() {
		y := f.plot.bottom() - f.y.at(v, f.plot.height)
		f.sheet.write(text{words: f.y.label(v), x: f.plot.left - 8, y: y, align: "right", role: Muted, size: smallSize})
	}
	f.sheet.bottomAxis(f.plot, f.x, f.sizeWord())
	f.sheet.write(text{words: unitWord(f.t), x: 1, y: f.plot.top - 16, role: Muted, size: smallSize})
}

// sizeWord is what the sizes are.
func (f *funnel) sizeWord() string {
	if strings.HasPrefix(string(f.t.Unit), "per-") {
		return "antal invånare"
	}
	return "antal i nämnaren"
}

// funnelItem is a point with a shape and a style of its own.
type funnelItem struct {
	Value      any             `json:"value"`
	Symbol     string          `json:"symbol,omitempty"`
	SymbolSize float64         `json:"symbolSize,omitempty"`
	ItemStyle  *opts.ItemStyle `json:"itemStyle,omitempty"`
}

// outside tells whether a point lies beyond the outer limits that the table gives it.
func (f *funnel) outside(p funnelPoint) bool {
	low := cell(f.t.Rows[p.row], columnByID(f.t, "nedre998"))
	high := cell(f.t.Rows[p.row], columnByID(f.t, "ovre998"))
	return low.State.HasNumber() && p.rate < low.Number || high.State.HasNumber() && p.rate > high.Number
}

// lacking says which units have no point, and why.
func (f *funnel) lacking() string {
	var rows []string
	for _, r := range f.t.Rows {
		one := cell(r, f.column)
		if word := reason(one); word != "" && !r.Total {
			rows = append(rows, r.Name+" ("+word+")")
		}
	}
	if rows == nil {
		return ""
	}
	return "Utan punkt: " + swedishList(rows) + "."
}
