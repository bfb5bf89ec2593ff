package compare

import (
	"slices"

	"samverkan/internal/report"
)

// deviations compares the year's deviations.
func (e *edition) deviations() Deviations {
	var d Deviations
	for _, of := range e.register {
		fact := e.deviationFact(of)
		d.Any = d.Any || fact.Reported
		d.Facts = append(d.Facts, fact)
	}
	d.Totals = e.totals(d.Facts)
	for _, dim := range e.dims {
		if t := e.dimensionTable(dim); len(t.Rows) > 0 {
			d.Dimensions = append(d.Dimensions, DeviationDimension{ID: dim.id, Name: dim.name, Table: t})
		}
	}
	d.Funnel = e.funnel()
	d.Analysis = e.analysis(d.Facts)
	d.Sentence = d.Totals.Sentence
	return d
}

// deviationFact is what one delregion says of its deviations.
func (e *edition) deviationFact(of Delregion) DeviationFact {
	total := e.total(of)
	if of.ID == report.CountyID {
		total = e.countyOwnTotal()
	}
	fact := DeviationFact{Delregion: of, Total: e.secrets.cell(total), Analysed: e.analysed(of)}
	sub := e.sub(of.ID)
	if sub == nil {
		return fact
	}
	dev := sub.Deviations
	fact.System, fact.Analyst, fact.Comment = dev.System, dev.Analyst, dev.Comment
	fact.Source = e.sourceName(dev.Source, sub.Delivery.Source)
	fact.Reported = says(dev.Total) || says(dev.Analysed) ||
		dev.System != "" || dev.Analyst != "" || dev.Comment != ""
	for _, dim := range e.dims {
		for _, b := range dev.Dimensions {
			if b.Dimension == dim.id && slices.ContainsFunc(b.Parts, partSays) {
				fact.Reported = true
				fact.Dimensions = append(fact.Dimensions, e.ownDimension(of, dim))
			}
		}
	}
	return fact
}

// says reports whether a value tells anything: ".." stands in every template and
// doesn't.
func says(v report.Value) bool { return v.Kind != report.Absent && v.Kind != report.Missing }

func partSays(p report.Part) bool { return says(p.Value) || says(p.Numerator) || says(p.Denominator) }

// analysed is how many times the deviations were put together; no people are counted.
func (e *edition) analysed(of Delregion) Cell {
	f := figure{key: "", unit: report.Count, exact: true}
	sub := e.sub(of.ID)
	if sub == nil {
		f.state, f.note = NotSubmitted, e.notSubmittedNote(of)
		return e.secrets.cell(f)
	}
	f = f.read(sub.Deviations.Analysed)
	if f.state == Missing {
		f.note = "Uppgift saknas: " + of.Name + " anger inte hur ofta avvikelserna har sammanställts."
	}
	return e.secrets.cell(f)
}

// ownDimension is a delregion's own table of one dimension: codes as rows.
func (e *edition) ownDimension(of Delregion, dim dimension) Table {
	t := Table{
		ID: of.ID + "-avvikelser-" + dim.id, Year: e.year, RowHead: dim.name, Chart: Bars, Unit: report.Count,
		Title:   "Avvikelser per " + LowerFirst(dim.name) + ", " + of.Name + " " + FormatYear(e.year),
		Columns: []Column{{ID: "antal", Name: "Antal", Unit: report.Count}}, Example: e.example(),
	}
	classified := e.classified(of, dim)
	for _, c := range dim.columns() {
		f := e.codeOrRest(of, dim, c)
		if c.ID == unclassified && !f.counts() {
			continue
		}
		f.basis = shareOf(f, classified, c.ID)
		t.Rows = append(t.Rows, Row{ID: c.ID, Name: c.Name, Cells: []Cell{e.secrets.cell(f)}})
	}
	if sharesOnly(t) {
		t.Unit, t.Columns[0] = report.Percent, Column{ID: "andel", Name: "Andel", Unit: report.Percent}
	}
	if !t.HasFigures() {
		t.Chart = NoChart
	}
	t.Sentence = ownDimensionSentence(t, of, dim)
	return t
}

