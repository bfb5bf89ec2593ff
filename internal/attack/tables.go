package attack

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"samverkan/internal/compare"
)

// shownIn finds cells that are masked in the comparison but show something here.
func (g grid) shownIn(t *compare.Table) []Leak {
	var found []Leak
	for _, r := range t.Rows {
		for i, c := range r.Cells {
			if !secret(c) {
				continue
			}
			for _, shown := range g.places(t, r, i) {
				if hasDigit(besides(shown.all, c)) {
					key := keyOf(t, r, i)
					found = append(found, Leak{Key: key, Text: fmt.Sprintf("%s är maskerad men sidan visar ”%s”", key, shown.all)})
				}
			}
		}
	}
	return found
}

// besides is what a cell shows besides its mark and the period that it is of.
func besides(shown string, c compare.Cell) string {
	shown = strings.Replace(shown, c.Text, "", 1)
	if period := spoken(c.Period.Text); period != "" {
		shown = strings.Replace(shown, period, "", 1)
	}
	return shown
}

// places are where a cell and what more is said of it stand: in its row and column, in
// all its row when that has no other figure, and in a row of its own when a table of one
// row is turned on its side.
func (g grid) places(t *compare.Table, r compare.Row, column int) []gridCell {
	name, turned := spoken(r.Name), spoken(t.Columns[column].Name)
	for _, row := range g.rows {
		switch {
		case row.name == name && len(r.Cells) == 1, len(t.Rows) == 1 && row.name == turned:
			return row.cells
		case row.name == name && column < len(row.cells):
			return row.cells[column : column+1]
		}
	}
	return nil
}

// spoken is a text as it is read in a page: its words one space apart, without the soft
// hyphens that say where they may break.
func spoken(text string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(text), " "), "\u00ad", "")
}

// leftOver finds masked cells that a sum, or a whole that shares are shares of, leaves too
// little for. It knows of nothing but what stands in the table.
func (g grid) leftOver() []Leak {
	var found []Leak
	for column := range max(0, len(g.head)-1) {
		var line []gridCell
		total := math.NaN()
		for _, r := range g.rows {
			if column >= len(r.cells) {
				continue
			}
			if n, ok := whole(r.cells[column].figure); ok && isTotal(r.name) {
				total = n
				continue
			}
			line = append(line, r.cells[column])
		}
		found = append(found, left(line, total, "kolumnen "+g.head[column+1])...)
		found = append(found, left(line, classified(line), "kolumnen "+g.head[column+1])...)
	}
	for _, r := range g.rows {
		var line []gridCell
		total := math.NaN()
		for column, c := range r.cells {
			name := ""
			if column+1 < len(g.head) {
				name = g.head[column+1]
			}
			switch n, ok := whole(c.figure); {
			case ok && isTotal(name):
				total = n
			case !strings.HasPrefix(name, "Ej klassificerade"):
				line = append(line, c)
			}
		}
		found = append(found, left(line, total, "raden "+r.name)...)
		found = append(found, left(line, classified(line), "raden "+r.name)...)
	}
	return found
}

func isTotal(name string) bool { return name == "Summa" || name == "Totalt" }

// left tells whether the masked cells of a line have too little left of its total.
func left(line []gridCell, total float64, where string) []Leak {
	masked, rest := 0.0, total
	for _, c := range line {
		switch n, ok := whole(c.figure); {
		case c.figure == "x":
			masked++
		case ok:
			rest -= n
		}
	}
	if most := rest - (masked - 1); masked > 0 && rest > 0 && (masked == 1 || most < 4) {
		return []Leak{{Key: where, Low: 1, High: most,
			Text: fmt.Sprintf("%s: av %s är bara %s kvar för det som är maskerat", where, number(total), number(rest))}}
	}
	return nil
}

var ofClassified = regexp.MustCompile(`(\d+(?:,\d+)?)\s?% av de klassificerade`)

// classified is what the shares under a line's figures are shares of, where they leave no
// doubt; not a number otherwise.
func classified(line []gridCell) float64 {
	low, high := 0.0, math.Inf(1)
	for _, c := range line {
		n, ok := whole(c.figure)
		m := ofClassified.FindStringSubmatch(c.all)
		if !ok || m == nil || n == 0 {
			continue
		}
		percent, decimals := decimal(m[1])
		half := math.Pow10(-decimals) / 2
		low = math.Max(low, 100*n/(percent+half))
		high = math.Min(high, 100*n/math.Max(percent-half, 1e-9))
	}
	if low, high = math.Ceil(low-1e-9), math.Floor(high+1e-9); low == high {
		return low
	}
	return math.NaN()
}

func decimal(s string) (v float64, decimals int) {
	if _, digits, ok := strings.Cut(s, ","); ok {
		decimals = len(digits)
	}
	v, _ = strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	return v, decimals
}

// whole is a cell's whole number; spaces set its thousands apart.
func whole(s string) (float64, bool) {
	n, err := strconv.Atoi(strings.Map(func(r rune) rune {
		if r == ' ' || r == '\u00a0' || r == '\u202f' {
			return -1
		}
		return r
	}, s))
	return float64(n), err == nil && n >= 0
}

// said finds a figure that a sentence gives beside the name of what is masked: in a table
// of one figure per row the row's name, else both names.
func said(t *compare.Table, sentence string) []Leak {
	var found []Leak
	for _, clause := range clauses.Split(sentence, -1) {
		for _, r := range t.Rows {
			if len(r.Name) < 2 || !strings.Contains(clause, r.Name) {
				continue
			}
			for i, c := range r.Cells {
				name := r.Name
				if len(r.Cells) > 1 {
					name = "”" + t.Columns[i].Name + "”"
				}
				if _, rest, ok := strings.Cut(clause, name); ok && secret(c) && beside.MatchString(rest) {
					key := keyOf(t, r, i)
					found = append(found, Leak{Key: key, Text: fmt.Sprintf("%s är maskerad men meningen säger ”%s”", key, strings.TrimSpace(clause))})
				}
			}
		}
	}
	return found
}

var (
	clauses = regexp.MustCompile(`[;.:](\s|$)`)
	beside  = regexp.MustCompile(`^\s?(\(|,|har|med)\s?\d`)
)
