package compare_test

import (
	"math/rand/v2"
	"reflect"
	"sync"
	"testing"

	"samverkan/internal/attack"
	"samverkan/internal/compare"
	"samverkan/internal/report"
)

// TestMemoIsCompare changes a county in every way and compares it with and without a
// memory of what it was.
func TestMemoIsCompare(t *testing.T) {
	var memo compare.Memo
	var attacker attack.Memo
	county := compare.BigCounty(4, 3, 3)
	// A file that is read anew gives another submission.
	anew := func(i int) *report.Submission {
		s := *county.Submissions[i]
		county.Submissions[i] = &s
		return &s
	}
	last := func() *report.Submission { return anew(len(county.Submissions) - 1) }
	year := func(i int) *compare.Year { return memo.Compare(county).Years[i] }
	for _, step := range []struct {
		name   string
		change func()
		kept   int // how many years are the same as before
	}{
		{"nothing", func() {}, 3},
		{"a figure of the last year", func() { last().Measurements[0].Numerator.Number = 1 }, 2},
		{"a comment of the last year", func() { last().Deviations.Comment = "Ny." }, 2},
		{"a narrative", func() {
			county.Narratives = append(county.Narratives, &report.Narrative{Year: 2021, Owner: "d1"})
		}, 2},
		{"a comment of the first year", func() { anew(0).Deviations.Comment = "Ny." }, 2},
		{"a figure of the first year", func() {
			s := anew(0)
			s.Measurements = append([]report.Measurement{}, s.Measurements...)
			s.Measurements[0].Numerator.Number--
		}, 0},
		{"the rules", func() { county.Site.Statistics.MinCount = 3 }, 0},
		{"the register", func() { county.Delregioner[0].Name = "Annat" }, 0},
		{"the catalogue", func() { county.Catalogue.Indicators[0].Name = "Annan" }, 0},
		{"a year less", func() { county.Years, county.Submissions = county.Years[:2], county.Submissions[:8] }, 2},
	} {
		before := []*compare.Year{}
		for i := range memo.Compare(county).Years {
			before = append(before, year(i))
		}
		step.change()
		got, want := memo.Compare(county), compare.Compare(county)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: the comparison is another with a memory", step.name)
		}
		if a, b := attacker.Comparison(got), attack.Comparison(want); !reflect.DeepEqual(a, b) {
			t.Errorf("%s: the attack finds %v with a memory, %v without", step.name, a, b)
		}
		kept := 0
		for i, y := range got.Years {
			if i < len(before) && before[i] == y {
				kept++
			}
		}
		if kept != step.kept {
			t.Errorf("%s: %d years kept, want %d", step.name, kept, step.kept)
		}
	}
}

// TestMemoAtOnce is for the race detector.
func TestMemoAtOnce(t *testing.T) {
	var memo compare.Memo
	var attacker attack.Memo
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			for range 5 {
				attacker.Comparison(memo.Compare(compare.RandomCounty(rand.New(rand.NewPCG(6, uint64(i%2))))))
			}
		})
	}
	all.Wait()
}
