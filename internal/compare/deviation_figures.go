package compare

import (
	"slices"

	"samverkan/internal/report"
)

// deviationKey names a delregion's total, or its count for a code of a dimension.
func (e *edition) deviationKey(of string, parts ...string) string {
	return e.page(append([]string{of, "avvikelser"}, parts...)...)
}

func (e *edition) codeKey(of string, dim dimension, code Name) string {
	return e.deviationKey(of, keyWord(dim.id), keyWord(code.ID))
}

func (e *edition) deviationFigure(key string) figure {
	return figure{key: key, unit: report.Count, people: e.rules.min > 1, threshold: max(0, e.rules.min)}
}

// countKey tells counts of deviations apart; a total has neither dimension nor code.
type countKey struct{ delregion, dimension, code string }

// total is a delregion's number of deviations.
func (e *edition) total(of Delregion) figure {
	if f, read := e.counts[countKey{delregion: of.ID}]; read {
		return f
	}
	return e.readTotal(of)
}

// readCounts reads every count of deviations, once.
func (e *edition) readCounts() map[countKey]figure {
	e.counts = map[countKey]figure{}
	for _, of := range e.everyone {
		for _, dim := range e.dims {
			for _, c := range dim.codes {
				e.counts[countKey{of.ID, dim.id, c.ID}] = e.readCode(of, dim, c)
			}
		}
		e.counts[countKey{delregion: of.ID}] = e.readTotal(of)
	}
	return e.counts
}

func (e *edition) readTotal(of Delregion) figure {
	f := e.deviationFigure(e.deviationKey(of.ID, "totalt"))
	sub := e.sub(of.ID)
	if sub == nil {
		f.state, f.note = NotSubmitted, e.notSubmittedNote(of)
		return f
	}
	f = f.read(sub.Deviations.Total)
	if f.state == Missing {
		f.note = "Uppgift saknas: " + of.Name + " har inte redovisat antalet avvikelser för " + FormatYear(e.year) + "."
	}
	for _, dim := range e.dims {
		f.sums = append(f.sums, e.dimensionSum(f, of, dim)...)
	}
	return f
}

// dimensionSum says that a total is its codes and the unclassified remainder. Without a
// remainder there may be more than the codes.
func (e *edition) dimensionSum(total figure, of Delregion, dim dimension) []Sum {
	var parts []figure
	for _, c := range dim.codes {
		if f := e.code(of, dim, c); f.state != Missing {
			parts = append(parts, f)
		}
	}
	return sumOf(total, append(parts, e.remainder(total, of, dim)))
}

// code is a delregion's deviations of one code.
func (e *edition) code(of Delregion, dim dimension, code Name) figure {
	if f, read := e.counts[countKey{of.ID, dim.id, code.ID}]; read {
		return f
	}
	return e.readCode(of, dim, code)
}

func (e *edition) readCode(of Delregion, dim dimension, code Name) figure {
	f := e.deviationFigure(e.codeKey(of.ID, dim, code))
	f.whole = e.deviationKey(of.ID, "totalt")
	sub := e.sub(of.ID)
	if sub == nil {
		f.state, f.note = NotSubmitted, e.notSubmittedNote(of)
		return f
	}
	f.wholeOf = countOf(sub.Deviations.Total)
	f.state = Missing
	f.note = "Uppgift saknas: " + of.Name + " har inte redovisat avvikelser per " + LowerFirst(dim.name) + "."
	for _, b := range sub.Deviations.Dimensions {
		if b.Dimension != dim.id {
			continue
		}
		f.note = "Uppgift saknas: " + of.Name + " har inte redovisat " + quoted(code.Name) + "."
		for _, p := range b.Parts {
			if p.Name == code.ID {
				f.note = ""
				f = f.readShare(p.Numerator, p.Denominator, p.Value)
				if f.state == Missing {
					f.note = "Uppgift saknas: " + of.Name + " anger ingen siffra för " + quoted(code.Name) + "."
				}
				return f
			}
		}
	}
	return f
}

// countOf is a reported count, 0 when there is none.
func countOf(v report.Value) float64 {
	if v.IsNumber() {
		return v.Number
	}
	return 0
}

func quoted(s string) string { return "”" + s + "”" }

// remainder is what a total leaves over when the codes have been taken from it.
func (e *edition) remainder(total figure, of Delregion, dim dimension) figure {
	f := e.deviationFigure(e.deviationKey(of.ID, keyWord(dim.id), unclassified))
	if total.state == NotSubmitted {
		f.state, f.note = NotSubmitted, total.note
		return f
	}
	f.state = Missing
	sum, any := 0.0, false
	for _, c := range dim.codes {
		switch part := e.code(of, dim, c); {
		case part.counts():
			sum += part.number
			any = true
		case part.state != Missing && part.state != NotApplicable:
			f.note = "Går inte att räkna ut: alla antal är inte redovisade."
			return f
		}
	}
	switch {
	case !total.counts():
		f.note = "Går inte att räkna ut: totalen är inte redovisad."
	case !any:
		f.note = "Går inte att räkna ut: inget antal är redovisat per " + LowerFirst(dim.name) + "."
	case sum > total.number:
		f.note = "Går inte att räkna ut: delarna är fler än totalen."
	default:
		f.state, f.number = Shown, total.number-sum
		f.decimals = writtenDecimals(f.number)
	}
	return f
}

func (e *edition) codeOrRest(of Delregion, dim dimension, code Name) figure {
	if code.ID == unclassified {
		return e.remainder(e.total(of), of, dim)
	}
	f := e.code(of, dim, code)
	if of.ID == report.CountyID {
		var parts []figure
		for _, d := range e.register {
			parts = append(parts, e.code(d, dim, code))
		}
		f.sums = slices.Concat(f.sums, sumOf(f, parts)) // the county's own count, where it is theirs
	}
	return f
}

// columns are a dimension's codes and the unclassified remainder.
func (dim dimension) columns() []Name {
	return append(append([]Name(nil), dim.codes...), Name{ID: unclassified, Name: "Ej klassificerade"})
}

// deviationFigures is every count of deviations that the year publishes.
func (e *edition) deviationFigures() []figure {
	var all []figure
	for _, of := range e.everyone {
		total := e.total(of)
		if of.ID == report.CountyID {
			total = e.countyOwnTotal()
		}
		all = append(all, total)
		for _, dim := range e.dims {
			for _, c := range dim.columns() {
				all = append(all, e.codeOrRest(of, dim, c))
			}
		}
	}
	all = append(all, e.countyTotal(), e.countyRate())
	for _, dim := range e.dims {
		for _, c := range dim.columns() {
			all = append(all, e.countyCode(dim, c))
		}
	}
	return all
}
