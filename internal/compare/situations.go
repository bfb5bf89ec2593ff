package compare

import (
	"regexp"
	"strings"

	"samverkan/internal/period"
	"samverkan/internal/report"
)

// Board is the year's traffic reports: units against part areas.
type Board struct {
	Areas    []BoardArea // as they are first met
	Table    Table       // units × part areas, coloured
	Sentence string
	Any      bool
}

// BoardArea is a part area with what each unit says of it.
type BoardArea struct {
	ID, Name string
	Reports  []UnitReport // of those that have reported something
	Silent   []string     // names of the units that haven't
	Sentence string
}

// UnitReport is one unit's latest traffic report for a part area. The lists hold
// nothing that is only left of the template.
type UnitReport struct {
	Unit                              Name
	Owner                             string // id of the delregion whose submission it stands in
	Date                              period.Date
	Light                             report.Light
	Done, Ongoing, Planned, Obstacles []string
	Source                            string
}

// board compares the year's situations, whoever's submission they stand in.
func (e *edition) board() Board {
	all := e.situations()
	if len(all) == 0 {
		return Board{}
	}
	b := Board{Any: true}
	units := e.reportingUnits(all)
	for _, s := range all {
		if !hasArea(b.Areas, s.item.PartArea) {
			b.Areas = append(b.Areas, BoardArea{ID: idOf(s.item.PartArea), Name: s.item.PartArea})
		}
	}
	for i := range b.Areas {
		b.Areas[i].fill(e, units, all)
	}
	b.Table = e.boardTable(b, units)
	b.Sentence = b.Table.Sentence
	return b
}

// owned is something reported, with the source of the submission it stands in.
type owned[T any] struct {
	item   T
	of     Delregion
	source string
}

// situations are all of the year's, by register order and as written.
func (e *edition) situations() []owned[report.Situation] {
	var all []owned[report.Situation]
	e.eachSubmission(func(of Delregion, sub *report.Submission) {
		for _, s := range sub.Situations {
			all = append(all, owned[report.Situation]{s, of, e.sourceName(s.Source, sub.Delivery.Source)})
		}
	})
	return all
}

// eachSubmission visits the year's submissions in register order, the county's last.
func (e *edition) eachSubmission(visit func(Delregion, *report.Submission)) {
	for _, of := range e.everyone {
		if sub := e.sub(of.ID); sub != nil {
			visit(of, sub)
		}
	}
}

// reportingUnits are the catalogue's units, which are there to report, and then
// whoever else has.
func (e *edition) reportingUnits(all []owned[report.Situation]) []Name {
	units := append([]Name(nil), e.names.Units...)
	for _, s := range all {
		if known := lookup(units, s.item.Unit.ID); known.Name == s.item.Unit.ID && !named(units, s.item.Unit.ID) {
			units = append(units, e.unitName(s.item.Unit.ID))
		}
	}
	return units
}

func named(names []Name, id string) bool {
	for _, n := range names {
		if n.ID == id {
			return true
		}
	}
	return false
}

// unitName is what a unit or a delregion is called.
func (e *edition) unitName(id string) Name {
	for _, d := range e.register {
		if d.ID == id {
			return Name{ID: id, Name: d.Name}
		}
	}
	return lookup(e.names.Units, id)
}

func hasArea(areas []BoardArea, name string) bool {
	for _, a := range areas {
		if a.Name == name {
			return true
		}
	}
	return false
}

// fill sorts the area's reports by unit; the latest of a unit is the one that counts.
func (a *BoardArea) fill(e *edition, units []Name, all []owned[report.Situation]) {
	for _, u := range units {
		latest := UnitReport{}
		for _, s := range all {
			r := unitReport(u, s)
			if s.item.PartArea == a.Name && s.item.Unit.ID == u.ID && r.says() && r.Date.Compare(latest.Date) >= 0 {
				latest = r
			}
		}
		if latest.says() {
			a.Reports = append(a.Reports, latest)
		} else {
			a.Silent = append(a.Silent, u.Name)
		}
	}
	a.Sentence = areaSentence(len(a.Reports), len(units), a.Silent)
}

func unitReport(u Name, s owned[report.Situation]) UnitReport {
	return UnitReport{
		Unit: u, Owner: s.of.ID, Date: s.item.Date, Light: s.item.Light, Source: s.source,
		Done: written(s.item.Done), Ongoing: written(s.item.Ongoing),
		Planned: written(s.item.Planned), Obstacles: written(s.item.Obstacles),
	}
}

// says reports whether the report holds anything beyond the template.
func (r UnitReport) says() bool {
	return len(r.Done)+len(r.Ongoing)+len(r.Planned)+len(r.Obstacles) > 0 || r.Light != ""
}

// template is what is left of a template when it is all that an item holds.
var template = regexp.MustCompile(`(?i)^(x{2,}|…|\.{2,}|\?+|tbd|todo|n\.?n\.?)[.!]?$`)

// written drops the items that nobody has filled in.
func written(items []string) []string {
	var kept []string
	for _, item := range items {
		if bare := strings.TrimSpace(item); bare != "" && !template.MatchString(bare) {
			kept = append(kept, item)
		}
	}
	return kept
}

var lightTones = map[report.Light]Tone{"gron": Good, "gul": Partly, "rod": Bad}

// LightTone is how a traffic light is meant; Neutral without one.
func LightTone(l report.Light) Tone { return lightTones[l] }

func (e *edition) boardTable(b Board, units []Name) Table {
	t := Table{
		ID: "lagesrapporter", Year: e.year, RowHead: "Enhet", Chart: Matrix, Example: e.example(),
		Title: "Lägesrapporter " + FormatYear(e.year) + " per enhet och delområde",
	}
	for _, a := range b.Areas {
		t.Columns = append(t.Columns, Column{ID: a.ID, Name: a.Name})
	}
	for _, u := range units {
		row := Row{ID: u.ID, Name: u.Name}
		for _, a := range b.Areas {
			row.Cells = append(row.Cells, e.boardCell(a, u))
		}
		t.Rows = append(t.Rows, row)
	}
	t.Sentence = boardSentence(b, len(units))
	return t
}

func (e *edition) boardCell(a BoardArea, u Name) Cell {
	for _, r := range a.Reports {
		if r.Unit.ID != u.ID {
			continue
		}
		c := word(r.counts(), LightTone(r.Light))
		if r.Light != "" {
			c.Text = report.Meaning(r.Light) + ": " + c.Text
		}
		c.Link = e.page("lagesrapporter") + "#" + ReportID(a.ID, u.ID)
		return c
	}
	return word("ej redovisat", Lacking)
}

// ReportID is the anchor of a unit's report for a part area.
func ReportID(area, unit string) string { return area + "-" + unit }

// counts says how much the report holds: "2 gjort, 1 pågår".
func (r UnitReport) counts() string {
	var parts []string
	for _, x := range []struct {
		items []string
		word  string
	}{{r.Done, "gjort"}, {r.Ongoing, "pågår"}, {r.Planned, "planerat"}, {r.Obstacles, "hinder"}} {
		if n := len(x.items); n > 0 {
			parts = append(parts, FormatNumber(float64(n), 0)+hardSpace+x.word)
		}
	}
	if parts == nil {
		return "inget skrivet"
	}
	return strings.Join(parts, ", ")
}
