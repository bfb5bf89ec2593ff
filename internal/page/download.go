package page

import (
	"path"

	"samverkan/internal/compare"
)

// DataYear is a year's open data as it lies beside the pages, made by somebody else: a page
// only names the files. Few pages say what is in them, so Package is only called there.
type DataYear struct {
	Year    int
	Package func() DataPackage
}

// DataPackage is the files that hold a whole year, and their version.
type DataPackage struct {
	Version string
	Files   []DataFile
}

// DataFile is a file of open data.
type DataFile struct {
	Path, Checksum string
	Bytes          int
}

// dataYear is the open data of a year; nil when there is none.
func (p *press) dataYear(year int) *DataYear {
	for i := range p.in.Data {
		if p.in.Data[i].Year == year {
			return &p.in.Data[i]
		}
	}
	return nil
}

// downloads are the files behind a figure. A page may show fewer rows than its table
// has; the file has them all. A table that only a page has made has no file.
func (p *pen) downloads(t *compare.Table) []Link {
	if p.dataYear(t.Year) == nil || !p.published(t) {
		return nil
	}
	links := []Link{{Href: p.href(t.CSVPath()), Text: "CSV", Note: "– " + t.Title}}
	if _, _, drawn := p.drawing(t); drawn {
		links = append(links, Link{Href: p.href(t.SVGPath()), Text: "SVG", Note: "– " + t.Title})
	}
	return links
}

// published reports whether compare lists the table, and so its file is written.
func (p *press) published(t *compare.Table) bool { return p.files[t.CSVPath()] }

func tableFiles(c *compare.Comparison) map[string]bool {
	files := map[string]bool{}
	for _, t := range c.Tables() {
		if !t.Repeats() {
			files[t.CSVPath()] = true
		}
	}
	return files
}

// name is what a file is called in its folder.
func (f DataFile) name() string { return path.Base(f.Path) }
