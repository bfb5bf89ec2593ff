package chart

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

// Drawing is one chart to draw.
type Drawing struct {
	// Slug names the chart: in messages, as prefix of every identifier in the SVG, and in file names. Lower-case
	// letters a–z, digits and hyphens, beginning with a letter; unique within a page. The wide and the narrow
	// drawing of a chart have different slugs.
	Slug string
	// Title and Desc become the drawing's <title> and <desc>, its name and description for screen readers. Both are
	// required, and neither is drawn. They may change without the chart being drawn anew.
	Title, Desc string
	// Option is an ECharts option as pure JSON: no functions, colours from Roles, long texts broken by Wrap.
	Option json.RawMessage
	// Width and Height are in pixels, 50–4000.
	Width, Height int
}

// SVG is a finished drawing.
type SVG struct {
	Slug          string
	Title, Desc   string
	Width, Height int
	// Markup is the <svg> element, ready to stand in a page: no style element or attribute, identifiers prefixed
	// with the slug, a viewBox, and width and height that StyleSheet lets shrink.
	Markup string

	alone string // what Standalone writes before the drawing, if it has been made
}

var slugForm = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// finish puts a normalised drawing in its root element.
func finish(d Drawing, body []byte) SVG {
	var b strings.Builder
	b.Grow(len(body) + len(body)/8 + len(d.Title) + len(d.Desc) + 500)
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" class="diagram" width="%d" height="%d" viewBox="0 0 %d %d" `,
		d.Width, d.Height, d.Width, d.Height)
	fmt.Fprintf(&b, `role="img" aria-labelledby="%s-titel %s-beskrivning" font-family="`, d.Slug, d.Slug)
	escapeText(&b, FontStack)
	fmt.Fprintf(&b, `"><title id="%s-titel">`, d.Slug)
	escapeText(&b, d.Title)
	fmt.Fprintf(&b, `</title><desc id="%s-beskrivning">`, d.Slug)
	escapeText(&b, d.Desc)
	b.WriteString("</desc>")
	for i, part := range bytes.Split(body, []byte(slugMark)) {
		if i > 0 {
			b.WriteString(d.Slug)
		}
		b.Write(part)
	}
	b.WriteString("</svg>")
	return SVG{Slug: d.Slug, Title: d.Title, Desc: d.Desc, Width: d.Width, Height: d.Height, Markup: b.String()}
}
