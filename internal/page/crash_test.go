package page

import (
	"html/template"
	"strings"
	"testing"

	"samverkan/internal/compare"
	"samverkan/internal/diag"
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
