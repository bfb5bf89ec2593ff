package page

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"samverkan/internal/compare"
	"samverkan/layouts"
)

// FuzzBlock holds that whatever stands in a block or a reference of a narrative, the
// page is made, and the text gives rise to nothing that runs.
func FuzzBlock(f *testing.F) {
	for _, s := range []string{
		"diagram\nindikator = \"kompletta\"", "aktiviteter\n", "tabell\nindikator = x\nx", "diagram\n= \"", "diagram\n\x00", "{{kompletta}}", "mal\nid=\"trygg\"",
	} {
		f.Add(s)
	}
	c := county()
	c.Narratives = c.Narratives[1:2]
	cmp := compare.Compare(c)
	p, _ := newPress(Input{Comparison: cmp, Charts: drawnCharts{}, Layouts: layouts.FS}, nil)
	f.Fuzz(func(t *testing.T, block string) {
		if len(block) > 1<<10 {
			return
		}
		n := *c.Narratives[0]
		n.Body = "## A\n\n```" + block + "\n```\n\n{{" + block + "}}\n"
		pen := &pen{press: p, sheet: *p.byPath["2023/norr/index.html"], used: map[string]int{}}
		text := string(pen.text(&n, cmp.Newest, "", "text-").HTML)
		node, err := html.Parse(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if len(all(node, "script, style, iframe, object, [onclick], [onload], [onerror]")) > 0 {
			t.Fatalf("%q gives %s", block, text)
		}
	})
}
