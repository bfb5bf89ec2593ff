package compare

import "cmp"

// protect hides further counts until no hidden one can be worked out from what is
// shown. Which ones is decided by rule, never by chance: where a sum would give a
// hidden count back, the smallest count left in it goes too; zeros stay.
//
// It doesn't guess what a reader may find out. For every hidden count it looks for
// two complete sets of figures that agree with everything shown and in which the
// count differs by as much as is needed (witness.go). While those exist nobody can
// tell which is true, whatever the method.
func (s *system) protect() {
	s.metVar, s.metEq, s.column = make([]int, len(s.vars)), make([]int, len(s.eqs)), make([]int, len(s.vars))
	for queue := s.hiddenCounts(); len(queue) > 0; queue = queue[1:] {
		for !s.protected(queue[0]) {
			next := s.candidate(queue[0])
			if next < 0 {
				break // all is hidden that can be; nothing shown to subtract from
			}
			queue = append(queue, s.hide(next)...)
		}
	}
}

// secret reports whether a count isn't shown, not even as a share.
func (v variable) secret() bool { return v.hidden && (v.kind != asShare || v.masked) }

// movable reports whether a count may be another for all that is shown of it.
func (v variable) movable() bool { return v.hidden && v.lower < v.upper }

func (s *system) hiddenCounts() []int {
	var found []int
	for i, v := range s.vars {
		if v.secret() && (v.kind != slack || v.masked) {
			found = append(found, i)
		}
	}
	return found
}

// choice is a count that may be hidden next, and what that costs.
type choice struct {
	v     int
	total bool // it is the total of the sum it is hidden in
	opens int  // sums that would get their first hidden count, and so need another
}

// candidate is the count to hide next so that v can't be worked out; −1 when none is
// left. Sums that give away their only hidden count go first, wherever they are among
// those connected with v; then those that v itself is in; then any.
func (s *system) candidate(v int) int {
	comp := s.component(v)
	var alone []int
	for _, e := range comp.eqs {
		if _, hidden := s.choices(e); hidden == 1 {
			alone = append(alone, e)
		}
	}
	for _, eqs := range [][]int{alone, s.uses[v], comp.eqs} {
		if best, ok := s.cheapest(eqs); ok {
			return best.v
		}
	}
	return -1
}

// cheapest is the best choice in any of the equations.
func (s *system) cheapest(eqs []int) (best choice, ok bool) {
	for _, e := range eqs {
		choices, _ := s.choices(e)
		for _, c := range choices {
			if !ok || s.before(c, best) {
				best, ok = c, true
			}
		}
	}
	return best, ok
}

// choices are the counts of an equation that can still be hidden, and how many are.
func (s *system) choices(e int) (all []choice, hidden int) {
	for _, t := range s.eqs[e] {
		hidden += boolCount(s.vars[t.v].secret())
		if s.canHide(t.v) {
			all = append(all, choice{v: t.v, total: t.weight < 0, opens: s.opens(t.v)})
		}
	}
	return all, hidden
}

// opens counts the sums of v that hide nothing yet. One that holds a complement isn't
// counted: hiding that costs nothing.
func (s *system) opens(v int) int {
	n := 0
	for _, e := range s.uses[v] {
		untouched := true
		for _, t := range s.eqs[e] {
			x := s.vars[t.v]
			if x.secret() || (x.spare && x.value != 0) {
				untouched = false
				break
			}
		}
		n += boolCount(untouched)
	}
	return n
}

// before orders choices by what is lost: complements first, since they aren't shown by
// themselves; totals last, and before them what the source has masked already; then what makes the fewest other sums need one more; then
// the smallest; then the first.
func (s *system) before(a, b choice) bool {
	x, y := s.vars[a.v], s.vars[b.v]
	return cmp.Or(
		cmp.Compare(boolCount(y.spare), boolCount(x.spare)),
		cmp.Compare(boolCount(a.total), boolCount(b.total)),
		cmp.Compare(boolCount(x.kind == asMark), boolCount(y.kind == asMark)),
		cmp.Compare(a.opens, b.opens),
		cmp.Compare(x.value, y.value),
		cmp.Compare(a.v, b.v),
	) < 0
}
