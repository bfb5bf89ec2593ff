package compare

import "samverkan/internal/report"

// target is the indicator's target for the year, nil when it has none.
func (e *edition) target(d definition) *Target {
	v := d.Target.For(e.year)
	if !v.IsNumber() {
		return nil
	}
	return &Target{
		Number: v.Number, Text: FormatUnit(v.Number, writtenDecimals(v.Number), d.Unit), Unit: d.Unit, Direction: d.Direction,
	}
}

// judge gives a cell its verdict against the target and the tone that goes with it. A
// target belongs to its definition and unit: a figure by others isn't held against it.
func judge(c *Cell, t *Target) {
	if t == nil || !c.State.HasNumber() {
		return
	}
	if c.OwnDefinition || c.Unit != t.Unit {
		c.Verdict = NotJudged
		return
	}
	c.Against, c.Verdict = &t.Number, verdict(*c, *t)
	if tone := c.Verdict.Tone(); tone != Neutral {
		c.Tone = tone
	}
}

// verdict compares a figure with its target. The figure must lie on the right side
// with its whole interval; an interval that reaches past the target decides nothing.
// A figure on the target has met it.
//
// A target that nothing can surpass (no cases, all of them) is a claim about what
// happened, not about a level: no interval could ever lie beyond it, however much data
// there were. So a figure on it has met it. That doesn't make the risk nought; the
// interval is still shown, and for 0 of n it reaches to about 3/n (J. A. Hanley, A.
// Lippman-Hand, "If nothing goes wrong, is everything all right?", JAMA 249 (1983)
// 1743–1745). One case or more has missed it: the interval then excludes 0.
func verdict(c Cell, t Target) Verdict {
	sign := 1.0
	switch t.Direction {
	case report.HigherIsBetter:
	case report.LowerIsBetter:
		sign = -1
	default:
		return NoVerdict // neither way is better, so there is nothing to reach
	}
	value, target := sign*c.Number, sign*t.Number
	switch {
	case c.Exact && value >= target:
		return MetExact
	case c.Exact:
		return MissedExact
	case c.Interval == nil && value >= target:
		return MetBare
	case c.Interval == nil:
		return MissedBare
	case value >= target && t.best(c.Unit):
		return MetAtBest
	}
	low, high := sign*c.Interval.Low, sign*c.Interval.High
	switch {
	case min(low, high) >= target:
		return Met
	case max(low, high) < target:
		return Missed
	}
	return CantDecide
}

// best reports whether no figure in the unit can surpass the target.
func (t Target) best(u report.Unit) bool {
	if t.Direction == report.LowerIsBetter {
		return t.Number <= 0
	}
	return u == report.Percent && t.Number >= 100
}

// Tone is how a verdict is meant: the three that a reader must be able to tell apart.
func (v Verdict) Tone() Tone {
	switch v {
	case Met, MetBare, MetExact, MetAtBest:
		return Good
	case Missed, MissedBare, MissedExact:
		return Bad
	case CantDecide:
		return Uncertain
	}
	return Neutral
}

// Word is the verdict in Swedish: "nått". It is "" for NoVerdict.
func (v Verdict) Word() string {
	switch v {
	case Met:
		return "nått"
	case Missed:
		return "ej nått"
	case MetExact:
		return "nått, alla räknade"
	case MissedExact:
		return "ej nått, alla räknade"
	case MetAtBest:
		return "nått i utfallet"
	case NotJudged:
		return "bedöms inte"
	case CantDecide:
		return "kan ej avgöras"
	case MetBare:
		return "nått, osäkerheten okänd"
	case MissedBare:
		return "ej nått, osäkerheten okänd"
	}
	return ""
}

// stand says how a figure stands to the county's value, by its own interval.
func stand(c Cell, county Cell, d report.Direction) Standing {
	if c.Unit == report.Count {
		return NoStanding // the county's count is a sum, not a level
	}
	if !c.State.HasNumber() || !county.State.HasNumber() || c.OtherPeriod || c.OwnDefinition {
		return NoStanding
	}
	interval := c.Interval
	if c.Exact {
		interval = &Interval{Low: c.Number, High: c.Number}
	}
	if interval == nil {
		return NoStanding
	}
	over, under := interval.Low > county.Number, interval.High < county.Number
	switch {
	case !over && !under:
		return LikeCounty
	case d == report.NoDirection || d == "":
		if over {
			return HigherThan
		}
		return LowerThan
	case over == (d == report.HigherIsBetter):
		return BetterThan
	}
	return WorseThan
}

// Word is the standing in Swedish: "bättre än länet". It is "" for NoStanding.
func (s Standing) Word() string {
	switch s {
	case LikeCounty:
		return "som länet"
	case BetterThan:
		return "bättre än länet"
	case WorseThan:
		return "sämre än länet"
	case HigherThan:
		return "högre än länet"
	case LowerThan:
		return "lägre än länet"
	}
	return ""
}
