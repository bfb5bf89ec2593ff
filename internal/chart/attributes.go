package chart

import (
	"fmt"
	"strings"
)

// attributes rewrites one element's attributes, keeping their order.
func (n *normaliser) attributes(e *element, inClip bool) error {
	unpaint(e)
	old := e.attrs
	e.attrs = make([]attr, 0, len(old)+2)
	for _, a := range old {
		if strings.Contains(a.value, "NaN") || strings.Contains(a.value, "Infinity") {
			return fmt.Errorf("<%s %s=%q>: teckningen innehåller ett värde som inte är ett tal", e.name, a.name, a.value)
		}
		if err := n.attribute(e, a, inClip); err != nil {
			return err
		}
	}
	switch {
	case inClip || e.get("data-serie") == "":
	case e.get("data-del") == "forklaring":
		if e.get("fill") == "none" {
			e.set("pointer-events", "visible") // the frame is what one presses
		}
	default:
		n.marks++
	}
	return nil
}

// unpaint removes paint that can't be seen, whose colour is ECharts' own and no role's.
func unpaint(e *element) {
	for _, property := range []string{"fill", "stroke"} {
		if e.get(property+"-opacity") == "0" {
			e.set(property, "none")
			e.set(property+"-opacity", "")
		}
	}
	if e.get("stroke-width") == "0" || e.get("stroke") == "none" {
		for _, name := range []string{"stroke", "stroke-width", "stroke-dasharray", "stroke-linecap"} {
			e.set(name, "")
		}
	}
}

func (n *normaliser) attribute(e *element, a attr, inClip bool) error {
	if id, ok := reference(a.value); ok {
		e.set(a.name, "url(#"+n.ids[id]+")")
		return nil
	}
	switch a.name {
	case "style":
		return styled(e, a.value)
	case "fill", "stroke":
		if inClip {
			return nil
		}
		return paint(e, a.name, a.value)
	case "id":
		e.set("id", n.ids[a.value])
	case "class", "xml:space", "pointer-events", "ecmeta_silent", "stroke-miterlimit":
		// ECharts' classes carry hover rules only; spaces never come in runs; a line's inside is no mark; no corner of
		// ours is so sharp that its point would be cut.
	case "ecmeta_serie", "ecmeta_punkt", "ecmeta_del":
		if !inClip {
			e.set("data-"+strings.TrimPrefix(a.name, "ecmeta_"), a.value)
		}
	default:
		e.set(a.name, a.value)
	}
	return nil
}

// styled turns the style attribute that ECharts gives texts into presentation attributes, which a strict
// Content-Security-Policy lets through. The family is the root's.
func styled(e *element, style string) error {
	for declaration := range strings.SplitSeq(style, ";") {
		property, value, _ := strings.Cut(declaration, ":")
		property, value = strings.TrimSpace(property), strings.TrimSpace(value)
		switch property {
		case "", "font-family":
		case "font-size":
			e.set(property, strings.TrimSuffix(value, "px"))
		case "font-weight", "font-style":
			e.set(property, value)
		case "font":
			shorthand(e, value)
		default:
			return fmt.Errorf("okänd stil %q på <%s>", declaration, e.name)
		}
	}
	return nil
}

// shorthand takes apart "normal bold 13px sans-serif", as texts with marked-up parts have it.
func shorthand(e *element, font string) {
	for part := range strings.FieldsSeq(font) {
		size, found := strings.CutSuffix(part, "px")
		switch {
		case found:
			e.set("font-size", size)
			return // the rest is the family
		case part == "italic":
			e.set("font-style", part)
		case part != "normal":
			e.set("font-weight", part)
		}
	}
}

// paint ties a colour to its role: the class for the page, the attribute for the file that stands alone.
func paint(e *element, property, value string) error {
	if value == "none" || value == "transparent" {
		e.set(property, "none")
		return nil
	}
	hex, opacity, err := canonicalColour(value)
	if err != nil {
		return err
	}
	role, known := roleByHex[hex]
	if !known {
		return fmt.Errorf("färgen %s på <%s> hör inte till någon roll i temat (se chart.Roles)", value, e.name)
	}
	e.set(property, hex)
	if opacity != "" {
		e.set(property+"-opacity", opacity)
	}
	if property == "fill" {
		e.addClass(role.FillClass())
	} else {
		e.addClass(role.StrokeClass())
	}
	return nil
}
