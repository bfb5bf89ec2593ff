package picture

import (
	"cmp"
	"image"
	"image/color"
	"math"
	"slices"
)

const (
	most  = 256   // colours that a PNG with a palette can have
	apart = 8 * 8 // how unlike they are at least: the square of the distance between them
)

// rgb is an opaque colour as 0xrrggbb.
type rgb uint32

func (c rgb) parts() (r, g, b int) { return int(c >> 16), int(c >> 8 & 255), int(c & 255) }

// paletted is the canvas in its most frequent colours. Every area and line has its own, and the thousands on the edges of
// letters become the nearest, which nobody sees. The file is less than half as large.
func paletted(canvas *image.RGBA) *image.Paletted {
	pixels := make([]rgb, 0, len(canvas.Pix)/4)
	for p := canvas.Pix; len(p) >= 4; p = p[4:] {
		pixels = append(pixels, rgb(p[0])<<16|rgb(p[1])<<8|rgb(p[2]))
	}
	index, palette := indexed(frequent(pixels))
	out := image.NewPaletted(canvas.Rect, palette)
	for i, c := range pixels {
		if i > 0 && c == pixels[i-1] {
			out.Pix[i] = out.Pix[i-1]
		} else {
			out.Pix[i] = index[c]
		}
	}
	return out
}

// frequent are the colours that there are, the most frequent first.
func frequent(pixels []rgb) []rgb {
	count, begin := map[rgb]int{}, 0
	for i := range pixels {
		if last := i == len(pixels)-1; last || pixels[i+1] != pixels[i] {
			count[pixels[i]] += i + 1 - begin
			begin = i + 1
		}
	}
	colours := make([]rgb, 0, len(count))
	for c := range count {
		colours = append(colours, c)
	}
	slices.SortFunc(colours, func(a, b rgb) int { return cmp.Or(count[b]-count[a], cmp.Compare(a, b)) })
	return colours
}

// indexed makes a palette of the first colours that are unlike each other, and tells which of them each colour becomes.
func indexed(colours []rgb) (map[rgb]uint8, color.Palette) {
	var own []rgb
	index := make(map[rgb]uint8, len(colours))
	for _, c := range colours {
		if _, far := nearest(own, c); far >= apart && len(own) < most {
			own = append(own, c)
		}
	}
	for _, c := range colours {
		near, _ := nearest(own, c)
		index[c] = uint8(near)
	}
	palette := make(color.Palette, len(own))
	for i, c := range own {
		r, g, b := c.parts()
		palette[i] = color.RGBA{uint8(r), uint8(g), uint8(b), 255}
	}
	return index, palette
}

// nearest is the index of the colour most like another, and how unlike they are.
func nearest(palette []rgb, to rgb) (index, far int) {
	r, g, b := to.parts()
	far = math.MaxInt
	for i, c := range palette {
		pr, pg, pb := c.parts()
		if d := (pr-r)*(pr-r) + (pg-g)*(pg-g) + (pb-b)*(pb-b); d < far {
			index, far = i, d
		}
	}
	return index, far
}
