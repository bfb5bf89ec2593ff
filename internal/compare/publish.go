package compare

import (
	"strconv"

	"samverkan/internal/report"
)

// secrets tells which keys of a year are masked.
type secrets struct {
	masked map[string]bool
	conf   float64
}

// hides reports whether the figure, or what it is divided by, is masked. A rate bears the
// key of its count; where it was never there, neither has it been masked.
func (s secrets) hides(f figure) bool {
	said := f.state.HasNumber() || f.state == MaskedBySource
	return said && f.key != "" && f.threshold > 1 && (s.masked[f.key] || s.masked[f.key+"/namnare"])
}

// cell is the figure as it may be published. A masked one gets neither number nor
// anything made from it; its denominator stays unless that is masked too.
func (s secrets) cell(f figure) Cell {
	c := Cell{
		State: f.state, Unit: f.unit, Flag: f.flag, Period: f.period, OwnDefinition: f.ownDef,
		Comment: f.comment, Note: f.note, Key: f.key, Whole: f.whole, Sums: f.sums, Threshold: f.threshold,
	}
	if s.hides(f) {
		return s.maskedCell(c, f)
	}
	switch f.state {
	case Shown, ShareShown:
		s.fill(&c, f)
	case Missing:
		c.Text, c.Tone = markMissing, Lacking
	case NotSubmitted:
		c.Text, c.Tone = markNotSubmitted, Lacking
	case NotApplicable:
		c.Text, c.Note = markNotApplicable, joinNotes(c.Note, ifEmpty(c.Note, "Ej relevant: uppgiften kan inte förekomma här."))
	case MaskedBySource:
		c.Text, c.Tone = ifEmpty(f.written, markSource), Lacking
		c.Note = joinNotes(c.Note, "Maskerad av källan: antalet är inte känt här.")
		if f.maskedCount() {
			r := f.sourceRange()
			c.Range = &r
		}
	case Related:
		c.Text, c.Relation = report.Meaning(f.relation), f.relation
		c.Note = joinNotes(c.Note, relationNote(f.relation))
	}
	return c
}

func (s secrets) maskedCell(c Cell, f figure) Cell {
	c.State, c.Text, c.Tone, c.Flag = Masked, markMasked, Lacking, report.NoFlag
	if f.maskedCount() {
		c.State = MaskedBySource // in no sum of ours, though its own mark would say too much
	}
	c.Note = "Maskerad: antal under " + strconv.Itoa(f.threshold) +
		" visas inte, och inte heller tal som skulle avslöja dem."
	if f.den != nil && !s.masked[f.key+"/namnare"] {
		den := *f.den
		c.Denominator = &den
	}
	return c
}

// fill gives a shown figure its number, its basis, its interval and its reservations.
func (s secrets) fill(c *Cell, f figure) {
	c.Number, c.Decimals = f.number, f.decimals
	c.Text = FormatUnit(f.number, f.decimals, f.unit)
	if letter := FlagLetter(f.flag); letter != "" {
		c.Text += hardSpace + letter
		c.Note = joinNotes(c.Note, report.Meaning(f.flag))
	}
	c.Before = f.publishedBefore()
	if f.state == ShareShown {
		c.Note = joinNotes("Antal ej redovisat: källan anger bara andelen.", c.Note)
		return
	}
	if f.num != nil && f.den != nil {
		num, den := *f.num, *f.den
		c.Numerator, c.Denominator = &num, &den
		c.Basis = FormatNumber(num, writtenDecimals(num)) + " av " + FormatNumber(den, writtenDecimals(den))
		if !countsPeople(f.unit) {
			c.Basis = "" // a mean: its parts say nothing to a reader
		}
	}
	if f.basis != "" {
		c.Basis = f.basis
	}
	c.Interval, c.Exact = s.interval(f), f.exact
}

// interval is the uncertainty of a figure, nil where its counts aren't known and where
// chance has no part in it.
func (s secrets) interval(f figure) *Interval {
	if f.exact {
		return nil
	}
	if f.counts() && f.number >= 0 {
		i := CountInterval(f.number, s.conf)
		return &i
	}
	if f.num == nil || f.den == nil {
		return nil
	}
	if f.unit == report.Percent {
		i := Wilson(*f.num, *f.den, s.conf).scaled(100)
		return &i
	}
	if per, ok := perInhabitants(f.unit); ok {
		i := CountInterval(*f.num, s.conf).scaled(per / *f.den)
		return &i
	}
	return nil
}

// word is a cell that holds no figure.
func word(text string, tone Tone) Cell { return Cell{State: Words, Text: text, Tone: tone} }

// gap is a cell without a figure, for a reason.
func gap(state State, note string) Cell {
	c := secrets{}.cell(figure{state: state, note: note})
	return c
}

func ifEmpty(s, fallback string) string {
	if s == "" {
		return fallback
	}
	return s
}

// reported reports whether a figure has been reported, though it may be masked.
func (c Cell) reported() bool {
	return c.State.HasNumber() || c.State == Masked || c.State == MaskedBySource
}

// relationNote says what stands in place of a figure.
func relationNote(r report.Relation) string {
	if r == report.Mentioned {
		return "Källan tar upp saken men redovisar ingen siffra."
	}
	return "Källan redovisar ingen siffra, bara jämförelsen."
}
