package compare

import (
	"testing"

	"samverkan/internal/report"
)

// What is said of one delregion that can't be tested isn't said of those that were.
func TestTrendNoteOfAMixture(t *testing.T) {
	outcome := func(name string, c Cell) Outcome {
		c.State = Shown
		return Outcome{Delregion: Delregion{Name: name}, Cell: c}
	}
	sure, bare := Cell{Interval: &Interval{}}, Cell{}
	test := "En trend anges bara när den inte rimligen beror på slumpen (test för linjär trend på signifikansnivån " + FormatUnit(5, 0, report.Percent) + ")."
	for _, v := range []struct {
		outcomes []Outcome
		want     string
	}{
		{[]Outcome{outcome("SIMBA", sure)}, test},
		{[]Outcome{outcome("SAMLA", sure), outcome("SIMBA", bare)},
			test + " För SIMBA går det inte att pröva; där anges en trend bara när alla år går åt samma håll."},
		{[]Outcome{outcome("SIMBA", bare)},
			"Täljare och nämnare saknas, så osäkerheten är okänd. Därför anges en trend bara när alla år går åt samma håll."},
		{[]Outcome{outcome("SIMBA", Cell{Exact: true})},
			"Alla är räknade, så siffrorna är inte osäkra. Därför anges en trend bara när alla år går åt samma håll."},
	} {
		if got := trendNote(Indicator{Outcomes: v.outcomes}, 0.95); got != v.want {
			t.Errorf("got\n%s\nwant\n%s", got, v.want)
		}
	}
}
