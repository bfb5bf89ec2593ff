package load

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"samverkan/internal/report"
)

// figureKeys are the keys of a figure that is written as a table.
var figureKeys = []string{"varde", "flagga", "kommentar", "andel", "relation", "tidigare"}

// looksLikeFigure reports whether a table is a figure and not a breakdown.
func looksLikeFigure(n *node) bool {
	for _, key := range append([]string{"taljare", "namnare"}, figureKeys...) {
		if n.get(key) != nil && key != "kommentar" {
			return true
		}
	}
	return false
}

const missingHint = `skriv ".." om uppgiften saknas och "." om den inte kan förekomma`

// figure reads a figure, or what may stand instead of one. What can't be read
// becomes Missing: the coordinator meant to give something.
func (b *binder) figure(key string, n *node) report.Value {
	v := report.Value{Kind: report.Missing, Pos: n.pos}
	switch n.kind {
	case numberNode:
		v.Kind, v.Number = report.Number, n.number
	case textNode:
		b.mark(key, n, &v)
	case tableNode:
		return b.figureTable(key, b.merge(n), false)
	case notNumberNode:
		b.fail(n, "ogiltigt-varde", missingHint, "%s är inget tal", n.written)
	default:
		b.fail(n, "fel-typ", "skriv till exempel "+keyed(key, "17.5"), "%s ska vara ett tal, men här står %s", quote(key), n.describe())
	}
	return v
}

var (
	maskedMark = regexp.MustCompile(`^<\s*\d+$`)
	numeric    = regexp.MustCompile(`^[+-]?(?:\d+\.?\d*|\.\d+)$`)
	noFigure   = []string{"", "-", "–", "—", "…", "...", "x", "xx", "saknas", "uppgift saknas", "n/a", "na", "ej uppgift", "ingen uppgift", "okänt", "vet ej"}
)

// mark reads a text that stands for a figure.
func (b *binder) mark(key string, n *node, v *report.Value) {
	switch s := strings.TrimSpace(n.text); {
	case s == "..":
	case s == ".":
		v.Kind = report.NotApplicable
	case maskedMark.MatchString(s):
		v.Kind, v.Written = report.MaskedBySource, s
	default:
		plain := plainNumber(s)
		if plain == "" {
			b.notAFigure(key, n, s)
			return
		}
		v.Kind = report.Number
		v.Number, _ = strconv.ParseFloat(plain, 64)
		hint := "skriv " + keyed(key, plain) + ", utan citattecken runt talet" + kronorApart(s)
		if strings.HasSuffix(s, "%") && key != "varde" {
			hint += "; är det en andel och antalet inte är känt, skriv " + keyed(key, "{ andel = "+plain+" }")
		}
		b.fail(n, "ogiltigt-varde", hint, "talet %s står som text", quote(s))
	}
}

// keyed writes a line with a key and a value.
func keyed(key, value string) string {
	if !bare.MatchString(key) {
		key = `"` + key + `"`
	}
	return key + " = " + value
}

func (b *binder) notAFigure(key string, n *node, s string) {
	hint := "skriv ett tal, till exempel " + keyed(key, anExample(key)) + `, eller ".." om uppgiften saknas`
	if slices.Contains(noFigure, strings.ToLower(s)) {
		hint = missingHint
	} else if meant := meantFigure(key, s); meant != "" {
		hint = meant
	}
	if s == "" {
		b.fail(n, "ogiltigt-varde", hint, "%s är inte ifyllt", quote(key))
		return
	}
	b.failNumber(n, "ogiltigt-varde", hint, "%s är inget värde för %s", quote(s), quote(key))
}

// anExample is a number that could stand under key.
func anExample(key string) string {
	if key == "belopp" {
		return "1200000"
	}
	return "17.5"
}

var (
	roughly = regexp.MustCompile(`(?i)^(?:ca|c:a|cirka|omkring|ungefär|runt|~|≈)\.?\s*(.+)$`)
	outOf   = regexp.MustCompile(`^(\d+)\s*(?:av|/)\s*(\d+)$`)
	between = regexp.MustCompile(`^(\d+(?:[.,]\d+)?)\s*[-–]\s*(\d+(?:[.,]\d+)?)(?:\s*%)?$`)
	limit   = regexp.MustCompile(`(?i)^(?:över|mer än|fler än|minst|under|mindre än|färre än|högst|drygt|knappt|närmare)\s`)
)

