package compare

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestProtectedByEnumeration is the last word on masking: for small tables it lists
// every set of whole numbers that agrees with what is shown, and demands that as many
// values as promised remain for every masked count. It shares no method with the
// masker, which looks for two witnesses, or the attacker, which eliminates and bounds.
func TestProtectedByEnumeration(t *testing.T) {
	checked := 0
	for seed := range 3000 {
		r := rand.New(rand.NewPCG(7, uint64(seed)))
		s, threshold := smallTables(r)
		if len(s.eqs) != len(s.sums) {
			t.Fatalf("frö %d: %d av %d summor gäller för de värden som valdes för det som källan maskerat", seed, len(s.eqs), len(s.sums))
		}
		s.protect()
		hidden := s.hiddenCounts()
		if len(hidden) == 0 || len(hidden) > 8 {
			continue
		}
		e := enumeration{s: s, seen: map[int]map[float64]bool{}, cap: 4}
		e.run(hidden, 0)
		for _, v := range hidden {
			checked++
			if got := len(e.seen[v]); float64(got) < s.vars[v].need {
				t.Fatalf("frö %d, gräns %d: %s kan bara ha %d värden, minst %v krävs", seed, threshold, s.vars[v].key, got, s.vars[v].need)
			}
		}
	}
	if checked < 1000 {
		t.Errorf("bara %d maskerade antal prövade", checked)
	}
}

// smallTables is two rows by two or three columns with all margins, as delregioner by
// codes, or two dimensions that share their totals.
func smallTables(r *rand.Rand) (*system, int) {
	s, threshold := emptySystem(), 2+r.IntN(3)
	rows, cols := 2, 2+r.IntN(2)
	grand, columns, open := 0.0, make([]float64, cols), make([]bool, rows)
	for i := range rows {
		sum := 0.0
		for j := range cols {
			v := float64(r.IntN(7))
			if small(v, threshold) && r.IntN(3) > 0 { // the source has masked it already
				s.ranged(fmt.Sprint("c", i, j), asMark, Interval{1, float64(threshold - 1)})
			} else {
				s.count(fmt.Sprint("c", i, j), v, threshold)
			}
			sum += v
			columns[j] += v
		}
		if open[i] = r.IntN(5) == 0; open[i] {
			sum += float64(r.IntN(4)) // in no column
		}
		s.count(fmt.Sprint("rad", i), sum, threshold)
		grand += sum
	}
	for j, v := range columns {
		s.count(fmt.Sprint("kolumn", j), v, threshold)
	}
	s.count("allt", grand, threshold)
	for i := range rows {
		s.sum(fmt.Sprint("rad", i), names(cols, func(j int) string { return fmt.Sprint("c", i, j) }), open[i])
	}
	for j := range cols {
		s.sum(fmt.Sprint("kolumn", j), names(rows, func(i int) string { return fmt.Sprint("c", i, j) }), false)
	}
	s.sum("allt", names(rows, func(i int) string { return fmt.Sprint("rad", i) }), false)
	s.sum("allt", names(cols, func(j int) string { return fmt.Sprint("kolumn", j) }), slices.Contains(open, true))
	s.settle()
	return s, threshold
}

func names(n int, name func(int) string) []string {
	var all []string
	for i := range n {
		all = append(all, name(i))
	}
	return all
}

// enumeration tries every value from a hidden count's lower bound to cap.
type enumeration struct {
	s    *system
	seen map[int]map[float64]bool
	cap  float64
	set  map[int]float64
}

func (e *enumeration) run(hidden []int, at int) {
	if e.set == nil {
		e.set = map[int]float64{}
	}
	if at == len(hidden) {
		for v, x := range e.set {
			if e.seen[v] == nil {
				e.seen[v] = map[float64]bool{}
			}
			e.seen[v][x] = true
		}
		return
	}
	v := hidden[at]
	for x := e.s.vars[v].lower; x <= min(e.s.vars[v].upper, e.cap+e.s.vars[v].value); x++ {
		e.set[v] = x
		if e.possible(v) {
			e.run(hidden, at+1)
		}
	}
	delete(e.set, v)
}

// possible reports whether the equations of v still have a solution: one that is
// complete must hold, what is in no part being whatever is
// missing unless it is a small count itself.
func (e *enumeration) possible(v int) bool {
	for _, n := range e.s.uses[v] {
		sum, open, complete, bounded := 0.0, false, true, true
		for _, term := range e.s.eqs[n] {
			x := e.s.vars[term.v]
			value, fixed := e.set[term.v]
			switch {
			case x.kind == slack && !x.masked:
				open = true
				continue
			case !x.hidden:
				value = x.value
			case !fixed:
				complete = false
				bounded = bounded && term.weight > 0 // only more to come
				continue
			}
			sum += value * float64(term.weight)
		}
		if (bounded && sum > 0) || (complete && sum < 0 && !open) {
			return false
		}
	}
	return true
}
