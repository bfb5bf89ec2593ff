package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"samverkan/internal/cache"
)

// sample is a chart like the program's own: a bar, a patterned one, a text at its middle.
func sample(height int) []byte {
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" class="diagram" width="720" height="%d" viewBox="0 0 720 %d">`+
		`<title>Titel</title><desc>Beskrivning</desc><defs><pattern id="a"><path d="M0 0h9v9Z" fill="#ff00ff"/></pattern></defs>`+
		`<path d="M0 0H720V%dH0Z" fill="#1a7a55" class="f-good"/><path d="M0 0H720V40H0Z" fill="url(#a)"/>`+
		`<g clip-path="url(#b)" fill="#999999"><g font-size="12" text-anchor="middle" fill="#112233"><text x="360" y="24">Å %%</text></g></g></svg>`,
		height, height, height)
}

func drawn(t *testing.T, c Card) image.Image {
	t.Helper()
	data, err := Draw("", c)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if img.Bounds() != image.Rect(0, 0, Width, Height) {
		t.Fatalf("the picture is %v", img.Bounds())
	}
	return img
}

// has reports whether a colour stands somewhere in a part of a picture.
func has(img image.Image, in image.Rectangle, c color.Color) bool {
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			if color.RGBAModel.Convert(img.At(x, y)) == c {
				return true
			}
		}
	}
	return false
}

func TestDraw(t *testing.T) {
	img := drawn(t, Card{Site: "Årsrapport", Title: "Kompletta vårdbegäran", Chart: sample(200)})
	whole := img.Bounds()
	for name, c := range map[string]color.RGBA{"title": {0x1b, 0x1f, 0x24, 255}, "bar": {0x1a, 0x7a, 0x55, 255}, "text in the chart": {0x11, 0x22, 0x33, 255}} {
		if !has(img, whole, c) {
			t.Errorf("there is nothing of the colour of the %s", name)
		}
	}
	if has(img, whole, color.RGBA{255, 0, 255, 255}) {
		t.Error("the pattern is drawn")
	}
	warning := color.RGBA{0x8a, 0x4b, 0, 255}
	if has(img, whole, warning) || !has(drawn(t, Card{Title: "T", Note: "Exempel", Chart: sample(200)}), whole, warning) {
		t.Error("the note stands where there is none, or doesn't where there is")
	}
}

// A chart too high for the picture isn't made unreadable, and is seen to go on.
func TestHighChart(t *testing.T) {
	img := drawn(t, Card{Title: "T", Chart: sample(3000)})
	green := color.RGBA{0x1a, 0x7a, 0x55, 255}
	if !has(img, image.Rect(100, 400, 600, 420), green) || has(img, image.Rect(0, Height-6, Width, Height), green) {
		t.Error("the chart doesn't fade at the picture's edge")
	}
}

// However long its words are, a title keeps within the picture.
func TestLongTitle(t *testing.T) {
	title := strings.Repeat("Vårdinformationssystemsutredningens avvikelser ", 4)
	img := drawn(t, Card{Title: title, Chart: sample(200)})
	if has(img, image.Rect(Width-20, 20, Width, Height), color.RGBA{0x1b, 0x1f, 0x24, 255}) {
		t.Error("the title goes beyond the edge")
	}
}

func TestCache(t *testing.T) {
	kept, card := cache.Store(t.TempDir()), Card{Title: "T", Chart: sample(200)}
	first, err := Draw(kept, card)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Draw("", card)
	if err != nil || !bytes.Equal(first, again) {
		t.Errorf("the same card gives another picture: %v", err)
	}
	card.Title = "U"
	if other, err := Draw(kept, card); err != nil || bytes.Equal(first, other) {
		t.Errorf("another title gives the same picture: %v", err)
	}
}

func TestNotAChart(t *testing.T) {
	for _, svg := range []string{"", "<svg/>", `<svg viewBox="0 0 9 9"><text x="a"/></svg>`, `<svg viewBox="0 0 9 9"><g></svg>`,
		`<svg viewBox="0 0 9 9"><path d="M0 0" fill="nix"/></svg>`} {
		if _, err := Draw("", Card{Title: "T", Chart: []byte(svg)}); err == nil || !strings.Contains(err.Error(), `"T"`) {
			t.Errorf("%s: %v", svg, err)
		}
	}
}

