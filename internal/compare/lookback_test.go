package compare

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"sync"
	"testing"

	"samverkan/internal/canon"
	"samverkan/internal/report"
)

// TestLookingBack rewrites submissions of any year, a whole one or a little of it, in a county
// with many years, and takes one or a whole year away: a Memo gives what Compare does.
func TestLookingBack(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 14))
	c := randomCounty(r)
	c.Delregioner, c.Submissions, c.Years = register(3), nil, nil
	owners := append(register(3), report.Delregion{ID: report.CountyID, Municipalities: []string{"A", "B"}})
	for year := range 8 {
		c.Years = append(c.Years, 2016+year)
		for _, d := range owners {
			c.Submissions = append(c.Submissions, submissionOf(r, d, 2016+year))
		}
	}
	c.Years = append(c.Years, 2024) // nobody has reported
	var memo Memo
	var before *Comparison
	kept, alike := 0, 0
	for step := range 100 {
		i := r.IntN(len(c.Submissions))
		c.Submissions = slices.Clone(c.Submissions)
		s := *c.Submissions[i]
		c.Submissions[i] = &s
		s.Measurements = slices.Clone(s.Measurements)
		switch m := &s.Measurements[r.IntN(len(s.Measurements))]; r.IntN(9) {
		case 0:
			d := slices.IndexFunc(owners, func(d report.Delregion) bool { return d.ID == s.Delregion })
			c.Submissions[i] = submissionOf(r, owners[d], s.Year)
		case 1:
			c.Submissions = slices.Delete(c.Submissions, i, i+1)
		case 2:
			m.Outcome.Flag = []report.Flag{report.NoFlag, report.Revised, report.Break}[r.IntN(3)]
		case 3:
			m.Comment += "Ny."
		case 4:
			m.Outcome = num(float64(r.IntN(60)))
		case 5:
			m.Unit = []report.Unit{report.Percent, report.Days, ""}[r.IntN(3)]
		case 6:
			s.Deviations.Total = num(float64(r.IntN(80)))
		case 7:
			s.Delivery.Comment += "Ny."
		case 8:
			if step%5 == 0 {
				c.Years = slices.DeleteFunc(c.Years, func(year int) bool { return year == s.Year })
				c.Submissions = slices.DeleteFunc(c.Submissions, func(o *report.Submission) bool { return o.Year == s.Year })
			}
		}
		got, want := memo.Compare(c), Compare(c)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("step %d: the comparison is another with a memory", step)
		}
		for n, y := range got.Years {
			if before == nil || n >= len(before.Years) {
				break
			}
			kept += boolCount(y == before.Years[n])
			alike += boolCount(reflect.DeepEqual(y, before.Years[n]))
		}
		before = got
	}
	if kept < alike*9/10 { // what was changed doesn't always show
		t.Errorf("only %d years were kept, though %d are as they were", kept, alike)
	}
}

// submissionOf is a random one with an indicator of its own, as it may be defined that year.
func submissionOf(r *rand.Rand, d report.Delregion, year int) *report.Submission {
	s := randomSubmission(r, d)
	s.Year = year
	own := measured("egen", float64(r.IntN(20)), float64(20+r.IntN(9)))
	own.Name, own.Unit = "Egen", []report.Unit{report.Percent, report.Days}[r.IntN(2)]
	own.DefinedFrom = []int{0, 2018, 2021}[r.IntN(3)]
	s.Measurements = append(s.Measurements, own)
	s.Goals = []report.Goal{{ID: "malet", Name: "Målet"}}
	return s
}

// TestMemoAtOnceWithOld reads a comparison, as the preview's charts do, while the next one is made
// partly of the same. It is for the race detector.
func TestMemoAtOnceWithOld(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	c := &report.County{Delregioner: register(2), Years: []int{2022, 2023}}
	c.Site.Statistics.MinCount = 5
	c.Catalogue.Indicators = []report.Indicator{shared("andel", report.Percent, report.HigherIsBetter, 50)}
	county := report.Delregion{ID: report.CountyID, Municipalities: []string{"A", "B"}}
	for _, year := range c.Years {
		for _, d := range append(register(2), county) {
			s := submissionOf(r, d, year)
			m := measured("andel", 15, 45)
			m.Definition = "Egen."
			if d.ID == report.CountyID {
				m = measured("andel", 30, 90)
				for _, dim := range []string{"kommun", "kon", "alder"} { // three sums: there is room for a fourth
					m.Breakdowns = append(m.Breakdowns, report.Breakdown{Dimension: dim, Parts: []report.Part{
						{Name: "a", Numerator: num(10), Denominator: num(30)}, {Name: "b", Numerator: num(20), Denominator: num(60)}}})
				}
			}
			s.Measurements = []report.Measurement{m}
			s.Deviations.Total = num(40)
			c.Submissions = append(c.Submissions, s)
		}
	}
	var memo Memo
	old := memo.Compare(c)
	now := *c
	now.Submissions = slices.Clone(c.Submissions)
	s := *c.Submissions[0] // the year before's deviations: the year after is built anew
	s.Deviations.Total = num(60)
	now.Submissions[0] = &s
	var both sync.WaitGroup
	both.Go(func() {
		for range 20 {
			for _, table := range old.Tables() {
				canon.Append(nil, table)
			}
		}
	})
	both.Go(func() { memo.Compare(&now) })
	both.Wait()
}
