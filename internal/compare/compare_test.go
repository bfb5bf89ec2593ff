package compare

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"samverkan/internal/period"
	"samverkan/internal/report"
)

// TestDeterministic: the same county gives the same comparison, byte for byte.
func TestDeterministic(t *testing.T) {
	first := asJSON(t, Compare(fiction()))
	for range 5 {
		if asJSON(t, Compare(fiction())) != first {
			t.Fatal("två jämförelser av samma län skiljer sig")
		}
	}
}

func asJSON(t *testing.T, c *Comparison) string {
	t.Helper()
	b, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestNothingUnmaskedIsReachable: a report.Value holds an unmasked figure, so none may
// be reachable from a comparison by its types.
func TestNothingUnmaskedIsReachable(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type, string)
	walk = func(typ reflect.Type, path string) {
		if seen[typ] {
			return
		}
		seen[typ] = true
		switch typ {
		case reflect.TypeFor[report.Value](), reflect.TypeFor[figure](), reflect.TypeFor[report.Submission](), reflect.TypeFor[report.County]():
			t.Errorf("%s når %s", path, typ)
		}
		switch typ.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
			walk(typ.Elem(), path)
		case reflect.Struct:
			for i := range typ.NumField() {
				walk(typ.Field(i).Type, path+"."+typ.Field(i).Name)
			}
		case reflect.Interface, reflect.Func, reflect.Chan:
			t.Errorf("%s är %s, som kan bära vad som helst", path, typ)
		}
	}
	walk(reflect.TypeFor[Comparison](), "Comparison")
}

// TestInputIsUntouched: Compare is pure.
func TestInputIsUntouched(t *testing.T) {
	c := fiction()
	Compare(c)
	if !reflect.DeepEqual(c, fiction()) {
		t.Error("Compare ändrade länet")
	}
}

func TestTables(t *testing.T) {
	c := Compare(fiction())
	ids := map[string]bool{}
	for _, table := range c.Tables() {
		id := FormatYear(table.Year) + "/" + table.ID
		if ids[id] || table.ID == "" || table.Year == 0 {
			t.Errorf("tabell %q är inte ensam om sitt id", id)
		}
		ids[id] = true
		if table.Title == "" || table.RowHead == "" {
			t.Errorf("%s saknar rubrik", id)
		}
		if table.Sentence == "" || !strings.HasSuffix(table.Sentence, ".") {
			t.Errorf("%s: mening %q", id, table.Sentence)
		}
		for _, r := range table.Rows {
			if len(r.Cells) != len(table.Columns) {
				t.Errorf("%s, rad %s: %d celler, %d kolumner", id, r.ID, len(r.Cells), len(table.Columns))
			}
			for _, cell := range r.Cells {
				checkCell(t, id, cell)
			}
		}
	}
}

// checkCell: a gap says why, a figure says what, and marks and states go together.
func checkCell(t *testing.T, id string, c Cell) {
	t.Helper()
	switch c.State {
	case Empty:
		if c.Text != "" {
			t.Errorf("%s: tom cell visar %q", id, c.Text)
		}
	case Shown, ShareShown, Words, Related:
		if c.Text == "" {
			t.Errorf("%s: cell utan text: %+v", id, c)
		}
	default:
		if c.Text == "" || c.Note == "" {
			t.Errorf("%s: lucka utan märke eller skäl: %+v", id, c)
		}
	}
}

func TestEmptyCounty(t *testing.T) {
	c := Compare(&report.County{})
	if c.Newest != nil || len(c.Years) != 0 || len(c.Tables()) != 0 || len(AttackOf(c)) != 0 {
		t.Errorf("ett tomt län gav %+v", c)
	}
}

func TestNewest(t *testing.T) {
	county := fiction()
	county.Years = append(county.Years, 2024) // a narrative only
	c := Compare(county)
	if len(c.Years) != 5 || c.Newest.Year != 2023 || c.Years[4].Reported != 0 {
		t.Errorf("nyaste år %d av %d", c.Newest.Year, len(c.Years))
	}
}

// TestPool adds numerators and denominators; an average of 10 % and 90 % would be 50 %.
func TestPool(t *testing.T) {
	y := oneIndicator(shared("a", report.Percent, report.HigherIsBetter, 0), measured("a", 10, 100), measured("a", 900, 1000))
	county := y.Indicators[0].County
	if county.Basis != "910 av 1\u202f100" || county.Text != "82,7\u202f%" {
		t.Errorf("länet %q (%s)", county.Text, county.Basis)
	}
}

func TestPoolNeedsTwo(t *testing.T) {
	y := oneIndicator(shared("a", report.Percent, report.HigherIsBetter, 0), measured("a", 10, 100),
		valued("a", num(90)), valued("a", report.Value{Kind: report.ShareOnly, Number: 40}))
	i := y.Indicators[0]
	if i.County.State != Missing || i.Table.County != nil || i.Reporters != 3 {
		t.Errorf("länet %+v med %d redovisande", i.County, i.Reporters)
	}
	if got := i.Outcomes[0].Cell.Standing; got != NoStanding {
		t.Errorf("ställning %q utan länsvärde", got.Word())
	}
}

