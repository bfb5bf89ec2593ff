package attack

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"

	"samverkan/internal/compare"
	"samverkan/internal/parallel"
)

// Memo attacks the comparisons of a compare.Memo. What can be worked out of one year's
// figures follows from what is said of that year alone, in its own edition and in the trends
// of later ones: a fact's name begins with its year, and sums are of facts of one year. So a
// year is attacked anew only when something else is said of it, and an edition that is the
// same as last time is known to say the same.
//
// The zero Memo is ready; it may be used by several at the same time.
type Memo struct {
	mu          sync.Mutex
	delregioner []string
	editions    map[*compare.Year]edition // of the latest comparison
	attacked    map[string]attacked       // by the year that is attacked
	hide        map[*compare.Year]masks
}

// edition is what a year's edition says, by the year that it is said of.
type edition map[string][]*saying

// attacked is what has been said of a year, edition by edition, and what that gives away.
type attacked struct {
	said  []*saying
	leaks []Leak
}

// Comparison is the package's Comparison.
func (m *Memo) Comparison(c *compare.Comparison) []Leak {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.readEditions(c)
	ids := make([]string, len(c.Delregioner))
	for i, d := range c.Delregioner {
		ids[i] = d.ID
	}
	said := map[string][]*saying{}
	for _, y := range c.Years {
		for year, of := range m.editions[y] {
			said[year] = append(said[year], of...)
		}
	}
	years := slices.Sorted(maps.Keys(said))
	now := parallel.Map(years, func(year string) attacked {
		old, known := m.attacked[year]
		if known && slices.Equal(ids, m.delregioner) && slices.EqualFunc(old.said, said[year], same) {
			return old
		}
		return attacked{said[year], attackYear(said[year], ids)}
	})
	m.delregioner, m.attacked = ids, map[string]attacked{}
	var leaks []Leak
	for i, year := range years {
		m.attacked[year] = now[i]
		leaks = append(leaks, now[i].leaks...)
	}
	slices.SortStableFunc(leaks, func(a, b Leak) int { return cmp.Compare(a.Key, b.Key) })
	return leaks
}

// readEditions reads those that it hasn't read before, and forgets those that are gone.
func (m *Memo) readEditions(c *compare.Comparison) {
	read := parallel.Map(c.Years, func(y *compare.Year) edition {
		if known, ok := m.editions[y]; ok {
			return known
		}
		return telling(y)
	})
	m.editions = map[*compare.Year]edition{}
	for i, y := range c.Years {
		m.editions[y] = read[i]
	}
}

// attackYear works out what can be from all that is said of a year.
func attackYear(said []*saying, delregioner []string) []Leak {
	k := newKnowledge()
	for _, s := range said {
		k.learn(s.cell)
	}
	k.relate(delregioner)
	k.solve()
	return k.leaks()
}

// Watch is the package's NewWatch.
func (m *Memo) Watch(c *compare.Comparison) *Watch {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.readEditions(c)
	now := map[*compare.Year]masks{}
	w := &Watch{keys: map[string]bool{}, titles: map[string][]*compare.Table{}, known: map[titled]bool{}}
	for _, y := range c.Years {
		h, known := m.hide[y]
		if !known {
			h = masksOf(y, m.editions[y])
		}
		now[y] = h
		for _, t := range h.tables {
			w.titles[t.Title] = append(w.titles[t.Title], t)
		}
		for _, key := range h.keys {
			w.keys[key], w.keys[written(key)] = true, true
		}
		for _, t := range h.known {
			w.known[t] = true
		}
	}
	m.hide = now
	for _, t := range again(c) {
		w.known[titled{t.Title, number(float64(t.Year))}] = true
		if hides(t) {
			w.titles[t.Title] = append(w.titles[t.Title], t)
		}
	}
	return w
}

// again are the tables that show the figures of others again, side by side.
func again(c *compare.Comparison) []*compare.Table {
	var tables []*compare.Table
	for _, y := range c.Years {
		if t := c.OutcomeTable(y); t != nil {
			tables = append(tables, t)
		}
	}
	for _, d := range c.Delregioner {
		t := c.OverYears(d)
		tables = append(tables, &t.Indicators, &t.Goals, &t.Counts)
	}
	return tables
}

// masks are the tables of a year's edition that mask something, the keys of what is masked, and
// all tables by name.
type masks struct {
	tables []*compare.Table
	keys   []string
	known  []titled
}

func masksOf(y *compare.Year, says edition) (h masks) {
	for _, t := range y.Tables() {
		if h.known = append(h.known, titled{t.Title, number(float64(t.Year))}); hides(t) {
			h.tables = append(h.tables, t)
		}
	}
	for _, of := range says {
		for _, s := range of {
			if secret(*s.cell) {
				h.keys = append(h.keys, s.cell.Key)
			}
		}
	}
	return h
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

// saying is what a cell says; facts and its sums are all of it that learn takes in.
type saying struct {
	facts
	cell *compare.Cell
}

type facts struct {
	key, unit, whole   string
	state              compare.State
	number             float64
	decimals           int
	num, den           float64
	hasNum, hasDen     bool
	apart              bool
	threshold          int
	rangeLow, rangeTop float64
	ranged             bool
}

// same reports whether two cells say the same.
func same(a, b *saying) bool {
	return a == b || a.facts == b.facts && slices.EqualFunc(a.cell.Sums, b.cell.Sums, func(x, y compare.Sum) bool {
		return x.Open == y.Open && x.Apart == y.Apart && slices.Equal(x.Parts, y.Parts)
	})
}

// telling is what the year's cells say, without those that only repeat another. Cells of the
// same figure have their sums in common, too.
func telling(y *compare.Year) edition {
	type heard struct {
		facts
		sums *compare.Sum
		of   int
	}
	said := edition{}
	met := map[heard]bool{}
	y.EachCell(func(c *compare.Cell) {
		if c.Key == "" {
			return
		}
		h := heard{facts: factsOf(c), of: len(c.Sums)}
		if h.of > 0 {
			h.sums = &c.Sums[0]
		}
		if met[h] {
			return
		}
		met[h] = true
		year, _, _ := strings.Cut(c.Key, "/")
		said[year] = append(said[year], &saying{h.facts, c})
	})
	return said
}

func factsOf(c *compare.Cell) facts {
	f := facts{key: c.Key, unit: string(c.Unit), whole: c.Whole, state: c.State, number: c.Number, decimals: c.Decimals,
		apart: c.OwnDefinition || c.OtherPeriod, threshold: c.Threshold}
	if c.Numerator != nil {
		f.num, f.hasNum = *c.Numerator, true
	}
	if c.Denominator != nil {
		f.den, f.hasDen = *c.Denominator, true
	}
	if c.Range != nil {
		f.rangeLow, f.rangeTop, f.ranged = c.Range.Low, c.Range.High, true
	}
	return f
}
