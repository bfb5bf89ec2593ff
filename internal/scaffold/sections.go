package scaffold

import (
	"fmt"
	"slices"
	"strings"

	"samverkan/internal/load"
	"samverkan/internal/report"
)

func (w *toml) delivery(p past, f load.Field) {
	responsible := text(p.sub.Delivery.Responsible)
	if responsible == "" {
		responsible = placeholder("funktion eller grupp, inte person")
	}
	w.once(f.Key, f.Table, p.year, map[string]string{
		"status":   text(string(report.Draft)),
		"kalla":    placeholder("namnet på dokumentet som uppgifterna är hämtade ur"),
		"ansvarig": responsible,
	})
}

// organisation carries over what was written, and asks for the rest.
func (w *toml) organisation(p past, f load.Field) {
	o := p.sub.Organisation
	values := map[string]string{
		"politiskt_samrad": o.PoliticalForum, "styrgrupp": o.Steering, "delregional_niva": o.Delregional,
		"lokal_niva": o.Local, "stodfunktion": o.Support, "avtal": o.Agreement, "samverkansplan": o.Plan,
		"kommentar": o.Comment,
	}
	if len(o.Keys) > 0 {
		w.comment(fmt.Sprintf("Övertaget från %d. Se över att det stämmer.", p.sub.Year))
	}
	for _, k := range f.Table.Fields {
		switch {
		case values[k.Key] != "":
			values[k.Key] = text(values[k.Key])
		case k.Kind == load.Text && k.Key != "kommentar":
			values[k.Key] = placeholder(lower(k.Description))
		}
	}
	w.once(f.Key, f.Table, p.year, values)
}

func (w *toml) groups(p past, _ load.Field) {
	w.takenOver(p, len(p.sub.Groups))
	for _, g := range p.sub.Groups {
		if g.ID == "" || g.Name == "" {
			continue
		}
		w.line("\n[[grupp]]")
		w.pairs(pair{"id", text(g.ID)}, pair{"namn", text(g.Name)}, pair{"niva", text(string(g.Level))},
			pair{"kommentar", text(g.Comment)})
	}
}

func (w *toml) takenOver(p past, n int) {
	if n > 0 {
		w.comment(fmt.Sprintf("Övertaget från %d. Ta bort det som inte längre gäller.", p.sub.Year))
	}
}

// goals lists the shared goals, then the delregion's own of last year.
func (w *toml) goals(p past, f load.Field) {
	assessment := explanation(*f.Table.Field("bedomning"))
	ask := placeholder("vad ni gjort för att nå målet och hur det gick")
	if len(p.sharedGoals()) > 0 {
		w.comment("Gemensamma mål ur katalogen. Ta bort dem som ni inte arbetar med.")
	}
	for _, g := range p.sharedGoals() {
		last := p.goal(g.ID)
		w.line("\n# %s", flat(g.Name))
		w.line("[[mal]]")
		w.pairs(pair{"id", text(g.ID)}, pair{"grupp", text(p.group(last.Group))},
			pair{"indikatorer", list(among(last.Indicators, p.indicatorIDs()))})
		w.line(`# bedomning = ""  # %s`, assessment)
		w.pairs(pair{"kommentar", ask})
	}
	own := p.ownGoals()
	if len(own) > 0 {
		w.line("")
		w.comment(fmt.Sprintf("Era egna mål från %d. Ta bort dem som inte längre gäller.", p.sub.Year))
	}
	for _, g := range own {
		w.line("\n[[mal]]")
		w.pairs(pair{"id", text(g.ID)}, pair{"namn", text(g.Name)}, pair{"malomrade", text(p.area(g.Area))},
			pair{"fardplan", list(p.fardplan(g.Fardplan))}, pair{"grupp", text(p.group(g.Group))},
			pair{"indikatorer", list(among(g.Indicators, p.indicatorIDs()))}, pair{"malar", whole(g.Year)})
		w.line(`# bedomning = ""  # %s`, assessment)
		w.pairs(pair{"kommentar", ask})
	}
}

