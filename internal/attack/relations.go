package attack

import (
	"math"
	"slices"
	"strings"

	"samverkan/internal/report"
)

// sum says that a fact is the sum of others, or at least that.
type sum struct {
	total   int
	parts   []int
	open    bool
	divides bool // what they are divided by adds up, too
}

// relate works out from the names of the facts which are sums of which.
func (k *knowledge) relate(delregioner []string) {
	var sums []sum
	sums = append(sums, k.families()...)
	for i := range k.facts {
		f := &k.facts[i]
		if len(f.path) < 4 || f.path[1] != report.CountyID {
			continue
		}
		switch f.path[2] {
		case "summa":
			sums = append(sums, k.countySum(i, delregioner))
		case "sammanvagt":
			sums = append(sums, k.pooled(i, delregioner))
		default:
			sums = append(sums, k.countyOwn(i, delregioner)...)
		}
	}
	for _, s := range sums {
		inNone := k.state(s, count)
		if !s.divides {
			continue
		}
		if of := k.state(s, divisor); inNone >= 0 && of >= 0 && k.facts[s.total].unit == report.Percent {
			rest := k.leave(s.total, remainder)
			k.equate(row{vars: []int{inNone, rest, of}, weights: []int64{1, 1, -1}})
		}
	}
	for i := range k.facts {
		if f := &k.facts[i]; f.parted && f.masked { // a count and what it leaves make its denominator
			k.equate(row{vars: []int{3*i + count, 3*i + remainder, 3*i + divisor}, weights: []int64{1, 1, -1}})
		}
	}
}

// leftOver are the parts that hold what no other part of their dimension does.
func leftOver(name string) bool { return name == "ej-klassificerade" || name == "ej-redovisade" }

// families are the wholes with their parts, dimension by dimension: the parts of
// 2023/simba/indikator/sip are 2023/simba/indikator/sip/kommun/Ale and so on; those of
// 2023/simba/avvikelser/totalt are 2023/simba/avvikelser/process/utskrivning and so on.
func (k *knowledge) families() []sum {
	var order []string
	parts := map[string][]int{}
	for i := range k.facts {
		if path := k.facts[i].path; len(path) >= 5 && path[2] != "summa" {
			family := k.facts[i].key[:strings.LastIndexByte(k.facts[i].key, '/')]
			if parts[family] == nil {
				order = append(order, family)
			}
			parts[family] = append(parts[family], i)
		}
	}
	var sums []sum
	for _, family := range order {
		if total, ok := k.whole(family[:strings.LastIndexByte(family, '/')]); ok {
			sums = append(sums, k.family(total, parts[family])...)
		}
	}
	return sums
}

// whole is the fact that stands for what the parts below a key are parts of.
func (k *knowledge) whole(below string) (int, bool) {
	for _, key := range []string{below, below + "/totalt", below + "/svarande"} {
		if i, ok := k.index[key]; ok {
			return i, true
		}
	}
	return 0, false
}

// family relates a whole to its parts of one dimension. Where what is left over is a
// part of its own nothing is outside the parts.
func (k *knowledge) family(total int, parts []int) []sum {
	s := sum{total: total, divides: true}
	complete := slices.ContainsFunc(parts, func(i int) bool {
		f := &k.facts[i]
		return leftOver(f.path[len(f.path)-1]) && (f.shown || f.masked)
	})
	for _, i := range parts {
		switch f := &k.facts[i]; {
		case f.counted():
			s.parts = append(s.parts, i)
			k.boundShare(i, total)
		case !f.none && !complete:
			s.open = true
		}
	}
	return k.believe(s)
}

// counted reports whether the fact is some number, though it may not be known.
func (f *fact) counted() bool { return f.shown || f.masked || f.marked || f.share != nil }

// apart is what is known of parts that overlap: of the answers that people give, none is
// given by more than all. Other figures contradict each other and say nothing.
func (k *knowledge) apart(s sum) []sum {
	var each []sum
	if path := k.facts[s.total].path; path[len(path)-1] == "svarande" {
		for _, p := range s.parts {
			each = append(each, sum{total: s.total, parts: []int{p}, open: true, divides: s.divides})
		}
	}
	return each
}

// believe adds what is said of how the parts stand to the whole.
func (k *knowledge) believe(s sum) []sum {
	for _, c := range k.facts[s.total].claims {
		about := slices.ContainsFunc(s.parts, func(i int) bool { return slices.Contains(c.Parts, k.facts[i].key) })
		switch {
		case about && c.Apart:
			return k.apart(s)
		case about:
			s.open = s.open || c.Open
		}
	}
	return []sum{s}
}

