package compare

import (
	"fmt"
	"slices"
	"strconv"

	"samverkan/internal/diag"
	"samverkan/internal/parallel"
	"samverkan/internal/report"
)

// Compare turns what was reported into what may be published. It never fails: what is
// missing becomes a gap with its reason. The same county always gives the same
// comparison, byte for byte.
func Compare(c *report.County) *Comparison {
	out, _ := newBuilder(c).compare(func(int) *edition { return nil })
	return out
}

// compare makes every year; known gives those that are as they were by themselves, nil for
// others. Years are made at the same time: first what each is made of by itself, then what
// also looks back at others, and last what has changed from one edition to the next.
func (b *builder) compare(known func(year int) *edition) (*Comparison, []*edition) {
	editions := parallel.Map(b.years(), func(year int) *edition {
		if e := known(year); e != nil {
			return e
		}
		return newEdition(b, year)
	})
	editions = lookingBack(editions, edition.after)
	editions = lookingBack(editions, edition.since)
	for i, e := range editions {
		e.earlier = latestFirst(editions[:i])
	}
	out := &Comparison{
		Site: b.in.Site, Delregioner: b.register, Sources: b.in.Catalogue.Sources, Catalogue: b.names,
	}
	for _, e := range editions {
		out.Years = append(out.Years, e.out)
		if e.out.Reported > 0 {
			out.Newest = e.out
		}
	}
	return out, editions
}

// lookingBack makes each edition anew with those before it, at the same time.
func lookingBack(editions []*edition, made func(e edition, earlier []*edition) *edition) []*edition {
	now := make([]*edition, len(editions))
	parallel.Each(len(now), func(i int) { now[i] = made(*editions[i], latestFirst(editions[:i])) })
	return now
}

func latestFirst(editions []*edition) []*edition {
	all := slices.Clone(editions)
	slices.Reverse(all)
	return all
}

// builder holds what all years share.
type builder struct {
	in       *report.County
	rules    rules
	names    Names
	register []Delregion
	county   Delregion   // the county's own submission's
	everyone []Delregion // the register's, then the county
	subs     map[subKey]*report.Submission
}

// subKey finds a submission.
type subKey struct {
	year      int
	delregion string
}

func newBuilder(c *report.County) *builder {
	b := &builder{in: c, rules: newRules(c.Site.Statistics), names: catalogueNames(c.Catalogue),
		county: countyEntry(c.Site),
		subs:   map[subKey]*report.Submission{}}
	for _, d := range c.Delregioner {
		b.register = append(b.register, delregion(d))
	}
	b.everyone = append(slices.Clip(b.register), b.county)
	for _, s := range c.Submissions {
		if key := (subKey{s.Year, s.Delregion}); b.subs[key] == nil {
			b.subs[key] = s
		}
	}
	return b
}

// years are those that have a file, ascending, whether a submission or a narrative.
func (b *builder) years() []int {
	years := slices.Clone(b.in.Years)
	for _, s := range b.in.Submissions {
		years = append(years, s.Year)
	}
	slices.Sort(years)
	return slices.DeleteFunc(slices.Compact(years), func(y int) bool { return y == 0 })
}

func (b *builder) submission(year int, delregion string) *report.Submission {
	return b.subs[subKey{year, delregion}]
}

func (b *builder) inhabitants(delregion string, year int) (float64, bool) {
	for _, d := range b.in.Delregioner {
		if v := d.Inhabitants.For(year); d.ID == delregion && v.IsNumber() && v.Number > 0 {
			return v.Number, true
		}
	}
	return 0, false
}

// edition is one year while it is put together.
type edition struct {
	*builder
	year    int
	earlier []*edition // the latest first
	defs    []definition
	dims    []dimension
	secrets secrets
	out     *Year
	print   fingerprint        // in a Memo, of what it is made of by itself
	kept    map[int]*Indicator // those that needn't be made anew, by definition
	// What has been read once, since many tables are made from the same figures.
	outcomes map[[2]string]figure // by slug and delregion
	counts   map[countKey]figure  // deviations
}

func newEdition(b *builder, year int) *edition {
	e := &edition{builder: b, year: year}
	e.defs = e.definitions()
	e.outcomes = e.readOutcomes()
	e.dims = e.dimensions()
	e.counts = e.readCounts()
	e.secrets = secrets{masked: e.maskedKeys(), conf: b.rules.conf}
	return e
}

// maskedKeys decides, before anything is written, what of the year must be masked.
func (e *edition) maskedKeys() map[string]bool { return newSystem(e.maskable()).masked() }

// maskable are all figures of the year that may hold a count of people.
func (e *edition) maskable() []figure {
	return slices.Concat(e.indicatorFigures(), e.deviationFigures(), e.surveyFigures())
}

// build makes the year out of what it is made of, but for what has changed since the last.
func (e *edition) build() *Year {
	defer diag.During(fmt.Sprintf("data/%d", e.year))
	e.out = &Year{Year: e.year}
	e.out.Submissions = e.submissions()
	e.out.Indicators = e.indicators()
	e.out.Targets = targetSentence(e.out.Indicators)
	e.out.Goals = e.goals()
	e.out.GoalMatrix = e.goalMatrix()
	e.out.Deviations = e.deviations()
	e.out.Activities = e.activities()
	e.out.Comparable = e.comparable()
	e.out.Forms = e.forms()
	e.fillSubmissions()
	e.out.Fardplan = e.fardplan()
	e.out.Complete = completenessSentence(e.out.Submissions)
	e.out.KeyFigures = e.keyFigures()
	e.markExamples()
	return e.out
}

// markExamples marks the tables with an invented figure. Those that are kept from before,
// which others may be reading, are marked already and not written to.
func (e *edition) markExamples() {
	for _, t := range e.out.Tables() {
		if !t.Example && anyExample(t) {
			t.Example = true
		}
	}
}

// anyExample reports whether any figure of the table is flagged as invented.
func anyExample(t *Table) bool {
	for _, r := range t.Rows {
		if slices.ContainsFunc(r.Cells, func(c Cell) bool { return c.Flag == report.Example }) {
			return true
		}
	}
	return false
}

func (e *edition) sub(delregion string) *report.Submission { return e.submission(e.year, delregion) }

// example reports whether everything on the site is invented.
func (e *edition) example() bool { return e.in.Site.Example }

// page is the id of a page of the year's edition.
func (e *edition) page(parts ...string) string { return pageOf(e.year, parts...) }

// pageOf is the id of a page of a year's edition: its address without slash at the end.
func pageOf(year int, parts ...string) string {
	id := make([]byte, 0, 64)
	id = strconv.AppendInt(id, int64(year), 10)
	for _, p := range parts {
		id = append(append(id, '/'), p...)
	}
	return string(id)
}
