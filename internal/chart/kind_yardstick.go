package chart

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"samverkan/internal/compare"
)

// yardstick is a value that the figures are held against: the target or the county's.
type yardstick struct {
	value float64
	words string // "Mål 80 %"
	role  Role
	dash  string
	width float32
}

// yardsticks are those that the table has. The county's count is the sum of the others', and nothing to hold them against.
func yardsticks(t *compare.Table) []yardstick {
	var all []yardstick
	if t.Target != nil {
		all = append(all, yardstick{t.Target.Number, "Mål " + t.Target.Text, Target, "solid", 2})
	}
	if t.County != nil && t.County.State.HasNumber() && t.Unit != countUnit {
		all = append(all, yardstick{t.County.Number, "Länet " + t.County.Text, County, "dashed", 1.5})
	}
	return all
}

// markLines draws yardsticks across a chart; axis is the one that their values belong to.
func markLines(all []yardstick, axis string) *opts.MarkLines {
	lines := &opts.MarkLines{MarkLineStyle: opts.MarkLineStyle{
		Symbol: []string{"none", "none"}, Label: &opts.Label{Show: opts.Bool(false)},
	}}
	for _, y := range all {
		lines.Data = append(lines.Data, object{axis: y.value, "name": y.words,
			"lineStyle": opts.LineStyle{Color: y.role.Hex(), Type: y.dash, Width: y.width}})
	}
	if lines.Data == nil {
		return nil
	}
	return lines
}

// lineLabels writes what the lines across f are, above it, and returns where f may begin. Two labels that would collide
// turn away from each other, each still touching its own line.
func (s *sheet) lineLabels(top float64, f frame, sc scale, all []yardstick) float64 {
	if len(all) == 0 {
		return top
	}
	labels := make([]text, len(all))
	for i, y := range all {
		labels[i] = text{words: y.words, x: f.left + sc.at(y.value, f.width), y: top + lineHeight/2,
			align: "center", role: y.role, size: smallSize, bold: true}
	}
	if len(labels) == 2 && math.Abs(labels[0].x-labels[1].x) < (labels[0].width()+labels[1].width())/2+10 {
		turnAway(&labels[0], &labels[1])
	}
	height := float64(lineHeight)
	if keepInside(labels, s.width) {
		labels[1].y += lineHeight
		height += lineHeight
	}
	for _, l := range labels {
		s.write(l)
	}
	return top + height + 4
}

// turnAway lets two labels that meet end and begin at their lines.
func turnAway(low, high *text) {
	if low.x > high.x {
		low, high = high, low
	}
	low.align, high.align = "right", "left"
	low.x, high.x = low.x+1, high.x-1
	if high.x-low.x < 8 {
		low.x, high.x = low.x-4, high.x+4
	}
}

// keepInside moves labels that stick out of the sheet, and tells whether any two then cover each other.
func keepInside(labels []text, width float64) bool {
	for i := range labels {
		l := &labels[i]
		if l.left() < 1 {
			l.x += 1 - l.left()
		}
		if over := l.left() + l.width() - width; over > 0 {
			l.x -= over
		}
	}
	return len(labels) == 2 && labels[0].left() < labels[1].left()+labels[1].width()+4 &&
		labels[1].left() < labels[0].left()+labels[0].width()+4
}

// key explains the target's and the county's marks of a narrow chart, and returns where the rest may begin.
func (b *barChart) key(top float64) float64 {
	x, y := 4.0, top+lineHeight/2
	for _, r := range yardsticks(b.t) {
		l := b.sheet.keyItem(4, &x, &y, r, 14)
		if r.role == Target {
			b.sheet.draw(stroke{l.x - 8, l.y - 8, l.x - 8, l.y + 8, Target, 3, nil, ""})
		} else {
			b.sheet.write(text{words: "◇", x: l.x - 14, y: l.y, role: County, size: smallSize, bold: true})
		}
	}
	return y + lineHeight/2 + 6
}

// keyRow explains the lines across small charts, and returns where the rest may begin.
func keyRow(s *sheet, top float64, all []yardstick) float64 {
	x, y := 1.0, top+lineHeight/2
	for _, r := range all {
		l := s.keyItem(1, &x, &y, r, 28)
		dash := map[string][]int{"dashed": {5, 4}, "dotted": {2, 2}}[r.dash]
		s.draw(stroke{l.x - 28, l.y, l.x - 6, l.y, r.role, float64(r.width), dash, ""})
	}
	return y + lineHeight/2 + 6
}

// keyItem writes one explanation with room for its sample, in a new row from left on when this one is full.
func (s *sheet) keyItem(left float64, x, y *float64, r yardstick, sample float64) text {
	l := text{words: r.words, x: *x + sample, y: *y, align: "left", role: r.role, size: smallSize, bold: true}
	if l.x+l.width() > s.width && *x > left {
		*x, *y = left, *y+lineHeight+2
		l.x, l.y = *x+sample, *y
	}
	s.write(l)
	*x = l.x + l.width() + 18
	return l
}

// ticks marks target and county at each row with a figure of a narrow chart: a stroke and a diamond.
func (b *barChart) ticks(grid int) {
	for _, r := range yardsticks(b.t) {
		data := make([]opts.ScatterData, len(b.bars))
		for i, one := range b.bars {
			data[i].Value = gapValue
			if b.drawn(one) {
				data[i].Value = b.at(r.value, i)
			}
		}
		series := charts.SingleSeries{Type: "scatter", Name: r.words, Data: data,
			Symbol: "diamond", SymbolSize: 10, ItemStyle: outlined(Background, County, 1.5)}
		if r.role == Target {
			series.Symbol, series.SymbolSize, series.ItemStyle = "rect", []float64{3, 20}, fill(Target)
		}
		b.sheet.overlay.set(b.sheet.add(grid, series), object{"silent": true, "z": 4})
	}
}