// meantFigure is how what was written in words is written as a figure; "" when it
// can't be told.
func meantFigure(key, s string) string {
	if m := roughly.FindStringSubmatch(s); m != nil && plainNumber(m[1]) != "" {
		return "skriv " + keyed(key, "{ varde = "+plainNumber(m[1])+`, flagga = "skattad", kommentar = "ungefärlig uppgift" }`)
	}
	if m := outOf.FindStringSubmatch(s); m != nil {
		switch key {
		case "taljare", "namnare", "varde":
			return "skriv taljare = " + m[1] + " och namnare = " + m[2] + ", på var sin rad"
		case "totalt", "analyserat", "svarande", "belopp":
			return "" // a plain figure
		}
		return "skriv " + keyed(key, "{ taljare = "+m[1]+", namnare = "+m[2]+" }")
	}
	if whole, unit := wholeAmount(s); whole != "" {
		hint := "skriv " + keyed(key, whole)
		if unit != "" && key == "belopp" {
			hint += ", och för sig: " + keyed("enhet", strconv.Quote(unit))
		}
		return hint
	}
	if m := between.FindStringSubmatch(s); m != nil {
		return `skriv ett enda tal, annars ".." och "` + m[1] + "–" + m[2] + `" i en kommentar`
	}
	if limit.MatchString(s) {
		return `skriv talet om ni har det, annars ".." och det ni vet i en kommentar`
	}
	return ""
}

// kronorApart is what a hint has to add when an amount is written with its unit.
func kronorApart(s string) string {
	for _, u := range []struct{ written, unit string }{{" tkr", "tkr"}, {" kr", "kronor"}} {
		if strings.HasSuffix(s, u.written) {
			return ", och för sig: " + keyed("enhet", strconv.Quote(u.unit))
		}
	}
	return ""
}

var (
	grouped  = regexp.MustCompile(`^\d{1,3}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,}|(?:['’]\d{3})+)$`)
	millions = regexp.MustCompile(`(?i)^(\d+(?:[.,]\d{1,6})?)\s*(?:mkr|mnkr|msek|miljoner(?: kronor| kr)?)$`)
	inKronor = regexp.MustCompile(`(?i)^(\d[\d ,.\x{a0}]*?)\s*(?:[:,][-–—]|kronor|sek)$`)
	noPoints = strings.NewReplacer(".", "", ",", "", "'", "", "’", "")
)

// wholeAmount reads what is written as on an invoice or in a newspaper: 1.200.000, 1500:-
// and 1,2 mkr. The unit is "" where none is written; both are where s is something else.
func wholeAmount(s string) (number, unit string) {
	if m := inKronor.FindStringSubmatch(s); m != nil {
		s, unit = m[1], "kronor"
	}
	if m := millions.FindStringSubmatch(s); m != nil {
		before, decimals, _ := strings.Cut(strings.Replace(m[1], ",", ".", 1), ".")
		return plainNumber(before + decimals + strings.Repeat("0", 6-len(decimals))), "kronor"
	}
	if grouped.MatchString(s) {
		s = noPoints.Replace(s)
	}
	if number = plainNumber(s); number == "" {
		unit = ""
	}
	return number, unit
}

var spaces = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "\u2009", "", "−", "-", ",", ".", "'", "")

// plainNumber reads a number as people write it, "12 345,5" or "17 %", and gives it
// as TOML wants it; "" when s isn't a number.
func plainNumber(s string) string {
	s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s), "%"))
	for _, unit := range []string{" procent", " st", " kr", " tkr", " dagar", " timmar"} {
		s = strings.TrimSuffix(s, unit)
	}
	plain := spaces.Replace(s)
	if !numeric.MatchString(plain) || len(plain) > 18 {
		return ""
	}
	sign, digits := "", strings.TrimLeft(plain, "+")
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	// TOML takes no leading zeros, and wants digits on both sides of the point.
	if digits = strings.TrimSuffix(digits, "."); digits[0] == '.' {
		digits = "0" + digits
	}
	for len(digits) > 1 && digits[0] == '0' && digits[1] != '.' {
		digits = digits[1:]
	}
	return sign + digits
}
