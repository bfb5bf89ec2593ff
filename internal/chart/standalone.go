package chart

import (
	"fmt"
	"strings"
)

// Sizes of a drawing that stands alone, in pixels.
const (
	aloneMargin = 20
	titleSize   = 18
	titleLine   = 24
)

// Standalone is the drawing as a file to download: with its title and description in sight, on a background and in colours
// of its own, light, dark and with more contrast as the reader has it. Programs that read no styles get the light ones.
func (s SVG) Standalone() []byte {
	head, drawing := s.alone, s.drawing()
	if head == "" {
		head = s.aloneHead()
	}
	b := make([]byte, 0, len(head)+len(drawing)+1)
	return append(append(append(b, head...), drawing...), '\n')
}

// drawing is what follows the title and the description in the markup.
func (s SVG) drawing() string {
	_, drawing, _ := strings.Cut(s.Markup, "</desc>")
	return drawing
}

// aloneHead is what stands before the drawing in a file of its own.
func (s SVG) aloneHead() string {
	head, _, _ := strings.Cut(s.Markup, "</desc>")
	_, names, _ := strings.Cut(head, `role="img"`)
	title := strings.Split(wrapWord(s.Title, float64(s.Width), titleSize, true), "\n")
	about := strings.TrimPrefix(s.Desc, exampleMark+". ") // the drawing bears the mark
	desc := strings.Split(wrapWord(about, float64(s.Width), bodySize, false), "\n")
	above := aloneMargin + titleLine*len(title) + lineHeight*len(desc) + 16
	width, height := s.Width+2*aloneMargin, s.Height+above+aloneMargin

	var b strings.Builder
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="%d %d %d %d" role="img"`,
		width, height, -aloneMargin, -above, width, height)
	b.WriteString(names)
	fmt.Fprintf(&b, `</desc><style>%s</style>`, aloneStyle(s.drawing()))
	fmt.Fprintf(&b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s" class="%s"/>`,
		-aloneMargin, -above, width, height, Background.Hex(), Background.FillClass())
	y := -above + aloneMargin
	y = aloneLines(&b, title, y, titleLine, fmt.Sprintf(`font-size="%d" font-weight="600"`, titleSize), Text)
	aloneLines(&b, desc, y+2, lineHeight, fmt.Sprintf(`font-size="%d"`, bodySize), Muted)
	return b.String()
}

// aloneLines writes lines of text from y down, and returns where they end.
func aloneLines(b *strings.Builder, lines []string, y, line int, font string, role Role) int {
	fmt.Fprintf(b, `<g %s fill="%s" class="%s">`, font, role.Hex(), role.FillClass())
	for _, words := range lines {
		fmt.Fprintf(b, `<text x="0" y="%d">`, y+line*3/4)
		escapeText(b, words)
		b.WriteString("</text>")
		y += line
	}
	b.WriteString("</g>")
	return y
}

// aloneStyle are the colours of the roles that the drawing uses, where they differ from its attributes'.
func aloneStyle(drawing string) string {
	used := classes(drawing)
	for _, always := range []Role{Background, Text, Muted} {
		used[always.FillClass()] = true
	}
	var b strings.Builder
	for _, scheme := range schemes[1:] {
		fmt.Fprintf(&b, "@media %s{", scheme.media)
		for _, s := range swatches {
			colour := scheme.colour(s)
			if colour == "" {
				continue
			}
			if class := s.role.FillClass(); used[class] {
				fmt.Fprintf(&b, ".%s{fill:%s}", class, colour)
			}
			if class := s.role.StrokeClass(); used[class] {
				fmt.Fprintf(&b, ".%s{stroke:%s}", class, colour)
			}
		}
		b.WriteByte('}')
	}
	return b.String()
}

// classes are those that stand in a drawing.
func classes(drawing string) map[string]bool {
	found := map[string]bool{}
	for {
		_, after, more := strings.Cut(drawing, ` class="`)
		if !more {
			return found
		}
		var names string
		names, drawing, _ = strings.Cut(after, `"`)
		for name := range strings.SplitSeq(names, " ") {
			found[name] = true
		}
	}
}
