package chart

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"testing"
)

// drawn is a finished drawing as the tests look at it.
type drawn struct {
	name          string
	width, height float64
	texts         []drawnText
	marks         map[string]int // "serie/punkt" → elements
	lines         []*element     // of series, without a point of their own
	patterns      int
}

// drawnText is a text with the space that it takes at most.
type drawnText struct {
	words string
	box   box
}

// readDrawing parses what a page would get.
func readDrawing(t testing.TB, s SVG) drawn {
	t.Helper()
	root, err := parseElement(s.Markup)
	if err != nil {
		t.Fatal(s.Slug, err)
	}
	d := drawn{name: s.Slug, width: float64(s.Width), height: float64(s.Height), marks: map[string]int{}}
	d.walk(t, root, func(string) string { return "" })
	return d
}

// walk looks at an element that inherits what the groups around it say.
func (d *drawn) walk(t testing.TB, e *element, inherited func(name string) string) {
	t.Helper()
	get := func(name string) string {
		if value := e.get(name); value != "" {
			return value
		}
		return inherited(name)
	}
	if e.get("transform") != "" && e.name != "pattern" {
		t.Errorf("<%s transform=%q> isn't where its coordinates say", e.name, e.get("transform"))
	}
	switch e.name {
	case "title", "desc", "defs":
		d.patterns += bytes.Count([]byte(e.name), []byte("defs"))
		return
	case "text":
		d.texts = append(d.texts, readText(t, e.text, get))
	case "path", "circle":
		serie, del := get("data-serie"), get("data-del")
		switch {
		case serie == "" || del != "":
		case get("data-punkt") == "" && get("stroke-linejoin") == "": // leads to a label, or is a pattern
		case get("data-punkt") == "":
			d.lines = append(d.lines, e)
		default:
			d.marks[serie+"/"+get("data-punkt")]++
		}
	}
	for _, child := range e.children {
		d.walk(t, child, get)
	}
}

func number(t testing.TB, s string) float64 {
	t.Helper()
	if s == "" {
		return 0
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatalf("%q is no number", s)
	}
	return v
}

func readText(t testing.TB, words string, get func(name string) string) drawnText {
	t.Helper()
	size := number(t, get("font-size"))
	if size == 0 {
		t.Errorf("text without size: %q", words)
	}
	width := TextWidth(words, size, get("font-weight") == "600")
	left, middle := number(t, get("x")), number(t, get("y"))-centre*size
	switch get("text-anchor") {
	case "middle":
		left -= width / 2
	case "end":
		left -= width
	}
	return drawnText{words, box{left, middle - size/2, left + width, middle + size/2}}
}

// legible holds every drawing to what makes it readable: no text is cut off, none covers another.
func (d drawn) legible(t *testing.T) {
	t.Helper()
	const slack = 1
	for i, a := range d.texts {
		if a.box.left < -slack || a.box.right > d.width+slack || a.box.top < -slack || a.box.bottom > d.height+slack {
			t.Errorf("%s: %q is cut off: %+v in %v×%v", d.name, a.words, a.box, d.width, d.height)
		}
		for _, b := range d.texts[i+1:] {
			x := math.Min(a.box.right, b.box.right) - math.Max(a.box.left, b.box.left)
			y := math.Min(a.box.bottom, b.box.bottom) - math.Max(a.box.top, b.box.top)
			if x > slack && y > slack {
				t.Errorf("%s: %q covers %q", d.name, a.words, b.words)
			}
		}
	}
}

// says tells whether the words stand in the drawing, however they are broken into lines.
func (d drawn) says(words string) bool {
	var all strings.Builder
	for _, t := range d.texts {
		all.WriteString(t.words)
		all.WriteByte(' ')
	}
	return strings.Contains(squeeze(all.String()), squeeze(words))
}

// squeeze takes away what breaking into lines adds or removes.
func squeeze(s string) string {
	return strings.NewReplacer(" ", "", "\n", "", "-", "", "\u00a0", "").Replace(s)
}

// count is how many data items of a series have a mark.
func (d drawn) count(serie int) int {
	n := 0
	for mark := range d.marks {
		if strings.HasPrefix(mark, strconv.Itoa(serie)+"/") {
			n++
		}
	}
	return n
}
