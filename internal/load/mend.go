package load

import (
	"errors"
	"regexp"
	"strings"

	"github.com/BurntSushi/toml"
)

// mender reads a statement that isn't TOML the way a helpful colleague would: it
// says what is wrong where, and writes what was evidently meant to out.
type mender struct {
	r      *reporter
	st     statement
	in     string
	i      int
	out    strings.Builder
	found  int
	line   int // the line of the latest finding: one per line is enough
	forced []string
	loose  bool // the latest value lacked its end, so perhaps a comma too
}

// longestMend is how long a statement can be for it to be worth understanding.
const longestMend = 1 << 16

// mend reports what is wrong with a statement that parse refused with err, and reads
// what was meant. It is not ok where nothing can be made of it.
func (r *reporter) mend(st statement, err error) (p parsed, ok bool) {
	m := &mender{r: r, st: st, in: st.text}
	if len(st.text) > longestMend {
		m.translate(err)
		return parsed{}, false
	}
	if st.heading {
		m.heading()
	} else {
		m.keyValue()
	}
	p, failed := m.parse(m.out.String())
	if failed == nil {
		return p, true
	}
	if m.found == 0 {
		m.translate(err)
	}
	// The key is kept without its value, so that nothing is said about its absence.
	if i := separator(m.out.String()); i > 0 && !st.heading {
		p, failed = m.parse(m.out.String()[:i] + `= ""`)
	}
	return p, failed == nil
}

func (m *mender) parse(text string) (parsed, error) {
	st := m.st
	st.text, st.mended, st.unquoted = text, m.found > 0, m.forced
	return parse(&m.r.parser, m.r.file, st)
}

// fail reports what is wrong at an offset of the statement.
func (m *mender) fail(at int, code, hint, format string, args ...any) {
	m.found++
	if m.r.shown > maxSyntax {
		m.r.shown++
		return
	}
	c := cursor{file: m.r.file, text: m.in, line: m.st.line, col: 1}
	if pos := c.at(at); pos.Line != m.line {
		m.line = pos.Line
		m.r.add(pos, code, hint, format, args...)
	}
}

func (m *mender) syntax(at int, hint, format string, args ...any) {
	m.fail(at, "toml-syntax", hint, format, args...)
}

var definedTwice = regexp.MustCompile(`^Key '(?:.*\.)?([^.']*)' has already been defined`)

// translate reports an error that mending found no words for.
func (m *mender) translate(err error) {
	var pe toml.ParseError
	at, message := 0, "raden går inte att läsa"
	if errors.As(err, &pe) {
		at = min(max(pe.Position.Start, 0), len(m.in))
		switch {
		case definedTwice.MatchString(pe.Message):
			message = "nyckeln " + quote(definedTwice.FindStringSubmatch(pe.Message)[1]) + " finns två gånger på raden"
		case strings.Contains(pe.Message, "control characters"):
			message = "raden har ett osynligt styrtecken"
		}
	}
	m.syntax(at, "skriv raden på nytt, som i exemplen i handboken", "%s", message)
}

// blank passes white space of every kind on a line; kinds that TOML doesn't know
// become ordinary.
func (m *mender) blank() {
	for m.i < len(m.in) {
		rest := m.in[m.i:]
		trimmed := strings.TrimLeft(rest, blanks)
		if len(trimmed) == len(rest) {
			return
		}
		m.i += len(rest) - len(trimmed)
		m.out.WriteByte(' ')
	}
}

// atEnd reports whether the line holds nothing more than perhaps a comment.
func (m *mender) atEnd() bool {
	return m.i >= len(m.in) || m.in[m.i] == '\n' || m.in[m.i] == '#'
}

// comment copies the rest of the line.
func (m *mender) comment() {
	end := lineEnd(m.in, m.i)
	m.out.WriteString(strings.Map(printable, m.in[m.i:end]))
	m.i = end
}

func printable(r rune) rune {
	if r < ' ' && r != '\n' && r != '\t' || r == 0x7f {
		return ' '
	}
	return r
}

