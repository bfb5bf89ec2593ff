package compare

import (
	"strconv"
	"strings"

	"samverkan/internal/report"
)

// totalsSentence says how many reported a number, the highest and lowest rate where
// there are rates, and what sources say without numbers.
func totalsSentence(facts []DeviationFact, t Table) string {
	any, counts, masked := 0, 0, 0
	var related []string
	for _, f := range facts {
		if f.Reported {
			any++
		}
		switch f.Total.State {
		case Shown:
			counts++
		case Masked, MaskedBySource:
			masked++
		case Related:
			related = append(related, f.Delregion.Name+" anger bara att antalet "+relationVerb(f.Total.Relation))
		}
	}
	if any == 0 {
		return sentence("ingen delregion har redovisat avvikelser i samverkan")
	}
	said := ofDelregioner(any, len(facts)) + " har redovisat antalet avvikelser" + maskedClause(masked, "maskerat", "maskerade")
	if counts+masked < any {
		said = ofDelregioner(any, len(facts)) + " har redovisat något om avvikelser, " + ifNone(counts+masked, "men ", "och ") +
			theirCount(counts+masked) + " anger ett antal" + maskedClause(masked, "maskerat", "maskerade")
	}
	parts := []string{said}
	parts = append(parts, related...)
	if counts >= 2 {
		parts = append(parts, rateClause(t))
	}
	if counts+masked < 2 {
		parts = append(parts, "antalen kan därför inte jämföras")
	}
	return sentence(joinSemicolon(nonEmpty(parts)))
}

func theirCount(n int) string {
	if n == 0 {
		return "ingen av dem"
	}
	return strconv.Itoa(n) + " av dem"
}

// maskedClause says how many of what was counted are masked; one and many agree with it.
func maskedClause(n int, one, many string) string {
	if n == 0 {
		return ""
	}
	return ", varav " + strconv.Itoa(n) + " " + plural(float64(n), one, many)
}

// rateClause names the highest and lowest rate; counts alone follow size and are not
// ranked.
func rateClause(t Table) string {
	at := -1
	for i, c := range t.Columns {
		if c.ID == "per-invanare" {
			at = i
		}
	}
	var shown []Outcome
	masked := false
	for _, r := range t.Rows {
		if at < 0 || r.Total {
			continue
		}
		masked = masked || r.Cells[at].State == Masked
		if r.Cells[at].State == Shown {
			shown = append(shown, Outcome{Delregion: Delregion{Name: r.Name}, Cell: r.Cells[at]})
		}
	}
	if len(shown) < 2 {
		return "utan tal per invånare säger antalen inget om skillnader mellan delregioner"
	}
	if masked {
		return "av dem som visas är antalet per invånare " + extremes(shown)
	}
	return "räknat på invånarna är antalet " + extremes(shown)
}

// dimensionSentence says who reported and what each reports most of.
func dimensionSentence(t Table, dim dimension, all int) string {
	var rows []Row
	counts := false
	for _, r := range t.Rows {
		one := Table{Rows: []Row{r}}
		if r.Total || !reportsAny(one) {
			continue
		}
		counts = counts || hasCounts(one)
		rows = append(rows, r)
	}
	per := " har redovisat avvikelser per " + LowerFirst(dim.name) + without(counts)
	if len(rows) == 1 {
		return sentence("bara " + rows[0].Name + per + colon(claims(t, rows[0]).straight()) + "; delregionerna kan inte jämföras")
	}
	return sentence(ofDelregioner(len(rows), all) + per + colon(joinSemicolon(placed(t, rows))))
}

// placed says what each row holds most of. Rows that hold most of the same are told of
// together, where the first of them stands.
func placed(t Table, rows []Row) []string {
	var parts []string
	together := map[string][]string{} // by code
	at := map[string]int{}
	for _, r := range rows {
		c := claims(t, r)
		switch {
		case len(c) == 0:
		case len(c) > 1 || c[0].most == "":
			parts = append(parts, "i "+r.Name+" "+c.turned())
		default:
			code := c[0].most
			figure := c[0].figure
			if together[code] == nil {
				at[code] = len(parts)
				parts = append(parts, "i "+r.Name+" "+c.turned())
			} else {
				figure = strings.TrimSuffix(figure, ofClassified)
			}
			together[code] = append(together[code], r.Name+" ("+figure+")")
		}
	}
	for code, places := range together {
		if len(places) > 1 {
			parts[at[code]] = "flest gällde " + code + " i " + andList(places)
		}
	}
	return parts
}

