package page

import (
	"path"
	"strconv"
	"strings"
)

// Files that stand at the root beside the pages.
const (
	homePath  = "index.html"
	stylePath = "stil.css"
	iconPath  = "ikon.svg"
)

// rel is how the page from writes a link to the file to. Both are slash-separated
// from the site's root; to may end in a fragment.
func rel(from, to string) string {
	file, fragment, _ := strings.Cut(to, "#")
	if fragment != "" {
		fragment = "#" + fragment
	}
	if file == from || file == "" {
		if fragment != "" {
			return fragment
		}
		return path.Base(from)
	}
	shared := 0 // what both begin with, folder by folder
	for i := 0; i < len(from) && i < len(file) && from[i] == file[i]; i++ {
		if from[i] == '/' {
			shared = i + 1
		}
	}
	return strings.Repeat("../", strings.Count(from[shared:], "/")) + file[shared:] + fragment
}

// yearPath is the address of a page of a year's edition: yearPath(2023, "mal", "sip").
func yearPath(year int, parts ...string) string {
	b := strconv.AppendInt(make([]byte, 0, 64), int64(year), 10)
	for _, part := range parts {
		if part != "" {
			b = append(append(b, '/'), part...)
		}
	}
	return string(append(b, "/"+homePath...))
}

// pageID is what compare calls the page: its address without index.html.
func pageID(file string) string { return strings.TrimSuffix(file, "/"+homePath) }
