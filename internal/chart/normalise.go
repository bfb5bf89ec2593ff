package chart

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// slugMark stands in a normalised drawing where the slug goes, so that one cache entry serves every slug. XML forbids
// the character, so no text from an option can contain it.
const slugMark = "\x01"

// normaliser carries what one drawing's elements share.
type normaliser struct {
	ids   map[string]string // ECharts' identifier → ours
	marks int               // elements that stand for a series
}

// normalise makes what ECharts drew fit for a page, see the package comment. The result is the inside of the root
// element: text with slugMark, without title and desc. It is a pure function of its argument.
func normalise(raw []byte) ([]byte, error) {
	root, err := parseElement(raw)
	if err != nil {
		return nil, fmt.Errorf("ECharts gav oläslig SVG: %w", err)
	}
	n := normaliser{ids: map[string]string{}}
	n.name(root)
	if err := n.clean(root, false); err != nil {
		return nil, err
	}
	if n.marks == 0 {
		return nil, errors.New("teckningen blev tom: ingen serie har något att visa")
	}
	compact(root)
	var b bytes.Buffer
	for _, child := range root.children {
		child.write(&b)
	}
	return b.Bytes(), nil
}

// name gives new identifiers in the order that they are declared or referred to, whichever comes first.
func (n *normaliser) name(e *element) {
	for _, a := range e.attrs {
		id, ok := reference(a.value)
		if a.name == "id" {
			id, ok = a.value, true
		}
		if ok && n.ids[id] == "" {
			n.ids[id] = slugMark + "-" + strconv.Itoa(len(n.ids)+1)
		}
	}
	for _, child := range e.children {
		n.name(child)
	}
}

// reference takes the identifier out of url(#identifier).
func reference(value string) (string, bool) {
	id, ok := strings.CutPrefix(value, "url(#")
	return strings.TrimSuffix(id, ")"), ok
}

// clean treats an element and everything in it; inClip inside a clipPath, where paint has no meaning.
func (n *normaliser) clean(e *element, inClip bool) error {
	if err := n.attributes(e, inClip); err != nil {
		return err
	}
	inClip = inClip || e.name == "clipPath"
	kept := e.children[:0]
	for _, child := range e.children {
		if child.name == "style" {
			continue
		}
		if err := allowed(child); err != nil {
			return err
		}
		if err := n.clean(child, inClip); err != nil {
			return err
		}
		if !inClip && invisible(child) {
			continue
		}
		kept = append(kept, child)
	}
	e.children = kept
	return nil
}

// elements are those that the normaliser knows how to make safe. Gradients, shadows and images are left out: their
// colours can't follow the page's scheme.
var elements = map[string]bool{
	"svg": true, "g": true, "defs": true, "clipPath": true, "pattern": true, "text": true, "tspan": true,
	"path": true, "rect": true, "circle": true, "polygon": true, "polyline": true, "line": true, "ellipse": true,
}

func allowed(e *element) error {
	if !elements[e.name] {
		return fmt.Errorf("elementet <%s> går inte att använda i ett diagram (övertoningar, skuggor och bilder "+
			"följer inte sidans färger)", e.name)
	}
	return nil
}

// invisible tells whether the element draws nothing: ECharts leaves the frames of texts and areas for the mouse. The
// legend's are kept, they are what one presses to hide a series.
func invisible(e *element) bool {
	switch e.name {
	case "g", "defs":
		return len(e.children) == 0
	case "text":
		return e.text == "" && len(e.children) == 0
	case "clipPath", "pattern":
		return false
	}
	return e.get("data-del") != "forklaring" && !paints(e, "fill") && !paints(e, "stroke")
}

func paints(e *element, property string) bool {
	switch e.get(property) {
	case "none":
		return false
	case "":
		return property == "fill" // SVG fills with black unless told otherwise
	}
	return e.get(property+"-opacity") != "0"
}
