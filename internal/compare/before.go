package compare

import "samverkan/internal/report"

// publishedBefore is what a revised figure was published as. What stood for a small count
// is left out by the same rule as today's figures, since the threshold may have been
// raised: today's denominator, which is shown, would tell the count.
func (f figure) publishedBefore() string {
	if f.flag != report.Revised || f.before == nil || f.people && f.wasSmall(*f.before) {
		return ""
	}
	return FormatUnit(*f.before, f.beforeDecimals(), f.unit)
}

func (f figure) beforeDecimals() int { return max(f.decimals, writtenDecimals(*f.before)) }

// wasSmall reports whether an old figure may stand for a small count, or leave one of its
// denominator. None and all aren't small.
func (f figure) wasSmall(old float64) bool {
	limit := float64(f.threshold)
	per, rate := perInhabitants(f.unit)
	switch {
	case f.unit == report.Count:
		return small(old, f.threshold)
	case f.den == nil || !rate && f.unit != report.Percent:
		return false
	case rate:
		r := shareSpan(old, f.beforeDecimals(), 100**f.den/per)
		return r.High > 0 && r.Low < limit
	}
	r := shareSpan(old, f.beforeDecimals(), *f.den)
	return r.High > 0 && (r.Low < limit || old < 100 && *f.den-r.High < limit)
}
