package compare

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"samverkan/internal/report"
)

// TestMaskerAgainstAttacker masks thousands of random counties and lets the attacker
// try each. They share no code, so an error in one shows as a leak.
func TestMaskerAgainstAttacker(t *testing.T) {
	const chunk, chunks = 250, 8
	for n := range chunks {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			t.Parallel()
			masked := 0
			for seed := n * chunk; seed < (n+1)*chunk; seed++ {
				c := Compare(randomCounty(rand.New(rand.NewPCG(1, uint64(seed)))))
				c.EachCell(func(cell *Cell) { masked += boolCount(cell.State == Masked) })
				if leaks := AttackOf(c); len(leaks) > 0 {
					t.Fatalf("frö %d: %d läckor, först %s", seed, len(leaks), leaks[0])
				}
			}
			if masked < chunk {
				t.Errorf("bara %d maskerade celler i %d län: provet prövar inget", masked, chunk)
			}
		})
	}
}

// TestAttackerFindsPlainMasking masks small counts only, without secondary
// suppression, and demands that the attacker finds the leaks.
func TestAttackerFindsPlainMasking(t *testing.T) {
	found := 0
	for seed := range 300 {
		county := randomCounty(rand.New(rand.NewPCG(2, uint64(seed))))
		b := newBuilder(county)
		e := newEdition(b, 2023)
		s := emptySystem()
		for _, f := range append(e.indicatorFigures(), e.deviationFigures()...) {
			s.add(f)
		}
		e.secrets.masked = s.masked()
		c := &Comparison{Site: county.Site, Years: []*Year{e.build()}}
		if len(AttackOf(c)) > 0 {
			found++
		}
	}
	if found < 100 {
		t.Errorf("angriparen fann läckor i bara %d av 300 län utan följdmaskering", found)
	}
}

// TestTrueZeroStays: a zero is a finding, not a secret.
func TestTrueZeroStays(t *testing.T) {
	for seed := range 300 {
		county := randomCounty(rand.New(rand.NewPCG(3, uint64(seed))))
		e := newEdition(newBuilder(county), 2023)
		for _, f := range append(e.indicatorFigures(), e.deviationFigures()...) {
			if f.counts() && f.number == 0 && e.secrets.hides(f) {
				t.Fatalf("frö %d: nollan %s är maskerad", seed, f.key)
			}
		}
	}
}

// TestNothingOfAMaskedCount: a masked cell holds no trace of its count.
func TestNothingOfAMaskedCount(t *testing.T) {
	for seed := range 200 {
		Compare(randomCounty(rand.New(rand.NewPCG(4, uint64(seed))))).EachCell(func(c *Cell) {
			if c.State != Masked {
				return
			}
			if c.Number != 0 || c.Numerator != nil || c.Interval != nil || c.Basis != "" || c.Text != markMasked ||
				c.Verdict != NoVerdict || c.Standing != NoStanding {
				t.Fatalf("maskerad cell med spår: %+v", c)
			}
		})
	}
}

// smallestGoesToo is the worked example of the handbook: 3 + 7 + 20 = 30.
func TestSmallestRemainingGoesToo(t *testing.T) {
	c := deviationCounty(map[string]float64{"a": 3, "b": 7, "c": 20}, 30)
	y := Compare(c).Years[0]
	got := texts(y.Deviations.Dimensions[0].Table.Rows[0])
	if want := []string{"x", "x", "20", "0"}; !reflect.DeepEqual(got, want) {
		t.Errorf("rad = %q, väntade %q", got, want)
	}
}

