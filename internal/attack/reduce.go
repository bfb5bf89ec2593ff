package attack

import (
	"cmp"
	"math"
	"slices"
)

// reduce is Gauss–Jordan elimination in whole numbers: every count that follows from the
// sums alone ends up alone in a row. The shortest rows go first, so that few grow. It is all
// there is to be had, unless numbers became too large to be exact; weights of published sums
// stay at one.
func reduce(group []row) (rows []row, all bool) {
	all = true
	rows = slices.Clone(group)
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
			after := before.without(pivot, rows[i])
			if !after.exact() {
				all = false
				continue
			}
			rows[j] = after
			for _, v := range rows[j].vars {
				if before.weight(v) == 0 {
					using[v] = append(using[v], j)
				}
			}
		}
		using[pivot] = []int{i}
	}
	return slices.DeleteFunc(rows, func(r row) bool { return len(r.vars) == 0 }), all
}

// exact reports whether the row's numbers are such that taking a multiple of another from it
// loses nothing: products of weights have room in 64 bits, and what is right is whole.
func (r row) exact() bool {
	return math.Abs(r.right) <= 1<<53 && !slices.ContainsFunc(r.weights, func(w int64) bool { return max(w, -w) >= 1<<31 })
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
