package load

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"samverkan/internal/diag"
	"samverkan/internal/period"
	"samverkan/internal/report"
)

// day reads a date, as TOML's own or within quotes.
func (b *binder) day(key string, n *node) period.Date {
	written := n.written
	if n.kind == textNode {
		written = n.text
	}
	d, err := period.ParseDate(written)
	if err == nil && (n.kind == textNode || n.kind == dateNode) {
		return d
	}
	hint := "skriv till exempel " + key + " = 2024-03-22"
	e, ok := err.(*period.Error)
	switch {
	case n.kind == textNode && strings.TrimSpace(n.text) == "":
		b.fail(n, "ogiltigt-datum", hint+", eller ta bort raden", "%s är inte ifyllt", quote(key))
	case n.kind == clockNode && len(written) >= len("2024-03-22"):
		b.fail(n, "ogiltigt-datum", "skriv "+key+" = "+written[:10], "%s ska vara ett datum utan klockslag", quote(key))
		d, _ = period.ParseDate(written[:10])
	case n.kind != textNode && n.kind != dateNode || !ok:
		b.fail(n, "fel-typ", hint, "%s ska vara ett datum, men här står %s", quote(key), n.describe())
	case e.Suggestion != "":
		b.fail(n, "ogiltigt-datum", "skriv "+key+" = "+e.Suggestion, "datumet %s går inte att läsa: %s", quote(written), e.Reason)
		d, _ = period.ParseDate(e.Suggestion)
	default:
		b.fail(n, "ogiltigt-datum", hint, "datumet %s går inte att läsa: %s", quote(written), e.Reason)
	}
	return d
}

// span reads a Swedish period.
func (b *binder) span(key string, n *node) report.Period {
	written := n.text
	switch {
	case n.kind == numberNode && n.whole, n.kind == dateNode:
		written = n.written
	case n.kind != textNode:
		b.fail(n, "fel-typ", "skriv till exempel "+key+` = "Våren 2023"`, "%s ska vara en period inom citattecken, men här står %s", quote(key), n.describe())
		return report.Period{Pos: n.pos}
	}
	if strings.TrimSpace(written) == "" {
		b.fail(n, "ogiltig-period", "skriv till exempel "+key+` = "Våren 2023", eller ta bort raden`, "%s är inte ifyllt", quote(key))
		return report.Period{Pos: n.pos}
	}
	p, err := period.Parse(written)
	if e, ok := err.(*period.Error); ok {
		b.fail(n, "ogiltig-period", periodHint(written, n.pos.File), "perioden %s går inte att läsa: %s", quote(written), e.Reason)
	}
	return report.Period{Period: p, Pos: n.pos}
}

var shortYear = regexp.MustCompile(`^(.*\pL)\.?\s*[-–’']?\s*(\d\d)$`)

// periodHint is how a period could have been written: what was meant where that can be
// told, else the forms, in the year that the file is about.
func periodHint(written, file string) string {
	year := "2023"
	if parts := strings.Split(file, "/"); len(parts) == 3 && isYear(parts[1]) {
		year = parts[1]
	}
	guess := written + " " + year
	if m := shortYear.FindStringSubmatch(written); m != nil {
		guess = m[1] + " 20" + m[2]
	}
	if _, err := period.Parse(guess); err == nil {
		return "menade du " + quote(guess) + "?"
	}
	forms := []string{"%s-03-15", "Mars %s", "Våren %s", "Senhösten %s", "Kvartal 2 %s", "T1 %s", "Februari–mars %s", "Hösten–vintern %s"}
	for i := range forms {
		forms[i] = fmt.Sprintf(forms[i], year)
	}
	return "skriv till exempel " + oneOf(append(forms, "Löpande"))
}

// checkID reports an id that can't become part of an address.
func (b *binder) checkID(pos diag.Pos, id string) {
	if validID.MatchString(id) && len(id) <= 80 {
		return
	}
	hint := "använd små bokstäver a–z, siffror och bindestreck"
	if s := slug(id); validID.MatchString(s) && len(s) <= 80 {
		hint = "skriv " + quote(s)
	}
	b.findings.Errorf(pos, "ogiltigt-id", hint, "id:t %s har annat än små bokstäver a–z, siffror och bindestreck, och blir del av en adress", quote(id))
}

// parseYear reads a year that figures may be for.
func parseYear(s string) (int, bool) {
	y, err := strconv.Atoi(s)
	return y, err == nil && len(s) == 4 && y >= 1900 && y < 2200
}
