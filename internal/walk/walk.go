// Package walk reads a finished page from its beginning to its end, once, for all who
// look for something in it.
//
// It follows the HTML standard in what is a tag, a comment or text, and in which elements
// end by themselves. Three things it does its own way. What lies in a drawing is passed
// over: it is most of a page. So that nothing else is, an element that isn't a drawing's, which
// in a browser would end it, is an error there. A noscript element is read like any other, since there are
// readers without scripts. And where a browser would hide the rest of the page, because a
// drawing, comment, tag or script that begins never ends, it is an error: what can't be
// read can't be held to anything.
package walk

import (
	"bytes"
	"html"
	"strings"

	"golang.org/x/net/html/atom"
)

// Reader is told of a page's elements and texts, in their order. Every element that starts
// ends, at the latest with the one that it stands in. What a reader is given holds only
// until it returns.
type Reader interface {
	Start(*Tag)
	Text(raw []byte) // as written, see Append
	End(*Tag)
}

// Tag is where an element starts or ends.
type Tag struct {
	Name     atom.Atom // 0 for a name that HTML doesn't know
	From, To int       // its place in the page; both the same where the tag is left out
	attrs    []attribute
}

type attribute struct{ key, value []byte }

// Unclosed is the error of a page with something in it that never ends: "<svg", "<!--".
type Unclosed string

func (u Unclosed) Error() string { return string(u) + " avslutas aldrig" }

// Stray is the error of a page with something in a drawing that isn't of it: "<p".
type Stray string

func (s Stray) Error() string { return string(s) + " hör inte hemma i en teckning" }

// Value is an attribute's value, its entities resolved; nil when there is no such attribute,
// and for an element's end.
func (t *Tag) Value(key string) []byte {
	for _, a := range t.attrs {
		if string(a.key) == key {
			return resolved(a.value)
		}
	}
	return nil
}

// Has reports whether the element is of the class.
func (t *Tag) Has(class string) bool {
	for c := range bytes.FieldsSeq(t.Value("class")) {
		if string(c) == class {
			return true
		}
	}
	return false
}

// Each gives the attributes in their order.
func (t *Tag) Each(yield func(key, value []byte) bool) {
	for _, a := range t.attrs {
		if !yield(a.key, resolved(a.value)) {
			return
		}
	}
}

// Append adds to a text what another says that is as written in a page.
func Append(to, raw []byte) []byte { return append(to, resolved(raw)...) }

func resolved(raw []byte) []byte {
	if bytes.IndexByte(raw, '&') < 0 {
		return raw
	}
	return []byte(html.UnescapeString(string(raw)))
}

// Line is a text on one line, its words one space apart.
func Line(text []byte) string {
	var line strings.Builder
	line.Grow(len(text))
	for word := range bytes.FieldsSeq(text) {
		if line.Len() > 0 {
			line.WriteByte(' ')
		}
		line.Write(word)
	}
	return line.String()
}

// Page tells the readers of a page, or of a piece of one. The error is of type Unclosed or Stray.
func Page(page []byte, readers ...Reader) error {
	w := &walker{page: page, readers: readers}
	for w.at < len(page) {
		if err := w.step(); err != nil {
			return err
		}
	}
	w.leave(0)
	return nil
}

// walker is a page that is being read.
type walker struct {
	page    []byte
	readers []Reader
	at      int // how far it has come
	open    []element
	tag     Tag // the latest, so that its attributes need no room of their own
}

// element is one that has started and not ended. The word is its name as written.
type element struct {
	name atom.Atom
	word []byte
}

func (w *walker) text(raw []byte) {
	if len(raw) > 0 {
		for _, r := range w.readers {
			r.Text(raw)
		}
	}
}

func (w *walker) start() {
	for _, r := range w.readers {
		r.Start(&w.tag)
	}
}

func (w *walker) end() {
	for _, r := range w.readers {
		r.End(&w.tag)
	}
}

// step takes the text up to the next tag or comment, and that.
func (w *walker) step() error {
	at := nextTag(w.page, w.at)
	w.text(w.page[w.at:at])
	if w.at = at; at == len(w.page) {
		return nil
	}
	switch next := w.page[at+1]; {
	case isLetter(next):
		return w.startTag()
	case next == '/' && isLetter(w.page[at+2]):
		return w.endTag()
	}
	return w.comment()
}

// comment passes one, a document type, or what browsers take for a comment.
func (w *walker) comment() error {
	rest, mark := w.page[w.at:], "<!--"
	end := bytes.IndexByte(rest, '>') + 1
	if bytes.HasPrefix(rest, []byte(mark)) {
		end = after(rest, "-->", len("<!"))
		if other := after(rest, "--!>", len(mark)); end == 0 || other > 0 && other < end {
			end = other
		}
	}
	if end == 0 {
		return Unclosed(rest[:min(len(rest), len(mark))])
	}
	w.at += end
	return nil
}

// after is the place after the first mark from a place on; 0 when there is none.
func after(text []byte, mark string, from int) int {
	if i := bytes.Index(text[min(from, len(text)):], []byte(mark)); i >= 0 {
		return from + i + len(mark)
	}
	return 0
}

func (w *walker) startTag() error {
	e, empty, err := w.readTag(w.at + 1)
	if err != nil {
		return err
	}
	w.imply(e.name)
	switch {
	case e.name == atom.Svg:
		if empty {
			return nil
		}
		return w.drawing()
	case isVoid(e.name):
		w.start()
		w.tag.attrs = w.tag.attrs[:0]
		w.end()
	case isRaw(e.name):
		w.start()
		return w.raw(e)
	default:
		w.start()
		w.open = append(w.open, e)
	}
	return nil
}

func (w *walker) endTag() error {
	e, _, err := w.readTag(w.at + 2)
	if err != nil {
		return err
	}
	w.tag.attrs = w.tag.attrs[:0]
	for i := len(w.open) - 1; i >= 0; i-- {
		if o := w.open[i]; o.name == e.name && (e.name != 0 || bytes.EqualFold(o.word, e.word)) {
			w.leave(i + 1)
			w.open = w.open[:i]
			w.end()
			break
		} else if encloses(o.name, e.name) {
			break
		}
	}
	return nil
}

// leave ends the elements that are open, but for the outer ones.
func (w *walker) leave(outer int) {
	tag := w.tag
	for i := len(w.open) - 1; i >= outer; i-- {
		w.tag = Tag{Name: w.open[i].name, From: tag.From, To: tag.From}
		w.end()
	}
	w.open, w.tag = w.open[:min(outer, len(w.open))], tag
}

// raw takes the text of an element that holds nothing else, and its end.
func (w *walker) raw(e element) error {
	for from := w.at; ; w.at++ {
		i := bytes.Index(w.page[w.at:], []byte("</"))
		if i < 0 {
			return Unclosed("<" + string(e.word))
		}
		w.at += i
		name := w.page[w.at+2:]
		if end := len(e.word); len(name) > end && bytes.EqualFold(name[:end], e.word) && isNameEnd(name[end]) {
			w.text(w.page[from:w.at])
			_, _, err := w.readTag(w.at + 2)
			w.tag.attrs = w.tag.attrs[:0]
			w.end()
			return err
		}
	}
}