func without(counts bool) string {
	if counts {
		return ""
	}
	return ", utan antal"
}

func colon(s string) string {
	if s == "" {
		return ""
	}
	return ": " + s
}

// claim is a clause in three parts, so that it can be turned round after a place: "24
// gällde x", "i Norr gällde 24 x".
// Of says what the subject is a part of, for where nothing before has: "24 avvikelser".
// Most is the code that most were about, if that is the claim, and figure how many.
type claim struct{ subject, of, verb, rest, most, figure string }

// said is what can be said of one delregion's codes.
type said []claim

func (s said) straight() string {
	var all []string
	for _, c := range s {
		all = append(all, c.subject+" "+c.verb+" "+c.rest)
	}
	return andList(all)
}

func (s said) turned() string {
	if len(s) == 0 {
		return ""
	}
	first := s[0].verb + " " + s[0].subject + " " + s[0].rest
	if len(s) == 1 {
		return first
	}
	return first + ", " + s[1:].straight()
}

// claims says what a row of codes holds most of, and what its source says without
// counts. "Flest" is said only when every code is shown: a masked or missing one might
// be more, and saying that it isn't would narrow it.
func claims(t Table, r Row) said {
	best, codes, complete := -1, 0, true
	var without said
	for i, c := range r.Cells {
		name := quoted(t.Columns[i].Name)
		switch {
		case t.Columns[i].ID == unclassified || c.State == NotApplicable:
		case c.State == Shown:
			codes++
			if best < 0 || c.Number > r.Cells[best].Number {
				best = i
			}
		default:
			complete = false
			if c.State == ShareShown {
				without = append(without, claim{subject: c.Text, of: " av avvikelserna", verb: "gällde", rest: name})
			} else if c.State == Related && c.Relation != report.Mentioned {
				without = append(without, codeRelation(name, c.Relation))
			}
		}
	}
	if best < 0 {
		return without
	}
	c, name := r.Cells[best], quoted(t.Columns[best].Name)
	if complete && codes > 1 {
		figure := c.Text + basisAfter(c)
		return append(said{{"flest", " avvikelser", "gällde", name + " (" + figure + ")", name, figure}}, without...)
	}
	return append(said{{subject: c.Text, of: " avvikelser", verb: "gällde", rest: name}}, without...)
}

// codeRelation says how a code stands, when that is all a source says of it.
func codeRelation(name string, r report.Relation) claim {
	switch r {
	case report.MostCommon:
		return claim{subject: name, verb: "är", rest: "vanligast"}
	case report.Majority:
		return claim{subject: "mer än hälften", of: " av avvikelserna", verb: "gällde", rest: name}
	case report.Growing:
		return claim{subject: name, verb: "blir", rest: "allt vanligare"}
	case report.Higher:
		return claim{subject: "fler", of: " avvikelser", verb: "gällde", rest: name + " än året före"}
	case report.Lower:
		return claim{subject: "färre", of: " avvikelser", verb: "gällde", rest: name + " än året före"}
	}
	return claim{subject: name, verb: "är", rest: report.Meaning(r)}
}

func basisAfter(c Cell) string {
	if c.Basis == "" {
		return ""
	}
	return ", " + c.Basis
}

// ownDimensionSentence is for a delregion's own table, whose rows are codes.
func ownDimensionSentence(t Table, of Delregion, dim dimension) string {
	turned := Row{Name: of.Name}
	wide := Table{}
	for _, r := range t.Rows {
		wide.Columns = append(wide.Columns, Column{ID: r.ID, Name: r.Name})
		turned.Cells = append(turned.Cells, r.Cells[0])
	}
	if c := claims(wide, turned); len(c) > 0 {
		c[0].subject += c[0].of
		return sentence(c.straight())
	}
	return sentence(of.Name + " har redovisat avvikelser per " + LowerFirst(dim.name) + " utan siffror som kan visas")
}

func nonEmpty(parts []string) []string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}