// boundShare turns a bare share of a known total into a range of counts.
func (k *knowledge) boundShare(i, total int) {
	c := k.facts[i].share
	if c == nil || c.Whole != k.facts[total].key || !k.known[3*total].exact() {
		return
	}
	whole, half := k.known[3*total].low, math.Pow10(-c.Decimals)/2
	least, most := math.Max(0, c.Number-half)*whole/100, (c.Number+half)*whole/100
	low, high := math.Ceil(least-1e-9), math.Floor(most+1e-9)
	if low > high { // no whole number fits: the nearest do
		low, high = math.Floor(least), math.Ceil(most)
	}
	if c.Number > 0 && low == 0 && high > 0 {
		low = 1
	}
	b := &k.known[3*i]
	b.low, b.high = math.Max(b.low, low), math.Min(b.high, high)
	limit := float64(c.Threshold)
	if c.Number > 0 && (low >= 1 && high < limit || whole-high >= 1 && whole-low < limit) {
		k.shown = append(k.shown, Leak{Key: c.Key, Low: low, High: high, Text: c.Key + " visas som andel men måste vara mellan " +
			number(low) + " och " + number(high)})
	}
}

// countySum relates a sum over the delregioner to those that have a count of it. A rate
// is of those whose inhabitants are known.
func (k *knowledge) countySum(i int, delregioner []string) sum {
	f := &k.facts[i]
	s := sum{total: i}
	rest, rate := f.path[3:], f.path[len(f.path)-1] == "per-invanare"
	if rate {
		rest = []string{"avvikelser", "totalt"}
	}
	for _, p := range k.across(f.path[0], rest, delregioner) {
		if g := &k.facts[p]; (g.shown || g.masked && g.unit != report.Percent) && (!rate || g.rated) {
			s.parts = append(s.parts, p)
		}
	}
	return s
}

// pooled relates the county's value of an indicator to those that may be compared.
func (k *knowledge) pooled(i int, delregioner []string) sum {
	f := &k.facts[i]
	s := sum{total: i, divides: true}
	for _, p := range k.across(f.path[0], append([]string{"indikator"}, f.path[3:]...), delregioner) {
		if g := &k.facts[p]; (g.shown || g.masked) && g.unit == f.unit && !g.apart && (f.unit == report.Count) == !g.divided {
			s.parts = append(s.parts, p)
		}
	}
	return s
}

// countyOwn relates what the county itself reports to what the delregioner do. What is
// left over is worked out on either side and so says nothing more.
func (k *knowledge) countyOwn(i int, delregioner []string) []sum {
	f := &k.facts[i]
	own := f.path[2] == "indikator" && len(f.path) == 4 || f.path[2] == "avvikelser"
	if !own || !f.counted() || f.share != nil || leftOver(f.path[len(f.path)-1]) {
		return nil
	}
	s := sum{total: i, divides: !f.rated}
	found := k.across(f.path[0], f.path[2:], delregioner)
	s.open = len(found) < len(delregioner)
	for _, p := range found {
		switch g := &k.facts[p]; {
		case g.counted():
			s.parts = append(s.parts, p)
		case !g.none:
			s.open = true
		}
	}
	return k.believe(s)
}

// across are the delregioner's facts of the same name.
func (k *knowledge) across(year string, rest, delregioner []string) []int {
	var found []int
	name := strings.Join(rest, "/")
	for _, d := range delregioner {
		if i, ok := k.index[year+"/"+d+"/"+name]; ok {
			found = append(found, i)
		}
	}
	return found
}

// state writes a sum of counts, or of what they are divided by, as an equation. It gives
// what is in no part, −1 when nothing is.
func (k *knowledge) state(s sum, which int) (inNone int) {
	inNone = -1
	has := func(i int) bool { return which == count || k.facts[i].divided }
	if !has(s.total) || !k.facts[s.total].counted() {
		return inNone
	}
	r := row{vars: []int{3*s.total + which}, weights: []int64{-1}}
	for _, p := range s.parts {
		if !has(p) {
			s.open = true
			continue
		}
		r.vars, r.weights = append(r.vars, 3*p+which), append(r.weights, 1)
	}
	if len(r.vars) == 1 {
		return inNone
	}
	if s.open {
		inNone = k.leave(s.total, which)
		r.vars, r.weights = append(r.vars, inNone), append(r.weights, 1)
	}
	k.equate(r)
	return inNone
}

// leave adds what a total leaves that is in no part: a count of people like the others,
// though it may be none.
func (k *knowledge) leave(total, which int) int {
	f := &k.facts[total]
	b := bounds{high: math.Inf(1)}
	if which == divisor || countsCases(f.unit) {
		b.need = float64(max(2, f.threshold-1))
		k.outside = append(k.outside, outside{len(k.known), total, which})
	}
	k.known = append(k.known, b)
	return len(k.known) - 1
}
