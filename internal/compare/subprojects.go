package compare

import (
	"cmp"
	"slices"
	"strconv"

	"samverkan/internal/period"
	"samverkan/internal/report"
)

// Subprojects is the year's register of delprojekt.
type Subprojects struct {
	Items     []Subproject // one per delprojekt, whoever reports it; by number, then as written
	Told      []Subproject // as each submission tells of them, in register order
	Status    Table        // how many have come how far
	Checklist Table        // projects × what should be documented
	Sentence  string
}

// Subproject is a delprojekt with its names looked up. What several submissions say of
// it has been put together; where they contradict each other nothing is said but in
// Conflicts.
type Subproject struct {
	ID           string // anchor
	Number       int
	Name         string
	Owners       []Delregion // whose submissions tell of it, register order
	Item         string      // of one that is told: the anchor of what all say of it
	Also         []Delregion // of one that is told: who else tells of it
	Status       report.SubprojectStatus
	Decided      period.Period
	Participants []string
	FollowUps    []FollowUp
	Checklist    []Check
	Documented   int
	Comments     []Said
	Conflicts    []Conflict
	Sources      []string
}

// FollowUp is one follow-up of a subproject.
type FollowUp struct {
	When   period.Period
	Result string
	By     Delregion
}

// subprojects compares the year's delprojekt.
func (e *edition) subprojects() Subprojects {
	var s Subprojects
	var groups [][]int // of those told, the ones that tell of the same project
	var written []report.Subproject
	e.eachSubmission(func(of Delregion, sub *report.Submission) {
		first := len(written) // a submission doesn't tell of one project twice
		for n, p := range sub.Subprojects {
			at := slices.IndexFunc(groups, func(g []int) bool {
				return g[len(g)-1] < first && written[g[0]].Same(p)
			})
			if at < 0 {
				at, groups = len(groups), append(groups, nil)
			}
			groups[at] = append(groups[at], len(written))
			written = append(written, p)
			s.Told = append(s.Told, e.subproject(of, n, p, sub.Delivery.Source))
		}
	})
	if len(s.Told) == 0 {
		return s
	}
	for _, g := range groups {
		s.Items = append(s.Items, together(s.Told, g))
	}
	slices.SortStableFunc(s.Items, func(a, b Subproject) int {
		return cmp.Or(cmp.Compare(boolCount(a.Number == 0), boolCount(b.Number == 0)), cmp.Compare(a.Number, b.Number))
	})
	s.Sentence = subprojectSentence(s.Items)
	s.Status = e.subprojectStatus(s)
	var lists []checked
	for _, p := range s.Items {
		lists = append(lists, checked{p.ID, p.Label(), e.page("delprojekt") + "#" + p.ID, p.Checklist})
	}
	s.Checklist = e.checklistTable("delprojekt-checklista", "Vad som är dokumenterat om varje delprojekt "+FormatYear(e.year), "Delprojekt", listedProjects, lists)
	return s
}

// subproject is what one submission tells.
func (e *edition) subproject(of Delregion, n int, p report.Subproject, delivered report.Ref) Subproject {
	s := Subproject{
		ID: subprojectID(of, n), Item: subprojectID(of, n), Number: p.Number, Name: p.Name, Owners: []Delregion{of}, Status: p.Status,
		Decided: p.Decided.Period, Checklist: checklistOf(p.Checklist),
	}
	for _, ref := range p.Participants {
		s.Participants = append(s.Participants, e.unitName(ref.ID).Name)
	}
	for _, u := range p.FollowUps {
		s.FollowUps = append(s.FollowUps, FollowUp{u.Date.Period, u.Result, of})
	}
	if p.Comment != "" {
		s.Comments = []Said{{of, p.Comment}}
	}
	if source := e.sourceName(p.Source, delivered); source != "" {
		s.Sources = []string{source}
	}
	s.Documented = documented(s.Checklist)
	return s
}

func subprojectID(of Delregion, n int) string { return "delprojekt-" + of.ID + "-" + strconv.Itoa(n+1) }

// Label is the project's number and name.
func (s Subproject) Label() string {
	if s.Number == 0 {
		return s.Name
	}
	return strconv.Itoa(s.Number) + ". " + s.Name
}

// subprojectStates are the statuses of the contract, and what else there is to say of
// how far a project has come.
var subprojectStates = append(report.SubprojectStatus("").Choices(),
	report.Choice{Word: "olika", Meaning: "redovisas olika"}, report.Choice{Word: "ej-redovisad", Meaning: "status ej redovisad"})

var subprojectTones = map[string]Tone{
	"initierat": Uncertain, "pagaende": Partly, "slutrapporterat": Good, "uppfoljt": Good, "avslutat": Neutral,
	"olika": Uncertain, "ej-redovisad": Lacking,
}

// state is the project's among subprojectStates.
func (s Subproject) state() report.Choice {
	word := string(s.Status)
	if word == "" {
		word = "ej-redovisad"
		if slices.ContainsFunc(s.Conflicts, func(c Conflict) bool { return c.Key == "status" }) {
			word = "olika"
		}
	}
	for _, c := range subprojectStates {
		if c.Word == word {
			return c
		}
	}
	return report.Choice{Word: word, Meaning: word}
}

// State says how far the project has come, in a word, and how that is meant.
func (s Subproject) State() (string, Tone) {
	c := s.state()
	return c.Meaning, subprojectTones[c.Word]
}

// subprojectStatus counts projects by status, in one row.
func (e *edition) subprojectStatus(s Subprojects) Table {
	t := Table{
		ID: "delprojekt-status", Year: e.year, RowHead: "Delprojekt", Chart: Distribution, Unit: report.Count,
		Title: "Delprojekt efter status " + FormatYear(e.year), Sentence: s.Sentence, Example: e.example(),
		Notes: []string{"Omfattar bara de delprojekt som redovisas var för sig här, inte andra som kan ha startats."},
	}
	row := Row{ID: "delprojekt", Name: "Delprojekt"}
	for i, c := range subprojectStates {
		n := 0
		for _, p := range s.Items {
			n += boolCount(p.state().Word == c.Word)
		}
		if i >= len(subprojectStates)-2 && n == 0 {
			continue
		}
		t.Columns = append(t.Columns, Column{ID: c.Word, Name: upperFirst(c.Meaning), Unit: report.Count, Tone: subprojectTones[c.Word]})
		row.Cells = append(row.Cells, countCell(n))
	}
	t.Rows = []Row{row}
	return t
}
