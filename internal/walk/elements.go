package walk

import (
	"slices"

	"golang.org/x/net/html/atom"
)

// isVoid reports whether an element is but its start.
func isVoid(name atom.Atom) bool {
	switch name {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta,
		atom.Param, atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}

// isRaw reports whether an element holds only text, whatever it looks like.
func isRaw(name atom.Atom) bool {
	switch name {
	case atom.Iframe, atom.Noembed, atom.Noframes, atom.Plaintext, atom.Script, atom.Style, atom.Textarea, atom.Title, atom.Xmp:
		return true
	}
	return false
}

// inTable are the parts of a table.
var inTable = []atom.Atom{atom.Caption, atom.Colgroup, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Th, atom.Td}

// encloses reports whether an element that is open keeps an end tag in it from ending
// anything outside: a cell, from ending what isn't a part of its table.
func encloses(open, ended atom.Atom) bool {
	switch open {
	case atom.Table:
		return true
	case atom.Td, atom.Th, atom.Caption:
		return ended != atom.Table && !slices.Contains(inTable, ended)
	}
	return false
}

// isBlock reports whether an element ends a paragraph where it starts.
func isBlock(name atom.Atom) bool {
	switch name {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Details, atom.Div, atom.Dl, atom.Fieldset,
		atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Header, atom.Hr, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Search, atom.Section,
		atom.Table, atom.Ul:
		return true
	}
	return false
}

// imply ends what ends by itself where an element of the name starts: the innermost that
// does, if nothing shields it.
func (w *walker) imply(name atom.Atom) {
	for i := len(w.open) - 1; i >= 0; i-- {
		switch ends, shields := implies(name, w.open[i].name); {
		case ends:
			w.leave(i)
			return
		case shields:
			return
		}
	}
}

// implies tells whether an element that is open ends where another starts, else whether what
// it stands in is left alone.
func implies(start, open atom.Atom) (ends, shields bool) {
	switch start {
	case atom.Li:
		return open == atom.Li, open == atom.Ul || open == atom.Ol || open == atom.Menu || open == atom.Table
	case atom.Dt, atom.Dd:
		return open == atom.Dt || open == atom.Dd, open == atom.Dl || open == atom.Table
	case atom.Td, atom.Th:
		return open == atom.Td || open == atom.Th, open == atom.Tr || open == atom.Table
	case atom.Tr:
		return open == atom.Tr || open == atom.Caption || open == atom.Colgroup, open == atom.Table || isRowGroup(open)
	case atom.Thead, atom.Tbody, atom.Tfoot:
		return isRowGroup(open) || open == atom.Caption || open == atom.Colgroup, open == atom.Table
	case atom.Option:
		return open == atom.Option, open == atom.Select || open == atom.Datalist
	}
	if !isBlock(start) {
		return false, true
	}
	return open == atom.P, isBlock(open)
}

func isRowGroup(name atom.Atom) bool {
	return name == atom.Thead || name == atom.Tbody || name == atom.Tfoot
}
