package pdf

import (
	"context"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

func TestPlaces(t *testing.T) {
	env := func(name string) string {
		return map[string]string{"ProgramFiles": "C:/Program", "HOME": "/Users/alva"}[name]
	}
	for system, want := range map[string]string{
		"windows": "C:/Program/Microsoft/Edge/Application/msedge.exe",
		"darwin":  "/Users/alva/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	} {
		if got := places(system, env); !slices.Contains(got, filepath.FromSlash(want)) {
			t.Errorf("%s: %v", system, got)
		}
	}
	if got := places("linux", env); len(got) > 0 {
		t.Errorf("linux: %v", got)
	}
}

func TestPrintable(t *testing.T) {
	page := `<html><head><script src="vakna.js"></script></head><body><a href="#mal">a</a><a class="x" href="../norr/index.html#b">b</a><a href="https://x.se/">c</a><a href="https://exempel.se/r">d</a><a href="https://exempel.se/rad/">e</a></body></html>`
	for base, want := range map[string]string{
		"":                      `<a href="#mal">a</a><a class="x">b</a><a href="https://x.se/">c</a><a href="https://exempel.se/r">d</a><a href="https://exempel.se/rad/">e</a></body>`,
		"https://exempel.se/r/": `<a href="#mal">a</a><a class="x" href="https://exempel.se/r/2023/norr/index.html#b" data-egen="">b</a><a href="https://x.se/">c</a><a href="https://exempel.se/r" data-egen="">d</a><a href="https://exempel.se/rad/">e</a></body>`,
	} {
		got, err := Printable([]byte(page), "2023/rapport/index.html", base)
		if err != nil || !strings.Contains(string(got), want) || strings.Contains(string(got), "script") {
			t.Errorf("with %q: %s, %v", base, got, err)
		}
	}
}

func TestFileURL(t *testing.T) {
	if got := fileURL("/a b/å.html"); got != "file:///a%20b/%C3%A5.html" {
		t.Error(got)
	}
	if got := fileURL("C:/a/b.html"); got != "file:///C:/a/b.html" {
		t.Error(got)
	}
}

// A browser that prints nothing is an error, and what was there before remains.
func TestBrowserThatPrintsNothing(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell script")
	}
	dir := t.TempDir()
	browser, out := filepath.Join(dir, "browser"), filepath.Join(dir, "ut.pdf")
	if err := errors.Join(os.WriteFile(browser, []byte("#!/bin/sh\necho inget papper\n"), 0o755), os.WriteFile(out, []byte("förra"), 0o644)); err != nil {
		t.Fatal(err)
	}
	err := Print(context.Background(), browser, []File{{"a/index.html", []byte("x")}}, "a/index.html", out)
	if !errors.Is(err, ErrNothing) || !strings.Contains(err.Error(), "inget papper") {
		t.Errorf("the error is %v", err)
	}
	if data, _ := os.ReadFile(out); string(data) != "förra" {
		t.Errorf("the file holds %q", data)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "samverkan-pdf-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// With a real browser the PDF is tagged, has an outline and leads nowhere on this disk.
func TestPrint(t *testing.T) {
	browser := Browser()
	if browser == "" {
		t.Skip("there is no browser of the Chromium family")
	}
	out := filepath.Join(t.TempDir(), "rapport å.pdf")
	page := `<!doctype html><html lang="sv"><head><title>Årsrapport</title><link rel="stylesheet" href="../../stil.css"></head>
<body><h1>Årsrapport</h1><nav class="innehallsblad"><ol><li><a href="#a">Mål</a><ol><li><a href="#b">Åtgärder</a></li></ol></li></ol></nav>
<h2 id="a">Avsnitt</h2><p>Text med <a href="#a">länk</a>.</p><h2 id="b">Avsnitt</h2></body></html>`
	files := []File{{"2023/rapport/index.html", []byte(page)}, {"stil.css", []byte("h2 { break-before: page }")}}
	if err := Print(context.Background(), browser, files, "2023/rapport/index.html", out); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(out)
	if err != nil || !strings.Contains(string(data), "/Outlines") || strings.Contains(string(data), "file:///") {
		t.Errorf("no outline, or links into the disk; %v", err)
	}
	if got := anchors(data); got["a"] != 2 || got["b"] != 3 {
		t.Errorf("the anchors stand on pages %v", got)
	}
	if text, err := exec.LookPath("pdftotext"); err == nil {
		said, err := exec.Command(text, "-l", "1", "-layout", out, "-").CombinedOutput()
		if got := strings.Join(strings.Fields(string(said)), " "); err != nil || !strings.Contains(got, "Mål2") || !strings.Contains(got, "Åtgärder3") {
			t.Errorf("the contents are %q %v", got, err)
		}
	}
	if info, err := exec.LookPath("pdfinfo"); err == nil {
		said, err := exec.Command(info, out).CombinedOutput()
		if err != nil || !strings.Contains(strings.Join(strings.Fields(string(said)), " "), "Tagged: yes") {
			t.Errorf("pdfinfo: %s %v", said, err)
		}
	}
}

// Paper tells the address of a link out of the site, and of no other; both can be followed.
func TestPrintedAddresses(t *testing.T) {
	browser := Browser()
	text, err := exec.LookPath("pdftotext")
	if browser == "" || err != nil {
		t.Skip("there is no browser of the Chromium family, or no pdftotext")
	}
	css, err := os.ReadFile("../../layouts/parts/print.css")
	if err != nil {
		t.Fatal(err)
	}
	page, err := Printable([]byte(`<!doctype html><html lang="sv"><head><title>a</title><link rel="stylesheet" href="stil.css"></head>
<body><div class="text"><p><a href="mal/index.html">Mål</a> <a href="https://ut.example/a">Ut</a></p></div></body></html>`), "index.html", "https://egen.example/r/")
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "ut.pdf")
	if err := Print(context.Background(), browser, []File{{"index.html", page}, {"stil.css", css}}, "index.html", out); err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command(text, out, "-").CombinedOutput()
	if err != nil || strings.Contains(string(said), "egen.example") || !strings.Contains(string(said), "https://ut.example/a") {
		t.Errorf("on paper stands %s %v", said, err)
	}
	data, _ := os.ReadFile(out)
	for _, to := range []string{"https://egen.example/r/mal/index.html", "https://ut.example/a"} {
		if !strings.Contains(string(data), "("+to+")") {
			t.Errorf("no link to %s", to)
		}
	}
}

// The title page is one page, however much stands above it.
func TestTitlePage(t *testing.T) {
	browser := Browser()
	if browser == "" {
		t.Skip("there is no browser of the Chromium family")
	}
	files := []File{{"index.html", []byte(`<!doctype html><html lang="sv"><head><title>a</title><link rel="stylesheet" href="rapport.css"><link rel="stylesheet" href="papper.css"></head>
<body><header style="height: 45mm">Påhittat</header><div class="titelblad"><h1>Årsrapport</h1></div><h2 id="nasta">Innehåll</h2><a href="#nasta">a</a></body></html>`)}}
	for name, from := range map[string]string{"rapport.css": "onepage/style.css", "papper.css": "parts/print.css"} {
		css, err := os.ReadFile("../../layouts/" + from)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, File{name, css})
	}
	out := filepath.Join(t.TempDir(), "ut.pdf")
	if err := Print(context.Background(), browser, files, "index.html", out); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(out); err != nil || anchors(data)["nasta"] != 2 {
		t.Errorf("what comes next stands on page %d, %v", anchors(data)["nasta"], err)
	}
}

