package compare

import (
	"math"
	"slices"
)

// component is the hidden counts that are connected by sums, and those sums. What is
// shown outside it says nothing of what is hidden inside.
type component struct {
	vars []int
	eqs  []int
}

// component gathers what is connected with the hidden count v.
func (s *system) component(v int) component {
	var c component
	seenVar, seenEq := map[int]bool{v: true}, map[int]bool{}
	for queue := []int{v}; len(queue) > 0; queue = queue[1:] {
		c.vars = append(c.vars, queue[0])
		for _, e := range s.uses[queue[0]] {
			if seenEq[e] {
				continue
			}
			seenEq[e] = true
			c.eqs = append(c.eqs, e)
			for _, t := range s.eqs[e] {
				if s.vars[t.v].movable() && !seenVar[t.v] {
					seenVar[t.v] = true
					queue = append(queue, t.v)
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
	if !s.vars[v].movable() {
		return s.vars[v].need <= 1
	}
	c := s.component(v)
	if s.vars[v].value > 0 && s.nothingShown(c) {
		return true // all may be scaled up together, so no bound exists
	}
	basis := s.directions(c)
	spread := 1 + s.climb(v, c, basis, 1) + s.climb(v, c, basis, -1)
	return spread >= s.vars[v].need
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

// climb moves from the true figures along the directions, keeping every sum and every
// lower bound, and gives how far v gets in the direction of sign.
func (s *system) climb(v int, c component, basis [][]int64, sign int64) float64 {
	at, now := position(c.vars, v), make([]float64, len(c.vars))
	for i, x := range c.vars {
		now[i] = s.vars[x].value
	}
	for moved := true; moved; {
		moved = false
		for _, d := range basis {
			turn := sign
			if d[at] < 0 {
				turn = -sign
			}
			if d[at] == 0 {
				continue
			}
			steps := s.room(c.vars, now, d, turn)
			if math.IsInf(steps, 1) {
				return steps
			}
			for i := range now {
				now[i] += steps * float64(turn*d[i])
			}
			moved = moved || steps > 0
		}
	}
	return math.Abs(now[at] - s.vars[v].value)
}

// room is how many whole steps along a direction keep every count within its bounds.
func (s *system) room(vars []int, now []float64, d []int64, turn int64) float64 {
	steps := math.Inf(1)
	for i, x := range vars {
		if w := float64(turn * d[i]); w < 0 {
			steps = math.Min(steps, math.Floor((now[i]-s.vars[x].lower)/-w))
		} else if w > 0 {
			steps = math.Min(steps, math.Floor((s.vars[x].upper-now[i])/w))
		}
	}
	return math.Max(0, steps)
}

// directions is a basis of all changes of the hidden counts that no sum notices, in
// whole numbers. It is empty when the elimination would overflow, which leads to more
// being hidden, never less.
func (s *system) directions(c component) [][]int64 {
	// Counts are only ever hidden, so a component of the same size is the same.
	at := [2]int{c.vars[0], len(c.vars)}
	basis, known := s.bases[at]
	if !known {
		basis = s.solve(c)
		s.bases[at] = basis
	}
	return basis
}

func (s *system) solve(c component) [][]int64 {
	rows := make([][]int64, len(c.eqs))
	for i, e := range c.eqs {
		rows[i] = make([]int64, len(c.vars))
		for _, t := range s.eqs[e] {
			if s.vars[t.v].movable() {
				rows[i][position(c.vars, t.v)] = t.weight
			}
		}
	}
	return kernel(rows, len(c.vars))
}

// position is where v stands among vars, which are ascending.
func position(vars []int, v int) int {
	i, _ := slices.BinarySearch(vars, v)
	return i
}
