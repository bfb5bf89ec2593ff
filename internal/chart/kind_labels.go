package chart

import (
	"cmp"
	"math"
	"slices"
	"strconv"
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

// names writes each point's name beside it, or a little away with a line to it, where it covers neither another name nor
// a point; where there is no room for the name, a number. It returns sentences that say what the numbers are, and which
// points have neither, so that none is lost.
func (f *funnel) names() (remarks []string) {
	points, numbered := f.byWeight(), map[int]bool{}
	var l *labelling
	for before := -1; before < len(numbered); { // numbers take what room they need before the names
		before, l = len(numbered), f.labelling()
		for _, p := range points {
			if numbered[p.row] {
				l.place(p, "00")
			}
		}
		for _, p := range points {
			if !numbered[p.row] && !l.place(p, wrapWord(p.name, 130, smallSize, false)) {
				numbered[p.row] = true
			}
		}
	}
	var keys, lost []string
	slices.SortStableFunc(points, func(a, b funnelPoint) int { return cmp.Compare(a.size, b.size) })
	for _, p := range points {
		label := l.labels[p.row]
		switch {
		case label == nil:
			lost = append(lost, p.name)
		case numbered[p.row]:
			label.words = strconv.Itoa(len(keys) + 1)
			keys = append(keys, label.words+"\u00a0"+p.name)
		}
	}
	l.write(points)
	if keys != nil {
		remarks = append(remarks, "Numren i bilden: "+swedishList(keys)+".")
	}
	if lost != nil {
		remarks = append(remarks, "Utan namn vid sin punkt, från vänster: "+swedishList(lost)+".")
	}
	return remarks
}

// labelling begins with the points taken.
func (f *funnel) labelling() *labelling {
	l := &labelling{f: f, within: box{f.plot.left, f.plot.top - 6, f.sheet.width, f.plot.bottom()}, lines: f.lineBoxes(), labels: map[int]*text{}}
	for _, p := range f.points {
		x, y := f.at(p)
		l.taken = append(l.taken, box{x - 6, y - 6, x + 6, y + 6})
	}
	return l
}

// at is a point's place on the sheet.
func (f *funnel) at(p funnelPoint) (x, y float64) {
	return f.plot.left + f.x.at(p.size, f.plot.width), f.plot.bottom() - f.y.at(p.rate, f.plot.height)
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
