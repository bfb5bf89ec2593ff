package check

import (
	"fmt"
	"regexp"
	"strings"

	"samverkan/internal/diag"
	"samverkan/internal/report"
)

// eachDefinition visits every place that defines an indicator: the catalogue, and
// submissions with indicators of their own.
func (s *site) eachDefinition(visit func(report.Indicator)) {
	for _, i := range s.Catalogue.Indicators {
		visit(i)
	}
	s.eachMeasurement(func(_ *report.Submission, m report.Measurement) {
		if s.isOwn(m) {
			visit(m.Indicator)
		}
	})
}

// missingDefinition finds indicators that don't say what they measure.
func missingDefinition(s *site, r *reporter) {
	s.eachDefinition(func(i report.Indicator) {
		if !i.Has("definition") {
			r.add(i.Pos, fmt.Sprintf("indikatorn %q har ingen definition", i.ID),
				"skriv definition = \"…\": vad som räknas, hos vilka och när, så att två personer räknar lika")
		}
	})
}

// missingUnit finds indicators without what a figure needs to be shown at all: a
// name, a unit and a direction.
func missingUnit(s *site, r *reporter) {
	examples := map[string]string{"namn": `namn = "…"`, "enhet": `enhet = "procent"`, "riktning": `riktning = "hogre"`}
	s.eachDefinition(func(i report.Indicator) {
		var missing, write []string
		for _, key := range []string{"namn", "enhet", "riktning"} {
			if !i.Has(key) {
				missing = append(missing, key)
				write = append(write, examples[key])
			}
		}
		if len(missing) > 0 {
			r.add(i.Pos, fmt.Sprintf("indikatorn %q saknar %s", i.ID, and(missing)), "lägg till "+strings.Join(write, ", "))
		}
	})
}

// and joins words as in a sentence: "namn, enhet och riktning".
func and(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " och " + words[len(words)-1]
}

// targetWithoutDirection finds targets that can be neither reached nor missed.
func targetWithoutDirection(s *site, r *reporter) {
	s.eachDefinition(func(i report.Indicator) {
		if i.Direction == report.NoDirection && len(i.Target) > 0 {
			r.add(i.ValueAt("malvarde"), "målvärdet kan inte nås när varken högre eller lägre är bättre",
				"skriv riktning = \"hogre\" eller \"lagre\", eller ta bort malvarde",
				note(i.ValueAt("riktning"), "riktningen står här"))
		}
	})
}

// censusOfPeople finds indicators of people or cases that are said to hold no chance.
func censusOfPeople(s *site, r *reporter) {
	s.eachDefinition(func(i report.Indicator) {
		if i.Census && i.Secret() {
			r.add(i.ValueAt("totalundersokning"), fmt.Sprintf("indikatorn %q räknar människor eller ärenden, och hur många det blir ett år är delvis slump", i.ID),
				"ta bort totalundersokning, eller skriv sekretess = false om det som räknas är till exempel kommuner eller avtal")
		}
	})
}

// effectWithoutYear finds effect goals that belong to no year and aren't the vision.
func effectWithoutYear(s *site, r *reporter) {
	for _, sub := range s.Submissions {
		for _, e := range sub.Effects {
			if !e.Has("ar") && !e.Has("period") && !e.Has("vision") {
				r.add(e.Pos, "effektmålet saknar år", "skriv ar = 2025, period = \"2026–2027\", eller vision = true om det är den långsiktiga visionen")
			}
		}
	}
}

// budgetUnit finds budget posts that aren't in kronor or thousands of kronor. Where the
// amount can't be read, or is written with its unit, the loader has spoken.
func budgetUnit(s *site, r *reporter) {
	const hint = "skriv enhet = \"tkr\" eller enhet = \"kronor\""
	for _, sub := range s.Submissions {
		for _, b := range sub.Budget {
			switch {
			case !b.Has("enhet") && b.Amount.IsNumber() && !s.withKronor(b.Amount.Pos):
				r.add(b.At("belopp"), "beloppet saknar enhet", hint)
			case b.Unit != "" && b.Unit != report.Kronor && b.Unit != report.Tkr:
				r.add(b.ValueAt("enhet"), fmt.Sprintf("en budget kan inte stå i %q", b.Unit), hint)
			}
		}
	}
}

var inKronor = regexp.MustCompile(`^"?[-+\d][\d\s.,'\x{a0}\x{202f}]*t?kr\b`)

// withKronor reports whether what is written at pos is an amount with its unit.
func (s *site) withKronor(pos diag.Pos) bool {
	lines := s.source(pos.File).lines
	if pos.Line < 1 || pos.Line > len(lines) {
		return false
	}
	line := lines[pos.Line-1]
	return inKronor.MatchString(line[byteOf(line, pos.Col):])
}

// negativeAmount finds budget posts below zero that don't say what that means. Money that
// comes in may be written so, but most often it is a slip that makes the sum smaller.
func negativeAmount(s *site, r *reporter) {
	for _, sub := range s.Submissions {
		for _, b := range sub.Budget {
			if b.Amount.IsNumber() && b.Amount.Number < 0 && b.Comment == "" && b.Amount.Comment == "" {
				r.add(b.Amount.Pos, fmt.Sprintf("beloppet är %s, alltså mindre än noll", swedish(b.Amount.Number)),
					"ta bort minustecknet; är det pengar som kommer in, till exempel ett bidrag, skriv det i kommentar")
			}
		}
	}
}

// flagWithoutComment finds flags that call for an explanation and have none, neither
// beside the figure nor in the table it stands in.
func flagWithoutComment(s *site, r *reporter) {
	each(s, func(v report.Value, l leaf) {
		if v.Flag != report.Break && v.Flag != report.Revised || v.Comment != "" || l.commented() {
			return
		}
		r.add(v.Pos, fmt.Sprintf("flaggan %q har ingen förklaring", v.Flag),
			fmt.Sprintf("lägg till kommentar = \"…\": %s", whatToExplain(v.Flag)))
	})
}

func whatToExplain(f report.Flag) string {
	if f == report.Break {
		return "vad som ändrades, så att läsaren förstår varför åren inte kan jämföras"
	}
	return "vad som stod förut och varför det rättades"
}
