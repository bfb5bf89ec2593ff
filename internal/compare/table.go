package compare

import "samverkan/internal/report"

// ChartKind says how a table is drawn; "" means that it is only a table.
type ChartKind string

// The kinds of chart.
const (
	NoChart      ChartKind = ""
	Bars         ChartKind = "staplar"    // one figure per row, with interval, target and county value
	Trend        ChartKind = "trend"      // rows are series, columns are years
	Shares       ChartKind = "andelar"    // columns are parts of each row's whole
	Timeline     ChartKind = "tidslinje"  // columns "nar" and "klart" carry From and To
	Funnel       ChartKind = "tratt"      // Number against Denominator, with limits
	Multiples    ChartKind = "smaserier"  // like Trend, one small chart per row
	Spine        ChartKind = "spann"      // one delregion (Table.Focus) against the range of all
	Distribution ChartKind = "fordelning" // one row of parts of a total
	Matrix       ChartKind = "matris"     // a coloured HTML table; never an SVG
)

// Table is what a chart, an HTML table, a sentence and a download are all made
// from, so that they can't disagree. Rows are in the register's order, never
// ranked, unless the title says otherwise.
type Table struct {
	ID       string // slug, unique within its year: "indikator-trygg-overgang"
	Year     int
	Title    string
	Sentence string // what it shows, in one Swedish sentence
	RowHead  string // heading of the first column: "Delregion"
	Columns  []Column
	Rows     []Row
	Notes    []string // reservations that hold for the table as a whole
	Chart    ChartKind
	Unit     report.Unit
	Target   *Target
	Targets  []*Target // of a Trend: each column's own, nil where the year had none; Target is the last
	County   *Cell     // the county's pooled value, nil where there is none
	Focus    string    // id of the row that a Spine is about
	Example  bool      // invented figures: marked in chart, table and download
}

// Target is a target value in the table's unit.
type Target struct {
	Number    float64
	Text      string // "80 %"
	Unit      report.Unit
	Direction report.Direction
}

// Words are the target with its direction: "Minst 80 %".
func (t Target) Words() string {
	switch t.Direction {
	case report.HigherIsBetter:
		return "Minst " + t.Text
	case report.LowerIsBetter:
		return "Högst " + t.Text
	}
	return t.Text
}

// Column is a column of a table.
type Column struct {
	ID, Name string
	Unit     report.Unit // "" for words
	Tone     Tone        // for Shares: what the part means
}

// Row is a row of a table; Cells are as many as the columns.
type Row struct {
	ID, Name string // ID is the delregion's, or a slug
	Link     string // id of the page that the row leads to, or ""
	Total    bool   // the county's row, set apart
	Cells    []Cell
}

// Mark is a sign used in a table with its explanation.
type Mark struct{ Sign, Meaning string }

// Legend explains the marks and flags that the table uses, in a fixed order.
func (t Table) Legend() []Mark { return legend(t) }

// HasFigures reports whether any cell holds a number, so that a chart can be drawn.
func (t Table) HasFigures() bool {
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			if c.State.HasNumber() || !c.From.IsZero() {
				return true
			}
		}
	}
	return false
}
