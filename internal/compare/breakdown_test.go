package compare

import (
	"strings"
	"testing"

	"samverkan/internal/report"
)

// TestPerMunicipality: SIMBA reports measures per municipality, from missing to 100 %.
// The sentence says how many have a figure, how far they reach and how many met the
// target; it never counts a missing or an uncertain one as missed.
func TestPerMunicipality(t *testing.T) {
	missing := report.Part{Value: report.Value{Kind: report.Missing}}
	share := func(n, of float64) report.Part { return report.Part{Numerator: num(n), Denominator: num(of)} }
	bare := func(v float64) report.Part { return report.Part{Value: num(v)} }
	for _, c := range []struct {
		name  string
		parts [4]report.Part
		want  string
	}{
		{"some met it", [4]report.Part{share(95, 100), missing, share(40, 100), share(60, 60)},
			"Siffror kan visas för 3 av 4 kommuner från 1 delregion, från 40,0 % till 100 %; 2 når målvärdet 80 % och 1 når det inte."},
		{"one can't be told", [4]report.Part{share(95, 100), share(82, 100), share(40, 100), missing},
			"Siffror kan visas för 3 av 4 kommuner från 1 delregion, från 40,0 % till 95,0 %; 1 når målvärdet 80 %, 1 når det inte och för 1 kan det inte avgöras."},
		{"bare shares", [4]report.Part{bare(82), bare(75), missing, bare(75)},
			"Siffror kan visas för 3 av 4 kommuner från 1 delregion, från 75 % till 82 %; 1 når målvärdet 80 % och 2 når det inte, men osäkerheten är okänd."},
		{"none reported", [4]report.Part{missing, missing, missing, missing},
			"Ingen siffra kan visas för någon av de 4 kommunerna."},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := report.Breakdown{Dimension: "kommun"}
			for i, name := range []string{"Ale", "Kungälv", "Stenungsund", "Tjörn"} {
				c.parts[i].Name = name
				b.Parts = append(b.Parts, c.parts[i])
			}
			m := report.Measurement{Indicator: report.Indicator{ID: "munhalsa"}, Breakdowns: []report.Breakdown{b}}
			county := &report.County{Delregioner: register(2), Years: []int{2023}}
			county.Catalogue.Indicators = []report.Indicator{shared("munhalsa", report.Percent, report.HigherIsBetter, 80)}
			county.Submissions = []*report.Submission{{Delregion: county.Delregioner[0].ID, Year: 2023, Measurements: []report.Measurement{m}}}
			ind := Compare(county).Years[0].Indicators[0]
			if got := strings.Join(strings.Fields(ind.Breakdowns[0].Sentence), " "); got != c.want {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
		})
	}
}
