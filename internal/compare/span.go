package compare

import (
	"math"
	"strconv"
	"strings"
)

// sourceRange is what a mark that the source set says of the count: "<5" is 1 to 4, since
// a true zero is no secret. Where the denominator is what is masked, the count in front
// of it may be none.
func (f figure) sourceRange() Interval {
	n, err := strconv.Atoi(strings.TrimSpace(strings.TrimPrefix(f.written, "<")))
	if err != nil {
		n = f.threshold
	}
	r := Interval{High: math.Max(0, float64(n-1))}
	if !f.divisor {
		r.Low = math.Min(1, r.High)
	}
	return r
}

// maskedCount reports whether the source has masked a count of people.
func (f figure) maskedCount() bool {
	return f.state == MaskedBySource && f.threshold > 1 && countsPeople(f.unit)
}

// shareSpan is which counts a bare share of whole may stand for: it is rounded to its
// decimals. Where no whole number fits, the nearest on either side do.
func shareSpan(share float64, decimals int, whole float64) Interval {
	half := math.Pow10(-decimals) / 2
	low, high := math.Max(0, share-half)*whole/100, (share+half)*whole/100
	r := Interval{Low: math.Ceil(low - 1e-9), High: math.Floor(high + 1e-9)}
	if r.Low > r.High {
		r = Interval{Low: math.Floor(low), High: math.Ceil(high)}
	}
	if share > 0 {
		r.Low = math.Max(r.Low, math.Min(1, r.High)) // some, since 0 % is shown as such
	}
	return r
}

// span is what a reader knows of a part, at least; known is false where it may be any
// number.
func (f figure) span() (r Interval, known bool) {
	if n, ok := f.cases(); ok {
		return Interval{n, n}, true
	}
	switch {
	case f.state == NotApplicable:
		return Interval{}, true
	case f.maskedCount():
		return f.sourceRange(), true
	case f.state == ShareShown && f.wholeOf > 0:
		return shareSpan(f.number, f.decimals, f.wholeOf), true
	}
	return Interval{}, false
}

// partOf reports whether the figure is a part that may be more than none, though its
// number may not be known.
func (f figure) partOf() bool {
	_, counted := f.cases()
	return counted || f.maskedCount() || f.state == ShareShown && f.whole != ""
}

// sumOf relates whole to its parts: exactly when they add up or may, else at least;
// apart when they are more than the whole, since they then overlap.
func sumOf(whole figure, parts []figure) []Sum {
	total, ok := whole.span()
	if !ok || !whole.partOf() {
		return nil
	}
	s := Sum{Open: total.Low < total.High}
	var sum Interval
	dens, divided := 0.0, true
	for _, p := range parts {
		r, known := p.span()
		s.Open = s.Open || !known
		if !p.partOf() {
			continue
		}
		s.Parts = append(s.Parts, p.key)
		sum = Interval{sum.Low + r.Low, sum.High + r.High}
		if divided = divided && p.den != nil; divided {
			dens += *p.den
		}
	}
	if len(s.Parts) == 0 {
		return nil
	}
	s.Apart = sum.Low > total.High
	s.Open = s.Open || sum.High < total.Low
	if whole.den != nil && divided {
		s.Apart, s.Open = s.Apart || dens > *whole.den, s.Open || dens < *whole.den
	}
	return []Sum{s}
}
