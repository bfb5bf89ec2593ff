package page

import (
	"html/template"
	"strings"
	"testing"

	"samverkan/internal/compare"
	"samverkan/internal/diag"
	"samverkan/internal/report"
)

type brokenCharts struct{}

func (brokenCharts) SVG(*compare.Table) (wide, narrow template.HTML, ok bool, err error) { panic("oj") }

// A panic names the page, and the text that it is made of.
func TestCrashNamesThePage(t *testing.T) {
	in := input()
	in.Charts = brokenCharts{}
	defer func() {
		c, ok := recover().(*diag.Crash)
		if !ok || !strings.Contains(c.At, "index.html") || c.Value != "oj" {
			t.Errorf("%+v", c)
		}
	}()
	_, _, _ = render(in)
}

// A page is named by its main text, and one that has none by its address alone.
func TestSourceOfAPage(t *testing.T) {
	p := &press{texts: ownTexts([]*report.Narrative{
		{File: "content/2023/norr-grupp.md", Year: 2023, Owner: "norr", Chapter: "grupp"},
		{File: "content/2023/norr.md", Year: 2023, Owner: "norr"}, {File: "content/om/index.md", Path: "om"},
	})}
	for page, want := range map[string]string{
		"2023/norr/index.html": "content/2023/norr.md, sidan 2023/norr/index.html",
		"om/index.html":        "content/om/index.md, sidan om/index.html", "index.html": "sidan index.html",
	} {
		if got := p.source(page); got != want {
			t.Errorf("%s is %q", page, got)
		}
	}
}
