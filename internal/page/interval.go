package page

import (
	"strings"

	"samverkan/internal/compare"
)

// basis is what a figure rests on, with how sure it is: "7 av 41, konfidensintervall
// 9–31 %", "1 av 4, alla räknade".
func basis(c compare.Cell) string {
	var parts []string
	if c.Basis != "" {
		parts = append(parts, c.Basis)
	}
	switch {
	case c.Interval != nil:
		parts = append(parts, "konfidensintervall "+c.FormatInterval())
	case c.Exact && c.Basis != "":
		parts = append(parts, "alla räknade")
	}
	return strings.Join(parts, ", ")
}
