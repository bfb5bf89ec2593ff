package check

import (
	"slices"

	"samverkan/internal/diag"
	"samverkan/internal/report"
)

// part is what can be checked by itself: what a delregion, or the county, tells of a year,
// in its submission and its texts; an ordinary text; or all that is shared.
type part struct {
	*site
	key     partKey
	written []*source // its files, in order
	found   diag.List
}

// partKey tells the parts apart; that of what is shared is zero.
type partKey struct {
	owner string
	year  int
	text  string // the file of a text that belongs to no year
}

// sameAs reports whether everything that a rule can see of two parts is the same. p may be nil.
func (p *part) sameAs(q *part) bool {
	return p != nil && p.known == q.known && slices.Equal(p.written, q.written) &&
		slices.Equal(p.Submissions, q.Submissions) && slices.Equal(p.Narratives, q.Narratives)
}

// divide parts a whole county. Files that nothing could be made of go with what is shared.
func divide(whole *site) []*part {
	var parts []*part
	byKey, byFile, byValue := map[partKey]*part{}, map[string]*part{}, map[any]*part{}
	at := func(key partKey, value any, file string) *part {
		p := byKey[key]
		if p == nil {
			p = &part{key: key, site: &site{County: &report.County{}, known: whole.known, files: whole.files}}
			parts, byKey[key] = append(parts, p), p
		}
		byValue[value], byFile[file] = p, p
		return p
	}
	shared := at(partKey{}, nil, "")
	shared.Site, shared.Delregioner, shared.Catalogue = whole.Site, whole.Delregioner, whole.Catalogue
	for _, sub := range whole.Submissions {
		p := at(partKey{owner: sub.Delregion, year: sub.Year}, sub, sub.File)
		p.Submissions = append(p.Submissions, sub)
	}
	for _, t := range whole.texts {
		key := partKey{text: t.File}
		if t.Year != 0 {
			key = partKey{owner: t.Owner, year: t.Year}
		}
		p := at(key, t.Narrative, t.File)
		p.Narratives, p.texts = append(p.Narratives, t.Narrative), append(p.texts, t)
	}
	for _, f := range whole.Raw {
		p := byFile[f.File]
		if p == nil {
			p = shared
		}
		p.Raw, p.written = append(p.Raw, f), append(p.written, whole.files[f.File])
	}
	for _, r := range whole.roots {
		p := byValue[r.value]
		if p == nil {
			p = shared
		}
		p.roots = append(p.roots, r)
	}
	return parts
}