// TestPoolLeavesOutOtherPeriods: a month isn't added to whole years.
func TestPoolLeavesOutOtherPeriods(t *testing.T) {
	august := measured("a", 7, 41)
	august.Period.Period = period.Period{From: period.Date{Year: 2023, Month: 8, Day: 1}, To: period.Date{Year: 2023, Month: 8, Day: 31}, Text: "Augusti 2023"}
	i := oneIndicator(shared("a", report.Percent, report.HigherIsBetter, 0),
		august, measured("a", 50, 100), measured("a", 70, 100)).Indicators[0]
	if i.County.Basis != "120 av 200" || i.SamePeriod || !i.Outcomes[0].Cell.OtherPeriod || i.Outcomes[1].Cell.OtherPeriod {
		t.Errorf("länet %q, samma period %v", i.County.Basis, i.SamePeriod)
	}
	if want := "Alla 3 delregioner har redovisat en siffra; för D1 gäller den en annan period än hela året."; i.Comparability != want {
		t.Errorf("jämförbarhet %q, väntade %q", i.Comparability, want)
	}
}

func TestOwnDefinition(t *testing.T) {
	own := measured("a", 50, 100)
	own.Definition = "På vårt eget sätt"
	i := oneIndicator(shared("a", report.Percent, report.HigherIsBetter, 0), own,
		measured("a", 50, 100), measured("a", 70, 100)).Indicators[0]
	if i.SameDefined || !i.Outcomes[0].Cell.OwnDefinition || i.County.Basis != "120 av 200" || i.Outcomes[0].Cell.Code() != "D" {
		t.Errorf("egen definition: %+v", i.Outcomes[0].Cell)
	}
}

// oneIndicator is a year in which each measurement is reported by a delregion of its
// own, and one delregion more has submitted nothing.
func oneIndicator(i report.Indicator, measurements ...report.Measurement) *Year {
	c := &report.County{Delregioner: register(len(measurements) + 1), Years: []int{2023}}
	if len(measurements) < 7 {
		c.Delregioner = c.Delregioner[:len(measurements)]
	}
	c.Catalogue.Indicators = []report.Indicator{i}
	for n, m := range measurements {
		c.Submissions = append(c.Submissions, &report.Submission{
			Delregion: c.Delregioner[n].ID, Year: 2023, Measurements: []report.Measurement{m}})
	}
	return Compare(c).Years[0]
}

// TestGoalAgainstIndicators: the assessment and the indicators are both there, and that
// they contradict each other is said.
func TestGoalAgainstIndicators(t *testing.T) {
	county := fiction()
	county.Submissions = slices.DeleteFunc(county.Submissions, func(s *report.Submission) bool { return s.Year != 2023 })
	for _, s := range county.Submissions {
		s.Measurements[0] = measured("trygg", 300, 600) // far below 80 %
	}
	y := Compare(county).Years[3]
	work := y.Goals[0].Work
	if work[0].Disagree || !work[1].Disagree || work[1].Indicators != Missed || work[3].Disagree {
		t.Errorf("motsägelser: %v %v %v", work[0].Disagree, work[1].Disagree, work[3].Disagree)
	}
	if !strings.Contains(work[1].Cell.Note, "ej nått") || work[1].Cell.Text != "uppnått" {
		t.Errorf("cellen %q, %q", work[1].Cell.Text, work[1].Cell.Note)
	}
	if y.GoalMatrix.Rows[0].Cells[1].Note != work[1].Cell.Note {
		t.Error("matrisen och målets sida skiljer sig")
	}
}

// TestLate: late only when a status is reported, and judged by the year's last day.
func TestLate(t *testing.T) {
	e := newEdition(newBuilder(&report.County{}), 2023)
	due := func(year, month int) report.Period {
		return report.Period{Period: period.Period{From: period.Date{Year: year, Month: month, Day: 1},
			To: period.Date{Year: year, Month: month, Day: 28}, Text: "Maj 2023"}}
	}
	for name, v := range map[string]struct {
		a    report.Activity
		late bool
		text string
	}{
		"klar":          {report.Activity{Due: due(2023, 5), Status: report.Done}, false, ""},
		"pågår":         {report.Activity{Due: due(2023, 5), Status: report.Ongoing}, true, "skulle vara klart maj 2023; redovisas som pågående"},
		"utan status":   {report.Activity{Due: due(2023, 5)}, false, "skulle vara klart maj 2023; status ej redovisad"},
		"avbruten":      {report.Activity{Due: due(2023, 5), Status: report.Cancelled}, false, "skulle vara klart maj 2023; avbruten"},
		"nästa år":      {report.Activity{Due: due(2024, 5), Status: report.NotStarted}, false, ""},
		"årets sista":   {report.Activity{Due: due(2023, 12), Status: report.Paused}, true, "skulle vara klart maj 2023; redovisas som pausad"},
		"utan tidpunkt": {report.Activity{Status: report.Ongoing}, false, ""},
		"löpande":       {report.Activity{Due: report.Period{Period: period.Period{Ongoing: true, Text: "Löpande"}}, Status: report.Ongoing}, false, ""},
	} {
		if late, text := e.late(v.a); late != v.late || text != v.text {
			t.Errorf("%s: %v %q, väntade %v %q", name, late, text, v.late, v.text)
		}
	}
}

// TestRevealingShare: 2 % of 100 known deviations is two people.
func TestRevealingShare(t *testing.T) {
	for share, want := range map[float64]State{2: Masked, 98: Masked, 30: ShareShown, 0: ShareShown, 100: ShareShown} {
		c := deviationCounty(nil, 100)
		c.Submissions[0].Deviations.Dimensions[0].Parts = []report.Part{
			{Name: "a", Value: report.Value{Kind: report.ShareOnly, Number: share}}}
		out := Compare(c)
		if got := out.Years[0].Deviations.Dimensions[0].Table.Rows[0].Cells[0].State; got != want {
			t.Errorf("%v %%: tillstånd %v, väntade %v", share, got, want)
		}
		if leaks := AttackOf(out); len(leaks) > 0 {
			t.Errorf("%v %%: %v", share, leaks)
		}
	}
}
