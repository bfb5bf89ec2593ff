package markdown

import (
	"bytes"
	"fmt"
	"html"
	"html/template"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	xast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	ghtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// noResolver knows nothing; it stands in for a nil one.
type noResolver struct{}

func (noResolver) Inline(string) (template.HTML, bool)        { return "", false }
func (noResolver) Block(string, string) (template.HTML, bool) { return "", false }
func (noResolver) Link(dest string) string                    { return dest }

func render(src Source, r Resolver) Result {
	if r == nil {
		r = noResolver{}
	}
	d := parse(src, narrativeParser)
	if d.root == nil {
		return Result{HTML: template.HTML("<p>" + html.EscapeString(d.src.Body) + "</p>\n")}
	}
	n := d.rendering(r)
	defer n.done()
	return Result{HTML: template.HTML(n.html(d.root)), Headings: d.resolvedHeadings(r)}
}

// resolvedHeadings are the headings with their names replaced by what they stand for.
func (d *document) resolvedHeadings(r Resolver) []Heading {
	headings := append([]Heading(nil), d.headings...)
	i := 0
	d.walk(func(n ast.Node) {
		if n.Kind() != ast.KindHeading {
			return
		}
		headings[i].Text = d.textWith(n, func(n *nameNode) string { return stripTags(nameHTML(n, r)) })
		i++
	})
	return headings
}

func nameHTML(n *nameNode, r Resolver) string {
	if h, ok := r.Inline(n.name); ok {
		return string(h)
	}
	return html.EscapeString(n.written)
}

// nodes renders what differs from goldmark's own rendering.
type nodes struct {
	*document
	resolver  Resolver
	section   string         // the heading that was met last
	tables    map[string]int // how many have had a name
	goldmark  renderer.Renderer
	out       buffer
	inHeading int // where the text of the latest heading begins in out
}

// renderers are used again and again: to make one takes longer than to render a comment.
var renderers = sync.Pool{New: func() any {
	n := &nodes{tables: map[string]int{}}
	n.goldmark = renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(n, 100), util.Prioritized(ghtml.NewRenderer(), 1000)))
	return n
}}

// rendering is a renderer of the document's nodes, until it is done.
func (d *document) rendering(r Resolver) *nodes {
	n := renderers.Get().(*nodes)
	n.document, n.resolver, n.section = d, r, ""
	clear(n.tables)
	return n
}

func (r *nodes) done() {
	r.document, r.resolver = nil, nil
	renderers.Put(r)
}

// html renders some nodes, one after the other.
func (r *nodes) html(some ...ast.Node) string {
	r.out.Reset()
	for _, n := range some {
		_ = r.goldmark.Render(&r.out, r.body, n) // a buffer takes everything, and no node is refused
	}
	return r.out.String()
}

// buffer is what goldmark writes to without a buffer of its own.
type buffer struct{ bytes.Buffer }

// Buffered implements util.BufWriter.
func (*buffer) Buffered() int { return 0 }

// Flush implements util.BufWriter.
func (*buffer) Flush() error { return nil }

// plain is the running text below a node with its names resolved.
func (r *nodes) plain(n ast.Node) string {
	return r.textWith(n, func(n *nameNode) string { return stripTags(nameHTML(n, r.resolver)) })
}

// RegisterFuncs implements renderer.NodeRenderer.
func (r *nodes) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindHeading, r.renderHeading)
	reg.Register(ast.KindLink, r.renderLink)
	reg.Register(ast.KindAutoLink, r.renderAutoLink)
	reg.Register(ast.KindImage, r.renderImage)
	reg.Register(ast.KindRawHTML, r.renderRawHTML)
	reg.Register(ast.KindHTMLBlock, r.renderHTMLBlock)
	reg.Register(ast.KindCodeBlock, r.renderCode)
	reg.Register(ast.KindFencedCodeBlock, r.renderCode)
	reg.Register(kindName, r.renderName)
	reg.Register(xast.KindTable, r.renderTable)
	reg.Register(xast.KindTableHeader, r.renderTableHeader)
	reg.Register(xast.KindTableRow, r.renderTableRow)
	reg.Register(xast.KindTableCell, r.renderTableCell)
	reg.Register(xast.KindFootnoteLink, r.renderNoteLink)
	reg.Register(xast.KindFootnoteBacklink, r.renderNoteBacklink)
	reg.Register(xast.KindFootnote, r.renderNote)
	reg.Register(xast.KindFootnoteList, r.renderNotes)
	reg.Register(xast.KindTaskCheckBox, r.renderTask)
}

