package chart

import "math"

// labelling finds places for the names of points.
type labelling struct {
	f      *funnel
	within box
	taken  []box         // by points, names and what leads to them
	lines  []box         // the curves, which a name crosses only where there is no other place
	labels map[int]*text // by the points' rows
	leads  []stroke
}

// write adds what has been placed to the sheet.
func (l *labelling) write(points []funnelPoint) {
	for _, lead := range l.leads {
		l.f.sheet.draw(lead)
	}
	for _, p := range points {
		if label := l.labels[p.row]; label != nil {
			l.f.sheet.write(*label)
		}
	}
}

// place puts a point's words at the best place that is free: beside it, then farther and farther off with a line that
// leads there. A name that a line runs through is hard to read, so one crosses only where no place within reach is free.
func (l *labelling) place(p funnelPoint, words string) bool {
	x, y := l.f.at(p)
	for _, try := range []struct {
		distances []float64
		cross     bool
	}{
		{[]float64{near}, false}, {[]float64{18, 28, 40, 54, 70, 90}, false}, {[]float64{near}, true},
		{[]float64{18, 28, 40, 54, 70, 90, 115, 140}, true},
	} {
		for _, away := range try.distances {
			for _, turn := range turns {
				if label := l.try(words, x, y, away, turn*math.Pi/16, try.cross); label != nil {
					l.labels[p.row] = label
					return true
				}
			}
		}
	}
	return false
}

// near is how far from its point a name is that needs no line to it.
const near = 9.0

// turns are the directions that are tried, in sixteenths of half a turn from the right, clockwise: the sides first, and
// those in between last, for where lines leave a narrow gap.
var turns = []float64{
	0, 16, 24, 8, 28, 4, 20, 12, 30, 2, 18, 14, 26, 22, 6, 10,
	31, 1, 29, 3, 17, 15, 19, 13, 27, 5, 21, 11, 25, 7, 23, 9,
}

// try places the words with their nearest edge so far away from a point; nil if that isn't free.
func (l *labelling) try(words string, x, y, away, angle float64, cross bool) *text {
	cos, sin := math.Cos(angle), math.Sin(angle)
	label := text{words: words, x: x + away*cos, y: y + away*sin + sin*blockHeight(words)/2, align: "center", role: Text, size: smallSize}
	switch {
	case cos > 0.3:
		label.align = "left"
	case cos < -0.3:
		label.align = "right"
	}
	b := label.box()
	apart := box{b.left - 3, b.top, b.right + 3, b.bottom}
	if b.left < l.within.left || b.right > l.within.right || b.top < l.within.top || b.bottom > l.within.bottom ||
		l.occupied(apart, l.taken) || !cross && l.occupied(b, l.lines) {
		return nil
	}
	boxes := []box{b}
	if away > near {
		line := stroke{x + 6*cos, y + 6*sin, min(max(x, b.left-2), b.right+2), min(max(y, b.top+2), b.bottom-2), Muted, 0.75, nil, ""}
		path := line.boxes()
		for _, step := range path {
			if l.occupied(step, l.taken) {
				return nil
			}
		}
		l.leads = append(l.leads, line)
		boxes = append(boxes, path...)
	}
	l.taken = append(l.taken, boxes...)
	return &label
}

func (l *labelling) occupied(b box, by []box) bool {
	for _, other := range by {
		if b.meets(other) {
			return true
		}
	}
	return false
}

// boxes cover a line with small boxes, without its very ends.
func (l stroke) boxes() []box {
	var boxes []box
	steps := math.Hypot(l.x2-l.x1, l.y2-l.y1) / 3
	for i := 1.0; i < steps; i++ {
		x, y := l.x1+(l.x2-l.x1)*i/steps, l.y1+(l.y2-l.y1)*i/steps
		boxes = append(boxes, box{x - 1, y - 1, x + 1, y + 1})
	}
	return boxes
}
