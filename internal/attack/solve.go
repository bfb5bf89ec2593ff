package attack

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
)

// row is an equation over counts: the sum of weight × count is right.
type row struct {
	vars    []int // ascending once it is solved
	weights []int64
	right   float64
}

// equate takes in an equation, with what is known moved to the right.
func (k *knowledge) equate(r row) {
	left := row{right: r.right}
	for i, v := range r.vars {
		if b := k.known[v]; b.exact() {
			left.right -= float64(r.weights[i]) * b.low
			continue
		}
		left.vars, left.weights = append(left.vars, v), append(left.weights, r.weights[i])
	}
	if len(left.vars) > 0 {
		left.sort()
		k.rows = append(k.rows, left)
	}
}

// sort puts the counts in order, each once.
func (r *row) sort() {
	order := make([]int, len(r.vars))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(r.vars[a], r.vars[b]) })
	sorted := row{right: r.right}
	for _, i := range order {
		if n := len(sorted.vars); n > 0 && sorted.vars[n-1] == r.vars[i] {
			sorted.weights[n-1] += r.weights[i]
			continue
		}
		sorted.vars, sorted.weights = append(sorted.vars, r.vars[i]), append(sorted.weights, r.weights[i])
	}
	*r = sorted
}

// solve undoes what can be undone.
func (k *knowledge) solve() {
	for _, group := range k.groups() {
		// The sums as published bound differently from the solved ones; both are used.
		solved, all := reduce(group)
		k.narrow(append(group, solved...))
		if !all {
			k.untried(group)
		}
	}
}

// untried says that the sums can't be solved, so that nobody takes them for safe.
func (k *knowledge) untried(group []row) {
	key := "delar som ingen redovisar"
	for _, r := range group {
		if v := r.vars[0]; v < 3*len(k.facts) {
			key = k.facts[v/3].key
			break
		}
	}
	k.shown = append(k.shown, Leak{Key: key, Text: "det går inte att pröva vad som kan räknas ut av summorna med " + key + ", för talen är för stora"})
}

// groups are the equations that have no count in common with others, so that each group
// can be solved by itself; those that nothing masked is in are left out.
func (k *knowledge) groups() [][]row {
	using := make([][]int32, len(k.known))
	for i, r := range k.rows {
		for _, v := range r.vars {
			using[v] = append(using[v], int32(i))
		}
	}
	var groups [][]row
	seen := make([]bool, len(k.rows))
	for first := range k.rows {
		if seen[first] {
			continue
		}
		seen[first] = true
		var group []row
		secret := false
		for queue := []int{first}; len(queue) > 0; queue = queue[1:] {
			r := k.rows[queue[0]]
			group = append(group, r)
			for _, v := range r.vars {
				secret = secret || k.known[v].need > 0
				for _, i := range using[v] {
					if !seen[i] {
						seen[i] = true
						queue = append(queue, int(i))
					}
				}
				using[v] = nil
			}
		}
		if secret {
			groups = append(groups, group)
		}
	}
	return groups
}

// narrow tightens the bounds of all counts of the rows by each other until nothing moves.
func (k *knowledge) narrow(rows []row) {
	using := map[int][]int{}
	waiting := make([]bool, len(rows))
	queue := make([]int, len(rows))
	for i, r := range rows {
		queue[i], waiting[i] = i, true
		for _, v := range r.vars {
			using[v] = append(using[v], i)
		}
	}
	for steps := 200 * len(rows); len(queue) > 0 && steps > 0; steps-- {
		i := queue[0]
		queue, waiting[i] = queue[1:], false
		for _, v := range k.tighten(rows[i]) {
			for _, j := range using[v] {
				if !waiting[j] {
					queue, waiting[j] = append(queue, j), true
				}
			}
		}
	}
}

// tighten bounds every count of an equation by the others and gives those that moved.
// Counts are whole, so bounds are rounded inwards.
func (k *knowledge) tighten(r row) (moved []int) {
	var least, most end
	for i, v := range r.vars {
		low, high := k.span(v, r.weights[i])
		least.add(low)
		most.add(high)
	}
	for i, v := range r.vars {
		low, high := k.span(v, r.weights[i])
		w := float64(r.weights[i])
		from, to := (r.right-most.less(high))/w, (r.right-least.less(low))/w
		if w < 0 {
			from, to = to, from
		}
		b, changed := &k.known[v], false
		if from = math.Ceil(from - 1e-6); from > b.low+1e-9 {
			b.low, changed = from, true
		}
		if to = math.Floor(to + 1e-6); to < b.high-1e-9 {
			b.high, changed = to, true
		}
		if changed {
			moved = append(moved, v)
			newLow, newHigh := k.span(v, r.weights[i])
			least.replace(low, newLow)
			most.replace(high, newHigh)
		}
	}
	return moved
}

// span is what weight × count lies between.
func (k *knowledge) span(v int, weight int64) (low, high float64) {
	b, w := k.known[v], float64(weight)
	if w < 0 {
		return b.high * w, b.low * w
	}
	return b.low * w, b.high * w
}

// end is one end of a sum of bounds, of which some may be infinite.
type end struct {
	sum      float64
	infinite int
	sign     float64
}

func (s *end) add(v float64) {
	if math.IsInf(v, 0) {
		s.infinite, s.sign = s.infinite+1, v
		return
	}
	s.sum += v
}

// less is the sum of all but v.
func (s *end) less(v float64) float64 {
	rest := s.infinite
	if math.IsInf(v, 0) {
		rest--
		v = 0
	}
	if rest > 0 {
		return s.sign
	}
	return s.sum - v
}

func (s *end) replace(old, v float64) {
	if math.IsInf(old, 0) {
		s.infinite--
		old = 0
	}
	s.sum -= old
	s.add(v)
}

// leaks lists the masked counts that are known too well.
func (k *knowledge) leaks() []Leak {
	found := slices.Clone(k.shown)
	for v := range k.facts {
		for which, name := range suffix {
			b := k.known[3*v+which]
			// Enough numbers remain; or none at all, which is no secret.
			if b.need == 0 || b.high-b.low+1 >= b.need-1e-6 || b.high == 0 && b.low == 0 {
				continue
			}
			key := k.facts[v].key + name
			text := fmt.Sprintf("%s är maskerad men måste vara mellan %s och %s", key, number(b.low), number(b.high))
			switch {
			case b.low > b.high+1e-9:
				text = key + " är maskerad, men summorna som den ingår i säger emot varandra"
			case b.exact():
				text = key + " är maskerad men kan räknas ut"
			}
			found = append(found, Leak{Key: key, Low: b.low, High: b.high, Text: text})
		}
	}
	for _, o := range k.outside {
		b, f := k.known[o.v], k.facts[o.total]
		if b.low >= 1 && b.high < float64(f.threshold) && b.high-b.low+1 < b.need-1e-6 {
			key := f.key + suffix[o.which]
			found = append(found, Leak{Key: key, Low: b.low, High: b.high,
				Text: fmt.Sprintf("%s lämnar mellan %s och %s som inte är i någon redovisad del", key, number(b.low), number(b.high))})
		}
	}
	slices.SortStableFunc(found, func(a, b Leak) int { return cmp.Compare(a.Key, b.Key) })
	return found
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
