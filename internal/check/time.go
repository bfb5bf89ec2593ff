package check

import (
	"fmt"

	"samverkan/internal/diag"
	"samverkan/internal/period"
	"samverkan/internal/report"
)

// Years outside these are slips of the finger: nothing in the files is older than
// the municipalities or further off than a vision.
const (
	firstYear = 1950
	lastYear  = 2100
	reach     = 30 // years from the report's own year that its dates may lie
)

// yearOutOfRange finds years and dates that can't be meant, such as 20023 or 2203, in
// whatever form they stand. Of a period it is enough to name one end.
func yearOutOfRange(s *site, r *reporter) {
	told := map[diag.Pos]bool{}
	check := func(year int, pos diag.Pos, around int) {
		lo, hi := firstYear, lastYear
		if around >= firstYear && around <= lastYear {
			lo, hi = around-reach, around+reach
		}
		if year != 0 && (year < lo || year > hi) && !told[pos] {
			told[pos] = true
			r.add(pos, fmt.Sprintf("året %d kan inte stämma", year),
				fmt.Sprintf("skriv ett år mellan %d och %d", lo, hi))
		}
	}
	within(s, &s.known.Catalogue, func(y report.YearValue, _ leaf) { check(y.Year, y.Pos, 0) })
	within(s, &s.known.Catalogue, func(i report.Indicator, _ leaf) { check(i.DefinedFrom, i.ValueAt("definition_fran"), 0) })
	within(s, &s.known.Delregioner, func(y report.YearValue, _ leaf) { check(y.Year, y.Pos, 0) })
	for _, sub := range s.Submissions {
		within(s, sub, func(d period.Date, l leaf) { check(d.Year, l.pos, sub.Year) })
		for _, g := range sub.Goals {
			check(g.Year, g.ValueAt("malar"), sub.Year)
		}
		for _, e := range sub.Effects {
			check(e.Year, e.ValueAt("ar"), sub.Year)
		}
		within(s, sub, func(i report.Indicator, _ leaf) { check(i.DefinedFrom, i.ValueAt("definition_fran"), sub.Year) })
		within(s, sub, func(y report.YearValue, _ leaf) { check(y.Year, y.Pos, sub.Year) })
	}
}

// periodOutsideYear finds measurements, surveys and activities that lie wholly
// outside the report's year without a comment that says why. What is planned for later
// and says that it isn't begun is a reason in itself. dueBeforeStart and
// doneInTheFuture have precedence: they say what is wrong with the activity's end.
func periodOutsideYear(s *site, r *reporter) {
	for _, sub := range s.Submissions {
		for _, m := range sub.Measurements {
			outside(r, sub, m.Period, m.Period.Period, m.Comment)
		}
		for _, survey := range sub.Surveys {
			outside(r, sub, survey.Period, survey.Period.Period, survey.Comment)
		}
		for _, a := range sub.Activities {
			at, whole := span(a)
			planned := a.Status == report.NotStarted && whole.From.Year > sub.Year
			if !endsBeforeStart(a) && !doneTooSoon(sub, a) && !planned {
				outside(r, sub, at, whole, a.Comment)
			}
		}
	}
}

// outside reports a period that has no day in common with the submission's year.
func outside(r *reporter, sub *report.Submission, at report.Period, whole period.Period, comment string) {
	year := period.OfYear(sub.Year)
	if comment != "" || whole.IsZero() || whole.Ongoing || whole.From.IsZero() {
		return
	}
	if whole.From.Compare(year.To) <= 0 && whole.To.Compare(year.From) >= 0 {
		return
	}
	r.add(at.Pos, fmt.Sprintf("perioden %q ligger utanför året %d", at.Text, sub.Year),
		"rätta perioden, eller skriv en kommentar som säger varför den hör till årets rapport; "+
			"en aktivitet som planeras till senare har status = \"inte-paborjad\"")
}

