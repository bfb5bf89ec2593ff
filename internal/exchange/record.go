package exchange

import (
	"math"
	"strconv"
	"strings"

	"samverkan/internal/compare"
	"samverkan/internal/report"
)

// record is one cell as a row of a file.
type record struct {
	table                    *compare.Table
	cell                     *compare.Cell
	cellUnit                 report.Unit // its column's, when it has none of its own
	delregion, item, measure named
	year                     int
}

// named is an id and what it is called.
type named struct{ id, name string }

// value is the figure with as many decimals as it is shown with.
func (r *record) value() string {
	if !r.cell.State.HasNumber() {
		return ""
	}
	return decimal(r.cell.Number, r.cell.Decimals)
}

// unit is that of the figure, or of the one that is missing.
func (r *record) unit() string {
	if r.cell.State == compare.Words {
		return ""
	}
	return string(r.cellUnit)
}

// numerator and denominator stand only beside a figure that is shown: a masked one
// leaves nothing behind.
func (r *record) numerator() string { return r.count(r.cell.Numerator) }

func (r *record) denominator() string { return r.count(r.cell.Denominator) }

func (r *record) count(n *float64) string {
	if n == nil || !r.cell.State.HasNumber() {
		return ""
	}
	return shortest(decimal(*n, 2))
}

func (r *record) low() string {
	return r.end(func(i compare.Interval) float64 { return i.Low })
}

func (r *record) high() string {
	return r.end(func(i compare.Interval) float64 { return i.High })
}

func (r *record) end(of func(compare.Interval) float64) string {
	if r.cell.Interval == nil || !r.cell.State.HasNumber() {
		return ""
	}
	bound := of(*r.cell.Interval)
	return decimal(bound, r.cell.BoundDecimals(bound))
}

// target is what the figure was held against: the table's, or its year's own in a table
// over the years; only for the figures that are in its unit.
func (r *record) target() string {
	target := r.table.Target
	for i, own := range r.table.Targets[:min(len(r.table.Targets), len(r.table.Columns))] {
		if year, ok := yearColumn(r.table.Columns[i]); ok && year == r.year {
			target = own
		}
	}
	if target == nil || r.cellUnit != r.table.Unit {
		return ""
	}
	return shortest(decimal(target.Number, 4))
}

func (r *record) verdict() string {
	switch r.cell.Verdict {
	case compare.Met:
		return "natt"
	case compare.Missed:
		return "ej-natt"
	case compare.MetExact:
		return "natt-alla-raknade"
	case compare.MissedExact:
		return "ej-natt-alla-raknade"
	case compare.MetAtBest:
		return "natt-i-utfallet"
	case compare.NotJudged:
		return "bedoms-inte"
	case compare.CantDecide:
		return "kan-ej-avgoras"
	case compare.MetBare:
		return "natt-utan-intervall"
	case compare.MissedBare:
		return "ej-natt-utan-intervall"
	}
	return ""
}

func (r *record) standing() string {
	switch r.cell.Standing {
	case compare.LikeCounty:
		return "som-lanet"
	case compare.BetterThan:
		return "battre"
	case compare.WorseThan:
		return "samre"
	case compare.HigherThan:
		return "hogre"
	case compare.LowerThan:
		return "lagre"
	}
	return ""
}

// explanation is the cell's own note, else what its state is called.
func (r *record) explanation() string {
	if r.cell.Note != "" {
		return r.cell.Note
	}
	return r.cell.State.Word()
}

// period is as it was written; a cell of a time line says it in its text.
func (r *record) period() string {
	if r.cell.Period.Text == "" && !r.cell.From.IsZero() {
		return r.cell.Text
	}
	return r.cell.Period.Text
}

func (r *record) first() string {
	if r.cell.From.IsZero() {
		return r.cell.Period.From.String()
	}
	return r.cell.From.String()
}

func (r *record) last() string {
	if r.cell.From.IsZero() {
		return r.cell.Period.To.String()
	}
	return r.cell.To.String()
}

// example is true for a figure that is invented, alone or with everything else.
func (r *record) example() string {
	return strconv.FormatBool(r.table.Example || r.cell.Flag == report.Example)
}

// decimal writes a figure with a point; never as minus zero, and nothing for what is no
// number, which neither JSON nor a reader could take.
func decimal(v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ""
	}
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return s
}

// shortest drops decimals that say nothing.
func shortest(s string) string {
	if !strings.Contains(s, ".") {
		return s
	}
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}
