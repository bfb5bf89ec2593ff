package compare

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"samverkan/internal/report"
)

// The signs of Swedish typography (Svenska skrivregler; ISO 80000-1 for the minus).
const (
	narrowSpace = "\u202f" // no-break; in thousands and before %
	hardSpace   = "\u00a0" // no-break; between a figure and its unit
	trueMinus   = "\u2212"
	enDash      = "–"
)

// FormatNumber writes v as Swedes do: decimal comma, a narrow no-break space between
// thousands, a true minus, and exactly the given number of decimals.
func FormatNumber(v float64, decimals int) string {
	s := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	whole, fraction, broken := strings.Cut(s, ".")
	var b strings.Builder
	if v < 0 && strings.Trim(s, "0.") != "" {
		b.WriteString(trueMinus) // never minus zero
	}
	b.WriteString(group(whole))
	if broken {
		b.WriteString("," + fraction)
	}
	return b.String()
}

// group puts narrow spaces between thousands. Four digits are grouped too, so that
// a column reads evenly.
func group(digits string) string {
	first := len(digits) % 3
	var parts []string
	if first > 0 {
		parts = append(parts, digits[:first])
	}
	for i := first; i < len(digits); i += 3 {
		parts = append(parts, digits[i:i+3])
	}
	return strings.Join(parts, narrowSpace)
}

// FormatUnit writes v with its unit, as it stands in a cell: "17,1 %", "4,2 dagar".
func FormatUnit(v float64, decimals int, unit report.Unit) string {
	return withUnit(FormatNumber(v, decimals), v, unit)
}

// FormatInterval writes the cell's interval with its unit: "8,5–31,3 %"; "" when it has none.
func (c Cell) FormatInterval() string {
	if c.Interval == nil {
		return ""
	}
	low, high := c.Interval.Low, c.Interval.High
	dash := enDash
	if low < 0 {
		dash = " till " // a dash beside a minus can't be read
	}
	return withUnit(FormatNumber(low, c.BoundDecimals(low))+dash+FormatNumber(high, c.BoundDecimals(high)), high, c.Unit)
}

// BoundDecimals is the number of decimals that a bound of the cell's interval is shown with: the figure's own,
// but more (at most two) where the bound would otherwise look as if it stood otherwise to the target than it
// does. So who reads the interval comes to the same verdict as judge did.
func (c Cell) BoundDecimals(bound float64) int {
	if c.Against == nil || math.Abs(bound-*c.Against) < 1e-9 {
		return c.Decimals
	}
	d := c.Decimals
	for d < 2 && cmp.Compare(rounded(bound, d), *c.Against) != cmp.Compare(bound, *c.Against) {
		d++
	}
	return d
}

// rounded is v as FormatNumber shows it.
func rounded(v float64, decimals int) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', decimals, 64), 64) // what it wrote can be read
	return r
}

// FormatYear writes a year, which has no space in its thousands.
func FormatYear(year int) string { return strconv.Itoa(year) }

func withUnit(figure string, v float64, unit report.Unit) string {
	switch unit {
	case report.Percent:
		return figure + narrowSpace + "%"
	case report.Days:
		return figure + hardSpace + plural(v, "dag", "dagar")
	case report.Hours:
		return figure + hardSpace + plural(v, "timme", "timmar")
	case report.Kronor:
		return figure + hardSpace + plural(v, "krona", "kronor")
	case report.Tkr:
		return figure + hardSpace + "tkr"
	}
	if per, ok := perInhabitants(unit); ok {
		return figure + hardSpace + "per" + hardSpace + FormatNumber(per, 0)
	}
	return figure
}

// rateUnit is the unit of a rate per so many inhabitants: "per-1000".
func rateUnit(per int) report.Unit { return report.Unit("per-" + strconv.Itoa(per)) }

// perInhabitants is the number that a rate's unit states.
func perInhabitants(unit report.Unit) (float64, bool) {
	digits, ok := strings.CutPrefix(string(unit), "per-")
	if !ok {
		return 0, false
	}
	per, err := strconv.ParseFloat(digits, 64)
	return per, err == nil && per > 0
}

// writtenDecimals is the number of decimals that a reported figure is shown with:
// as many as it has, at most two.
func writtenDecimals(v float64) int {
	for d := range 2 {
		scale := math.Pow10(d)
		if math.Abs(v*scale-math.Round(v*scale)) < 1e-9*scale {
			return d
		}
	}
	return 2
}

// shareDecimals is the number of decimals of a calculated percentage: none for fewer
// than a hundred cases, where a decimal would claim more than the figures hold, but
// one where rounding would make some look like none or all.
func shareDecimals(percent, den float64) int {
	rounded := math.Round(percent)
	hides := (rounded == 0 && percent > 0) || (rounded == 100 && percent < 100)
	if den >= 100 || hides {
		return 1
	}
	return 0
}

func plural(v float64, one, many string) string {
	if v == 1 {
		return one
	}
	return many
}
