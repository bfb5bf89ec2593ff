package compare

import (
	"slices"
	"strconv"
	"strings"

	"samverkan/internal/report"
)

// Fardplan is the county's road map: its areas × delregioner.
type Fardplan struct {
	Table Table // no rows when nothing has been sorted into it
	Areas []Area
}

// Area is an area of the road map with what each delregion does in it, in the order of the table.
type Area struct {
	Name
	Work []AreaWork
}

// AreaWork is a delregion's work in an area, in words: "1 mål", "3 aktiviteter", "2 klara, 1 pågår"; "" where there is none.
type AreaWork struct{ Goals, Activities, Status string }

// text is the work as one text; "" when there is none.
func (w AreaWork) text() string {
	parts := slices.DeleteFunc([]string{w.Goals, w.Activities}, func(s string) bool { return s == "" })
	text := strings.Join(parts, ", ")
	if w.Status != "" {
		text += ": " + w.Status
	}
	return text
}

// fardplan needs the submissions' goals and activities.
func (e *edition) fardplan() (f Fardplan) {
	t := Table{
		ID: "fardplan", Year: e.year, Title: "Färdplanens områden och delregionerna " + FormatYear(e.year), RowHead: "Område",
		Chart: Matrix, Example: e.example(),
	}
	for _, s := range e.out.Submissions {
		t.Columns = append(t.Columns, Column{ID: s.Delregion.ID, Name: s.Delregion.Name})
	}
	any := false
	for _, name := range e.names.Fardplan {
		area, row := Area{Name: name}, Row{ID: name.ID, Name: name.Name}
		for _, s := range e.out.Submissions {
			work := e.areaWork(s, name.ID)
			cell := word("inget redovisat", Lacking)
			if text := work.text(); text != "" {
				cell, any = word(text, Neutral), true
			}
			area.Work, row.Cells = append(area.Work, work), append(row.Cells, cell)
		}
		f.Areas, t.Rows = append(f.Areas, area), append(t.Rows, row)
	}
	if !any {
		return Fardplan{}
	}
	t.Sentence = fardplanSentence(f.Areas)
	f.Table = t
	return f
}

// fardplanSentence says which areas someone has reported something for.
func fardplanSentence(areas []Area) string {
	var silent []string
	for _, a := range areas {
		if !slices.ContainsFunc(a.Work, func(w AreaWork) bool { return w.text() != "" }) {
			silent = append(silent, "”"+a.Name.Name+"”")
		}
	}
	all := counted(len(areas), "inget", "område", "områden")
	if silent == nil {
		return sentence("alla " + all + " har mål eller aktiviteter från någon delregion")
	}
	return sentence(strconv.Itoa(len(areas)-len(silent)) + " av " + all +
		" har mål eller aktiviteter från någon delregion; inget är redovisat för " + andList(silent))
}

// areaWork counts a delregion's goals in an area, and its activities by status.
func (e *edition) areaWork(s Submission, area string) (work AreaWork) {
	goals, activities, statuses := 0, 0, map[report.ActivityStatus]int{}
	for _, w := range s.Goals {
		if !w.Works {
			continue
		}
		i := slices.IndexFunc(e.out.Goals, func(g Goal) bool { return g.Slug == w.Goal })
		if i >= 0 && slices.ContainsFunc(e.out.Goals[i].Fardplan, func(n Name) bool { return n.ID == area }) {
			goals++
		}
	}
	for _, a := range s.Activities {
		if slices.ContainsFunc(a.Fardplan, func(r report.Ref) bool { return r.ID == area }) {
			statuses[a.Status]++
			activities++
		}
	}
	if goals > 0 {
		work.Goals = goalCount(goals)
	}
	if activities > 0 {
		work.Activities, work.Status = activityCount(activities), statusWords(statuses)
	}
	return work
}

// statusWords says how far the activities have come, in the order of the statuses.
func statusWords(counts map[report.ActivityStatus]int) string {
	var parts []string
	for _, w := range []struct {
		status    report.ActivityStatus
		one, many string
	}{
		{report.Done, "klar", "klara"}, {report.Ongoing, "pågår", "pågår"}, {report.NotStarted, "inte påbörjad", "inte påbörjade"},
		{report.Paused, "pausad", "pausade"}, {report.Cancelled, "avbruten", "avbrutna"},
		{report.ActivityUnknown, "utan status", "utan status"},
	} {
		if n := counts[w.status]; n > 0 {
			parts = append(parts, counted(n, "", w.one, w.many))
		}
	}
	return strings.Join(parts, ", ")
}
