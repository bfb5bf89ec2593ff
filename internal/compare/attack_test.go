package compare_test

import (
	"samverkan/internal/attack"
	"samverkan/internal/compare"
)

func init() {
	compare.AttackOf = func(c *compare.Comparison) []string {
		var texts []string
		for _, l := range attack.Comparison(c) {
			texts = append(texts, l.Text)
		}
		return texts
	}
}
