package check

import (
	"fmt"
	"math"
	"slices"

	"samverkan/internal/diag"
	"samverkan/internal/report"
)

// indicatorsFor lists the indicators that show whether a submission's goal is
// reached: those the goal names, and those that say they follow it up.
func (s *site) indicatorsFor(goal report.Goal, sub *report.Submission) []string {
	ids := report.IDs(goal.Indicators)
	add := func(i report.Indicator) {
		if slices.Contains(report.IDs(i.Goals), goal.ID) && !slices.Contains(ids, i.ID) {
			ids = append(ids, i.ID)
		}
	}
	for _, g := range s.known.Catalogue.Goals {
		if g.ID == goal.ID {
			ids = append(ids, report.IDs(g.Indicators)...)
		}
	}
	for _, i := range s.known.Catalogue.Indicators {
		add(i)
	}
	for _, m := range sub.Measurements {
		add(m.Indicator)
	}
	return ids
}

// verdict is what an indicator says of its target.
type verdict int

const (
	undecided verdict = iota // no target, no figure, or too uncertain to tell
	reached
	missed
)

// judgement is an indicator's verdict with what it is made of.
type judgement struct {
	verdict verdict
	text    string // "7 av 41 = 17,1 %, målet är 80"
	notes   []diag.Note
}

// judge compares the year's outcome of an indicator with its target. The arithmetic
// is the site's own in small: a share with a known numerator is only decided when its
// confidence interval doesn't hold the target. A figure by a definition of the
// delregion's own isn't held against the shared target.
func (s *site) judge(id string, sub *report.Submission) judgement {
	i := slices.IndexFunc(sub.Measurements, func(m report.Measurement) bool { return m.ID == id })
	if i < 0 {
		return judgement{}
	}
	m := sub.Measurements[i]
	def := s.definition(m)
	target := def.Target.For(sub.Year)
	lo, hi, at, ok := s.bounds(m, def)
	if !ok || !target.IsNumber() || m.Definition != "" && m.Definition != def.Definition {
		return judgement{}
	}
	sign := ""
	if def.Unit == report.Percent {
		sign = " %"
	}
	j := judgement{
		text: fmt.Sprintf("%q blev %s mot målvärdet %s", id, swedish(math.Round(hi.value*10)/10)+sign, swedish(target.Number)+sign),
		notes: []diag.Note{
			note(at, "utfallet står här"), note(target.Pos, "målvärdet står här"),
		},
	}
	switch def.Direction {
	case report.HigherIsBetter:
		all := def.Unit == report.Percent && target.Number >= 100 && hi.value >= target.Number
		j.verdict = decide(lo.bound >= target.Number || all, hi.bound < target.Number)
	case report.LowerIsBetter:
		none := target.Number <= 0 && lo.value <= target.Number
		j.verdict = decide(hi.bound <= target.Number || none, lo.bound > target.Number)
	}
	return j
}

func decide(isReached, isMissed bool) verdict {
	switch {
	case isReached:
		return reached
	case isMissed:
		return missed
	}
	return undecided
}

// end is one end of what a figure may be, with the figure itself.
type end struct{ bound, value float64 }

// bounds gives an outcome with its uncertainty; ok is false when there is no outcome
// to speak of.
func (s *site) bounds(m report.Measurement, def report.Indicator) (lo, hi end, at diag.Pos, ok bool) {
	if m.Outcome.IsNumber() {
		v := m.Outcome.Number
		return end{v, v}, end{v, v}, m.Outcome.Pos, true
	}
	n, x := m.Denominator.Number, m.Numerator.Number
	if !m.Denominator.IsNumber() || !m.Numerator.IsNumber() || n <= 0 || x < 0 || x > n || def.Unit != report.Percent {
		return lo, hi, at, false
	}
	v := 100 * x / n
	if def.Exact() {
		return end{v, v}, end{v, v}, m.Numerator.Pos, true
	}
	l, h := wilson(x, n, s.known.Site.Statistics.Confidence)
	return end{100 * l, v}, end{100 * h, v}, m.Numerator.Pos, true
}

// wilson is Wilson's interval for x of n.
func wilson(x, n, confidence float64) (lo, hi float64) {
	if confidence <= 0 || confidence >= 1 {
		confidence = 0.95
	}
	z := math.Sqrt2 * math.Erfinv(confidence)
	p := x / n
	centre := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return centre - half, centre + half
}

