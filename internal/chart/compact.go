package chart

import (
	"slices"
	"strings"
)

// A page holds every chart twice, and what ECharts writes says the same of each mark over and over. compact draws the
// same in fewer characters: places are written into the shapes, strokes alike become one, and what neighbours share
// stands once, on a group. It takes a cleaned root.
func compact(root *element) {
	full := wholeClips(root)
	root.children = flatten(root.children, full)
	for _, e := range root.children {
		eachLeaf(e, settle)
	}
	eachGroup(root, func(e *element) {
		e.children = group(join(boxesFirst(gatherPatterns(e.children)), alike))
	})
}

// eachLeaf and eachGroup leave out definitions, whose parts nobody sees side by side.
func eachLeaf(e *element, do func(*element)) {
	switch {
	case e.name == "defs":
	case e.name != "g":
		do(e)
	default:
		for _, child := range e.children {
			eachLeaf(child, do)
		}
	}
}

func eachGroup(e *element, do func(*element)) {
	if e.name != "g" && e.name != "svg" {
		return
	}
	for _, child := range e.children {
		eachGroup(child, do)
	}
	do(e)
}

// own are the attributes that belong to an element alone. All others are inherited, or select it.
var own = []string{"d", "x", "y", "cx", "cy", "r", "transform", "data-punkt", "clip-path", "pointer-events", "data-serie", "data-del"}

// shared is what an element may have in common with its neighbours, in one string.
func shared(e *element) string {
	var b strings.Builder
	for _, a := range e.attrs {
		if !slices.Contains(own, a.name) {
			b.WriteString(a.name + "=" + a.value + "\n")
		}
	}
	return b.String()
}

// gatherPatterns moves the patterns that lie on a series' marks behind its last mark and joins them to one shape: the
// marks of a series don't cover each other, and their edges are drawn already.
func gatherPatterns(children []*element) []*element {
	var kept []*element
	for i := 0; i < len(children); {
		serie := children[i].get("data-serie")
		end := i + 1
		for serie != "" && end < len(children) && children[end].get("data-serie") == serie {
			end++
		}
		var patterns []*element
		for k, e := range children[i:end] {
			pattern := k > 0 && e.name == "path" && strings.HasPrefix(e.get("fill"), "url(") && e.get("data-punkt") == "" &&
				e.get("data-del") == "" && e.get("d") == children[i+k-1].get("d")
			if !pattern {
				kept = append(kept, e)
				continue
			}
			for _, name := range []string{"stroke", "stroke-width", "class"} {
				e.set(name, "")
			}
			patterns = append(patterns, e)
		}
		kept = append(kept, join(patterns, func(a, b *element) bool { return a.get("fill") == b.get("fill") })...)
		i = end
	}
	return kept
}

// labelBox tells whether the element is a box that a label stands on.
func labelBox(e *element) bool {
	return e.name == "path" && e.get("fill") == Background.Hex() && e.get("stroke") == "" && e.get("data-punkt")+e.get("data-del") == ""
}

// boxesFirst puts the boxes that labels stand on before the labels, which are then neighbours. No box covers another's
// label.
func boxesFirst(children []*element) []*element {
	for i := 0; i < len(children); i++ {
		end := i
		for end < len(children) && (children[end].name == "text" || labelBox(children[end])) {
			end++
		}
		slices.SortStableFunc(children[i:end], func(a, b *element) int { return strings.Compare(a.name, b.name) }) // path before text
		i = max(end, i)
	}
	return children
}

// alike tells whether two neighbours may become one shape: lines, and boxes below labels, that look the same and belong
// to the same mark, or to none.
func alike(a, b *element) bool {
	line := a.get("fill") == "none" && a.get("stroke") != "" && a.get("stroke-opacity") == "" && a.get("pointer-events") == ""
	if !line && !(labelBox(a) && labelBox(b)) {
		return false
	}
	for _, name := range []string{"data-serie", "data-punkt", "data-del", "transform", "clip-path"} {
		if a.get(name) != b.get(name) {
			return false
		}
	}
	return shared(a) == shared(b)
}

// join puts a path's outline at the end of its predecessor's wherever alike lets it.
func join(children []*element, alike func(a, b *element) bool) []*element {
	var kept []*element
	for _, e := range children {
		if n := len(kept); n > 0 && e.name == "path" && kept[n-1].name == "path" && alike(kept[n-1], e) {
			kept[n-1].set("d", kept[n-1].get("d")+e.get("d"))
			continue
		}
		kept = append(kept, e)
	}
	return kept
}

// group lets what neighbours share stand once. Texts never cover each other, so those alike are brought together first.
func group(children []*element) []*element {
	children = sortTexts(children)
	var kept []*element
	for i := 0; i < len(children); {
		look := shared(children[i])
		end := i + 1
		for end < len(children) && leaf(children[i]) && leaf(children[end]) && shared(children[end]) == look {
			end++
		}
		if run := children[i:end]; len(run) > 1 && look != "" {
			kept = append(kept, groupOf(run))
		} else {
			kept = append(kept, run...)
		}
		i = end
	}
	return kept
}

func leaf(e *element) bool { return e.name == "path" || e.name == "circle" || e.name == "text" }

func groupOf(run []*element) *element {
	g := &element{name: "g", children: run}
	for _, a := range run[0].attrs {
		if !slices.Contains(own, a.name) {
			g.attrs = append(g.attrs, a)
		}
	}
	for _, e := range run {
		e.attrs = slices.DeleteFunc(e.attrs, func(a attr) bool { return !slices.Contains(own, a.name) })
	}
	g.children = bySeries(g)
	return g
}

// bySeries lets the marks of a series that are neighbours in a group name it once: on the group if all are of one, else
// on a group of their own. What a reader presses in the legend names its series itself.
func bySeries(g *element) (kept []*element) {
	run := g.children
	for i := 0; i < len(run); {
		serie := run[i].get("data-serie")
		end := i
		for end < len(run) && run[end].get("data-serie") == serie && run[end].get("data-del") == "" {
			end++
		}
		switch {
		case end-i < 2 || serie == "":
			end = max(end, i+1)
			kept = append(kept, run[i:end]...)
		case end-i == len(run):
			g.set("data-serie", serie)
			kept = run
		default:
			kept = append(kept, &element{name: "g", attrs: []attr{{"data-serie", serie}}, children: run[i:end]})
		}
		if end-i > 1 && serie != "" {
			for _, e := range run[i:end] {
				e.set("data-serie", "")
			}
		}
		i = end
	}
	return kept
}

// sortTexts orders each run of texts by look, looks by their first appearance.
func sortTexts(children []*element) []*element {
	for i := 0; i < len(children); {
		end := i
		order := map[string]int{}
		for end < len(children) && children[end].name == "text" {
			look := shared(children[end])
			if _, seen := order[look]; !seen {
				order[look] = len(order)
			}
			end++
		}
		slices.SortStableFunc(children[i:end], func(a, b *element) int { return order[shared(a)] - order[shared(b)] })
		i = max(end, i+1)
	}
	return children
}
