package check

import (
	"fmt"

	"samverkan/internal/report"
)

// post is an entry of a form, and the keys without which it has no place.
type post struct {
	node report.Node
	form string // heading, e.g. "lage"
	need []string
}

// posts are the entries of all forms of a submission.
func posts(sub *report.Submission) []post {
	var all []post
	add := func(n report.Node, form string, need ...string) { all = append(all, post{n, form, need}) }
	for _, g := range sub.Goals {
		add(g.Node, "mal", "id")
	}
	for _, g := range sub.Groups {
		add(g.Node, "grupp", "namn")
	}
	for _, a := range sub.Activities {
		add(a.Node, "aktivitet", "vad")
	}
	for _, s := range sub.Situations {
		add(s.Node, "lage", "enhet", "delomrade")
	}
	for _, e := range sub.Effects {
		add(e.Node, "effektmal", "delomrade", "text")
	}
	for _, p := range sub.Subprojects {
		add(p.Node, "delprojekt", "namn")
	}
	for _, s := range sub.Surveys {
		add(s.Node, "enkat", "fraga")
	}
	for _, b := range sub.Budget {
		add(b.Node, "budget", "post")
	}
	return all
}

// nameless finds entries of a form that don't say what they are about.
func nameless(s *site, r *reporter) {
	for _, sub := range s.Submissions {
		for _, p := range posts(sub) {
			for _, key := range p.need {
				if !p.node.Has(key) {
					r.add(p.node.Pos, fmt.Sprintf("[[%s]] saknar %s", p.form, key),
						fmt.Sprintf("skriv %s = \"…\" under rubriken, eller ta bort posten", key))
					break
				}
			}
		}
	}
}

// silentChecklist finds checklists that answer nothing.
func silentChecklist(s *site, r *reporter) {
	for _, sub := range s.Submissions {
		lists := []report.Checklist{}
		if sub.Has("checklista") {
			lists = append(lists, sub.Checklist)
		}
		for _, p := range sub.Subprojects {
			if p.Has("checklista") {
				lists = append(lists, p.Checklist)
			}
		}
		for _, c := range lists {
			if len(c.Keys) == 0 {
				r.add(c.Pos, "checklistan har inga svar",
					"svara på minst en fråga, till exempel uppdrag_dokumenterat = true, eller ta bort rubriken")
			}
		}
	}
}
