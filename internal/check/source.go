package check

import (
	"strings"
	"unicode/utf8"

	"samverkan/internal/diag"
	"samverkan/internal/parallel"
	"samverkan/internal/report"
)

// source is a file as it is written.
type source struct {
	text     string
	lines    []string
	readable []string // the lines with the addresses of links blanked out
}

func sourcesOf(c *report.County, before map[string]*source) map[string]*source {
	all := make(map[string]*source, len(c.Raw))
	for i, s := range parallel.Map(c.Raw, func(f report.RawFile) *source {
		if old := before[f.File]; old != nil && old.text == f.Text {
			return old
		}
		lines := strings.Split(f.Text, "\n")
		return &source{f.Text, lines, linesWithoutAddresses(lines)}
	}) {
		all[c.Raw[i].File] = s
	}
	return all
}

// source is never nil, not even for a file that wasn't read.
func (s *site) source(file string) *source {
	if f := s.files[file]; f != nil {
		return f
	}
	return &source{}
}

// eachRawLine visits every line of every file, except the bodies of narratives.
func (s *site) eachRawLine(visit func(text)) {
	bodies := map[string]int{}
	for _, n := range s.Narratives {
		bodies[n.File] = n.BodyLine
	}
	for _, f := range s.Raw {
		source := s.files[f.File]
		for i, line := range source.lines {
			if body := bodies[f.File]; body > 0 && i+1 >= body {
				break
			}
			visit(text{value: line, readable: source.readable[i], pos: diag.Pos{File: f.File, Line: i + 1, Col: 1}})
		}
	}
}

// find is where the byte i of a value stands that begins at pos. The value is what TOML
// made of what is written, so what stands around i is looked for from there on; where
// it isn't found, because it is written with escapes, the answer is pos.
func (s *source) find(pos diag.Pos, value string, i int) diag.Pos {
	if pos.Line < 1 || pos.Line > len(s.lines) {
		return pos
	}
	start := strings.LastIndexAny(value[:i], escaped) + 1
	end := len(value)
	if n := strings.IndexAny(value[i:], escaped); n > 0 {
		end = i + n
	}
	around := value[start:end]
	skip := byteOf(s.lines[pos.Line-1], pos.Col)
	for n, line := range s.lines[pos.Line-1:] {
		if at := strings.Index(line[skip:], around); at >= 0 {
			col := utf8.RuneCountInString(line[:skip+at+i-start]) + 1
			return diag.Pos{File: pos.File, Line: pos.Line + n, Col: col}
		}
		skip = 0
	}
	return pos
}

// escaped are the signs that may be written in another way than they are read.
const escaped = "\n\t\r\"\\"

// byteOf is the offset of a column in a line.
func byteOf(line string, col int) int {
	at := 0
	for n := 1; n < col && at < len(line); n++ {
		_, size := utf8.DecodeRuneInString(line[at:])
		at += size
	}
	return at
}

func linesWithoutAddresses(lines []string) []string {
	readable := make([]string, len(lines))
	for i, line := range lines {
		readable[i] = withoutAddresses(line)
	}
	return readable
}
