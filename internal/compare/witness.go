package compare

import (
	"math"
	"slices"
)

// component is the hidden counts that are connected by sums, and those sums. What is
// shown outside it says nothing of what is hidden inside.
type component struct {
	vars []int // ascending
	eqs  []int
}

// component gathers what is connected with the hidden count v.
func (s *system) component(v int) component {
	var c component
	s.round++
	grow := func(v int) {
		if s.metVar[v] != s.round {
			s.metVar[v] = s.round
			c.vars = append(c.vars, v)
		}
	}
	grow(v)
	for i := 0; i < len(c.vars); i++ {
		for _, e := range s.uses[c.vars[i]] {
			if s.metEq[e] == s.round {
				continue
			}
			s.metEq[e] = s.round
			c.eqs = append(c.eqs, e)
			for _, t := range s.eqs[e] {
				if s.vars[t.v].movable() {
					grow(t.v)
				}
			}
		}
	}
	slices.Sort(c.vars)
	slices.Sort(c.eqs)
	return c
}

// protected reports whether as many values as needed remain possible for v: it finds
// a highest and a lowest among sets of figures that agree with everything shown.
func (s *system) protected(v int) bool {
	x := s.vars[v]
	if !x.movable() {
		return x.need <= 1
	}
	c := s.component(v)
	if x.value > 0 && s.nothingShown(c) {
		return true // all may be scaled up together, so no bound exists
	}
	t := s.tableau(c)
	at, _ := slices.BinarySearch(c.vars, v)
	up := t.reach(at, 1, x.need-1)
	return 1+up >= x.need || 1+up+t.reach(at, -1, x.need-1-up) >= x.need
}

// nothingShown reports whether all sums of the component hold only hidden counts that
// may be any number.
func (s *system) nothingShown(c component) bool {
	for _, e := range c.eqs {
		for _, t := range s.eqs[e] {
			if x := s.vars[t.v]; x.value != 0 && (!x.hidden || !math.IsInf(x.upper, 1)) {
				return false
			}
		}
	}
	return true
}