// sharesOnly reports whether all figures of a table are shares without counts.
func sharesOnly(t Table) bool {
	any := false
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			if c.State == Shown {
				return false
			}
			any = any || c.State == ShareShown
		}
	}
	return any
}

// classified is the number of deviations that have a code, as far as a reader may
// know it: nil when a code is masked in a way that the number would undo, when some
// code's number isn't known, and when only one code is reported, since it would be all
// of them.
func (e *edition) classified(of Delregion, dim dimension) *float64 {
	sum, codes, all := 0.0, 0, true
	for _, c := range dim.codes {
		f := e.code(of, dim, c)
		switch f.state {
		case ShareShown, MaskedBySource, Related:
			return nil
		}
		if f.counts() {
			sum += f.number
			codes++
			all = all && !e.secrets.hides(f)
		}
	}
	total, rest := e.total(of), e.remainder(e.total(of), of, dim)
	known := total.counts() && rest.counts() && !e.secrets.hides(total) && !e.secrets.hides(rest)
	if sum == 0 || codes < 2 || !(all || known) {
		return nil
	}
	return &sum
}

// ofClassified ends a share that shareOf writes.
const ofClassified = " av de klassificerade"

// shareOf is a count's share of the classified, in words.
func shareOf(f figure, classified *float64, code string) string {
	if classified == nil || !f.counts() || code == unclassified {
		return ""
	}
	share := 100 * f.number / *classified
	return FormatUnit(share, shareDecimals(share, *classified), report.Percent) + ofClassified
}

// dimensionTable compares a dimension: delregioner as rows, codes as parts.
func (e *edition) dimensionTable(dim dimension) Table {
	t := Table{
		ID: "avvikelser-" + dim.id, Year: e.year, RowHead: "Delregion", Chart: Shares, Unit: report.Count,
		Title: "Avvikelser per " + LowerFirst(dim.name) + " " + FormatYear(e.year), Example: e.example(),
	}
	for _, c := range dim.columns() {
		t.Columns = append(t.Columns, Column{ID: c.ID, Name: c.Name, Unit: report.Count, Tone: partTone(dim, c)})
	}
	for _, of := range e.register {
		row := Row{ID: of.ID, Name: of.Name, Link: e.page(of.ID)}
		classified := e.classified(of, dim)
		for _, c := range dim.columns() {
			f := e.codeOrRest(of, dim, c)
			f.basis = shareOf(f, classified, c.ID)
			row.Cells = append(row.Cells, e.secrets.cell(f))
		}
		t.Rows = append(t.Rows, row)
	}
	if !reportsAny(t) {
		return Table{}
	}
	t.Rows = append(t.Rows, e.countyDimensionRow(dim)...)
	if !hasCounts(t) {
		t.Chart = NoChart
	}
	t.Notes = append(t.Notes, "”Ej klassificerade” är avvikelser i totalen som ingen redovisad kod omfattar.")
	t.Sentence = dimensionSentence(t, dim, len(e.register))
	return t
}

func (e *edition) countyDimensionRow(dim dimension) []Row {
	row := Row{ID: report.CountyID, Name: "Summa", Total: true}
	any := false
	for _, c := range dim.columns() {
		cell := e.secrets.cell(e.countyCode(dim, c))
		any = any || cell.reported()
		row.Cells = append(row.Cells, cell)
	}
	if !any {
		return nil
	}
	return []Row{row}
}

// partTone marks what is left over; codes are neither good nor bad.
func partTone(dim dimension, c Name) Tone {
	if c.ID == unclassified {
		return Lacking
	}
	return Neutral
}

// reportsAny reports whether any row says anything at all.
func reportsAny(t Table) bool {
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			if c.reported() || c.State == Related {
				return true
			}
		}
	}
	return false
}

func hasCounts(t Table) bool {
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			if c.State == Shown {
				return true
			}
		}
	}
	return false
}
