package load

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"samverkan/internal/period"

	"github.com/pelletier/go-toml/v2/unstable"
)

var (
	dateLike  = regexp.MustCompile(`^\d{1,4}[-/.]\d{1,2}[-/. ]\d{1,4}(?:[T ].*)?$|^\d{1,2} \p{L}+ \d{4}$`)
	monthLike = regexp.MustCompile(`^\d{4}-\d{2}$|^\d{4}\s*[-–]\s*\d{4}$`)
	digitLike = regexp.MustCompile(`^[+-]?[\d_]+(?:\.\d+)?$`)
	markLike  = regexp.MustCompile(`^(?:\.\.?|…|<\s*\d+|-|–)$`)
)

var (
	firstScalar = regexp.MustCompile(`^[^\s\]}),]+`)
	nextKey     = regexp.MustCompile(`^[\s\x{a0}]+[A-Za-z0-9_-]+[ \t]*=`)
)

var (
	wholeLike = regexp.MustCompile(`^[+-]?\d+$`)
	// Within { } a lone number after a comma is no key: the comma is the decimal's.
	decimalsAfter = regexp.MustCompile(`^(,\d{1,3}(?:[ \x{a0}]*%)?)(?:[ \x{a0}]*[,}\n]|$)`)
)

// goesOn reports whether what follows the first word of a value without quotes may
// belong to it. If not, it is another mistake: a bracket too many, a missing comma.
func (m *mender) goesOn(p spot, rest string) bool {
	if nextKey.MatchString(rest) {
		return false
	}
	return p != top || strings.IndexFunc(rest, unicode.IsLetter) >= 0 || strings.IndexFunc(rest, unicode.IsDigit) >= 0 || strings.Contains(rest, "%")
}

// word reads a value that is neither text within quotes nor brackets.
func (m *mender) word(p spot) {
	s := m.token(p)
	at := m.i
	if first := firstScalar.FindString(s); first != "" && first != s && isScalar(first) && !m.goesOn(p, s[len(first):]) {
		s = first
	}
	if bare := strings.TrimRight(s, ";"); p == top && bare != s && isScalar(bare) {
		s = bare // what follows is for trailing to report
	}
	m.i += len(s)
	if rest := decimalsAfter.FindStringSubmatch(m.in[m.i:]); p == inTable && rest != nil && wholeLike.MatchString(s) {
		s += rest[1]
		m.i += len(rest[1])
	}
	lower := strings.ToLower(s)
	switch plain := plainNumber(s); {
	case s == "":
		return
	case isScalar(s):
		m.out.WriteString(s)
	case dateLike.MatchString(s):
		m.badDate(at, s)
	case monthLike.MatchString(s):
		m.needsQuotes(at, s, "perioden")
	case markLike.MatchString(s):
		m.mark(at, s)
	case plain != "":
		m.syntax(at, "skriv "+plain+kronorApart(s), "%s går inte att läsa som tal: %s", quote(s), numberTrouble(s))
		m.out.WriteString(plain)
	case digitLike.MatchString(s):
		m.syntax(at, "kontrollera siffrorna", "talet %s är för stort eller har fel tecken", quote(s))
		m.out.WriteString("0")
	case slices.Contains(yes, lower), slices.Contains(no, lower):
		answer := strconv.FormatBool(slices.Contains(yes, lower))
		m.syntax(at, "skriv "+answer+" för ja eller nej, eller "+strconv.Quote(s)+" om det är text", "%s står utan citattecken", quote(s))
		m.out.WriteString(answer)
	default:
		m.bareText(at, s)
	}
}

// isScalar reports whether s is a value in TOML.
func isScalar(s string) bool {
	_, err := parse(new(unstable.Parser), "", statement{text: "x=" + s, line: 1})
	return err == nil && !strings.Contains(s, "\n")
}

func numberTrouble(s string) string {
	switch {
	case strings.Contains(s, "%"):
		return "enheten ska inte stå med"
	case strings.Contains(s, ","):
		return "decimaler skrivs med punkt"
	case strings.ContainsAny(s, " \u00a0\u202f"):
		return "tal skrivs utan mellanslag och enhet"
	case strings.Contains(s, "−"):
		return "minustecknet ska vara ett vanligt bindestreck"
	}
	if strings.HasPrefix(s, ".") || strings.HasSuffix(s, ".") {
		return "en siffra saknas före eller efter punkten"
	}
	return "tal skrivs utan nolla eller plus först"
}

func (m *mender) badDate(at int, s string) {
	reason, hint := "", "skriv till exempel 2024-03-22"
	_, err := period.ParseDate(s)
	if e, ok := err.(*period.Error); ok {
		reason = ": " + e.Reason
		if e.Suggestion != "" {
			hint = "skriv " + e.Suggestion
			s2 := e.Suggestion
			defer m.out.WriteString(s2)
		} else {
			defer m.out.WriteString(strconv.Quote(s))
		}
	}
	m.fail(at, "ogiltigt-datum", hint, "datumet %s går inte att läsa%s", quote(s), reason)
}

// mark reads a sign that stands for a figure.
func (m *mender) mark(at int, s string) {
	if s == ".." || s == "." || s[0] == '<' {
		m.needsQuotes(at, s, "tecknet")
		return
	}
	m.syntax(at, missingHint, "%s är inget värde", quote(s))
	m.out.WriteString(`".."`)
}

func (m *mender) needsQuotes(at int, s, what string) {
	m.syntax(at, `skriv "`+s+`"`, "%s %s måste stå inom citattecken", what, s)
	m.out.WriteString(strconv.Quote(s))
}

// bareText reads text without quotes, or with only the last one.
func (m *mender) bareText(at int, s string) {
	if plain := strings.Trim(s, "´`"); plain != s && plain != "" {
		m.syntax(at, "skriv "+quote(plain), "´ och ` är accenter, inga citattecken")
		m.out.WriteString(tomlString(plain))
		return
	}
	plain := strings.TrimRight(s, "\"'“”„‟″’")
	hint := `skriv "` + shorten(plain) + `"`
	if first := firstScalar.FindString(plain); first != plain && isScalar(first) {
		hint += ", eller bara " + first + " om det är ett tal"
	}
	switch last, _ := utf8.DecodeLastRuneInString(s); {
	case plain == s:
		m.syntax(at, hint, "texten %s måste stå inom citattecken", shorten(s))
	case last == '"' || last == '\'':
		m.syntax(at, hint, "citattecken saknas före texten %s", shorten(plain))
	default:
		m.smartQuote(at+len(plain), s[len(plain):])
	}
	m.out.WriteString(tomlString(plain))
}
