package main

import (
	"testing"

	"samverkan/internal/compare"
	"samverkan/internal/diag"
	"samverkan/internal/report"
)

// A masked count that its sum gives away becomes an error that names the cell and
// the file, so no site with it is ever built.
func TestLeaksStopTheBuild(t *testing.T) {
	cell := func(key string, state compare.State, n float64) compare.Cell {
		return compare.Cell{Key: key, State: state, Number: n, Unit: report.Count, Threshold: 5}
	}
	table := compare.Table{ID: "avvikelser", Year: 2023, Rows: []compare.Row{{ID: "simba", Cells: []compare.Cell{
		cell("2023/simba/avvikelser/totalt", compare.Shown, 20),
		cell("2023/simba/avvikelser/process/a", compare.Shown, 17),
		cell("2023/simba/avvikelser/process/b", compare.Masked, 0),
	}}}}
	c := &compare.Comparison{Years: []*compare.Year{{Year: 2023, Deviations: compare.Deviations{Totals: table, Any: true}}}}
	found := new(workshop).attacked(c)
	if len(found) != 1 || found[0].Severity != diag.Error || found[0].Pos.File != "data/2023/simba.toml" || found[0].Code != "maskering-lacker" {
		t.Fatalf("got %+v", found)
	}
	if want := "ett litet tal skulle röjas: 2023/simba/avvikelser/process/b är maskerad men kan räknas ut"; found[0].Message != want {
		t.Errorf("got %q", found[0].Message)
	}
}

func TestLeakFile(t *testing.T) {
	for key, want := range map[string]string{"2023/simba/a/b": "data/2023/simba.toml", "x": "data"} {
		if got := leakFile(key); got != want {
			t.Errorf("%q: %q", key, got)
		}
	}
}
