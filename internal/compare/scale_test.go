package compare

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"samverkan/internal/report"
)

// bigCounty is larger than any Swedish county: many delregioner, indicators and years,
// with small counts throughout.
func bigCounty(delregioner, indicators, years int) *report.County {
	r := rand.New(rand.NewPCG(9, 9))
	c := &report.County{Delregioner: register(delregioner)}
	for i := range indicators {
		c.Catalogue.Indicators = append(c.Catalogue.Indicators,
			shared(fmt.Sprintf("i%d", i), report.Percent, report.HigherIsBetter, 50))
	}
	for y := range years {
		c.Years = append(c.Years, 2020+y)
		for _, d := range c.Delregioner {
			s := &report.Submission{Delregion: d.ID, Year: 2020 + y, Deviations: randomDeviations(r)}
			for i := range indicators {
				s.Measurements = append(s.Measurements, brokenDown(r, fmt.Sprintf("i%d", i), d))
			}
			c.Submissions = append(c.Submissions, s)
		}
	}
	return c
}

func brokenDown(r *rand.Rand, id string, d report.Delregion) report.Measurement {
	n, of, b := 0, 0, report.Breakdown{Dimension: "kommun"}
	for _, k := range d.Municipalities {
		den := 5 + r.IntN(60)
		x := r.IntN(den + 1)
		n, of = n+x, of+den
		b.Parts = append(b.Parts, report.Part{Name: k, Numerator: num(float64(x)), Denominator: num(float64(den))})
	}
	m := measured(id, float64(n), float64(of))
	m.Breakdowns = []report.Breakdown{b}
	return m
}

// TestManySmallNumbers attacks a site larger than any, all small numbers.
func TestManySmallNumbers(t *testing.T) {
	for _, l := range AttackOf(Compare(bigCounty(20, 60, 2))) {
		t.Error(l)
	}
}
