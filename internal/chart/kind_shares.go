package chart

import (
	"slices"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"samverkan/internal/compare"
)

// sharesSheet draws the columns of figures as parts of each row's whole, stacked from the left. Percentages, and counts
// of which none is missing, fill 100 % of the row; when most rows are counts with gaps, so that no whole is known, the
// axis is counts instead. Rows that fit only the other axis have a word. What a row's percentages don't account for is
// drawn as "Ej redovisat". A part's colour follows its column's Tone; without tones it is just one of several. Marks:
// data-serie is the part's index among those drawn, data-punkt the row's index.
func sharesSheet(t *compare.Table, width float64) *sheet {
	columns := slices.DeleteFunc(figureColumns(t), func(column int) bool { return onlyZeros(t, column) })
	if len(columns) == 0 {
		return nil
	}
	c := &shareChart{t: t, columns: columns}
	var top float64
	c.sheet, top = newSheet(t, width)
	c.measure()
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

// rowSum is what is known of a row's whole.
type rowSum struct {
	percent, counts float64
	shares, numbers int // how many cells hold a percentage, and a count
	gaps            []string
}

const restName = "Ej redovisat"

// measure adds up the rows, and from that decides what the width means: what lets more rows be drawn.
func (c *shareChart) measure() {
	asShares, asCounts := 0, 0
	for _, r := range c.t.Rows {
		sum := c.sum(r)
		c.sums = append(c.sums, sum)
		if sum.fits(true) {
			asShares++
		}
		if sum.fits(false) {
			asCounts++
		}
	}
	c.full = asShares >= asCounts
	for _, sum := range c.sums {
		c.rest = c.rest || c.full && sum.shares > 0 && sum.fits(true) && sum.percent < 99
	}
}

func (c *shareChart) sum(r compare.Row) rowSum {
	var s rowSum
	for column := range c.t.Columns {
		if !c.isPart(column) {
			continue
		}
		one := cell(r, column)
		switch word := reason(one); {
		case one.State == compare.NotApplicable || one.State == compare.Words: // nothing that the whole lacks
		case inUnit(one, percentUnit) && c.unitOf(one, column) == percentUnit:
			s.percent, s.shares = s.percent+one.Number, s.shares+1
		case one.State.HasNumber():
			s.counts, s.numbers = s.counts+one.Number, s.numbers+1
		case word != "" && !slices.Contains(s.gaps, word):
			s.gaps = append(s.gaps, word)
		}
	}
	return s
}

// isPart tells whether a column belongs to the whole: it is drawn, or has only gaps where figures are expected.
func (c *shareChart) isPart(column int) bool {
	if slices.Contains(c.columns, column) {
		return true
	}
	first := c.t.Columns[c.columns[0]]
	return c.t.Columns[column].Unit == first.Unit && !isSum(c.t.Columns[column]) && !hasFigures(c.t, column)
}

func (c *shareChart) unitOf(one compare.Cell, column int) string {
	for _, unit := range []string{string(one.Unit), string(c.t.Columns[column].Unit)} {
		if unit != "" {
			return unit
		}
	}
	return string(c.t.Unit)
}

// fits tells whether the row can be drawn on an axis of percent, or else of counts.
func (s rowSum) fits(full bool) bool {
	if full {
		return s.shares > 0 && s.numbers == 0 || s.numbers > 0 && s.shares == 0 && s.gaps == nil && s.counts > 0
	}
	return s.numbers > 0 && s.shares == 0 && s.counts > 0
}

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

// wordOf is what stands after a row that is not whole.
func (c *shareChart) wordOf(row int) string {
	sum := c.sums[row]
	switch {
	case sum.shares+sum.numbers == 0 && sum.gaps == nil:
		return reason(cell(c.t.Rows[row], c.columns[0]))
	case sum.shares+sum.numbers == 0:
		return sum.gaps[0]
	case sum.fits(c.full) && sum.gaps == nil:
		return ""
	case sum.numbers > 0 && sum.counts == 0 && sum.gaps == nil:
		return "inga"
	case slices.ContainsFunc(sum.gaps, func(w string) bool { return strings.HasPrefix(w, "maskerad") }):
		return "delvis maskerad"
	case sum.gaps != nil:
		return "delvis redovisad"
	}
	return "bara andelar"
}

// whole tells whether the row has marks.
func (c *shareChart) whole(row int) bool {
	return slices.ContainsFunc(c.columns, func(column int) bool { return c.length(row, column) != 0 })
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
	looks := partLooks(c.t, c.columns)
	for i, column := range c.columns {
		data := make([]opts.BarData, len(c.t.Rows))
		for row := range data {
			data[row] = c.part(row, column)
		}
		c.stack(grid, rename[c.t.Columns[column].Name], data, looks[i])
	}
	if c.rest {
		data := make([]opts.BarData, len(c.t.Rows))
		for row := range data {
			data[row].Value = c.at(gapValue, row)
			if sum := c.sums[row]; sum.shares > 0 && sum.fits(true) && sum.percent < 99 {
				data[row].Value = c.at(round(100-sum.percent), row)
			}
		}
		c.stack(grid, rename[restName], data, restLook)
	}
}

// part is one piece of a row, with its figure inside when that fits.
func (c *shareChart) part(row, column int) opts.BarData {
	one := cell(c.t.Rows[row], column)
	length := c.length(row, column)
	if length == 0 {
		return opts.BarData{Value: c.at(gapValue, row)}
	}
	data := opts.BarData{Value: c.at(round(length), row)}
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
