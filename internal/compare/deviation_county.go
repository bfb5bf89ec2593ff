package compare

import (
	"slices"

	"samverkan/internal/report"
)

// countySum adds the delregioner's counts; it is missing with fewer than two.
func (e *edition) countySum(key string, parts []figure) figure {
	f := e.deviationFigure(key)
	f.state, f.note = Missing, "Ingen summa: färre än två delregioner har redovisat antal."
	s := Sum{}
	for _, p := range parts {
		if p.counts() {
			s.Parts = append(s.Parts, p.key)
			f.number += p.number
		}
	}
	if len(s.Parts) >= 2 {
		f.state, f.sums, f.decimals = Shown, []Sum{s}, writtenDecimals(f.number)
		f.note = "Summan för " + delregionCount(len(s.Parts)) + " som har redovisat antal."
	}
	return f
}

func (e *edition) countyTotal() figure {
	var parts []figure
	for _, of := range e.register {
		parts = append(parts, e.total(of))
	}
	return e.countySum(e.page(report.CountyID, "summa", "avvikelser", "totalt"), parts)
}

// countyCode is the sum over the delregioner of a code or of what is unclassified.
func (e *edition) countyCode(dim dimension, code Name) figure {
	var parts []figure
	for _, of := range e.register {
		parts = append(parts, e.codeOrRest(of, dim, code))
	}
	return e.countySum(e.page(report.CountyID, "summa", "avvikelser", keyWord(dim.id), keyWord(code.ID)), parts)
}

// countyOwnTotal is what the county's own submission says, related to the
// delregioner's totals that make it up.
func (e *edition) countyOwnTotal() figure {
	own := e.total(e.county)
	var parts []figure
	for _, of := range e.register {
		parts = append(parts, e.total(of))
	}
	own.sums = slices.Concat(own.sums, sumOf(own, parts))
	return own
}
