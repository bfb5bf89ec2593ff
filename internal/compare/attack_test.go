package compare_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"samverkan/internal/attack"
	"samverkan/internal/compare"
	"samverkan/internal/report"
)

func init() {
	compare.AttackOf = func(c *compare.Comparison) []string {
		var texts []string
		for _, l := range attack.Comparison(c) {
			texts = append(texts, l.Text)
		}
		return texts
	}
}

// TestForgetfulMasker takes away one kind of knowledge at a time from the masker, and
// demands that the attacker finds the leaks, whether or not the cells say what they are
// the sum of.
func TestForgetfulMasker(t *testing.T) {
	const counties, enough = 800, 5
	for _, o := range compare.Oversights {
		t.Run(o.Name, func(t *testing.T) {
			t.Parallel()
			for _, silent := range []bool{false, true} {
				found := 0
				for seed := 0; seed < counties && found < enough; seed++ {
					county := compare.RandomCounty(rand.New(rand.NewPCG(5, uint64(seed))))
					if len(attack.Comparison(compare.Forgetful(county, o, silent))) > 0 {
						found++
					}
				}
				if found < enough {
					t.Errorf("silent %v: leaks in %d of %d counties", silent, found, counties)
				}
			}
		})
	}
}

// TestNothingForgotten is the same without an oversight, so that what is found above is
// what was forgotten.
func TestNothingForgotten(t *testing.T) {
	for seed := range 250 {
		county := compare.RandomCounty(rand.New(rand.NewPCG(5, uint64(seed))))
		if leaks := attack.Comparison(compare.Forgetful(county, compare.Oversight{}, true)); len(leaks) > 0 {
			t.Fatalf("seed %d: %v", seed, leaks)
		}
	}
}

// TestSourceMask: "<5" beside a total is protected like our own masks.
func TestSourceMask(t *testing.T) {
	mark := report.Value{Kind: report.MaskedBySource, Written: "<5"}
	for _, tt := range []struct {
		total float64
		parts []report.Value
		want  []string
	}{
		{18, []report.Value{number(17), mark}, []string{"x", "<5"}},                  // one remains
		{40, []report.Value{number(17), mark}, []string{"17", "<5"}},                 // the rest may be unclassified
		{25, []report.Value{number(17), number(6), mark}, []string{"17", "x", "<5"}}, // 1 or 2 remain
		{19, []report.Value{number(17), mark, mark}, []string{"x", "<5", "<5"}},      // both must be one
		{27, []report.Value{number(17), mark, mark}, []string{"17", "<5", "<5"}},     // 10 is room enough
		{24, []report.Value{number(17), number(3), mark}, []string{"17", "x", "<5"}}, // ours protects theirs
		{21, []report.Value{number(17), number(0), mark}, []string{"17", "0", "<5"}}, // all four remain
		{20, []report.Value{number(17), number(0), mark}, []string{"x", "0", "<5"}},  // only three
	} {
		county := compare.DeviationCounty(nil, tt.total)
		county.Submissions[0].Deviations.Dimensions[0].Parts = named(tt.parts)
		shows(t, county, fmt.Sprint(tt.total, tt.want), tt.want)
	}
}

// TestShareGivenBackByOthers: 60 + 38 + x = 100.
func TestShareGivenBackByOthers(t *testing.T) {
	for _, tt := range []struct {
		shares []float64
		want   []string
	}{
		{[]float64{60, 38, 2}, []string{"60 %", "x", "x"}},
		{[]float64{60, 30, 2}, []string{"60 %", "30 %", "x"}}, // ten may be anything
		{[]float64{60, 30, 10}, []string{"60 %", "30 %", "10 %"}},
	} {
		var parts []report.Value
		for _, s := range tt.shares {
			parts = append(parts, report.Value{Kind: report.ShareOnly, Number: s})
		}
		county := compare.DeviationCounty(nil, 100)
		county.Submissions[0].Deviations.Dimensions[0].Parts = named(parts)
		shows(t, county, fmt.Sprint(tt.shares), tt.want)
		county.Submissions[0].Surveys = []report.Survey{{Respondents: number(100),
			Distributions: []report.Breakdown{{Dimension: "Ort", Parts: named(parts)}}}}
		c := compare.Compare(county)
		for i, cell := range c.Years[0].Forms.Surveys[0].Dimensions[0].Rows[0].Cells {
			if plain(cell.Text) != tt.want[i] && len(tt.shares) == 3 && sum(tt.shares) == 100 {
				t.Errorf("survey %v: %q", tt.shares, cell.Text)
			}
		}
	}
}

// TestSeveralAnswers: where each may give several, 18 of 20 tells how many didn't.
func TestSeveralAnswers(t *testing.T) {
	county := compare.DeviationCounty(nil, 100)
	county.Submissions[0].Surveys = []report.Survey{{Respondents: number(20),
		Distributions: []report.Breakdown{{Dimension: "Roll", Parts: named([]report.Value{number(18), number(15), number(20), number(9)})}}}}
	c := compare.Compare(county)
	for i, want := range []string{"x", "15", "20", "9"} {
		if got := plain(c.Years[0].Forms.Surveys[0].Dimensions[0].Rows[0].Cells[i].Text); got != want {
			t.Errorf("answer %d: %q, want %q", i, got, want)
		}
	}
	for _, l := range attack.Comparison(c) {
		t.Error(l.Text)
	}
}

