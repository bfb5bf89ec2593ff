package attack

import "samverkan/internal/compare"

// Comparison attacks all that a comparison is about to publish.
func Comparison(c *compare.Comparison) []Leak { return new(Memo).Comparison(c) }
