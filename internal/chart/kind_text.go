package chart

import (
	"slices"
	"strings"
	"unicode"
)

// write adds a text to the sheet; an empty one adds nothing.
func (s *sheet) write(t text) {
	if t.words == "" {
		return
	}
	if t.size == 0 {
		t.size = bodySize
	}
	if t.align == "" {
		t.align = "left"
	}
	s.overlay.texts = append(s.overlay.texts, t)
}

// draw adds a line to the sheet.
func (s *sheet) draw(l stroke) { s.overlay.lines = append(s.overlay.lines, l) }

// width is how many pixels the text's longest line takes at most.
func (t text) width() float64 {
	widest := 0.0
	for line := range strings.SplitSeq(t.words, "\n") {
		widest = max(widest, TextWidth(line, t.size, t.bold))
	}
	return widest
}

// height is how many pixels its lines take.
func (t text) height() float64 { return blockHeight(t.words) }

func blockHeight(words string) float64 { return float64(1+strings.Count(words, "\n")) * lineHeight }

// left is where the text begins.
func (t text) left() float64 {
	switch t.align {
	case "center":
		return t.x - t.width()/2
	case "right":
		return t.x - t.width()
	}
	return t.x
}

// widest is the width in pixels of the longest of the texts, at the given size.
func widest(texts []string, size float64, bold bool) float64 {
	w := 0.0
	for _, t := range texts {
		w = max(w, text{words: t, size: size, bold: bold}.width())
	}
	return w
}

// wrapAll breaks each text, and tells how wide and how high in pixels the greatest becomes.
func wrapAll(texts []string, width, size float64, bold bool) (wrapped []string, w, h float64) {
	wrapped = make([]string, len(texts))
	for i, t := range texts {
		wrapped[i] = wrapWord(t, width, size, bold)
		h = max(h, blockHeight(wrapped[i]))
	}
	return wrapped, widest(wrapped, size, bold), h
}

// wrapWord is Wrap that also breaks what no space breaks and alone is wider than width: at a no-break space, after a
// hyphen, a dash or a slash, or with a hyphen of its own, as Swedish words are broken: before a consonant and its vowel.
func wrapWord(words string, width, size float64, bold bool) string {
	var pieces []string
	for _, word := range strings.FieldsFunc(words, breakable) {
		pieces = append(pieces, breakWord(word, width, size, bold)...)
	}
	return Wrap(strings.Join(pieces, " "), width, size, bold)
}

func breakWord(word string, width, size float64, bold bool) []string {
	if TextWidth(word, size, bold) <= width {
		return []string{word}
	}
	if head, tail, ok := strings.Cut(word, "\u00a0"); ok {
		return append(breakWord(head, width, size, bold), breakWord(tail, width, size, bold)...)
	}
	runes, n := []rune(word), 1
	for n < len(runes) && TextWidth(string(runes[:n+1])+"-", size, bold) <= width {
		n++
	}
	cut := syllable(runes, n)
	for i := n; i > n/2; i-- { // a place where the word breaks by itself, if there is one
		if strings.ContainsRune("-–/", runes[i-1]) {
			return append([]string{string(runes[:i])}, breakWord(string(runes[i:]), width, size, bold)...)
		}
	}
	if len(runes)-cut < 3 { // no two letters alone on a line
		cut = max(1, len(runes)-3)
	}
	if cut >= len(runes) {
		return []string{word}
	}
	return append([]string{string(runes[:cut]) + "-"}, breakWord(string(runes[cut:]), width, size, bold)...)
}

// syllable is the last place, at most n, where a word may be broken by the rule that a single consonant goes with the
// vowel after it; n where there is none near.
func syllable(runes []rune, n int) int {
	is := func(i int, of string) bool { return strings.ContainsRune(of, unicode.ToLower(runes[i])) }
	const vowels = "aeiouyåäöé"
	for i := min(n, len(runes)-3); i > n/2 && i > 1; i-- {
		pair := strings.ToLower(string(runes[i-1 : i+1]))
		whole := slices.Contains([]string{"ng", "ck", "sj", "tj", "ch", "sh", "kj"}, pair) // one sound
		if !is(i, vowels) && unicode.IsLetter(runes[i]) && is(i+1, vowels) && !whole {
			return i
		}
	}
	return n
}
