package load

import (
	"fmt"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"samverkan/internal/report"
)

// scalar moves a value into the field target.
func (b *binder) scalar(n *node, f *Field, target reflect.Value) {
	switch f.Kind {
	case Text:
		target.SetString(b.text(f.Key, n))
	case ID:
		s := b.text(f.Key, n)
		if n.kind == textNode && !n.mended {
			b.checkID(n.pos, s)
		}
		target.SetString(s)
	case Whole:
		target.SetInt(b.wholeNumber(f.Key, n))
	case Decimal:
		d, _ := b.decimal(f.Key, n)
		target.SetFloat(d)
	case Truth:
		b.truth(f, n, target)
	case Choice:
		target.SetString(b.choice(f.Key, n, f.Choices))
	default:
		target.Set(reflect.ValueOf(b.composite(n, f)))
	}
}

// composite reads the kinds that have a Go type of their own.
func (b *binder) composite(n *node, f *Field) any {
	switch f.Kind {
	case Texts:
		return report.IDs(b.texts(f.Key, n))
	case Day:
		return b.day(f.Key, n)
	case Span:
		return b.span(f.Key, n)
	case Figure:
		return b.figure(f.Key, n)
	case YearFigure:
		return b.yearFigures(f.Key, n)
	case Reference:
		return report.Ref{ID: strings.TrimSpace(b.text(f.Key, n)), Pos: n.pos}
	case References:
		return b.texts(f.Key, n)
	}
	panic("load: unknown kind " + string(f.Kind))
}

// describe says what n is, for "men här står …".
func (n *node) describe() string {
	switch n.kind {
	case tableNode:
		return "en tabell"
	case listNode:
		return "en lista"
	case textNode:
		return "texten " + quote(n.text)
	case numberNode, notNumberNode:
		return "talet " + shorten(n.written)
	case dateNode:
		return "datumet " + shorten(n.written)
	case clockNode:
		return "klockslaget " + shorten(n.written)
	}
	return shorten(n.written)
}

// text reads a text. What is evidently meant as one is used as one.
func (b *binder) text(key string, n *node) string {
	switch n.kind {
	case textNode:
		return n.text
	case tableNode, listNode:
		write := "Text"
		if len(n.items) == 1 && n.items[0].kind == textNode {
			write = shorten(n.items[0].text)
		}
		b.fail(n, "fel-typ", "skriv "+key+` = "`+write+`"`, "%s ska vara en text inom citattecken, men här står %s", quote(key), n.describe())
		return ""
	}
	hint := "skriv " + key + ` = "` + shorten(n.written) + `"`
	if n.kind == truthNode {
		hint = "svara med en mening: " + key + ` = "…"; vet ni inte, ta bort raden`
	}
	b.fail(n, "fel-typ", hint, "%s ska vara en text inom citattecken, men här står %s", quote(key), n.describe())
	if n.kind == truthNode {
		return ""
	}
	return n.written
}

// texts reads a list of texts with their positions; a lone text is taken for a list of one.
func (b *binder) texts(key string, n *node) []report.Ref {
	items := n.items
	if n.kind != listNode {
		items = []*node{n}
	}
	if n.kind == tableNode || n.origin == repeated {
		b.fail(n, "fel-typ", "skriv "+key+` = ["a", "b"]`, "%s ska vara en lista med texter, men här står %s", quote(key), n.describe())
		return nil
	}
	refs := make([]report.Ref, 0, len(items))
	for _, item := range items {
		if item.kind == tableNode || item.kind == listNode {
			b.fail(item, "fel-typ", "skriv "+key+` = ["a", "b"]`, "%s ska vara en lista med texter, men i den står %s", quote(key), item.describe())
			continue
		}
		if item.kind != textNode && item != n {
			b.fail(item, "fel-typ", `skriv "`+shorten(item.written)+`"`, "det som står i listan %s ska stå inom citattecken, men här står %s", quote(key), item.describe())
			refs = append(refs, report.Ref{ID: item.written, Pos: item.pos})
			continue
		}
		refs = append(refs, report.Ref{ID: b.text(key, item), Pos: item.pos})
	}
	return refs
}

func (b *binder) wholeNumber(key string, n *node) int64 {
	if n.kind == numberNode && n.number == math.Trunc(n.number) && math.Abs(n.number) < 1<<53 {
		return int64(n.number)
	}
	hint := "skriv till exempel " + key + " = 13"
	if plain := plainNumber(n.text); n.kind == textNode && plain != "" && !strings.Contains(plain, ".") {
		b.fail(n, "fel-typ", "skriv "+key+" = "+plain+" utan citattecken", "talet %s står som text", quote(n.text))
		i, _ := strconv.ParseInt(plain, 10, 64)
		return i
	}
	if key == "ar" && yearRange.MatchString(n.text) {
		hint = `skriv period = "` + n.text + `" i stället för ar`
	}
	if whole, _ := wholeAmount(n.text); n.kind == textNode && whole != "" && !strings.Contains(whole, ".") {
		hint = "skriv " + key + " = " + whole
	}
	b.failNumber(n, "fel-typ", hint, "%s ska vara ett heltal, men här står %s", quote(key), n.describe())
	return 0
}

