package load

import (
	"cmp"
	"io/fs"
	"slices"
)

// Broken is a file that isn't UTF-8, or whose å, ä and ö have been spoilt.
type Broken struct {
	File    string // slash-separated, relative to the site's folder
	Was, Is string // the first word that is spoilt, and how it should read; both may be ""
	Encoding
}

// BrokenFiles finds the files of a site that need another encoding, in the order of
// their names. Nothing is said about files that aren't text.
func BrokenFiles(fsys fs.FS) ([]Broken, error) {
	var broken []Broken
	l := &loader{fsys: fsys}
	err := l.walk(func(name string, raw []byte) {
		if binary(raw) != "" {
			return
		}
		if e := fileEncoding(name, raw); e.Changed {
			_, was, is := brokenWord(name, raw, e.Fixed)
			broken = append(broken, Broken{File: name, Was: was, Is: is, Encoding: e})
		}
	})
	slices.SortFunc(broken, func(a, b Broken) int { return cmp.Compare(a.File, b.File) })
	return broken, err
}
