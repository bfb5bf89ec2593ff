package compare

import (
	"slices"

	"samverkan/internal/period"
	"samverkan/internal/report"
)

// commonPeriod is the period that most of the figures cover; of equals the year goes
// first, then the one met first. The zero period is the whole year. A figure by another
// definition has no say: it isn't compared anyway.
func commonPeriod(figures []figure) period.Period {
	var periods []period.Period
	count := map[int]int{}
	for _, f := range figures {
		if !f.state.HasNumber() || f.ownDef {
			continue
		}
		at := -1
		for i, p := range periods {
			if samePeriod(p, f.period) {
				at = i
			}
		}
		if at < 0 {
			periods = append(periods, f.period)
			at = len(periods) - 1
		}
		count[at]++
	}
	best := -1
	for i, p := range periods {
		if best < 0 || count[i] > count[best] || (count[i] == count[best] && p.IsZero()) {
			best = i
		}
	}
	if best < 0 {
		return period.Period{}
	}
	return periods[best]
}

// samePeriod reports whether figures cover the same days; the zero period is the year.
func samePeriod(a, b period.Period) bool {
	return a.IsZero() == b.IsZero() && (a.IsZero() || a.Equal(b))
}

// comparableWith reports whether a figure may be set against the others: same unit,
// definition and period.
func (f figure) comparableWith(d definition, common period.Period) bool {
	return f.unit == d.Unit && !f.ownDef && samePeriod(f.period, common)
}

// figures are what the delregioner report for an indicator, in register order.
func (e *edition) figures(d definition) []figure {
	var all []figure
	for _, of := range e.owners(d) {
		all = append(all, e.outcome(d, of))
	}
	return all
}

// pool is the county's value: numerators and denominators added up over those that
// may be compared. An average of percentages would count a small delregion as much as
// a large one. With fewer than two there is none.
func (e *edition) pool(d definition) figure {
	f := figure{
		key: e.page(report.CountyID, "sammanvagt", d.ID), unit: d.Unit, state: Missing,
		threshold: e.rules.threshold(d.Indicator), exact: d.Exact(),
		note: "Inget länsvärde: färre än två delregioner har redovisat det som krävs för att väga samman.",
	}
	f.people = f.threshold > 0 && countsPeople(d.Unit)
	if !d.shared {
		return f
	}
	all := e.figures(d)
	f.period = commonPeriod(all)
	n := f.gather(d, all)
	switch {
	case n < 2:
		f.flag, f.period, f.sums, f.num, f.den = report.NoFlag, period.Period{}, nil, nil, nil
		return f
	case d.Unit == report.Count:
		f.state, f.number, f.decimals, f.num, f.den = Shown, *f.num, writtenDecimals(*f.num), nil, nil
		f.note = "Summan för " + delregionCount(n) + " som har redovisat."
		return f
	}
	f.note = "Sammanvägt för " + delregionCount(n) + " som har redovisat täljare och nämnare."
	return f.divide(*f.num, *f.den)
}

// gather adds up the figures that may be compared and gives how many they are. Counts
// are added to counts and shares to shares.
func (f *figure) gather(d definition, all []figure) int {
	var num, den float64
	s := Sum{}
	for _, o := range all {
		if !o.pooled() || !o.comparableWith(d, f.period) || (o.den == nil) != (d.Unit == report.Count) {
			continue
		}
		n, _ := o.cases()
		num += n
		if o.den != nil {
			den += *o.den
		}
		f.flag = firstFlag(f.flag, poolFlag(o.flag))
		s.Parts = append(s.Parts, o.key)
	}
	f.num, f.den, f.sums = &num, &den, []Sum{s}
	return len(s.Parts)
}

// poolFlag is the flag that a sum inherits: one uncertain part makes it uncertain.
func poolFlag(f report.Flag) report.Flag {
	if f == report.Revised {
		return report.NoFlag
	}
	return f
}

// countyFigure is the value that stands for the county: pooled, else the county's own.
func (e *edition) countyFigure(d definition) figure {
	pooled := e.pool(d)
	if pooled.state.HasNumber() || !d.shared {
		return pooled
	}
	if own := e.countyOwn(d); own.state.HasNumber() {
		own.note = joinNotes(own.note, "Länets egen uppgift, inte sammanvägd ur delregionernas.")
		return own
	}
	return pooled
}

// countyOwn is what the county's own submission reports, related to the delregioner's
// figures where they add up to it.
func (e *edition) countyOwn(d definition) figure {
	own := e.outcome(d, e.county)
	own.sums = slices.Concat(own.sums, sumOf(own, e.figures(d))) // what own has may be another edition's as well
	return own
}

// indicatorFigures is everything about indicators that the year publishes a count of.
func (e *edition) indicatorFigures() []figure {
	var all []figure
	for _, d := range e.defs {
		owners := e.owners(d)
		if d.shared {
			all = append(all, e.countyOwn(d), e.pool(d))
			owners = e.everyone
		}
		for _, of := range owners {
			whole := e.outcome(d, of)
			if of.ID != report.CountyID || !d.shared {
				all = append(all, whole)
			}
			if m := e.measurement(d, of.ID); m != nil {
				for _, b := range m.Breakdowns {
					for _, p := range b.Parts {
						all = append(all, e.partFigure(whole, b.Dimension, p))
					}
				}
			}
		}
	}
	return all
}
