package check

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"samverkan/internal/diag"
	"samverkan/internal/report"
)

// figure is what a measurement, or one part of a breakdown of it, says.
type figure struct {
	outcome, num, denom report.Value
	unit                report.Unit
}

// eachFigure visits the figures of every measurement and of all its parts.
func (s *site) eachFigure(visit func(figure)) {
	s.eachMeasurement(func(_ *report.Submission, m report.Measurement) {
		unit := s.definition(m).Unit
		visit(figure{m.Outcome, m.Numerator, m.Denominator, unit})
		for _, b := range m.Breakdowns {
			for _, p := range b.Parts {
				visit(figure{p.Value, p.Numerator, p.Denominator, unit})
			}
		}
	})
}

// eachCount visits every figure that counts persons, cases or answers, with what it
// counts. A whole share is counted by its numerator and denominator.
func (s *site) eachCount(visit func(v report.Value, what string)) {
	s.eachFigure(func(f figure) {
		if f.unit == report.Percent || f.unit == report.Count {
			visit(f.num, "täljaren")
			visit(f.denom, "nämnaren")
		}
		if f.unit == report.Count {
			visit(f.outcome, "antalet")
		}
	})
	for _, sub := range s.Submissions {
		visit(sub.Deviations.Total, "antalet avvikelser")
		for _, b := range sub.Deviations.Dimensions {
			eachPart(b, func(v report.Value) { visit(v, "antalet") })
		}
		for _, survey := range sub.Surveys {
			visit(survey.Respondents, "antalet svarande")
			for _, b := range survey.Distributions {
				eachPart(b, func(v report.Value) { visit(v, "antalet svar") })
			}
		}
	}
	for _, d := range s.Delregioner {
		for _, y := range d.Inhabitants {
			visit(y.Value, "antalet invånare")
		}
	}
}

func eachPart(b report.Breakdown, visit func(report.Value)) {
	for _, p := range b.Parts {
		visit(p.Value)
	}
}

// impossibleShare finds shares that aren't between 0 and 100 percent.
func impossibleShare(s *site, r *reporter) {
	const hint = "en andel skrivs i procent: 17.1 betyder 17,1 %. Är det ett antal, skriv det som taljare och namnare"
	s.eachFigure(func(f figure) {
		if f.unit == report.Percent && f.outcome.IsNumber() && !isShare(f.outcome.Number) {
			r.add(f.outcome.Pos, fmt.Sprintf("andelen %s %% är inte möjlig", swedish(f.outcome.Number)), hint)
		}
	})
	each(s, func(v report.Value, _ leaf) {
		if v.Kind == report.ShareOnly && !isShare(v.Number) {
			r.add(v.Pos, fmt.Sprintf("andelen %s %% är inte möjlig", swedish(v.Number)), hint)
		}
	})
}

// isShare reports whether a number can be a share in percent.
func isShare(percent float64) bool { return percent >= 0 && percent <= 100 }

// numeratorOverDenominator finds shares of which the part is larger than the whole.
// Other units may well have more cases than inhabitants, or more days than stays.
// Negative counts and a denominator of zero have rules of their own.
func numeratorOverDenominator(s *site, r *reporter) {
	s.eachFigure(func(f figure) {
		if f.unit != report.Percent || !f.num.IsNumber() || !f.denom.IsNumber() {
			return
		}
		if f.denom.Number <= 0 || f.num.Number <= f.denom.Number {
			return
		}
		r.add(f.num.Pos, fmt.Sprintf("täljaren %s är större än nämnaren %s", swedish(f.num.Number), swedish(f.denom.Number)),
			"täljaren är de det gäller, nämnaren alla som kunde ha gjort det; se om de bytt plats",
			note(f.denom.Pos, "nämnaren står här"))
	})
}

// halfShare finds shares with a numerator and no denominator, or the reverse, and nothing
// else to show. What is written as missing or masked is no mistake: the author knows.
func halfShare(s *site, r *reporter) {
	s.eachFigure(func(f figure) {
		unwritten := func(v report.Value) bool { return v.Kind == report.Absent }
		if f.unit != report.Percent || !unwritten(f.outcome) {
			return
		}
		switch {
		case f.num.IsNumber() && unwritten(f.denom):
			r.add(f.num.Pos, "täljaren har ingen nämnare, så ingen andel kan räknas ut", "skriv namnare = och av hur många")
		case f.denom.IsNumber() && unwritten(f.num):
			r.add(f.denom.Pos, "nämnaren har ingen täljare, så ingen andel kan räknas ut", "skriv taljare = och hur många det gäller")
		}
	})
}

// valueAgainstShare finds shares that are written twice and differ by more than rounding
// to whole percent explains.
func valueAgainstShare(s *site, r *reporter) {
	s.eachFigure(func(f figure) {
		if f.unit != report.Percent || !f.outcome.IsNumber() || !f.num.IsNumber() || !f.denom.IsNumber() || f.denom.Number <= 0 {
			return
		}
		share := round1(100 * f.num.Number / f.denom.Number)
		if math.Abs(share-f.outcome.Number) < 1 {
			return
		}
		r.add(f.outcome.Pos, fmt.Sprintf("värdet är %s %%, men %s av %s är %s %%",
			swedish(f.outcome.Number), swedish(f.num.Number), swedish(f.denom.Number), swedish(share)),
			"rätta det som är fel, eller ta bort varde", note(f.num.Pos, "täljaren står här"))
	})
}

