// Package picture draws what a shared link shows of a page: its title over its first chart and what that shows, as a PNG.
//
// The chart is the page's own SVG. Its texts are turned into outlines, since no font can be taken for granted, and the
// whole is painted by a rasteriser in Go. Patterns, which only tell colours apart in grey print, are left out.
package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"sync"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"

	"samverkan/internal/cache"
)

// Width and Height are a picture's size in pixels, the one that those who show links ask for.
const (
	Width  = 1200
	Height = 630
)

// Card is what stands on a picture.
type Card struct {
	Site  string // its title, small above the page's
	Title string // the page's
	Note  string // something that must not be missed, such as that all figures are invented; may be empty
	Chart []byte // an <svg> element as a page has it
}

// version is part of every key in the cache. Raise it when the same card gives another picture.
const version = "samverkan-bild 4"

// paintedBy are the modules whose work a picture is. Their versions, and the Go that encodes it, are part of every key.
var paintedBy = []string{"github.com/fyne-io/oksvg", "github.com/srwiley/rasterx", "golang.org/x/image", "codeberg.org/go-fonts/liberation"}

var painters = sync.OnceValue(func() string { return cache.Modules(paintedBy...) })

// Draw gives the picture as a PNG file, from the cache if it has been drawn before. The error is for a chart that isn't
// one of the program's own.
func Draw(kept cache.Store, c Card) ([]byte, error) {
	key := cache.Digest([]byte(version), []byte(painters()), []byte(c.Site), []byte(c.Title), []byte(c.Note), c.Chart)
	if data, ok := kept.Get(key); ok {
		return data, nil
	}
	data, err := c.draw()
	if err != nil {
		return nil, fmt.Errorf("bilden av %q: %w", c.Title, err)
	}
	kept.Put(key, data)
	return data, nil
}

func (c Card) draw() ([]byte, error) {
	sheet, err := c.layout()
	if err != nil {
		return nil, err
	}
	icon, err := oksvg.ReadIconStream(bytes.NewReader(sheet), oksvg.StrictErrorMode)
	if err != nil {
		return nil, err
	}
	canvas := image.NewRGBA(image.Rect(0, 0, Width, Height))
	draw.Draw(canvas, canvas.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	icon.SetTarget(0, 0, Width, Height)
	icon.Draw(rasterx.NewDasher(Width, Height, &scanner{canvas: canvas}), 1)
	var b bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.DefaultCompression}).Encode(&b, paletted(canvas))
	return b.Bytes(), err
}
