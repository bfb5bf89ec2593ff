package page

import (
	"html/template"

	"samverkan/internal/compare"
	"samverkan/internal/markdown"
)

// FormsBody is what an owner has reported in the rarer forms, for a page that gathers
// everything of that owner.
type FormsBody struct {
	Prefix     string
	Situations []SituationArea
	Maps       []RoadMapView
	Surveys    []SurveyView
	Projects   []SubprojectView
	Checklist  []CheckLine
}

// CheckLine is a line of a submission's own checklist.
type CheckLine struct {
	Question string
	Status   Status
	Text     template.HTML
}

// formsBody gathers what the submission of owner holds.
func (p *pen) formsBody(y *compare.Year, s *compare.Submission, prefix string) FormsBody {
	b, owner := FormsBody{Prefix: prefix}, s.Delregion.ID
	for _, a := range y.Forms.Board.Areas {
		if v := situationArea(a, prefix, owner); len(v.Reports) > 0 {
			b.Situations = append(b.Situations, v)
		}
	}
	for i := range y.Forms.RoadMaps {
		if v := roadMapView(&y.Forms.RoadMaps[i], prefix, owner); len(v.Areas) > 0 {
			b.Maps = append(b.Maps, v)
		}
	}
	for i := range y.Forms.Surveys {
		if x := &y.Forms.Surveys[i]; x.Owner.ID == owner {
			b.Surveys = append(b.Surveys, p.surveyView(y, x, prefix))
		}
	}
	for _, x := range y.Forms.Subprojects.Told {
		if x.Owners[0].ID == owner {
			b.Projects = append(b.Projects, p.toldView(y.Year, x, prefix))
		}
	}
	for _, c := range s.Checklist {
		b.Checklist = append(b.Checklist, CheckLine{c.Question, answerStatus(c.Answer), markdown.Inline(c.Text)})
	}
	return b
}

func answerStatus(a compare.Answer) Status {
	word, tone := a.Say()
	return status(tone, word)
}

// sections are those that hold something, in the page's order.
func (b FormsBody) sections() []Section {
	var list []Section
	add := func(n int, id, title string) {
		if n > 0 {
			list = append(list, Section{b.Prefix + id, title})
		}
	}
	add(len(b.Situations), "lagesrapporter", "Lägesrapporter")
	add(len(b.Maps), "effektmal", "Effektmål")
	add(len(b.Projects), "delprojekt", "Delprojekt")
	add(len(b.Surveys), "enkater", "Enkäter")
	add(len(b.Checklist), "checklista", "Vad som är dokumenterat")
	return list
}

// countyBody is the county's own submission; nil when it says nothing.
func (p *pen) countyBody(y *compare.Year) *DelregionBody {
	if y.County == nil || !y.County.Delivered {
		return nil
	}
	b := p.reportedBody(y, y.County, "lanets-")
	if len(b.sectionList()) < 2 { // nothing but where it comes from
		return nil
	}
	return &b
}

// countyBrief is the same without the forms, which have pages of their own.
func (p *pen) countyBrief(y *compare.Year) *DelregionChapter {
	b := p.countyBody(y)
	if b == nil {
		return nil
	}
	b.Forms, b.Budget = FormsBody{}, nil
	if len(b.sectionList()) < 2 {
		return nil
	}
	return &DelregionChapter{Section{b.ID, "Gemensamma uppgifter"}, p.lowered("delregion", b), b.contents()}
}