// indicators lists the shared indicators, then the own ones without their outcome.
func (w *toml) indicators(p past, _ load.Field) {
	if len(p.sharedIndicators()) > 0 {
		w.comment("Gemensamma indikatorer ur katalogen. \"..\" betyder att uppgift saknas; byt ut det mot utfallet. Gäller indikatorn inte er, skriv \".\".")
	}
	for _, i := range p.sharedIndicators() {
		last, _ := p.measurement(i.ID)
		w.line("")
		w.comment(flat(i.Name) + ". " + flat(i.Definition))
		w.outcome(p, i, last, nil)
	}
	own := p.ownIndicators()
	if len(own) > 0 {
		w.line("")
		w.comment(fmt.Sprintf("Era egna indikatorer från %d. Definitionerna är övertagna, utfallen inte.", p.sub.Year))
	}
	for _, m := range own {
		w.line("")
		w.outcome(p, m.Indicator, m, []pair{
			{"namn", text(m.Name)}, {"definition", text(m.Definition)}, {"om_taljare", text(m.AboutNum)},
			{"om_namnare", text(m.AboutDenom)}, {"enhet", text(string(m.Unit))}, {"riktning", text(string(m.Direction))},
			{"malvarde", perYear(m.Target)}, {"mal", list(among(m.Goals, p.goalIDs()))},
			{"malomrade", list(p.areas(m.Areas))}, {"fardplan", list(p.fardplan(m.Fardplan))},
			{"forbehall", text(m.Caveats)}, {"minsta_antal", whole(m.MinCount)}, {"sekretess", truth(m.NotPeople)},
			{"totalundersokning", ifTrue(m.Census)}, {"visas_med", text(string(m.Beside))}, {"definition_fran", whole(m.DefinedFrom)},
		})
	}
}

// outcome writes one indicator to be filled in, with what was reported last for
// comparison.
func (w *toml) outcome(p past, i report.Indicator, last report.Measurement, definition []pair) {
	if said := before(last); said != "" {
		w.comment(fmt.Sprintf("%d: %s", p.sub.Year, said))
	}
	if i.Unit == report.Percent {
		w.comment("Finns antalen, skriv hellre dem än andelen: byt varde mot taljare = … och namnare = …")
	}
	w.line("[indikator.%s]", i.ID)
	w.pairs(append(definition, pair{"varde", `".."`})...)
	for _, b := range last.Breakdowns {
		parts := p.parts(b)
		if len(parts) == 0 {
			continue
		}
		w.line("[indikator.%s.%s]", i.ID, key(b.Dimension))
		w.pairs(parts...)
	}
}

// parts are a breakdown's names without their figures. Municipalities that have left
// the delregion aren't asked for.
func (p past) parts(b report.Breakdown) []pair {
	var ps []pair
	for _, part := range b.Parts {
		gone := b.Dimension == "kommun" && len(p.owner.Municipalities) > 0 && !slices.Contains(p.owner.Municipalities, part.Name)
		if !gone {
			ps = append(ps, pair{key(part.Name), `".."`})
		}
	}
	return ps
}

// before says in words what was reported last.
func before(m report.Measurement) string {
	said := inWords(m.Outcome)
	if m.Numerator.IsNumber() && m.Denominator.IsNumber() {
		said = number(m.Numerator.Number) + " av " + number(m.Denominator.Number)
	}
	if said == "" {
		return ""
	}
	if !m.Period.IsZero() {
		said += " (" + m.Period.Text + ")"
	}
	if m.Outcome.Comment != "" {
		said += ". " + flat(m.Outcome.Comment)
	}
	return said
}

func inWords(v report.Value) string {
	switch v.Kind {
	case report.Number:
		return number(v.Number)
	case report.NotApplicable:
		return "ej relevant"
	case report.MaskedBySource:
		return v.Written
	case report.ShareOnly:
		return number(v.Number) + " %"
	case report.RelationOnly:
		return report.Meaning(v.Relation)
	}
	return ""
}

// flat makes a text fit in a comment.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }
