package compare

import (
	"cmp"
	"slices"
	"strings"

	"samverkan/internal/period"
	"samverkan/internal/report"
)

// RoadMap is what areas are to have achieved, by year up to the vision. Target effects
// make one map; milestones with their target image another, since their years differ.
type RoadMap struct {
	ID, Title  string
	Milestones bool
	Stages     []Stage // in time, the vision last
	Areas      []RoadArea
	Table      Table // areas × stages, for download
	Sentence   string
	Sources    []string
}

// Stage is a column of a road map.
type Stage struct {
	ID, Name string // "2026–2027", "Vision 2028"
	Vision   bool
	from, to period.Date
}

// RoadArea is an area's way; Stages are as many as the map's.
type RoadArea struct {
	ID, Name string
	Stages   [][]Step
}

// Step is what is to have been achieved at a stage.
type Step struct {
	Owner         string // id of the delregion whose submission it stands in
	Text, Comment string
	Kind          report.EffectKind
	Status        report.ActivityStatus
}

// roadMaps are the year's, without those that nobody has.
func (e *edition) roadMaps() []RoadMap {
	all := e.effects()
	var maps []RoadMap
	for _, m := range []RoadMap{
		{ID: "effektmal", Title: "Effektmål per delområde"},
		{ID: "milstolpar", Title: "Milstolpar och målbild per område", Milestones: true},
	} {
		var own []owned[report.Effect]
		for _, x := range all {
			if isMilestone(x.item) == m.Milestones {
				own = append(own, x)
			}
		}
		if len(own) > 0 {
			maps = append(maps, e.roadMap(m, own))
		}
	}
	return maps
}

func isMilestone(x report.Effect) bool {
	return x.Kind == report.Milestone || x.Kind == report.TargetImage
}

func (e *edition) effects() []owned[report.Effect] {
	var all []owned[report.Effect]
	e.eachSubmission(func(of Delregion, sub *report.Submission) {
		for _, x := range sub.Effects {
			all = append(all, owned[report.Effect]{x, of, e.sourceName(x.Source, sub.Delivery.Source)})
		}
	})
	return all
}

func (e *edition) roadMap(m RoadMap, all []owned[report.Effect]) RoadMap {
	for _, x := range all {
		st := stageOf(x.item)
		if !slices.ContainsFunc(m.Stages, func(s Stage) bool { return s.ID == st.ID }) {
			m.Stages = append(m.Stages, st)
		}
		if !slices.Contains(m.Sources, x.source) {
			m.Sources = append(m.Sources, x.source)
		}
	}
	slices.SortStableFunc(m.Stages, func(a, b Stage) int {
		return cmp.Or(cmp.Compare(boolCount(a.Vision), boolCount(b.Vision)), a.from.Compare(b.from), strings.Compare(a.ID, b.ID))
	})
	for _, x := range all {
		a := m.area(x.item.PartArea)
		for i, st := range m.Stages {
			if st.ID == stageOf(x.item).ID {
				a.Stages[i] = append(a.Stages[i], Step{Owner: x.of.ID, Text: x.item.Text, Comment: x.item.Comment, Kind: x.item.Kind, Status: x.item.Status})
			}
		}
	}
	m.Sentence = roadSentence(m)
	m.Table = e.roadTable(m)
	return m
}

// area finds an area by its name, or adds it.
func (m *RoadMap) area(name string) *RoadArea {
	for i := range m.Areas {
		if m.Areas[i].Name == name {
			return &m.Areas[i]
		}
	}
	m.Areas = append(m.Areas, RoadArea{ID: m.ID + "-" + idOf(name), Name: name, Stages: make([][]Step, len(m.Stages))})
	return &m.Areas[len(m.Areas)-1]
}

// stageOf is the column that an effect belongs to.
func stageOf(x report.Effect) Stage {
	name, whole := FormatYear(x.Year), period.OfYear(x.Year)
	if !x.Period.IsZero() {
		name, whole = x.Period.Text, x.Period.Period
	}
	from, to := whole.From, whole.To
	switch {
	case x.Vision && x.Year == 0 && x.Period.IsZero():
		return Stage{ID: "vision", Name: "Vision", Vision: true}
	case x.Vision:
		return Stage{ID: "vision-" + idOf(name), Name: "Vision " + name, Vision: true, from: from, to: to}
	case x.Kind == report.TargetImage:
		return Stage{ID: "malbild-" + idOf(name), Name: "Målbild " + name, from: from, to: to}
	case x.Year == 0 && x.Period.IsZero():
		return Stage{ID: "utan-ar", Name: "År ej redovisat", from: period.Date{Year: 9999}}
	}
	return Stage{ID: idOf(name), Name: name, from: from, to: to}
}

// Awaits reports whether an empty stage i is shown as empty: not where the same time is
// covered by another stage, nor where there is only a vision.
func (a RoadArea) Awaits(stages []Stage, i int) bool {
	years := false
	for j, steps := range a.Stages {
		if len(steps) == 0 || stages[j].Vision {
			continue
		}
		years = true
		apart := stages[j].to.Compare(stages[i].from) < 0 || stages[i].to.Compare(stages[j].from) < 0
		if !apart && !stages[i].Vision {
			return false
		}
	}
	return years
}

// noun counts the entries by what they are called.
func (m RoadMap) noun(n int) string {
	if m.Milestones {
		return counted(n, "ingen", "milstolpe eller målbild", "milstolpar och målbilder")
	}
	return counted(n, "inget", "effektmål", "effektmål")
}

// none is how many entries, in the gender of what they are called.
func (m RoadMap) none(n int) string {
	if m.Milestones {
		return noneOr(n, "ingen")
	}
	return noneOr(n, "inget")
}

// finished says of n entries that they are.
func (m RoadMap) finished(n int) string {
	switch {
	case n > 1:
		return "klara"
	case m.Milestones:
		return "klar"
	}
	return "klart"
}

// stageWords is a stage in running text: "2024", "visionen", "”Målbild 2028”".
func stageWords(s Stage) string {
	switch {
	case s.ID == "vision":
		return "visionen"
	case s.Vision || strings.HasPrefix(s.ID, "malbild-") || s.ID == "utan-ar":
		return quoted(s.Name)
	}
	return LowerFirst(s.Name)
}

// roadTable holds the same in words.
func (e *edition) roadTable(m RoadMap) Table {
	t := Table{
		ID: m.ID, Year: e.year, RowHead: "Delområde", Title: m.Title + " " + FormatYear(e.year),
		Sentence: m.Sentence, Example: e.example(),
	}
	for _, st := range m.Stages {
		t.Columns = append(t.Columns, Column{ID: "steg-" + st.ID, Name: st.Name})
	}
	for _, a := range m.Areas {
		row := Row{ID: a.ID, Name: a.Name}
		for _, steps := range a.Stages {
			c := Cell{State: Empty}
			var texts []string
			for _, s := range steps {
				texts = append(texts, s.Text)
			}
			if len(texts) > 0 {
				c = word(strings.Join(texts, " | "), Neutral)
			}
			row.Cells = append(row.Cells, c)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