// span is the time from an activity's start to its end, and the key to point at.
func span(a report.Activity) (report.Period, period.Period) {
	switch {
	case a.When.IsZero():
		return a.Due, a.Due.Period
	case a.Due.IsZero() || a.Due.Ongoing || a.When.Ongoing:
		return a.When, a.When.Period
	}
	whole := a.When.Period
	if a.Due.To.Compare(whole.To) > 0 {
		whole.To = a.Due.To
	}
	return a.When, whole
}

// endsBeforeStart reports whether an activity was done before it was begun.
func endsBeforeStart(a report.Activity) bool {
	if a.When.IsZero() || a.Due.IsZero() || a.When.Ongoing || a.Due.Ongoing {
		return false
	}
	return a.Due.To.Compare(a.When.From) < 0
}

// dueBeforeStart finds activities that were to be ready before they started.
func dueBeforeStart(s *site, r *reporter) {
	for _, sub := range s.Submissions {
		for _, a := range sub.Activities {
			if endsBeforeStart(a) {
				r.add(a.Due.Pos, fmt.Sprintf("aktiviteten är klar %q men börjar först %q", a.Due.Text, a.When.Text),
					"rätta nar eller klart; ofta är det årtalet", note(a.When.Pos, "nar står här"))
			}
		}
	}
}

// doneTooSoon reports whether an activity is called done although its end lies after
// both the report's year and the day it was handed in.
func doneTooSoon(sub *report.Submission, a report.Activity) bool {
	limit := period.OfYear(sub.Year).To
	if sub.Delivery.Date.Compare(limit) > 0 {
		limit = sub.Delivery.Date
	}
	return a.Status == report.Done && !a.Due.IsZero() && !a.Due.Ongoing && a.Due.From.Compare(limit) > 0
}

// doneInTheFuture finds activities that are done before their end.
func doneInTheFuture(s *site, r *reporter) {
	for _, sub := range s.Submissions {
		for _, a := range sub.Activities {
			if !doneTooSoon(sub, a) {
				continue
			}
			r.add(a.Due.Pos, fmt.Sprintf("aktiviteten har status \"klart\" men ska vara klar %q, efter rapportens tid", a.Due.Text),
				"skriv status = \"pagaende\", eller rätta klart", note(a.ValueAt("status"), "status står här"))
		}
	}
}

// deliveredEarly finds submissions that say they were handed in before their year had
// ended; a draft may be. deliveredInTheFuture has precedence.
func deliveredEarly(s *site, r *reporter) {
	for _, sub := range s.Submissions {
		d := sub.Delivery
		if d.Date.IsZero() || d.Status == report.Draft || d.Date.Compare(period.OfYear(sub.Year).To) >= 0 {
			continue
		}
		if d.Date.Year < sub.Year-reach || s.inTheFuture(d.Date) {
			continue // yearOutOfRange has spoken
		}
		r.add(d.ValueAt("datum"), fmt.Sprintf("inlämningen är daterad %s, innan %d var slut", d.Date, sub.Year),
			fmt.Sprintf("rätta datum; gäller uppgifterna bara en del av året, skriv status = %q", report.Draft))
	}
}

// inTheFuture reports whether a day is after today, if it is known what day it is.
func (s *site) inTheFuture(day period.Date) bool {
	return !s.opts.Today.IsZero() && day.Compare(s.opts.Today) > 0
}

// deliveredInTheFuture finds submissions that say they were handed in after today.
// yearOutOfRange has precedence.
func deliveredInTheFuture(s *site, r *reporter) {
	for _, sub := range s.Submissions {
		if d := sub.Delivery; s.inTheFuture(d.Date) && d.Date.Year <= sub.Year+reach {
			r.add(d.ValueAt("datum"), fmt.Sprintf("inlämningen är daterad %s, som inte har varit än", d.Date),
				"rätta datum; ofta är det årtalet")
		}
	}
}
