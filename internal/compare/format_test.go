package compare

import (
	"slices"
	"testing"

	"samverkan/internal/report"
)

func TestFormatNumber(t *testing.T) {
	for _, v := range []struct {
		v        float64
		decimals int
		want     string
	}{
		{0, 0, "0"}, {17.05, 1, "17,1"}, {999, 0, "999"}, {1000, 0, "1\u202f000"}, {12345, 0, "12\u202f345"},
		{1234567.5, 1, "1\u202f234\u202f567,5"}, {-3.2, 1, "\u22123,2"}, {-0.01, 0, "0"}, {-1000, 0, "\u22121\u202f000"},
	} {
		if got := FormatNumber(v.v, v.decimals); got != v.want {
			t.Errorf("FormatNumber(%v, %d) = %q, väntade %q", v.v, v.decimals, got, v.want)
		}
	}
}

func TestFormatUnit(t *testing.T) {
	for _, v := range []struct {
		v    float64
		unit report.Unit
		want string
	}{
		{17, report.Percent, "17\u202f%"}, {1, report.Days, "1\u00a0dag"}, {4, report.Days, "4\u00a0dagar"},
		{2, report.Hours, "2\u00a0timmar"}, {2500, report.Tkr, "2\u202f500\u00a0tkr"}, {3, report.Count, "3"},
		{3, report.Per1000, "3\u00a0per\u00a01\u202f000"}, {3, "per-100000", "3\u00a0per\u00a0100\u202f000"}, {7, report.Index, "7"},
	} {
		if got := FormatUnit(v.v, 0, v.unit); got != v.want {
			t.Errorf("FormatUnit(%v, %s) = %q, väntade %q", v.v, v.unit, got, v.want)
		}
	}
}

// TestFormatInterval: a bound is as precise as its figure, but never looks as if it stood otherwise to the target
// than it does, for then the verdict beside it would seem wrong.
func TestFormatInterval(t *testing.T) {
	ninety, precise := 90.0, 89.7
	for _, v := range []struct {
		interval Interval
		decimals int
		unit     report.Unit
		against  *float64
		want     string
	}{
		{Interval{8.5, 31.3}, 1, report.Percent, nil, "8,5–31,3\u202f%"}, {Interval{-2, 3}, 0, report.Index, nil, "\u22122 till 3"},
		{Interval{68.1, 89.8}, 0, report.Percent, nil, "68–90\u202f%"},
		{Interval{68.1, 89.8}, 0, report.Percent, &ninety, "68–89,8\u202f%"},
		{Interval{69.2, 90.4}, 0, report.Percent, &ninety, "69–90,4\u202f%"},
		{Interval{90.04, 97.2}, 0, report.Percent, &ninety, "90,04–97\u202f%"},
		{Interval{68.1, 89.9999}, 0, report.Percent, &ninety, "68–90,00\u202f%"}, // two at most
		{Interval{90, 95.2}, 0, report.Percent, &ninety, "90–95\u202f%"},         // on the target itself
		{Interval{90 - 1e-12, 95.2}, 0, report.Percent, &ninety, "90–95\u202f%"},
		{Interval{68.1, 89.6}, 0, report.Percent, &precise, "68–89,6\u202f%"}, // 90 would lie beyond 89,7
	} {
		c := Cell{Interval: &v.interval, Decimals: v.decimals, Unit: v.unit, Against: v.against}
		if got := c.FormatInterval(); got != v.want {
			t.Errorf("%v: %q, väntade %q", v.interval, got, v.want)
		}
	}
	if got := (Cell{}).FormatInterval(); got != "" {
		t.Errorf("utan intervall %q", got)
	}
}

// TestLowerFirst: an abbreviation keeps its capitals.
func TestLowerFirst(t *testing.T) {
	for text, want := range map[string]string{
		"Hösten 2025": "hösten 2025", "Återinskrivna": "återinskrivna", "I korthet": "i korthet", "Å": "å", "": "",
		"T2 2025": "T2 2025", "Q1 2025": "Q1 2025", "SIP per enhet": "SIP per enhet", "2025": "2025",
	} {
		if got := LowerFirst(text); got != want {
			t.Errorf("%q blev %q, väntade %q", text, got, want)
		}
	}
}

// TestShareDecimals: no decimal for small denominators, but never a rounded none or all.
func TestShareDecimals(t *testing.T) {
	for _, v := range []struct {
		percent, den float64
		want         int
	}{{17.07, 41, 0}, {17.07, 410, 1}, {0, 41, 0}, {0.3, 90, 1}, {99.7, 90, 1}, {100, 90, 0}} {
		if got := shareDecimals(v.percent, v.den); got != v.want {
			t.Errorf("%v %% av %v: %d decimaler, väntade %d", v.percent, v.den, got, v.want)
		}
	}
}

func TestWrittenDecimals(t *testing.T) {
	for v, want := range map[float64]int{17: 0, 17.5: 1, 17.25: 2, 17.333: 2, 0: 0, 0.1: 1, 1e6: 0} {
		if got := writtenDecimals(v); got != want {
			t.Errorf("%v: %d decimaler, väntade %d", v, got, want)
		}
	}
}

func TestWords(t *testing.T) {
	for _, v := range []struct{ got, want string }{
		{andList(nil), ""}, {andList([]string{"a"}), "a"}, {andList([]string{"a", "b"}), "a och b"},
		{andList([]string{"a", "b", "c"}), "a, b och c"},
		{ofDelregioner(0, 6), "ingen delregion"}, {ofDelregioner(1, 6), "1 av 6 delregioner"},
		{ofDelregioner(6, 6), "alla 6 delregioner"}, {ofDelregioner(2, 2), "båda delregionerna"},
		{ofDelregioner(1, 1), "den enda delregionen"}, {goalCount(1), "1 mål"}, {goalCount(0), "inget mål"},
		{activityCount(2), "2 aktiviteter"}, {sentence("å nej"), "Å nej."}, {sentence("Klart!"), "Klart!"},
		{joinNotes("a", "", "a.", "b"), "A. B."}, {idOf("Kungälv & Tjörn"), "kungalv-tjorn"}, {idOf("75+"), "75"},
	} {
		if v.got != v.want {
			t.Errorf("%q, väntade %q", v.got, v.want)
		}
	}
}

func TestSwedishOrder(t *testing.T) {
	names := []string{"Öckerö", "Ale", "Åmål", "Ängelholm", "Zinkgruvan", "ale", "Vara", "Wien"}
	SortSwedish(names, func(s string) string { return s })
	want := []string{"ale", "Ale", "Vara", "Wien", "Zinkgruvan", "Åmål", "Ängelholm", "Öckerö"}
	if !slices.Equal(names, want) {
		t.Errorf("ordning %q, väntade %q", names, want)
	}
}
