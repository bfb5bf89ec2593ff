package picture

import (
	"fmt"
	"strings"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// fonts are metric twins of Arial, which the charts' texts are measured for.
var fonts = struct{ regular, bold *sfnt.Font }{parse(liberationsansregular.TTF), parse(liberationsansbold.TTF)}

func parse(data []byte) *sfnt.Font {
	f, err := sfnt.Parse(data)
	if err != nil {
		panic(err) // the font is embedded
	}
	return f
}

// em is the size that outlines are read in: fine enough to be scaled to any other.
const em = 2048

// pen writes outlines.
type pen struct {
	font   *sfnt.Font
	buffer sfnt.Buffer
	scale  float64
}

func newPen(size float64, bold bool) *pen {
	p := &pen{font: fonts.regular, scale: size / em / 64}
	if bold {
		p.font = fonts.bold
	}
	return p
}

// width is a text's on one line, in pixels.
func (p *pen) width(text string) float64 {
	at := 0.0
	for _, r := range text {
		at += p.advance(p.glyph(r))
	}
	return at
}

// glyph is a rune's; a no-break space of any width is a space, and what the font lacks its own empty frame.
func (p *pen) glyph(r rune) sfnt.GlyphIndex {
	if r == '\u202f' || r == '\u2009' {
		r = '\u00a0'
	}
	g, err := p.font.GlyphIndex(&p.buffer, r)
	if err != nil {
		return 0
	}
	return g
}

func (p *pen) advance(g sfnt.GlyphIndex) float64 {
	a, err := p.font.GlyphAdvance(&p.buffer, g, fixed.I(em), font.HintingNone)
	if err != nil {
		return 0
	}
	return float64(a) * p.scale
}

// write appends a text's outlines to an SVG path, beginning at x on the base line y.
func (p *pen) write(b *strings.Builder, text string, x, y float64) error {
	for _, r := range text {
		g := p.glyph(r)
		segments, err := p.font.LoadGlyph(&p.buffer, g, fixed.I(em), nil)
		if err != nil {
			return fmt.Errorf("tecknet %q: %w", r, err)
		}
		for i, s := range segments {
			if s.Op == sfnt.SegmentOpMoveTo && i > 0 {
				b.WriteByte('Z')
			}
			b.WriteByte("MLQC"[s.Op])
			for _, point := range s.Args[:points(s.Op)] {
				fmt.Fprintf(b, "%.2f %.2f ", x+float64(point.X)*p.scale, y+float64(point.Y)*p.scale)
			}
		}
		if len(segments) > 0 {
			b.WriteByte('Z')
		}
		x += p.advance(g)
	}
	return nil
}

// points is how many points a segment has.
func points(op sfnt.SegmentOp) int {
	switch op {
	case sfnt.SegmentOpQuadTo:
		return 2
	case sfnt.SegmentOpCubeTo:
		return 3
	}
	return 1
}