// skip is for nodes that have been written as a whole on the way in.
const skip = ast.WalkSkipChildren

func (r *nodes) renderHeading(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	h := r.heading[n]
	id := html.EscapeString(h.ID)
	if entering {
		r.section = r.plain(n)
		fmt.Fprintf(w, `<h%d id="%s">`, h.Level, id)
		r.inHeading = r.out.Len()
		return ast.WalkContinue, nil
	}
	if text := string(r.out.Bytes()[r.inHeading:]); !strings.Contains(text, "<a ") { // a link can't stand in a link
		r.out.Truncate(r.inHeading)
		fmt.Fprintf(w, `<a class="ankare" href="#%s">%s</a>`, id, text)
	}
	fmt.Fprintf(w, "</h%d>\n", h.Level)
	return ast.WalkContinue, nil
}

func (r *nodes) renderLink(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Link)
	dest := resolve(n.Destination)
	switch {
	case refused(dest, false):
	case entering:
		r.openLink(w, dest, n.Title)
	default:
		_, _ = w.WriteString("</a>")
	}
	return ast.WalkContinue, nil
}

func (r *nodes) openLink(w util.BufWriter, dest string, title []byte) {
	fmt.Fprintf(w, `<a href="%s"`, r.address(dest))
	if len(title) > 0 {
		fmt.Fprintf(w, ` title="%s"`, html.EscapeString(resolve(title)))
	}
	if isExternal(dest) {
		_, _ = w.WriteString(` rel="noreferrer"`)
	}
	_ = w.WriteByte('>')
}

// address is what stands in href or src: resolved, percent-encoded and escaped.
func (r *nodes) address(dest string) string {
	if isInternal(dest) {
		fragment, own := strings.CutPrefix(dest, "#")
		if id, ok := anchor(r.headings, fragment); own && ok {
			dest = "#" + id
		} else {
			dest = r.resolver.Link(dest)
		}
	}
	return html.EscapeString(string(util.URLEscape([]byte(dest), false)))
}

func (r *nodes) renderAutoLink(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*ast.AutoLink)
	label := html.EscapeString(string(n.Label(source)))
	if dest := autoDest(n, source); refused(dest, false) || inLink(node) {
		_, _ = w.WriteString(label)
	} else {
		r.openLink(w, dest, nil)
		_, _ = w.WriteString(label + "</a>")
	}
	return ast.WalkContinue, nil
}

func (r *nodes) renderImage(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*ast.Image)
	alt := html.EscapeString(r.plain(n))
	dest := resolve(n.Destination)
	if refused(dest, true) {
		_, _ = w.WriteString(alt)
		return skip, nil
	}
	fmt.Fprintf(w, `<img src="%s" alt="%s"`, r.address(dest), alt)
	if len(n.Title) > 0 {
		fmt.Fprintf(w, ` title="%s"`, html.EscapeString(resolve(n.Title)))
	}
	_, _ = w.WriteString(` loading="lazy">`)
	return skip, nil
}

func (r *nodes) renderRawHTML(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.WriteString(html.EscapeString(r.rawHTML(node.(*ast.RawHTML))))
	}
	return skip, nil
}

func (r *nodes) renderHTMLBlock(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		fmt.Fprintf(w, "<p>%s</p>\n", html.EscapeString(strings.TrimSpace(r.htmlBlock(node.(*ast.HTMLBlock)))))
	}
	return skip, nil
}

// renderCode writes code so that it can be scrolled with the keyboard, and what a
// block of Kinds stands for.
func (r *nodes) renderCode(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	content := r.lines(n)
	if kind := r.kind(n); kind != "" {
		if h, ok := r.resolver.Block(kind, content); ok {
			_, _ = w.WriteString(string(h) + "\n")
			return skip, nil
		}
	}
	fmt.Fprintf(w, "<pre tabindex=\"0\"><code>%s</code></pre>\n", html.EscapeString(content))
	return skip, nil
}

func (r *nodes) renderName(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	h := nameHTML(node.(*nameNode), r.resolver)
	if inLink(node) { // a link can't stand in a link
		h = html.EscapeString(stripTags(h))
	}
	_, _ = w.WriteString(h)
	return ast.WalkContinue, nil
}

// inLink reports whether a node stands in a link that is let through.
func inLink(n ast.Node) bool {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if l, ok := p.(*ast.Link); ok {
			return !refused(resolve(l.Destination), false)
		}
	}
	return false
}
