package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// shapes is a chart whose texts have become outlines.
type shapes struct {
	width, height float64
	title         string
	shapes        string // the inside of the root element
}

// without are elements that draw nothing by themselves.
var without = []string{"desc", "defs", "pattern", "clipPath"}

// kept are the attributes that shapes need.
var kept = []string{"d", "x", "y", "width", "height", "points", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2",
	"transform", "fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray", "stroke-linecap",
	"stroke-linejoin", "opacity"}

// tracer copies a chart, element by element.
type tracer struct {
	out   strings.Builder
	text  *lettering // the text element that is open
	open  []xml.Attr // of the groups that are, the innermost last: texts inherit them
	deep  []int      // how many of those each group has
	size  [2]float64
	title string
}

// outlined reads a chart. The root's viewBox begins at 0 0, as all of the program's own do.
func outlined(svg []byte) (shapes, error) {
	t := &tracer{}
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = t.token(d, token)
		}
		if err != nil {
			return shapes{}, err
		}
	}
	if t.size[0] <= 0 || t.size[1] <= 0 {
		return shapes{}, errors.New("diagrammet har ingen storlek")
	}
	return shapes{t.size[0], t.size[1], t.title, t.out.String()}, nil
}

func (t *tracer) token(d *xml.Decoder, token xml.Token) error {
	switch token := token.(type) {
	case xml.StartElement:
		return t.start(d, token)
	case xml.CharData:
		if t.text != nil {
			t.text.words += string(token)
		}
	case xml.EndElement:
		switch name := token.Name.Local; {
		case name == "svg":
		case name == "text":
			err := t.text.write(&t.out)
			t.text = nil
			return err
		case name == "g":
			last := len(t.deep) - 1
			t.open, t.deep = t.open[:len(t.open)-t.deep[last]], t.deep[:last]
			fallthrough
		default:
			fmt.Fprintf(&t.out, "</%s>", name)
		}
	}
	return nil
}

func (t *tracer) start(d *xml.Decoder, e xml.StartElement) error {
	name := e.Name.Local
	patterned := slices.ContainsFunc(e.Attr, func(a xml.Attr) bool { return a.Name.Local == "fill" && strings.HasPrefix(a.Value, "url(") })
	switch {
	case slices.Contains(without, name) || patterned:
		return d.Skip()
	case name == "svg":
		return t.root(e)
	case name == "title":
		return d.DecodeElement(&t.title, &e)
	case name == "text":
		var err error
		t.text, err = newLettering(append(slices.Clone(t.open), e.Attr...))
		return err
	case name == "g":
		t.open, t.deep = append(t.open, e.Attr...), append(t.deep, len(e.Attr))
	case name == "tspan":
		return errors.New("en text i delar går inte att rita")
	}
	fmt.Fprintf(&t.out, "<%s", name)
	t.attributes(e, kept)
	t.out.WriteByte('>')
	return nil
}

func (t *tracer) root(e xml.StartElement) error {
	for _, a := range e.Attr {
		if a.Name.Local == "viewBox" {
			_, err := fmt.Sscanf(a.Value, "0 0 %f %f", &t.size[0], &t.size[1])
			return err
		}
	}
	return errors.New("diagrammet saknar viewBox")
}

func (t *tracer) attributes(e xml.StartElement, names []string) {
	for _, a := range e.Attr {
		if slices.Contains(names, a.Name.Local) {
			fmt.Fprintf(&t.out, ` %s="%s"`, a.Name.Local, a.Value)
		}
	}
}

// lettering is a text element.
type lettering struct {
	words, anchor, baseline string
	fill, transform         string
	x, y, size              float64
	bold                    bool
}

// newLettering reads a text's attributes, of which later ones count.
func newLettering(attributes []xml.Attr) (*lettering, error) {
	l := &lettering{size: 12, fill: "#000000"}
	var err error
	for _, a := range attributes {
		switch a.Name.Local {
		case "x":
			l.x, err = strconv.ParseFloat(a.Value, 64)
		case "y":
			l.y, err = strconv.ParseFloat(a.Value, 64)
		case "font-size":
			l.size, err = strconv.ParseFloat(a.Value, 64)
		case "font-weight":
			l.bold = a.Value != "normal" && a.Value != "400"
		case "text-anchor":
			l.anchor = a.Value
		case "dominant-baseline":
			l.baseline = a.Value
		case "fill":
			l.fill = a.Value
		case "transform":
			l.transform = a.Value
		}
		if err != nil {
			return nil, err
		}
	}
	return l, nil
}

// write draws the text where its anchor and base line say.
func (l *lettering) write(b *strings.Builder) error {
	p := newPen(l.size, l.bold)
	x, y := l.x, l.y
	switch l.anchor {
	case "middle":
		x -= p.width(l.words) / 2
	case "end":
		x -= p.width(l.words)
	}
	switch l.baseline { // as shares of the font's size: Liberation Sans reaches 0.905 above and 0.212 below
	case "central", "middle":
		y += l.size * 0.347
	case "hanging", "text-before-edge":
		y += l.size * 0.8
	}
	if l.transform != "" {
		fmt.Fprintf(b, `<g transform="%s">`, l.transform)
		defer b.WriteString("</g>")
	}
	return line(b, p, l.words, x, y, l.fill)
}
