package markdown

import (
	"html"
	"html/template"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	xast "github.com/yuin/goldmark/extension/ast"
)

// inline renders a comment: the running text of its blocks, one after the other.
func inline(text string) template.HTML {
	if plain(text) {
		return template.HTML(strings.TrimSpace(text)) // as most comments are
	}
	return interpreted(text)
}

// plain reports whether a text is a line that Markdown and HTML leave as it is: it begins with
// a letter and holds no mark that means anything to either.
func plain(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return (text == "" || unicode.IsLetter(first)) && !strings.ContainsAny(text, "\\`*_[]<>&\"\t\r\n") && clean(text) == text
}

func interpreted(text string) template.HTML {
	d := parse(Source{Body: text}, commentParser)
	if d.root == nil {
		return template.HTML(html.EscapeString(strings.TrimSpace(d.src.Body)))
	}
	comment := d.rendering(noResolver{})
	defer comment.done()
	var parts []string
	add := func(h string) {
		if h = strings.TrimSpace(h); h != "" {
			parts = append(parts, h)
		}
	}
	_ = ast.Walk(d.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.HTMLBlock:
			add(html.EscapeString(d.htmlBlock(n)))
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			add("<code>" + html.EscapeString(strings.TrimSpace(d.lines(n))) + "</code>")
		case *xast.TableHeader, *xast.TableRow:
			add(html.EscapeString(d.row(n)))
			return ast.WalkSkipChildren, nil
		}
		if isLeaf(n) {
			add(itemMark(n) + comment.html(children(n)...))
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return template.HTML(strings.Join(parts, "<br>\n"))
}

// itemMark is what stands before a list item's text, since a comment has no lists:
// a dash, or its number. It is "" for any other text.
func itemMark(n ast.Node) string {
	item, ok := n.Parent().(*ast.ListItem)
	if !ok || n.PreviousSibling() != nil {
		return ""
	}
	list, ok := item.Parent().(*ast.List)
	if !ok || !list.IsOrdered() {
		return "–\u00a0"
	}
	number := list.Start
	for before := item.PreviousSibling(); before != nil; before = before.PreviousSibling() {
		number++
	}
	return strconv.Itoa(number) + ".\u00a0"
}

// children is what a block holds, without the block itself.
func children(n ast.Node) []ast.Node {
	var all []ast.Node
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		all = append(all, c)
	}
	return all
}
