package compare

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// andList joins names as in running text: "a, b och c".
func andList(names []string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " och " + names[last]
}

// counted is a number with the noun that agrees with it: "1 mål", "ingen delregion".
// None is "ingen" or "inget", by the noun's gender.
func counted(n int, none, one, many string) string {
	switch n {
	case 0:
		return none + " " + one
	case 1:
		return "1 " + one
	}
	return FormatNumber(float64(n), 0) + " " + many
}

func delregionCount(n int) string { return counted(n, "ingen", "delregion", "delregioner") }
func figureCount(n int) string    { return counted(n, "ingen", "siffra", "siffror") }
func goalCount(n int) string      { return counted(n, "inget", "mål", "mål") }
func activityCount(n int) string  { return counted(n, "ingen", "aktivitet", "aktiviteter") }

// ofDelregioner is a part of the delregioner: "1 av 6 delregioner", "ingen delregion".
func ofDelregioner(n, all int) string {
	switch {
	case n == 0:
		return "ingen delregion"
	case all == 1:
		return "den enda delregionen"
	case n == all && n == 2:
		return "båda delregionerna"
	case n == all:
		return "alla " + strconv.Itoa(all) + " delregioner"
	}
	return strconv.Itoa(n) + " av " + strconv.Itoa(all) + " " + plural(float64(all), "delregion", "delregioner")
}

// noneOr writes a number, or the word for none.
func noneOr(n int, none string) string {
	if n == 0 {
		return none
	}
	return strconv.Itoa(n)
}

// sentence begins with a capital and ends with a full stop.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	r, size := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(r)) + s[size:]
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}

// joinNotes puts sentences after each other, leaving out empty ones and repetitions.
func joinNotes(notes ...string) string {
	var kept []string
	for _, n := range notes {
		if n = sentence(n); n != "" && !slices.Contains(kept, n) {
			kept = append(kept, n)
		}
	}
	return strings.Join(kept, " ")
}

// SortSwedish sorts items by name as a Swedish index does, with å, ä and ö last.
func SortSwedish[T any](items []T, name func(T) string) {
	c := collate.New(language.Swedish)
	slices.SortStableFunc(items, func(a, b T) int { return c.CompareString(name(a), name(b)) })
}

// LowerFirst makes the first letter small, for inside a sentence, but leaves an abbreviation: "SIP", "T2 2025".
func LowerFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if second, _ := utf8.DecodeRuneInString(s[size:]); size == 0 || unicode.IsUpper(second) || unicode.IsDigit(second) {
		return s
	}
	return string(unicode.ToLower(r)) + s[size:]
}

func upperFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

func joinSemicolon(parts []string) string { return strings.Join(parts, "; ") }

var swedishNumbers = []string{
	"noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
}

// NumberWord is a count, 0 or more, as running Swedish text has it: a small one as a word.
func NumberWord(n int) string {
	if n >= 0 && n < len(swedishNumbers) {
		return swedishNumbers[n]
	}
	return FormatNumber(float64(n), 0)
}
