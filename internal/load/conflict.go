package load

import (
	"regexp"
	"strings"

	"samverkan/internal/diag"
)

// conflictMark is what Git writes in a file that two have changed: before the first
// version, between them, and after the second. To Markdown the last is a quotation and the
// middle one a heading, so that only the first tells that there is a conflict.
var (
	conflictMark  = regexp.MustCompile(`^(?:<{7}|>{7}|\|{7})(?: .*)?\n?$|^={7}\n?$`)
	conflictStart = regexp.MustCompile(`(?m)^(?:<{7} .*\S|<{7})$`)
)

// oneVersion is text without Git's marks of a conflict and with the first version only,
// the other's lines left empty. It reports the first conflict.
func oneVersion(name, text string, findings *diag.List) string {
	if !strings.Contains(text, "<<<<<<<") {
		return text
	}
	at := conflictStart.FindStringIndex(string(prose(name, []byte(text))))
	if at == nil || !strings.Contains(text[at[0]:], "\n=======\n") {
		return text
	}
	c := cursor{file: name, text: text, line: 1, col: 1}
	findings.Errorf(c.at(at[0]), "toml-syntax",
		"välj vilken som gäller, och ta bort den andra och raderna som börjar med <<<<<<<, ======= och >>>>>>>",
		"två versioner av samma rader står i filen, efter en sammanslagning i Git som inte blev klar")
	var b strings.Builder
	b.WriteString(text[:at[0]])
	other := false
	for line := range strings.Lines(text[at[0]:]) {
		mark := conflictMark.MatchString(line)
		if mark {
			other = line[0] == '=' || line[0] == '|'
		}
		if mark || other {
			line = "\n"
		}
		b.WriteString(line)
	}
	return b.String()
}
