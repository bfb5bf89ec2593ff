package page

import (
	"html/template"
	"strings"

	"samverkan/internal/compare"
	"samverkan/internal/markdown"
)

// OutcomeRow is an indicator's outcome in one delregion, against target and county.
type OutcomeRow struct {
	ID                     string
	Indicator              Link
	Text, Basis, Interval  string
	Period                 string
	Target, County         string
	Verdict, Standing      *Status
	Trend                  string
	Comment                template.HTML
	Note                   string
	Spine                  *Figure // the delregion among the others
	CountySpoken, TextWord string
}

// OutcomeGap is an indicator without a figure, and why.
type OutcomeGap struct {
	Indicator Link
	Mark      string
	Reason    string
	Comment   template.HTML
}

func (p *pen) fillOutcomes(b *DelregionBody, y *compare.Year, s *compare.Submission) {
	var verdicts []compare.Verdict
	for _, o := range s.Outcomes {
		if o.Cell.State == compare.Related {
			link := p.page(yearPath(y.Year, "indikatorer", o.Indicator), o.Name)
			b.Mentioned = append(b.Mentioned, OutcomeGap{link, "", capital(o.Cell.Text), markdown.Inline(o.Cell.Comment)})
			continue
		}
		link := p.page(yearPath(y.Year, "indikatorer", o.Indicator), o.Name)
		if lacks(o.Cell) {
			b.noFigure(s.Delivered, link, o)
			continue
		}
		row := outcomeRow(link, o)
		row.ID = outcomeID(b.Prefix, o.Indicator)
		verdicts = append(verdicts, o.Cell.Verdict)
		row.Spine = p.spine(s, o.Indicator)
		b.Outcomes = append(b.Outcomes, row)
		if o.Cell.State.HasNumber() && len(b.Brief) < 4 {
			b.Brief = append(b.Brief, OutcomeFigureView{o.Cell.Text, briefNote(o), link})
		}
	}
	var figures []string
	for _, f := range b.Brief {
		figures = append(figures, f.Text)
	}
	b.Verdicts, b.Length = verdictKey(verdicts), figureLength(figures...)
}

// noFigure names what is lacking; only what has been explained gets a line of its own.
func (b *DelregionBody) noFigure(delivered bool, link Link, o compare.Outcome) {
	switch {
	case !delivered:
	case o.Cell.Comment == "":
		b.Unreported = append(b.Unreported, link)
	default:
		b.NoFigure = append(b.NoFigure, OutcomeGap{link, o.Cell.Text, gapReason(o.Cell), markdown.Inline(o.Cell.Comment)})
	}
}

// spine is the drawing of the delregion among the others; its table is the indicator
// page's, so the drawing stands by itself.
func (p *pen) spine(s *compare.Submission, slug string) *Figure {
	for i := range s.Spines {
		if t := &s.Spines[i]; strings.HasSuffix(t.ID, "-spann-"+slug) {
			if f := p.drawnOnly(t).plain(); f != nil {
				f.Inside = true
				return f
			}
		}
	}
	return nil
}

func outcomeRow(link Link, o compare.Outcome) OutcomeRow {
	r := OutcomeRow{
		Indicator: link, Text: o.Cell.Text, TextWord: spoken(o.Cell), Basis: o.Cell.Basis,
		Comment: markdown.Inline(o.Cell.Comment), County: o.County.Text, CountySpoken: spoken(o.County),
	}
	if o.Cell.Interval != nil {
		r.Interval = o.Cell.FormatInterval()
	} else {
		r.Basis = basis(o.Cell)
	}
	if !o.Cell.Period.IsZero() {
		r.Period = o.Cell.Period.Text
	} else {
		r.Note = o.Cell.Note // with a period, the note only says it again
	}
	switch {
	case o.Target != nil:
		r.Target = o.Target.Words()
	case o.Cell.State.HasNumber():
		r.Target = "inget satt"
	}
	if v, ok := verdict(o.Cell.Verdict); ok {
		r.Verdict = &v
	}
	if v, ok := standing(o.Cell.Standing); ok {
		r.Standing = &v
	}
	if o.Trend.Word != "" {
		r.Trend = o.Trend.Arrow + " " + o.Trend.Word
	}
	return r
}

// briefNote is what a figure must not be quoted without: its basis, interval and period.
func briefNote(o compare.Outcome) string {
	note := basis(o.Cell)
	if !o.Cell.Period.IsZero() {
		if note != "" {
			note += ", "
		}
		note += o.Cell.Period.Text
	}
	return note
}
