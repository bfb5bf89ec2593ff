package page

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"samverkan/internal/chart"
	"samverkan/internal/compare"
)

// styleOrder is the order in which style sheets apply: foundations, shared parts, the
// pages in the order of the site, and paper last because it overrides.
var styleOrder = []string{
	"parts/tokens.css", "parts/text.css", "parts/frame.css", "parts/header.css", "parts/table.css",
	"parts/figure.css", "parts/status.css", "parts/lists.css", "parts/forms.css",
	"home/style.css", "year/style.css", "delregion/style.css", "overyears/style.css", "goals/style.css", "goal/style.css",
	"indicators/style.css", "indicator/style.css", "activities/style.css", "deviations/style.css",
	"fardplan/style.css", "organisation/style.css", "situations/style.css", "roadmap/style.css",
	"surveys/style.css", "subprojects/style.css", "budget/style.css", "comparability/style.css", "onepage/style.css",
	"data/style.css", "search/style.css", "method/style.css", "accessibility/style.css", "content/style.css", "licences/style.css", "notfound/style.css",
	"parts/print.css",
}

// styleSheet joins the style sheets, the chart's colours first so that tokens may
// redefine them. A site's own are last: they may change anything, and one that forgets a } loses
// no rules but its own.
func styleSheet(layouts fs.FS, running string, delregioner []compare.Delregion) ([]byte, error) {
	var b bytes.Buffer
	b.Write(chart.StyleSheet())
	if err := addStyles(&b, layouts, styleOrder); err != nil {
		return nil, err
	}
	b.WriteString(runningHeader(running))
	b.WriteString(chapterHeaders(delregioner))
	err := addStyles(&b, layouts, addedStyles(layouts))
	return b.Bytes(), err
}

func addStyles(b *bytes.Buffer, layouts fs.FS, names []string) error {
	for _, name := range names {
		data, err := fs.ReadFile(layouts, name)
		if err != nil {
			return fmt.Errorf("style sheet %s: %w", name, err)
		}
		b.Write(bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff")))) // Windows editors begin files with it
		b.WriteByte('\n')
	}
	return nil
}

// runningHeader is what stands at the top of every printed page but the first, in the
// browsers that can. Paper that comes apart must tell what it belongs to.
func runningHeader(text string) string {
	if text == "" {
		return ""
	}
	return "@page { @top-left { content: \"" + cssText.Replace(text) + "\"; font: 8pt var(--sans); } }\n" +
		"@page :first { @top-left { content: none; } }\n"
}

// chapterHeaders put a delregion's name at the top of its own pages in the whole report, so that a chapter on a table
// tells whose it is.
func chapterHeaders(delregioner []compare.Delregion) string {
	var b strings.Builder
	for i, d := range delregioner {
		fmt.Fprintf(&b, "@page delregion-%d { @top-right { content: \"%s\"; font: 8pt var(--sans); } }\n", i, cssText.Replace(d.Name))
		fmt.Fprintf(&b, ".kapitel:has(> [id=\"%s\"]) { page: delregion-%d; }\n", cssText.Replace("kapitel-"+d.ID), i)
	}
	return b.String()
}

// cssText escapes what would end a string in a style sheet.
var cssText = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ", "\r", " ")

// running is the site's title, and that its figures are invented if they are.
func (p *press) running() string {
	if p.cmp.Site.Example {
		return p.cmp.Site.Title + " – exempel: påhittade uppgifter"
	}
	return p.cmp.Site.Title
}

// addedStyles are a site's own style sheets in parts/ beside the program's.
func addedStyles(layouts fs.FS) []string {
	return slices.DeleteFunc(glob(layouts, partsDir+"/*.css"), func(name string) bool {
		return slices.Contains(styleOrder, name)
	})
}

// icon is the page's mark in a browser's tab: six strokes that meet, one for each
// delregion, in the accent colour.
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">` +
	`<g stroke="#093f9b" stroke-width="3.5" stroke-linecap="round">` +
	`<path d="M16 4v8M16 20v8M5.6 10l6.9 4M19.5 18l6.9 4M5.6 22l6.9-4M19.5 14l6.9-4"/></g></svg>
`
