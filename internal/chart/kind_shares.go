package chart

import (
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"samverkan/internal/compare"
)

// sharesSheet draws the columns of figures as parts of each row's whole, stacked from the left. Percentages, and counts
// of which none is missing, fill 100 % of the row; when most rows are counts with gaps, so that no whole is known, the
// axis is counts instead. Rows that fit only the other axis have a word. What a row's percentages don't account for is
// drawn as "Ej redovisat". On an axis of counts sums would dwarf the others, and are left out. A part's colour follows its column's Tone; without tones it is just one of several. Marks:
// data-serie is the part's index among those drawn, data-punkt the row's index.
func sharesSheet(t *compare.Table, width float64) *sheet {
	columns := shareColumns(t)
	if len(columns) == 0 {
		return nil
	}
	c := &shareChart{t: t, columns: columns}
	var top float64
	c.sheet, top = newSheet(t, width)
	c.measure()
	c.dropSums()
	for i, r := range c.t.Rows {
		c.rows = append(c.rows, rowText{name: r.Name, bold: r.Total, value: c.wordOf(i), quiet: true, bare: !c.whole(i)})
	}
	bottom, rename := c.sheet.legendBelow(top, c.partNames())
	c.place(bottom + 10)
	c.setScale()
	c.write()
	c.marks(rename)
	unit := ""
	if !c.full {
		unit = unitWord(t)
	}
	c.sheet.bottomAxis(c.plot, c.scale, unit)
	return c.sheet
}

// shareColumns are the columns that are parts with a mark in some row.
func shareColumns(t *compare.Table) []int {
	return slices.DeleteFunc(figureColumns(t), func(column int) bool { return onlyZeros(t, column) })
}

// onlyZeros tells whether a part has no mark in any row.
func onlyZeros(t *compare.Table, column int) bool {
	return !slices.ContainsFunc(t.Rows, func(r compare.Row) bool {
		one := cell(r, column)
		return one.State.HasNumber() && one.Number != 0
	})
}

// shareChart is a chart of shares under way.
type shareChart struct {
	rowChart
	t       *compare.Table
	columns []int // those that are parts
	sums    []rowSum
	full    bool // the width is 100 %, otherwise a count
	rest    bool // some percentages don't reach 100
	scale   scale
}

const restName = "Ej redovisat"

func (c *shareChart) setScale() {
	longest := 0.0
	for _, sum := range c.sums {
		switch {
		case c.full && sum.fits(true):
			longest = max(longest, 100, sum.percent) // rounded percentages may add up to more
		case !c.full && sum.fits(false):
			longest = max(longest, sum.counts)
		}
	}
	if c.full {
		if longest < 102 {
			longest = 100
		}
		c.scale = newScale(percentUnit, fewTicks(c.plot.width), longest)
		c.scale.high = max(longest, 100)
		return
	}
	c.scale = newScale(countUnit, fewTicks(c.plot.width), longest)
}

// length is how long a part is on the axis; 0 for what isn't drawn.
func (c *shareChart) length(row, column int) float64 {
	one, sum := cell(c.t.Rows[row], column), c.sums[row]
	switch {
	case !one.State.HasNumber() || !sum.fits(c.full):
		return 0
	case c.full && sum.numbers > 0:
		return one.Number / sum.counts * 100
	}
	return one.Number
}

// left is what a row's percentages don't account for; 0 when they add up, but for rounding.
func (c *shareChart) left(row int) float64 {
	if sum := c.sums[row]; c.full && sum.shares > 0 && sum.fits(true) && sum.percent < 99 {
		return round(100 - sum.percent)
	}
	return 0
}

// whole tells whether the row has marks.
func (c *shareChart) whole(row int) bool {
	return c.left(row) != 0 || slices.ContainsFunc(c.columns, func(column int) bool { return c.length(row, column) != 0 })
}

// lengths are a row's parts along the axis, what is left the last. None is too short to be seen: what that takes is taken
// from the longest.
func (c *shareChart) lengths(row int) []float64 {
	var all []float64
	for _, column := range c.columns {
		all = append(all, c.length(row, column))
	}
	all = append(all, c.left(row))
	longest := slices.Index(all, slices.Max(all))
	for i, v := range all {
		if least := c.scale.least(c.plot.width); v > 0 && v < least {
			all[i], all[longest] = least, all[longest]-least+v
		}
	}
	return all
}

func (c *shareChart) partNames() []string {
	var all []string
	for _, column := range c.columns {
		all = append(all, c.t.Columns[column].Name)
	}
	if c.rest {
		all = append(all, restName)
	}
	return all
}

func (c *shareChart) marks(rename map[string]string) {
	grid := c.sheet.grid(c.plot, gridX(c.scale), c.axis())
	data := make([][]opts.BarData, len(c.columns)+1)
	for row := range c.t.Rows {
		for i, length := range c.lengths(row) {
			data[i] = append(data[i], c.part(row, i, length))
		}
	}
	looks := partLooks(c.t, c.columns)
	for i, column := range c.columns {
		c.stack(grid, rename[c.t.Columns[column].Name], data[i], looks[i])
	}
	if c.rest {
		c.stack(grid, rename[restName], data[len(c.columns)], restLook)
	}
}

// part is one piece of a row, with its figure inside when that fits; what is left has none.
func (c *shareChart) part(row, i int, length float64) opts.BarData {
	if length == 0 {
		return opts.BarData{Value: c.at(gapValue, row)}
	}
	data := opts.BarData{Value: c.at(round(length), row)}
	if i == len(c.columns) {
		return data
	}
	one := cell(c.t.Rows[row], c.columns[i])
	if TextWidth(one.Text, smallSize, false)+12 <= c.scale.at(c.scale.low+length, c.plot.width) {
		data.Label = &opts.Label{Show: opts.Bool(true), Formatter: one.Text}
	}
	return data
}

func (c *shareChart) stack(grid int, name string, data []opts.BarData, l look) {
	thick := c.thick() + 4
	i := c.sheet.add(grid, charts.SingleSeries{
		Type: "bar", Name: name, Stack: "delar", Data: data, BarWidth: pixels(thick),
		ItemStyle: outlined(l.role, l.edge, 1),
		Label:     &opts.Label{Position: "inside", Color: Text.Hex(), FontSize: smallSize, BackgroundColor: Background.Hex()},
	})
	settings := object{"legendIcon": "rect", "label": object{"padding": []int{0, 3, 0, 3}}}
	if l.pattern != nil {
		settings["itemStyle"] = object{"decal": l.pattern}
	}
	c.sheet.overlay.set(i, settings)
}
