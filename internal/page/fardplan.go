package page

import (
	"fmt"
	"slices"
	"strings"

	"samverkan/internal/compare"
	"samverkan/internal/report"
)

// FardplanPage sets the areas of the road map against the delregioner.
type FardplanPage struct {
	Frame
	Year        int
	Delregioner []Link
	Width       string // a class: how many columns the table has
	Areas       []FardplanArea
	Sentence    string
	Unsorted    string
}

// FardplanArea is an area with what each delregion does in it.
type FardplanArea struct {
	Section
	Description string
	Cells       []FardplanCell
}

// FardplanCell is a delregion's work in an area.
type FardplanCell struct {
	Delregion         string
	Goals, Activities string
	Done              string
	Empty             bool
}

func fardplanSheets(p *press) []sheet {
	var sheets []sheet
	for _, y := range p.cmp.Years {
		if !anyFardplan(p, y) {
			continue
		}
		sheets = append(sheets, sheet{
			path: yearPath(y.Year, "fardplan"), layout: "fardplan", title: "Färdplanen", year: y.Year,
			fill: func(p *pen) any { return fillFardplan(p, y) },
		})
	}
	return sheets
}

// anyFardplan reports whether any goal or activity says where in the road map it belongs.
func anyFardplan(p *press, y *compare.Year) bool {
	for _, a := range p.cmp.Catalogue.Fardplan {
		for _, s := range y.Submissions {
			if goals, statuses := inArea(y, s, a.ID); goals+len(statuses) > 0 {
				return true
			}
		}
	}
	return false
}

func fillFardplan(p *pen, y *compare.Year) any {
	page := &FardplanPage{Year: y.Year, Delregioner: p.delregionLinks(y.Year)}
	page.Frame = p.frame("Färdplanen", fmt.Sprintf(
		"Vilka områden i Färdplanen som delregionernas mål och aktiviteter %d hör till, och vilka som ingen redovisar något för.", y.Year))
	page.Frame.Wide, page.Width = true, tableWidth(len(page.Delregioner)+1)
	for _, a := range p.cmp.Catalogue.Fardplan {
		area := FardplanArea{Section: Section{"omrade-" + a.ID, a.Name}, Description: a.Description}
		for _, s := range y.Submissions {
			area.Cells = append(area.Cells, fardplanCell(y, s, a.ID))
		}
		page.Areas = append(page.Areas, area)
	}
	page.Sentence = fardplanSentence(page.Areas)
	if n := unsorted(y); n > 0 {
		page.Unsorted = capital(counted(n, "aktivitet", "aktiviteter")) + " har inte sorterats in i Färdplanen av delregionerna."
	}
	return page
}

// fardplanSentence says which areas someone has reported something for.
func fardplanSentence(areas []FardplanArea) string {
	var silent []string
	for _, a := range areas {
		if !slices.ContainsFunc(a.Cells, func(c FardplanCell) bool { return !c.Empty }) {
			silent = append(silent, "”"+a.Title+"”")
		}
	}
	if len(silent) == 0 {
		return "Alla " + counted(len(areas), "område", "områden") + " har mål eller aktiviteter från någon delregion."
	}
	return itoa(len(areas)-len(silent)) + " av " + counted(len(areas), "område", "områden") +
		" har mål eller aktiviteter från någon delregion; inget är redovisat för " + sentenceList(silent) + "."
}

func fardplanCell(y *compare.Year, s compare.Submission, area string) FardplanCell {
	goals, statuses := inArea(y, s, area)
	activities := 0
	for _, n := range statuses {
		activities += n
	}
	c := FardplanCell{Delregion: s.Delregion.Name, Empty: goals+activities == 0}
	if goals > 0 {
		c.Goals = counted(goals, "mål", "mål")
	}
	if activities > 0 {
		c.Activities = counted(activities, "aktivitet", "aktiviteter")
		c.Done = statusWords(statuses)
	}
	return c
}

// statusWords says how far the activities have come, in the order of the statuses.
func statusWords(counts map[report.ActivityStatus]int) string {
	words := []struct {
		status    report.ActivityStatus
		one, many string
	}{
		{report.Done, "klar", "klara"}, {report.Ongoing, "pågår", "pågår"}, {report.NotStarted, "inte påbörjad", "inte påbörjade"},
		{report.Paused, "pausad", "pausade"}, {report.Cancelled, "avbruten", "avbrutna"},
		{report.ActivityUnknown, "utan status", "utan status"},
	}
	var parts []string
	for _, w := range words {
		if n := counts[w.status]; n > 0 {
			parts = append(parts, counted(n, w.one, w.many))
		}
	}
	return strings.Join(parts, ", ")
}

// inArea counts a delregion's goals in an area, and its activities by status.
func inArea(y *compare.Year, s compare.Submission, area string) (goals int, statuses map[report.ActivityStatus]int) {
	statuses = map[report.ActivityStatus]int{}
	for _, w := range s.Goals {
		g := goalBySlug(y, w.Goal)
		if w.Works && g != nil && slices.ContainsFunc(g.Fardplan, func(n compare.Name) bool { return n.ID == area }) {
			goals++
		}
	}
	for _, a := range s.Activities {
		for _, ref := range a.Fardplan {
			if ref.ID == area {
				statuses[a.Status]++
			}
		}
	}
	return goals, statuses
}

func unsorted(y *compare.Year) int {
	n := 0
	for _, a := range y.Activities.Items {
		if len(a.Fardplan) == 0 {
			n++
		}
	}
	return n
}