// TestRateOfMark: a delregion whose count the source has masked has no rate, so it isn't
// taken for one whose count the county's sum holds.
func TestRateOfMark(t *testing.T) {
	county := compare.DeviationCounty(nil, 47)
	year := county.Submissions[0].Year
	county.Delregioner, county.Submissions = nil, nil
	totals := []report.Value{{Kind: report.MaskedBySource, Written: "<5"}, number(20), number(25), number(47)}
	for i, id := range []string{"a", "b", "c", report.CountyID} {
		if id != report.CountyID {
			county.Delregioner = append(county.Delregioner, report.Delregion{ID: id, Name: id,
				Inhabitants: report.YearValues{{Value: number(10000)}}})
		}
		county.Submissions = append(county.Submissions, &report.Submission{Delregion: id, Year: year, Deviations: report.Deviations{Total: totals[i]}})
	}
	for _, l := range attack.Comparison(compare.Compare(county)) {
		t.Error(l.Text)
	}
}

// TestInNoPart: what a total leaves over that no part has is a count, too. Of 20 plans 18
// are in the one municipality that has reported, so two are elsewhere.
func TestInNoPart(t *testing.T) {
	missing := report.Value{Kind: report.Missing}
	for _, tt := range []struct {
		name           string
		total, part    report.Part
		want, wholeSay string
	}{
		{"a count", report.Part{Value: number(20)}, report.Part{Value: number(18)}, "x", "20"},
		{"not a small one", report.Part{Value: number(20)}, report.Part{Value: number(15)}, "15", "20"},
		{"nothing", report.Part{Value: number(20)}, report.Part{Value: number(20)}, "20", "20"},
		{"a share", share(30, 60), share(20, 57), "x", "50 %"},
		{"what a share leaves", share(30, 60), share(24, 51), "x", "50 %"}, // 6 of 9, so 3 are left
		{"with room", share(30, 60), share(20, 40), "50 %", "50 %"},
	} {
		county := compare.DeviationCounty(nil, 100)
		unit := report.Count
		if tt.total.Denominator.IsNumber() {
			unit = report.Percent
		}
		tt.part.Name = "A"
		county.Catalogue.Indicators = []report.Indicator{{ID: "i", Name: "I", Unit: unit}}
		county.Submissions[0].Measurements = []report.Measurement{{Indicator: report.Indicator{ID: "i"},
			Numerator: tt.total.Numerator, Denominator: tt.total.Denominator, Outcome: tt.total.Value,
			Breakdowns: []report.Breakdown{{Dimension: "kommun", Parts: []report.Part{tt.part, {Name: "B", Value: missing}}}}}}
		c := compare.Compare(county)
		i := c.Years[0].Indicators[0]
		if got := plain(i.Breakdowns[0].Rows[0].Cells[0].Text); got != tt.want {
			t.Errorf("%s: the part shows %q, want %q", tt.name, got, tt.want)
		}
		if got := plain(i.Outcomes[0].Cell.Text); got != tt.wholeSay {
			t.Errorf("%s: the whole shows %q, want %q", tt.name, got, tt.wholeSay)
		}
		for _, l := range attack.Comparison(c) {
			t.Errorf("%s: %s", tt.name, l.Text)
		}
	}
}

func share(num, den float64) report.Part {
	return report.Part{Numerator: number(num), Denominator: number(den)}
}

func number(v float64) report.Value { return report.Value{Kind: report.Number, Number: v} }

func sum(all []float64) (s float64) {
	for _, v := range all {
		s += v
	}
	return s
}

func named(values []report.Value) []report.Part {
	var parts []report.Part
	for i, v := range values {
		parts = append(parts, report.Part{Name: string(rune('a' + i)), Value: v})
	}
	return parts
}

// plain is a text with ordinary spaces.
func plain(s string) string {
	var out []rune
	for _, r := range s {
		if r == '\u202f' || r == '\u00a0' {
			r = ' '
		}
		out = append(out, r)
	}
	return string(out)
}

// shows holds the first row of the first dimension against want, and attacks it.
func shows(t *testing.T, county *report.County, name string, want []string) {
	t.Helper()
	c := compare.Compare(county)
	for i, w := range want {
		if got := plain(c.Years[0].Deviations.Dimensions[0].Table.Rows[0].Cells[i].Text); got != w {
			t.Errorf("%s: part %d shows %q, want %q", name, i, got, w)
		}
	}
	for _, l := range attack.Comparison(c) {
		t.Errorf("%s: %s", name, l.Text)
	}
}

// TestEveryCellIsMet: nothing in a comparison hides cells from EachCell, which can't walk
// a map or an interface.
func TestEveryCellIsMet(t *testing.T) {
	met := map[reflect.Type]bool{}
	var walk func(of reflect.Type)
	walk = func(of reflect.Type) {
		if met[of] || strings.Contains(of.PkgPath(), "internal/report") {
			return
		}
		met[of] = true
		switch of.Kind() {
		case reflect.Map, reflect.Interface, reflect.Func, reflect.Chan:
			t.Errorf("a comparison holds %v", of)
		case reflect.Pointer, reflect.Slice, reflect.Array:
			walk(of.Elem())
		case reflect.Struct:
			for i := range of.NumField() {
				walk(of.Field(i).Type)
			}
		}
	}
	walk(reflect.TypeFor[compare.Comparison]())
}