// keyValue reads key = value.
func (m *mender) keyValue() {
	first := m.in[:lineEnd(m.in, 0)]
	sep := separator(first)
	switch {
	case sep < 0:
		if !m.noEquals(first) {
			return
		}
	case m.in[sep] == ':':
		m.key(0, sep)
		m.syntax(sep, "skriv "+strings.TrimSpace(m.in[:sep])+" =", "det ska stå likhetstecken, inte kolon, mellan nyckel och värde")
		m.i = sep + 1
	default:
		m.key(0, sep)
		m.i = sep + 1
	}
	m.out.WriteString("=")
	m.value(top)
	m.trailing()
}

var (
	keyThenValue = regexp.MustCompile(`^[\s\x{a0}]*([A-Za-z0-9_-]+)[\s\x{a0}]+(?:["'“”„‘’\d\[{]|true|false)`)
	loneKey      = regexp.MustCompile(`^[\s\x{a0}]*([a-z0-9_]+)[\s\x{a0}]*(?:#.*)?\n?$`)
	// A row out of Excel.
	nameThenFigure = regexp.MustCompile(`^[\s\x{a0}]*(\p{L}[\p{L}\d -]{0,60}?)[ \x{a0}]*\t[\s\x{a0}]*(\d+(?:\.\d+)?)[\s\x{a0}]*$`)
	plainFigure    = regexp.MustCompile(`^\d+(?:\.\d+)?$`)

	stray = regexp.MustCompile(`^[\s\x{a0}]*([\]})]+|["'“”]{1,3})[\s\x{a0}]*,?[\s\x{a0}]*(?:#.*)?\n?$`)
)

// noEquals reads a line without equals sign, and reports whether a value follows.
func (m *mender) noEquals(line string) bool {
	start := len(line) - len(strings.TrimLeft(line, blanks))
	if at := keyThenValue.FindStringSubmatchIndex(line); at != nil {
		name := line[at[2]:at[3]]
		hint := "skriv " + name + " = och sedan värdet"
		if value := strings.TrimSpace(line[at[3]:]); plainFigure.MatchString(value) {
			hint = "skriv " + name + " = " + value
		}
		m.syntax(at[3], hint, "likhetstecken saknas efter %s", quote(name))
		m.out.WriteString(name + " ")
		m.i = at[3]
		return true
	}
	if name := loneKey.FindStringSubmatch(line); name != nil {
		m.syntax(start, "skriv "+name[1]+` = "Text", eller ta bort raden`, "likhetstecken och värde saknas efter %s", quote(name[1]))
		m.out.WriteString(name[1] + ` = ""`)
		return false
	}
	if s := stray.FindStringSubmatch(line); s != nil {
		m.syntax(start, "ta bort raden, eller rätta raderna ovanför", "%s hör inte ihop med något ovanför", s[1])
		return false
	}
	if s := nameThenFigure.FindStringSubmatch(line); s != nil { // a row out of Excel
		m.syntax(start, "skriv "+quote(s[1])+" = "+s[2], "likhetstecken saknas efter %s", quote(s[1]))
		m.out.WriteString(quote(s[1]) + " = " + s[2])
		return false
	}
	// Pasted paragraphs are one mistake, however many lines they have.
	if m.r.prose != m.st.line {
		m.syntax(start, `skriv # först om det är en anteckning; en text skrivs nyckel = "Text"`,
			"raden %s är varken uppgift, rubrik eller anteckning", quote(strings.TrimSpace(line)))
	} else {
		m.found++
	}
	m.r.prose = m.st.line + 1
	return false
}

// trailing reads what comes after a value.
func (m *mender) trailing() {
	m.blank()
	if m.atEnd() {
		m.comment()
		return
	}
	rest := strings.TrimSpace(m.in[m.i:lineEnd(m.in, m.i)])
	switch {
	case rest == "":
		m.syntax(m.i, "skriv raden på nytt", "raden har ett osynligt styrtecken")
	case rest == "," || rest == ";":
		m.syntax(m.i, "ta bort det", "%s ska inte stå sist på raden", quote(rest))
	case strings.ContainsRune("]})", rune(rest[0])):
		m.syntax(m.i, "ta bort den", "%s har ingen motsvarighet tidigare på raden", rest[:1])
	case nextKey.MatchString(" " + rest):
		m.syntax(m.i, "börja en ny rad före den", "en uppgift till, %s, står på samma rad", quote(rest))
	default:
		m.syntax(m.i, "ta bort det, eller skriv # före om det är en anteckning", "%s står efter värdet", quote(rest))
	}
}
