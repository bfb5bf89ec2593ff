package chart

import (
	"cmp"
	"slices"
)

// endLabels writes the names at the lines' ends, moved apart where they would collide.
func (c *trendChart) endLabels() {
	wanted, heights := make([]float64, len(c.labels)), make([]float64, len(c.labels))
	step := c.plot.width / float64(len(c.t.Columns))
	from := make([]float64, len(c.labels))
	for i, l := range c.lines {
		wanted[i] = c.plot.bottom() - c.scale.at(cell(l.row, l.last).Number, c.plot.height)
		from[i] = c.plot.left + step*(float64(l.last)+0.5) + 6
	}
	for i, y := range c.ends() {
		wanted[len(c.lines)+i] = c.plot.bottom() - c.scale.at(y.value, c.plot.height)
		from[len(c.lines)+i] = c.plot.right()
	}
	for i, l := range c.labels {
		heights[i] = l.height() + 2
	}
	x := c.plot.right() + 16
	for i, y := range spread(wanted, heights, c.plot.top-8, c.plot.bottom()+8) {
		l := c.labels[i]
		l.x, l.y = x, y
		role := l.role
		if i < len(c.lines) {
			role, l.of = c.lines[i].role, ofSeries(i)
		}
		c.sheet.write(l)
		c.sheet.draw(stroke{from[i], wanted[i], c.plot.right() + 2, wanted[i], role, 1, []int{1, 3}, l.of})
		c.sheet.draw(stroke{c.plot.right() + 2, wanted[i], x - 3, y, role, 1, nil, l.of})
	}
}

// spread moves labels of the given heights as little as it takes for none to cover another, between low and high.
func spread(wanted, heights []float64, low, high float64) []float64 {
	order := make([]int, len(wanted))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(wanted[a], wanted[b]) })
	at := slices.Clone(wanted)
	edge := low
	for _, i := range order {
		at[i] = max(at[i], edge+heights[i]/2)
		edge = at[i] + heights[i]/2
	}
	edge = high
	for _, i := range slices.Backward(order) {
		at[i] = min(at[i], edge-heights[i]/2)
		edge = at[i] - heights[i]/2
	}
	return at
}
