package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"samverkan/internal/diag"
	"samverkan/internal/report"
)

// alone is what is left of a template when it is all that a value, a line or a list
// item holds.
var alone = regexp.MustCompile(`(?i)^(x{2,}|…|\.{3,}|\?+|tbd|todo|fyll i|n\.?\s?n\.?|text|lorem)$`)

// anywhere is what is left of a template wherever it stands. The first group is the
// leftover itself.
var anywhere = regexp.MustCompile(`(?i)(?:^|[^\pL\d_])(` + strings.Join([]string{
	`x{3,}`,                            // Xxx, xxxxx
	`20xx`, `åååå-mm-dd`, `yyyy-mm-dd`, // years and dates never filled in
	`fyll i här`, `skriv här`, `text här`, // our own templates and others'
	`lorem ipsum`, //
	`klicka (?:eller tryck )?här för att ange text`,                   // Word's content controls
	`fel! (?:bokmärket är inte definierat|hittar inte referenskälla)`, // Word's broken fields
}, "|") + `)(?:$|[^\pL\d_])`)

// marked is a leftover in brackets, or a note to oneself in capitals.
var marked = regexp.MustCompile(`\[(?:\.{3}|…)\]|[\[<(]\s{0,3}(?i:fyll i|skriv|ange|text)\b[^\[<(\]>)\n]*[\]>)]|\b(?:TODO|TBD|FIXME)\b`)

// trailing is a label that nothing was written after.
var trailing = regexp.MustCompile(`\pL:\s*(…|\.{3})\s*$`)

// templateText finds what is left of a template. In the lists of a situation report
// it is a warning: the sources leave them so, and the site shows "ej inlämnat".
func templateText(s *site, r *reporter) {
	const hint = "skriv er text, eller ta bort raden"
	s.eachText(func(t text) {
		if t.narrative != nil && t.narrative.Year == 0 {
			return // the handbook writes about templates
		}
		at, word := leftover(t)
		if word == "" {
			return
		}
		message := fmt.Sprintf("text från mallen står kvar%s: %q", t.where(), asked(t, at, word))
		if t.narrative == nil && t.leaf.in(report.Situation{}) {
			r.addAs(diag.Warning, t.at(at), message, "skriv er text, eller ta bort punkten; nu visas den som ej inlämnad")
			return
		}
		r.add(t.at(at), message, hint)
	})
}

// asked is a leftover with what our own templates say after it: what to fill in.
func asked(t text, at int, word string) string {
	if !strings.HasPrefix(strings.ToLower(word), "fyll i") {
		return word
	}
	rest, _, _ := strings.Cut(t.readable[at:], "\n")
	if c := []rune(rest); len(c) > 70 {
		rest = string(c[:69]) + "…"
	}
	return strings.TrimSpace(rest)
}

// leftover finds the first leftover of a template in a text, and where.
func leftover(t text) (at int, word string) {
	bare, start := undecorated(t)
	if len(bare) <= 40 && alone.MatchString(bare) && !isMark(bare) {
		return start, bare
	}
	if !suspicious(t.readable) {
		return 0, ""
	}
	for _, pattern := range []*regexp.Regexp{anywhere, trailing} {
		if m := pattern.FindStringSubmatchIndex(t.readable); m != nil {
			return m[2], t.readable[m[2]:m[3]]
		}
	}
	for _, m := range marked.FindAllStringIndex(t.readable, -1) {
		if !isOmission(t, m) && !isLinkText(t, m) {
			return m[0], t.readable[m[0]:m[1]]
		}
	}
	return 0, ""
}

// traces are what every leftover has one of, in lower case.
var traces = []string{"xx", "åååå", "yyyy", "här", "lorem", "fel!", "…", "...", "[", "<", "(", "todo", "tbd", "fixme"}

// suspicious sifts out most texts before the costlier patterns are tried.
func suspicious(s string) bool {
	s = strings.ToLower(s)
	return slices.ContainsFunc(traces, func(trace string) bool { return strings.Contains(s, trace) })
}

// isLeftover reports whether a name or an id is left of a template.
func isLeftover(s string) bool {
	_, word := leftover(text{value: s, readable: s})
	return word != ""
}

// isMark reports whether a text is one of the contract's marks for a missing figure.
func isMark(s string) bool { return s == "." || s == ".." }

// decoration is what Markdown puts before a line: quote, list, heading, table.
var decoration = regexp.MustCompile(`^[\s>|]*(?:[-*+]\s+|\d+[.)]\s+|#+\s+)?`)

// undecorated is a text without the signs of lists and headings before it and the
// full stop after it, and where it begins.
func undecorated(t text) (bare string, start int) {
	bare = t.readable
	if t.narrative != nil {
		bare = bare[len(decoration.FindString(bare)):]
	}
	bare = strings.TrimLeft(bare, " \t\n")
	start = len(t.readable) - len(bare)
	bare = strings.TrimRight(bare, " \t\r\n|")
	if trimmed := strings.TrimRight(bare, ".!"); trimmed != "" {
		bare = trimmed
	}
	return bare, start
}

// isLinkText reports whether brackets hold what a link says: [skriv till oss](…).
func isLinkText(t text, m []int) bool {
	return t.readable[m[0]] == '[' && strings.HasPrefix(t.readable[m[1]:], "(")
}

// isOmission reports whether [...] marks an omission in a quotation.
func isOmission(t text, m []int) bool {
	if word := t.readable[m[0]:m[1]]; word != "[...]" && word != "[…]" {
		return false
	}
	before := t.readable[:m[0]]
	if t.narrative != nil && strings.HasPrefix(strings.TrimSpace(before), ">") {
		return true
	}
	return strings.ContainsAny(before, "\"”“»’")
}
