package compare

import (
	"fmt"
	"math"
	"math/rand/v2"

	"samverkan/internal/report"
)

// num is a reported figure.
func num(v float64) report.Value { return report.Value{Kind: report.Number, Number: v} }

// register makes n delregioner with two to four municipalities each.
func register(n int) []report.Delregion {
	var all []report.Delregion
	for i := range n {
		d := report.Delregion{ID: fmt.Sprintf("d%d", i+1), Name: fmt.Sprintf("D%d", i+1)}
		for k := range 2 + i%3 {
			d.Municipalities = append(d.Municipalities, fmt.Sprintf("K%d%d", i+1, k+1))
		}
		d.Inhabitants = report.YearValues{{Year: 0, Value: num(float64(10000 * (i + 1)))}}
		all = append(all, d)
	}
	return all
}

// shared is a catalogue's indicator.
func shared(id string, unit report.Unit, direction report.Direction, target float64) report.Indicator {
	i := report.Indicator{ID: id, Name: "Indikator " + id, Unit: unit, Direction: direction}
	if target > 0 {
		i.Target = report.YearValues{{Value: num(target)}}
	}
	return i
}

// measured is a measurement of a shared indicator with numerator and denominator.
func measured(id string, numerator, denominator float64) report.Measurement {
	return report.Measurement{Indicator: report.Indicator{ID: id}, Numerator: num(numerator), Denominator: num(denominator)}
}

// valued is a measurement with a bare value.
func valued(id string, v report.Value) report.Measurement {
	return report.Measurement{Indicator: report.Indicator{ID: id}, Outcome: v}
}

// randomCounty makes a county whose tables hold many small counts: deviations in
// several dimensions with and without remainder, shares and counts by municipality,
// gaps of all kinds, the county's own totals.
func randomCounty(r *rand.Rand) *report.County {
	c := &report.County{Delregioner: register(1 + r.IntN(5)), Years: []int{2023}}
	c.Site.Statistics.MinCount = []int{2, 3, 5, 5, 5, 10}[r.IntN(6)]
	c.Catalogue.Indicators = []report.Indicator{
		shared("andel", report.Percent, report.HigherIsBetter, 50),
		shared("antal", report.Count, report.LowerIsBetter, 0),
		shared("dagar", report.Days, report.LowerIsBetter, 3),
	}
	for _, d := range c.Delregioner {
		if r.IntN(8) > 0 {
			c.Submissions = append(c.Submissions, randomSubmission(r, d))
		}
	}
	if r.IntN(3) == 0 {
		c.Submissions = append(c.Submissions, countyOf(r, c))
	}
	return c
}

func randomSubmission(r *rand.Rand, d report.Delregion) *report.Submission {
	s := &report.Submission{Delregion: d.ID, Year: 2023}
	whole, broken := 0, report.Breakdown{Dimension: "kommun"}
	den, count := 0, report.Measurement{Indicator: report.Indicator{ID: "antal"}}
	counted := report.Breakdown{Dimension: "kommun"}
	for _, k := range d.Municipalities {
		part := report.Part{Name: k, Value: report.Value{Kind: report.Missing}}
		if r.IntN(6) > 0 {
			of := 1 + r.IntN(30)
			n := r.IntN(of + 1)
			whole, den = whole+n, den+of
			part = report.Part{Name: k, Numerator: num(float64(n)), Denominator: num(float64(of))}
		}
		broken.Parts = append(broken.Parts, part)
		counted.Parts = append(counted.Parts, report.Part{Name: k, Value: num(float64(r.IntN(9)))})
	}
	sum := total(counted)
	maskSome(r, counted.Parts)
	extra := r.IntN(2) * r.IntN(4)
	share := measured("andel", float64(whole+extra), float64(den+extra+r.IntN(3)))
	share.Breakdowns = []report.Breakdown{broken}
	count.Outcome, count.Breakdowns = num(sum+float64(r.IntN(2)*r.IntN(3))), []report.Breakdown{counted}
	s.Measurements = []report.Measurement{share, count, measured("dagar", float64(r.IntN(40)), float64(1+r.IntN(12)))}
	s.Deviations = randomDeviations(r)
	if r.IntN(3) == 0 {
		s.Surveys = []report.Survey{randomSurvey(r)}
	}
	return s
}

