package check

import (
	"fmt"
	"regexp"
	"strings"

	"samverkan/internal/diag"
	"samverkan/internal/report"
)

// lookUp reports a reference that g doesn't know. An empty id is one that the loader
// couldn't read and has spoken about, one left from a template is templateText's.
func lookUp(r *reporter, g register, ref report.Ref, what, otherwise string) {
	if ref.ID == "" || g.has(ref.ID) || r.full(ref.Pos.File) || isLeftover(ref.ID) {
		return
	}
	hint, notes := g.suggest(ref.ID, otherwise)
	r.add(ref.Pos, fmt.Sprintf("%s %q", what, ref.ID), hint, notes...)
}

// unknownIndicator finds results and references for indicators that nobody defines.
func unknownIndicator(s *site, r *reporter) {
	shared := s.shared()
	s.eachMeasurement(func(_ *report.Submission, m report.Measurement) {
		if !s.isOwn(m) && validID.MatchString(m.ID) { // the loader has spoken of other ids
			lookUp(r, shared, report.Ref{ID: m.ID, Pos: m.Pos}, "okänd indikator",
				"om indikatorn är er egen: skriv namn, enhet och riktning under den")
		}
	})
	for _, sub := range s.Submissions {
		known := s.indicatorsOf(sub)
		for _, goal := range sub.Goals {
			for _, ref := range goal.Indicators {
				lookUp(r, known, ref, "okänd indikator", "lägg till indikatorn i katalogen, eller redovisa den under [indikator."+ref.ID+"]")
			}
		}
	}
	for _, goal := range s.Catalogue.Goals {
		for _, ref := range goal.Indicators {
			lookUp(r, shared, ref, "okänd indikator", "lägg till indikatorn i katalogen")
		}
	}
}

// unknownGoal finds goals that are neither shared nor named, and references to none.
func unknownGoal(s *site, r *reporter) {
	const define = "om målet är ert eget: lägg till det med [[mal]], id och namn"
	for _, i := range s.Catalogue.Indicators {
		for _, ref := range i.Goals {
			lookUp(r, s.goals, ref, "okänt mål", "lägg till målet i katalogen")
		}
	}
	for _, sub := range s.Submissions {
		known := s.goalsOf(sub)
		for _, goal := range sub.Goals {
			if !goal.Has("namn") && validID.MatchString(goal.ID) {
				lookUp(r, s.goals, report.Ref{ID: goal.ID, Pos: goal.ValueAt("id")}, "okänt mål",
					"om målet är ert eget: skriv dess namn")
			}
		}
		for _, a := range sub.Activities {
			lookUp(r, known, a.Goal, "okänt mål", define)
		}
		for _, m := range sub.Measurements {
			for _, ref := range m.Goals {
				lookUp(r, known, ref, "okänt mål", define)
			}
		}
	}
}

// unknownArea finds references to subject areas that the catalogue doesn't have.
func unknownArea(s *site, r *reporter) {
	s.eachRef("malomrade", func(ref report.Ref, _ leaf) {
		lookUp(r, s.areas, ref, "okänt målområde", "lägg till målområdet i katalogen")
	})
}

// unknownFardplan finds references to areas that the road map doesn't have.
func unknownFardplan(s *site, r *reporter) {
	s.eachRef("fardplan", func(ref report.Ref, _ leaf) {
		lookUp(r, s.fardplan, ref, "okänt område i färdplanen", "lägg till området i katalogen")
	})
}

// eachRef visits every reference that is written under key, wherever it stands.
func (s *site) eachRef(key string, visit func(report.Ref, leaf)) {
	each(s, func(ref report.Ref, l leaf) {
		if l.key == key {
			visit(ref, l)
		}
	})
}

// unknownGroup finds references to groups that the submission doesn't list.
func unknownGroup(s *site, r *reporter) {
	const define = "lägg till gruppen med [[grupp]], id och namn"
	for _, sub := range s.Submissions {
		known := groupsOf(sub)
		within(s, sub, func(ref report.Ref, l leaf) {
			if l.key == "grupp" {
				lookUp(r, known, ref, "okänd grupp", define)
			}
		})
	}
	for _, n := range s.Narratives {
		if sub := s.submission(n.Owner, n.Year); sub != nil {
			lookUp(r, groupsOf(sub), n.Group, "okänd grupp", define)
		}
	}
}

