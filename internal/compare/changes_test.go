package compare

import (
	"slices"
	"testing"

	"samverkan/internal/report"
)

// TestChanges: every kind of change between two editions.
func TestChanges(t *testing.T) {
	county := fiction()
	county.Catalogue.Indicators[1].DefinedFrom = 2023
	ny := shared("ny", report.Percent, report.HigherIsBetter, 0)
	ny.Name = "Ny mätning"
	county.Catalogue.Indicators = append(county.Catalogue.Indicators, ny)
	for _, s := range county.Submissions {
		switch {
		case s.Year == 2023 && s.Delregion == "norr":
			s.Measurements = append(s.Measurements[:3], measured("ny", 30, 60)) // the own one is dropped
		case s.Year == 2022 && s.Delregion == "oster":
			before := 78.4
			s.Measurements[0].Numerator.Flag, s.Measurements[0].Numerator.Before = report.Revised, &before
			count := 150.0
			s.Deviations.Total.Flag, s.Deviations.Total.Before = report.Revised, &count
		}
	}
	want := []Change{
		{"reviderad", "”Trygg vårdövergång”, Öster: siffran för 2022 är reviderad från 78,4\u202f% till 75,0\u202f%.", "2022/indikatorer/trygg"},
		{"reviderad", "”Trygg vårdövergång”, Väster: siffran för 2022 är reviderad till 76,8\u202f%.", "2022/indikatorer/trygg"},
		{"reviderad", "Antalet avvikelser, Öster: siffran för 2022 är reviderad från 150 till 138.", "2022/avvikelser"},
		{"ny-indikator", "”Ny mätning” redovisas, till skillnad från 2022.", "2023/indikatorer/ny"},
		{"utgangen-indikator", "”Egen uppföljning” (Norr) redovisades 2022 men inte 2023.", "2022/indikatorer/norr-egen"},
		{"andrad-definition", "”Vårdtid efter utskrivningsklar” har en ny definition, så siffrorna är inte jämförbara med tidigare år.",
			"2023/indikatorer/vardtid"},
		{"fortsatt-mal", "Målet ”Trygg vårdövergång” fortsätter från 2022 i Norr, Öster, Söder och Väster.", "2023/mal/overgang"},
		{"fortsatt-mal", "Målet ”Bättre munhälsa” fortsätter från 2022 i Norr.", "2023/mal/norr-mun"},
	}
	c := Compare(county)
	got := c.Years[3].Changes
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("ändring %d:\nfick    %+v\nväntade %+v", i+1, got[min(i, len(got)-1)], want[min(i, len(want)-1)])
		}
	}
	if first := c.Years[0].Changes; len(first) != 0 {
		t.Errorf("det första året har ändringar: %v", first)
	}
}

// TestNotSubmittedIsNotDropped: an own indicator whose delregion submitted nothing isn't
// said to be gone without that.
func TestNotSubmittedIsNotDropped(t *testing.T) {
	county := fiction()
	county.Submissions = slices.DeleteFunc(county.Submissions, func(s *report.Submission) bool {
		return s.Year == 2023 && s.Delregion == "norr"
	})
	var got []string
	for _, c := range Compare(county).Years[3].Changes {
		if c.Kind == "utgangen-indikator" {
			got = append(got, c.Text)
		}
	}
	want := []string{"”Egen uppföljning” (Norr) redovisades 2022 men inte 2023, då Norr inte lämnade något underlag."}
	if !slices.Equal(got, want) {
		t.Errorf("fick %q, väntade %q", got, want)
	}
}

// TestPublishedBefore: an old count of people below the threshold stays hidden, also
// when the new one may be shown.
func TestPublishedBefore(t *testing.T) {
	hundred := 100.0
	for _, c := range []struct {
		unit   report.Unit
		before float64
		people bool
		flag   report.Flag
		want   string
	}{
		{report.Count, 3, true, report.Revised, ""},
		{report.Count, 0, true, report.Revised, "0"},
		{report.Count, 5, true, report.Revised, "5"},
		{report.Count, 3, false, report.Revised, "3"},
		{report.Days, 2.5, true, report.Revised, "2,5\u00a0dagar"},
		{report.Count, 9, true, report.Preliminary, ""},
		{report.Percent, 2, true, report.Revised, ""}, // two of today's hundred
		{report.Percent, 97, true, report.Revised, ""},
		{report.Percent, 5, true, report.Revised, "5\u202f%"},
		{report.Percent, 100, true, report.Revised, "100\u202f%"},
		{report.Percent, 2, false, report.Revised, "2\u202f%"},
		{"per-1000", 20, true, report.Revised, ""},
		{"per-1000", 60, true, report.Revised, "60\u00a0per\u00a01\u202f000"},
	} {
		f := figure{unit: c.unit, people: c.people, threshold: 5, flag: c.flag, before: &c.before}
		if c.unit != report.Count {
			f.den = &hundred
		}
		if got := f.publishedBefore(); got != c.want {
			t.Errorf("%v: fick %q, väntade %q", c, got, c.want)
		}
	}
}
