package compare

import (
	"strconv"
	"strings"

	"samverkan/internal/report"
)

// indicatorSentence says what the comparison shows, from the published cells only:
// who reported, highest and lowest, the target, and what can't be concluded.
func indicatorSentence(i Indicator, conf float64) string {
	shown := shownOutcomes(i.Outcomes)
	switch {
	case !i.Shared:
		return sentence(ownSentence(i, conf))
	case i.Reporters == 0:
		return sentence("Ingen delregion har redovisat någon siffra" + relationClause(i) + ", så inget kan jämföras")
	case i.Reporters == 1:
		return sentence(oneReporter(i, shown, conf))
	case i.Unit == report.Count:
		return sentence(countSentence(i, shown))
	case len(shown) == 0:
		return sentence(ofDelregioner(i.Reporters, len(i.Outcomes)) + " har redovisat siffror, men alla är maskerade")
	case len(shown) == 1:
		return sentence(ofDelregioner(i.Reporters, len(i.Outcomes)) + " har redovisat siffror; bara den från " +
			shown[0].Delregion.Name + " kan visas, " + figureText(shown[0].Cell, conf))
	}
	alike := comparableOutcomes(shown, i.Unit)
	parts := []string{ofDelregioner(i.Reporters, len(i.Outcomes)) + " har redovisat siffror" + among(i, alike) + extremes(alike)}
	if t := tallyOf(shown).clause(i.Target, len(alike)); t != "" {
		parts = append(parts, t)
	}
	return sentence(strings.Join(parts, "; "))
}

func shownOutcomes(all []Outcome) []Outcome {
	return outcomesThat(all, func(o *Outcome) bool { return o.Cell.State.HasNumber() })
}

// comparableOutcomes are the figures that may be set against each other, everywhere.
func comparableOutcomes(all []Outcome, unit report.Unit) []Outcome {
	return outcomesThat(all, func(o *Outcome) bool { return o.comparable(unit) })
}

// comparable reports whether the figure may be set against others: it can be shown, and is
// in the indicator's unit, for the same period and by the same definition.
func (o *Outcome) comparable(unit report.Unit) bool {
	return o.Cell.State.HasNumber() && !o.Cell.OtherPeriod && !o.Cell.OwnDefinition && o.Cell.Unit == unit
}

// outcomesThat are those that fit. An outcome is large, so room is made once.
func outcomesThat(all []Outcome, fit func(*Outcome) bool) []Outcome {
	n := 0
	for i := range all {
		n += boolCount(fit(&all[i]))
	}
	if n == 0 {
		return nil
	}
	some := make([]Outcome, 0, n)
	for i := range all {
		if fit(&all[i]) {
			some = append(some, all[i])
		}
	}
	return some
}

// among limits what is said of highest and lowest to those it holds for. A masked
// figure might be higher, and saying that it isn't would narrow it.
func among(i Indicator, alike []Outcome) string {
	switch {
	case len(alike) == 0:
		return ", men ingen av dem kan jämföras"
	case len(alike) == 1:
		return ", men bara en av dem kan jämföras"
	case len(alike) < i.Reporters:
		return "; av de " + strconv.Itoa(len(alike)) + " som visas och kan jämföras är värdet "
	}
	return ": "
}

// ownSentence is for an indicator that one delregion has defined.
func ownSentence(i Indicator, conf float64) string {
	only := "indikatorn är egen för " + i.Owner.Name + " och kan inte jämföras"
	if len(i.Outcomes) == 0 {
		return only
	}
	c := i.Outcomes[0].Cell
	switch {
	case c.State.HasNumber():
		s := i.Owner.Name + " redovisar " + figureText(c, conf)
		if v := verdictClause(c, i.Target); v != "" {
			s += "; " + v
		}
		return s + "; " + only
	case c.State == Related && c.Relation == report.Mentioned:
		return i.Owner.Name + " nämner indikatorn utan att redovisa någon siffra; " + only
	case c.State == Related:
		return i.Owner.Name + " redovisar ingen siffra, bara att utfallet " + relationVerb(c.Relation) + "; " + only
	case c.State == Masked || c.State == MaskedBySource:
		return "siffran från " + i.Owner.Name + " är maskerad; " + only
	}
	return i.Owner.Name + " har inte redovisat någon siffra; " + only
}

// relationVerb completes "utfallet …".
func relationVerb(r report.Relation) string {
	switch r {
	case report.Growing:
		return "har ökat"
	case report.Mentioned:
		return "nämns"
	case report.MostCommon:
		return "är det vanligaste"
	case report.Majority:
		return "är mer än hälften"
	}
	return "är " + report.Meaning(r)
}

