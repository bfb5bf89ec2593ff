package markdown

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	xast "github.com/yuin/goldmark/extension/ast"

	"samverkan/internal/diag"
)

func scan(src Source) Scan {
	d := parse(src, narrativeParser)
	s := Scan{Headings: d.headings}
	d.walk(func(n ast.Node) { d.collect(&s, n) })
	for _, e := range d.tooMuch {
		s.TooMuch = append(s.TooMuch, Excess{e.of, d.places.at(e.offset)})
	}
	for i, offset := range d.unclosed {
		// "{{{" is tried at the first brace and again at the second.
		if i == 0 || offset != d.unclosed[i-1]+1 {
			s.Unclosed = append(s.Unclosed, d.places.at(offset))
		}
	}
	s.NoteLacks = d.refs(d.lacks)
	s.NoteSpare = d.refs(d.spare)
	s.sort()
	return s
}

// sort puts everything in the text's order; footnotes are moved last when parsed.
func (s *Scan) sort() {
	byRef := func(a, b Ref) int { return a.Pos.Compare(b.Pos) }
	slices.SortStableFunc(s.Links, func(a, b Link) int { return a.Pos.Compare(b.Pos) })
	slices.SortStableFunc(s.Refs, byRef)
	slices.SortStableFunc(s.Blocks, func(a, b Block) int { return a.Pos.Compare(b.Pos) })
	slices.SortStableFunc(s.RawHTML, func(a, b RawHTML) int { return a.Pos.Compare(b.Pos) })
	slices.SortStableFunc(s.Fences, byRef)
	slices.SortStableFunc(s.Unclosed, diag.Pos.Compare)
	slices.SortStableFunc(s.NoteLacks, byRef)
	slices.SortStableFunc(s.NoteSpare, byRef)
}

func (d *document) refs(list []noted) []Ref {
	var refs []Ref
	for _, n := range list {
		refs = append(refs, Ref{n.name, d.places.at(n.offset)})
	}
	return refs
}

func (d *document) collect(s *Scan, n ast.Node) {
	pos := d.places.at(n.Pos())
	switch n := n.(type) {
	case *ast.Link:
		s.Links = append(s.Links, d.link(n, n.Destination, false))
	case *ast.Image:
		s.Links = append(s.Links, d.link(n, n.Destination, true))
	case *ast.AutoLink:
		dest := autoDest(n, d.body)
		s.Links = append(s.Links, Link{Dest: dest, Text: string(n.Label(d.body)), Refused: refused(dest, false), Pos: pos})
	case *nameNode:
		s.Refs = append(s.Refs, Ref{n.name, pos})
	case *ast.RawHTML:
		s.RawHTML = append(s.RawHTML, RawHTML{shorten(d.rawHTML(n)), pos})
	case *ast.HTMLBlock:
		s.RawHTML = append(s.RawHTML, RawHTML{shorten(d.htmlBlock(n)), pos})
	case *ast.FencedCodeBlock:
		d.collectFence(s, n, pos)
	case *ast.Text:
		if !inCode(n) {
			s.Words += len(strings.Fields(d.literal(n)))
		}
	case *xast.FootnoteBacklink:
		// Added by the parser, not written by anyone.
	}
}

func inCode(n ast.Node) bool { return n.Parent() != nil && n.Parent().Kind() == ast.KindCodeSpan }

func (d *document) collectFence(s *Scan, n *ast.FencedCodeBlock, pos diag.Pos) {
	kind := d.kind(n)
	if kind == "" {
		if info := n.Language(d.body); len(info) > 0 {
			s.Fences = append(s.Fences, Ref{string(info), pos})
		}
		return
	}
	body := d.places.nextLine(n.Pos())
	if n.Lines().Len() > 0 {
		body = n.Lines().At(0).Start
	}
	s.Blocks = append(s.Blocks, Block{kind, d.lines(n), pos, d.places.at(body)})
}

func (d *document) link(n ast.Node, raw []byte, image bool) Link {
	dest := resolve(raw)
	return Link{Dest: dest, Text: d.text(n), Image: image, Refused: refused(dest, image), Pos: d.places.at(n.Pos())}
}

// autoDest is the address of <https://…> or <name@host>.
func autoDest(n *ast.AutoLink, source []byte) string {
	dest := string(n.URL(source))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(dest), "mailto:") {
		return "mailto:" + dest
	}
	return dest
}

// shorten is the beginning of what was written, on one line.
func shorten(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= 60 {
		return s
	}
	return string([]rune(s)[:59]) + "…"
}
