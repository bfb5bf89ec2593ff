package check

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"samverkan/internal/diag"
	"samverkan/internal/markdown"
	"samverkan/internal/parallel"
	"samverkan/internal/report"
)

// text is one string that a coordinator has written: a value or a name among the
// data, or a line of a narrative or of a file as it stands.
type text struct {
	value     string
	readable  string // value with code and addresses of links blanked out, byte for byte
	pos       diag.Pos
	leaf      leaf    // empty for a line of a narrative
	source    *source // of a value; nil for a line
	narrative *narrative
	row       int // of the narrative's lines
}

// at is where the byte i of the text stands.
func (t text) at(i int) diag.Pos {
	if t.source != nil {
		return t.source.find(t.pos, t.value, i)
	}
	pos := t.pos
	pos.Col += utf8.RuneCountInString(t.value[:i])
	return pos
}

// where says what the text is called, when its place alone doesn't show it.
func (t text) where() string {
	if t.narrative != nil || t.leaf.key == "" {
		return ""
	}
	return " i " + t.leaf.key
}

// isAddress reports whether the byte i stands in code or in the address of a link.
func (t text) isAddress(i int) bool { return t.readable[i] != t.value[i] }

// isContact reports whether the text stands where contact details belong.
func (t text) isContact() bool { return t.narrative == nil && t.leaf.in(report.Contact{}) }

// eachText visits everything that has been written in words: all strings of the data
// wherever they stand, then the narratives line by line.
func (s *site) eachText(visit func(text)) {
	for _, r := range s.roots {
		for _, t := range r.texts {
			t.source = s.source(t.pos.File)
			visit(t)
		}
	}
	for i := range s.texts {
		s.texts[i].eachLine(visit)
	}
}

// narrative is a Markdown text with what stands where in it.
type narrative struct {
	*report.Narrative
	address  string // where it is found on the site
	scan     markdown.Scan
	lines    []string // of the body
	readable []string // the same with code and addresses blanked out
}

func narratives(c *report.County, before []narrative) []narrative {
	known := map[*report.Narrative]narrative{}
	for _, n := range before {
		known[n.Narrative] = n
	}
	return parallel.Map(c.Narratives, func(n *report.Narrative) narrative {
		if old, ok := known[n]; ok {
			return old
		}
		lines := strings.Split(n.Body, "\n")
		return narrative{
			Narrative: n,
			address:   addressOf(n),
			scan:      markdown.Parse(markdown.Source{File: n.File, Body: n.Body, Line: n.BodyLine, Col: 1}),
			lines:     lines,
			readable:  withoutCode(lines),
		}
	})
}

// eachLine visits the lines of the body that hold anything.
func (n *narrative) eachLine(visit func(text)) {
	for i, line := range n.lines {
		if strings.TrimSpace(line) != "" {
			visit(text{value: line, readable: n.readable[i], narrative: n, row: i, pos: n.posOf(i)})
		}
	}
}

// posOf is where line i of the body begins.
func (n *narrative) posOf(i int) diag.Pos {
	return diag.Pos{File: n.File, Line: max(n.BodyLine, 1) + i, Col: 1}
}

// posIn is where the byte at of line i of the body stands.
func (n *narrative) posIn(i, at int) diag.Pos {
	pos := n.posOf(i)
	pos.Col += utf8.RuneCountInString(n.lines[i][:at])
	return pos
}

// withoutCode blanks out fenced blocks, code spans and the addresses of links, so that
// an example in the handbook isn't taken for text. Lengths in bytes are kept.
func withoutCode(lines []string) []string {
	out := make([]string, len(lines))
	fence := ""
	for i, line := range lines {
		bare := strings.TrimLeft(line, " \t>-*")
		switch {
		case fence != "":
			out[i] = blank(line)
			if strings.HasPrefix(bare, fence) && strings.Trim(bare, fence[:1]+" \t\r") == "" {
				fence = ""
			}
		case strings.HasPrefix(bare, "```"), strings.HasPrefix(bare, "~~~"):
			fence = bare[:len(bare)-len(strings.TrimLeft(bare, bare[:1]))]
			out[i] = blank(line)
		default:
			out[i] = withoutAddresses(withoutSpans(line))
		}
	}
	return out
}

func blank(s string) string { return strings.Repeat(" ", len(s)) }

// blankOut blanks a part of a line; lines may be megabytes long, so none is copied.
func blankOut(line []byte, start, end int) {
	for i := start; i < end; i++ {
		line[i] = ' '
	}
}

// withoutSpans blanks out `code`. Backticks that nothing closes stay.
func withoutSpans(text string) string {
	if !strings.Contains(text, "`") {
		return text
	}
	line, opened := []byte(text), map[int]int{} // where the last run of so many backticks began
	for i := 0; i < len(text); i++ {
		if text[i] != '`' {
			continue
		}
		start := i
		for i < len(text) && text[i] == '`' {
			i++
		}
		if first, open := opened[i-start]; open {
			blankOut(line, first, i)
			clear(opened)
		} else {
			opened[i-start] = start
		}
	}
	return string(line)
}

// address is the address of a link.
var address = regexp.MustCompile(`https?://[^\s)>"\]]*`)

// withoutAddresses blanks out what stands in links: an address of a document may well
// hold digits that look like a telephone number.
func withoutAddresses(s string) string {
	if !strings.Contains(s, "://") {
		return s
	}
	line := []byte(s)
	for _, m := range address.FindAllStringIndex(s, -1) {
		blankOut(line, m[0], m[1])
	}
	return string(line)
}
