package compare

import (
	"math"
	"slices"

	"samverkan/internal/report"
)

// system holds every count of a year that is about to be published and every sum
// that a reader can check them by. It decides what must be masked; see mask.go.
type system struct {
	vars  []variable
	index map[string]int
	sums  []relation
	eqs   []equation
	uses  [][]int // the equations of each count

	// What component and tableau jot down: the round in which a count and an equation
	// were last met, and a count's column.
	round         int
	metVar, metEq []int
	column        []int
}

// variable is one count.
type variable struct {
	key    string
	value  float64 // where nobody knows it, one that agrees with everything shown
	lower  float64 // what a reader knows it to be at least, when it isn't shown
	upper  float64 // and at most
	need   float64 // how many values must remain possible while it is hidden; 0: any
	hidden bool    // not shown: masked, or shown only as a range, or never published at all
	masked bool    // to be masked
	limit  int     // counts from 1 to limit−1 are small; 0 where nothing is secret
	kind   varKind
	spare  bool  // not shown by itself, only implied (a complement): costs nothing to hide
	above  []int // what can't be shown when this is hidden: a denominator takes its cell with it
}

// varKind is how a count comes to be published.
type varKind int

const (
	asNumber varKind = iota // as a number
	asMark                  // as the source's own mark, "<5"
	asShare                 // as a bare share of a total, which is a range of counts
	slack                   // not at all: the difference between a total and its known parts
)

// equation says that the weighted sum of some counts is zero.
type equation []term

type term struct {
	v      int
	weight int64
}

// relation is a sum that is to hold once the counts that nobody knows have got values.
type relation struct {
	eq   equation
	open bool
}

// newSystem gathers what is published of the figures and masks what must be.
func newSystem(figures []figure) *system {
	s := emptySystem()
	s.gather(figures)
	s.settle()
	s.protect()
	return s
}

func emptySystem() *system { return &system{index: map[string]int{}} }

// gather adds the figures, totals before what is a share of them, and their sums.
func (s *system) gather(figures []figure) {
	for _, f := range figures {
		s.add(f)
	}
	for _, f := range figures {
		s.addShare(f)
	}
	for _, f := range figures {
		for _, sum := range f.sums {
			if sum.Apart {
				continue
			}
			s.sum(f.key, sum.Parts, sum.Open)
			s.sum(f.key+"/namnare", suffixed(sum.Parts, "/namnare"), sum.Open)
			if sum.Open { // else it follows from the two above
				s.sum(f.key+"/ovriga", suffixed(sum.Parts, "/ovriga"), true)
			}
		}
	}
}

// count adds a count; those from 1 to threshold−1 are hidden from the start.
func (s *system) count(key string, value float64, threshold int) int {
	if i, known := s.index[key]; known {
		return i
	}
	v := variable{key: key, value: value, upper: math.Inf(1), need: float64(max(2, threshold-1)), limit: threshold}
	if value > 0 {
		v.lower = 1 // a true zero is always shown, so what is masked isn't one
	}
	v.masked = small(value, threshold)
	v.hidden = v.masked
	s.vars = append(s.vars, v)
	s.uses = append(s.uses, nil)
	s.index[key] = len(s.vars) - 1
	return len(s.vars) - 1
}

// ranged adds a count that is published as a range.
func (s *system) ranged(key string, kind varKind, r Interval) int {
	i := s.count(key, r.Low, 0)
	v := &s.vars[i]
	v.kind, v.hidden, v.lower, v.upper = kind, true, r.Low, r.High
	v.need = r.High - r.Low + 1
	return i
}

// ratio adds a numerator, its denominator and what lies between them. A denominator
// within a few of its numerator discloses as much as a small numerator.
func (s *system) ratio(key string, num, den float64, f figure) {
	people := f.threshold
	if !f.people {
		people = 0 // a sum of days: only the number it is divided by is people
	}
	n := s.count(key, num, people)
	d := s.count(key+"/namnare", den, f.threshold)
	s.vars[n].need = s.vars[d].need
	if f.unit == report.Percent {
		r := s.count(key+"/ovriga", den-num, people)
		s.vars[r].spare = true
		s.equate(equation{{n, 1}, {r, 1}, {d, -1}})
		s.vars[d].above = []int{n, r}
		if s.vars[r].hidden {
			s.hide(n)
		}
	} else {
		s.vars[d].above = []int{n}
	}
	if s.vars[d].hidden {
		s.take(d)
	}
}

