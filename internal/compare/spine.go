package compare

import (
	"strings"

	"samverkan/internal/report"
)

// spines set a delregion among all that reported: one table for each shared indicator
// with figures from at least two that may be compared, this delregion one of them.
func (e *edition) spines(of Delregion) []Table {
	var tables []Table
	for _, i := range e.out.Indicators {
		if !i.Shared || i.Unit == report.Count {
			continue // counts follow size, so a place among them says nothing
		}
		for n := range i.Outcomes {
			if o := &i.Outcomes[n]; o.Delregion.ID == of.ID && o.comparable(i.Unit) && i.Compared >= 2 {
				t := i.Table
				t.ID, t.Chart, t.Focus = of.ID+"-spann-"+i.Slug, Spine, of.ID
				t.Title = i.Name + ", " + of.Name + " bland de andra " + FormatYear(e.year)
				t.Sentence = spineSentence(*o)
				tables = append(tables, t)
			}
		}
	}
	return tables
}

// spineSentence says how the delregion stands to the county and to the target.
func spineSentence(o Outcome) string {
	s := o.Delregion.Name + " har " + plainFigure(o.Cell)
	if county := plainFigure(o.County); o.Cell.Standing == LikeCounty {
		s += "; skillnaden mot länets " + county + " ryms inom osäkerheten"
	} else if o.Cell.Standing != NoStanding {
		s += ", " + strings.TrimSuffix(o.Cell.Standing.Word(), " länet") + " länets " + county
	}
	if v := verdictClause(o.Cell, o.Target); v != "" {
		s += "; " + v
	}
	return sentence(s)
}