// The colours of areas are exact however many others there are, and no other is seen to have changed.
func TestPalette(t *testing.T) {
	area := color.RGBA{0x1a, 0x7a, 0x55, 255}
	canvas := image.NewRGBA(image.Rect(0, 0, 100, 100))
	draw.Draw(canvas, canvas.Rect, image.NewUniform(area), image.Point{}, draw.Src)
	for i := range 3000 { // each once, from white to the area's own and round about
		canvas.SetRGBA(i%100, i/100, color.RGBA{uint8(255 - i*229/3000), uint8(255 - i*133/3000 - i%7), uint8(255 - i*170/3000 - i%5), 255})
	}
	got := paletted(canvas)
	if n := len(got.Palette); n > most || n < 30 {
		t.Errorf("%d colours", n)
	}
	for i := range 100 * 100 {
		was, is := canvas.RGBAAt(i%100, i/100), color.RGBAModel.Convert(got.At(i%100, i/100)).(color.RGBA)
		r, g, b := int(was.R)-int(is.R), int(was.G)-int(is.G), int(was.B)-int(is.B)
		if r*r+g*g+b*b >= apart || was == area && is != area {
			t.Fatalf("%v became %v", was, is)
		}
	}
}

// Where there are more colours than a palette holds, unlike each other, the most frequent are kept.
func TestManyColours(t *testing.T) {
	canvas := image.NewRGBA(image.Rect(0, 0, 1000, 2))
	for i := range 1000 {
		c := color.RGBA{uint8(i % 10 * 25), uint8(i / 10 % 10 * 25), uint8(i / 100 * 25), 255}
		canvas.SetRGBA(i, 0, c)
		canvas.SetRGBA(i, 1, color.RGBA{250, 0, 250, 255})
	}
	got := paletted(canvas)
	if len(got.Palette) != most || got.Palette[0] != (color.RGBA{250, 0, 250, 255}) {
		t.Errorf("%d colours, first %v", len(got.Palette), got.Palette[0])
	}
}

// All that the charts are measured for has a letter of its own: a frame instead of one says nothing.
func TestLetters(t *testing.T) {
	for _, bold := range []bool{false, true} {
		p := newPen(12, bold)
		for _, r := range "abcåäöÅÄÖéü0123456789 %,.:;()”–−…≥≤±×→←↑↓●■▲\u00a0\u202f\u2009" {
			if p.glyph(r) == 0 {
				t.Errorf("bold %v: no %q", bold, r)
			}
		}
	}
}

func TestOf(t *testing.T) {
	page := `<head><meta property="og:title" content="A &amp; B"><meta property="og:site_name" content="S">%s</head><body><svg class="ikon"></svg>%s</body>`
	image := `<meta property="og:image" content="https://x.se/bild.png">`
	c, ok := Of(fmt.Appendf(nil, page, image, sample(200)))
	if !ok || c.Title != "A & B" || c.Site != "S" {
		t.Fatalf("%v %+v", ok, c)
	}
	drawn(t, c)
	for _, without := range []string{fmt.Sprintf(page, "", sample(200)), fmt.Sprintf(page, image, "")} {
		if _, ok := Of([]byte(without)); ok {
			t.Errorf("a picture of %s", without)
		}
	}
}

// What paints is part of the key: a newer rasteriser may paint otherwise.
func TestPaintersAreInTheKey(t *testing.T) {
	required, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for _, module := range paintedBy {
		if !strings.Contains(string(required), "\t"+module+" v") {
			t.Errorf("%s isn't a module of the program's", module)
		}
	}
	defer func(was func() string) { painters = was }(painters)
	folder := t.TempDir()
	for range 2 {
		for _, version := range []string{"v1", "v2"} {
			painters = func() string { return "github.com/fyne-io/oksvg " + version }
			if _, err := Draw(cache.Store(folder), Card{Title: "T", Chart: sample(200)}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if kept, err := filepath.Glob(filepath.Join(folder, "??", "*")); err != nil || len(kept) != 2 {
		t.Errorf("two rasterisers left %q, %v", kept, err)
	}
}

func BenchmarkDraw(b *testing.B) {
	card := Card{Site: "Årsrapport", Title: "Kompletta vårdbegäran", Chart: sample(400)}
	for b.Loop() {
		if _, err := Draw("", card); err != nil {
			b.Fatal(err)
		}
	}
}

// A card's layout is known by its checksum, so that a change of it is seen: raise version with it, or old pictures stay
// in people's caches. What only the rasteriser does otherwise must be seen by whoever changes that.
func TestVersion(t *testing.T) {
	sheet, err := Card{Site: "Årsrapport", Title: "Kompletta vårdbegäran", Note: "Exempel", Chart: sample(800)}.layout()
	if err != nil {
		t.Fatal(err)
	}
	// Without coordinates, in which processors differ; how many there are and sizes written whole remain.
	coarse := regexp.MustCompile(`\d+\.\d+`).ReplaceAll(sheet, []byte("0"))
	const want = "c09532274a8e40dc"
	if got := cache.Digest(coarse)[:16]; got != want || version != "samverkan-bild 4" {
		t.Errorf("raise version, and update this test: %s", got)
	}
}
