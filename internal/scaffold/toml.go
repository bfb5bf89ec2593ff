package scaffold

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"samverkan/internal/report"
)

// lineWidth is where comments are broken.
const lineWidth = 96

// toml is a TOML file in the making.
type toml struct{ strings.Builder }

func (w *toml) line(format string, args ...any) {
	line := fmt.Sprintf(format, args...)
	w.WriteString(strings.TrimRight(line, " ") + "\n")
}

// part begins a part of the file, with a rule that is easy to find when scrolling.
func (w *toml) part(title string) {
	w.line("\n\n# ── %s %s", title, strings.Repeat("─", max(lineWidth-6-utf8.RuneCountInString(title), 3)))
}

// comment writes running text, broken into lines.
func (w *toml) comment(text string) {
	line := "#"
	for _, word := range strings.Fields(text) {
		if utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > lineWidth {
			w.line("%s", line)
			line = "#"
		}
		line += " " + word
	}
	w.line("%s", line)
}

// pair is a key with its value as TOML; a pair without a value isn't written.
type pair struct{ key, value string }

// pairs writes keys with their values in line.
func (w *toml) pairs(ps ...pair) {
	width := 0
	for _, p := range ps {
		if p.value != "" {
			width = max(width, utf8.RuneCountInString(p.key))
		}
	}
	for _, p := range ps {
		if p.value != "" {
			w.line("%-*s = %s", width, p.key, p.value)
		}
	}
}

// text writes a string, over several lines if it has them; "" stays "".
func text(s string) string {
	if s == "" {
		return ""
	}
	escape := func(r rune) string {
		switch {
		case r == '\\' || r == '"':
			return `\` + string(r)
		case r == '\t':
			return `\t`
		case r < ' ' || r == 0x7f:
			return fmt.Sprintf(`\u%04X`, r)
		}
		return string(r)
	}
	var b strings.Builder
	for _, r := range s {
		if r == '\n' {
			b.WriteRune(r)
			continue
		}
		b.WriteString(escape(r))
	}
	if strings.Contains(s, "\n") {
		return "\"\"\"\n" + b.String() + `"""`
	}
	return `"` + b.String() + `"`
}

// list writes strings within brackets; no strings are not written.
func list(items []string) string {
	if len(items) == 0 {
		return ""
	}
	quoted := make([]string, len(items))
	for i, s := range items {
		quoted[i] = text(s)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

var bareKey = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

// key writes a name as a key, within quotes where TOML wants them.
func key(name string) string {
	if bareKey.MatchString(name) {
		return name
	}
	return text(name)
}

func whole(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func truth(b *bool) string {
	if b == nil {
		return ""
	}
	return strconv.FormatBool(*b)
}

// ifTrue writes a flag that is said only when it holds.
func ifTrue(b bool) string {
	if !b {
		return ""
	}
	return truth(&b)
}

// figure writes a value the way a person would have.
func figure(v report.Value) string {
	core := ""
	switch v.Kind {
	case report.Absent:
		return ""
	case report.Number:
		core = number(v.Number)
	case report.Missing:
		core = `".."`
	case report.NotApplicable:
		core = `"."`
	case report.MaskedBySource:
		core = text(v.Written)
	case report.ShareOnly:
		return table(pair{"andel", number(v.Number)}, pair{"flagga", text(string(v.Flag))}, pair{"kommentar", text(v.Comment)})
	case report.RelationOnly:
		return table(pair{"relation", text(string(v.Relation))}, pair{"flagga", text(string(v.Flag))}, pair{"kommentar", text(v.Comment)})
	}
	if v.Flag == report.NoFlag && v.Comment == "" {
		return core
	}
	return table(pair{"varde", core}, pair{"flagga", text(string(v.Flag))}, pair{"kommentar", text(v.Comment)})
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// table writes an inline table, which has to be on one line.
func table(ps ...pair) string {
	var parts []string
	for _, p := range ps {
		if p.value != "" {
			parts = append(parts, p.key+" = "+strings.ReplaceAll(strings.ReplaceAll(p.value, "\"\"\"\n", `"`), `"""`, `"`))
		}
	}
	return strings.ReplaceAll("{ "+strings.Join(parts, ", ")+" }", "\n", " ")
}

// perYear writes a figure for every year, or a table of one per year.
func perYear(ys report.YearValues) string {
	if len(ys) == 1 && ys[0].Year == 0 {
		return figure(ys[0].Value)
	}
	var ps []pair
	for _, y := range ys {
		ps = append(ps, pair{strconv.Itoa(y.Year), figure(y.Value)})
	}
	if len(ps) == 0 {
		return ""
	}
	return table(ps...)
}
