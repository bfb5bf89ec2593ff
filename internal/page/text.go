package page

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"samverkan/internal/compare"
	"samverkan/internal/report"
)

func itoa(n int) string { return strconv.Itoa(n) }

// sentenceList joins as Swedish does: "a, b och c".
func sentenceList(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " och " + items[last]
}

// number writes a small count as a word, as running Swedish text does.
func number(n int) string { return compare.NumberWord(n) }

// group writes a count in digits with a narrow no-break space between thousands.
func group(n int) string { return compare.FormatNumber(float64(n), 0) }

// counted is a count and its noun: "3 mål", "1 aktivitet".
func counted(n int, one, many string) string {
	if n == 1 {
		return "1\u00a0" + one
	}
	return group(n) + "\u00a0" + many
}

// capital makes the first letter a capital.
func capital(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

// chapterOrder puts the main text first, then chapters by their stated place and file.
func chapterOrder(ns []*report.Narrative) []*report.Narrative {
	sorted := slices.Clone(ns)
	slices.SortStableFunc(sorted, func(a, b *report.Narrative) int {
		if (a.Chapter == "") != (b.Chapter == "") {
			if a.Chapter == "" {
				return -1
			}
			return 1
		}
		if a.Order != b.Order {
			return placed(a.Order) - placed(b.Order)
		}
		return strings.Compare(a.File, b.File)
	})
	return sorted
}

// placed puts chapters without a stated place last.
func placed(order int) int {
	if order == 0 {
		return 1 << 20
	}
	return order
}

// figureLength names how long the longest of some figures set large is, so that the
// style sheet can size them all alike and each stays on its line: "3,4 dagar" must never
// break inside the unit.
func figureLength(figures ...string) string {
	longest := 0
	for _, f := range figures {
		longest = max(longest, utf8.RuneCountInString(f))
	}
	switch {
	case longest <= 7:
		return ""
	case longest <= 11:
		return "langt"
	case longest <= 16:
		return "langre"
	}
	return "langst"
}

// headingFit is for a heading with a word that a phone's screen is too narrow for in the size of other headings. No
// browser can be trusted to hyphenate Swedish, and a word must not be broken before its last letter.
func headingFit(heading string) string {
	longest := 0
	for _, w := range strings.FieldsFunc(heading, func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == '–' || r == '/' }) {
		longest = max(longest, utf8.RuneCountInString(w))
	}
	switch {
	case longest > 23:
		return "langst-ord"
	case longest > 15:
		return "langt-ord"
	}
	return ""
}

// joints are last parts of long Swedish names; browsers without Swedish hyphenation
// need to be told where such a word may break.
var joints = []string{"området", "område", "samverkan", "kommunerna", "sjukhuset", "bygden", "slätten", "dalen", "kusten", "kustens",
	"system", "bedömning", "bedömningar", "genomgång", "övergång", "förvaltningen", "utskrivning", "prevention", "gränser", "rapport"}

// soft lets the long words of a column's name break where a reader would break them.
func soft(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		for _, joint := range joints {
			if first, found := strings.CutSuffix(w, joint); found && utf8.RuneCountInString(first) > 4 && utf8.RuneCountInString(w) > 10 {
				words[i] = first + "\u00ad" + joint
			}
		}
	}
	return strings.Join(words, " ")
}
