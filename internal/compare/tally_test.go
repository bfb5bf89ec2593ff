package compare

import (
	"strings"
	"testing"

	"samverkan/internal/report"
)

func TestTallyClause(t *testing.T) {
	target := &Target{Text: "80 %"}
	for _, v := range []struct {
		tally tally
		said  int
		want  string
	}{
		{tally{}, 3, ""},
		{tally{met: 1, missed: 1, undecided: 3}, 5, "1 når målvärdet 80 %, 1 når det inte och för 3 kan det inte avgöras"},
		{tally{met: 1, missed: 1, undecided: 3}, 3, "mot målvärdet 80 % ställs 5 siffror: 1 når det, 1 når det inte och för 3 kan det inte avgöras"},
		{tally{missed: 2, undecided: 1}, 3, "2 når inte målvärdet 80 % och för 1 kan det inte avgöras"},
		{tally{undecided: 5}, 5, "för 5 kan det inte avgöras om målvärdet 80 % nås"},
		{tally{undecided: 5}, 4, "mot målvärdet 80 % ställs 5 siffror: för 5 kan det inte avgöras om det nås"},
		{tally{met: 2, bare: 2}, 2, "2 når målvärdet 80 %, men osäkerheten är okänd"},
		{tally{met: 2, missed: 1, bare: 1}, 3, "2 når målvärdet 80 % och 1 når det inte; osäkerheten är okänd för 1 av de 3"},
	} {
		if got := v.tally.clause(target, v.said); got != v.want {
			t.Errorf("%+v efter %d:\nfick    %s\nväntade %s", v.tally, v.said, got, v.want)
		}
	}
}

// TestOnlyComparableFiguresAreCompared: masked figures, those by another definition and
// those of another period have been reported, but can't be compared; every place that
// says how many can be, says the same.
func TestOnlyComparableFiguresAreCompared(t *testing.T) {
	shown := func(id string, change func(*Cell)) Outcome {
		o := Outcome{Delregion: Delregion{ID: id, Name: id}, Cell: Cell{State: Shown, Unit: report.Percent}}
		change(&o.Cell)
		return o
	}
	i := Indicator{Shared: true, Unit: report.Percent, SamePeriod: false, SameDefined: false, Outcomes: []Outcome{
		shown("Norr", func(*Cell) {}),
		shown("Söder", func(c *Cell) { c.OwnDefinition = true }),
		shown("Väster", func(c *Cell) { c.OtherPeriod = true }),
		shown("Öster", func(c *Cell) { c.State = Masked }),
		shown("Mitten", func(c *Cell) { c.State = MaskedBySource }),
		shown("Dalen", func(c *Cell) { c.Unit = report.Count }),
		shown("Kusten", func(c *Cell) { c.State = Missing }),
	}}
	for _, o := range i.Outcomes {
		i.Reporters += boolCount(o.Cell.reported())
	}
	i.Compared = len(comparableOutcomes(i.Outcomes, i.Unit))
	if i.Reporters != 6 || i.Compared != 1 {
		t.Fatalf("%d redovisade, %d jämförbara", i.Reporters, i.Compared)
	}
	e := &edition{out: &Year{Indicators: []Indicator{i}}, builder: &builder{}}
	if k := e.outcomeFigure(); k.Note != "2 av dem är maskerade. Ingen indikator kan jämföras mellan minst två delregioner." {
		t.Errorf("nyckeltalet: %s", k.Note)
	}
	for name, said := range map[string]string{
		"matrisen": comparableSentence([]Indicator{i}), "indikatorn": e.comparability(i, i.Outcomes[0].Cell.Period),
	} {
		if !strings.Contains(said, "inget kan jämföras") && !strings.Contains(said, "kan ingen jämförelse göras") {
			t.Errorf("%s: %s", name, said)
		}
	}
}

// TestSpanIsOfOneUnit: a bare share among counts isn't the lowest of them.
func TestSpanIsOfOneUnit(t *testing.T) {
	row := func(n float64, u report.Unit, v Verdict) Row {
		return Row{Cells: []Cell{{State: Shown, Number: n, Unit: u, Verdict: v}}}
	}
	table := Table{Unit: report.Count, RowHead: "Kommun", Target: &Target{Text: "10"}, Rows: []Row{
		row(3, report.Percent, NoVerdict), row(40, report.Count, Met), row(12, report.Count, CantDecide),
	}}
	const want = "Siffror kan visas för alla 3 kommuner från 2 delregioner; de 2 som kan jämföras ligger från 12 till 40; " +
		"mot målvärdet 10 ställs 2 siffror: 1 når det och för 1 kan det inte avgöras."
	if got := breakdownSentence(table, 2); got != want {
		t.Errorf("fick    %s\nväntade %s", got, want)
	}
}

// TestConfidenceIsSaidAsItIs: 99.8 % isn't 100 %, and an unwritten one is 95 %.
func TestConfidenceIsSaidAsItIs(t *testing.T) {
	for conf, want := range map[float64]string{0: "95 %", 0.9: "90 %", 0.998: "99,8 %"} {
		c := Comparison{Site: report.Site{Statistics: report.Statistics{Confidence: conf}}}
		if got := strings.Join(strings.Fields(c.Confidence()), " "); got != want {
			t.Errorf("%v: %q, väntade %q", conf, got, want)
		}
	}
}
