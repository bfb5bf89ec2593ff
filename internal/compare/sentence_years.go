package compare

import (
	"strconv"
	"strings"
)

// The tables of a delregion over the years have a column for each year; a cell is as
// it was published that year.

// outcomeYears says, year by year, how many of a delregion's figures met their targets.
func outcomeYears(t Table) string {
	return byYear(t, "inget utfall kan ställas mot ett målvärde", func(cells []Cell) string {
		var y tally
		for _, c := range cells {
			y.add(c.Verdict)
		}
		if y.judged() == 0 {
			return ""
		}
		s := "nådde " + noneOr(y.met, "inget") + " av " + plainCount(y.judged(), "utfall") + " sitt målvärde"
		if y.undecided > 0 {
			s += " och för " + strconv.Itoa(y.undecided) + " kunde det inte avgöras"
		}
		return s
	})
}

// goalYears says, year by year, how many goals the delregion itself held for reached.
func goalYears(t Table) string {
	return byYear(t, "inget mål är redovisat", func(cells []Cell) string {
		goals, reached := 0, 0
		for _, c := range cells {
			goals += boolCount(c.State == Words)
			reached += boolCount(c.State == Words && c.Tone == Good)
		}
		if goals == 0 {
			return ""
		}
		return "bedömdes " + noneOr(reached, "inget") + " av " + plainCount(goals, "mål") + " som uppnått"
	})
}

// countYears says what the newest year with anything holds, row by row.
func countYears(t Table) string {
	for col := len(t.Columns) - 1; col >= 0; col-- {
		var parts []string
		for _, r := range t.Rows {
			switch c := r.Cells[col]; {
			case c.State == Words:
				parts = append(parts, c.Text)
			case c.State == Shown:
				parts = append(parts, plainCount(int(c.Number), strings.ToLower(r.Name)))
			}
		}
		if len(parts) > 0 {
			return sentence("år " + t.Columns[col].Name + " redovisades " + strings.Join(parts, ", och "))
		}
	}
	return sentence("inga antal kan visas för något år")
}

func plainCount(n int, noun string) string { return FormatNumber(float64(n), 0) + " " + noun }

// byYear puts together what is said of every year that there is something to say of.
func byYear(t Table, nothing string, say func([]Cell) string) string {
	var parts []string
	for col, c := range t.Columns {
		var cells []Cell
		for _, r := range t.Rows {
			cells = append(cells, r.Cells[col])
		}
		if said := say(cells); said != "" {
			parts = append(parts, c.Name+" "+said)
		}
	}
	if len(parts) == 0 {
		return sentence(nothing)
	}
	parts[0] = "år " + parts[0]
	return sentence(joinSemicolon(parts))
}
