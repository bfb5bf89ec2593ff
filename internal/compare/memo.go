package compare

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"math"
	"reflect"
	"sync"

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
	for _, s := range c.Submissions {
		f, same := m.submissions[s]
		if !same {
			h := hasher{sum: sha256.New()}
			h.add(reflect.ValueOf(s))
			f = h.done()
		}
		now[s] = f
	}
	m.submissions = now
	return now
}

// fingerprints gives that of each year.
func fingerprints(c *report.County, submissions map[*report.Submission]fingerprint) map[int]fingerprint {
	h := hasher{sum: sha256.New()}
	h.add(reflect.ValueOf(c.Site), reflect.ValueOf(c.Delregioner), reflect.ValueOf(c.Catalogue))
	shared := h.done()
	years := map[int]*hasher{}
	of := func(year int) *hasher {
		if years[year] == nil {
			years[year] = &hasher{sum: sha256.New()}
			years[year].bytes(shared[:])
			years[year].number(uint64(year))
		}
		return years[year]
	}
	for _, year := range c.Years {
		of(year)
	}
	for _, s := range c.Submissions {
		f := submissions[s]
		of(s.Year).bytes(f[:])
	}
	for _, n := range c.Narratives {
		of(n.Year).text(n.Owner)
		of(n.Year).text(n.Chapter)
	}
	prints := map[int]fingerprint{}
	for year, h := range years {
		prints[year] = h.done()
	}
	return prints
}

// hasher takes the checksum of values of the contract's types, which hold neither maps
// nor interfaces.
type hasher struct {
	sum    hash.Hash
	buffer []byte
}

func (h *hasher) add(values ...reflect.Value) {
	for _, v := range values {
		h.value(v)
	}
}

func (h *hasher) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		h.text(v.String())
	case reflect.Bool:
		h.number(uint64(boolCount(v.Bool())))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		h.number(uint64(v.Int()))
	case reflect.Float32, reflect.Float64:
		h.number(math.Float64bits(v.Float()))
	case reflect.Pointer:
		h.number(uint64(boolCount(v.IsNil())))
		if !v.IsNil() {
			h.value(v.Elem())
		}
	case reflect.Slice, reflect.Array:
		h.number(uint64(v.Len()))
		for i := range v.Len() {
			h.value(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			h.value(v.Field(i))
		}
	default:
		panic("compare: no checksum of a " + v.Type().String())
	}
}

func (h *hasher) text(s string) {
	h.number(uint64(len(s)))
	h.bytes([]byte(s))
}

func (h *hasher) number(n uint64) {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], n)
	h.bytes(b[:])
}

func (h *hasher) bytes(b []byte) {
	if h.buffer = append(h.buffer, b...); len(h.buffer) >= 1<<14 {
		h.sum.Write(h.buffer)
		h.buffer = h.buffer[:0]
	}
}

func (h *hasher) done() (f fingerprint) {
	h.sum.Write(h.buffer)
	h.sum.Sum(f[:0])
	return f
}
