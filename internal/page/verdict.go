package page

import (
	"slices"

	"samverkan/internal/compare"
)

// verdictOrder is how verdicts are told apart wherever they are explained.
var verdictOrder = []compare.Verdict{
	compare.Met, compare.MetExact, compare.MetAtBest, compare.MetBare,
	compare.Missed, compare.MissedExact, compare.MissedBare, compare.CantDecide, compare.NotJudged,
}

// verdict says how an outcome stands to its target, in the same words on every page;
// false where nothing can be said.
func verdict(v compare.Verdict) (Status, bool) {
	if v == compare.NoVerdict {
		return Status{}, false
	}
	return status(v.Tone(), v.Word()), true
}

var verdictMeanings = map[compare.Verdict]string{
	compare.Met:         "Hela osäkerhetsintervallet ligger på rätt sida om målvärdet.",
	compare.MetExact:    "Siffran når målvärdet. Alla är räknade, så den är inte osäker.",
	compare.MetAtBest:   "Utfallet är lika med målvärdet, och bättre går det inte att nå. Intervallet visar ändå hur osäker den underliggande nivån är.",
	compare.MetBare:     "Siffran når målvärdet, men hur säker den är går inte att säga.",
	compare.Missed:      "Hela osäkerhetsintervallet ligger på fel sida om målvärdet.",
	compare.MissedExact: "Siffran når inte målvärdet. Alla är räknade, så den är inte osäker.",
	compare.MissedBare:  "Siffran når inte målvärdet, men hur säker den är går inte att säga.",
	compare.CantDecide:  "Osäkerhetsintervallet rymmer målvärdet, så skillnaden kan vara slump.",
	compare.NotJudged:   "Siffran är i en annan enhet eller mätt enligt en egen definition och ställs inte mot målvärdet.",
}

// verdictKey explains the verdicts that are used, in a fixed order.
func verdictKey(used []compare.Verdict) []StatusMeaning {
	var key []StatusMeaning
	for _, v := range verdictOrder {
		if slices.Contains(used, v) {
			s, _ := verdict(v)
			key = append(key, StatusMeaning{s, verdictMeanings[v]})
		}
	}
	return key
}

// verdictsIn are the verdicts of a table's cells.
func verdictsIn(t *compare.Table) []compare.Verdict {
	var used []compare.Verdict
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			used = append(used, c.Verdict)
		}
	}
	return used
}

// VerdictGroup is the delregioner of which the same can be said.
type VerdictGroup struct {
	Status
	Meaning string
	Names   []Link
}

// verdictGroups sorts the delregioner by how they stand to an indicator's target, those
// that nothing can be said of last. Without a target there is nothing to sort by.
func (p *pen) verdictGroups(y *compare.Year, ind *compare.Indicator) []VerdictGroup {
	if ind.Target == nil {
		return nil
	}
	var groups []VerdictGroup
	add := func(s Status, meaning string, of func(compare.Outcome) bool) {
		g := VerdictGroup{Status: s, Meaning: meaning}
		for _, o := range ind.Outcomes {
			if of(o) {
				g.Names = append(g.Names, p.page(outcomePage(y, o), o.Delregion.Name))
			}
		}
		if len(g.Names) > 0 {
			groups = append(groups, g)
		}
	}
	for _, v := range verdictOrder {
		s, _ := verdict(v)
		add(s, verdictMeanings[v], func(o compare.Outcome) bool { return o.Cell.Verdict == v })
	}
	if len(groups) == 0 {
		return nil
	}
	add(status(compare.Lacking, "ingen siffra"), "Skälet står i tabellen.", func(o compare.Outcome) bool {
		return !o.Cell.State.HasNumber()
	})
	return groups
}
