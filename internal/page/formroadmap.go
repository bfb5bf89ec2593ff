package page

import (
	"fmt"
	"html/template"

	"samverkan/internal/compare"
	"samverkan/internal/markdown"
	"samverkan/internal/report"
)

// RoadMapPage is what areas are to have achieved, by year up to the vision.
type RoadMapPage struct {
	FormHead
	Maps []RoadMapView
}

// RoadMapView is one road map.
type RoadMapView struct {
	Section
	Sentence  string
	Areas     []RoadAreaView
	Bare      bool // some area has nothing at some stage
	Sources   []string
	Downloads []Link
}

// RoadAreaView is one area's way to its vision.
type RoadAreaView struct {
	Section
	Stages []StageView
}

// StageView is a year, or years, of an area's way.
type StageView struct {
	Name   string
	Vision bool
	Steps  []StepView
}

// StepView is something to be achieved.
type StepView struct {
	Text, Comment template.HTML
	Status        *Status // nil where the source says nothing
}

func roadMapForm() formPage {
	return formPage{
		key: "effektmal", dir: "effektmal", layout: "roadmap", title: "Effektmål", more: "Vägen år för år",
		has: func(y *compare.Year) bool { return len(y.Forms.RoadMaps) > 0 },
		sentence: func(y *compare.Year) string {
			if len(y.Forms.RoadMaps) == 0 {
				return ""
			}
			return y.Forms.RoadMaps[0].Sentence
		},
		fill: fillRoadMap,
	}
}

func fillRoadMap(p *pen, y *compare.Year, head FormHead) any {
	page := &RoadMapPage{FormHead: head}
	page.Lead = fmt.Sprintf("Vad varje område ska ha uppnått, år för år fram till visionen, som det redovisas %d.", y.Year)
	page.Description, page.Frame.Wide = page.Lead, true
	for i := range y.Forms.RoadMaps {
		m := &y.Forms.RoadMaps[i]
		view := roadMapView(m, "", "")
		view.Downloads = p.downloads(&m.Table)
		page.Maps = append(page.Maps, view)
	}
	return page
}

// roadMapView is the view of a map; with an owner only of what that one has reported.
func roadMapView(m *compare.RoadMap, prefix, owner string) RoadMapView {
	v := RoadMapView{Section: Section{prefix + "karta-" + m.ID, m.Title}, Sources: m.Sources}
	if owner == "" {
		v.Sentence = m.Sentence
	}
	for _, a := range m.Areas {
		area := RoadAreaView{Section: Section{prefix + a.ID, a.Name}}
		for i, steps := range a.Stages {
			st := StageView{Name: m.Stages[i].Name, Vision: m.Stages[i].Vision}
			for _, s := range steps {
				if owner == "" || s.Owner == owner {
					st.Steps = append(st.Steps, stepView(s))
				}
			}
			bare := len(st.Steps) == 0 && owner == "" && a.Awaits(m.Stages, i)
			v.Bare = v.Bare || bare
			if len(st.Steps) > 0 || bare {
				area.Stages = append(area.Stages, st)
			}
		}
		if len(area.Stages) > 0 {
			v.Areas = append(v.Areas, area)
		}
	}
	return v
}

func stepView(s compare.Step) StepView {
	v := StepView{Text: markdown.Inline(s.Text), Comment: markdown.Inline(s.Comment)}
	if s.Status != report.ActivityUnknown {
		st := status(activityTones[s.Status], report.Meaning(s.Status))
		v.Status = &st
	}
	return v
}
