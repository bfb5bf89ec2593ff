package compare

import (
	"samverkan/internal/report"
)

// changes is "Ändrat sedan förra årsrapporten": against the latest earlier year that
// delregioner have reported. It is empty when there is none.
func (e *edition) changes() []Change {
	before := e.previous()
	if before == nil {
		return nil
	}
	var all []Change
	all = append(all, e.revisions(before)...)
	all = append(all, e.newIndicators(before)...)
	all = append(all, e.droppedIndicators(before)...)
	all = append(all, e.redefined(before)...)
	return append(all, e.carriedGoals(before)...)
}

// previous is the latest earlier edition that anyone has reported to.
func (e *edition) previous() *edition {
	for _, ed := range e.earlier {
		if ed.out.Reported > 0 {
			return ed
		}
	}
	return nil
}

// revisions are figures of the previous year that have been corrected since, old and
// new. The old one is known when the delregion has written it ("tidigare").
func (e *edition) revisions(before *edition) []Change {
	var all []Change
	add := func(c Cell, what, delregion, page string) {
		if c.Flag != report.Revised || !c.State.HasNumber() {
			return
		}
		from := ""
		if c.Before != "" {
			from = " från " + c.Before
		}
		all = append(all, Change{
			Kind: "reviderad", Page: page, Text: sentence(what + ", " + delregion + ": siffran för " + FormatYear(before.year) +
				" är reviderad" + from + " till " + FormatUnit(c.Number, c.Decimals, c.Unit)),
		})
	}
	for _, i := range before.out.Indicators {
		for _, o := range i.Outcomes {
			add(o.Cell, quoted(i.Name), o.Delregion.Name, before.page("indikatorer", i.Slug))
		}
	}
	for _, f := range before.out.Deviations.Facts {
		add(f.Total, "antalet avvikelser", f.Delregion.Name, before.page("avvikelser"))
	}
	return all
}

// newIndicators are those with a figure now that no one reported the year before.
func (e *edition) newIndicators(before *edition) []Change {
	var all []Change
	for _, i := range e.out.Indicators {
		if i.Reporters > 0 && reportersOf(before.out.Indicators, i.Slug) == 0 {
			all = append(all, Change{
				Kind: "ny-indikator", Page: e.page("indikatorer", i.Slug),
				Text: sentence(ownName(i) + " redovisas, till skillnad från " + FormatYear(before.year) + before.withoutSubmission(i)),
			})
		}
	}
	return all
}

func (e *edition) droppedIndicators(before *edition) []Change {
	var all []Change
	for _, i := range before.out.Indicators {
		if i.Reporters > 0 && reportersOf(e.out.Indicators, i.Slug) == 0 {
			all = append(all, Change{
				Kind: "utgangen-indikator", Page: before.page("indikatorer", i.Slug),
				Text: sentence(ownName(i) + " redovisades " + FormatYear(before.year) + " men inte " + FormatYear(e.year) + e.withoutSubmission(i)),
			})
		}
	}
	return all
}

// withoutSubmission says that the owner of an own indicator submitted nothing this year:
// then the indicator has neither come nor gone.
func (e *edition) withoutSubmission(i Indicator) string {
	if i.Shared || e.sub(i.Owner.ID) != nil {
		return ""
	}
	return ", då " + i.Owner.Name + " inte lämnade något underlag"
}

// ownName is an indicator's name with its owner, when it isn't shared.
func ownName(i Indicator) string {
	if i.Shared {
		return quoted(i.Name)
	}
	return quoted(i.Name) + " (" + i.Owner.Name + ")"
}

func reportersOf(all []Indicator, slug string) int {
	for _, i := range all {
		if i.Slug == slug {
			return i.Reporters
		}
	}
	return 0
}

// redefined are indicators whose definition is said to have changed, or whose own
// definition reads differently from the year before.
func (e *edition) redefined(before *edition) []Change {
	var all []Change
	for n, d := range e.defs {
		i := e.out.Indicators[n]
		changed := d.DefinedFrom > before.year && d.DefinedFrom <= e.year
		for m, old := range before.defs {
			if old.slug == d.slug && !d.shared {
				o := before.out.Indicators[m]
				changed = changed || o.Definition != i.Definition || o.Unit != i.Unit
			}
		}
		if changed && reportersOf(before.out.Indicators, i.Slug) > 0 {
			all = append(all, Change{
				Kind: "andrad-definition", Page: e.page("indikatorer", i.Slug),
				Text: sentence(ownName(i) + " har en ny definition, så siffrorna är inte jämförbara med tidigare år"),
			})
		}
	}
	return all
}

// carriedGoals are goals that were worked with both years, with the assessment before.
func (e *edition) carriedGoals(before *edition) []Change {
	var all []Change
	for _, g := range e.out.Goals {
		var names []string
		for _, w := range g.Work {
			if w.Works && workedBefore(before.out.Goals, g.Slug, w.Delregion.ID) {
				names = append(names, w.Delregion.Name)
			}
		}
		if len(names) > 0 {
			all = append(all, Change{
				Kind: "fortsatt-mal", Page: e.page("mal", g.Slug),
				Text: sentence("målet " + quoted(g.Name) + " fortsätter från " + FormatYear(before.year) + " i " + andList(names)),
			})
		}
	}
	return all
}

func workedBefore(goals []Goal, slug, delregion string) bool {
	for _, g := range goals {
		for _, w := range g.Work {
			if g.Slug == slug && w.Delregion.ID == delregion && w.Works {
				return true
			}
		}
	}
	return false
}
