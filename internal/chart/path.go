package chart

import (
	"math"
	"strconv"
	"strings"
)

// path is the outline of a shape in absolute coordinates.
type path []segment

// segment is a step of a path: M, L, C, A or Z, with its numbers; those of its end come last.
type segment struct {
	op byte
	at []float64
}

// arguments are how many numbers each command takes.
var arguments = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'A': 7, 'Z': 0}

// parsePath reads a path of the commands that ECharts writes, ok is false for any other.
func parsePath(d string) (p path, ok bool) {
	var x, y, startX, startY float64
	rest := strings.TrimSpace(d)
	for rest != "" {
		op := rest[0]
		upper := op &^ 0x20
		n, known := arguments[upper]
		if !known {
			return nil, false
		}
		var numbers []float64
		if numbers, rest, ok = readNumbers(rest[1:]); !ok || len(numbers) != n {
			return nil, false
		}
		s := absolute(upper, op != upper, numbers, x, y)
		switch s.op {
		case 'Z':
			x, y = startX, startY
		default:
			x, y = s.at[len(s.at)-2], s.at[len(s.at)-1]
		}
		if s.op == 'M' {
			startX, startY = x, y
		}
		p = append(p, s)
	}
	return p, len(p) > 0 && p[0].op == 'M'
}

// readNumbers takes numbers up to the next command.
func readNumbers(s string) (numbers []float64, rest string, ok bool) {
	end := strings.IndexFunc(s, func(r rune) bool { return r != 'e' && (r|0x20 >= 'a' && r|0x20 <= 'z') })
	if end < 0 {
		end = len(s)
	}
	for field := range strings.FieldsFuncSeq(s[:end], func(r rune) bool { return r == ' ' || r == ',' }) {
		v, err := strconv.ParseFloat(field, 64)
		if err != nil {
			return nil, "", false
		}
		numbers = append(numbers, v)
	}
	return numbers, s[end:], true
}

// absolute is a command as a segment, seen from the point that it begins at.
func absolute(op byte, relative bool, numbers []float64, x, y float64) segment {
	if !relative {
		x0, y0 := x, y
		x, y = 0, 0
		switch op {
		case 'H':
			return segment{'L', []float64{numbers[0], y0}}
		case 'V':
			return segment{'L', []float64{x0, numbers[0]}}
		}
	}
	switch op {
	case 'H':
		return segment{'L', []float64{x + numbers[0], y}}
	case 'V':
		return segment{'L', []float64{x, y + numbers[0]}}
	case 'A':
		return segment{'A', append(numbers[:5:5], x+numbers[5], y+numbers[6])}
	}
	for i := range numbers {
		numbers[i] += []float64{x, y}[i%2]
	}
	return segment{op, numbers}
}

// matrix is a scaling followed by a move.
type matrix struct{ sx, sy, tx, ty float64 }

// parseMatrix reads a transform attribute; ok is false for one that turns or slants.
func parseMatrix(value string) (m matrix, ok bool) {
	if value == "" {
		return matrix{1, 1, 0, 0}, true
	}
	name, inner, _ := strings.Cut(strings.TrimSuffix(value, ")"), "(")
	numbers, rest, ok := readNumbers(inner)
	switch {
	case !ok || rest != "":
	case name == "translate" && len(numbers) == 2:
		return matrix{1, 1, numbers[0], numbers[1]}, true
	case name == "matrix" && len(numbers) == 6 && numbers[1] == 0 && numbers[2] == 0:
		return matrix{numbers[0], numbers[3], numbers[4], numbers[5]}, true
	}
	return m, false
}

// even tells whether the matrix leaves shapes alike: circles round, strokes equally thick.
func (m matrix) even() bool { return m.sx == m.sy && m.sx > 0 }

// place moves the path to where the matrix puts it; ok is false where arcs would become something else.
func (p path) place(m matrix) (placed path, ok bool) {
	for _, s := range p {
		at := append([]float64(nil), s.at...)
		from := 0
		if s.op == 'A' {
			if !m.even() {
				return nil, false
			}
			at[0], at[1], from = at[0]*m.sx, at[1]*m.sx, 5
		}
		for i := from; i < len(at); i += 2 {
			at[i], at[i+1] = at[i]*m.sx+m.tx, at[i+1]*m.sy+m.ty
		}
		placed = append(placed, segment{s.op, at})
	}
	return placed, true
}

// whole puts a path without arcs on whole pixels.
func (p path) whole() path {
	for _, s := range p {
		for i := range s.at {
			s.at[i] = math.Round(s.at[i])
		}
	}
	return p
}

// circle recognises the two arcs that ECharts draws circles with, which begin at the right.
func (p path) circle() (x, y, r float64, ok bool) {
	if len(p) < 3 || p[1].op != 'A' || p[2].op != 'A' || len(p) > 4 || len(p) == 4 && p[3].op != 'Z' {
		return 0, 0, 0, false
	}
	r = p[1].at[0]
	first, last := p[0].at, p[2].at[5:]
	same := r == p[1].at[1] && r == p[2].at[0] && math.Hypot(first[0]-last[0], first[1]-last[1]) < r/50
	return first[0] - r, first[1], r, same
}

// box recognises an upright rectangle, closed.
func (p path) box() (x, y, width, height float64, ok bool) {
	if len(p) != 5 || p[4].op != 'Z' || p[1].op != 'L' || p[2].op != 'L' || p[3].op != 'L' {
		return 0, 0, 0, 0, false
	}
	a, b, c, d := p[0].at, p[1].at, p[2].at, p[3].at
	for _, off := range []float64{a[1] - b[1], b[0] - c[0], c[1] - d[1], d[0] - a[0]} {
		if math.Abs(off) > 0.01 {
			return 0, 0, 0, 0, false
		}
	}
	return a[0], a[1], b[0] - a[0], c[1] - b[1], true
}

// String writes the path in few characters, to a tenth of a pixel, which is finer than any screen shows. Boxes begin with
// their side: bars share their height and differ in width, which then stands there once.
func (p path) String() string {
	if x, y, width, height, ok := p.box(); ok {
		side := tenth(height)
		return "M" + tenth(x) + " " + tenth(y) + "v" + side + "h" + tenth(width) + "v" + tenth(-height) + "Z"
	}
	var b strings.Builder
	x, y := "", "" // where the path stands, as written
	for i, s := range p {
		if s.op == 'Z' {
			b.WriteByte('Z')
			continue
		}
		if s.op == 'M' && (i+1 == len(p) || p[i+1].op == 'M') {
			continue // leads nowhere
		}
		var numbers []string
		for _, v := range s.at {
			numbers = append(numbers, tenth(v))
		}
		n := len(numbers)
		switch {
		case s.op == 'L' && numbers[1] == y:
			b.WriteString("H" + numbers[0])
		case s.op == 'L' && numbers[0] == x:
			b.WriteString("V" + numbers[1])
		default:
			b.WriteByte(s.op)
			b.WriteString(strings.Join(numbers, " "))
		}
		x, y = numbers[n-2], numbers[n-1]
	}
	return b.String()
}

func tenth(v float64) string {
	return strconv.FormatFloat(math.Round(v*10)/10+0, 'f', -1, 64) // +0: never minus zero
}
