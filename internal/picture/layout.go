package picture

import (
	"fmt"
	"strings"
)

// The colours are the light ones of the site's own pages.
const (
	ink    = "#1b1f24"
	muted  = "#545d68"
	accent = "#1f5a94"
	warn   = "#8a4b00"
)

const (
	margin   = 64.0
	measure  = Width - 2*margin
	largest  = 1.5  // times the chart's own size
	smallest = 0.85 // a chart that would be smaller goes on below the edge
)

// layout is the whole picture as an SVG of nothing but shapes.
func (c Card) layout() ([]byte, error) {
	chart, err := outlined(c.Chart)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<svg viewBox="0 0 %d %d"><path fill="%s" d="M0 0H%dV12H0Z"/>`, Width, Height, accent, Width)
	below, err := c.words(&b, chart.title)
	if err != nil {
		return nil, err
	}
	room := Height - below - 24
	scale := max(min(largest, measure/chart.width, room/chart.height), min(smallest, measure/chart.width))
	fmt.Fprintf(&b, `<g transform="matrix(%.4f 0 0 %.4f %g %g)">%s</g>`, scale, scale, margin, below, chart.shapes)
	if scale*chart.height > room+1 {
		fade(&b)
	}
	b.WriteString("</svg>")
	return []byte(b.String()), nil
}

// words writes the texts above the chart and says where they end.
func (c Card) words(b *strings.Builder, chart string) (below float64, err error) {
	if err := line(b, newPen(24, false), c.Site, margin, 62, muted); err != nil {
		return 0, err
	}
	if p := newPen(24, true); c.Note != "" {
		if err := line(b, p, c.Note, Width-margin-p.width(c.Note), 62, warn); err != nil {
			return 0, err
		}
	}
	title := c.Title
	if strings.HasPrefix(chart, title) { // says as much and mostly the year
		title, chart = chart, ""
	}
	y, err := paragraph(b, title, 74, 46, true)
	if err == nil && chart != "" {
		y, err = paragraph(b, chart, y+10, 28, false)
	}
	return y + 32, err
}

// paragraph writes a text below y, on two lines at most if it can, and says where it ends.
func paragraph(b *strings.Builder, text string, y, size float64, bold bool) (below float64, err error) {
	lines := wrapped(newPen(size, bold), text)
	for len(lines) > 2 && size > 24 {
		size -= 4
		lines = wrapped(newPen(size, bold), text)
	}
	for _, l := range lines {
		y += size * 1.15
		if err := line(b, newPen(size, bold), l, margin, y, ink); err != nil {
			return 0, err
		}
	}
	return y, nil
}

func line(b *strings.Builder, p *pen, text string, x, y float64, colour string) error {
	fmt.Fprintf(b, `<path fill="%s" d="`, colour)
	err := p.write(b, text, x, y)
	b.WriteString(`"/>`)
	return err
}

// wrapped breaks a text into lines of at most the measure.
func wrapped(p *pen, text string) []string {
	var lines []string
	for _, word := range strings.Fields(text) {
		if n := len(lines); n > 0 && p.width(lines[n-1]+" "+word) <= measure {
			lines[n-1] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return lines
}

// fade lets a chart that goes on below the edge vanish there, so that nobody thinks it ends.
func fade(b *strings.Builder) {
	const steps, step = 16, 6
	for i := range steps {
		fmt.Fprintf(b, `<path fill="#ffffff" fill-opacity="%.3f" d="M0 %dH%dV%dH0Z"/>`, float64(i+1)/steps,
			Height-(steps-i)*step, Width, Height-(steps-i-1)*step)
	}
}