// add puts a figure with everything that is published of it into the system.
func (s *system) add(f figure) {
	switch {
	case f.key == "" || f.threshold <= 1:
	case f.maskedCount():
		s.ranged(f.key, asMark, f.sourceRange())
	case f.state != Shown:
	case f.num != nil && f.den != nil:
		s.ratio(f.key, *f.num, *f.den, f)
	case f.counts() && f.people:
		s.count(f.key, f.number, f.threshold)
	}
}

// addShare adds a bare share of a total that is shown: with it the share is a range of
// counts. It is masked where the count, or what it leaves of the total, may be small.
func (s *system) addShare(f figure) {
	t, known := s.index[f.whole]
	if f.state != ShareShown || f.threshold <= 1 || !known || s.vars[t].hidden {
		return
	}
	total := s.vars[t].value
	r := shareSpan(f.number, f.decimals, total)
	i := s.ranged(f.key, asShare, r)
	s.vars[i].value = math.Max(r.Low, math.Min(r.High, math.Round(f.number*total/100)))
	s.vars[i].need = float64(max(2, f.threshold-1))
	limit := float64(f.threshold)
	if r.High > 0 && (r.Low < limit || total-r.High < limit && f.number < 100) {
		s.hide(i)
	}
}

// sum adds the knowledge that total is the sum of parts, or at least that.
func (s *system) sum(total string, parts []string, open bool) {
	t, known := s.index[total]
	if !known {
		return
	}
	eq := equation{{t, -1}}
	for _, p := range parts {
		i, known := s.index[p]
		if !known {
			open = true
			continue
		}
		eq = append(eq, term{i, 1})
	}
	if len(eq) > 1 {
		s.sums = append(s.sums, relation{eq, open})
	}
}

// ranged reports whether nobody knows the count.
func (v variable) ranged() bool { return v.kind == asMark || v.kind == asShare }

// state turns a sum into an equation. What a total leaves over that is in no known part
// is a count like the others: when it is small it mustn't be known, though no cell shows it.
func (s *system) state(c relation) {
	rest := 0.0
	for _, t := range c.eq {
		rest -= float64(t.weight) * s.vars[t.v].value
	}
	if rest < 0 || rest != 0 && !c.open {
		return
	}
	if c.open {
		i := s.count(s.vars[c.eq[0].v].key+"/ovrigt#"+s.vars[c.eq[1].v].key, rest, 0)
		x, total := &s.vars[i], s.vars[c.eq[0].v]
		x.lower, x.hidden, x.kind, x.need = 0, true, slack, total.need
		x.masked = small(rest, total.limit)
		c.eq = append(c.eq, term{i, 1})
	}
	s.equate(c.eq)
}

func (s *system) equate(eq equation) {
	s.eqs = append(s.eqs, eq)
	for _, t := range eq {
		s.uses[t.v] = append(s.uses[t.v], len(s.eqs)-1)
	}
}

// hide masks a count that isn't zero and gives everything that became hidden.
func (s *system) hide(v int) []int {
	x := &s.vars[v]
	if !s.canHide(v) {
		return nil
	}
	x.hidden, x.masked = true, true
	if x.ranged() { // its range goes, too
		x.lower, x.upper = 1, math.Inf(1)
	}
	return append([]int{v}, s.take(v)...)
}

// canHide reports whether something shown of a count can be masked: its number, its
// share or, at worst, the source's mark, which says more than ours.
func (s *system) canHide(v int) bool {
	x := s.vars[v]
	return !x.masked && x.value != 0 && x.kind != slack && (!x.hidden || x.ranged())
}

// take hides what stands in a cell whose denominator v is hidden, zeros too: the cell
// isn't shown, so nobody can see that it holds one.
func (s *system) take(v int) []int {
	var taken []int
	for _, a := range s.vars[v].above {
		if x := &s.vars[a]; !x.hidden {
			x.hidden, x.masked = true, true
			taken = append(taken, a)
		}
	}
	return taken
}

// masked lists the keys that must not be shown.
func (s *system) masked() map[string]bool {
	m := map[string]bool{}
	for _, v := range s.vars {
		if v.masked {
			m[v.key] = true
		}
	}
	return m
}

func small(count float64, threshold int) bool { return count > 0 && count < float64(threshold) }

func suffixed(keys []string, suffix string) []string {
	out := slices.Clone(keys)
	for i := range out {
		out[i] += suffix
	}
	return out
}
