package chart

import (
	"encoding/binary"

	"samverkan/internal/cache"
	"samverkan/internal/canon"
	"samverkan/internal/compare"
)

// pair is a table's finished drawings, wide and narrow; the zero value is those of a table without any.
type pair [2]SVG

func (p pair) drawn() bool { return p[0].Markup != "" }

// tableKey is the address in the cache of a table's finished drawings, "" when they are not to be kept. It is made of
// the whole table and of the program, since a drawing depends on nothing else than those and the renderer's bundle.
// So nothing needs to be built, let alone drawn, to find what the same program has made of the same table. What has changed
// in either is looked for by option, as Renderer.key says: most changes to a program give the same drawings.
func (r *Renderer) tableKey(t *compare.Table) string {
	if r.program == "" || r.cache == "" {
		return ""
	}
	return cache.Digest([]byte("tabell"), []byte(r.program), []byte(r.environment), canon.Append(nil, t))
}

// recall gives the drawings that this program has made of the same table before; known is false if it hasn't.
func (r *Renderer) recall(t *compare.Table) (p pair, known bool) {
	if kinds[t.Chart] == nil || !t.HasFigures() {
		return p, true // Draw would say so at once
	}
	key := r.tableKey(t)
	if key == "" {
		return p, false
	}
	content, ok := r.cache.Get(key)
	if !ok || len(content) == 0 {
		return p, ok
	}
	return unpacked(t, content), true
}

// remember keeps the drawings of a table for recall, also that it has none. What a file of the wide one begins with is
// kept, too: it takes as long to make as all the rest to read.
func (r *Renderer) remember(t *compare.Table, p pair) {
	key := r.tableKey(t)
	if key == "" {
		return
	}
	if p.drawn() {
		p[0].alone = p[0].aloneHead()
	}
	r.cache.Put(key, p.packed())
}

// packed is a pair as an entry in the cache: sizes and lengths, then the texts. What else an SVG has, its table says.
func (p pair) packed() (b []byte) {
	if !p.drawn() {
		return nil
	}
	for _, s := range p {
		for _, n := range []int{s.Width, s.Height, len(s.Markup), len(s.alone)} {
			b = binary.LittleEndian.AppendUint32(b, uint32(n))
		}
	}
	for _, s := range p {
		b = append(append(b, s.Markup...), s.alone...)
	}
	return b
}

// unpacked reads what packed wrote; the cache's checksum says that it did.
func unpacked(t *compare.Table, content []byte) (p pair) {
	const sizes = 4 * 4 * len(p)
	texts, about := string(content[sizes:]), describe(t)
	number := func() (n int) {
		n, content = int(binary.LittleEndian.Uint32(content)), content[4:]
		return n
	}
	text := func(length int) (s string) {
		s, texts = texts[:length], texts[length:]
		return s
	}
	for i, form := range forms {
		p[i] = SVG{Slug: slug(t, form), Title: about.title, Desc: about.desc, Width: number(), Height: number(),
			Markup: text(number()), alone: text(number())}
	}
	return p
}
