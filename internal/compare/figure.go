package compare

import (
	"cmp"
	"math"

	"samverkan/internal/period"
	"samverkan/internal/report"
)

// figure is what one submission says of one thing, read but not yet masked. It never
// leaves the package: cell turns it into what may be published.
type figure struct {
	key       string
	state     State
	unit      report.Unit
	number    float64 // in unit, when state.HasNumber
	decimals  int
	num, den  *float64
	people    bool // num counts people or cases, so that small ones are masked
	exact     bool // chance has no part in it, so it has no interval
	threshold int
	sums      []Sum
	whole     string  // key of the total that it is a part of
	wholeOf   float64 // that total; 0 when it isn't known

	flag     report.Flag
	relation report.Relation
	written  string // for MaskedBySource
	divisor  bool   // for MaskedBySource: it is the denominator that is masked
	period   period.Period
	ownDef   bool
	before   *float64 // what a revised figure was published as, in unit
	comment  string
	note     string // why there is no figure, or a reservation
	basis    string // instead of "7 av 41"
}

// counts reports whether the figure's number is itself a count of cases.
func (f figure) counts() bool { return f.state == Shown && f.unit == report.Count && f.den == nil }

// pooled reports whether the figure has what it takes to be added to others.
func (f figure) pooled() bool { return f.state == Shown && (f.den != nil || f.unit == report.Count) }

// cases is the count that a shown figure holds: its numerator, or itself.
func (f figure) cases() (float64, bool) {
	switch {
	case f.num != nil:
		return *f.num, true
	case f.counts():
		return f.number, true
	}
	return 0, false
}

// read fills in what a single value says.
func (f figure) read(v report.Value) figure {
	f.flag, f.comment = firstFlag(f.flag, v.Flag), joinComments(f.comment, v.Comment)
	f.before = cmp.Or(f.before, v.Before)
	switch v.Kind {
	case report.Number:
		f.state, f.number, f.decimals = Shown, v.Number, writtenDecimals(v.Number)
	case report.NotApplicable:
		f.state = NotApplicable
	case report.MaskedBySource:
		f.state, f.written = MaskedBySource, v.Written
	case report.ShareOnly:
		f.state, f.number, f.decimals, f.unit = ShareShown, v.Number, writtenDecimals(v.Number), report.Percent
	case report.RelationOnly:
		f.state, f.relation = Related, v.Relation
	default:
		f.state = Missing
	}
	return f
}

// readShare fills in what a numerator, a denominator and a bare value say together.
func (f figure) readShare(num, den, bare report.Value) figure {
	switch {
	case num.IsNumber() && den.IsNumber():
		f.flag = firstFlag(f.flag, num.Flag, den.Flag, bare.Flag)
		f.comment = joinComments(f.comment, num.Comment, den.Comment, bare.Comment)
		f.before = cmp.Or(f.before, bare.Before, num.Before, den.Before)
		return f.divide(num.Number, den.Number)
	case bare.IsNumber() && den.IsNumber() && f.unit == report.Percent:
		return f.impliedShare(bare, den)
	case bare.Kind != report.Absent:
		return f.read(bare)
	case num.Kind != report.Absent && !(num.IsNumber() && f.unit != report.Count):
		return f.read(num)
	case den.Kind != report.Absent && !den.IsNumber():
		f.divisor = true
		return f.read(den)
	}
	f.state = Missing
	return f
}

// divide makes a share, a rate or a mean of num and den.
func (f figure) divide(num, den float64) figure {
	switch {
	case den == 0:
		f.state, f.note = NotApplicable, "Ej relevant: nämnaren är noll."
		return f
	case den < 0 || num < 0 || (f.unit == report.Percent && num > den):
		f.state, f.note = Missing, "Uppgift saknas: täljaren och nämnaren går inte ihop."
		return f
	}
	f.state, f.num, f.den = Shown, &num, &den
	f.number, f.decimals = num/den, 1
	if f.unit == report.Percent {
		f.number *= 100
		f.decimals = shareDecimals(f.number, den)
	} else if per, ok := perInhabitants(f.unit); ok {
		f.number *= per
	}
	return f
}

// impliedShare works out the numerator of a share that is given with its denominator
// only: a reader could, so it counts as published.
func (f figure) impliedShare(share, den report.Value) figure {
	num := math.Round(share.Number * den.Number / 100)
	f.flag, f.comment = firstFlag(f.flag, share.Flag), joinComments(f.comment, share.Comment)
	f.before = cmp.Or(f.before, share.Before)
	f = f.divide(num, den.Number)
	if f.state == Shown {
		f.note = "Täljaren är uträknad ur andelen och nämnaren."
		f.number, f.decimals = share.Number, writtenDecimals(share.Number)
	}
	return f
}

func firstFlag(flags ...report.Flag) report.Flag {
	for _, f := range flags {
		if f != report.NoFlag {
			return f
		}
	}
	return report.NoFlag
}

// joinComments puts a delregion's own texts after each other, without repeating.
func joinComments(comments ...string) string {
	joined := ""
	for _, c := range comments {
		switch {
		case c == "" || c == joined:
		case joined == "":
			joined = c
		default:
			joined += "\n\n" + c
		}
	}
	return joined
}
