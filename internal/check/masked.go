package check

import (
	"fmt"
	"strconv"
	"strings"

	"samverkan/internal/report"
)

// maskedInVain finds parts that the source has masked ("<5") but that the total and
// the other parts give away, exactly or more closely than the mask says.
func maskedInVain(s *site, r *reporter) {
	s.eachMeasurement(func(_ *report.Submission, m report.Measurement) {
		for _, b := range m.Breakdowns {
			givenAway(r, parts(b, func(p report.Part) report.Value { return p.Numerator }), m.Numerator, "taljare", true)
			givenAway(r, parts(b, func(p report.Part) report.Value { return p.Denominator }), m.Denominator, "namnare", true)
			if s.definition(m).Unit == report.Count {
				givenAway(r, parts(b, func(p report.Part) report.Value { return p.Value }), m.Outcome, "varde", true)
			}
		}
	})
	value := func(p report.Part) report.Value { return p.Value }
	for _, sub := range s.Submissions {
		for _, b := range sub.Deviations.Dimensions {
			givenAway(r, parts(b, value), sub.Deviations.Total, "totalt", false)
		}
		for _, e := range sub.Surveys {
			for _, b := range e.Distributions {
				givenAway(r, parts(b, value), e.Respondents, "svarande", true)
			}
		}
	}
}

// givenAway reports masked parts whose possible values the total narrows. What is left
// of the total bounds them from above; from below too where the parts make up all of
// it and none is missing.
func givenAway(r *reporter, values []report.Value, total report.Value, key string, whole bool) {
	if !total.IsNumber() {
		return
	}
	rest, most, first := total.Number, 0.0, report.Value{}
	var masked []float64 // the largest number that each mask allows
	for _, v := range values {
		switch v.Kind {
		case report.Number:
			rest -= v.Number
		case report.MaskedBySource:
			if len(masked) == 0 {
				first = v
			}
			masked = append(masked, largest(v))
			most += largest(v)
		case report.NotApplicable:
		default:
			whole = false
		}
	}
	if len(masked) == 0 || rest < 0 {
		return
	}
	others := float64(len(masked) - 1) // each of the others is at least one
	above := rest-others < masked[0]
	below := whole && rest-(most-masked[0]) > 1
	if above || below {
		r.add(first.Pos, fmt.Sprintf("%s går att räkna ut eller ringa in: %s är %s och de andra delarna är kända",
			first.Written, key, swedish(total.Number)),
			"på webbplatsen maskeras ett tal till; skriv \"..\" för en annan del om fler än ni kan läsa filen", note(total.Pos, "%s = %s", key, swedish(total.Number)))
	}
}

// largest is the largest number that a mask such as "<5" allows.
func largest(v report.Value) float64 {
	n, err := strconv.Atoi(strings.TrimSpace(strings.TrimPrefix(v.Written, "<")))
	if err != nil {
		return 0
	}
	return float64(n - 1)
}
