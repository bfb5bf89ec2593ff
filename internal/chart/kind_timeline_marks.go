package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// marks adds the grid and everything in it: the axis across is months, the one down is pixels.
func (c *timeChart) marks(rename map[string]string) {
	step := c.months.step
	if isNarrow(c.sheet.width) {
		step = max(step, 3) // the lines cross the names: a quarter each is enough
	}
	x := gridX(scale{low: c.months.first, high: c.months.last, step: step})
	y := hiddenY(0, round(c.plot.height))
	y.Inverse = opts.Bool(true)
	grid := c.sheet.grid(c.plot, x, y)
	c.spans(grid, rename[plannedName])
	for _, name := range c.kinds()[1:] {
		c.ends(grid, rename, name)
	}
	c.waits(grid)
}

// spanItem is a scatter item whose symbol is as wide as its time; go-echarts has only whole, square sizes.
type spanItem struct {
	Value      any             `json:"value"`
	SymbolSize []float64       `json:"symbolSize,omitempty"`
	ItemStyle  *opts.ItemStyle `json:"itemStyle,omitempty"`
	Label      *opts.Label     `json:"label,omitempty"`
}

// spans draws when each activity is done.
func (c *timeChart) spans(grid int, name string) {
	data := make([]spanItem, len(c.activities))
	for i, a := range c.activities {
		data[i].Value = gapValue
		s, ok := c.months.span(a.when)
		if a.ongoing() {
			if !ok {
				s.from = c.months.first
			}
			s.to, ok = c.months.last, true
		}
		if !ok {
			c.lack(a)
			continue
		}
		width := max(3, c.months.x(s.to, c.plot.width)-c.months.x(s.from, c.plot.width)-1)
		data[i].Value = []float64{round((s.from + s.to) / 2), round(a.y - c.plot.top)}
		data[i].SymbolSize = []float64{round(width), 12}
		if a.ongoing() && width > 75 {
			data[i].SymbolSize[1] = 16
			data[i].Label = &opts.Label{Show: opts.Bool(true), Formatter: " löpande → ", Color: Text.Hex(),
				FontSize: smallSize, BackgroundColor: Background.Hex()}
		}
	}
	c.sheet.add(grid, charts.SingleSeries{Type: "scatter", Name: name, Data: data, Symbol: "rect", ItemStyle: fill(Step3)})
}

// lack writes why an activity has no bar, unless it has a mark.
func (c *timeChart) lack(a activity) {
	if !a.due.To.IsZero() {
		return
	}
	words := shown(a.when)
	if words == "" {
		words = "period saknas"
	}
	words = wrapWord(words, c.plot.width-8, smallSize, false)
	c.sheet.write(text{words: words, x: c.plot.left + 4, y: a.y, align: "left", role: Muted, size: smallSize})
}

// ends draws one kind of mark where activities end.
func (c *timeChart) ends(grid int, rename map[string]string, name string) {
	data := make([]opts.ScatterData, len(c.activities))
	for i, a := range c.activities {
		data[i].Value = gapValue
		if a.kind() != name {
			continue
		}
		s, ok := c.months.span(a.due)
		if !ok {
			s, ok = c.months.span(a.when)
		}
		if ok {
			data[i].Value = []float64{round(s.to), round(a.y - c.plot.top)}
		}
	}
	series := charts.SingleSeries{Type: "scatter", Name: rename[name], Data: data,
		Symbol: "diamond", SymbolSize: 13, ItemStyle: outlined(Good, Background, 1)}
	switch name {
	case dueName:
		series.ItemStyle = outlined(Background, Text, 1.5)
	case lateName:
		series.Symbol, series.ItemStyle = "triangle", outlined(Bad, Background, 1)
	}
	i := c.sheet.add(grid, series)
	c.sheet.overlay.set(i, object{"z": 4, "clip": false})
}

// waits draws the time from when it is done until it is to be finished.
func (c *timeChart) waits(grid int) {
	var data []opts.CustomData
	for _, a := range c.activities {
		when, ok := c.months.span(a.when)
		due, also := c.months.span(a.due)
		if ok && also && due.to > when.to {
			data = append(data, opts.CustomData{Value: []any{round(a.y - c.plot.top), round(when.to), round(due.to)}})
		}
	}
	if data != nil {
		addWhiskers(c.sheet, grid, data, 0)
	}
}
