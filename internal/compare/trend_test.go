package compare

import (
	"testing"

	"samverkan/internal/report"
)

func TestTrend(t *testing.T) {
	points := func(cells ...Cell) []point {
		var all []point
		for i, c := range cells {
			all = append(all, point{2020 + i, c})
		}
		return all
	}
	s := secrets{conf: 0.95}
	share := func(n, d float64) Cell {
		return s.cell(figure{unit: report.Percent, people: true}.divide(n, d))
	}
	bare := func(v float64) Cell { return Cell{State: Shown, Number: v, Unit: report.Days} }
	broken := share(500, 1000)
	broken.Flag = report.Break
	gap := Cell{State: Missing}
	for _, v := range []struct {
		name   string
		points []point
		length int
		sure   bool
	}{
		{"tydlig ökning", points(share(300, 1000), share(400, 1000), share(500, 1000)), 3, true},
		{"inom slumpen", points(share(48, 100), share(50, 100), share(52, 100)), 3, false},
		{"brott nollställer", points(share(300, 1000), share(400, 1000), broken, share(600, 1000)), 2, true},
		{"lucka bryter inte", points(share(300, 1000), gap, share(400, 1000), share(500, 1000)), 3, true},
		{"utan täljare, åt samma håll", points(bare(3), bare(2.5), bare(2)), 3, true},
		{"utan täljare, fram och åter", points(bare(3), bare(2), bare(2.5)), 3, false},
	} {
		run := comparableRun(v.points, 0)
		_, sure := slope(run, defaultConfidence)
		if len(run) != v.length || sure != v.sure {
			t.Errorf("%s: %d år, säker %v; väntade %d, %v", v.name, len(run), sure, v.length, v.sure)
		}
	}
	if w := directionWord(true, report.LowerIsBetter); w.Word != "försämras" || w.Arrow != "↗" {
		t.Errorf("uppåt när lägre är bättre: %+v", w)
	}
}

// TestTrendTargets: a year's figure is judged by the target of that year, not by the
// newest.
func TestTrendTargets(t *testing.T) {
	c := fiction()
	for _, y := range Compare(c).Years {
		for _, i := range y.Indicators {
			if i.Trend == nil {
				continue
			}
			if len(i.Trend.Targets) != len(i.Trend.Columns) {
				t.Fatalf("%s %d: %d mål till %d år", i.Slug, y.Year, len(i.Trend.Targets), len(i.Trend.Columns))
			}
			for _, r := range i.Trend.Rows {
				for n, cell := range r.Cells {
					if target := i.Trend.Targets[n]; target != nil && cell.State.HasNumber() && cell.Unit == i.Unit &&
						cell.Verdict != verdict(cell, *target) {
						t.Errorf("%s, %s, %s: %v", i.Slug, r.Name, i.Trend.Columns[n].Name, cell.Verdict)
					}
				}
			}
		}
	}
}
