package compare

import "testing"

// TestFunnelSentence: between the limits is neither outside nor chance.
func TestFunnelSentence(t *testing.T) {
	row := func(name string, rate float64) Row {
		r := Row{Name: name, Cells: []Cell{{State: Shown, Number: rate}}}
		for _, limit := range []float64{2, 3, 7, 8} {
			r.Cells = append(r.Cells, Cell{State: Shown, Number: limit})
		}
		return r
	}
	for _, v := range []struct {
		rows []Row
		want string
	}{
		{[]Row{row("Norr", 5), row("Söder", 6)}, "Ingen av de 2 delregionerna ligger utanför den yttre gränsen (99,8 %)."},
		{[]Row{row("Norr", 9), row("Söder", 1), row("Väster", 7.5), row("Öster", 2.5), row("Mitten", 5)},
			"Över den yttre gränsen (99,8 %) ligger Norr; under den yttre gränsen (99,8 %) ligger Söder; " +
				"mellan den inre (95 %) och den yttre ligger Väster och Öster; för övriga kan skillnaden mot länet vara slump."},
	} {
		if got := funnelSentence(Table{Rows: v.rows}); got != v.want {
			t.Errorf("fick    %s\nväntade %s", got, v.want)
		}
	}
}

// TestChangeAgainstChance: 100 → 130 differs more than chance gives (z = 1.98), 100 → 125 doesn't.
func TestChangeAgainstChance(t *testing.T) {
	count := func(n float64) Cell { return Cell{State: Shown, Number: n, Text: FormatNumber(n, 0)} }
	for now, want := range map[float64]string{
		130: "Förändringen är större än slumpen brukar ge, om antalen båda åren är räknade på samma sätt.",
		125: "Förändringen ryms inom osäkerheten.", 100: "Förändringen ryms inom osäkerheten.",
	} {
		if got := change(count(100), count(now), 2024, 0.95).Note; got != want {
			t.Errorf("100 → %v: %s", now, got)
		}
	}
}
