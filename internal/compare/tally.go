package compare

import "strconv"

// tally counts how figures stand to their targets.
type tally struct {
	met, missed, undecided int
	bare                   int // of those met or missed, the ones whose uncertainty isn't known
}

func (t *tally) add(v Verdict) {
	switch v.Tone() {
	case Good:
		t.met++
	case Bad:
		t.missed++
	case Uncertain:
		t.undecided++
	}
	t.bare += boolCount(v == MetBare || v == MissedBare)
}

func (t tally) judged() int { return t.met + t.missed + t.undecided }

func tallyOf(outcomes []Outcome) tally {
	var t tally
	for _, o := range outcomes {
		t.add(o.Cell.Verdict)
	}
	return t
}

// clause says how many met the target, how many didn't, and for how many it can't be
// decided; "" when none is judged. said is how many figures the sentence has spoken of
// so far: where others are judged, it says how many.
func (t tally) clause(target *Target, said int) string {
	if target == nil || t.judged() == 0 {
		return ""
	}
	name, lead := "målvärdet "+target.Text, ""
	if t.judged() != said {
		lead = "mot " + name + " ställs " + figureCount(t.judged()) + ": "
		name = ""
	}
	return lead + andList(t.parts(name)) + t.reservation()
}

// reservation says for how many of all that are judged the uncertainty isn't known. It says of how many, since the
// clause before it often speaks of the undecided only.
func (t tally) reservation() string {
	switch t.bare {
	case 0:
		return ""
	case t.judged():
		return ", men osäkerheten är okänd"
	}
	return "; osäkerheten är okänd för " + strconv.Itoa(t.bare) + " av de " + strconv.Itoa(t.judged())
}

// parts are the clauses of a tally. The first names what is reached; "" when it has
// been named already.
func (t tally) parts(name string) []string {
	var parts []string
	it := func() string {
		if name == "" || len(parts) > 0 {
			return "det"
		}
		return name
	}
	if t.met > 0 {
		parts = append(parts, strconv.Itoa(t.met)+" når "+it())
	}
	if t.missed > 0 {
		n := strconv.Itoa(t.missed)
		if it() == "det" {
			parts = append(parts, n+" når det inte")
		} else {
			parts = append(parts, n+" når inte "+name)
		}
	}
	if t.undecided > 0 {
		clause := "för " + strconv.Itoa(t.undecided) + " kan det inte avgöras"
		if len(parts) == 0 { // nothing before it has said what
			clause += " om " + it() + " nås"
		}
		parts = append(parts, clause)
	}
	return parts
}

// targetSentence counts the verdicts of all outcomes for shared indicators, the
// county's own apart; "" when none can be held against a target.
func targetSentence(all []Indicator) string {
	t := sharedTally(all)
	if t.judged() == 0 {
		return ""
	}
	return sentence(outOf(t.met, t.judged()) + " utfall för gemensamma indikatorer når sitt målvärde, " +
		noneOr(t.missed, "inget") + " når det inte och för " + noneOr(t.undecided, "inget") + " kan det inte avgöras" +
		t.reservation())
}

func sharedTally(all []Indicator) tally {
	var t tally
	for _, i := range all {
		if !i.Shared {
			continue
		}
		for _, o := range i.Outcomes {
			t.add(o.Cell.Verdict)
		}
	}
	return t
}
