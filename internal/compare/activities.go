package compare

import (
	"strconv"

	"samverkan/internal/report"
)

// statusColumns are the activity statuses in the contract's order, and last the
// activities whose source says nothing of a status.
func statusColumns() []Column {
	tones := map[report.ActivityStatus]Tone{
		report.Done: Good, report.Ongoing: Partly, report.NotStarted: Uncertain,
		report.Paused: Uncertain, report.Cancelled: Bad,
	}
	var columns []Column
	for _, c := range report.ActivityStatus("").Choices() {
		columns = append(columns, Column{
			ID: c.Word, Name: upperFirst(c.Meaning), Unit: report.Count, Tone: tones[report.ActivityStatus(c.Word)],
		})
	}
	return append(columns, Column{ID: "ej-redovisad", Name: "Status ej redovisad", Unit: report.Count, Tone: Lacking})
}

// activities compares the year's activities.
func (e *edition) activities() Activities {
	var a Activities
	for _, of := range e.register {
		a.Items = append(a.Items, e.activitiesOf(of)...)
	}
	for _, item := range a.Items {
		if item.Late {
			a.Late = append(a.Late, item)
		}
	}
	a.Status = e.statusTable(a.Items)
	a.Areas = e.activityAreas(a.Items)
	a.Timeline = e.timeline("aktiviteter-tidslinje", "Aktiviteter över tid "+FormatYear(e.year), a.Items, true)
	a.Sentence = a.Status.Sentence
	return a
}

func (e *edition) activitiesOf(of Delregion) []Activity {
	sub := e.sub(of.ID)
	if sub == nil {
		return nil
	}
	var items []Activity
	for _, ra := range sub.Activities {
		a := Activity{Activity: ra, Delregion: of, Source: e.sourceName(ra.Source, sub.Delivery.Source)}
		if ra.Area.ID != "" {
			a.AreaName = lookup(e.names.Areas, ra.Area.ID).Name
		}
		a.Late, a.LateText = e.late(ra)
		items = append(items, a)
	}
	return items
}

// late judges an activity against the last day of the year. Without a reported status
// nobody knows, so it is never called late: the text only says what was planned.
func (e *edition) late(a report.Activity) (bool, string) {
	due := a.Due
	if due.IsZero() || due.Ongoing || due.To.IsZero() || due.To.Compare(lastDay(e.year)) > 0 {
		return false, ""
	}
	planned := "skulle vara klart " + LowerFirst(due.Text)
	switch a.Status {
	case report.Done:
		return false, ""
	case report.Cancelled:
		return false, planned + "; avbruten"
	case report.ActivityUnknown:
		return false, planned + "; status ej redovisad"
	}
	return true, planned + "; redovisas som " + report.Meaning(a.Status)
}

// statusTable counts activities per delregion and status. Activities aren't people,
// so nothing is masked.
func (e *edition) statusTable(items []Activity) Table {
	t := Table{
		ID: "aktiviteter-status", Year: e.year, RowHead: "Delregion", Columns: statusColumns(), Chart: Shares,
		Title: "Aktiviteter efter status " + FormatYear(e.year), Unit: report.Count, Example: e.example(),
	}
	for _, of := range e.register {
		row := Row{ID: of.ID, Name: of.Name, Link: e.page(of.ID)}
		for i := range t.Columns {
			row.Cells = append(row.Cells, e.statusCell(of, t.Columns[i].ID, items))
		}
		t.Rows = append(t.Rows, row)
	}
	if len(items) == 0 {
		t.Chart = NoChart
	} else {
		t.Rows = append(t.Rows, sumRow(t))
	}
	t.Sentence = statusSentence(items, len(e.register))
	return t
}

func (e *edition) statusCell(of Delregion, column string, items []Activity) Cell {
	if e.sub(of.ID) == nil {
		return gap(NotSubmitted, e.notSubmittedNote(of))
	}
	n, any := 0, false
	for _, a := range items {
		if a.Delregion.ID != of.ID {
			continue
		}
		any = true
		if ifEmpty(string(a.Status), "ej-redovisad") == column {
			n++
		}
	}
	if !any {
		return gap(Missing, "Uppgift saknas: "+of.Name+" har inte redovisat några aktiviteter för "+FormatYear(e.year)+".")
	}
	return countCell(n)
}

// countCell is a count of things that aren't people.
func countCell(n int) Cell {
	return Cell{State: Shown, Number: float64(n), Unit: report.Count, Text: FormatNumber(float64(n), 0)}
}

// sumRow adds up what the rows show, column by column.
func sumRow(t Table) Row {
	row := Row{ID: report.CountyID, Name: "Summa", Total: true}
	for i := range t.Columns {
		n := 0
		for _, r := range t.Rows {
			if r.Cells[i].State == Shown {
				n += int(r.Cells[i].Number)
			}
		}
		row.Cells = append(row.Cells, countCell(n))
	}
	return row
}

// statusSentence counts activities by status; all is the number of delregioner that are
// compared, 0 when the activities are one delregion's.
func statusSentence(items []Activity, all int) string {
	if len(items) == 0 {
		return sentence("ingen delregion har redovisat några aktiviteter")
	}
	with := map[string]bool{}
	counts := map[report.ActivityStatus]int{}
	late := 0
	for _, a := range items {
		with[a.Delregion.ID] = true
		counts[a.Status]++
		if a.Late {
			late++
		}
	}
	s := activityCount(len(items)) + plural(float64(len(items)), " är redovisad", " är redovisade")
	if all > 0 {
		s = ofDelregioner(len(with), all) + " redovisar sammanlagt " + activityCount(len(items))
	}
	if len(items) == 1 {
		s += ", och den " + statusCounts(counts)[len("1 "):]
	} else {
		s += ": " + statusCounts(counts)
	}
	if late > 0 {
		s += "; " + strconv.Itoa(late) + " skulle ha varit " + plural(float64(late), "klar", "klara") + " före årets slut men är det inte"
	}
	return sentence(s)
}

func statusCounts(counts map[report.ActivityStatus]int) string {
	words := map[report.ActivityStatus][2]string{
		report.Done: {"är klar", "är klara"}, report.Ongoing: {"pågår", "pågår"},
		report.NotStarted: {"är inte påbörjad", "är inte påbörjade"}, report.Paused: {"är pausad", "är pausade"},
		report.Cancelled: {"är avbruten", "är avbrutna"}, report.ActivityUnknown: {"saknar redovisad status", "saknar redovisad status"},
	}
	var parts []string
	for _, c := range append(report.ActivityStatus("").Choices(), report.Choice{}) {
		st := report.ActivityStatus(c.Word)
		if n := counts[st]; n > 1 && len(counts) == 1 {
			return "alla " + words[st][1]
		} else if n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+plural(float64(n), words[st][0], words[st][1]))
		}
	}
	return andList(parts)
}
