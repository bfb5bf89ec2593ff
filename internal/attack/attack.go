package attack

import "samverkan/internal/compare"

// Comparison attacks all that a comparison is about to publish.
func Comparison(c *compare.Comparison) []Leak {
	k := newKnowledge()
	c.EachCell(k.learn)
	k.relate(ids(c))
	k.solve()
	return k.leaks()
}

func ids(c *compare.Comparison) []string {
	all := make([]string, len(c.Delregioner))
	for i, d := range c.Delregioner {
		all[i] = d.ID
	}
	return all
}
