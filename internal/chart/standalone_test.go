package chart

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"
)

// A downloaded drawing of any kind says by itself what it is, whole, and that it is invented when it is; it has a dark
// form of its own.
func TestStandalone(t *testing.T) {
	notShort(t)
	r := testRenderer(t, Config{})
	for _, name := range slices.Sorted(maps.Keys(specimens())) {
		table := specimens()[name](6)
		table.Example = true
		table.Title = "Det här är en ovanligt lång rubrik om " + longWord + ", som inte får plats på en enda rad ovanför diagrammet"
		table.Sentence = strings.Repeat("En mening om "+longName+". ", 4)
		wide, narrow, _, err := Draw(table)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range mustRender(t, r, wide, narrow) {
			root, err := parseElement(s.Standalone()[len(`<?xml version="1.0" encoding="UTF-8"?>`):])
			if err != nil {
				t.Fatalf("%s isn't XML: %v", name, err)
			}
			d := drawn{name: s.Slug, width: float64(s.Width), height: float64(s.Height), marks: map[string]int{}}
			d.walk(t, root, func(string) string { return "" })
			for _, words := range []string{table.Title, table.Sentence, exampleMark} {
				if !d.says(words) {
					t.Errorf("%s doesn't say %q", s.Slug, words)
				}
			}
			box := strings.Fields(root.get("viewBox"))
			left, top := number(t, box[0]), number(t, box[1])
			for i := range d.texts { // as legible wants them, from the corner
				b := &d.texts[i].box
				b.left, b.right, b.top, b.bottom = b.left-left, b.right-left, b.top-top, b.bottom-top
			}
			d.width, d.height = number(t, box[2]), number(t, box[3])
			d.legible(t)
		}
	}
}

func TestStandaloneSchemes(t *testing.T) {
	s := SVG{Slug: "a", Title: "T", Desc: "D", Width: 100, Height: 50,
		Markup: `<svg role="img"><title>T</title><desc>D</desc><path class="f-good s-axis"/></svg>`}
	got := string(s.Standalone())
	mustContain(t, got, `fill="#ffffff" class="f-background"`, "@media screen and (prefers-color-scheme: dark){",
		".f-good{fill:#4cc596}", ".s-axis{stroke:#868f9b}", ".f-background{fill:#16191d}", ".f-text{fill:#eceff2}", `>T</text>`, `>D</text>`)
	if bytes.Contains(s.Standalone(), []byte("f-bad")) {
		t.Error("it has colours that it doesn't use")
	}
}
