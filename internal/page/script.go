package page

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
)

// The scripts. Every page with a drawing loads the first, which does nothing but wait;
// it loads the second when a reader points at a drawing, taps it or moves focus to it.
const (
	wakePath  = "vakna.js"
	chartPath = "diagram.js"
)

var scripts = []struct{ path, source string }{{wakePath, "script/wake.js"}, {chartPath, "script/chart.js"}}

// drawn is for a page with a drawing: it loads the script that waits for its reader, and links to it show a picture.
func (f *Frame) drawn(script, base, page string) {
	f.Script = script
	f.shares(base, page)
}

// scriptFiles are the scripts as they are published.
func scriptFiles(layouts fs.FS) ([]File, error) {
	var files []File
	for _, s := range scripts {
		data, err := fs.ReadFile(layouts, s.source)
		if err != nil {
			return nil, fmt.Errorf("script %s: %w", s.source, err)
		}
		files = append(files, File{Path: s.path, Data: bare(data)})
	}
	return files, nil
}

// bare drops what only those who change a script need: lines that are a comment, empty
// lines and indentation. It leaves every other character alone, so that the published
// script can be read and no tool is needed to build it; a text must not go on over
// several lines.
func bare(script []byte) []byte {
	var b bytes.Buffer
	for line := range strings.Lines(string(script)) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "//") {
			b.WriteString(line + "\n")
		}
	}
	return b.Bytes()
}
