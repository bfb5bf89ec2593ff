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
		k.narrow(append(group, reduce(group)...))
	}
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

// reduce is Gauss–Jordan elimination in whole numbers: every count that follows from the
// sums alone ends up alone in a row. The shortest rows go first, so that few grow.
func reduce(group []row) []row {
	rows := slices.Clone(group)
	slices.SortStableFunc(rows, func(a, b row) int { return cmp.Compare(len(a.vars), len(b.vars)) })
	using := map[int][]int{}
	for i, r := range rows {
		for _, v := range r.vars {
			using[v] = append(using[v], i)
		}
	}
	for i := range rows {
		pivot := rows[i].rarest(using)
		if pivot < 0 {
			continue
		}
		for _, j := range using[pivot] {
			if j == i || rows[j].weight(pivot) == 0 {
				continue
			}
			before := rows[j]
			rows[j] = before.without(pivot, rows[i])
			for _, v := range rows[j].vars {
				if before.weight(v) == 0 {
					using[v] = append(using[v], j)
				}
			}
		}
		using[pivot] = []int{i}
	}
	return slices.DeleteFunc(rows, func(r row) bool { return len(r.vars) == 0 })
}

// rarest is the count of the row that the fewest rows hold; −1 when there is none.
func (r row) rarest(using map[int][]int) int {
	best := -1
	for _, v := range r.vars {
		if best < 0 || len(using[v]) < len(using[best]) {
			best = v
		}
	}
	return best
}

func (r row) weight(v int) int64 {
	if i, found := slices.BinarySearch(r.vars, v); found {
		return r.weights[i]
	}
	return 0
}

// without is the row with a multiple of pivot taken from it, so that v is gone.
func (r row) without(v int, pivot row) row {
	a, b := pivot.weight(v), r.weight(v)
	g := gcd(a, b)
	a, b = a/g, b/g
	out := row{right: r.right*float64(a) - pivot.right*float64(b),
		vars: make([]int, 0, len(r.vars)+len(pivot.vars)), weights: make([]int64, 0, len(r.vars)+len(pivot.vars))}
	common := int64(0)
	for i, j := 0, 0; i < len(r.vars) || j < len(pivot.vars); {
		x, w := 0, int64(0)
		switch {
		case j == len(pivot.vars) || i < len(r.vars) && r.vars[i] < pivot.vars[j]:
			x, w = r.vars[i], a*r.weights[i]
			i++
		case i == len(r.vars) || pivot.vars[j] < r.vars[i]:
			x, w = pivot.vars[j], -b*pivot.weights[j]
			j++
		default:
			x, w = r.vars[i], a*r.weights[i]-b*pivot.weights[j]
			i, j = i+1, j+1
		}
		if w != 0 {
			out.vars, out.weights = append(out.vars, x), append(out.weights, w)
			common = gcd(common, w)
		}
	}
	if common > 1 {
		for i := range out.weights {
			out.weights[i] /= common
		}
		out.right /= float64(common)
	}
	return out
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return max(a, -a)
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
	slices.SortStableFunc(found, func(a, b Leak) int { return cmp.Compare(a.Key, b.Key) })
	return found
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
