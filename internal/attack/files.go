package attack

import (
	"strings"

	"samverkan/internal/compare"
)

// File is a file that is about to be published. Path is slash-separated.
type File struct {
	Path string
	Data []byte
}

// Watch reads the finished files again, as bytes, and looks for what is masked: in the
// open data every row of a masked fact; in the pages every table where a figure is masked,
// cell by cell, what its total and its shares leave over, and the sentence above it. So
// it finds what a template, a download or a page of its own making would give away after
// the comparison was attacked. It doesn't read drawings or running text, nor hold
// the rows of page's list of scattered deviations against what is masked.
//
// It may be used by several at the same time.
type Watch struct {
	keys   map[string]bool             // of masked facts, as they are and as they are written
	titles map[string][]*compare.Table // tables that mask something, by title
	known  map[titled]bool             // all tables
}

// titled is what a page says of a table, and the year that the page is of.
type titled struct{ title, year string }

// Data attacks a file that isn't a page. A row of a masked fact that can't be read is a leak:
// nobody knows what it says.
func (w *Watch) Data(f File) []Leak {
	switch {
	case strings.HasSuffix(f.Path, ".csv"):
		return w.csv(f)
	case strings.HasSuffix(f.Path, ".json"):
		return w.json(f)
	}
	return nil
}

// NewWatch knows what is masked in the comparison that the files are made from.
func NewWatch(c *compare.Comparison) *Watch { return new(Memo).Watch(c) }

func secret(c compare.Cell) bool {
	return c.State == compare.Masked || c.State == compare.MaskedBySource
}
