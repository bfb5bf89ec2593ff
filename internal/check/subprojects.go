package check

import (
	"fmt"

	"samverkan/internal/diag"
	"samverkan/internal/report"
)

// followUpBeforeDecision finds follow-ups that were made before their project had been
// decided.
func followUpBeforeDecision(s *site, r *reporter) {
	for _, sub := range s.Submissions {
		for _, p := range sub.Subprojects {
			for _, u := range p.FollowUps {
				if p.Decided.From.IsZero() || u.Date.To.IsZero() || u.Date.To.Compare(p.Decided.From) >= 0 {
					continue
				}
				r.add(u.Date.Pos, fmt.Sprintf("uppföljningen %q är före beslutet %q", u.Date.Text, p.Decided.Text),
					"rätta datum eller beslut; ofta är det årtalet", note(p.Decided.Pos, "beslut står här"))
			}
		}
	}
}

// reportedUnchecked finds projects that are finished but whose checklist nobody has
// filled in.
func reportedUnchecked(s *site, r *reporter) {
	for _, sub := range s.Submissions {
		for _, p := range sub.Subprojects {
			switch p.Status {
			case "slutrapporterat", "uppfoljt", "avslutat":
				if !p.Has("checklista") {
					r.add(p.Pos, fmt.Sprintf("delprojektet är %s, men det framgår inte vad som är dokumenterat", report.Meaning(p.Status)),
						"svara på frågorna under [delprojekt.checklista]; vet ni inte lämnar ni raden borta")
				}
			}
		}
	}
}

// toldDifferently finds subprojects that two submissions of a year tell of, but not the
// same. The site shows them in one row, with what differs.
func toldDifferently(s *site, r *reporter) {
	for i, later := range s.Submissions {
		for _, sub := range s.Submissions[:i] {
			if sub.Year != later.Year {
				continue
			}
			for _, p := range later.Subprojects {
				for _, q := range sub.Subprojects {
					differing(r, q, p)
				}
			}
		}
	}
}

// differing compares two submissions' words about a project, first and then p.
func differing(r *reporter, first, p report.Subproject) {
	name := fmt.Sprintf("delprojektet %q", p.Name)
	tell := func(sev diag.Severity, key, message, hint string, there diag.Pos) {
		r.addAs(sev, p.ValueAt(key), message, hint, note(there, "så står det där"))
	}
	if !first.Same(p) {
		if p.Number != 0 && p.Number == first.Number {
			tell(diag.Advice, "namn", fmt.Sprintf("delprojekt %d heter %q här men %q i en annan inlämning", p.Number, p.Name, first.Name),
				"skriv samma namn om det är samma delprojekt, så visas det på en rad; annars stämmer inte numret", first.ValueAt("namn"))
		}
		return
	}
	const hint = "kom överens om vad som gäller; tills dess visar webbplatsen båda uppgifterna"
	if p.Status != "" && first.Status != "" && p.Status != first.Status {
		tell(diag.Warning, "status", fmt.Sprintf("%s är %s här men %s i en annan inlämning", name, report.Meaning(p.Status), report.Meaning(first.Status)),
			hint, first.ValueAt("status"))
	}
	if a, b := p.Decided, first.Decided; !a.From.IsZero() && !b.From.IsZero() && (a.To.Compare(b.From) < 0 || b.To.Compare(a.From) < 0) {
		tell(diag.Warning, "beslut", fmt.Sprintf("%s är beslutat %q här men %q i en annan inlämning", name, a.Text, b.Text), hint, b.Pos)
	}
	before := first.Checklist.Truths()
	for i, said := range p.Checklist.Truths() {
		if then := before[i].Said; said.Said != nil && then != nil && *said.Said != *then {
			r.addAs(diag.Warning, p.Checklist.ValueAt(said.Key), fmt.Sprintf("%s: svaret på %s är %s här men %s i en annan inlämning",
				name, said.Key, yesNo(*said.Said), yesNo(*then)), hint, note(first.Checklist.ValueAt(said.Key), "så står det där"))
		}
	}
}

func yesNo(b bool) string {
	if b {
		return "ja (true)"
	}
	return "nej (false)"
}
