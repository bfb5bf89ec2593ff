package sitetest

import (
	"bytes"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"samverkan/internal/demo"
)

// publishedSite is a small invented county that knows its address.
func publishedSite(t *testing.T) (folder, program string) {
	t.Helper()
	folder, program = t.TempDir(), filepath.Join(t.TempDir(), "samverkan")
	for _, f := range demo.Files(demo.Options{Delregioner: 2, Years: 1, Indicators: 10}) {
		name := filepath.Join(folder, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := command(root, "go", "build", "-o", program, "./cmd/samverkan"); err != nil {
		t.Fatal(err)
	}
	return folder, program
}

// What a site says of itself when it knows its address is valid HTML, and data to a
// browser: its policy, which lets no script stand in a page, has nothing against it.
func TestPublishedSite(t *testing.T) {
	folder, program := publishedSite(t)
	if err := command(folder, program, "build"); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(folder, "public")
	pages := []string{"2025/index.html", "index.html", "sok/index.html"}
	for _, p := range pagesIn(t, dir) {
		if strings.Contains(p, "/indikatorer/") {
			pages = append(pages, p)
		}
	}
	for _, p := range pages {
		if data := file(t, dir, p); !bytes.Contains(data, []byte(`property="og:title"`)) {
			t.Errorf("%s has no Open Graph", p)
		}
	}
	pictured(t, dir)
	if !bytes.Contains(file(t, dir, pages[0]), []byte("application/ld+json")) {
		t.Errorf("%s isn't said to be a dataset", pages[0])
	}
	if node, err := exec.LookPath("node"); err == nil {
		cmd := exec.Command(node, append(absolute(t, "testdata/validate.mjs", validator, "testdata/htmlvalidate.json"), pages...)...)
		cmd.Dir = dir
		if out, err := cmd.Output(); err != nil || strings.TrimSpace(string(out)) != "[]" {
			t.Errorf("html-validate: %s %v", out, err)
		}
	}
	browser := start(t)
	for _, p := range pages {
		t.Run(p, func(t *testing.T) { opens(t, browser, address(dir, p), 1280) })
	}
}

// pictured follows what each page says is its picture.
func pictured(t *testing.T, dir string) {
	t.Helper()
	said := regexp.MustCompile(`property="og:image" content="https://exempellan.example/arsrapport/([^"]+)"`)
	found := 0
	for _, p := range pagesIn(t, dir) {
		m := said.FindSubmatch(file(t, dir, p))
		if m == nil {
			continue
		}
		found++
		config, err := png.DecodeConfig(bytes.NewReader(file(t, dir, string(m[1]))))
		if err != nil || config.Width != 1200 || config.Height != 630 {
			t.Errorf("%s has the picture %s: %+v %v", p, m[1], config, err)
		}
	}
	if found < 10 {
		t.Errorf("%d pages have a picture", found)
	}
}

// The PDF of a whole report is tagged, has an outline, and its links lead to the
// published site.
func TestPDF(t *testing.T) {
	if chromium() == "" {
		unavailable(t, "there is no Chromium")
	}
	folder, program := publishedSite(t)
	out := filepath.Join(t.TempDir(), "ut.pdf")
	if err := command(folder, program, "pdf", "--ut", out); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]bool{"/Outlines": true, "https://exempellan.example/arsrapport/": true, "file://": false} {
		if bytes.Contains(data, []byte(word)) != want {
			t.Errorf("%s: %v, want %v", word, !want, want)
		}
	}
	if info, err := exec.LookPath("pdfinfo"); err == nil {
		said, err := exec.Command(info, out).Output()
		if err != nil || !strings.Contains(strings.Join(strings.Fields(string(said)), " "), "Tagged: yes") {
			t.Errorf("pdfinfo: %s %v", said, err)
		}
	}
}
