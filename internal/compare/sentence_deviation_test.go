package compare

import "testing"

// Delregioner that have most of the same are told of together.
func TestDimensionSentence(t *testing.T) {
	row := func(name string, in, out float64) Row {
		cell := func(n float64) Cell {
			return Cell{State: Shown, Number: n, Text: FormatNumber(n, 0), Basis: FormatNumber(n, 0) + " %" + ofClassified}
		}
		return Row{Name: name, Cells: []Cell{cell(in), cell(out)}}
	}
	table := Table{
		Columns: []Column{{ID: "in", Name: "In"}, {ID: "ut", Name: "Ut"}},
		Rows:    []Row{row("Norr", 40, 60), row("Öster", 70, 30), row("Söder", 20, 80)},
	}
	want := "3 av 4 delregioner har redovisat avvikelser per process: flest gällde ”Ut” i Norr (60, 60 % av de klassificerade) " +
		"och Söder (80, 80 %); i Öster gällde flest ”In” (70, 70 % av de klassificerade)."
	if got := dimensionSentence(table, dimension{name: "Process"}, 4); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
