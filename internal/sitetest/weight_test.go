package sitetest

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// What a page may weigh, compressed as by any server.
const (
	pageWeight   = 100 * 1000 // with its charts, style and script
	chartWeight  = 15 * 1000  // six charts, each for wide and narrow screens
	wakeWeight   = 1000       // loaded with the page, uncompressed
	scriptWeight = 7000       // loaded when a chart is pointed at, uncompressed
)

func compressed(t *testing.T, parts ...[]byte) int {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, 6)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		if _, err := w.Write(p); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

var drawing = regexp.MustCompile(`(?s)<svg [^>]*class="diagram".*?</svg>`)

// Every page is light, of the real report and of the invented county, which has more charts. The whole report on one page
// is for print, and as heavy as all the others together; any six charts that follow each other on it are held to the
// same as a page of six.
func TestPagesAreLight(t *testing.T) {
	for name, dir := range map[string]string{"report": site(t), "invented": demoSite(t)} {
		t.Run(name, func(t *testing.T) { pagesAreLight(t, dir) })
	}
}

func pagesAreLight(t *testing.T, dir string) {
	beside := compressed(t, file(t, dir, "stil.css")) + compressed(t, file(t, dir, "vakna.js"))
	heaviest, where := 0, ""
	var six []weight
	for _, name := range pagesIn(t, dir) {
		data := file(t, dir, name)
		if whole := compressed(t, data) + beside; whole > heaviest && !strings.Contains(name, "/rapport/") {
			heaviest, where = whole, name
		}
		drawings := drawing.FindAll(data, -1)
		for i := 0; i < len(drawings) && (i == 0 || i+12 <= len(drawings)); i += 2 {
			six = append(six, weight{compressed(t, drawings[i:min(i+12, len(drawings))]...), name})
		}
	}
	slices.SortFunc(six, func(a, b weight) int { return b.bytes - a.bytes })
	t.Logf("the heaviest page is %s: %d bytes; the heaviest six charts are those of %s: %d bytes, the median is %d",
		where, heaviest, six[0].page, six[0].bytes, six[len(six)/2].bytes)
	if heaviest > pageWeight {
		t.Errorf("%s weighs %d bytes, more than %d", where, heaviest, pageWeight)
	}
	if six[0].bytes > chartWeight {
		t.Errorf("six charts of %s weigh %d bytes, more than %d", six[0].page, six[0].bytes, chartWeight)
	}
}

// weight is what at most six charts in a row weigh.
type weight struct {
	bytes int
	page  string
}

func TestScriptsAreLight(t *testing.T) {
	dir := demoSite(t)
	for name, most := range map[string]int{"vakna.js": wakeWeight, "diagram.js": scriptWeight} {
		data := file(t, dir, name)
		t.Logf("%s is %d bytes, %d compressed", name, len(data), compressed(t, data))
		if len(data) > most {
			t.Errorf("%s is %d bytes, more than %d", name, len(data), most)
		}
	}
}

func file(t *testing.T, dir, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func pagesIn(t *testing.T, dir string) []string {
	t.Helper()
	var found []string
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(p) == ".html" {
			rel, _ := filepath.Rel(dir, p)
			found = append(found, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
