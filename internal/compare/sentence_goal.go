package compare

import (
	"strconv"

	"samverkan/internal/report"
)

// goalSentence counts who works with a goal and how it was assessed.
func goalSentence(g Goal) string {
	works, delivered := 0, 0
	counts := map[report.Assessment]int{}
	for _, w := range g.Work {
		if w.Delivered {
			delivered++
		}
		if w.Works {
			works++
			counts[w.Assessment]++
		}
	}
	if !g.Shared {
		return sentence("målet är eget för " + g.Owner.Name + " och " + ownAssessment(g.Work[0]))
	}
	if works == 0 {
		return sentence("ingen delregion redovisar arbete med målet")
	}
	s := ofDelregioner(works, len(g.Work)) + " arbetar med målet; " + assessments(counts, works)
	if delivered < len(g.Work) {
		s += "; " + delregionCount(len(g.Work)-delivered) + " har inte lämnat något underlag"
	}
	return sentence(s)
}

func ownAssessment(w GoalWork) string {
	if w.Assessment == report.NotAssessed {
		return "är inte bedömt"
	}
	if w.Assessment == report.CantAssess {
		return "går enligt egen bedömning inte att bedöma"
	}
	return "är enligt egen bedömning " + report.Meaning(w.Assessment)
}

// assessments counts self-assessments in the order of the contract.
func assessments(counts map[report.Assessment]int, works int) string {
	if counts[report.NotAssessed] == works {
		return "ingen bedömning är redovisad"
	}
	var parts []string
	for _, c := range report.Assessment("").Choices() {
		switch n := counts[report.Assessment(c.Word)]; {
		case n == 0:
		case report.Assessment(c.Word) == report.CantAssess:
			parts = append(parts, everyOne(n, works)+" anger att det inte går att bedöma")
		default:
			parts = append(parts, everyOne(n, works)+" bedömer det som "+c.Meaning)
		}
	}
	if n := counts[report.NotAssessed]; n > 0 {
		parts = append(parts, strconv.Itoa(n)+" redovisar ingen bedömning")
	}
	return andList(parts)
}

// everyOne is n of them in running text: "2", and "alla" or "båda" where it is all.
func everyOne(n, all int) string {
	switch {
	case n < all || n == 1:
		return strconv.Itoa(n)
	case n == 2:
		return "båda"
	}
	return "alla"
}
