package compare

import (
	"slices"
	"strings"
	"unicode"

	"samverkan/internal/period"
	"samverkan/internal/report"
)

// partFigure is one part of a broken-down outcome, such as a municipality.
func (e *edition) partFigure(whole figure, dimension string, p report.Part) figure {
	f := figure{
		key: partKey(whole.key, dimension, p.Name), unit: whole.unit, threshold: whole.threshold,
		people: whole.people, exact: whole.exact, period: whole.period, ownDef: whole.ownDef,
	}
	f = f.readShare(p.Numerator, p.Denominator, p.Value)
	if f.state == Missing && f.note == "" {
		f.note = "Uppgift saknas: ingen siffra är redovisad för " + p.Name + "."
	}
	return f
}

func partKey(whole, dimension, part string) string {
	return whole + "/" + keyWord(dimension) + "/" + keyWord(part)
}

// keyWord is a name as a step of a key: its own solidus would look like a further step.
func keyWord(name string) string { return strings.ReplaceAll(name, "/", "∕") }

// breakdownSums says which parts an outcome is the sum of, as far as a reader can
// tell: exactly, when they add up, else at least.
func (e *edition) breakdownSums(whole figure, m *report.Measurement) []Sum {
	var sums []Sum
	for _, b := range m.Breakdowns {
		var parts []figure
		for _, p := range b.Parts {
			parts = append(parts, e.partFigure(whole, b.Dimension, p))
		}
		sums = append(sums, sumOf(whole, parts)...)
	}
	return sums
}

// breakdowns are an indicator's tables by dimension, dimensions in the order they are
// first met.
func (e *edition) breakdowns(d definition) []Table {
	var dims []string
	for _, of := range e.owners(d) {
		if m := e.measurement(d, of.ID); m != nil {
			for _, b := range m.Breakdowns {
				if !slices.Contains(dims, b.Dimension) {
					dims = append(dims, b.Dimension)
				}
			}
		}
	}
	var tables []Table
	for _, dim := range dims {
		tables = append(tables, e.breakdown(d, dim))
	}
	return tables
}

func (e *edition) breakdown(d definition, dim string) Table {
	t := Table{
		ID: "indikator-" + d.slug + "-" + idOf(dim), Year: e.year, RowHead: dimensionName(dim),
		Title:   d.name() + " per " + LowerFirst(dimensionName(dim)) + " " + FormatYear(e.year),
		Columns: []Column{{ID: "varde", Name: unitHead(d.Unit), Unit: d.Unit}},
		Chart:   Bars, Unit: d.Unit, Target: e.target(d), Example: e.example(),
	}
	reporting, common := 0, commonPeriod(e.figures(d))
	for _, of := range e.owners(d) {
		rows := e.breakdownRows(d, of, dim, t.Target, common)
		if len(rows) > 0 {
			reporting++
		}
		t.Rows = append(t.Rows, rows...)
	}
	t.Sentence = breakdownSentence(t, reporting)
	if !t.HasFigures() {
		t.Chart = NoChart
	}
	return t
}

func (e *edition) breakdownRows(d definition, of Delregion, dim string, target *Target, common period.Period) []Row {
	m := e.measurement(d, of.ID)
	if m == nil {
		return nil
	}
	whole := e.outcome(d, of)
	var rows []Row
	for _, b := range m.Breakdowns {
		if b.Dimension != dim {
			continue
		}
		for _, p := range b.Parts {
			c := e.secrets.cell(e.partFigure(whole, dim, p))
			if c.State.HasNumber() {
				c.OtherPeriod = !samePeriod(whole.period, common)
				c.Note = joinNotes(c.Note, periodNote(c), definitionNote(c))
			}
			judge(&c, target)
			name := p.Name
			if dim != "kommun" && d.shared {
				name += ", " + of.Name
			}
			rows = append(rows, Row{ID: of.ID + "-" + idOf(p.Name), Name: name, Cells: []Cell{c}})
		}
	}
	return rows
}

// idOf makes an id of a name: lower-case ASCII letters, digits and hyphens.
func idOf(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case r == 'å' || r == 'ä' || r == 'á' || r == 'à':
			b.WriteByte('a')
		case r == 'ö' || r == 'ø':
			b.WriteByte('o')
		case r == 'é' || r == 'è' || r == 'ë':
			b.WriteByte('e')
		case r == 'ü':
			b.WriteByte('u')
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.TrimSuffix(b.String(), "-")
}
