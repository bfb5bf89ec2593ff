package compare

import (
	"reflect"
	"slices"
)

// Later years look back: at the outcomes of the years that a trend is drawn over, at the
// year before's deviations, and at the edition before for what has changed since. Nothing
// else of a year depends on another, so that a year is made anew, when an earlier one is
// another than last time, only if it reads something else there.

// after is the edition after the given ones, the latest first. One that has been made
// already is given as it is when it reads the same in them as in those that it was made
// after. They needn't be made yet: only what they are made of is looked at.
func (e edition) after(earlier []*edition) *edition {
	before := e
	e.earlier = earlier
	if before.out == nil {
		e.build()
		return &e
	}
	e.kept = map[int]*Indicator{}
	for n, d := range e.defs {
		if before.sameTrends(&e, d) {
			e.kept[n] = &before.out.Indicators[n]
		}
	}
	switch {
	case !before.sameLastYear(&e):
		e.build()
	case len(e.kept) < len(e.defs):
		e.drawTrends()
	}
	e.kept = nil
	return &e
}

// drawTrends makes anew what trends are part of: the indicators, and the outcomes that the
// submissions show.
func (e *edition) drawTrends() {
	out := *e.out // who has been given it may have kept it
	e.out = &out
	out.Indicators = e.indicators()
	out.Submissions = slices.Clone(out.Submissions)
	for i := range out.Submissions {
		out.Submissions[i].Outcomes = e.outcomesOf(out.Submissions[i].Delregion)
	}
	if out.County != nil {
		county := *out.County
		county.Outcomes = e.outcomesOf(e.county)
		out.County = &county
	}
	e.markExamples()
}

// since is the edition, made already, with what has changed since those before it.
func (e edition) since(earlier []*edition) *edition {
	e.earlier = earlier
	if changes := e.changes(); !reflect.DeepEqual(changes, e.out.Changes) {
		out := *e.out // who has been given it may have kept it
		out.Changes = changes
		e.out = &out
	}
	return &e
}

// sameTrends reports whether two editions of a year, made of the same but after others, read
// the same of an indicator in the years before.
func (e *edition) sameTrends(now *edition, d definition) bool {
	then, these := e.lately(), now.lately()
	if len(then) != len(these) {
		return false
	}
	for i, a := range then[:len(then)-1] {
		b := these[i]
		if a.sameAlone(b) {
			continue
		}
		if a.year != b.year || !reflect.DeepEqual(a.target(d), b.target(d)) {
			return false
		}
		for _, of := range e.everyone {
			if d.appliesTo(of.ID) && !reflect.DeepEqual(a.cellFor(d, of), b.cellFor(d, of)) {
				return false
			}
		}
	}
	return true
}

// sameLastYear is like sameTrends, of the deviations of the year before.
func (e *edition) sameLastYear(now *edition) bool {
	a, b := e.lastYear(), now.lastYear()
	if a == nil || b == nil {
		return a == b
	}
	return a.sameAlone(b) || !slices.ContainsFunc(e.register, func(of Delregion) bool {
		return !reflect.DeepEqual(a.secrets.cell(a.total(of)), b.secrets.cell(b.total(of)))
	})
}

// sameAlone reports whether two editions are made of the same, but for what they look back at.
func (e *edition) sameAlone(o *edition) bool { return e.print == o.print && e.print != fingerprint{} }
