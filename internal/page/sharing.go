package page

import (
	"path"

	"samverkan/internal/picture"
)

// Picture is what a shared link shows of a page beside its title.
type Picture struct {
	URL           string
	Width, Height int
	Alt           string
}

// PicturePath is where the picture of the page at path lies; every page with a drawing has one in a site that knows
// its address. It is drawn from the finished page, and so not here.
func PicturePath(page string) string { return path.Join(path.Dir(page), "bild.png") }

// shares lets links to the page show its first drawing. Nobody can fetch it without knowing where the site is.
func (f *Frame) shares(base, page string) {
	if base != "" {
		f.Picture = &Picture{canonical(base, PicturePath(page)), picture.Width, picture.Height, f.Heading + ": sidans första diagram"}
	}
}
