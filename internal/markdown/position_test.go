package markdown

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Positions count characters, wherever in a long line they stand.
func TestPositionsOnLongLines(t *testing.T) {
	body := "kort\n" + strings.Repeat("åäö – text ", 500) + "\nåter kort"
	p := newPlaces(Source{Body: body, Line: 3})
	for offset := range body {
		before := body[:offset]
		line, start := strings.Count(before, "\n"), strings.LastIndexByte(before, '\n')+1
		got := p.at(offset)
		if got.Line != line+3 || got.Col != utf8.RuneCountInString(body[start:offset])+1 {
			t.Fatalf("byte %d is at %v", offset, got)
		}
	}
	if got := newPlaces(Source{}).at(7); got.Line != 1 || got.Col != 1 {
		t.Errorf("in an empty text: %v", got)
	}
}

// The time to read a line grows with its length, not with the square of it: this would
// take minutes.
func TestLongLine(t *testing.T) {
	part := "{{namn}} [å](x) " + strings.Repeat("ord {{namn}} ", 80)
	if s := Parse(Source{Body: strings.Repeat(part, MaxBrackets)}); len(s.Links) != MaxBrackets || len(s.Refs) != 81*MaxBrackets {
		t.Errorf("%d links, %d names", len(s.Links), len(s.Refs))
	}
}
