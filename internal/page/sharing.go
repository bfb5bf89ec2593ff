package page

import (
	"fmt"
	"path"
	"strings"

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

// citation is how a text refers to the page: who says it, what it is called and where it stands. Which version of the
// figures it shows stands on the page of open data: here every page would change with each of them.
func (p *pen) citation(heading string) string {
	site := p.cmp.Site
	if p.sheet.year == 0 {
		return ""
	}
	if !strings.Contains(heading, itoa(p.sheet.year)) {
		heading += " " + itoa(p.sheet.year)
	}
	text := fmt.Sprintf("%s: ”%s”, i %s.", site.Publisher, heading, site.Title)
	if site.BaseURL != "" {
		text += " " + canonical(site.BaseURL, p.sheet.path)
	}
	return text
}
