package compare

import (
	"crypto/sha256"
	"sync"

	"samverkan/internal/canon"
	"samverkan/internal/parallel"
	"samverkan/internal/report"
)

// Memo compares the same county again and again while its files are changed, as the
// preview does. A year is made anew only when something that it is made from is another:
// the site's rules, the register, the catalogue, its own submissions (and which of them
// have a narrative), or what it reads in earlier years (lookback.go). Else the very same
// *Year is given again, with what was masked, so that who makes something of it can tell by
// the pointer that nothing has changed (attack.Memo does). What is given must not be
// written to.
//
// The result is what Compare gives, always. The zero Memo is ready; it may be used by
// several at the same time, who wait for each other.
type Memo struct {
	mu sync.Mutex
	// Of the latest comparison. A submission whose pointer is the same is taken to be as it
	// was, as those of load.Reader are.
	editions    map[int]*edition // by year
	submissions map[*report.Submission]fingerprint
}

// fingerprint is the checksum of all that a year is made from by itself.
type fingerprint [sha256.Size]byte

// Compare is the package's Compare.
func (m *Memo) Compare(c *report.County) *Comparison {
	m.mu.Lock()
	defer m.mu.Unlock()
	prints := fingerprints(c, m.known(c))
	out, editions := newBuilder(c).compare(func(year int) *edition {
		if e := m.editions[year]; e != nil && e.print == prints[year] {
			return e
		}
		return nil
	})
	m.editions = map[int]*edition{}
	for _, e := range editions {
		e.print = prints[e.year]
		m.editions[e.year] = e
	}
	return out
}

// known are the fingerprints of the submissions.
func (m *Memo) known(c *report.County) map[*report.Submission]fingerprint {
	now := make(map[*report.Submission]fingerprint, len(c.Submissions))
	prints := parallel.Map(c.Submissions, func(s *report.Submission) fingerprint {
		if f, same := m.submissions[s]; same {
			return f
		}
		return sha256.Sum256(canon.Append(nil, s))
	})
	for i, s := range c.Submissions {
		now[s] = prints[i]
	}
	m.submissions = now
	return now
}

// fingerprints gives that of each year.
func fingerprints(c *report.County, submissions map[*report.Submission]fingerprint) map[int]fingerprint {
	type alone struct {
		Submissions []fingerprint
		Narratives  [][2]string // owner and chapter
	}
	years := map[int]*alone{}
	of := func(year int) *alone {
		if years[year] == nil {
			years[year] = &alone{}
		}
		return years[year]
	}
	for _, year := range c.Years {
		of(year)
	}
	for _, s := range c.Submissions {
		of(s.Year).Submissions = append(of(s.Year).Submissions, submissions[s])
	}
	for _, n := range c.Narratives {
		of(n.Year).Narratives = append(of(n.Year).Narratives, [2]string{n.Owner, n.Chapter})
	}
	shared := sha256.Sum256(canon.Append(canon.Append(canon.Append(nil, c.Site), c.Delregioner), c.Catalogue))
	prints := map[int]fingerprint{}
	for year, own := range years {
		prints[year] = sha256.Sum256(canon.Append(canon.Append(shared[:], year), own))
	}
	return prints
}