// relationClause says that some have reported a relation without a figure.
func relationClause(i Indicator) string {
	var names []string
	for _, o := range i.Outcomes {
		if o.Cell.State == Related && o.Cell.Relation != report.Mentioned {
			names = append(names, o.Delregion.Name+" anger bara att utfallet "+relationVerb(o.Cell.Relation))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return " (" + strings.Join(names, "; ") + ")"
}

// oneReporter says that a comparison with one reporter is none.
func oneReporter(i Indicator, shown []Outcome, conf float64) string {
	end := ", så delregionerna kan inte jämföras"
	if len(shown) == 0 {
		return "bara en delregion har redovisat en siffra, och den är maskerad" + end
	}
	o := shown[0]
	s := "bara " + o.Delregion.Name + " har redovisat en siffra, " + figureText(o.Cell, conf) + end
	if v := verdictClause(o.Cell, o.Target); v != "" {
		s += "; " + v
	}
	return s
}

// figureText is a figure with what it takes to weigh it: "17 % (7 av 41, 95 %
// konfidensintervall 9–31 %)".
func figureText(c Cell, conf float64) string {
	s := plainFigure(c)
	if !c.Period.IsZero() {
		s += " i " + LowerFirst(c.Period.Text)
	}
	var weigh []string
	if c.Basis != "" {
		weigh = append(weigh, c.Basis)
	}
	if c.Exact && c.Basis != "" {
		weigh = append(weigh, "alla räknade")
	}
	if c.Interval != nil {
		weigh = append(weigh, confidenceText(conf)+" konfidensintervall "+c.FormatInterval())
	}
	if len(weigh) > 0 {
		s += " (" + strings.Join(weigh, ", ") + ")"
	}
	return s
}

// countSentence is for bare counts. They follow the size of the delregion, so it names
// neither highest nor lowest.
func countSentence(i Indicator, shown []Outcome) string {
	s := ofDelregioner(i.Reporters, len(i.Outcomes)) + " har redovisat antal"
	s += maskedClause(i.Reporters-len(shown), "maskerat", "maskerade")
	if i.County.State == Shown {
		s += "; summan" + ofSome(i.County, i.Reporters) + " är " + FormatNumber(i.County.Number, i.County.Decimals)
	}
	if t := tallyOf(shown).clause(i.Target, i.Reporters); t != "" {
		s += "; " + t
	}
	return s + "; antalen är inte ställda mot delregionernas storlek och rangordnas därför inte"
}

// ofSome says how many a sum is made of, where it isn't all that have reported.
func ofSome(sum Cell, reporters int) string {
	if len(sum.Sums) == 0 || len(sum.Sums[0].Parts) == reporters {
		return ""
	}
	return " för " + strconv.Itoa(len(sum.Sums[0].Parts)) + " av dem"
}

func confidenceText(conf float64) string {
	return FormatUnit(conf*100, writtenDecimals(conf*100), report.Percent)
}

// extremes names the highest and the lowest; all that share a place are named. Where
// the intervals of the two overlap it says that they can't be told apart.
func extremes(shown []Outcome) string {
	if len(shown) < 2 {
		return ""
	}
	high, low := shown[0].Cell, shown[0].Cell
	for _, o := range shown[1:] {
		if o.Cell.Number > high.Number {
			high = o.Cell
		}
		if o.Cell.Number < low.Number {
			low = o.Cell
		}
	}
	if high.Number == low.Number {
		return "lika för alla (" + plainFigure(high) + ")"
	}
	s := "högst i " + namesAt(shown, high.Number) + " (" + plainFigure(high) + "), lägst i " +
		namesAt(shown, low.Number) + " (" + plainFigure(low) + ")"
	switch {
	case high.Exact && low.Exact:
		return s
	case high.Interval == nil || low.Interval == nil:
		return s + "; hur säker skillnaden är går inte att säga"
	case high.Interval.Overlaps(*low.Interval):
		return s + "; skillnaden ryms inom osäkerheten"
	}
	return s
}

// plainFigure is a figure in running text; a bare count says that it is one.
func plainFigure(c Cell) string {
	if c.Unit == report.Count {
		return "antalet " + FormatNumber(c.Number, c.Decimals)
	}
	return FormatUnit(c.Number, c.Decimals, c.Unit)
}

func namesAt(shown []Outcome, number float64) string {
	var names []string
	for _, o := range shown {
		if o.Cell.Number == number {
			names = append(names, o.Delregion.Name)
		}
	}
	return andList(names)
}
