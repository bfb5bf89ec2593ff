package compare_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"samverkan/internal/attack"
	"samverkan/internal/compare"
	"samverkan/internal/load"
	"samverkan/internal/report"
)

// realCounty reads the repository's own data, which the site is made from.
func realCounty(t *testing.T) *report.County {
	t.Helper()
	root := "../.."
	if _, err := os.Stat(root + "/data"); err != nil {
		t.Skip("inga data i förrådet")
	}
	county, finds, err := load.Site(os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	if finds.HasErrors() {
		t.Fatalf("data har fel: %v", finds[0])
	}
	return county
}

// TestRealSite compares the real county and prints it with -v, to be read as a reader
// would read it.
func TestRealSite(t *testing.T) {
	c := compare.Compare(realCounty(t))
	for _, leak := range attack.Comparison(c) {
		t.Errorf("läcka: %s", leak.Text)
	}
	if testing.Verbose() {
		for _, table := range c.Tables() {
			t.Log(dump(table))
		}
		for _, k := range c.Newest.KeyFigures {
			t.Logf("%s %s. %s", k.Figure, k.Label, k.Note)
		}
		for _, s := range c.Newest.Submissions {
			t.Logf("%s: %+v", s.Delregion.Name, s.Complete)
		}
		for _, g := range c.Newest.Goals {
			t.Logf("%s: %s", g.Name, g.Sentence)
		}
	}
}

func dump(t *compare.Table) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%d %s [%s] %s\n  %s\n", t.Year, t.ID, t.Chart, t.Title, t.Sentence)
	for _, r := range t.Rows {
		fmt.Fprintf(&b, "  %s:", r.Name)
		for _, c := range r.Cells {
			fmt.Fprintf(&b, " | %s", c.Text)
			if c.Basis != "" {
				fmt.Fprintf(&b, " (%s)", c.Basis)
			}
		}
		b.WriteString("\n")
	}
	for _, n := range t.Notes {
		fmt.Fprintf(&b, "  * %s\n", n)
	}
	for _, m := range t.Legend() {
		fmt.Fprintf(&b, "  %s = %s\n", m.Sign, m.Meaning)
	}
	return b.String()
}
