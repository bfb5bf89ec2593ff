package check

import (
	"fmt"

	"samverkan/internal/diag"
	"samverkan/internal/report"
)

// duplicateID finds goals, groups and activities that share an id within a
// submission. (In the catalogue ids are keys, and the loader sees to those.)
func duplicateID(s *site, r *reporter) {
	for _, sub := range s.Submissions {
		goals, groups, activities := seen{}, seen{}, seen{}
		for _, g := range sub.Goals {
			goals.report(r, g.ID, g.ValueAt("id"), "två mål har samma id %q", "ge det ena ett annat id, eller slå ihop dem")
		}
		for _, g := range sub.Groups {
			groups.report(r, g.ID, g.ValueAt("id"), "två grupper har samma id %q", "ge den ena ett annat id, eller slå ihop dem")
		}
		for _, a := range sub.Activities {
			activities.report(r, a.ID, a.ValueAt("id"), "två aktiviteter har samma id %q", "ge den ena ett annat id, eller slå ihop dem")
		}
	}
}

// duplicateMunicipality finds municipalities that belong to two delregioner, or
// stand twice in one.
func duplicateMunicipality(s *site, r *reporter) {
	names := seen{}
	for _, d := range s.Delregioner {
		for _, name := range d.Municipalities {
			names.report(r, name, d.ValueAt("kommuner"), "kommunen %q står redan i registret",
				"låt kommunen stå under en delregion; annars räknas den två gånger")
		}
	}
}

// duplicateSubproject finds subprojects with the same number in a submission.
func duplicateSubproject(s *site, r *reporter) {
	for _, sub := range s.Submissions {
		numbers := seen{}
		for _, p := range sub.Subprojects {
			if p.Number != 0 {
				numbers.report(r, fmt.Sprint(p.Number), p.ValueAt("nr"), "två delprojekt har nummer %s",
					"ge det ena sitt rätta nummer")
			}
		}
	}
}

// seen remembers where names first stood.
type seen map[string]diag.Pos

// report adds a finding when the name has stood before.
func (s seen) report(r *reporter, name string, pos diag.Pos, format, hint string) {
	if name == "" {
		return
	}
	if first, again := s[name]; again {
		var notes []diag.Note
		if first != pos {
			notes = append(notes, note(first, "här står det första gången"))
		}
		r.add(pos, fmt.Sprintf(format, name), hint, notes...)
		return
	}
	s[name] = pos
}

// overriddenDefinition finds shared goals and indicators that a submission defines
// anew. Another unit or direction would set unlike figures side by side; another
// wording is confusing but not false.
func overriddenDefinition(s *site, r *reporter) {
	s.eachMeasurement(func(_ *report.Submission, m report.Measurement) {
		shared, ok := s.indicators[m.ID]
		if !ok {
			return
		}
		overridden(r, diag.Error, m.Node, shared.Node, "enhet", string(m.Unit), string(shared.Unit))
		overridden(r, diag.Error, m.Node, shared.Node, "riktning", string(m.Direction), string(shared.Direction))
		overridden(r, diag.Warning, m.Node, shared.Node, "namn", m.Name, shared.Name)
		overridden(r, diag.Warning, m.Node, shared.Node, "definition", m.Definition, shared.Definition)
	})
	for _, sub := range s.Submissions {
		for _, g := range sub.Goals {
			for _, shared := range s.known.Catalogue.Goals {
				if shared.ID == g.ID {
					overridden(r, diag.Warning, g.Node, shared.Node, "namn", g.Name, shared.Name)
				}
			}
		}
	}
}

// overridden reports one key that says something else than the catalogue.
func overridden(r *reporter, sev diag.Severity, own, shared report.Node, key, mine, theirs string) {
	if mine == "" || mine == theirs {
		return
	}
	r.addAs(sev, own.ValueAt(key), fmt.Sprintf("%s är %q här men %q i katalogen", key, mine, theirs),
		"ta bort raden om ni menar det gemensamma; är det något annat ni följer, ge det ett eget id",
		note(shared.ValueAt(key), "katalogens %s står här", key))
}
