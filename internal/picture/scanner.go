package picture

import (
	"image"
	"image/color"

	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// scanner paints paths on a canvas. It is rasterx's own ScannerGV, but for working only where a path is: the other goes
// through the whole canvas for every letter, and takes ten times as long. Winding is non-zero; there is no clipping.
type scanner struct {
	canvas *image.RGBA
	raster vector.Rasterizer
	colour image.Uniform
	path   []step
	extent fixed.Rectangle26_6
}

// step is a point of the path; start begins a new part of it.
type step struct {
	to    fixed.Point26_6
	start bool
}

func (s *scanner) Start(a fixed.Point26_6) { s.add(step{a, true}) }
func (s *scanner) Line(b fixed.Point26_6)  { s.add(step{b, false}) }

func (s *scanner) add(p step) {
	here := fixed.Rectangle26_6{Min: p.to, Max: p.to.Add(fixed.Point26_6{X: 1, Y: 1})} // an empty one has no place in a union
	if len(s.path) == 0 {
		s.extent = here
	}
	s.path, s.extent = append(s.path, p), s.extent.Union(here)
}

// Draw paints the path that has been gathered.
func (s *scanner) Draw() {
	at := image.Rect(s.extent.Min.X.Floor(), s.extent.Min.Y.Floor(), s.extent.Max.X.Ceil(), s.extent.Max.Y.Ceil()).Intersect(s.canvas.Rect)
	if len(s.path) == 0 || at.Empty() {
		return
	}
	s.raster.Reset(at.Dx(), at.Dy())
	for _, p := range s.path {
		x, y := float32(p.to.X)/64-float32(at.Min.X), float32(p.to.Y)/64-float32(at.Min.Y)
		if p.start {
			s.raster.MoveTo(x, y)
		} else {
			s.raster.LineTo(x, y)
		}
	}
	s.raster.Draw(s.canvas, at, &s.colour, image.Point{})
}

func (s *scanner) GetPathExtent() fixed.Rectangle26_6 { return s.extent }
func (s *scanner) Clear()                             { s.path = s.path[:0] }

// SetColor takes plain colours: the charts have no gradients.
func (s *scanner) SetColor(c any) {
	if plain, ok := c.(color.Color); ok {
		s.colour.C = plain
	}
}

func (s *scanner) SetBounds(int, int)      {}
func (s *scanner) SetWinding(bool)         {}
func (s *scanner) SetClip(image.Rectangle) {}
