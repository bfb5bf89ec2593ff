package chart

import (
	"slices"
	"strings"

	"samverkan/internal/compare"
)

// rowSum is what is known of a row's whole.
type rowSum struct {
	percent, counts float64
	shares, numbers int // how many cells hold a percentage, and a count
	gaps            []string
}

// measure adds up the rows, and from that decides what the width means: what lets more rows be drawn.
func (c *shareChart) measure() {
	asShares, asCounts := 0, 0
	for _, r := range c.t.Rows {
		sum := c.sum(r)
		c.sums = append(c.sums, sum)
		if sum.fits(true) {
			asShares++
		}
		if sum.fits(false) {
			asCounts++
		}
	}
	c.full = asShares >= asCounts
	for row := range c.sums {
		c.rest = c.rest || c.left(row) != 0
	}
}

// dropSums leaves out the last rows that are sums, when the axis is counts.
func (c *shareChart) dropSums() {
	rows := c.t.Rows
	for !c.full && len(rows) > 1 && rows[len(rows)-1].Total {
		rows = rows[:len(rows)-1]
	}
	if len(rows) == len(c.t.Rows) {
		return
	}
	t := *c.t
	t.Rows = rows
	c.t, c.sums = &t, c.sums[:len(rows)]
}

func (c *shareChart) sum(r compare.Row) rowSum {
	var s rowSum
	for column := range c.t.Columns {
		if !c.isPart(column) {
			continue
		}
		one := cell(r, column)
		switch word := reason(one); {
		case one.State == compare.NotApplicable || one.State == compare.Words: // nothing that the whole lacks
		case inUnit(one, percentUnit) && c.unitOf(one, column) == percentUnit:
			s.percent, s.shares = s.percent+one.Number, s.shares+1
		case one.State.HasNumber():
			s.counts, s.numbers = s.counts+one.Number, s.numbers+1
		case word != "" && !slices.Contains(s.gaps, word):
			s.gaps = append(s.gaps, word)
		}
	}
	return s
}

// isPart tells whether a column belongs to the whole: it is drawn, or has only gaps where figures are expected.
func (c *shareChart) isPart(column int) bool {
	if slices.Contains(c.columns, column) {
		return true
	}
	first := c.t.Columns[c.columns[0]]
	return c.t.Columns[column].Unit == first.Unit && !isSum(c.t.Columns[column]) && !hasFigures(c.t, column)
}

func (c *shareChart) unitOf(one compare.Cell, column int) string {
	for _, unit := range []string{string(one.Unit), string(c.t.Columns[column].Unit)} {
		if unit != "" {
			return unit
		}
	}
	return string(c.t.Unit)
}

// fits tells whether the row can be drawn on an axis of percent, or else of counts.
func (s rowSum) fits(full bool) bool {
	if full {
		return s.shares > 0 && s.numbers == 0 || s.numbers > 0 && s.shares == 0 && s.gaps == nil && s.counts > 0
	}
	return s.numbers > 0 && s.shares == 0 && s.counts > 0
}

// wordOf is what stands after a row that is not whole.
func (c *shareChart) wordOf(row int) string {
	sum := c.sums[row]
	switch {
	case sum.shares+sum.numbers == 0 && sum.gaps == nil:
		return reason(cell(c.t.Rows[row], c.columns[0]))
	case sum.shares+sum.numbers == 0:
		return sum.gaps[0]
	case sum.fits(c.full) && sum.gaps == nil:
		return ""
	case sum.numbers > 0 && sum.counts == 0 && sum.gaps == nil:
		return "inga"
	case slices.ContainsFunc(sum.gaps, func(w string) bool { return strings.HasPrefix(w, "maskerad") }):
		return "delvis maskerad"
	case sum.gaps != nil:
		return "delvis redovisad"
	}
	return "bara andelar"
}
