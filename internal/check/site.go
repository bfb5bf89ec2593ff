package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"samverkan/internal/diag"
	"samverkan/internal/parallel"
	"samverkan/internal/report"
)

// site is a county with the lookups that rules share.
type site struct {
	*report.County
	opts Options

	areas, fardplan, units, sources, delregioner, goals register
	indicators                                          map[string]report.Indicator // of the catalogue
	texts                                               []narrative
	files                                               map[string]*source
	roots                                               []root
}

// register is one kind of thing that can be referred to by id.
type register struct {
	where string              // what stands at pos, in Swedish: "målområdet definieras här"
	ids   []string            // as defined
	pos   map[string]diag.Pos // where each is defined
	other map[string]bool     // ids that are wrong themselves: reported there, not where they are referred to
}

func newRegister(noun string) register {
	return register{where: noun + " definieras här", pos: map[string]diag.Pos{}, other: map[string]bool{}}
}

func (g *register) define(id string, pos diag.Pos) {
	if _, again := g.pos[id]; id == "" || again {
		return
	}
	g.ids = append(g.ids, id)
	g.pos[id] = pos
}

func (g register) has(id string) bool { _, ok := g.pos[id]; return ok || g.other[id] }

// plus is the register with another's entries after its own.
func (g register) plus(other register) register {
	sum := register{where: g.where, other: maps.Clone(g.other), ids: slices.Clip(g.ids), pos: maps.Clone(g.pos)}
	for _, id := range other.ids {
		sum.define(id, other.pos[id])
	}
	return sum
}

// suggest gives the hint for an unknown id and a note where the likely one is defined.
func (g register) suggest(id, otherwise string) (hint string, notes []diag.Note) {
	near := diag.Closest(id, g.ids)
	if near == "" {
		if len(g.ids) > 0 && len(g.ids) <= 12 {
			otherwise += ". De som finns: " + strings.Join(g.ids, ", ")
		}
		return otherwise, nil
	}
	hint = fmt.Sprintf("menade du %q?", near)
	if g.pos[near].IsZero() {
		return hint, nil
	}
	return hint, []diag.Note{note(g.pos[near], "%s", g.where)}
}

// newSite takes what it can from before, which may be nil.
func newSite(c *report.County, opts Options, before *site) *site {
	s := &site{County: c, opts: opts,
		areas:       terms("målområdet", c.Catalogue.Areas),
		fardplan:    terms("området i färdplanen", c.Catalogue.Fardplan),
		units:       terms("enheten", c.Catalogue.Units),
		sources:     newRegister("källan"),
		delregioner: newRegister("delregionen"),
		goals:       newRegister("målet"),
		indicators:  map[string]report.Indicator{},
	}
	for _, d := range c.Delregioner {
		s.delregioner.define(d.ID, d.Pos)
	}
	for _, src := range c.Catalogue.Sources {
		s.sources.define(src.ID, src.Pos)
	}
	for _, g := range c.Catalogue.Goals {
		s.goals.define(g.ID, g.Pos)
	}
	for _, i := range c.Catalogue.Indicators {
		s.indicators[i.ID] = i
	}
	if before == nil {
		before = &site{}
	}
	s.texts = narratives(c, before.texts)
	s.files = sourcesOf(c, before.files)
	s.roots = rootsOf(c, before.roots)
	return s
}

func terms(noun string, ts []report.Term) register {
	g := newRegister(noun)
	for _, t := range ts {
		g.define(t.ID, t.Pos)
	}
	return g
}

// shared lists the catalogue's indicators.
func (s *site) shared() register {
	g := newRegister("indikatorn")
	for _, i := range s.Catalogue.Indicators {
		g.define(i.ID, i.Pos)
	}
	return g
}

// indicatorsOf lists what a goal of the submission may refer to.
func (s *site) indicatorsOf(sub *report.Submission) register {
	g := s.shared()
	for _, m := range sub.Measurements {
		if s.isOwn(m) {
			g.define(m.ID, m.Pos)
		} else if !s.isShared(m.ID) {
			g.other[m.ID] = true
		}
	}
	return g
}

// goalsOf lists what an activity of the submission may refer to.
func (s *site) goalsOf(sub *report.Submission) register {
	g := s.goals.plus(newRegister(""))
	for _, goal := range sub.Goals {
		if goal.Has("namn") {
			g.define(goal.ID, goal.ValueAt("id"))
		} else if !s.goals.has(goal.ID) {
			g.other[goal.ID] = true
		}
	}
	return g
}

// groupsOf lists the submission's groups.
func groupsOf(sub *report.Submission) register {
	g := newRegister("gruppen")
	for _, group := range sub.Groups {
		g.define(group.ID, group.ValueAt("id"))
	}
	return g
}

// definition is what is known of a measurement's indicator: the catalogue's word
// where the indicator is shared, else the submission's own.
func (s *site) definition(m report.Measurement) report.Indicator {
	if shared, ok := s.indicators[m.ID]; ok {
		return shared
	}
	return m.Indicator
}

// isShared reports whether the catalogue defines the indicator.
func (s *site) isShared(id string) bool { _, ok := s.indicators[id]; return ok }

// isOwn reports whether a measurement defines an indicator of the delregion's own.
func (s *site) isOwn(m report.Measurement) bool {
	return !s.isShared(m.ID) && (m.Has("namn") || m.Has("enhet") || m.Has("riktning") || m.Has("definition"))
}

// submission finds what owner reported for year; nil when nothing was read.
func (s *site) submission(owner string, year int) *report.Submission {
	for _, sub := range s.Submissions {
		if sub.Delregion == owner && sub.Year == year {
			return sub
		}
	}
	return nil
}

// headOf is where a finding stands that is about a submission as a whole, or about a
// table of it: the table's heading where there is one, else the file.
func headOf(sub *report.Submission, table string) diag.Pos {
	if table != "" && sub.Has(table) {
		return sub.ValueAt(table)
	}
	return diag.Pos{File: sub.File}
}

// root is a part of the county that is read from one file, with what stands in it.
type root struct {
	value  any // a pointer
	leaves leaves
	texts  []text // those of the leaves that are texts
}

func newRoot(value any, file string) root {
	r := root{value: value, leaves: collect(value, file)}
	visitAll(r.leaves, func(value string, l leaf) {
		if value != "" {
			r.texts = append(r.texts, text{value: value, readable: withoutAddresses(value), pos: l.pos, leaf: l})
		}
	})
	return r
}

// rootsOf are the roots of the county, those that have been there before as they were.
func rootsOf(c *report.County, before []root) []root {
	known := map[any]root{}
	for _, r := range before {
		known[r.value] = r
	}
	type part struct {
		value any
		file  string
	}
	parts := []part{{&c.Site, c.Site.Pos.File}, {&c.Delregioner, ""}, {&c.Catalogue, c.Catalogue.Pos.File}}
	for _, sub := range c.Submissions {
		parts = append(parts, part{sub, sub.File})
	}
	for _, n := range c.Narratives {
		parts = append(parts, part{n, n.File})
	}
	return parallel.Map(parts, func(p part) root {
		if r, ok := known[p.value]; ok {
			return r
		}
		return newRoot(p.value, p.file)
	})
}

// eachMeasurement calls f for every measurement of every submission.
func (s *site) eachMeasurement(f func(*report.Submission, report.Measurement)) {
	for _, sub := range s.Submissions {
		for _, m := range sub.Measurements {
			f(sub, m)
		}
	}
}
