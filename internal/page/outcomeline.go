package page

import "samverkan/internal/compare"

// outcomeLines sorts the year's indicators into those that somebody has a figure for
// and those that nobody has.
func (p *pen) outcomeLines(y *compare.Year) (lines []OutcomeLine, silent []Link) {
	for i := range y.Indicators {
		ind := &y.Indicators[i]
		line := p.outcomeLine(y, ind)
		if len(line.Figures) == 0 {
			line.Indicator.Note = line.Own
			silent = append(silent, line.Indicator)
			continue
		}
		lines = append(lines, line)
	}
	return lines, silent
}

func (p *pen) outcomeLine(y *compare.Year, ind *compare.Indicator) OutcomeLine {
	line := OutcomeLine{
		Indicator:  p.page(yearPath(y.Year, "indikatorer", ind.Slug), ind.Name),
		Definition: ind.Definition,
	}
	if ind.Target != nil {
		line.Target = ind.Target.Text
	}
	if !ind.Shared {
		line.Own = ind.Owner.Name
	} else {
		line.Count = itoa(ind.Reporters) + " av " + itoa(len(ind.Outcomes))
	}
	for _, o := range ind.Outcomes {
		line.Dots = append(line.Dots, Dot{o.Delregion.Name, reportedStatus(o.Cell)})
		line.Measured = line.Measured || o.Cell.State.HasNumber()
		if !lacks(o.Cell) {
			line.Figures = append(line.Figures, p.outcomeFigure(y, o))
		}
	}
	line.Many = len(line.Figures) > 2
	return line
}

func (p *pen) outcomeFigure(y *compare.Year, o compare.Outcome) OutcomeFigure {
	f := OutcomeFigure{
		Delregion: p.page(yearPath(y.Year, o.Delregion.ID), o.Delregion.Name),
		Text:      o.Cell.Text, Basis: basis(o.Cell), Words: !o.Cell.State.HasNumber(),
	}
	if s, ok := verdict(o.Cell.Verdict); ok {
		f.Verdict = &s
	}
	if isGap(o.Cell) {
		f.Text = stateWords[o.Cell.State]
	}
	if !o.Cell.Period.IsZero() {
		f.Period = o.Cell.Period.Text
	}
	return f
}

// reportedStatus says whether there is a figure, in a word.
func reportedStatus(c compare.Cell) Status {
	switch {
	case c.State.HasNumber() || c.State == compare.Masked || c.State == compare.MaskedBySource:
		return dot("hel", "redovisat")
	case c.State == compare.Related || c.State == compare.Words:
		return dot("halv", "nämnt utan siffra")
	case c.State == compare.NotApplicable:
		return dot("streck", "ej relevant")
	case c.State == compare.NotSubmitted:
		return dot("tom", "inget underlag inlämnat")
	}
	return dot("tom", "uppgift saknas")
}
