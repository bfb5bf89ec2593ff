package chart

import (
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"samverkan/internal/compare"
)

// trendSheet draws each row with a figure as a line over the columns, which are the years. A line stops at a gap and at
// a figure flagged as a break; figures with a flag are hollow; both are said in words below. The county's row (Total)
// is dashed. Each line ends in its name and last figure. More lines than can be told apart become multiplesSheet.
// Marks, with n lines: data-serie 0 to n−1 are the points of each, n to 2n−1 the lines between them; data-punkt of a
// point is the column's index.
func trendSheet(t *compare.Table, width float64) *sheet {
	lines := trendLines(t)
	most := 8
	if isNarrow(width) {
		most = 3
	}
	if len(lines) > most {
		return multiplesSheet(t, width)
	}
	if len(lines) == 0 {
		return nil
	}
	s, top := newSheet(t, width)
	c := &trendChart{sheet: s, t: t, lines: lines}
	c.place(top + 10)
	c.marks()
	c.leftAxis()
	yearLabels(s, c.plot, t.Columns)
	c.endLabels()
	s.height = c.plot.bottom() + 24
	s.remarks(append(trendRemarks(t), c.scale.cut())...)
	return s
}

// trendLine is a row that is drawn.
type trendLine struct {
	row    compare.Row
	role   Role
	symbol string
	last   int // column of the last figure
}

// trendLines are the rows with figures, each with a colour and a shape.
func trendLines(t *compare.Table) []trendLine {
	symbols := []string{"circle", "rect", "triangle", "diamond"}
	var lines []trendLine
	for _, r := range t.Rows {
		last := -1
		for i := range t.Columns {
			if cell(r, i).State.HasNumber() {
				last = i
			}
		}
		if last < 0 {
			continue
		}
		n := len(lines)
		line := trendLine{r, SeriesRoles(n + 1)[n], symbols[n%len(symbols)], last}
		if r.Total {
			line.role, line.symbol = County, "circle"
		}
		lines = append(lines, line)
	}
	return lines
}

// trendChart is a chart of lines under way.
type trendChart struct {
	sheet  *sheet
	t      *compare.Table
	lines  []trendLine
	plot   frame
	scale  scale
	labels []text // at the lines' ends, in their order; the yardsticks' last
}

func (c *trendChart) place(top float64) {
	height, labelWidth := 320.0, 170.0
	if isNarrow(c.sheet.width) {
		height, labelWidth = 240, 96
	}
	words, room := 0.0, 0.0
	for _, l := range c.lines {
		c.labels = append(c.labels, text{words: l.row.Name + lastText(c.t, l.row), role: Text, bold: l.row.Total})
	}
	for _, y := range c.ends() {
		c.labels = append(c.labels, text{words: y.words, role: y.role, bold: true})
	}
	for i := range c.labels {
		l := &c.labels[i]
		l.size, l.align = smallSize, "left"
		l.words = wrapWord(l.words, labelWidth, l.size, true)
		words, room = max(words, l.width()), room+l.height()+2
	}
	height = max(height, room)
	c.scale = trendScale(c.t, int(height/50))
	left := tickWidth(c.scale) + 8
	c.plot = frame{left, top, c.sheet.width - left - words - 22, height}
}

// trendYardsticks are the lines across: the target, and the county's value when it has no row of its own.
func trendYardsticks(t *compare.Table) []yardstick {
	return slices.DeleteFunc(yardsticks(t), func(y yardstick) bool {
		return y.role == County && slices.ContainsFunc(t.Rows, func(r compare.Row) bool { return r.Total }) ||
			y.role == Target && stepped(t)
	})
}

// trendScale covers the figures and what they are held against.
func trendScale(t *compare.Table, n int) scale { return pointScale(t.Unit, n, trendExtent(t)...) }

// trendExtent is every value that the axis must cover.
func trendExtent(t *compare.Table) []float64 {
	var values []float64
	for _, r := range t.Rows {
		for i := range t.Columns {
			if one := cell(r, i); one.State.HasNumber() {
				values = append(values, one.Number)
			}
		}
	}
	for _, y := range trendYardsticks(t) {
		values = append(values, y.value)
	}
	for _, target := range t.Targets {
		if target != nil {
			values = append(values, target.Number)
		}
	}
	return values
}

