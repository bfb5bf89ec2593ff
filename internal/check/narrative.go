package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"samverkan/internal/diag"
	"samverkan/internal/markdown"
	"samverkan/internal/report"
)

// eachNarrative visits every text.
func (s *site) eachNarrative(visit func(narrative)) {
	for _, n := range s.texts {
		visit(n)
	}
}

// unknownName finds {{names}} that the year's data doesn't know.
func unknownName(s *site, r *reporter) {
	s.eachNarrative(func(n narrative) {
		if len(n.scan.Refs) == 0 {
			return
		}
		known := s.namesFor(n)
		for _, ref := range n.scan.Refs {
			if n.Year == 0 {
				r.add(ref.Pos, fmt.Sprintf("{{%s}} kan inte stå på en sida utan år", ref.Name),
					"skriv uppgiften i en text som hör till ett år, eller som kod mellan ` om det är ett exempel")
				continue
			}
			if known.has(ref.Name) || r.full(n.File) {
				continue
			}
			hint, notes := known.suggest(ref.Name, "skriv en indikators id, eller t.ex. avvikelser.totalt")
			r.add(ref.Pos, fmt.Sprintf("okänd uppgift {{%s}}", ref.Name), hint, notes...)
		}
	})
}

// namesFor lists every name that a text of a delregion and a year may refer to. A
// shared indicator is known also when it isn't reported: its mark is shown.
func (s *site) namesFor(n narrative) register {
	g := newRegister("uppgiften")
	add := func(id string, pos diag.Pos) {
		for _, part := range []string{"", ".taljare", ".namnare", ".varde"} {
			g.define(id+part, pos)
		}
	}
	for _, i := range s.known.Catalogue.Indicators {
		add(i.ID, i.Pos)
	}
	sub := s.submission(n.Owner, n.Year)
	for _, key := range []string{"totalt", "analyserat"} {
		var pos diag.Pos // nowhere, until it is reported
		if sub != nil && sub.Deviations.Has(key) {
			pos = sub.Deviations.At(key)
		}
		g.define("avvikelser."+key, pos)
	}
	if sub != nil {
		for _, m := range sub.Measurements {
			add(m.ID, m.Pos)
		}
		for _, b := range sub.Deviations.Dimensions {
			for _, p := range b.Parts {
				g.define("avvikelser."+b.Dimension+"."+p.Name, p.Pos)
			}
		}
	}
	for _, d := range s.known.Catalogue.Deviations {
		for _, code := range d.Codes {
			g.define("avvikelser."+d.ID+"."+code.ID, code.Pos)
		}
	}
	return g
}

// singleBraces is {name}, with what may stand before it so that {{name}} isn't taken for it.
var singleBraces = regexp.MustCompile(`(?:^|[^{])(\{[ \t]*([a-z0-9][a-z0-9.-]*)[ \t]*\}+)`)

// oneBrace finds the names of figures within single braces, which are shown as they are
// written. Other words within braces are nobody's business.
func oneBrace(s *site, r *reporter) {
	s.eachNarrative(func(n narrative) {
		if n.Year == 0 {
			return
		}
		var known register
		for i, line := range n.readable {
			if !strings.Contains(line, "{") {
				continue
			}
			for _, m := range singleBraces.FindAllStringSubmatchIndex(line, -1) {
				if known.pos == nil {
					known = s.namesFor(n)
				}
				if name := line[m[4]:m[5]]; known.has(name) {
					r.add(n.posIn(i, m[2]), fmt.Sprintf("%s visas som det står, inte som en siffra", line[m[2]:m[3]]),
						fmt.Sprintf("skriv {{%s}} med dubbla klamrar", name))
				}
			}
		}
	})
}

// openName finds {{ without }}.
func openName(s *site, r *reporter) {
	s.eachNarrative(func(n narrative) {
		for _, pos := range n.scan.Unclosed {
			r.add(pos, "klamrarna {{ stängs inte på samma rad", "avsluta namnet med }}, t.ex. {{avvikelser.totalt}}")
		}
	})
}

// pasted is what becomes plain characters when it is pasted from Word or Excel, or typed
// as one thinks that Markdown is written.
var pasted = []paste{
	{regexp.MustCompile(`^ {0,3}#{2,6}[\p{L}\d]`), "rubriken har inget mellanslag efter #, så den visas som vanlig text", "skriv till exempel ## Barn och unga"},
	{regexp.MustCompile(`^\s*[•·▪◦‣]\s*\S`), "punkterna blir ingen lista, utan flyter ihop till ett stycke", "skriv - och mellanslag i stället för %s, en punkt på varje rad"},
	{regexp.MustCompile(`^[^\t|]*[^\s|-]\t+[^\t|]*\S`), "raderna är åtskilda med tabb, som i Excel, och blir ingen tabell", "skriv | mellan kolumnerna, och | --- | --- | på raden under rubrikerna"},
}

