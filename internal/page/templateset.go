package page

import (
	"html/template"
	"maps"
	texttemplate "text/template"
	"text/template/parse"
)

// A page's template may define anything anew, also what other pages share, without changing
// what they show. It gets copies, under names of its own, of what it defines and of the parts
// that lead there. All other parts are the same for all pages, so that html/template finds out
// once what has to be escaped in them.

// trees are templates by name.
type trees map[string]*parse.Tree

// define parses a file and adds what it defines. As in any template, what is empty doesn't
// take the place of what isn't.
func (t trees) define(file, text string) error {
	set, err := texttemplate.New(file).Funcs(functions).Parse(text)
	if err != nil {
		return err
	}
	for _, defined := range set.Templates() {
		if name := defined.Name(); t[name] == nil || !parse.IsEmptyTree(defined.Tree.Root) {
			t[name] = defined.Tree
		}
	}
	return nil
}

// add puts the templates of a page into a set that has the parts: those that are the page's
// own, and those of the parts that call any of them.
func (t trees) add(set *template.Template, parts trees, layout string) error {
	own := maps.Clone(t)
	maps.DeleteFunc(own, func(name string, tree *parse.Tree) bool { return parts[name] != nil && parse.IsEmptyTree(tree.Root) })
	for grown := true; grown; {
		grown = false
		for name, tree := range parts {
			calls(tree.Root, func(c *parse.TemplateNode) {
				if own[c.Name] != nil && own[name] == nil {
					own[name], grown = tree, true
				}
			})
		}
	}
	for name, tree := range own {
		tree = tree.Copy()
		calls(tree.Root, func(c *parse.TemplateNode) {
			if own[c.Name] != nil {
				c.Name = ownName(layout, c.Name)
			}
		})
		if _, err := set.AddParseTree(ownName(layout, name), tree); err != nil {
			return err
		}
	}
	return nil
}

// ownName is what a page's own template is called among all pages'.
func ownName(layout, name string) string { return layout + "/" + name }

// calls visits every {{template}} below a node.
func calls(n parse.Node, visit func(*parse.TemplateNode)) {
	branches := func(b *parse.BranchNode) {
		calls(b.List, visit)
		if b.ElseList != nil {
			calls(b.ElseList, visit)
		}
	}
	switch n := n.(type) {
	case *parse.ListNode:
		for _, c := range n.Nodes {
			calls(c, visit)
		}
	case *parse.IfNode:
		branches(&n.BranchNode)
	case *parse.RangeNode:
		branches(&n.BranchNode)
	case *parse.WithNode:
		branches(&n.BranchNode)
	case *parse.TemplateNode:
		visit(n)
	}
}