// negativeCount finds counts, and measures that can't be negative, below zero.
func negativeCount(s *site, r *reporter) {
	const hint = "skriv 0 om ingen räknats, \"..\" om uppgiften saknas"
	report1 := func(v report.Value, what string) {
		if v.IsNumber() && v.Number < 0 {
			r.add(v.Pos, fmt.Sprintf("%s är %s, men kan inte vara mindre än noll", what, swedish(v.Number)), hint)
		}
	}
	s.eachCount(report1)
	s.eachFigure(func(f figure) {
		switch f.unit {
		case report.Days, report.Hours, report.Per1000:
			report1(f.outcome, "värdet")
			report1(f.num, "täljaren")
			report1(f.denom, "nämnaren")
		}
	})
}

// zeroDenominator finds shares of nothing.
func zeroDenominator(s *site, r *reporter) {
	s.eachFigure(func(f figure) {
		if f.denom.IsNumber() && f.denom.Number == 0 {
			r.add(f.denom.Pos, "nämnaren är 0, så ingen andel kan räknas ut",
				"ta bort taljare och namnare och skriv varde = \".\" om det inte kunde förekomma hos er, \"..\" om uppgiften saknas")
		}
	})
}

// fractionalCount finds counts that aren't whole numbers.
func fractionalCount(s *site, r *reporter) {
	s.eachCount(func(v report.Value, what string) {
		if v.IsNumber() && v.Number != math.Trunc(v.Number) {
			r.add(v.Pos, fmt.Sprintf("%s är %s, men ett antal är ett heltal", what, swedish(v.Number)),
				"skriv antalet utan decimaler; är det en andel, skriv { andel = "+strconv.FormatFloat(v.Number, 'f', -1, 64)+" }")
		}
	})
}

// unreasonableTarget finds targets in percent that no share can reach.
func unreasonableTarget(s *site, r *reporter) {
	s.eachPercentTarget(func(target report.YearValue) {
		if !isShare(target.Number) {
			r.add(target.Pos, fmt.Sprintf("målvärdet %s %% kan inte nås av någon andel", swedish(target.Number)),
				"skriv målvärdet i procent, mellan 0 och 100")
		}
	})
}

// fractionTarget finds targets of a share that look like 0.8 for 80 %: nearly everyone
// would be said to reach them.
func fractionTarget(s *site, r *reporter) {
	s.eachPercentTarget(func(target report.YearValue) {
		if x := target.Number; x > 0 && x <= 1 && target.Comment == "" {
			r.add(target.Pos, fmt.Sprintf("målvärdet är %s %%, alltså högst en på hundra", swedish(x)),
				fmt.Sprintf("ska det vara %s %%? skriv malvarde = %s; är det rätt ändå, skriv { varde = %s, kommentar = \"…\" }",
					swedish(100*x), strconv.FormatFloat(100*x, 'f', -1, 64), strconv.FormatFloat(x, 'f', -1, 64)))
		}
	})
}

// fractionShare finds outcomes that look like 0.17 for 17 %.
func fractionShare(s *site, r *reporter) {
	s.eachMeasurement(func(_ *report.Submission, m report.Measurement) {
		x := m.Outcome.Number
		if s.definition(m).Unit != report.Percent || !m.Outcome.IsNumber() || x <= 0 || x >= 1 || m.Comment != "" || m.Outcome.Comment != "" {
			return
		}
		r.add(m.Outcome.Pos, fmt.Sprintf("andelen är %s %%, alltså mindre än en på hundra", swedish(x)),
			fmt.Sprintf("ska det vara %s %%? skriv varde = %s; är det rätt ändå, säg det i kommentar",
				swedish(round1(100*x)), strconv.FormatFloat(round1(100*x), 'f', -1, 64)))
	})
}

// round1 rounds to one decimal.
func round1(x float64) float64 { return math.Round(10*x) / 10 }

// eachPercentTarget visits every target of a share.
func (s *site) eachPercentTarget(visit func(report.YearValue)) {
	each := func(i report.Indicator) {
		for _, y := range i.Target {
			if i.Unit == report.Percent && y.IsNumber() {
				visit(y)
			}
		}
	}
	for _, i := range s.Catalogue.Indicators {
		each(i)
	}
	s.eachMeasurement(func(_ *report.Submission, m report.Measurement) {
		if s.isOwn(m) {
			each(m.Indicator)
		}
	})
}

// swedish writes a number with a decimal comma, no more decimals than it has.
func swedish(x float64) string {
	text := strings.Replace(strconv.FormatFloat(x, 'f', -1, 64), ".", ",", 1)
	return strings.Replace(text, "-", "\u2212", 1)
}

// sum adds the numbers among the values; complete is false when something that may
// have been counted has no number, or is in itself impossible.
func sum(values []report.Value) (total float64, complete bool) {
	complete = true
	for _, v := range values {
		switch {
		case v.IsNumber() && v.Number >= 0:
			total += v.Number
		case v.Kind == report.NotApplicable:
		default:
			complete = false
		}
	}
	return total, complete
}

// notes points at every value that is a number.
func notes(values []report.Value, format string) []diag.Note {
	var ns []diag.Note
	for _, v := range values {
		if v.IsNumber() {
			ns = append(ns, note(v.Pos, format, swedish(v.Number)))
		}
	}
	return ns
}
