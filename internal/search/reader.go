package search

import (
	"bytes"

	"golang.org/x/net/html/atom"

	"samverkan/internal/walk"
)

// Reader takes a page's text section by section. It is a walk.Reader.
type Reader struct {
	found    Found
	sections []section
	whole    bool // only what stands before the first heading counts
	over     bool
	depth    int // of the elements that are open
	main     int // the depth of what holds the page's own text; 0 before it
	passing  int // the depth of an element whose text isn't read; 0 outside any
	table    bool
	line     line
	text     []byte // of the section that is being read
}

// line is an element that is read on one line: a title, a heading, the name of a table's row.
type line struct {
	depth  int // 0 outside any
	name   atom.Atom
	words  []byte
	anchor string // of a heading: its own id or that which its link leads to
	link   bool   // there is a link in it
	before int    // how much text there was
}

// Start, Text and End are what walk.Page calls.
func (r *Reader) Start(t *walk.Tag) {
	r.depth++
	r.over = r.over || r.whole && t.Name == atom.H2
	switch {
	case r.over:
	case r.main == 0:
		if t.Name == atom.Main {
			r.main = r.depth
			r.begin("", "")
		}
	case r.line.depth > 0:
		r.within(t)
	case r.table && t.Name == atom.Th && string(t.Value("scope")) == "row":
		r.read(t)
	case r.passing == 0:
		r.element(t)
	}
}

func (r *Reader) Text(raw []byte) {
	if r.over || r.main == 0 {
		return
	}
	if r.line.depth > 0 {
		r.line.words = append(walk.Append(r.line.words, raw), ' ')
	}
	if r.passing == 0 {
		r.text = walk.Append(r.text, raw)
	}
}

func (r *Reader) End(t *walk.Tag) {
	if !r.over && r.main > 0 {
		switch r.depth {
		case r.line.depth:
			r.taken()
		case r.main:
			r.over = true
		}
		if r.passing == 0 {
			r.apart(t)
		} else if r.passing == r.depth {
			r.passing, r.table = 0, false
		}
	}
	r.depth--
}

// element begins one that isn't passed over, or passes over it.
func (r *Reader) element(t *walk.Tag) {
	switch {
	case passed(t):
		r.passing = r.depth
	case t.Name == atom.H1, t.Has("overrad") && r.found.kind == "" && r.found.title == "" && !isHeading(t.Name):
		r.passing = r.depth
		r.read(t)
	case t.Name == atom.Table: // only the names of its rows
		r.passing, r.table = r.depth, true
	case isHeading(t.Name):
		r.read(t)
		r.line.anchor = string(t.Value("id"))
	}
	if r.passing == 0 {
		r.apart(t)
	}
}

// read begins to read the element on one line.
func (r *Reader) read(t *walk.Tag) {
	r.line = line{depth: r.depth, name: t.Name, words: r.line.words[:0], before: len(r.text)}
}

// within notes what a title, a heading or a row's name holds.
func (r *Reader) within(t *walk.Tag) {
	if t.Name == atom.A {
		r.line.link = true
		if href := t.Value("href"); isHeading(r.line.name) && r.line.anchor == "" && bytes.HasPrefix(href, []byte("#")) {
			r.line.anchor = string(href[1:])
		}
	}
	switch {
	case r.passing != 0:
	case passed(t):
		r.passing = r.depth
	default:
		r.apart(t)
	}
}

// taken is what a line was about.
func (r *Reader) taken() {
	l := r.line
	r.line.depth = 0
	switch {
	case isHeading(l.name):
		if l.anchor != "" { // what it says isn't text, too
			r.text = r.text[:l.before]
			r.begin(l.anchor, walk.Line(l.words))
		}
	case l.name == atom.H1:
		r.found.title = walk.Line(l.words)
	case r.table:
		if !l.link { // which names what has a page
			r.text = append(append(append(r.text, ' '), l.words...), ' ')
		}
	default:
		r.found.kind = walk.Line(l.words)
	}
}

// begin ends the section that is being read, and begins another.
func (r *Reader) begin(anchor, heading string) {
	r.close()
	r.sections = append(r.sections, section{anchor: anchor, heading: heading})
}

// close gives the section that is being read its text.
func (r *Reader) close() {
	if n := len(r.sections); n > 0 {
		r.sections[n-1].text = walk.Line(r.text)
	}
	r.text = r.text[:0]
}

// apart keeps the words before an element from those in it and after it, save where they
// may be one word.
func (r *Reader) apart(t *walk.Tag) {
	switch t.Name {
	case atom.A, atom.B, atom.Strong, atom.Em, atom.I, atom.Code, atom.Mark, atom.Span, atom.Sub, atom.Sup, atom.Abbr:
	default:
		r.text = append(r.text, ' ')
	}
}

// isHeading reports whether an element is a heading that may be linked to.
func isHeading(name atom.Atom) bool { return name == atom.H2 || name == atom.H3 }

// passed reports whether an element says nothing that a search should find: ways to other
// pages, what isn't for everyone, what stands again and again.
func passed(t *walk.Tag) bool {
	switch t.Name {
	case atom.Nav, atom.Script, atom.Style, atom.Template, atom.Summary, atom.Form, atom.Button, atom.Search:
		return true
	}
	for key, value := range t.Each {
		switch string(key) {
		case "aria-hidden":
			if string(value) == "true" {
				return true
			}
		case "lang":
			if len(value) > 0 && string(value) != "sv" {
				return true // licences, which are long and which nobody seeks by Swedish words
			}
		case "class":
			for class := range bytes.FieldsSeq(value) {
				switch string(class) {
				case "tecken", "noter", "kalla", "ladda", "markt", "gomd", "genvagar", "not", "skriv-ut", "citera":
					return true
				}
			}
		}
	}
	return false
}
