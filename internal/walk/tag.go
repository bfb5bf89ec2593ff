package walk

import (
	"bytes"

	"golang.org/x/net/html/atom"
)

// nextTag is the place of the next "<" that begins a tag or a comment, else the page's end.
func nextTag(page []byte, from int) int {
	for {
		i := bytes.IndexByte(page[from:], '<')
		if i < 0 {
			return len(page)
		}
		if from += i; from+1 < len(page) {
			switch next := page[from+1]; {
			case isLetter(next), next == '!', next == '?', next == '/' && from+2 < len(page):
				return from
			}
		}
		from++
	}
}

// readTag reads a tag whose name begins at from. It is then the walker's, and empty if it ends
// in "/>". The walker goes on after it.
func (w *walker) readTag(from int) (e element, empty bool, err error) {
	page, i := w.page, from
	for i < len(page) && !isNameEnd(page[i]) {
		i++
	}
	e = element{word: page[from:i]}
	e.name = atom.Lookup(lower(e.word))
	w.tag = Tag{Name: e.name, From: w.at, attrs: w.tag.attrs[:0]}
	for {
		if i = skipSpace(page, i); i == len(page) {
			return e, false, Unclosed(page[w.at : from+len(e.word)])
		}
		if page[i] == '>' {
			w.at, w.tag.To = i+1, i+1
			return e, empty, nil
		}
		var a attribute
		a, i, empty = readAttribute(page, i)
		if len(a.key) > 0 {
			w.tag.attrs = append(w.tag.attrs, a)
		}
	}
}

// readAttribute reads what stands in a tag from a place on: an attribute, or a slash, which
// says that the tag is empty if it stands last.
func readAttribute(page []byte, i int) (a attribute, end int, slash bool) {
	from := i
	if page[i] == '=' { // a name may begin with it
		i++
	}
	for i < len(page) && page[i] != '=' && !isNameEnd(page[i]) {
		i++
	}
	a.key = lower(page[from:i])
	a.value = page[i:i]
	if i = skipSpace(page, i); i == len(page) {
		return a, i, false
	}
	switch page[i] {
	case '/':
		return a, i + 1, i+1 < len(page) && page[i+1] == '>'
	case '=':
		a.value, i = readValue(page, skipSpace(page, i+1))
	}
	return a, i, false
}

func readValue(page []byte, i int) (value []byte, end int) {
	if i == len(page) {
		return nil, i
	}
	if quote := page[i]; quote == '"' || quote == '\'' {
		i++
		n := bytes.IndexByte(page[i:], quote)
		if n < 0 {
			return nil, len(page)
		}
		return page[i : i+n], i + n + 1
	}
	from := i
	for i < len(page) && page[i] != '>' && !isSpace(page[i]) {
		i++
	}
	return page[from:i], i
}

func isLetter(c byte) bool { c |= 0x20; return 'a' <= c && c <= 'z' }

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// isNameEnd reports whether a tag's or attribute's name is over.
func isNameEnd(c byte) bool { return c == '>' || c == '/' || isSpace(c) }

func skipSpace(page []byte, i int) int {
	for i < len(page) && isSpace(page[i]) {
		i++
	}
	return i
}

// lower is a name with its English letters in lower case: itself, nearly always.
func lower(name []byte) []byte {
	for i, c := range name {
		if 'A' <= c && c <= 'Z' {
			name = bytes.Clone(name)
			for ; i < len(name); i++ {
				if c := name[i]; 'A' <= c && c <= 'Z' {
					name[i] |= 0x20
				}
			}
			break
		}
	}
	return name
}
