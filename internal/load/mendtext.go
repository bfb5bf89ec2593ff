package load

import (
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// tomlString writes s as a TOML string on one line.
func tomlString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch r {
		case '"', '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case '\n':
			b.WriteString(`\n`)
		default:
			b.WriteRune(printable(r))
		}
	}
	b.WriteByte('"')
	return b.String()
}

// openEnd is where text that lacks its last quote ends: with the line, but for the
// brackets that stand last on it.
func (m *mender) openEnd(p spot, start int) int {
	text := strings.TrimRight(m.in[start:lineEnd(m.in, start)], "\n"+blanks)
	if p != top {
		text = strings.TrimRight(text, blanks+",")
		text = strings.TrimSuffix(text, string(separators[p].close))
	}
	return start + len(strings.TrimRight(text, blanks))
}

// short reads text within " or '.
func (m *mender) short(p spot, q byte) {
	opened := m.i
	start := opened + 1
	line := lineEnd(m.in, start)
	first := m.nextQuote(start, line, q)
	end := first
	// Quotes within the text: it goes on to one that is followed by what may follow.
	for end >= 0 && !p.ends(m.in[end+1:]) {
		end = m.nextQuote(end+1, line, q)
	}
	switch {
	case first < 0:
		m.openText(p, opened, q)
		return
	case end == first || end < 0 || m.isNext(p, first+1, q) || m.in[first+1] == ',':
		end = first
		if p == top && strings.HasPrefix(strings.TrimLeft(m.in[first+1:line], blanks), ",") && m.listWithoutBrackets(opened, line) {
			return
		}
	case first == start:
		m.syntax(opened, "ta bort det ena", "texten har dubbla citattecken före och efter")
		m.out.WriteString(tomlString(strings.Trim(m.in[start:end], `"`)))
		m.i = end + 1
		return
	default:
		m.syntax(first, `skriv ” i stället för " inuti texten`, "citattecknet inuti texten avslutar den för tidigt")
		m.out.WriteString(tomlString(m.in[start:end]))
		m.i = end + 1
		return
	}
	m.copyText(start, end, q)
	m.i = end + 1
}

// isNext reports whether another text, or another key, begins at i after white space:
// what lies between is a missing comma or line break, not a quote within the text.
func (m *mender) isNext(p spot, i int, q byte) bool {
	rest := strings.TrimLeft(m.in[i:], blanks)
	if nextKey.MatchString(m.in[i:]) {
		return true
	}
	return len(rest) < len(m.in[i:]) && rest != "" && rest[0] == q && !p.ends(rest[1:])
}

// nextQuote finds a quote that isn't escaped before end; -1 if there is none.
func (m *mender) nextQuote(i, end int, q byte) int {
	for ; i < end; i++ {
		switch {
		case m.in[i] == q:
			return i
		case q == '"' && m.in[i] == '\\':
			i++
		}
	}
	return -1
}

// openText reads text that lacks its last quote, on this line or at all.
func (m *mender) openText(p spot, opened int, q byte) {
	start := opened + 1
	if end := m.nextQuote(start, len(m.in), q); end >= 0 && p == top {
		m.syntax(opened, `skriv """ före och efter en text som går över flera rader`, "texten går över flera rader")
		m.longText(m.in[start:end])
		m.i = end + 1
		return
	}
	m.loose = true
	end := m.openEnd(p, start)
	plain := strings.TrimRight(m.in[start:end], "“”„‟″")
	if len(plain) < end-start {
		m.smartQuote(start+len(plain), m.in[start+len(plain):])
	} else {
		hint := "skriv " + string(q) + " där texten slutar"
		if len(plain) < longest {
			hint = "skriv " + string(q) + plain + string(q)
		}
		m.syntax(opened, hint, "citattecken saknas efter texten %s", shorten(plain))
	}
	m.out.WriteString(tomlString(plain))
	m.i = end
}

// listWithoutBrackets reads "a", "b" after an equals sign.
func (m *mender) listWithoutBrackets(opened, line int) bool {
	text := strings.TrimRight(m.in[opened:line], blanks+"\n,")
	if _, err := parse(new(unstable.Parser), "", statement{text: "x=[" + text + "]", line: 1}); err != nil || !strings.Contains(text, ",") {
		return false
	}
	m.syntax(opened, "skriv ["+shorten(text)+"]", "flera värden måste stå inom hakparenteser")
	m.out.WriteString("[" + text + "]")
	m.i = opened + len(text)
	return true
}

// copyText copies what stands within quotes, with backslashes that mean nothing doubled.
func (m *mender) copyText(start, end int, q byte) {
	m.out.WriteByte(q)
	m.escapes(start, end, q)
	m.out.WriteByte(q)
}

func (m *mender) escapes(start, end int, q byte) {
	for i := start; i < end; i++ {
		c := m.in[i]
		switch {
		case c == '\\' && q == '"' && !escapeAt(m.in[i:end]):
			m.syntax(i, `skriv / eller \\ i stället`, `omvänt snedstreck \ betyder något särskilt i en text`)
			m.out.WriteString(`\\`)
		case c == '\\' && q == '"' && m.in[i+1] != '\n':
			m.out.WriteString(m.in[i : i+2])
			i++
		case (c < ' ' && c != '\t' && c != '\n') || c == 0x7f:
			m.syntax(i, "skriv raden på nytt", "raden har ett osynligt styrtecken")
			m.out.WriteByte(' ')
		default:
			m.out.WriteByte(c)
		}
	}
}

// escapeAt reports whether text begins with an escape that TOML knows.
func escapeAt(text string) bool {
	if len(text) < 2 {
		return false
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[text[1]]
	if digits == 0 {
		return strings.IndexByte("btnfre\"\\\n", text[1]) >= 0
	}
	return isScalar(`"` + text[:min(len(text), 2+digits)] + `"`)
}

// long reads text within three quotes.
func (m *mender) long(quotes string) {
	opened := m.i
	start := opened + 3
	end := closing(m.in, start, quotes[0])
	if end < 0 {
		m.syntax(opened, "skriv "+quotes+" på en egen rad där texten slutar", "texten som börjar med %s avslutas aldrig", quotes)
		m.longText(strings.TrimPrefix(strings.TrimRight(m.in[start:], quotes[:1]+"\n"+blanks), "\n"))
		m.i = len(m.in)
		return
	}
	m.i = end + 3
	for m.i < len(m.in) && m.in[m.i] == quotes[0] && m.i < end+5 {
		m.i++
		end++
	}
	m.out.WriteString(quotes)
	m.escapes(start, end, quotes[0])
	m.out.WriteString(quotes)
}

// longText writes text over several lines, so that later lines keep their numbers.
func (m *mender) longText(s string) {
	s = strings.ReplaceAll(strings.Map(printable, s), `\`, `\\`)
	m.out.WriteString(`"""` + strings.ReplaceAll(s, `"`, `\"`) + `"""`)
}
