package markdown

import (
	"html"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// text is the running text below a node: names as written, line breaks as spaces,
// the marks of footnotes left out.
func (d *document) text(n ast.Node) string {
	return d.textWith(n, func(n *nameNode) string { return n.written })
}

func (d *document) textWith(n ast.Node, name func(*nameNode) string) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.WriteString(d.literal(n))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *ast.AutoLink:
			b.Write(n.Label(d.body))
		case *ast.RawHTML:
			b.WriteString(d.rawHTML(n))
		case *nameNode:
			b.WriteString(name(n))
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(b.String())
}

// literal is what a text node shows. In code nothing is resolved.
func (d *document) literal(n *ast.Text) string {
	value := n.Segment.Value(d.body)
	if n.IsRaw() || n.Parent() != nil && n.Parent().Kind() == ast.KindCodeSpan {
		return strings.ReplaceAll(string(value), "\n", " ")
	}
	return resolve(value)
}

func (d *document) rawHTML(n *ast.RawHTML) string {
	var b strings.Builder
	for i := range n.Segments.Len() {
		segment := n.Segments.At(i)
		b.Write(segment.Value(d.body))
	}
	return b.String()
}

// htmlBlock is an HTML block as it is written, its last line included.
func (d *document) htmlBlock(n *ast.HTMLBlock) string {
	s := d.lines(n)
	if n.HasClosure() {
		s += string(n.ClosureLine.Value(d.body))
	}
	return s
}

// isLeaf reports whether a block holds running text rather than other blocks.
func isLeaf(n ast.Node) bool {
	switch n.Kind() {
	case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading:
		return true
	}
	return false
}

// row is a table's row as running text.
func (d *document) row(n ast.Node) string {
	var cells []string
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if s := d.text(c); s != "" {
			cells = append(cells, s)
		}
	}
	return strings.Join(cells, ", ")
}

var tag = regexp.MustCompile(`<[^>]*>`)

// stripTags is the text of HTML that a Resolver gave.
func stripTags(s string) string { return html.UnescapeString(tag.ReplaceAllString(s, "")) }
