package compare

import (
	"slices"

	"samverkan/internal/period"
	"samverkan/internal/report"
)

// Said is what one submission says.
type Said struct {
	By   Delregion
	Text string
}

// Conflict is something that submissions contradict each other about.
type Conflict struct {
	Key   string // of the contract: "status"
	About string // in words: "Status"
	Said  []Said
}

// together puts together what several submissions tell of one delprojekt, by their
// places among those told, and notes with each who else tells of it.
func together(told []Subproject, group []int) Subproject {
	all := make([]Subproject, len(group))
	for i, at := range group {
		all[i] = told[at]
	}
	p := all[0]
	if len(all) == 1 {
		return p
	}
	p.Owners, p.Participants, p.FollowUps, p.Comments, p.Sources = nil, nil, nil, nil, nil
	for i, x := range all {
		p.Number = max(p.Number, x.Number)
		p.Owners = append(p.Owners, x.Owners...)
		p.Participants = union(p.Participants, x.Participants)
		p.Sources = union(p.Sources, x.Sources)
		p.Comments = append(p.Comments, x.Comments...)
		for _, u := range x.FollowUps {
			if !slices.ContainsFunc(p.FollowUps, func(v FollowUp) bool { return v.When.Equal(u.When) && v.Result == u.Result }) {
				p.FollowUps = append(p.FollowUps, u)
			}
		}
		told[group[i]].Item = p.ID
		for j, other := range all {
			if j != i {
				told[group[i]].Also = append(told[group[i]].Also, other.Owners...)
			}
		}
	}
	slices.SortStableFunc(p.FollowUps, func(a, b FollowUp) int { return a.When.From.Compare(b.When.From) })
	p.agreeOnStatus(all)
	p.agreeOnDecision(all)
	p.agreeOnChecklist(all)
	return p
}

func union(list, more []string) []string {
	for _, x := range more {
		if !slices.Contains(list, x) {
			list = append(list, x)
		}
	}
	return list
}

// agreeOnStatus keeps a status that nobody contradicts.
func (p *Subproject) agreeOnStatus(all []Subproject) {
	var said []Said
	p.Status = ""
	differ := false
	for _, x := range all {
		if x.Status == "" {
			continue
		}
		differ = differ || len(said) > 0 && x.Status != p.Status
		p.Status = x.Status
		said = append(said, Said{x.Owners[0], report.Meaning(x.Status)})
	}
	if differ {
		p.Status = ""
		p.Conflicts = append(p.Conflicts, Conflict{"status", "Status", said})
	}
}

// agreeOnDecision keeps the most exact time, unless they can't all be true.
func (p *Subproject) agreeOnDecision(all []Subproject) {
	var said []Said
	p.Decided = period.Period{}
	differ := false
	for _, x := range all {
		d := x.Decided
		if d.IsZero() {
			continue
		}
		said = append(said, Said{x.Owners[0], LowerFirst(d.Text)})
		switch now := p.Decided; {
		case now.IsZero() || now.From.Compare(d.From) <= 0 && d.To.Compare(now.To) <= 0:
			p.Decided = d
		case d.To.Compare(now.From) < 0 || now.To.Compare(d.From) < 0:
			differ = true
		}
	}
	if differ {
		p.Decided = period.Period{}
		p.Conflicts = append(p.Conflicts, Conflict{"beslut", "Beslut", said})
	}
}

// agreeOnChecklist puts the answers together question by question. Words are kept from
// all; a yes and a no contradict each other.
func (p *Subproject) agreeOnChecklist(all []Subproject) {
	p.Checklist = slices.Clone(p.Checklist)
	for i := range p.Checklist {
		line := &p.Checklist[i]
		var said, texts []Said
		line.Answer, line.Text = NotSaid, ""
		for _, x := range all {
			told, by := x.Checklist[i], x.Owners[0]
			if told.Answer == NotSaid {
				continue
			}
			if line.Answer != NotSaid && line.Answer != told.Answer {
				line.Answer = Differs
			} else if line.Answer == NotSaid {
				line.Answer = told.Answer
			}
			said = append(said, Said{by, answerWords[told.Answer]})
			if told.Text != "" {
				texts = append(texts, Said{by, told.Text})
			}
		}
		line.Text = Attributed(texts)
		if line.Answer == Differs {
			p.Conflicts = append(p.Conflicts, Conflict{line.Key, line.Question, said})
		}
	}
	p.Documented = documented(p.Checklist)
}

// Attributed is a text by itself, or several with who says what.
func Attributed(texts []Said) string {
	if len(texts) == 1 {
		return texts[0].Text
	}
	s := ""
	for i, t := range texts {
		if i > 0 {
			s += " "
		}
		s += t.By.Name + ": " + t.Text
	}
	return s
}
