package chart

import (
	"bytes"
	"strings"
	"testing"
)

func TestPath(t *testing.T) {
	for _, c := range []struct{ in, matrix, want string }{
		{"M147.8 86.5l143 0l0 19l-143 0Z", "", "M147.8 86.5v19h143v-19Z"},
		{"M1 1L158.2 1", "", "M1 1H158.2"},
		{"M0 0l0 -5.52l3 0.5l0.5 3", "", "M0 0V-5.5L3 -5L3.5 -2"},
		{"M5 5M1 2L3 4", "", "M1 2L3 4"},
		{"M-1 -1h2v2h-2Z", "matrix(3.5,0,0,3.5,104.372,131.1803)", "M100.9 127.7v7h7v-7Z"},
		{"M0 0H10V5", "translate(1.04 2.06)", "M1 2.1H11V7.1"},
		{"M0 0C1 1 2 2 3 0.04", "translate(1 1)", "M1 1C2 2 3 3 4 1"},
	} {
		p, ok := parsePath(c.in)
		m, upright := parseMatrix(c.matrix)
		placed, also := p.place(m)
		if got := placed.String(); !ok || !upright || !also || got != c.want {
			t.Errorf("%s, %s becomes %q (%v, %v, %v), want %q", c.in, c.matrix, got, ok, upright, also, c.want)
		}
	}
	for _, unknown := range []string{"", "L1 2", "M1", "M1 2Q1 2 3 4", "M1 2 3 4", "M1 x"} {
		if p, ok := parsePath(unknown); ok {
			t.Errorf("%q was read as %v", unknown, p)
		}
	}
	for _, turned := range []string{"rotate(45)", "matrix(1,0.5,0,1,0,0)", "translate(1 2) scale(2)"} {
		if m, ok := parseMatrix(turned); ok {
			t.Errorf("%q was read as %v", turned, m)
		}
	}
}

func TestCompact(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"circle": {
			`<path d="M1 0A1 1 0 1 1 1 -0.0001A1 1 0 0 1 1 0" transform="matrix(3.5,0,0,3.5,104.37,116.09)" stroke="#093f9b" stroke-width="0.2857"/>`,
			`<circle cx="104.4" cy="116.1" r="3.5" stroke="#093f9b"/>`},
		"stretched strokes stay": {
			`<path d="M0 0H1" transform="matrix(2,0,0,3,0,0)" stroke="#000"/>`, `<path d="M0 0H1" transform="matrix(2,0,0,3,0,0)" stroke="#000"/>`},
		"turned texts stay": {
			`<text font-size="12" transform="rotate(90)" dominant-baseline="central">a</text>`, `<text font-size="12" transform="rotate(90)" dominant-baseline="central">a</text>`},
		"texts": {
			`<text dominant-baseline="central" text-anchor="start" font-size="10" transform="translate(5 6.04)" y="-8">a</text>` +
				`<text dominant-baseline="central" font-size="12" transform="translate(1 2)">b</text>` +
				`<text dominant-baseline="central" font-size="10" x="3" transform="translate(0 0)">c</text>`,
			`<g font-size="10"><text y="2" x="5">a</text><text x="3" y="4">c</text></g><text font-size="12" x="1" y="6">b</text>`},
		"strokes": {
			`<path d="M0 0L5 0" fill="none" stroke="#1"/><path d="M0 9L5 9" fill="none" stroke="#1"/><path d="M0 0L5 0" fill="none" stroke="#1" data-serie="1" data-punkt="0"/>`,
			`<g fill="none" stroke="#1"><path d="M0 0H5M0 9H5"/><path d="M0 0H5" data-serie="1" data-punkt="0"/></g>`},
		"fills stay marks of their own": {
			`<path d="M0 0h5v1h-5Z" fill="#1" data-serie="0" data-punkt="0"/><path d="M0 9h5v1h-5Z" fill="#1" data-serie="0" data-punkt="1"/>`,
			`<g fill="#1" data-serie="0"><path d="M0 0v1h5v-1Z" data-punkt="0"/><path d="M0 9v1h5v-1Z" data-punkt="1"/></g>`},
		"patterns": {
			`<path d="M0 0H5" fill="#1" stroke="#2" data-serie="0" data-punkt="0"/><path d="M0 0H5" fill="url(#p)" stroke="#2" data-serie="0"/>` +
				`<path d="M0 9H5" fill="#1" stroke="#2" data-serie="0" data-punkt="1"/><path d="M0 9H5" fill="url(#p)" stroke="#2" data-serie="0"/>`,
			`<g fill="#1" stroke="#2" data-serie="0"><path d="M0 0H5" data-punkt="0"/><path d="M0 9H5" data-punkt="1"/></g>` +
				`<path d="M0 0H5M0 9H5" fill="url(#p)" data-serie="0"/>`},
		"labels on boxes": {
			`<path d="M0 0H5" fill="#ffffff" data-serie="0"/><text font-size="1" data-serie="0">a</text><path d="M0 9H5" fill="#ffffff" data-serie="0"/><text font-size="1" data-serie="0">b</text>`,
			`<path d="M0 0H5M0 9H5" fill="#ffffff" data-serie="0"/><g font-size="1" data-serie="0"><text x="0" y="0">a</text><text x="0" y="0">b</text></g>`},
		"series share a look": {
			`<path d="M0 0H1" fill="#1" data-serie="0" data-punkt="0"/><path d="M1 0H2" fill="#1" data-serie="0" data-punkt="1"/>` +
				`<path d="M2 0H1" fill="#1" data-serie="1" data-punkt="0"/><path d="M3 0H1" fill="#1" data-serie="2" data-del="forklaring"/>` +
				`<path d="M4 0H1" fill="#1" data-serie="2" data-del="forklaring"/>`,
			`<g fill="#1"><g data-serie="0"><path d="M0 0H1" data-punkt="0"/><path d="M1 0H2" data-punkt="1"/></g><path d="M2 0H1" data-serie="1" data-punkt="0"/>` +
				`<path d="M3 0H1" data-serie="2" data-del="forklaring"/><path d="M4 0H1" data-serie="2" data-del="forklaring"/></g>`},
		"clips of the whole": {
			`<g clip-path="url(#a)"><path d="M0 0H5"/></g><g clip-path="url(#b)"><path d="M0 1H5"/></g>` +
				`<defs><clipPath id="a"><path d="M-1 -1h102v52h-102Z"/></clipPath><clipPath id="b"><path d="M1 1h5v5h-5Z"/></clipPath></defs>`,
			`<path d="M0 0H5"/><g clip-path="url(#b)"><path d="M0 1H5"/></g><defs><clipPath id="b"><path d="M1 1h5v5h-5Z"/></clipPath></defs>`},
	} {
		root, err := parseElement([]byte(`<svg viewBox="0 0 100 50">` + c.in + `</svg>`))
		if err != nil {
			t.Fatal(err)
		}
		compact(root)
		got := strings.TrimSuffix(strings.TrimPrefix(string(written(root)), `<svg viewBox="0 0 100 50">`), `</svg>`)
		if got != c.want {
			t.Errorf("%s: got\n%s, want\n%s", name, got, c.want)
		}
	}
}

func written(e *element) []byte {
	var b bytes.Buffer
	e.write(&b)
	return b.Bytes()
}