// contradictedAssessment finds goals whose assessment and indicators disagree.
func contradictedAssessment(s *site, r *reporter) {
	s.eachGoal(func(sub *report.Submission, goal report.Goal) {
		if goal.Assessment != report.Reached && goal.Assessment != report.NotReached {
			return
		}
		var judged []judgement
		for _, id := range s.indicatorsFor(goal, sub) {
			if j := s.judge(id, sub); j.verdict != undecided {
				judged = append(judged, j)
			}
		}
		for _, j := range judged {
			if goal.Assessment == report.Reached && j.verdict == missed {
				r.add(goal.ValueAt("bedomning"), "målet bedöms som uppnått, men indikatorn "+j.text,
					"ändra bedomning eller utfallet om något är fel; förklara annars skillnaden i kommentar, för båda visas på sidan", j.notes...)
				return
			}
		}
		allReached := len(judged) > 0 && !slices.ContainsFunc(judged, func(j judgement) bool { return j.verdict != reached })
		if goal.Assessment == report.NotReached && allReached {
			r.add(goal.ValueAt("bedomning"), "målet bedöms som ej uppnått, men indikatorn "+judged[0].text,
				"ändra bedomning eller utfallet om något är fel; förklara annars skillnaden i kommentar, för båda visas på sidan", judged[0].notes...)
		}
	})
}

// eachGoal visits every goal of every submission.
func (s *site) eachGoal(visit func(*report.Submission, report.Goal)) {
	for _, sub := range s.Submissions {
		for _, goal := range sub.Goals {
			visit(sub, goal)
		}
	}
}

// goalWithoutIndicator finds goals that nothing follows up: shared ones once, in the
// catalogue, own ones where they are written.
func goalWithoutIndicator(s *site, r *reporter) {
	const hint = "lägg till indikatorer = [\"…\"] så att läsaren ser om målet nås, eller skriv i kommentar hur det följs upp"
	followed := map[string]bool{}
	s.eachGoal(func(sub *report.Submission, goal report.Goal) {
		if len(s.indicatorsFor(goal, sub)) > 0 {
			followed[goal.ID] = true
		} else if goal.ID != "" && !s.goals.has(goal.ID) && goal.Has("namn") && !goal.Has("indikatorer") && goal.Comment == "" {
			r.add(goal.Pos, fmt.Sprintf("målet %q har ingen indikator", goal.ID), hint)
		}
	})
	for _, goal := range s.Catalogue.Goals {
		none := len(s.indicatorsFor(goal, &report.Submission{})) == 0
		if none && !followed[goal.ID] {
			r.add(goal.Pos, fmt.Sprintf("det gemensamma målet %q har ingen indikator", goal.ID),
				"skriv mal = [\""+goal.ID+"\"] under den indikator i katalogen som följer upp målet")
		}
	}
}

// assessmentWithoutFigure finds goals that are assessed although none of their
// indicators has a figure this year. A goal without indicators is the rule above's.
func assessmentWithoutFigure(s *site, r *reporter) {
	s.eachGoal(func(sub *report.Submission, goal report.Goal) {
		ids := s.indicatorsFor(goal, sub)
		if goal.Assessment == report.NotAssessed || goal.Assessment == report.CantAssess || len(ids) == 0 || goal.Comment != "" {
			return
		}
		known := s.indicatorsOf(sub)
		if slices.ContainsFunc(ids, func(id string) bool { return !known.has(id) || known.other[id] }) {
			return // unknownIndicator has spoken; a misspelt one may well have a figure
		}
		for _, m := range sub.Measurements {
			if slices.Contains(ids, m.ID) && hasFigure(m) {
				return
			}
		}
		r.add(goal.ValueAt("bedomning"), fmt.Sprintf("målet bedöms som %s, men ingen av dess indikatorer har något utfall",
			report.Meaning(goal.Assessment)),
			"redovisa utfallet, eller skriv i kommentar vad bedömningen bygger på")
	})
}

// hasFigure reports whether a measurement says anything but that there is nothing to
// say. A key that couldn't be read counts: the loader has spoken about it.
func hasFigure(m report.Measurement) bool {
	for _, v := range []report.Value{m.Outcome, m.Numerator} {
		switch v.Kind {
		case report.Number, report.MaskedBySource, report.ShareOnly, report.RelationOnly:
			return true
		}
	}
	return m.Outcome.Kind == report.Absent && m.Has("varde") || m.Numerator.Kind == report.Absent && m.Has("taljare") ||
		len(m.Breakdowns) > 0
}
