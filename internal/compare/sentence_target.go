package compare

import (
	"strconv"
	"strings"
)

// targetClause counts how many met the target, and for how many it can't be decided.
func targetClause(shown []Cell, t *Target) string {
	met, undecided, judged, bare := 0, 0, 0, 0
	for _, c := range shown {
		switch c.Verdict {
		case NoVerdict:
			continue
		case Met, MetBare:
			met++
		case CantDecide:
			undecided++
		}
		bare += boolCount(c.Interval == nil)
		judged++
	}
	if t == nil || judged == 0 {
		return ""
	}
	var parts []string
	if met > 0 {
		parts = append(parts, strconv.Itoa(met)+" når målvärdet "+t.Text)
	}
	if missed := judged - met - undecided; missed > 0 {
		parts = append(parts, strconv.Itoa(missed)+" når inte målvärdet "+t.Text)
	}
	if undecided > 0 {
		parts = append(parts, "för "+strconv.Itoa(undecided)+" kan det inte avgöras om målvärdet "+t.Text+" nås")
	}
	for n := 1; n < len(parts); n++ {
		parts[n] = strings.NewReplacer("inte målvärdet "+t.Text, "det inte", "målvärdet "+t.Text, "det").Replace(parts[n])
	}
	s := andList(parts)
	if bare == judged {
		s += ", men osäkerheten är okänd"
	}
	return s
}

// verdictClause says how a single figure stands to its target.
func verdictClause(c Cell, t *Target) string {
	if t == nil {
		return ""
	}
	switch c.Verdict {
	case Met:
		return "målvärdet " + t.Text + " är nått"
	case Missed:
		return "målvärdet " + t.Text + " är inte nått"
	case CantDecide:
		return "om målvärdet " + t.Text + " är nått kan inte avgöras"
	case MetBare:
		return "siffran når målvärdet " + t.Text + ", men hur säker den är går inte att säga"
	case MissedBare:
		return "siffran når inte målvärdet " + t.Text + ", men hur säker den är går inte att säga"
	}
	return ""
}
