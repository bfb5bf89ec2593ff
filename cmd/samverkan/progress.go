package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"samverkan/internal/check"
	"samverkan/internal/diag"
	"samverkan/internal/report"
)

// progress says what remains to be done by each delregion for the newest year that any
// of them has reported; "" when there is no year or no delregion yet. A delregion is done
// when it is complete and has nothing wrong in its files.
func progress(county *report.County, findings diag.List) string {
	if len(county.Years) == 0 || len(county.Delregioner) == 0 {
		return ""
	}
	year := check.CurrentYear(county)
	all := check.Progress(county, year)
	done, width := 0, 0
	lines := make([]string, len(all))
	for i, r := range all {
		mistakes := errorsOf(findings, year, r.Delregion)
		lines[i] = remaining(r, mistakes)
		switch {
		case r.State == check.Complete && mistakes == 0:
			done++
		case r.State == check.Complete:
			all[i].State = check.Incomplete
		}
		width = max(width, utf8.RuneCountInString(called(r)))
	}
	if done == len(all) {
		return fmt.Sprintf("Alla delregioner är klara för %d.\n", year) + underWay(county, year)
	}
	var b strings.Builder
	noun := "delregioner är klara"
	if len(all) == 1 {
		noun = "delregion är klar"
	}
	fmt.Fprintf(&b, "\nDet här återstår för %d (%d av %d %s):\n", year, done, len(all), noun)
	for i, r := range all {
		line := "    " + pad(called(r), width+2) + pad(string(r.State), 14) + lines[i]
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String() + underWay(county, year)
}

// underWay names the later years, which no delregion has begun to report.
func underWay(county *report.County, current int) string {
	var b strings.Builder
	for _, year := range county.Years {
		if year > current {
			fmt.Fprintf(&b, "%d pågår; ingen delregion har lämnat något för det året än.\n", year)
		}
	}
	return b.String()
}

// called is a delregion's name, or its id until it has one.
func called(r check.Remaining) string {
	if r.Name == "" {
		return r.Delregion
	}
	return r.Name
}

// errorsOf counts the errors in the files of a delregion's year.
func errorsOf(findings diag.List, year int, delregion string) int {
	data, text := fmt.Sprintf("data/%d/%s.", year, delregion), fmt.Sprintf("content/%d/%s", year, delregion)
	n := 0
	for _, f := range findings {
		file := f.Pos.File
		if f.Severity == diag.Error && (strings.HasPrefix(file, data) ||
			strings.HasPrefix(file, text+".") || strings.HasPrefix(file, text+"/")) {
			n++
		}
	}
	return n
}

// remaining says in one line what a delregion lacks. One that hasn't handed in
// anything lacks everything.
func remaining(r check.Remaining, mistakes int) string {
	var parts []string
	if lacks := lacking(r); lacks != "" && r.State != check.Missing {
		parts = append(parts, "saknar "+lacks)
	}
	if mistakes > 0 {
		parts = append(parts, fmt.Sprint(mistakes, " fel att rätta"))
	}
	return strings.Join(parts, "; ")
}

// lacking lists the parts and the shared indicators that a delregion has said nothing of.
func lacking(r check.Remaining) string {
	parts := slices.Clone(r.Sections)
	switch n := len(r.Indicators); {
	case slices.Contains(parts, "indikatorer"): // then no more needs to be said
	case n == 1:
		parts = append(parts, "indikatorn "+r.Indicators[0])
	case n > 1:
		parts = append(parts, fmt.Sprint(n, " gemensamma indikatorer"))
	}
	if last := len(parts) - 1; last > 0 {
		return strings.Join(parts[:last], ", ") + " och " + parts[last]
	}
	return strings.Join(parts, "")
}
