package compare

import (
	"samverkan/internal/period"
	"samverkan/internal/report"
)

// definition is an indicator that is compared in one year: a shared one, or one that a
// single delregion has defined.
type definition struct {
	report.Indicator
	slug   string
	shared bool
	owner  Delregion // of an own one
	goals  []string  // slugs of the goals that it follows up
}

// definitions lists the catalogue's indicators, then own ones in register order, the
// county's own last.
func (e *edition) definitions() []definition {
	var defs []definition
	shared := map[string]bool{}
	for _, i := range e.in.Catalogue.Indicators {
		shared[i.ID] = true
		defs = append(defs, definition{Indicator: i, slug: i.ID, shared: true})
	}
	for _, d := range e.everyone {
		sub := e.sub(d.ID)
		if sub == nil {
			continue
		}
		for _, m := range sub.Measurements {
			if !shared[m.ID] {
				defs = append(defs, definition{Indicator: m.Indicator, slug: ownSlug(d.ID, m.ID), owner: d})
			}
		}
	}
	for n := range defs {
		defs[n].goals = e.goalSlugs(defs[n])
	}
	return defs
}

func (d definition) name() string { return ifEmpty(d.Name, d.ID) }

// appliesTo reports whether a delregion is expected to report the indicator.
func (d definition) appliesTo(delregion string) bool { return d.shared || d.owner.ID == delregion }

// owners are the delregioner compared: the register's, or the one that has defined it.
func (e *edition) owners(d definition) []Delregion {
	if d.shared {
		return e.register
	}
	return []Delregion{d.owner}
}

func (e *edition) measurement(d definition, delregion string) *report.Measurement {
	sub := e.sub(delregion)
	if sub == nil || !d.appliesTo(delregion) {
		return nil
	}
	for i := range sub.Measurements {
		if sub.Measurements[i].ID == d.ID {
			return &sub.Measurements[i]
		}
	}
	return nil
}

// outcome is what a delregion reports for an indicator, with the reason when it
// doesn't. One that the year doesn't have itself, but a later year asks for, isn't kept: it
// is read as that year defines it.
func (e *edition) outcome(d definition, of Delregion) figure {
	if f, read := e.outcomes[[2]string{d.slug, of.ID}]; read {
		return f
	}
	return e.readOutcome(d, of)
}

// readOutcomes reads the outcomes of the year's own indicators, once.
func (e *edition) readOutcomes() map[[2]string]figure {
	all := map[[2]string]figure{}
	for _, d := range e.defs {
		for _, of := range e.everyone {
			at := [2]string{d.slug, of.ID}
			if _, read := all[at]; !read && d.appliesTo(of.ID) {
				all[at] = e.readOutcome(d, of)
			}
		}
	}
	return all
}

func (e *edition) readOutcome(d definition, of Delregion) figure {
	f := figure{
		key: e.page(of.ID, "indikator", d.ID), unit: d.Unit, threshold: e.rules.threshold(d.Indicator), exact: d.Exact(),
	}
	f.people = f.threshold > 0 && countsPeople(d.Unit)
	if e.sub(of.ID) == nil {
		f.state, f.note = NotSubmitted, e.notSubmittedNote(of)
		return f
	}
	m := e.measurement(d, of.ID)
	if m == nil {
		f.state = Missing
		f.note = "Uppgift saknas: " + of.Name + " har inte redovisat indikatorn för " + FormatYear(e.year) + "."
		return f
	}
	f.period, f.comment = ownPeriod(m.Period.Period, e.year), m.Comment
	f.ownDef = d.shared && ownDefinition(d.Indicator, m.Indicator)
	if d.shared && m.Unit != "" {
		f.unit = m.Unit
		f.people = f.threshold > 0 && countsPeople(m.Unit)
	}
	f = f.readShare(m.Numerator, m.Denominator, m.Outcome)
	if f.state == Missing && f.note == "" {
		f.note = "Uppgift saknas: " + of.Name + " anger ingen siffra för " + FormatYear(e.year) + "."
	}
	f.sums = e.breakdownSums(f, m)
	return f
}

func (e *edition) notSubmittedNote(of Delregion) string {
	return "Inget underlag inlämnat: " + of.Name + " har inte lämnat några uppgifter för " + FormatYear(e.year) + "."
}

// countsPeople reports whether a unit's count, or numerator, is of people or cases;
// a number of days or kronor isn't.
func countsPeople(u report.Unit) bool {
	_, rate := perInhabitants(u)
	return u == report.Percent || u == report.Count || rate
}

// ownPeriod is the period of a figure that covers something else than the year.
func ownPeriod(p period.Period, year int) period.Period {
	if p.IsZero() || p.Equal(period.OfYear(year)) {
		return period.Period{}
	}
	return p
}

// ownDefinition reports whether a delregion has measured a shared indicator in a way
// of its own.
func ownDefinition(shared, own report.Indicator) bool {
	return (own.Definition != "" && own.Definition != shared.Definition) || (own.Unit != "" && own.Unit != shared.Unit)
}
