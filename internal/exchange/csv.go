package exchange

import (
	"slices"
	"strings"
	"unicode"
)

const (
	byteOrderMark = "\ufeff"
	newLine       = "\r\n"
	// exampleLine stands first in a file of invented figures.
	exampleLine = "# Exempel: alla uppgifter i filen är påhittade."
)

// csvFile is a file for spreadsheets with these rows; see the package comment for its form.
func csvFile(example bool, rows ...[]byte) []byte {
	head := byteOrderMark
	if example {
		head += exampleLine + newLine
	}
	for i, f := range fields {
		if i > 0 {
			head += ";"
		}
		head += f.name
	}
	return slices.Concat(append([][]byte{[]byte(head + newLine)}, rows...)...)
}

// appendCSV writes a value. Texts are always quoted, so that none is torn apart where the
// separator is another.
func (f *field) appendCSV(b []byte, v string) []byte {
	switch {
	case v == "":
		return b
	case f.kind == number:
		whole, decimals, found := strings.Cut(v, ".")
		if b = append(b, whole...); found {
			b = append(append(b, ','), decimals...)
		}
		return b
	case f.kind == boolean && v == "true":
		return append(b, "ja"...)
	case f.kind == boolean:
		return append(b, "nej"...)
	case f.kind == text:
		b = append(b, '"')
		for part := range strings.SplitSeq(harmless(v), `"`) {
			b = append(append(b, part...), `""`...)
		}
		return b[:len(b)-1]
	}
	return append(b, v...)
}

// harmless keeps a spreadsheet from taking a text for a formula: an apostrophe before
// it, and no control characters but the end of a line. What a text begins with is what
// counts when spaces are taken away, as some programs do.
func harmless(s string) string {
	if plain(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return ' '
		}
		return r
	}, strings.ReplaceAll(s, "\r\n", "\n"))
	begin := strings.TrimLeftFunc(s, unicode.IsSpace)
	if begin != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(begin)[0]) {
		return "'" + s
	}
	return s
}

// plain reports whether a text begins with a letter or digit of ASCII or with å, ä or ö and has
// no control characters: what most do, and what needs no closer look. C1 controls begin with
// the byte 0xc2.
func plain(s string) bool {
	if s == "" || s[0] != 0xc3 && (s[0] < '0' || s[0] > 'z' || s[0] == '=' || s[0] == '@') {
		return false
	}
	for i := range len(s) {
		if s[i] < ' ' || s[i] == 0x7f || s[i] == 0xc2 {
			return false
		}
	}
	return true
}
