package attack

import "samverkan/internal/compare"

// Comparison attacks all that a comparison is about to publish.
func Comparison(c *compare.Comparison) []Leak {
	k := newKnowledge()
	c.EachCell(k.learn)
	return k.conclude(c)
}

// conclude works out what can be from what has been learnt.
func (k *knowledge) conclude(c *compare.Comparison) []Leak {
	ids := make([]string, len(c.Delregioner))
	for i, d := range c.Delregioner {
		ids[i] = d.ID
	}
	k.relate(ids)
	k.solve()
	return k.leaks()
}
