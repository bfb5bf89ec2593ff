package walk

import "bytes"

// drawing passes over what lies between <svg> and </svg>.
func (w *walker) drawing() error {
	for depth := 1; depth > 0; {
		if w.at = nextTag(w.page, w.at); w.at == len(w.page) {
			return Unclosed("<svg")
		}
		name := w.at + len("<")
		end := w.page[name] == '/'
		if end {
			name++
		}
		if !isLetter(w.page[name]) {
			if err := w.markup(); err != nil {
				return err
			}
			continue
		}
		switch kind := drawn(lower(w.word(name))); {
		case kind == foreign && end: // of what the drawing stands in
			return Unclosed("<svg")
		case kind == foreign:
			return Stray(w.page[w.at : name+len(w.word(name))])
		case kind == part:
			if err := w.pass(name); err != nil {
				return err
			}
		default:
			_, empty, err := w.readTag(name)
			if err != nil {
				return err
			}
			if end {
				depth--
			} else if !empty {
				depth++
			}
		}
	}
	return nil
}

// markup passes a comment, or a text that is written so that it needs no entities.
func (w *walker) markup() error {
	const mark = "<![CDATA["
	if !bytes.HasPrefix(w.page[w.at:], []byte(mark)) {
		return w.comment()
	}
	end := after(w.page[w.at:], "]]>", len(mark))
	if end == 0 {
		return Unclosed(mark)
	}
	w.at += end
	return nil
}

// word is the name that begins at a place.
func (w *walker) word(from int) []byte {
	i := from
	for i < len(w.page) && !isNameEnd(w.page[i]) {
		i++
	}
	return w.page[from:i]
}

// pass goes on after the tag whose name begins at a place. In most there is no quotation mark
// but those around values, so that the tag ends with the first ">" that pairs of them stand before.
func (w *walker) pass(name int) error {
	if n := bytes.IndexByte(w.page[name:], '>'); n >= 0 {
		tag := w.page[name : name+n]
		if bytes.IndexByte(tag, '\'') < 0 && bytes.Count(tag, []byte(`"`)) == 2*bytes.Count(tag, []byte(`="`)) {
			w.at = name + n + 1
			return nil
		}
	}
	_, _, err := w.readTag(name)
	return err
}

// What an element is to a drawing.
const (
	foreign = iota // not of it
	part
	itself // a drawing
)

// drawn tells what an element is to a drawing. Many that aren't SVG's end it in a browser, and
// what stands in foreignObject is read as the page around is.
func drawn(name []byte) int {
	switch string(name) {
	case "svg":
		return itself
	case "a", "circle", "clippath", "defs", "desc", "ellipse", "g", "image", "line", "lineargradient", "marker", "mask",
		"metadata", "path", "pattern", "polygon", "polyline", "radialgradient", "rect", "stop", "style", "switch", "symbol",
		"text", "textpath", "title", "tspan", "use", "view",
		"filter", "animate", "animatemotion", "animatetransform", "mpath", "set":
		return part
	}
	if bytes.HasPrefix(name, []byte("fe")) || bytes.IndexByte(name, ':') > 0 { // a filter's, or a drawing program's own
		return part
	}
	return foreign
}
