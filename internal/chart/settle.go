package chart

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// wholeClips are the clip paths that clip nothing, since they reach beyond the drawing on all sides: ECharts' way of not
// clipping lines.
func wholeClips(root *element) map[string]bool {
	size := strings.Fields(root.get("viewBox"))
	if len(size) != 4 {
		return nil
	}
	width, _ := strconv.ParseFloat(size[2], 64)
	height, _ := strconv.ParseFloat(size[3], 64)
	whole := map[string]bool{}
	for _, defs := range root.children {
		if defs.name != "defs" {
			continue
		}
		defs.children = slices.DeleteFunc(defs.children, func(e *element) bool {
			if e.name != "clipPath" || len(e.children) != 1 {
				return false
			}
			p, ok := parsePath(e.children[0].get("d"))
			if !ok {
				return false
			}
			x, y, w, h, ok := p.box()
			ok = ok && x <= 0 && y <= 0 && x+w >= width && y+h >= height
			if ok {
				whole["url(#"+e.get("id")+")"] = true
			}
			return ok
		})
	}
	return whole
}

// flatten takes away groups that say nothing, and definitions of nothing.
func flatten(children []*element, full map[string]bool) (flat []*element) {
	for _, e := range children {
		if e.name == "g" || e.name == "defs" {
			e.children = flatten(e.children, full)
		}
		if full[e.get("clip-path")] {
			e.set("clip-path", "")
		}
		switch {
		case e.name == "g" && len(e.attrs) == 0:
			flat = append(flat, e.children...)
		case e.name == "defs" && len(e.children) == 0:
		default:
			flat = append(flat, e)
		}
	}
	return flat
}

// centre is how far below its middle a text has its baseline, in ems. Few programs but browsers know
// dominant-baseline, which ECharts asks for.
const centre = 0.35

// settle writes an element's transform into its coordinates.
func settle(e *element) {
	m, ok := parseMatrix(e.get("transform"))
	switch {
	case !ok:
	case e.name == "text":
		settleText(e, m)
	case e.name == "path":
		settlePath(e, m)
	}
}

// settleText puts a text on whole pixels, where screens draw it sharpest.
func settleText(e *element, m matrix) {
	size, err := strconv.ParseFloat(e.get("font-size"), 64)
	if err != nil || m.sx != 1 || m.sy != 1 {
		return
	}
	x, _ := strconv.ParseFloat(e.get("x"), 64)
	y, _ := strconv.ParseFloat(e.get("y"), 64)
	if e.get("dominant-baseline") == "central" {
		y += centre * size
		e.set("dominant-baseline", "")
	}
	if e.get("text-anchor") == "start" {
		e.set("text-anchor", "")
	}
	e.set("transform", "")
	e.set("x", pixels(math.Round(x+m.tx)))
	e.set("y", pixels(math.Round(y+m.ty)))
}

func settlePath(e *element, m matrix) {
	p, ok := parsePath(e.get("d"))
	stroked := e.get("stroke") != ""
	if !ok || stroked && !m.even() {
		return
	}
	if p, ok = p.place(m); !ok {
		return
	}
	e.set("transform", "")
	if stroked && m.sx != 1 {
		e.set("stroke-width", scaled(e.get("stroke-width"), m.sx))
	}
	if x, y, r, round := p.circle(); round {
		e.name = "circle"
		e.set("d", "")
		e.attrs = append([]attr{{"cx", tenth(x)}, {"cy", tenth(y)}, {"r", tenth(r)}}, e.attrs...)
		return
	}
	if labelBox(e) {
		p = p.whole()
	}
	e.set("d", p.String())
}

// scaled is a stroke's width after scaling, to a tenth; "" for 1, which is what it is unless told.
func scaled(width string, by float64) string {
	v, err := strconv.ParseFloat(width, 64)
	if err != nil {
		v = 1
	}
	if width = tenth(v * by); width == "1" {
		return ""
	}
	return width
}