// The pages are counted through lists within lists, whatever order the objects are written in.
func TestAnchors(t *testing.T) {
	file := `%PDF-1.4
9 0 obj
<</Type /Catalog
/Pages 7 0 R
/Dests 8 0 R>>
endobj
8 0 obj
<</mal [5 0 R /XYZ 0 803.6 0]
/a-b%C3%A5 [3 0 R /XYZ 0 1 0]
/borta [99 0 R /XYZ 0 1 0]>>
endobj
7 0 obj
<</Type /Pages
/Kids [6 0 R 3 0 R]>>
endobj
6 0 obj
<</Type /Pages
/Kids [4 0 R 5 0 R]>>
endobj
5 0 obj
<</Type /Page>>
endobj
4 0 obj
<</Type /Page>>
endobj
3 0 obj
<</Type /Page>>
endobj
`
	if got := anchors([]byte(file)); !maps.Equal(got, map[string]int{"mal": 2, "a-b%C3%A5": 3}) {
		t.Errorf("got %v", got)
	}
	looped := strings.Replace(file, "/Kids [4 0 R 5 0 R]", "/Kids [7 0 R 5 0 R]", 1)
	if got := anchors([]byte(looped)); got["mal"] != 1 {
		t.Errorf("a list that holds itself: %v", got)
	}
	for _, other := range []string{"", "%PDF-1.7", "\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj"} {
		if got := anchors([]byte(other)); len(got) > 0 {
			t.Errorf("%q: %v", other, got)
		}
	}
}

func TestNumbers(t *testing.T) {
	page := `<html><head></head><body><p><a href="#a">Mål</a></p><nav class="innehallsblad"><a href="#a">Mål</a> <a href="#b">Slut</a> <a href="x.html">X</a></nav></body></html>`
	want := `<p><a href="#a">Mål</a></p><nav class="innehallsblad"><a href="#a">Mål</a><span class="sidnummer">7</span> <a href="#b">Slut</a> <a href="x.html">X</a></nav>`
	if got := withNumbers([]byte(page), map[string]int{"a": 7}); !strings.Contains(string(got), want) {
		t.Errorf("got %s", got)
	}
}
