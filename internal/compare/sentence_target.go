package compare

// verdictClause says how a single figure stands to its target.
func verdictClause(c Cell, t *Target) string {
	if t == nil {
		return ""
	}
	switch c.Verdict {
	case Met, MetExact:
		return "målvärdet " + t.Text + " är nått"
	case Missed, MissedExact:
		return "målvärdet " + t.Text + " är inte nått"
	case MetAtBest:
		return "målvärdet " + t.Text + " är nått i utfallet; bättre går det inte att nå"
	case CantDecide:
		return "om målvärdet " + t.Text + " är nått kan inte avgöras"
	case MetBare:
		return "siffran når målvärdet " + t.Text + ", men hur säker den är går inte att säga"
	case MissedBare:
		return "siffran når inte målvärdet " + t.Text + ", men hur säker den är går inte att säga"
	}
	return ""
}