// maskSome writes small counts as a source may have done: "<5".
func maskSome(r *rand.Rand, parts []report.Part) {
	for i, p := range parts {
		if n := p.Value; n.IsNumber() && n.Number > 0 && n.Number < 5 && r.IntN(4) == 0 {
			parts[i].Value = report.Value{Kind: report.MaskedBySource, Written: "<5"}
		}
	}
}

// randomSurvey has answers in two dimensions: as counts, of which some may be missing or
// masked by the source, and as rounded shares that make 100 percent.
func randomSurvey(r *rand.Rand) report.Survey {
	var counts []float64
	all := 0.0
	for range 2 + r.IntN(4) {
		n := float64(r.IntN(12))
		if r.IntN(3) == 0 {
			n *= 20
		}
		counts, all = append(counts, n), all+n
	}
	answers, shares := report.Breakdown{Dimension: "Roll"}, report.Breakdown{Dimension: "Ort"}
	for i, n := range counts {
		name := fmt.Sprintf("r%d", i)
		answers.Parts = append(answers.Parts, report.Part{Name: name, Value: num(n)})
		share := report.Value{Kind: report.ShareOnly, Number: math.Round(100 * n / max(all, 1))}
		shares.Parts = append(shares.Parts, report.Part{Name: name, Value: share})
	}
	maskSome(r, answers.Parts)
	respondents := all + float64(r.IntN(2)*r.IntN(4))
	if r.IntN(5) == 0 {
		respondents = math.Ceil(all * 0.7) // several answers each
	}
	return report.Survey{Question: "?", Respondents: num(respondents),
		Distributions: []report.Breakdown{answers, shares}}
}

func total(b report.Breakdown) float64 {
	sum := 0.0
	for _, p := range b.Parts {
		sum += p.Value.Number
	}
	return sum
}

func randomDeviations(r *rand.Rand) report.Deviations {
	all := r.IntN(40)
	d := report.Deviations{Total: num(float64(all))}
	if r.IntN(10) == 0 {
		d.Total = report.Value{Kind: report.Missing}
	}
	for _, name := range []string{"process", "orsak", "atgard"}[:r.IntN(4)] {
		b := report.Breakdown{Dimension: name}
		left := all
		for code := range 1 + r.IntN(5) {
			v := report.Value{Kind: report.Missing}
			switch r.IntN(12) {
			case 0:
			case 1: // a share that may contradict the counts
				v = report.Value{Kind: report.ShareOnly, Number: float64(r.IntN(100))}
			case 2: // one that doesn't
				n := r.IntN(left + 1)
				left -= n
				v = report.Value{Kind: report.ShareOnly, Number: math.Round(100 * float64(n) / float64(max(1, all)))}
			default:
				n := r.IntN(min(left, 12) + 1)
				if r.IntN(4) == 0 {
					n = left
				}
				left -= n
				v = num(float64(n))
			}
			b.Parts = append(b.Parts, report.Part{Name: fmt.Sprintf("k%d", code), Value: v})
		}
		maskSome(r, b.Parts)
		d.Dimensions = append(d.Dimensions, b)
	}
	return d
}

// countyOf is a county's own submission whose totals are the delregioner's.
func countyOf(r *rand.Rand, c *report.County) *report.Submission {
	s := &report.Submission{Delregion: report.CountyID, Year: 2023}
	n, of, all := 0.0, 0.0, 0.0
	for _, sub := range c.Submissions {
		n += sub.Measurements[0].Numerator.Number
		of += sub.Measurements[0].Denominator.Number
		all += sub.Deviations.Total.Number
	}
	s.Measurements = []report.Measurement{measured("andel", n, of)}
	s.Deviations.Total = num(all)
	sums := make([]float64, 5)
	b := report.Breakdown{Dimension: "process"}
	for _, sub := range c.Submissions {
		for _, d := range sub.Deviations.Dimensions {
			for i, p := range d.Parts {
				if d.Dimension == "process" && p.Value.IsNumber() {
					sums[i] += p.Value.Number
				}
			}
		}
	}
	for i, v := range sums {
		b.Parts = append(b.Parts, report.Part{Name: fmt.Sprintf("k%d", i), Value: num(v)})
	}
	s.Deviations.Dimensions = []report.Breakdown{b}
	return s
}
