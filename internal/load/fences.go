package load

import (
	"fmt"
	"regexp"
	"strings"

	"samverkan/internal/diag"
)

// likeFence is a line that is, or looks as if it were meant to be, +++: three hyphens as
// in other programs' texts, the dash that Word makes of them, a plus too few or too many.
var likeFence = regexp.MustCompile(`(?m)^(?:\+{2,}|-{3,}|[–—][–—-]*)[ \t]*$\n?`)

// otherFences gives what stands between two such lines and what comes after, where the
// first is the file's first line, there are settings between them and at least one isn't
// +++. It reports that one.
func (l *loader) otherFences(f file) (front, body string, ok bool) {
	all := likeFence.FindAllStringIndex(f.text, 2)
	if len(all) < 2 || all[0][0] != 0 {
		return "", "", false
	}
	first, last := f.text[:all[0][1]], f.text[all[1][0]:all[1][1]]
	front, body = f.text[all[0][1]:all[1][0]], f.text[all[1][1]:]
	right := []bool{fence.MatchString(first), fence.MatchString(last)}
	if right[0] && right[1] || !areSettings(front) {
		return "", "", false
	}
	end := 2 + strings.Count(front, "\n")
	line, written, hint := 1, first, "skriv +++ på den raden"
	switch {
	case right[0]:
		line, written = end, last
	case !right[1]:
		hint += fmt.Sprintf(", och på rad %d, där inställningarna slutar", end)
	}
	l.findings.Errorf(diag.Pos{File: f.name, Line: line, Col: 1}, "toml-syntax", hint,
		"raden %s ska vara +++, annars visas inställningarna som text", strings.TrimSpace(written))
	return front, body, true
}