func tickWidth(s scale) float64 {
	w := 0.0
	for _, v := range s.ticks() {
		w = max(w, TextWidth(s.label(v), smallSize, false))
	}
	return w
}

// leftAxis writes the scale's labels, and the unit above them.
func (c *trendChart) leftAxis() {
	for _, v := range c.scale.ticks() {
		y := c.plot.bottom() - c.scale.at(v, c.plot.height)
		c.sheet.write(text{words: c.scale.label(v), x: c.plot.left - 8, y: y, align: "right", role: Muted, size: smallSize})
	}
}

// yearLabels writes as many of the columns' names as there is room for, always the last.
func yearLabels(s *sheet, f frame, columns []compare.Column) {
	step := f.width / float64(len(columns))
	wide := 0.0
	for _, c := range columns {
		wide = max(wide, TextWidth(c.Name, smallSize, false)+10)
	}
	every := max(1, int(wide/step)+1)
	if wide <= step {
		every = 1
	}
	for i := len(columns) - 1; i >= 0; i -= every {
		s.write(text{words: columns[i].Name, x: f.left + step*(float64(i)+0.5), y: f.bottom() + 13,
			align: "center", role: Muted, size: smallSize})
	}
}

func (c *trendChart) marks() {
	x := hiddenX(-0.5, float64(len(c.t.Columns))-0.5)
	grid := c.sheet.grid(c.plot, x, gridY(c.scale))
	for _, l := range c.lines {
		addPoints(c.sheet, grid, c.t, l, 7)
	}
	for i, l := range c.lines {
		across := (*opts.MarkLines)(nil)
		if i == 0 {
			across = markLines(trendYardsticks(c.t), "yAxis")
		}
		addLine(c.sheet, grid, c.t, l, across)
	}
	addSteps(c.sheet, grid, c.t)
}

// point is a scatter item with a style of its own, which go-echarts has for bars but not for points.
type point struct {
	Value     any             `json:"value"`
	ItemStyle *opts.ItemStyle `json:"itemStyle,omitempty"`
}

// addPoints draws the figures of a line.
func addPoints(s *sheet, grid int, t *compare.Table, l trendLine, size float64) {
	data := make([]point, len(t.Columns))
	for i := range data {
		one := cell(l.row, i)
		data[i].Value = gapValue
		if !one.State.HasNumber() {
			continue
		}
		data[i].Value = []float64{float64(i), one.Number}
		if noted(one) {
			data[i].ItemStyle = outlined(Background, l.role, 1.5)
		}
	}
	i := s.add(grid, charts.SingleSeries{Type: "scatter", Name: l.row.Name, Data: data,
		Symbol: l.symbol, SymbolSize: size, ItemStyle: fill(l.role)})
	s.overlay.set(i, object{"z": 3})
}

// addLine draws the line between them: broken at a gap, and before a figure that isn't comparable with earlier ones.
func addLine(s *sheet, grid int, t *compare.Table, l trendLine, across *opts.MarkLines) {
	var data []any
	for i := range t.Columns {
		one := cell(l.row, i)
		if !one.State.HasNumber() || isBreak(one) {
			data = append(data, []any{float64(i) - 0.5, nil})
		}
		if one.State.HasNumber() {
			data = append(data, []any{float64(i), one.Number})
		}
	}
	style := &opts.LineStyle{Color: l.role.Hex(), Width: 2}
	if l.row.Total {
		style.Type = "dashed"
	}
	i := s.add(grid, charts.SingleSeries{Type: "line", Name: l.row.Name, Data: data,
		Symbol: "none", LineStyle: style, MarkLines: across})
	settings := object{"clip": false} // the axes cover every figure
	if across != nil {
		settings["markLine"] = object{"z": 1} // it mustn't hide the figures that reach it
	}
	s.overlay.set(i, settings)
}