// paste is one such mistake; %s in the hint is the first character of the line.
type paste struct {
	line          *regexp.Regexp
	message, hint string
}

// plainCharacters finds headings, lists and tables that aren't. Lines that follow one
// another are one mistake.
func plainCharacters(s *site, r *reporter) {
	s.eachNarrative(func(n narrative) {
		before := -1 // which of pasted the line before was
		for i, line := range n.readable {
			now := slices.IndexFunc(pasted, func(p paste) bool { return p.line.MatchString(line) })
			if now >= 0 && (now != before || now == 0) {
				mark := []rune(strings.TrimSpace(line))[:1]
				r.add(n.posOf(i), pasted[now].message, strings.Replace(pasted[now].hint, "%s", string(mark), 1))
			}
			before = now
			apartLinks(n, i, r)
		}
	})
}

// apartLink is a link with a space within, so that it isn't one. Its address has to look
// like one: words within parentheses after a bracket may be meant so.
var apartLink = regexp.MustCompile(`(\[[^\[\]^][^\[\]]*\])[ \t]+(\((?:(?:https?://|mailto:|www\.|/|#)[^\s()]+|[^\s()]+\.md(?:#[^\s()]*)?)\))`)

// apartLinks finds those of line i.
func apartLinks(n narrative, i int, r *reporter) {
	if !strings.Contains(n.readable[i], "] ") {
		return
	}
	line := n.lines[i]
	for _, m := range apartLink.FindAllStringSubmatchIndex(line, -1) {
		if n.readable[i][m[0]] == '[' {
			r.add(n.posIn(i, m[0]), "länken har ett mellanslag mellan ] och (, så den visas som vanlig text",
				"skriv "+line[m[2]:m[3]]+line[m[4]:m[5]])
		}
	}
}

// rawHTML finds HTML, which is shown as characters and not let through.
func rawHTML(s *site, r *reporter) {
	s.eachNarrative(func(n narrative) {
		line := 0
		for _, h := range n.scan.RawHTML {
			if h.Pos.Line == line || marked.MatchString(h.Text) {
				continue // <b> and </b> are one mistake; <fyll i> is templateText's
			}
			line = h.Pos.Line
			r.add(h.Pos, fmt.Sprintf("HTML visas som vanliga tecken: %s", h.Text),
				"skriv med Markdown i stället: **fet**, *kursiv*, [text](adress), eller som kod mellan ` om taggen ska synas")
		}
	})
}

// unsafeLink finds links with schemes that aren't let through, and images that would
// make the reader's browser call someone else.
func unsafeLink(s *site, r *reporter) {
	s.eachNarrative(func(n narrative) {
		for _, l := range n.scan.Links {
			if !l.Refused {
				continue
			}
			if l.Image {
				r.add(l.Pos, "bilden hämtas från en annan plats och visas inte", "lägg bildfilen bredvid texten och skriv dess namn")
				continue
			}
			r.add(l.Pos, fmt.Sprintf("länken börjar med %q och släpps inte igenom", scheme(l.Dest)),
				"länka till en sida som börjar med https://, eller till en fil på webbplatsen")
		}
	})
}

// scheme is what stands before the colon of an address.
func scheme(dest string) string {
	before, _, found := strings.Cut(strings.TrimSpace(dest), ":")
	if !found {
		return dest[:min(len(dest), 20)]
	}
	return before[:min(len(before), 20)] + ":"
}

// headingOrder finds headings that skip a level, which readers with a screen reader
// take for a missing part.
func headingOrder(s *site, r *reporter) {
	s.eachNarrative(func(n narrative) {
		for i, h := range n.scan.Headings {
			if i == 0 {
				continue
			}
			if before := n.scan.Headings[i-1]; h.Level > before.Level+1 {
				r.add(h.Pos, fmt.Sprintf("rubriken hoppar från nivå %d till nivå %d", before.Level, h.Level),
					fmt.Sprintf("skriv den med %s", strings.Repeat("#", before.Level+1)), note(before.Pos, "rubriken före står här"))
			}
		}
	})
}

