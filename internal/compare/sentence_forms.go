package compare

import (
	"strconv"
	"strings"

	"samverkan/internal/report"
)

// unitsOf is a part of the units: "7 av 10 enheter", "ingen enhet".
func unitsOf(n, all int) string {
	switch {
	case n == 0:
		return "ingen enhet"
	case n == all && all == 1:
		return "den enda enheten"
	case n == all:
		return "alla " + strconv.Itoa(all) + " enheter"
	}
	return strconv.Itoa(n) + " av " + strconv.Itoa(all) + " enheter"
}

// boardSentence says how many units have reported each part area; areas that as many
// have reported are named together.
func boardSentence(b Board, units int) string {
	var counts []int
	names := map[int][]string{}
	for _, a := range b.Areas {
		n := len(a.Reports)
		if names[n] == nil {
			counts = append(counts, n)
		}
		names[n] = append(names[n], quoted(a.Name))
	}
	var parts []string
	for _, n := range counts {
		parts = append(parts, unitsOf(n, units)+" har redovisat läget för "+andList(names[n]))
	}
	return sentence(joinSemicolon(parts))
}

func areaSentence(reported, units int, silent []string) string {
	s := unitsOf(reported, units) + " har redovisat läget"
	if len(silent) > 0 {
		s += "; ej redovisat: " + andList(silent)
	}
	return sentence(s)
}

// roadSentence says how far the road map reaches and how much of it has a status.
func roadSentence(m RoadMap) string {
	entries, done, said := 0, 0, 0
	for _, a := range m.Areas {
		for _, stage := range a.Stages {
			for _, x := range stage {
				entries++
				said += boolCount(x.Status != report.ActivityUnknown)
				done += boolCount(x.Status == report.Done)
			}
		}
	}
	s := "vägkartan har " + m.noun(entries) + " i " + counted(len(m.Areas), "inget", "område", "områden")
	if first, last := stageWords(m.Stages[0]), stageWords(m.Stages[len(m.Stages)-1]); first != last {
		s += ", från " + first + " till " + last
	}
	finished := m.none(done) + " av dem är " + m.finished(done)
	switch {
	case said == 0:
		s += "; hur långt arbetet har kommit är inte redovisat"
	case said < entries:
		s += "; " + strconv.Itoa(said) + " har redovisad status, och " + finished
	default:
		s += "; " + finished
	}
	return sentence(s)
}

// subprojectSentence counts the projects and what is documented of them.
func subprojectSentence(items []Subproject) string {
	counts := map[string]int{}
	followed := 0
	for _, p := range items {
		counts[p.state().Word]++
		followed += boolCount(len(p.FollowUps) > 0)
	}
	var parts []string
	for _, c := range subprojectStates {
		if n := counts[c.Word]; n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+inflect(stateClause(c), n))
		}
	}
	s := counted(len(items), "inget", "delprojekt är redovisat", "delprojekt är redovisade")
	switch {
	case len(parts) == 1 && len(items) > 1:
		s += ", alla " + strings.TrimPrefix(parts[0], strconv.Itoa(len(items))+" ")
	case len(items) > 1:
		s += ": " + andList(parts)
	}
	if followed == len(items) && followed > 1 {
		return sentence(s + "; alla har en redovisad uppföljning")
	}
	return sentence(s + "; " + noneOr(followed, "inget") + " har en redovisad uppföljning")
}

// stateClause is a status after a number: "1 pågående", "1 utan redovisad status".
func stateClause(c report.Choice) string {
	switch c.Word {
	case "olika":
		return "med olika status hos dem som redovisar"
	case "ej-redovisad":
		return "utan redovisad status"
	}
	return c.Meaning
}

// inflect is a participle in the plural: "avslutat" → "avslutade".
func inflect(participle string, n int) string {
	if n > 1 && len(participle) > 2 && participle[len(participle)-2:] == "at" {
		return participle[:len(participle)-2] + "ade"
	}
	if n > 1 && participle == "uppföljt" {
		return "uppföljda"
	}
	return participle
}
