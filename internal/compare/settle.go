package compare

import "math"

// search looks for values of the counts that nobody knows with which the sums hold.
type search struct {
	*system
	of    map[int][]relation // the sums of each such count
	free  map[int]bool       // those that have no value yet
	steps int                // how many more are worth trying
}

// settle gives the counts that nobody knows values with which the sums hold, and turns
// the sums into equations. One that holds with no such values is dropped: its parts
// contradict it, so nobody can subtract.
func (s *system) settle() {
	f := search{system: s, of: map[int][]relation{}, free: map[int]bool{}}
	for _, r := range s.sums {
		for _, t := range r.eq {
			if s.vars[t.v].ranged() {
				f.of[t.v], f.free[t.v] = append(f.of[t.v], r), true
			}
		}
	}
	for v := range s.vars {
		if f.free[v] {
			f.group(v)
		}
	}
	for _, r := range s.sums {
		s.state(r)
	}
}

// group settles a count and those that it shares sums with, one after the other and going
// back where that leads nowhere. Figures that contradict each other get what is nearest.
func (f *search) group(first int) {
	group, met := []int{first}, map[int]bool{first: true}
	for i := 0; i < len(group); i++ {
		for _, r := range f.of[group[i]] {
			for _, t := range r.eq {
				if f.free[t.v] && !met[t.v] {
					group, met[t.v] = append(group, t.v), true
				}
			}
		}
	}
	if f.steps = 5000; f.choose(group) {
		return
	}
	for _, v := range group {
		low, high := f.fits(v)
		f.vars[v].value = math.Max(low, math.Min(high, f.vars[v].value))
		delete(f.free, v)
	}
}

// choose finds values for all of a group, trying those nearest to the likeliest first.
func (f *search) choose(group []int) bool {
	if len(group) == 0 {
		return true
	}
	v := group[0]
	low, high := f.fits(v)
	likely := f.vars[v].value
	at := math.Max(low, math.Min(high, likely))
	delete(f.free, v)
	for d := 0.0; at-d >= low || at+d <= high; d++ {
		for sign := 1.0; sign >= -1; sign -= 2 {
			value := at + sign*d
			if value < low || value > high || f.steps <= 0 || d == 0 && sign < 0 {
				continue
			}
			f.steps--
			if f.vars[v].value = value; f.choose(group[1:]) {
				return true
			}
		}
		if f.steps <= 0 {
			break
		}
	}
	f.vars[v].value, f.free[v] = likely, true
	return false
}

// fits is between what a count must lie for all its sums to hold, as far as the others
// are settled or bounded.
func (f *search) fits(v int) (low, high float64) {
	low, high = f.vars[v].lower, f.vars[v].upper
	for _, r := range f.of[v] {
		l, h := f.within(r, v)
		low, high = math.Max(low, l), math.Min(high, h)
	}
	return low, high
}

// within bounds the count v of a sum by the others, of which the free ones have only bounds.
func (f *search) within(r relation, v int) (low, high float64) {
	weight := 0.0
	for _, t := range r.eq {
		w := float64(t.weight)
		if t.v == v {
			weight = w
			continue
		}
		l, h := f.vars[t.v].value, f.vars[t.v].value
		if f.free[t.v] {
			l, h = f.vars[t.v].lower, f.vars[t.v].upper
		}
		low, high = low+math.Min(w*l, w*h), high+math.Max(w*l, w*h)
	}
	if r.open {
		high = math.Inf(1) // what is in no part
	}
	if weight > 0 {
		return -high, -low
	}
	return low, high
}
