package compare

import "samverkan/internal/report"

// dimension is a way of sorting deviations with the codes that occur in the year.
type dimension struct {
	id, name string
	codes    []Name
}

// unclassified is the column of what no code was reported for.
const unclassified = "ej-klassificerade"

// dimensions are the catalogue's, then further ones as they are met; codes likewise.
func (e *edition) dimensions() []dimension {
	var dims []dimension
	for _, d := range e.in.Catalogue.Deviations {
		dims = append(dims, dimension{id: d.ID, name: dimensionName(d.ID), codes: termNames(d.Codes)})
	}
	for _, of := range e.everyone {
		sub := e.sub(of.ID)
		if sub == nil {
			continue
		}
		for _, b := range sub.Deviations.Dimensions {
			dims = withCodes(dims, b)
		}
	}
	return dims
}

// withCodes adds what a breakdown uses beyond the catalogue.
func withCodes(dims []dimension, b report.Breakdown) []dimension {
	at := -1
	for i := range dims {
		if dims[i].id == b.Dimension {
			at = i
		}
	}
	if at < 0 {
		dims = append(dims, dimension{id: b.Dimension, name: dimensionName(b.Dimension)})
		at = len(dims) - 1
	}
	for _, p := range b.Parts {
		if lookup(dims[at].codes, p.Name) == (Name{ID: p.Name, Name: p.Name}) {
			known := false
			for _, c := range dims[at].codes {
				known = known || c.ID == p.Name
			}
			if !known {
				dims[at].codes = append(dims[at].codes, Name{ID: p.Name, Name: p.Name})
			}
		}
	}
	return dims
}