// TestNeighbourOfTotalIsMasked: 28 of 30 tells as much as 2 of 30.
func TestNeighbourOfTotalIsMasked(t *testing.T) {
	for _, tt := range []struct {
		num, den float64
		want     State
	}{
		{2, 30, Masked}, {28, 30, Masked}, {5, 30, Shown}, {25, 30, Shown}, {26, 30, Masked},
		{0, 30, Shown}, {30, 30, Shown}, {0, 4, Masked}, {4, 4, Masked}, {3, 4, Masked},
	} {
		c := &report.County{Delregioner: register(1), Years: []int{2023}}
		c.Catalogue.Indicators = []report.Indicator{shared("a", report.Percent, report.HigherIsBetter, 0)}
		c.Submissions = []*report.Submission{{Delregion: "d1", Year: 2023,
			Measurements: []report.Measurement{measured("a", tt.num, tt.den)}}}
		if got := Compare(c).Years[0].Indicators[0].Outcomes[0].Cell.State; got != tt.want {
			t.Errorf("%v av %v: tillstånd %v, väntade %v", tt.num, tt.den, got, tt.want)
		}
	}
}

// TestThresholds: an indicator may set its own, and things that aren't people are shown.
func TestThresholds(t *testing.T) {
	no := false
	for name, tt := range map[string]struct {
		own  report.Indicator
		site report.Statistics
		want State
	}{
		"förval":             {report.Indicator{}, report.Statistics{}, Masked},
		"inte människor":     {report.Indicator{NotPeople: &no}, report.Statistics{}, Shown},
		"egen lägre gräns":   {report.Indicator{MinCount: 3}, report.Statistics{}, Shown},
		"egen högre gräns":   {report.Indicator{MinCount: 10}, report.Statistics{MinCount: 3}, Masked},
		"länets lägre":       {report.Indicator{}, report.Statistics{MinCount: 3}, Shown},
		"ingen gräns alls":   {report.Indicator{}, report.Statistics{MinCount: 1}, Shown},
		"skriven nolla":      {report.Indicator{}, report.Statistics{Node: report.Node{Keys: []report.Key{{Name: "minsta_antal"}}}}, Shown},
		"egen trots skrivet": {report.Indicator{MinCount: 5}, report.Statistics{MinCount: 1}, Masked},
	} {
		tt.own.ID, tt.own.Name, tt.own.Unit = "a", "A", report.Count
		c := &report.County{Delregioner: register(1), Years: []int{2023}}
		c.Site.Statistics = tt.site
		c.Catalogue.Indicators = []report.Indicator{tt.own}
		c.Submissions = []*report.Submission{{Delregion: "d1", Year: 2023,
			Measurements: []report.Measurement{valued("a", num(4))}}}
		if got := Compare(c).Years[0].Indicators[0].Outcomes[0].Cell.State; got != tt.want {
			t.Errorf("%s: tillstånd %v, väntade %v", name, got, tt.want)
		}
	}
}

// TestTamperedComparisonLeaks undoes one masked cell after the fact.
func TestTamperedComparisonLeaks(t *testing.T) {
	c := Compare(deviationCounty(map[string]float64{"a": 3, "b": 7, "c": 20}, 30))
	if leaks := AttackOf(c); len(leaks) > 0 {
		t.Fatalf("läcka före ändringen: %v", leaks)
	}
	cell := &c.Years[0].Deviations.Dimensions[0].Table.Rows[0].Cells[1]
	cell.State, cell.Number = Shown, 7
	leaks := AttackOf(c)
	want := []string{
		"2023/d1/avvikelser/process/a är maskerad men kan räknas ut",
		"2023/d1/avvikelser/process/b är maskerad men kan räknas ut", // shown in one place, masked in another
	}
	if !reflect.DeepEqual(leaks, want) {
		t.Errorf("läckor = %q, väntade %q", leaks, want)
	}
}

// deviationCounty is one delregion's deviations by process.
func deviationCounty(codes map[string]float64, total float64) *report.County {
	c := &report.County{Delregioner: register(1), Years: []int{2023}}
	b := report.Breakdown{Dimension: "process"}
	for _, k := range []string{"a", "b", "c", "d"} {
		if v, ok := codes[k]; ok {
			b.Parts = append(b.Parts, report.Part{Name: k, Value: num(v)})
		}
	}
	c.Submissions = []*report.Submission{{Delregion: "d1", Year: 2023,
		Deviations: report.Deviations{Total: num(total), Dimensions: []report.Breakdown{b}}}}
	return c
}

func texts(r Row) []string {
	var all []string
	for _, c := range r.Cells {
		all = append(all, c.Text)
	}
	return all
}
