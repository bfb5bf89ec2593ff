package compare

import (
	"slices"
	"strconv"

	"samverkan/internal/report"
)

// legend explains what the table uses and nothing else, in a fixed order: marks from
// the commonest, then letters, then what stands beside figures.
func legend(t Table) []Mark {
	used := usage(t)
	var marks []Mark
	add := func(when bool, sign, meaning string) {
		if when {
			marks = append(marks, Mark{Sign: sign, Meaning: meaning})
		}
	}
	add(used.states[NotSubmitted], markNotSubmitted, "Ej inlämnat: delregionen har inte lämnat något underlag för året.")
	add(used.states[Missing], markMissing, "Uppgift saknas: uppgiften borde finnas men är inte redovisad. Den räknas aldrig som noll.")
	add(used.states[NotApplicable], markNotApplicable, "Ej relevant: uppgiften kan inte förekomma.")
	add(used.states[Masked], markMasked, maskedMeaning(used.threshold))
	for _, mark := range used.source {
		add(true, mark, "Maskerad av källan: antalet är inte känt här och räknas aldrig med.")
	}
	add(used.states[ShareShown], "%", "Andel utan antal: källan redovisar bara andelen, så osäkerheten är okänd.")
	add(used.bare, markBare, "Osäkerheten är okänd: bara värdet är redovisat.")
	add(used.exact, markBare, "Alla är räknade, så siffran är inte osäker.")
	for _, l := range flagLetters {
		add(used.flags[l.flag], l.letter, report.Meaning(l.flag)+".")
	}
	return marks
}

// used is what occurs in a table.
type used struct {
	states    map[State]bool
	flags     map[report.Flag]bool
	source    []string // marks of masked figures as written by the source
	threshold int
	bare      bool // a mean, or a bare share: nothing is known of its uncertainty
	exact     bool // a figure that chance has no part in
}

// markBare stands for figures that have no interval.
const markBare = "utan intervall"

func usage(t Table) used {
	u := used{states: map[State]bool{}, flags: map[report.Flag]bool{}}
	note := func(c Cell) {
		ours := c.State == Masked || c.State == MaskedBySource && c.Text == markMasked
		if c.State == MaskedBySource && !ours && !slices.Contains(u.source, c.Text) {
			u.source = append(u.source, c.Text)
		}
		u.states[c.State] = true
		u.flags[c.Flag] = true
		if c.State == Shown && c.Key != "" && c.Interval == nil {
			u.exact = u.exact || c.Exact
			u.bare = u.bare || !c.Exact && c.Unit != report.Count
		}
		if ours {
			u.states[Masked] = true
			u.threshold = max(u.threshold, c.Threshold)
		}
	}
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			note(c)
		}
	}
	if t.County != nil {
		note(*t.County)
	}
	return u
}

func maskedMeaning(threshold int) string {
	return "Maskerad: antal under " + strconv.Itoa(threshold) +
		" visas inte, och inte heller tal som skulle avslöja dem. Noll visas alltid."
}
