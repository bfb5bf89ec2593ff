package check

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"samverkan/internal/diag"
	"samverkan/internal/parallel"
	"samverkan/internal/report"
)

// site is what a rule looks at: a part of the county, or all of it.
type site struct {
	*report.County // what is looked at: of a part nothing but what is its own
	*known         // what may be looked up wherever one is
	texts          []narrative
	files          map[string]*source
	roots          []root
}

// known is what the files say that all share: site, register and catalogue.
type known struct {
	*report.County // has nothing else
	opts           Options

	areas, fardplan, units, sources, delregioner, goals register
	indicators                                          map[string]report.Indicator // of the catalogue
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

// newSite is the whole county. It takes what it can from before, which may be nil.
func newSite(c *report.County, opts Options, before *site) *site {
	if before == nil {
		before = &site{}
	}
	s := &site{County: c, known: newKnown(c, opts, before.known)}
	s.texts = narratives(c, before.texts)
	s.files = sourcesOf(c, before.files)
	s.roots = rootsOf(s, before.roots)
	return s
}

// newKnown is what is known of a county; before, when that says the same.
func newKnown(c *report.County, opts Options, before *known) *known {
	if before != nil && before.opts == opts && reflect.DeepEqual(before.Site, c.Site) &&
		reflect.DeepEqual(before.Delregioner, c.Delregioner) && reflect.DeepEqual(before.Catalogue, c.Catalogue) {
		return before
	}
	k := &known{County: &report.County{Site: c.Site, Delregioner: c.Delregioner, Catalogue: c.Catalogue}, opts: opts,
		areas:       terms("målområdet", c.Catalogue.Areas),
		fardplan:    terms("området i färdplanen", c.Catalogue.Fardplan),
		units:       terms("enheten", c.Catalogue.Units),
		sources:     newRegister("källan"),
		delregioner: newRegister("delregionen"),
		goals:       newRegister("målet"),
		indicators:  map[string]report.Indicator{},
	}
	for _, d := range c.Delregioner {
		k.delregioner.define(d.ID, d.Pos)
	}
	for _, src := range c.Catalogue.Sources {
		k.sources.define(src.ID, src.Pos)
	}
	for _, g := range c.Catalogue.Goals {
		k.goals.define(g.ID, g.Pos)
	}
	for _, i := range c.Catalogue.Indicators {
		k.indicators[i.ID] = i
	}
	return k
}

func terms(noun string, ts []report.Term) register {
	g := newRegister(noun)
	for _, t := range ts {
		g.define(t.ID, t.Pos)
	}
	return g
}

// shared lists the catalogue's indicators.
func (k *known) shared() register {
	g := newRegister("indikatorn")
	for _, i := range k.Catalogue.Indicators {
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
func rootsOf(s *site, before []root) []root {
	known := map[any]root{}
	for _, r := range before {
		known[r.value] = r
	}
	type piece struct {
		value any
		file  string
	}
	shared := s.known.County
	pieces := []piece{{&shared.Site, shared.Site.Pos.File}, {&shared.Delregioner, ""}, {&shared.Catalogue, shared.Catalogue.Pos.File}}
	for _, sub := range s.Submissions {
		pieces = append(pieces, piece{sub, sub.File})
	}
	for _, n := range s.Narratives {
		pieces = append(pieces, piece{n, n.File})
	}
	return parallel.Map(pieces, func(p piece) root {
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
