package markdown

import (
	"bufio"
	"bytes"
	"html"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	ghtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
)

// document is a parsed text. Nothing changes it once it is made.
type document struct {
	src      Source
	body     []byte
	root     ast.Node // nil when there is too much of something to interpret
	places   places
	headings []Heading             // in the text's order
	heading  map[ast.Node]*Heading // the same by node
	unclosed []int
	lacks    []noted
	spare    []noted
	tooMuch  []excess
}

func parse(src Source, p parser.Parser) *document {
	src.Body = clean(src.Body)
	d := &document{src: src, body: []byte(src.Body), places: newPlaces(src)}
	if d.tooMuch = tooMuch(src.Body); len(d.tooMuch) > 0 {
		return d
	}
	pc := parser.NewContext()
	d.root = p.Parse(text.NewReader(d.body), parser.WithContext(pc))
	d.unclosed, _ = pc.Get(unclosedKey).([]int)
	d.lacks, _ = pc.Get(noteLacksKey).([]noted)
	d.spare, _ = pc.Get(noteSpareKey).([]noted)
	d.findHeadings()
	return d
}

// clean replaces what HTML can't hold (control characters, bytes that aren't UTF-8)
// by the replacement character, one for one, so that columns stay what they were.
func clean(body string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t', r == '\r', r >= ' ' && r < 0x7f, r > 0x9f:
			return r
		}
		return '\uFFFD'
	}, body)
}

// excess is where a text has more of something than is interpreted.
type excess struct {
	offset int
	of     Kind
}

// tooMuch finds what goldmark's time, or ours, grows with the square of: quotes and lists
// in each other, brackets in a paragraph, notes, headings. One of each kind is enough.
func tooMuch(body string) []excess {
	var found []excess
	beyond := func(of Kind, n, limit, offset int) {
		if n > limit && !slices.ContainsFunc(found, func(e excess) bool { return e.of == of }) {
			found = append(found, excess{offset, of})
		}
	}
	offset, fence, brackets, notes, headings := 0, "", 0, 0, 0
	for line := range strings.Lines(body) {
		depth := MaxNesting
		if fence != "" { // what looks like code here needn't be to goldmark
			depth *= 10
		}
		beyond(Nesting, containers(line), depth, offset)
		brackets += strings.Count(line, "[")
		trimmed := strings.TrimSpace(line)
		if trimmed == "" {
			brackets = 0
		}
		beyond(Brackets, brackets, MaxBrackets, offset)
		notes += strings.Count(line, "[^")
		beyond(Notes, notes, MaxNotes, offset)
		if strings.HasPrefix(trimmed, "#") || trimmed != "" && strings.Trim(trimmed, "-=") == "" {
			headings++
		}
		beyond(Headings, headings, MaxHeadings, offset)
		fence = fenceAfter(fence, line)
		offset += len(line)
	}
	return found
}

var fenceLine = regexp.MustCompile("^ {0,3}(`{3,}[^`\\r\\n]*|~{3,}.*)\\r?\\n?$")

// fenceAfter is the fence that code stands in after a line, "" outside code.
func fenceAfter(fence, line string) string {
	if !strings.Contains(line, "```") && !strings.Contains(line, "~~~") {
		return fence // as nearly every line
	}
	m := fenceLine.FindStringSubmatch(line)
	if m == nil {
		return fence
	}
	marks := m[1][:len(m[1])-len(strings.TrimLeft(m[1], m[1][:1]))]
	switch {
	case fence == "":
		return marks
	case strings.HasPrefix(marks, fence) && strings.TrimSpace(m[1]) == marks:
		return ""
	}
	return fence
}

// containers counts the marks of quotes and lists that a line begins with.
func containers(line string) int {
	n := 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ' || c == '\t':
		case c == '>':
			n++
		case strings.IndexByte("-+*", c) >= 0 && i+1 < len(line) && isBlank(line[i+1]):
			n++
		case c >= '0' && c <= '9':
		case (c == '.' || c == ')') && i > 0 && line[i-1] >= '0' && line[i-1] <= '9':
			n++
		default:
			return n
		}
	}
	return n
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func (d *document) findHeadings() {
	ids := ids{prefix: d.src.Prefix}
	var nodes []ast.Node
	uppermost := 6
	d.walk(func(n ast.Node) {
		h, ok := n.(*ast.Heading)
		if !ok {
			return
		}
		text := d.text(n)
		id := ids.next(text)
		uppermost = min(uppermost, h.Level)
		d.headings = append(d.headings, Heading{
			Level: h.Level,
			ID:    id,
			Text:  text,
			Pos:   d.places.at(d.blockStart(n)),
			bare:  strings.TrimPrefix(id, d.src.Prefix),
		})
		nodes = append(nodes, n)
	})
	d.heading = make(map[ast.Node]*Heading, len(nodes))
	for i, n := range nodes {
		d.heading[n] = &d.headings[i]
		if d.src.TopLevel > 0 {
			d.headings[i].Level = min(d.headings[i].Level-uppermost+d.src.TopLevel, 6)
		}
	}
}

// blockStart is where a block begins. Goldmark gives a heading that is underlined
// the place of the line under it.
func (d *document) blockStart(n ast.Node) int {
	start := n.Pos()
	if lines := n.Lines(); n.Kind() == ast.KindHeading && lines.Len() > 0 && lines.At(0).Start < start {
		start = lines.At(0).Start
	}
	return start
}

// walk visits every node on the way in.
func (d *document) walk(visit func(ast.Node)) {
	if d.root == nil {
		return
	}
	_ = ast.Walk(d.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			visit(n)
		}
		return ast.WalkContinue, nil
	})
}

// kind says which of Kinds a node stands for, or "".
func (d *document) kind(n ast.Node) string {
	f, ok := n.(*ast.FencedCodeBlock)
	if !ok {
		return ""
	}
	if k := string(f.Language(d.body)); slices.Contains(Kinds, k) {
		return k
	}
	return ""
}

// lines joins the lines of a block as they are written.
func (d *document) lines(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(d.body))
	}
	return b.String()
}

// resolve reads backslashes and entities the way they are shown.
func resolve(raw []byte) string {
	if !bytes.ContainsAny(raw, `\&`) {
		return string(raw)
	}
	var b bytes.Buffer
	w := bufio.NewWriter(&b)
	ghtml.DefaultWriter.Write(w, raw)
	_ = w.Flush() // a bytes.Buffer takes everything
	return html.UnescapeString(b.String())
}
