package compare

import (
	"math"
	"slices"
	"strconv"

	"samverkan/internal/report"
)

// A trend is drawn over at most trendYears years and named from leastYears on.
const (
	trendYears = 5
	leastYears = 3
)

// point is one year of a series.
type point struct {
	year int
	cell Cell
}

// series are a delregion's published figures for an indicator over the years up to
// this edition's, ascending, at most trendYears of them.
func (e *edition) series(d definition, of Delregion) []point {
	editions := e.lately()
	points := make([]point, len(editions))
	for i, ed := range editions {
		points[i] = point{ed.year, ed.cellFor(d, of)}
	}
	return points
}

// lately are this edition and those before it, ascending, at most trendYears.
func (e *edition) lately() []*edition {
	all := make([]*edition, 0, trendYears)
	for _, x := range slices.Backward(e.earlier) {
		if x.year > e.year-trendYears {
			all = append(all, x)
		}
	}
	return append(all, e)
}

// cellFor is the published figure of this edition for a definition of any year.
func (e *edition) cellFor(d definition, of Delregion) Cell {
	return e.secrets.cell(e.outcome(d, of))
}

// comparableRun is the last unbroken run of figures that measure the same thing: it
// ends with the latest and begins after the last break, gap of definition, or other
// period. Years without a figure are left out but don't break it.
func comparableRun(points []point, definedFrom int) []point {
	var run []point // the latest first
	for _, p := range slices.Backward(points) {
		if !p.cell.State.HasNumber() || p.cell.OwnDefinition {
			continue
		}
		if len(run) > 0 && p.cell.Unit != run[0].cell.Unit {
			continue // a bare share among counts
		}
		if len(run) > 0 && !sameSeason(p.cell, run[len(run)-1].cell) {
			break
		}
		if run == nil {
			run = make([]point, 0, len(points))
		}
		run = append(run, p)
		if p.cell.Flag == report.Break || p.year == definedFrom {
			break
		}
	}
	slices.Reverse(run)
	if len(run) > 0 && definedFrom > 0 {
		run = slices.DeleteFunc(run, func(p point) bool { return p.year < definedFrom })
	}
	return run
}

// sameSeason reports whether figures of two years cover the same part of them.
func sameSeason(a, b Cell) bool {
	p, q := a.Period, b.Period
	if p.IsZero() || q.IsZero() {
		return p.IsZero() == q.IsZero()
	}
	return p.From.Month == q.From.Month && p.From.Day == q.From.Day && p.To.Month == q.To.Month
}

// trendWord names the trend of a delregion's figures.
func (e *edition) trendWord(d definition, series []point) TrendWord {
	run := comparableRun(series, d.DefinedFrom)
	if len(run) < leastYears {
		return TrendWord{Reason: shortRunReason(len(run))}
	}
	if run[len(run)-1].year != e.year {
		return TrendWord{Reason: "Ingen trend: siffra för " + FormatYear(e.year) + " saknas."}
	}
	change, sure := slope(run, e.rules.conf)
	if !sure {
		return TrendWord{Arrow: "→", Word: "ingen säker förändring"}
	}
	if change == 0 {
		return TrendWord{Arrow: "→", Word: "oförändrat"}
	}
	return directionWord(change > 0, d.Direction)
}

func shortRunReason(n int) string {
	return "Ingen trend: det krävs minst " + strconv.Itoa(leastYears) + " jämförbara år, och det finns " + strconv.Itoa(n) + "."
}

func directionWord(up bool, d report.Direction) TrendWord {
	w := TrendWord{Arrow: "↘", Word: "minskar"}
	if up {
		w = TrendWord{Arrow: "↗", Word: "ökar"}
	}
	if d == report.HigherIsBetter || d == report.LowerIsBetter {
		w.Word = "försämras"
		if up == (d == report.HigherIsBetter) {
			w.Word = "förbättras"
		}
	}
	return w
}

// slope is the change over the years and whether it can be told from chance. Shares
// and rates with known counts are tested for a linear trend in proportions (P.
// Armitage, "Tests for linear trends in proportions and frequencies", Biometrics 11
// (1955) 375–386) at the site's confidence; figures without counts only if every step goes
// the same way.
func slope(run []point, conf float64) (change float64, sure bool) {
	if !tested(run) {
		return monotone(run)
	}
	var cases, total, sum, sum2, score float64
	for _, p := range run {
		x, n, d := float64(p.year), p.cell.Number, 1.0
		if p.cell.Denominator != nil {
			n, d = *p.cell.Numerator, *p.cell.Denominator
		}
		cases, total = cases+n, total+d
		sum, sum2 = sum+x*d, sum2+x*x*d
		score += x * n
	}
	p := cases / total
	spread := p * (sum2 - sum*sum/total) // Poisson; a share's is narrower by 1−p
	if run[0].cell.Unit == report.Percent {
		spread *= 1 - p
	}
	if spread <= 0 {
		return 0, true // none or all, every year
	}
	z := (score - p*sum) / math.Sqrt(spread)
	return z, math.Abs(z) > normalQuantile(conf)
}

// tested reports whether chance can be told from change: every figure has an interval.
// Bare counts are taken as counted over equally long years.
func tested(run []point) bool {
	for _, p := range run {
		counted := p.cell.Unit == report.Count && p.cell.Denominator == nil
		if p.cell.Interval == nil || (p.cell.Numerator == nil && !counted) {
			return false
		}
	}
	return true
}

// monotone is the change when every step goes the same way.
func monotone(run []point) (change float64, sure bool) {
	up, down := true, true
	for i := 1; i < len(run); i++ {
		up = up && run[i].cell.Number >= run[i-1].cell.Number
		down = down && run[i].cell.Number <= run[i-1].cell.Number
	}
	return run[len(run)-1].cell.Number - run[0].cell.Number, up || down
}
