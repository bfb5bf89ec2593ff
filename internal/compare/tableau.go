package compare

import "math"

// tableau is a component's sums solved for some of its counts, the basic ones: a row
// says that its basic count and the weighted others make a fixed sum. The others can be
// moved one by one, and the basic ones follow.
type tableau struct {
	vars  []variable
	eqs   [][]entry   // as they were, to try a witness by
	rows  [][]float64 // solved: 1 in the column of the row's basic count
	basic []int       // the column of each row's basic count
	rowOf []int       // the row that a column is basic in, −1 for the others
	now   []float64   // a set of figures that agrees with everything shown
}

// entry is a term of an equation by its column.
type entry struct {
	column int
	weight float64
}

func (s *system) tableau(c component) *tableau {
	n := len(c.vars)
	t := &tableau{vars: make([]variable, n), rowOf: make([]int, n), now: make([]float64, n)}
	for i, v := range c.vars {
		s.column[v], t.vars[i], t.rowOf[i] = i, s.vars[v], -1
	}
	for _, e := range c.eqs {
		var eq []entry
		row := make([]float64, n)
		for _, term := range s.eqs[e] {
			if s.vars[term.v].movable() {
				i := s.column[term.v]
				row[i] += float64(term.weight)
				eq = append(eq, entry{i, float64(term.weight)})
			}
		}
		t.eqs = append(t.eqs, eq)
		t.add(row)
	}
	return t
}

// add solves a further sum for one of its counts and takes that out of the other rows.
func (t *tableau) add(row []float64) {
	for r, b := range t.basic {
		subtract(row, t.rows[r], row[b])
	}
	for j, w := range row {
		if math.Abs(w) > tiny {
			t.rows, t.basic = append(t.rows, row), append(t.basic, j)
			t.pivot(len(t.rows)-1, j)
			return
		}
	}
}

const tiny = 1e-9

// pivot makes the count of column j the basic one of row r.
func (t *tableau) pivot(r, j int) {
	t.rowOf[t.basic[r]] = -1
	row := t.rows[r]
	for i, by := 0, row[j]; i < len(row); i++ {
		row[i] /= by
	}
	for i, other := range t.rows {
		if i != r {
			subtract(other, row, other[j])
		}
	}
	t.basic[r], t.rowOf[j] = j, r
}

func subtract(row, other []float64, times float64) {
	if math.Abs(times) <= tiny {
		return
	}
	for i, w := range other {
		if w != 0 {
			row[i] -= times * w
		}
	}
}

// reach moves the figures, keeping every sum and every bound, so that the count of a
// column gets as far from its true value as it can in the direction of sign, or far
// enough. It is the simplex method with bounds, in whole steps from the true figures and
// with Bland's rule, by which it can't go round in circles.
func (t *tableau) reach(at int, sign, enough float64) float64 {
	for i := range t.now {
		t.now[i] = t.vars[i].value
	}
	truth := t.now[at]
	stuck := map[int]bool{}
	for range 20 * (len(t.vars) + 5) {
		j, way := t.entering(at, sign, stuck)
		if j < 0 || math.Abs(t.now[at]-truth) >= enough {
			break
		}
		steps, block := t.room(j, way)
		switch {
		case math.IsInf(steps, 1):
			return steps
		case steps > 0:
			t.move(j, way*steps)
			clear(stuck)
		case block >= 0:
			t.pivot(block, j)
		default:
			stuck[j] = true // only a broken step would do
		}
	}
	if !t.agrees() {
		return 0
	}
	return math.Abs(t.now[at] - truth)
}

// entering is the first count that, moved by itself, takes the count of column at
// further; −1 when none does.
func (t *tableau) entering(at int, sign float64, stuck map[int]bool) (j int, way float64) {
	r := t.rowOf[at]
	for j := range t.vars {
		if t.rowOf[j] >= 0 || stuck[j] {
			continue
		}
		way := sign
		switch {
		case r < 0 && j != at:
			continue
		case r >= 0 && math.Abs(t.rows[r][j]) <= tiny:
			continue
		case r >= 0 && t.rows[r][j] > 0:
			way = -sign
		}
		if t.slackOf(j, way) >= 1-tiny {
			return j, way
		}
	}
	return -1, 0
}

// slackOf is how far a count may go in a direction.
func (t *tableau) slackOf(j int, way float64) float64 {
	if way < 0 {
		return t.now[j] - t.vars[j].lower
	}
	return t.vars[j].upper - t.now[j]
}

// room is how many whole steps the count of column j may be moved; when none, block is the
// first row whose basic count doesn't let it move at all, −1 where a part of a step would do.
func (t *tableau) room(j int, way float64) (steps float64, block int) {
	steps, block = t.slackOf(j, way), -1
	whole := 1.0
	for r, row := range t.rows {
		w := row[j]
		if math.Abs(w) <= tiny {
			continue
		}
		for whole < 7 && math.Abs(whole*w-math.Round(whole*w)) > tiny {
			whole++
		}
		left := t.slackOf(t.basic[r], -way*math.Copysign(1, w)) / math.Abs(w)
		if left <= tiny && (block < 0 || t.basic[r] < t.basic[block]) {
			block = r
		}
		steps = math.Min(steps, left)
	}
	return math.Floor(steps/whole+tiny) * whole, block
}

// move changes one count and those that follow it.
func (t *tableau) move(j int, by float64) {
	t.now[j] += by
	for r, row := range t.rows {
		if w := row[j]; math.Abs(w) > tiny {
			t.now[t.basic[r]] = math.Round(t.now[t.basic[r]] - by*w)
		}
	}
}

// agrees reports whether the figures are a witness: they keep every sum and every bound.
func (t *tableau) agrees() bool {
	for i, v := range t.vars {
		if t.now[i] < v.lower || t.now[i] > v.upper {
			return false
		}
	}
	for _, eq := range t.eqs {
		changed := 0.0
		for _, c := range eq {
			changed += c.weight * (t.now[c.column] - t.vars[c.column].value)
		}
		if math.Abs(changed) > tiny {
			return false
		}
	}
	return true
}
