package compare

import (
	"testing"

	"samverkan/internal/report"
)

func TestVerdict(t *testing.T) {
	for _, v := range []struct {
		name      string
		number    float64
		interval  *Interval
		direction report.Direction
		want      Verdict
	}{
		{"helt över", 90, &Interval{85, 95}, report.HigherIsBetter, Met},
		{"precis på med hela intervallet", 90, &Interval{80, 95}, report.HigherIsBetter, Met},
		{"helt under", 60, &Interval{50, 70}, report.HigherIsBetter, Missed},
		{"rymmer målet", 82, &Interval{75, 88}, report.HigherIsBetter, CantDecide},
		{"lägre är bättre, under", 60, &Interval{50, 70}, report.LowerIsBetter, Met},
		{"lägre är bättre, över", 90, &Interval{85, 95}, report.LowerIsBetter, Missed},
		{"lägre är bättre, rymmer", 82, &Interval{75, 88}, report.LowerIsBetter, CantDecide},
		{"utan intervall, på målet", 80, nil, report.HigherIsBetter, MetBare},
		{"utan intervall, under", 79.9, nil, report.HigherIsBetter, MissedBare},
		{"utan intervall, lägre är bättre", 79.9, nil, report.LowerIsBetter, MetBare},
		{"utan riktning", 90, &Interval{85, 95}, report.NoDirection, NoVerdict},
	} {
		c := Cell{State: Shown, Number: v.number, Interval: v.interval}
		if got := verdict(c, Target{Number: 80, Direction: v.direction}); got != v.want {
			t.Errorf("%s: %v, väntade %v", v.name, got.Word(), v.want.Word())
		}
	}
}

// TestVerdictAtBest: a target that nothing can surpass is met by a figure on it, though
// the interval reaches past it; one case is enough to have missed it.
func TestVerdictAtBest(t *testing.T) {
	counted := func(n float64) Cell {
		i := CountInterval(n, 0.95)
		return Cell{State: Shown, Unit: report.Count, Number: n, Interval: &i}
	}
	share := func(num, den float64) Cell {
		i := Wilson(num, den, 0.95).scaled(100)
		return Cell{State: Shown, Unit: report.Percent, Number: 100 * num / den, Interval: &i}
	}
	exact := func(v float64) Cell { return Cell{State: Shown, Unit: report.Percent, Number: v, Exact: true} }
	none, few := Target{Number: 0, Direction: report.LowerIsBetter}, Target{Number: 2, Direction: report.LowerIsBetter}
	all, most := Target{Number: 100, Direction: report.HigherIsBetter}, Target{Number: 90, Direction: report.HigherIsBetter}
	for _, v := range []struct {
		name   string
		cell   Cell
		target Target
		want   Verdict
	}{
		{"mål 0, utfall 0", counted(0), none, MetAtBest}, {"mål 0, utfall 1", counted(1), none, Missed},
		{"mål 0, utfall 3", counted(3), none, Missed}, {"mål 2, utfall 0", counted(0), few, CantDecide},
		{"mål 2, utfall 12", counted(12), few, Missed}, {"mål 0 %, 0 av 40", share(0, 40), none, MetAtBest},
		{"mål 100 %, 41 av 41", share(41, 41), all, MetAtBest}, {"mål 100 %, 40 av 41", share(40, 41), all, Missed},
		{"mål 90 %, 9 av 9", share(9, 9), most, CantDecide}, {"mål 100 antal, utfall 100", counted(100), all, CantDecide},
		{"alla räknade, 1 av 4", exact(25), most, MissedExact}, {"alla räknade, 4 av 4", exact(100), all, MetExact},
	} {
		if got := verdict(v.cell, v.target); got != v.want {
			t.Errorf("%s: %q, väntade %q", v.name, got.Word(), v.want.Word())
		}
	}
	most.Unit = report.Percent
	own, other, like := exact(25), exact(25), exact(25)
	own.OwnDefinition, other.Unit = true, report.Count
	for name, c := range map[string]*Cell{"egen definition": &own, "annan enhet": &other} {
		if judge(c, &most); c.Verdict != NotJudged {
			t.Errorf("%s: %q", name, c.Verdict.Word())
		}
	}
	if judge(&like, &most); like.Verdict != MissedExact {
		t.Errorf("samma enhet och definition: %q", like.Verdict.Word())
	}
}

func TestStanding(t *testing.T) {
	county := Cell{State: Shown, Number: 50, Unit: report.Percent}
	for _, v := range []struct {
		low, high float64
		direction report.Direction
		want      Standing
	}{
		{40, 60, report.HigherIsBetter, LikeCounty}, {51, 60, report.HigherIsBetter, BetterThan},
		{40, 49, report.HigherIsBetter, WorseThan}, {51, 60, report.LowerIsBetter, WorseThan},
		{40, 49, report.LowerIsBetter, BetterThan}, {51, 60, report.NoDirection, HigherThan},
		{40, 49, report.NoDirection, LowerThan}, {50, 60, report.HigherIsBetter, LikeCounty},
	} {
		c := Cell{State: Shown, Unit: report.Percent, Interval: &Interval{v.low, v.high}}
		if got := stand(c, county, v.direction); got != v.want {
			t.Errorf("%v–%v %s: %q, väntade %q", v.low, v.high, v.direction, got.Word(), v.want.Word())
		}
	}
	whole := Cell{State: Shown, Unit: report.Percent, Number: 75, Exact: true}
	if got := stand(whole, county, report.HigherIsBetter); got != BetterThan {
		t.Errorf("alla räknade, 75 mot 50: %q", got.Word())
	}
	other := Cell{State: Shown, Unit: report.Percent, Interval: &Interval{51, 60}, OtherPeriod: true}
	if stand(other, county, report.HigherIsBetter) != NoStanding {
		t.Error("en annan period jämförs med länet")
	}
}

func TestDisagree(t *testing.T) {
	for _, v := range []struct {
		a    report.Assessment
		v    Verdict
		want bool
	}{
		{report.Reached, Missed, true}, {report.Reached, MissedBare, true}, {report.NotReached, Met, true},
		{report.NotReached, MetBare, true}, {report.Reached, CantDecide, false}, {report.Reached, Met, false},
		{report.PartReached, Met, false}, {report.NotAssessed, Missed, false}, {report.NotReached, NoVerdict, false},
	} {
		if got := disagree(v.a, v.v); got != v.want {
			t.Errorf("%s mot %q: %v", v.a, v.v.Word(), got)
		}
	}
}

// TestCodes: every state and flag has its own machine code.
func TestCodes(t *testing.T) {
	cells := map[string]Cell{
		"A": {State: Shown}, "P": {State: Shown, Flag: report.Preliminary}, "E": {State: Shown, Flag: report.Estimated},
		"B": {State: Shown, Flag: report.Break}, "reviderad": {State: Shown, Flag: report.Revised},
		"exempel": {State: ShareShown, Flag: report.Example}, "D": {State: Shown, OwnDefinition: true},
		"O": {State: Missing, Flag: report.Preliminary}, "M": {State: NotApplicable}, "Q": {State: Masked},
		"ej-inlamnat": {State: NotSubmitted}, "endast-relation": {State: Related}, "": {State: Words},
	}
	for want, c := range cells {
		if got := c.Code(); got != want {
			t.Errorf("tillstånd %v: kod %q, väntade %q", c.State, got, want)
		}
	}
	marks := map[string]bool{}
	for _, m := range []string{markNotSubmitted, markMissing, markNotApplicable, markMasked, markSource} {
		if marks[m] {
			t.Errorf("märket %q används två gånger", m)
		}
		marks[m] = true
	}
}
