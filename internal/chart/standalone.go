package chart

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
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
	head, drawing, _ := strings.Cut(s.Markup, "</desc>")
	_, names, _ := strings.Cut(head, `role="img"`)
	title := strings.Split(wrapWord(s.Title, float64(s.Width), titleSize, true), "\n")
	about := strings.TrimPrefix(s.Desc, exampleMark+". ") // the drawing bears the mark
	desc := strings.Split(wrapWord(about, float64(s.Width), bodySize, false), "\n")
	above := aloneMargin + titleLine*len(title) + lineHeight*len(desc) + 16
	width, height := s.Width+2*aloneMargin, s.Height+above+aloneMargin

	var b bytes.Buffer
	b.Grow(len(s.Markup) + 4000)
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="%d %d %d %d" role="img"`,
		width, height, -aloneMargin, -above, width, height)
	b.WriteString(names)
	fmt.Fprintf(&b, `</desc><style>%s</style>`, aloneStyle(drawing))
	fmt.Fprintf(&b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s" class="%s"/>`,
		-aloneMargin, -above, width, height, Background.Hex(), Background.FillClass())
	y := -above + aloneMargin
	y = aloneLines(&b, title, y, titleLine, fmt.Sprintf(`font-size="%d" font-weight="600"`, titleSize), Text)
	aloneLines(&b, desc, y+2, lineHeight, fmt.Sprintf(`font-size="%d"`, bodySize), Muted)
	b.WriteString(drawing)
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
func aloneStyle(drawing string) string {
	used := classes(drawing)
	used[Background.FillClass()], used[Text.FillClass()], used[Muted.FillClass()] = true, true, true
	var b strings.Builder
	for _, scheme := range aloneSchemes() {
		b.WriteString("@media " + scheme.media + "{")
		for _, rule := range scheme.rules {
			if used[rule.class] {
				b.WriteString(rule.text)
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

type (
	aloneScheme struct {
		media string
		rules []aloneRule
	}
	aloneRule struct{ class, text string } // the rule for a class
)

// aloneSchemes are the rules of each scheme but the first, which attributes say.
var aloneSchemes = sync.OnceValue(func() (all []aloneScheme) {
	for _, scheme := range schemes[1:] {
		one := aloneScheme{media: scheme.media}
		for _, s := range swatches {
			colour := scheme.colour(s)
			if colour == "" {
				continue
			}
			fill, stroke := s.role.FillClass(), s.role.StrokeClass()
			one.rules = append(one.rules, aloneRule{fill, fmt.Sprintf(".%s{fill:%s}", fill, colour)},
				aloneRule{stroke, fmt.Sprintf(".%s{stroke:%s}", stroke, colour)})
		}
		all = append(all, one)
	}
	return all
})