// unknownUnit finds situation reports by units that neither the catalogue nor the
// register of delregioner has.
func unknownUnit(s *site, r *reporter) {
	known := s.units.plus(s.delregioner)
	for _, sub := range s.Submissions {
		for _, l := range sub.Situations {
			lookUp(r, known, l.Unit, "okänd enhet", "lägg till enheten i katalogen")
		}
	}
}

// unknownDelregion finds participants of subprojects that no register has. Units
// may take part too.
func unknownDelregion(s *site, r *reporter) {
	known := s.delregioner.plus(s.units)
	for _, sub := range s.Submissions {
		for _, p := range sub.Subprojects {
			for _, ref := range p.Participants {
				lookUp(r, known, ref, "okänd delregion", "lägg till den i registret över delregioner, eller som enhet i katalogen")
			}
		}
	}
}

// validID is an id as the loader wants it.
var validID = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// idLike is what tells an id from the title of a document: no capitals, no spaces,
// and at least one hyphen or digit.
var idLike = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$|^[a-z]+[0-9]+$`)

// unknownSource finds sources that look like an id but aren't in the register; free
// text is always allowed.
func unknownSource(s *site, r *reporter) {
	s.eachRef("kalla", func(ref report.Ref, _ leaf) {
		if idLike.MatchString(ref.ID) || diag.Closest(ref.ID, s.sources.ids) != "" && !strings.Contains(ref.ID, " ") {
			lookUp(r, s.sources, ref, "okänd källa", "lägg till källan i katalogens källregister, eller skriv dokumentets namn i klartext")
		}
	})
}

// unknownDeviation finds dimensions and codes of deviations that the catalogue
// doesn't have. An unknown dimension is one finding, not one per code.
func unknownDeviation(s *site, r *reporter) {
	dimensions := newRegister("dimensionen")
	codes := map[string]register{}
	for _, d := range s.known.Catalogue.Deviations {
		dimensions.define(d.ID, d.Pos)
		codes[d.ID] = terms("koden", d.Codes)
	}
	for _, sub := range s.Submissions {
		for _, b := range sub.Deviations.Dimensions {
			if b.Dimension == municipality {
				continue
			}
			if !dimensions.has(b.Dimension) {
				lookUp(r, dimensions, report.Ref{ID: b.Dimension, Pos: b.Pos}, "okänd dimension för avvikelser",
					"lägg till den i katalogen, t.ex. [avvikelse."+b.Dimension+".nagot]")
				continue
			}
			for _, p := range b.Parts {
				lookUp(r, codes[b.Dimension], report.Ref{ID: p.Name, Pos: p.Pos}, "okänd avvikelsekod",
					"lägg till koden i katalogen: [avvikelse."+b.Dimension+"."+p.Name+"]")
			}
		}
	}
}

// municipality is the dimension whose parts are municipalities.
const municipality = "kommun"

// unknownMunicipality finds breakdowns by municipality with a municipality that the
// delregion doesn't have. A delregion without a list is not judged.
func unknownMunicipality(s *site, r *reporter) {
	for _, sub := range s.Submissions {
		known := s.municipalitiesOf(sub)
		if len(known.ids) == 0 {
			continue
		}
		for _, b := range s.breakdownsOf(sub) {
			if b.Dimension != municipality {
				continue
			}
			for _, p := range b.Parts {
				lookUp(r, known, report.Ref{ID: p.Name, Pos: p.Pos}, "okänd kommun",
					"kommunerna står i registret över delregioner")
			}
		}
	}
}

// municipalitiesOf lists the municipalities of a submission's delregion; for the
// county's own submission those of the whole county.
func (s *site) municipalitiesOf(sub *report.Submission) register {
	g := newRegister("")
	g.where = "delregionens kommuner står här"
	for _, d := range s.known.Delregioner {
		if d.ID != sub.Delregion && sub.Delregion != report.CountyID {
			continue
		}
		if len(d.Municipalities) == 0 {
			return newRegister("")
		}
		for _, name := range d.Municipalities {
			g.define(name, d.ValueAt("kommuner"))
		}
	}
	return g
}

// breakdownsOf lists every breakdown of a submission: of indicators, deviations and
// surveys.
func (s *site) breakdownsOf(sub *report.Submission) []report.Breakdown {
	var all []report.Breakdown
	within(s, sub, func(b report.Breakdown, _ leaf) { all = append(all, b) })
	return all
}
