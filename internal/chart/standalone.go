package chart

import (
	"bytes"
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
	head, drawing, _ := bytes.Cut(s.Markup, []byte("</desc>"))
	_, names, _ := bytes.Cut(head, []byte(`role="img"`))
	title := strings.Split(wrapWord(s.Title, float64(s.Width), titleSize, true), "\n")
	about := strings.TrimPrefix(s.Desc, exampleMark+". ") // the drawing bears the mark
	desc := strings.Split(wrapWord(about, float64(s.Width), bodySize, false), "\n")
	above := aloneMargin + titleLine*len(title) + lineHeight*len(desc) + 16
	width, height := s.Width+2*aloneMargin, s.Height+above+aloneMargin

	var b bytes.Buffer
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="%d %d %d %d" role="img"`,
		width, height, -aloneMargin, -above, width, height)
	b.Write(names)
	fmt.Fprintf(&b, `</desc><style>%s</style>`, aloneStyle(drawing))
	fmt.Fprintf(&b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s" class="%s"/>`,
		-aloneMargin, -above, width, height, Background.Hex(), Background.FillClass())
	y := -above + aloneMargin
	y = aloneLines(&b, title, y, titleLine, fmt.Sprintf(`font-size="%d" font-weight="600"`, titleSize), Text)
	aloneLines(&b, desc, y+2, lineHeight, fmt.Sprintf(`font-size="%d"`, bodySize), Muted)
	b.Write(drawing)
	b.WriteByte('\n')
	return b.Bytes()
}

// aloneLines writes lines of text from y down, and returns where they end.
func aloneLines(b *bytes.Buffer, lines []string, y, line int, font string, role Role) int {
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
func aloneStyle(drawing []byte) string {
	var b strings.Builder
	for _, scheme := range schemes[1:] {
		var rules strings.Builder
		for _, s := range swatches {
			colour := scheme.colour(s)
			if colour == "" {
				continue
			}
			always := s.role == Background || s.role == Text || s.role == Muted
			if always || bytes.Contains(drawing, []byte(s.role.FillClass())) {
				fmt.Fprintf(&rules, ".%s{fill:%s}", s.role.FillClass(), colour)
			}
			if bytes.Contains(drawing, []byte(s.role.StrokeClass())) {
				fmt.Fprintf(&rules, ".%s{stroke:%s}", s.role.StrokeClass(), colour)
			}
		}
		fmt.Fprintf(&b, "@media %s{%s}", scheme.media, rules.String())
	}
	return b.String()
}
