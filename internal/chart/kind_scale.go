package chart

import (
	"math"
	"slices"
	"strings"

	"samverkan/internal/compare"
)

// scale is a value axis: where it begins and ends, in the table's unit, and how far it is between its lines. low and
// high are whole multiples of step.
type scale struct {
	low, high, step float64
	unit            string
}

// newScale covers the values and zero with at most about n steps of 1, 2, 2.5 or 5 times a power of ten. Shares never
// go beyond 100 %, and counts never have a step below one.
func newScale[U ~string](unit U, n int, values ...float64) scale {
	return closeScale(unit, n, append(values, 0)...)
}

// closeScale is newScale that doesn't reach down to zero when no value does: for points, whose place is all that counts,
// never for bars.
func closeScale[U ~string](unit U, n int, values ...float64) scale {
	low, high := values[0], values[0]
	for _, v := range values {
		low, high = math.Min(low, v), math.Max(high, v)
	}
	if low == high {
		if high = above(unit, low, 1); high == low {
			low--
		}
	}
	// Every step up to 100 goes evenly into 100, so that a share's axis ends there at the latest.
	step := niceStep((high-low)/float64(n), unit == countUnit)
	return scale{low: math.Floor(low/step) * step, high: math.Ceil(high/step-1e-9) * step, step: step, unit: string(unit)}
}

// above is a value with room above it, but no share beyond 100 % for the sake of room.
func above[U ~string](unit U, v, room float64) float64 {
	if unit == percentUnit && v <= 100 {
		return math.Min(v+room, 100)
	}
	return v + room
}

// pointScale, for points, reaches down to zero unless most of the chart would then be empty: a remark says so (cut).
func pointScale[U ~string](unit U, n int, values ...float64) scale {
	s := newScale(unit, n, values...)
	low, high := slices.Min(values), slices.Max(values)
	if low > 0 && low > s.high*0.6 {
		room := (high - low) / 8
		s = closeScale(unit, n, append(values, low-room, above(unit, high, room))...)
	}
	return s
}

// niceStep is the smallest round number from least on.
func niceStep(least float64, whole bool) float64 {
	power := math.Pow(10, math.Floor(math.Log10(least)))
	for _, factor := range []float64{1, 2, 2.5, 5, 10} {
		step := factor * power
		if step >= least-1e-12 && (!whole || step == math.Trunc(step)) {
			return step
		}
	}
	return math.Max(1, 10*power)
}

// at is a value's place along length pixels.
func (s scale) at(v, length float64) float64 { return (v - s.low) / (s.high - s.low) * length }

// sliver is how many pixels a bar, or a part of one, is long at least.
const sliver = 3

// least is the value that a sliver stands for along length pixels.
func (s scale) least(length float64) float64 { return (s.high - s.low) / length * sliver }

// ticks are the values that bear a line.
func (s scale) ticks() []float64 {
	n := int((s.high-s.low)/s.step + 1e-6)
	values := make([]float64, n+1)
	for i := range values {
		values[i] = s.low + float64(i)*s.step
	}
	return values
}

// label writes a tick, with no other unit than the percent sign.
func (s scale) label(v float64) string {
	decimals := 0
	for d := s.step; decimals < 6 && math.Abs(d-math.Round(d)) > 1e-9; d *= 10 {
		decimals++
	}
	label := compare.FormatNumber(v, decimals)
	if s.unit == percentUnit {
		label += "\u202f%"
	}
	return label
}

// cut says that an axis doesn't begin at zero; "" for one that does.
func (s scale) cut() string {
	if s.low <= 0 {
		return ""
	}
	return "Skalan börjar på " + s.label(s.low) + ", inte på noll."
}

// unitWord is what stands once beside an axis; "" where the labels say it or there is nothing to say.
func unitWord(t *compare.Table) string {
	if t.Unit == percentUnit {
		return ""
	}
	word := strings.TrimPrefix(compare.FormatUnit(2, 0, t.Unit), "2")
	return strings.Trim(word, "\u00a0\u202f ")
}

// The units that are drawn in a way of their own, as report writes them.
const (
	percentUnit = "procent"
	countUnit   = "antal"
)

// round keeps coordinates short: a hundredth of a pixel is enough.
func round(v float64) float64 { return math.Round(v*100) / 100 }
