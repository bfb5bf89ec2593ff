package load

import (
	"github.com/pelletier/go-toml/v2/unstable"

	"samverkan/internal/diag"
)

// maxSyntax is how many mistakes of writing are shown per file: further ones are
// mostly consequences, or the file is something else than TOML.
const maxSyntax = 25

// reporter collects the mistakes of writing in one file.
type reporter struct {
	file     string
	findings *diag.List
	shown    int
	prose    int // the line that goes on with a paragraph already reported
	parser   unstable.Parser
}

func (r *reporter) add(pos diag.Pos, code, hint, format string, args ...any) {
	r.shown++
	switch {
	case r.shown <= maxSyntax:
		r.findings.Errorf(pos, code, hint, format, args...)
	case r.shown == maxSyntax+1:
		r.findings.Errorf(pos, "toml-syntax", "rätta de fel som visas först och kör sedan igen",
			"filen har fler skrivfel än de %d som visas", maxSyntax)
	}
}

// document reads TOML into a tree. Every mistake is reported, and what seems to have
// been meant is put in its place, so that one mistake gives one finding. The tree is
// empty when text holds nothing but comments.
func document(file, text string, firstLine int, findings *diag.List) *node {
	r := &reporter{file: file, findings: findings}
	g := newGrower(file, func(pos diag.Pos, hint, format string, args ...any) {
		r.add(pos, "toml-syntax", hint, format, args...)
	})
	list := split(text, firstLine)
	if all, ok := r.whole(text, list); ok {
		for _, p := range all {
			g.add(p)
		}
		return g.root
	}
	for _, st := range list {
		p, ok := r.read(st)
		switch {
		case ok:
			g.add(p)
		case st.heading:
			// Its keys must not be taken for keys of the table before it.
			g.current = &node{kind: tableNode, origin: headed}
		}
	}
	return g.root
}

// read parses a statement, mending it where needed.
func (r *reporter) read(st statement) (parsed, bool) {
	if st.deep >= 0 {
		c := cursor{file: r.file, text: st.text, line: st.line, col: 1}
		r.add(c.at(st.deep), "for-djupt", "skriv uppgifterna under en rubrik i stället",
			"hakparenteser, klamrar eller punkter ligger i fler än %d nivåer", maxDepth)
		return parsed{}, false
	}
	p, err := parse(&r.parser, r.file, st)
	if err == nil {
		return p, true
	}
	return r.mend(st, err)
}
