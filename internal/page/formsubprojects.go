package page

import (
	"html/template"

	"samverkan/internal/compare"
	"samverkan/internal/markdown"
)

// SubprojectsPage is the year's register of delprojekt.
type SubprojectsPage struct {
	FormHead
	Status    *Figure
	Checklist *Figure
	Projects  []SubprojectView
	Sources   []string
}

// SubprojectView is one delprojekt.
type SubprojectView struct {
	ID, Label  string
	Status     Status
	Facts      []Fact
	FollowUps  []Fact // when, and what it showed
	Comments   []template.HTML
	Conflicts  []Fact // what those who report it say differently
	Documented string
	Checks     []CheckView // those that have an answer in words
	Unsaid     string
}

// CheckView is a line of a checklist that says something in words.
type CheckView struct {
	Question string
	Text     template.HTML
}

func subprojectForm() formPage {
	return formPage{
		key: "delprojekt", dir: "delprojekt", layout: "subprojects", title: "Delprojekt", more: "Alla delprojekt",
		has:      func(y *compare.Year) bool { return len(y.Forms.Subprojects.Items) > 0 },
		sentence: func(y *compare.Year) string { return y.Forms.Subprojects.Sentence },
		fill:     fillSubprojects,
	}
}

func fillSubprojects(p *pen, y *compare.Year, head FormHead) any {
	s, page := &y.Forms.Subprojects, &SubprojectsPage{FormHead: head}
	page.Frame.Wide = true // a checklist has many columns
	if f := p.figure(&s.Status); f != nil {
		page.Status = f.turned(&s.Status, "Antal", "Andel").top().without(s.Sentence)
	}
	page.Checklist = p.figure(&s.Checklist).top().marked(&s.Checklist)
	for _, item := range s.Items {
		page.Projects = append(page.Projects, subprojectView(item, ""))
		page.Sources = append(page.Sources, item.Sources...)
	}
	page.Sources = distinct(page.Sources)
	return page
}

func subprojectView(s compare.Subproject, prefix string) SubprojectView {
	state, tone := s.State()
	v := SubprojectView{ID: prefix + s.ID, Label: s.Label(), Status: status(tone, state)}
	decided := "ej redovisat"
	if !s.Decided.IsZero() {
		decided = compare.LowerFirst(s.Decided.Text)
	}
	v.Facts = []Fact{{Term: "Beslut", Text: decided}}
	if len(s.Participants) > 0 {
		v.Facts = append(v.Facts, Fact{Term: "Deltagare", Text: sentenceList(s.Participants)})
	}
	v.Facts = append(v.Facts, Fact{Term: "Redovisas av", Text: sentenceList(ownerNames(s.Owners))})
	for _, u := range s.FollowUps {
		when := capital(u.When.Text)
		if when == "" {
			when = "Tid ej redovisad"
		}
		if len(s.Owners) > 1 {
			when += ", " + u.By.Name
		}
		v.FollowUps = append(v.FollowUps, Fact{Term: when, Text: u.Result})
	}
	for _, c := range s.Comments {
		v.Comments = append(v.Comments, attributed(c, len(s.Comments) > 1))
	}
	for _, c := range s.Conflicts {
		var said []string
		for _, x := range c.Said {
			said = append(said, x.By.Name+" skriver "+x.Text)
		}
		v.Conflicts = append(v.Conflicts, Fact{Term: c.About, Text: sentenceList(said)})
	}
	v.checks(s)
	return v
}

// toldView is what one submission says of a project, with the way to what others say.
func (p *pen) toldView(year int, s compare.Subproject, prefix string) SubprojectView {
	v := subprojectView(s, prefix)
	if len(s.Also) > 0 {
		register := p.page(yearPath(year, "delprojekt")+"#"+s.Item, sentenceList(ownerNames(s.Also)))
		v.Facts = append(v.Facts, Fact{Term: "Redovisas också av", Text: register.Text, Href: register.Href})
	}
	return v
}

// attributed is what one submission says, with whose it is where there are several.
func attributed(s compare.Said, named bool) template.HTML {
	if !named {
		return markdown.Inline(s.Text)
	}
	return template.HTML("<b>"+template.HTMLEscapeString(s.By.Name)+":</b> ") + markdown.Inline(s.Text)
}

func ownerNames(owners []compare.Delregion) []string {
	var names []string
	for _, d := range owners {
		names = append(names, d.Name)
	}
	return names
}

// checks says how much is documented, and what: words in full, the rest by name.
func (v *SubprojectView) checks(s compare.Subproject) {
	v.Documented = counted(s.Documented, "punkt", "punkter") + " av " + group(len(s.Checklist)) + " dokumenterade"
	var no, unsaid []string
	for _, c := range s.Checklist {
		switch {
		case c.Text != "":
			v.Checks = append(v.Checks, CheckView{c.Question, markdown.Inline(c.Text)})
		case c.Answer == compare.No:
			no = append(no, compare.LowerFirst(c.Question))
		case c.Answer == compare.NotSaid:
			unsaid = append(unsaid, compare.LowerFirst(c.Question))
		}
	}
	if len(no) > 0 {
		v.Unsaid = "Nej: " + sentenceList(no) + "."
	}
	if len(unsaid) == len(s.Checklist) {
		v.Documented, v.Unsaid = "Checklistan är inte ifylld", ""
	} else if len(unsaid) > 0 {
		v.Unsaid += " Ej redovisat: " + sentenceList(unsaid) + "."
	}
}

// marked shows a checklist's answers by their shape alone, since the words in every
// cell would need more room than a page has. They are still there to be heard.
func (f *Figure) marked(t *compare.Table) *Figure {
	if f == nil {
		return nil
	}
	differs, _ := compare.Differs.Say()
	found := false
	for i, r := range t.Rows {
		for j, c := range r.Cells {
			found = found || c.Text == differs
			if v := &f.Table.Rows[i].Cells[j]; !r.Total && c.State == compare.Words {
				v.Spoken, v.Text = c.Text, ""
			}
		}
	}
	f.Table.Width = "tecknad"
	for _, answer := range []compare.Answer{compare.Yes, compare.No} {
		word, tone := answer.Say()
		f.Legend = append(f.Legend, shapeKey(tone, capital(word)+"."))
	}
	f.Legend = append(f.Legend, KeyItem{Sign: "–", Meaning: "Ej redovisat."})
	if found {
		f.Legend = append(f.Legend, shapeKey(compare.Partly, "De som redovisar delprojektet svarar olika."))
	}
	return f
}
