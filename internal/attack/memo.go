package attack

import (
	"slices"
	"sync"

	"samverkan/internal/compare"
)

// Memo attacks the comparisons of a compare.Memo: of a year that is the same as last time
// it knows already which cells say something that no other does. What can be worked out
// from them is tried every time, over all years.
//
// The zero Memo is ready; it may be used by several at the same time.
type Memo struct {
	mu   sync.Mutex
	says map[*compare.Year][]*compare.Cell // of the latest comparison
	hide map[*compare.Year][]*compare.Table
}

// Comparison is the package's Comparison.
func (m *Memo) Comparison(c *compare.Comparison) []Leak {
	m.mu.Lock()
	defer m.mu.Unlock()
	now := map[*compare.Year][]*compare.Cell{}
	k := newKnowledge()
	for _, y := range c.Years {
		cells, known := m.says[y]
		if !known {
			cells = telling(y)
		}
		now[y] = cells
		for _, cell := range cells {
			k.learn(cell)
		}
	}
	m.says = now
	return k.conclude(c)
}

// Watch is the package's NewWatch.
func (m *Memo) Watch(c *compare.Comparison) *Watch {
	m.mu.Lock()
	defer m.mu.Unlock()
	tables := map[int][]*compare.Table{}
	for _, t := range c.Tables() {
		tables[t.Year] = append(tables[t.Year], t)
	}
	now := map[*compare.Year][]*compare.Table{}
	w := &Watch{keys: map[string]bool{}, titles: map[string][]*compare.Table{}}
	for _, y := range c.Years {
		hiding, known := m.hide[y]
		if !known {
			hiding = slices.DeleteFunc(tables[y.Year], func(t *compare.Table) bool { return !hides(t) })
		}
		now[y] = hiding
		for _, t := range hiding {
			w.titles[t.Title] = append(w.titles[t.Title], t)
		}
		cells, known := m.says[y]
		if !known {
			cells = telling(y)
		}
		for _, c := range cells {
			if secret(*c) {
				w.keys[c.Key] = true
			}
		}
	}
	m.hide = now
	return w
}

// hides reports whether a figure of the table is masked.
func hides(t *compare.Table) bool {
	for _, r := range t.Rows {
		for i := range r.Cells {
			if secret(r.Cells[i]) {
				return true
			}
		}
	}
	return false
}

// saying is all that learn takes in of a cell.
type saying struct {
	key, unit, whole   string
	state              compare.State
	number             float64
	decimals           int
	num, den           float64
	hasNum, hasDen     bool
	apart              bool
	claims, threshold  int
	rangeLow, rangeTop float64
	ranged             bool
}

// telling are the year's cells without those that only repeat another.
func telling(y *compare.Year) []*compare.Cell {
	var cells []*compare.Cell
	met := map[saying]bool{}
	y.EachCell(func(c *compare.Cell) {
		if c.Key == "" {
			return
		}
		s := saying{key: c.Key, unit: string(c.Unit), whole: c.Whole, state: c.State, number: c.Number, decimals: c.Decimals,
			apart: c.OwnDefinition || c.OtherPeriod, claims: len(c.Sums), threshold: c.Threshold}
		if c.Numerator != nil {
			s.num, s.hasNum = *c.Numerator, true
		}
		if c.Denominator != nil {
			s.den, s.hasDen = *c.Denominator, true
		}
		if c.Range != nil {
			s.rangeLow, s.rangeTop, s.ranged = c.Range.Low, c.Range.High, true
		}
		if !met[s] {
			met[s] = true
			cells = append(cells, c)
		}
	})
	return cells
}
