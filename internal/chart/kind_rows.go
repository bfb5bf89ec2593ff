package chart

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/opts"
)

// rowChart lays out what most kinds share: rows with a name each, marks along them, and words at their end. ECharts
// gives all categories the same height; here they are low, and a row takes as many as its words need.
type rowChart struct {
	sheet *sheet
	rows  []rowText
	slots []int // the category of each row's marks
	count int   // of categories
	plot  frame

	names, values, basis []string // as they are broken into lines
	basisWidth           float64
}

// rowText is what stands at a row.
type rowText struct {
	name  string
	bold  bool
	value string // the figure, or the word for why there is none
	quiet bool   // it is such a word
	bare  bool   // the row has no mark, so the word may stand where it would be
	basis string // "7 av 41"; left out of narrow drawings
}

const (
	nameWidth   = 190.0 // most pixels for names beside the rows
	valueWidth  = 125.0 // most pixels for words after them
	narrowThick = 12.0  // a bar of a narrow drawing
	narrowGap   = 4.0   // between a name and its bar
	band        = 4.0   // height of a category
	barePad     = 16.0  // beside a word in the plot
)

// place finds room for the rows from top on. In a wide drawing names stand to the left and values in a column to the
// right, where no mark crosses them; in a narrow one both stand above the row, which then gets the whole width.
func (r *rowChart) place(top float64) {
	var names, values, basis []string
	for _, row := range r.rows {
		names, values, basis = append(names, row.name), append(values, row.value), append(basis, row.basis)
	}
	if isNarrow(r.sheet.width) {
		r.placeNarrow(top, names, values)
	} else {
		r.placeWide(top, names, values, basis)
	}
}

// placeNarrow puts the words of a row above its mark.
func (r *rowChart) placeNarrow(top float64, names, values []string) {
	heights := make([]float64, len(r.rows))
	var right float64
	r.values, right, _ = wrapAll(values, r.sheet.width*0.45, bodySize, false)
	r.names, _, _ = wrapAll(names, r.sheet.width-right-14, bodySize, true)
	for i, row := range r.rows {
		heights[i] = max(blockHeight(r.names[i]), blockHeight(r.values[i])) + 10
		if !row.bare {
			heights[i] += narrowThick + narrowGap
		}
	}
	r.stack(heights, func(i int, height float64) float64 {
		if r.rows[i].bare {
			return height - 1
		}
		return height - 6 - narrowThick/2
	})
	r.plot = frame{1, top, r.sheet.width - 3, band * float64(r.count)}
}

// placeWide puts names before the marks, and values and what they are of behind them.
func (r *rowChart) placeWide(top float64, names, values, basis []string) {
	heights := make([]float64, len(r.rows))
	var left, right float64
	r.names, left, _ = wrapAll(names, nameWidth, bodySize, true)
	for i, row := range r.rows {
		if row.bare {
			values[i] = "" // stands in the plot
		}
	}
	r.values, right, _ = wrapAll(values, valueWidth, bodySize, false)
	if r.basis, r.basisWidth, _ = wrapAll(basis, valueWidth, smallSize, false); r.basisWidth > 0 {
		r.basisWidth += 12
	}
	if right += r.basisWidth; right > 0 {
		right += 10
	}
	r.plot = frame{left + 10, top, r.sheet.width - left - 10 - right - 19, 0}
	for i, row := range r.rows {
		if row.bare {
			r.values[i] = wrapWord(row.value, r.plot.width-barePad, bodySize, false)
		}
		heights[i] = max(18, blockHeight(r.names[i]), blockHeight(r.values[i]), blockHeight(r.basis[i])) + 10
	}
	r.stack(heights, func(_ int, height float64) float64 { return height / 2 })
	r.plot.height = band * float64(r.count)
}

// stack gives each row as many categories as its height takes, and its marks the one whose middle lies at, in pixels from
// the row's top.
func (r *rowChart) stack(heights []float64, at func(i int, height float64) float64) {
	for i, h := range heights {
		n := int(math.Ceil(h/band)) | 1 // odd, so that one of them is the middle
		r.slots = append(r.slots, r.count+int(at(i, float64(n)*band)/band))
		r.count += n
	}
}

// thick is how many pixels a bar takes across.
func (r *rowChart) thick() float64 {
	if isNarrow(r.sheet.width) {
		return narrowThick
	}
	return 16
}

// middle is the height at which row i has its marks.
func (r *rowChart) middle(i int) float64 { return r.plot.top + band*(float64(r.slots[i])+0.5) }

// write adds the words, once the plot stands where it is to be.
func (r *rowChart) write() {
	for i, row := range r.rows {
		y, role := r.middle(i), Text
		if row.quiet {
			role = Muted
		}
		name := text{words: r.names[i], x: r.plot.left - 10, y: y, align: "right", role: Text, bold: row.bold}
		value := text{words: r.values[i], x: r.sheet.width - 1 - r.basisWidth, y: y, align: "right", role: role}
		if isNarrow(r.sheet.width) {
			bottom := y - narrowThick/2 - narrowGap
			if row.bare {
				bottom = y - 4
			}
			name.x, name.y, name.align = r.plot.left, bottom-name.height()/2, "left"
			value.y = bottom - value.height()/2
		} else {
			if row.bare {
				value.x, value.align = r.plot.left+barePad/2, "left"
			}
			r.sheet.write(text{words: r.basis[i], x: r.sheet.width - 1, y: y, align: "right", role: Muted, size: smallSize})
		}
		r.sheet.write(name)
		r.sheet.write(value)
	}
}

// axis is the rows' axis; names stand at their marks' categories.
func (r *rowChart) axis() opts.YAxis {
	names := make([]string, r.count)
	for i, row := range r.rows {
		names[r.slots[i]] = row.name
	}
	axis := rowsY(names)
	if isNarrow(r.sheet.width) {
		axis.AxisLine = &opts.AxisLine{Show: opts.Bool(false)} // it would run through the names
	}
	return axis
}

// at is a value in row i as ECharts wants it; gapValue or a number.
func (r *rowChart) at(value any, i int) []any { return []any{value, r.slots[i]} }
