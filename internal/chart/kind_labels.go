package chart

import (
	"cmp"
	"math"
	"slices"
)

// box is a rectangle on the sheet, in pixels.
type box struct{ left, top, right, bottom float64 }

func (b box) meets(other box) bool {
	return b.left < other.right && other.left < b.right && b.top < other.bottom && other.top < b.bottom
}

// box is the space that the text takes.
func (t text) box() box {
	left, half := t.left(), t.height()/2
	return box{left, t.y - half, left + t.width(), t.y + half}
}

// names writes each point's name beside it, where it covers neither another name nor a point. It returns a sentence
// with those for which no place is free, so that none is lost; "" when there is none.
func (f *funnel) names() string {
	var taken []box
	at := func(p funnelPoint) (x, y float64) {
		return f.plot.left + f.x.at(p.size, f.plot.width), f.plot.bottom() - f.y.at(p.rate, f.plot.height)
	}
	for _, p := range f.points {
		x, y := at(p)
		taken = append(taken, box{x - 6, y - 6, x + 6, y + 6})
	}
	within := box{f.plot.left, f.plot.top - 6, f.sheet.width, f.plot.bottom()}
	lines := f.lineBoxes()
	var homeless []funnelPoint
	for _, p := range f.byWeight() {
		x, y := at(p)
		label, ok := freePlace(p.name, x, y, append(lines, taken...), within)
		if !ok { // better across a line than not at all
			label, ok = freePlace(p.name, x, y, taken, within)
		}
		if !ok {
			homeless = append(homeless, p)
			continue
		}
		taken = append(taken, label.box())
		f.sheet.write(label)
	}
	if homeless == nil {
		return ""
	}
	slices.SortStableFunc(homeless, func(a, b funnelPoint) int { return cmp.Compare(a.size, b.size) })
	names := make([]string, len(homeless))
	for i, p := range homeless {
		names[i] = p.name
	}
	return "Utan namn vid sin punkt, från vänster: " + swedishList(names) + "."
}

// byWeight are the points in the order that they get their names: first those outside the limits, which the chart is made
// to show, then the rest from the farthest from the county's value inwards.
func (f *funnel) byWeight() []funnelPoint {
	centre := 0.0
	if f.t.County != nil {
		centre = f.t.County.Number
	}
	points := slices.Clone(f.points)
	slices.SortStableFunc(points, func(a, b funnelPoint) int {
		if out := f.outside(a); out != f.outside(b) {
			return map[bool]int{true: -1, false: 1}[out]
		}
		return cmp.Compare(math.Abs(b.rate-centre), math.Abs(a.rate-centre))
	})
	return points
}

// lineBoxes cover the curves and the county's line with small boxes, so that names keep off them.
func (f *funnel) lineBoxes() []box {
	var boxes []box
	cover := func(x, y float64) { boxes = append(boxes, box{x - 2, y - 2, x + 2, y + 2}) }
	place := func(size, rate float64) (x, y float64) {
		return f.plot.left + f.x.at(size, f.plot.width), f.plot.bottom() - f.y.at(rate, f.plot.height)
	}
	for _, c := range f.curves {
		for i := 1; i < len(c.points); i++ {
			x0, y0 := place(c.points[i-1][0], c.points[i-1][1])
			x1, y1 := place(c.points[i][0], c.points[i][1])
			for k := range 8 {
				cover(x0+(x1-x0)*float64(k)/8, y0+(y1-y0)*float64(k)/8)
			}
		}
	}
	for _, r := range yardsticks(f.t) {
		if r.role == County {
			_, y := place(0, r.value)
			boxes = append(boxes, box{f.plot.left, y - 2, f.plot.right(), y + 2})
		}
	}
	return slices.Clip(boxes)
}

// freePlace tries the sides of a point, the right one first.
func freePlace(name string, x, y float64, taken []box, within box) (text, bool) {
	words := wrapWord(name, 130, smallSize, false)
	height := blockHeight(words)
	for _, side := range []struct {
		dx, dy float64
		align  string
	}{
		{9, 0, "left"}, {-9, 0, "right"}, {0, -8 - height/2, "center"}, {0, 8 + height/2, "center"},
		{7, -6 - height/2, "left"}, {7, 6 + height/2, "left"}, {-7, -6 - height/2, "right"}, {-7, 6 + height/2, "right"},
	} {
		label := text{words: words, x: x + side.dx, y: y + side.dy, align: side.align, role: Text, size: smallSize}
		b, free := label.box(), true
		for _, other := range taken {
			free = free && !b.meets(other)
		}
		if free && b.left >= within.left && b.right <= within.right && b.top >= within.top && b.bottom <= within.bottom {
			return label, true
		}
	}
	return text{}, false
}
