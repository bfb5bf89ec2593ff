package check

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"samverkan/internal/diag"
	"samverkan/internal/markdown"
	"samverkan/internal/report"
)

// blockKeys are the keys that a block of each kind may hold. The first of a kind are
// those of which one has to be there.
var blockKeys = map[string][]string{
	"diagram":     {"indikator", "avvikelser", "uppdelning"},
	"tabell":      {"indikator", "avvikelser", "uppdelning"},
	"aktiviteter": {"grupp", "mal", "malomrade"},
	"underlag":    {"mal", "indikator", "malomrade", "avvikelser"},
}

// unknownBlock finds blocks whose kind, keys or ids aren't known.
func unknownBlock(s *site, r *reporter) {
	s.eachNarrative(func(n narrative) {
		for _, fence := range n.scan.Fences {
			if near := misspeltKind(fence.Name); near != "" {
				r.add(fence.Pos, fmt.Sprintf("okänt block %q", fence.Name), fmt.Sprintf("menade du %q?", near))
			}
		}
		for _, b := range n.scan.Blocks {
			if n.Year == 0 {
				r.add(b.Pos, fmt.Sprintf("ett block %q kan inte stå på en sida utan år", b.Kind),
					"lägg det i en text som hör till ett år")
				continue
			}
			s.checkBlock(r, n, b)
		}
	})
}

// misspeltKind gives the kind that a fence's info string was probably meant to be. An
// ordinary language of code is left alone.
func misspeltKind(info string) string {
	word, _, _ := strings.Cut(info, " ")
	if len(word) < 5 || slices.Contains(markdown.Kinds, word) {
		return ""
	}
	return diag.Closest(word, markdown.Kinds)
}

// blockLine is one line of a block: key = "value".
type blockLine struct {
	key, value string
	at         diag.Pos // of the key
	valueAt    diag.Pos
	broken     bool
}

// keyLine is all of TOML that a block needs: a bare key and a text within quotes.
var keyLine = regexp.MustCompile(`^(\s*)([A-Za-z0-9_-]+)(\s*=\s*)("(?:[^"\\]|\\.)*"|'[^']*')\s*(?:#.*)?$`)

// blockLines reads the lines of a block.
func blockLines(b markdown.Block) []blockLine {
	var lines []blockLine
	for i, line := range strings.Split(b.Content, "\n") {
		bare := strings.TrimSpace(line)
		if bare == "" || strings.HasPrefix(bare, "#") {
			continue
		}
		at := diag.Pos{File: b.Body.File, Line: b.Body.Line + i, Col: b.Body.Col}
		m := keyLine.FindStringSubmatch(strings.TrimRight(line, "\r"))
		if m == nil {
			lines = append(lines, blockLine{at: at, value: bare, broken: true})
			continue
		}
		value := strings.Trim(m[4], "'")
		if text, err := strconv.Unquote(m[4]); err == nil {
			value = text
		}
		l := blockLine{key: m[2], value: value, at: at, valueAt: at}
		l.at.Col += len(m[1])
		l.valueAt.Col += len(m[1]) + len(m[2]) + len(m[3])
		lines = append(lines, l)
	}
	return lines
}

// checkBlock judges the lines of one block; only the first mistake of each line.
func (s *site) checkBlock(r *reporter, n narrative, b markdown.Block) {
	keys := blockKeys[b.Kind]
	named, mistakes := false, false
	for _, l := range blockLines(b) {
		switch {
		case l.broken:
			mistakes = true
			r.add(l.at, fmt.Sprintf("raden går inte att läsa: %s", shortened(l.value)), fmt.Sprintf("skriv %s = \"…\"", keys[0]))
		case !slices.Contains(keys, l.key):
			mistakes = true
			r.add(l.at, fmt.Sprintf("ett block %q har ingen nyckel %q", b.Kind, l.key),
				diag.DidYouMean(l.key, keys, "de som finns: "+strings.Join(keys, ", ")))
		default:
			named = named || b.Kind == "underlag" || l.key == "indikator" || l.key == "avvikelser"
			s.checkBlockValue(r, n, l)
		}
	}
	if b.Kind != "aktiviteter" && !named && !mistakes {
		r.add(b.Pos, fmt.Sprintf("blocket %q säger inte vad det ska visa", b.Kind),
			"skriv "+keys[0]+" = \"…\" eller avvikelser = \"totalt\" på raden under")
	}
}

// checkBlockValue judges the id that a line of a block refers to.
func (s *site) checkBlockValue(r *reporter, n narrative, l blockLine) {
	sub := s.submission(n.Owner, n.Year)
	if sub == nil {
		sub = &report.Submission{}
	}
	ref := report.Ref{ID: l.value, Pos: l.valueAt}
	switch l.key {
	case "indikator":
		lookUp(r, s.indicatorsOf(sub), ref, "okänd indikator", "skriv id för en gemensam indikator eller en egen")
	case "avvikelser":
		known := newRegister("dimensionen")
		known.define("totalt", s.known.Catalogue.Pos)
		for _, d := range s.known.Catalogue.Deviations {
			known.define(d.ID, d.Pos)
		}
		lookUp(r, known, ref, "okänd dimension för avvikelser", "skriv \"totalt\" eller en dimension ur katalogen")
	case "grupp":
		lookUp(r, groupsOf(sub), ref, "okänd grupp", "lägg till gruppen i inlämningen")
	case "mal":
		lookUp(r, s.goalsOf(sub), ref, "okänt mål", "lägg till målet i inlämningen")
	case "malomrade":
		lookUp(r, s.areas, ref, "okänt målområde", "lägg till målområdet i katalogen")
	}
}

// shortened keeps a quotation within a line.
func shortened(s string) string {
	if runes := []rune(s); len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	return s
}