var yearRange = regexp.MustCompile(`^\s*\d{4}\s*[-–]\s*\d{4}\s*$`)

func (b *binder) decimal(key string, n *node) (float64, bool) {
	if n.kind == numberNode {
		return n.number, true
	}
	if plain := plainNumber(n.text); n.kind == textNode && plain != "" {
		b.fail(n, "fel-typ", "skriv "+key+" = "+plain+" utan citattecken", "talet %s står som text", quote(n.text))
		d, err := strconv.ParseFloat(plain, 64)
		return d, err == nil
	}
	if n.kind == notNumberNode {
		b.fail(n, "ogiltigt-varde", "skriv till exempel "+key+" = 17.5", "%s är inget tal", n.written)
		return 0, false
	}
	b.failNumber(n, "fel-typ", "skriv till exempel "+key+" = 17.5", "%s ska vara ett tal, men här står %s", quote(key), n.describe())
	return 0, false
}

var (
	yes = []string{"ja", "true", "sant", "j", "yes"}
	no  = []string{"nej", "false", "falskt", "n", "no"}
)

// truth reads true or false; a *bool stays nil where neither can be made out.
func (b *binder) truth(f *Field, n *node, target reflect.Value) {
	answer := n.truth
	if n.kind != truthNode {
		word := strings.ToLower(strings.TrimSpace(n.text))
		hint := "skriv " + f.Key + " = true eller " + f.Key + " = false"
		if f.Optional {
			hint += "; vet ni inte, ta bort raden"
		}
		answer = slices.Contains(yes, word)
		if answer || slices.Contains(no, word) {
			hint = fmt.Sprintf("skriv %s = %t utan citattecken", f.Key, answer)
		}
		b.fail(n, "fel-typ", hint, "%s ska vara true (ja) eller false (nej), men här står %s", quote(f.Key), n.describe())
		if !answer && !slices.Contains(no, word) {
			return
		}
	}
	if f.Optional {
		target.Set(reflect.ValueOf(&answer))
		return
	}
	target.SetBool(answer)
}

// saidInstead is what to write instead of some words that are natural to write but are
// none of a key's, nor like the one that is meant.
var saidInstead = map[string]string{
	"enhet/kr":              `skriv "kronor"`,
	"enhet/sek":             `skriv "kronor"`,
	"enhet/mkr":             `räkna om till tusen kronor och skriv "tkr", eller skriv hela beloppet och "kronor"`,
	"enhet/msek":            `räkna om till tusen kronor och skriv "tkr", eller skriv hela beloppet och "kronor"`,
	"enhet/miljoner":        `räkna om till tusen kronor och skriv "tkr", eller skriv hela beloppet och "kronor"`,
	"enhet/ksek":            `skriv "tkr"`,
	"enhet/tusen kronor":    `skriv "tkr"`,
	"enhet/%":               `skriv "procent"`,
	"enhet/st":              `skriv "antal"`,
	"slag/vision":           "skriv vision = true i stället för slag",
	"bedomning/nått":        `skriv "uppnatt"`,
	"bedomning/ej nått":     `skriv "ej-uppnatt"`,
	"bedomning/delvis nått": `skriv "delvis"`,
}

// choice reads one of a fixed set of words; "" where it is none of them. A word that
// differs only in case or dots (pågående for pagaende) is used after the finding.
func (b *binder) choice(key string, n *node, choices []report.Choice) string {
	words := make([]string, len(choices))
	meanings := make([]string, len(choices))
	for i, c := range choices {
		words[i], meanings[i] = c.Word, c.Meaning
	}
	hint := "välj " + oneOf(words)
	if n.kind != textNode {
		b.fail(n, "fel-typ", hint+", inom citattecken", "%s ska vara ett av några bestämda ord, men här står %s", quote(key), n.describe())
		return ""
	}
	word := strings.TrimSpace(n.text)
	if slices.Contains(words, word) {
		return word
	}
	meant := asciiMatch(word, words)
	if i := slices.Index(meanings, asciiMatch(word, meanings)); meant == "" && i >= 0 {
		meant = words[i]
	}
	if said := saidInstead[key+"/"+strings.ToLower(word)]; said != "" {
		hint = said
	} else if meant != "" {
		hint = "skriv " + quote(meant)
	} else if c := closest(word, words); c != "" {
		hint = "menade du " + quote(c) + "? De ord som finns: " + strings.Join(words, ", ")
	}
	if word == "" {
		b.fail(n, "okant-ord", hint+", eller ta bort raden", "%s är inte ifyllt", quote(key))
		return ""
	}
	b.fail(n, "okant-ord", hint, "%s är inget av orden för %s", quote(word), quote(key))
	return meant
}