// emptySection finds headings with nothing under them, as when the template's text has
// been taken away but nothing written in its place.
func emptySection(s *site, r *reporter) {
	s.eachNarrative(func(n narrative) {
		for i, h := range n.scan.Headings {
			from, to := h.Pos.Line-max(n.BodyLine, 1)+1, len(n.lines)
			if i+1 < len(n.scan.Headings) {
				next := n.scan.Headings[i+1]
				if next.Level > h.Level { // what is below it is its content
					continue
				}
				to = next.Pos.Line - max(n.BodyLine, 1)
			}
			if 0 <= from && from <= to && to <= len(n.lines) && strings.TrimSpace(strings.Join(n.lines[from:to], "")) == "" {
				r.add(h.Pos, fmt.Sprintf("under rubriken %q står ingenting", h.Text), "skriv något, eller ta bort rubriken")
			}
		}
	})
}

// writtenUnits are the words that a figure's unit is already shown as.
var writtenUnits = map[report.Unit]*regexp.Regexp{
	report.Percent: regexp.MustCompile(`^[\s\x{a0}\x{202f}]*(%|procent\b)`),
	report.Days:    regexp.MustCompile(`^[\s\x{a0}]*(dagar|dag)\b`),
	report.Hours:   regexp.MustCompile(`^[\s\x{a0}]*(timmar|timme)\b`),
	report.Kronor:  regexp.MustCompile(`^[\s\x{a0}]*(kronor|kr)\b`),
	report.Tkr:     regexp.MustCompile(`^[\s\x{a0}]*(tkr|tusen kronor)\b`),
}

// doubledUnit finds a unit written after a {{name}} that shows it already.
func doubledUnit(s *site, r *reporter) {
	s.eachNarrative(func(n narrative) {
		for _, ref := range n.scan.Refs {
			row := ref.Pos.Line - max(n.BodyLine, 1)
			if row < 0 || row >= len(n.lines) {
				continue
			}
			written := writtenUnits[s.unitOf(n, ref.Name)]
			line := []rune(n.lines[row])
			if written == nil || ref.Pos.Col-1 > len(line) {
				continue
			}
			_, after, closed := strings.Cut(string(line[max(ref.Pos.Col-1, 0):]), "}}")
			if m := written.FindStringSubmatch(after); closed && m != nil {
				r.add(ref.Pos, fmt.Sprintf("{{%s}} visas med sin enhet, men efter står också %q", ref.Name, m[1]),
					fmt.Sprintf("ta bort %q efter klamrarna", m[1]))
			}
		}
	})
}

// unitOf is the unit that a {{name}} of a narrative is shown with; "" for none.
func (s *site) unitOf(n narrative, name string) report.Unit {
	id, part, _ := strings.Cut(name, ".")
	if part != "" && part != "varde" {
		return ""
	}
	if sub := s.submission(n.Owner, n.Year); sub != nil {
		for _, m := range sub.Measurements {
			if m.ID == id && m.Unit != "" {
				return m.Unit
			}
		}
	}
	return s.indicators[id].Unit
}

// looseFootnote finds notes without a text, and texts without a note.
func looseFootnote(s *site, r *reporter) {
	s.eachNarrative(func(n narrative) {
		for _, f := range n.scan.NoteLacks {
			r.add(f.Pos, fmt.Sprintf("fotnoten [^%s] har ingen text", f.Name), fmt.Sprintf("skriv den på en egen rad: [^%s]: texten", f.Name))
		}
		for _, f := range n.scan.NoteSpare {
			r.add(f.Pos, fmt.Sprintf("ingenting hänvisar till fotnoten [^%s], så den visas inte", f.Name),
				fmt.Sprintf("skriv [^%s] i texten där den hör hemma, eller ta bort den", f.Name))
		}
	})
}

// tooMuchText finds what a text has too much of to be interpreted; it is then shown as it
// is written.
func tooMuchText(s *site, r *reporter) {
	s.eachNarrative(func(n narrative) {
		for _, e := range n.scan.TooMuch {
			switch e.Of {
			case markdown.Nesting:
				r.add(e.Pos, "för många citat eller listor i varandra",
					fmt.Sprintf("ta bort några av tecknen i radens början; högst %d får stå i varandra", markdown.MaxNesting))
			case markdown.Brackets:
				r.add(e.Pos, fmt.Sprintf("stycket har mer än %d hakparenteser", markdown.MaxBrackets),
					"dela upp stycket, listan eller tabellen med tomma rader")
			case markdown.Notes:
				r.add(e.Pos, fmt.Sprintf("texten har mer än %d fotnoter och hänvisningar till dem", markdown.MaxNotes), "dela upp texten")
			case markdown.Headings:
				r.add(e.Pos, fmt.Sprintf("texten har mer än %d rubriker", markdown.MaxHeadings), "dela upp texten, eller ta bort rubriker")
			}
		}
	})
}
