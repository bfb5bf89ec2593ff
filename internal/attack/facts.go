package attack

import (
	"fmt"
	"math"
	"strings"

	"samverkan/internal/compare"
	"samverkan/internal/report"
)

// Leak is a masked count that a reader can work out from what is published, or narrow
// down further than masking promises.
type Leak struct {
	Key       string  // "2023/simba/avvikelser/process/utskrivning"
	Low, High float64 // what the count must lie between, both included
	Text      string  // Swedish, naming the cell: what is given away
}

// fact is all that is published of one key, in however many tables.
type fact struct {
	key       string
	path      []string // the key's parts
	threshold int
	unit      report.Unit // of a figure, masked or not; a rate's only when there is no other
	shown     bool        // with a number that is a count or has one in front
	masked    bool
	marked    bool // masked by the source
	none      bool // it can't occur
	rated     bool // also shown per inhabitant
	apart     bool // another period or definition than the others'
	parted    bool // its count is a part of its denominator
	divided   bool // something is known of its denominator
	share     *compare.Cell
	claims    []compare.Sum
}

// The counts of a fact; its variable is three times its index and one of these.
const (
	count = iota
	divisor
	remainder // what the count leaves of the divisor
)

var suffix = [...]string{"", "/namnare", "/ovriga"}

// bounds are what is known of one count.
type bounds struct {
	low, high float64
	need      float64 // how many numbers a mask promises to leave; 0 where nothing is masked
}

func (b bounds) exact() bool { return b.high-b.low < 1e-9 }

// knowledge is what a reader has found out so far.
type knowledge struct {
	index map[string]int
	facts []fact
	known []bounds // of three counts for each fact, then of what lies outside the parts of sums
	rows  []row
	shown []Leak // small counts that aren't masked at all

	outside []outside
}

// outside is what a total leaves that is in no part.
type outside struct {
	v     int // its place in known
	total int
	which int // count, divisor or remainder
}

func newKnowledge() *knowledge { return &knowledge{index: map[string]int{}} }

// at gives the fact of a key.
func (k *knowledge) at(key string) int {
	i, met := k.index[key]
	if !met {
		i = len(k.facts)
		k.index[key] = i
		k.facts = append(k.facts, fact{key: key, path: strings.Split(key, "/")})
		for range suffix {
			k.known = append(k.known, bounds{high: math.Inf(1)})
		}
	}
	return i
}

// learn takes in one published cell.
func (k *knowledge) learn(c *compare.Cell) {
	if c.Key == "" || c.Threshold <= 1 {
		return
	}
	i := k.at(c.Key)
	f := &k.facts[i]
	f.threshold = max(f.threshold, c.Threshold)
	f.claims = append(f.claims, c.Sums...)
	f.apart = f.apart || c.OwnDefinition || c.OtherPeriod
	if c.Denominator != nil {
		k.know(i, divisor, *c.Denominator)
		f.divided = true
	}
	switch c.State {
	case compare.Masked:
		k.learnMasked(i, c)
	case compare.MaskedBySource:
		k.learnMarked(i, c)
	case compare.ShareShown:
		if c.Whole != "" {
			f.share = c
		}
	case compare.NotApplicable:
		f.none = true
	case compare.Shown:
		k.learnShown(i, c)
	}
}

func (k *knowledge) learnShown(i int, c *compare.Cell) {
	f := &k.facts[i]
	switch {
	case c.Numerator != nil:
		k.know(i, count, *c.Numerator)
		f.parted = f.parted || c.Unit == report.Percent && c.Denominator != nil
	case c.Unit == report.Count:
		k.know(i, count, c.Number)
	default:
		return // a mean or a share without its counts
	}
	f.setUnit(c)
	f.shown = true
	k.smallShown(c)
}

// setUnit notes the figure's unit; that of a rate per inhabitant says nothing of what is counted.
func (f *fact) setUnit(c *compare.Cell) {
	rate := f.path[len(f.path)-1] == "totalt" && c.Unit != report.Count
	f.rated = f.rated || rate
	if !rate {
		f.unit = c.Unit
	}
}

// learnMasked takes in that a cell is masked. A true zero is always shown, so where the
// denominator is there to see the count is at least one; where it isn't, the cell may be
// masked for the denominator's sake alone.
func (k *knowledge) learnMasked(i int, c *compare.Cell) {
	f := &k.facts[i]
	f.masked = true
	f.setUnit(c)
	least, need := 1.0, float64(max(2, c.Threshold-1))
	if c.Unit != report.Count && c.Denominator == nil && c.Whole == "" {
		least = 0
		k.mask(i, divisor, 1, need)
		f.divided = true
	}
	k.mask(i, count, least, need)
	if c.Unit == report.Percent && c.Whole == "" {
		f.parted = true
		k.mask(i, remainder, least, need)
	}
}

// learnMarked takes in what the source's own mark says, or that it isn't even shown.
func (k *knowledge) learnMarked(i int, c *compare.Cell) {
	if !countsCases(c.Unit) {
		return
	}
	k.facts[i].marked = true
	if c.Range == nil {
		k.mask(i, count, 1, float64(max(2, c.Threshold-1)))
		return
	}
	b := &k.known[3*i+count]
	b.low, b.high = math.Max(b.low, c.Range.Low), math.Min(b.high, c.Range.High)
	b.need = math.Max(b.need, c.Range.High-c.Range.Low+1)
}

func (k *knowledge) mask(i, which int, least, need float64) {
	b := &k.known[3*i+which]
	b.low, b.need = math.Max(b.low, least), math.Max(b.need, need)
}

func (k *knowledge) know(i, which int, v float64) {
	b := &k.known[3*i+which]
	b.low, b.high = v, v
}

// smallShown notes a count, a complement or a denominator that should have been masked.
func (k *knowledge) smallShown(c *compare.Cell) {
	n, limit := c.Number, float64(c.Threshold)
	small := func(v float64) bool { return v > 0 && v < limit }
	bad := false
	if c.Numerator != nil && c.Denominator != nil {
		n = *c.Numerator
		of := *c.Denominator
		bad = small(of) || (c.Unit == report.Percent && (small(n) || small(of-n))) || (countsCases(c.Unit) && small(n))
	} else {
		bad = small(n)
	}
	if bad {
		k.shown = append(k.shown, Leak{Key: c.Key, Low: n, High: n,
			Text: fmt.Sprintf("%s visas fast den är under %d eller skiljer sig så lite från sin nämnare", c.Key, c.Threshold)})
	}
}

// countsCases reports whether what stands in front of a unit is a number of people or
// cases; a number of days or kronor isn't.
func countsCases(u report.Unit) bool {
	return u == report.Count || u == report.Percent || strings.HasPrefix(string(u), "per-")
}
