package compare

import (
	"fmt"
	"slices"
	"strconv"

	"samverkan/internal/diag"
	"samverkan/internal/report"
)

// Compare turns what was reported into what may be published. It never fails: what is
// missing becomes a gap with its reason. The same county always gives the same
// comparison, byte for byte.
func Compare(c *report.County) *Comparison {
	return compareYears(newBuilder(c), func(int) *edition { return nil }, func(int, *edition) {})
}

// compareYears makes every year that known doesn't have already, and gives each to keep.
func compareYears(b *builder, known func(year int) *edition, keep func(int, *edition)) *Comparison {
	out := &Comparison{
		Site: b.in.Site, Delregioner: b.register, Sources: b.in.Catalogue.Sources, Catalogue: b.names,
	}
	editions := map[int]*edition{}
	for _, year := range b.years() {
		e := known(year)
		if e == nil {
			e = newEdition(b, year)
			e.earlier = b.earlierEditions(editions, year)
			e.build()
		}
		editions[year] = e
		keep(year, e)
		out.Years = append(out.Years, e.out)
		if e.out.Reported > 0 {
			out.Newest = e.out
		}
	}
	return out
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

// earlierEditions are those before year, the latest first.
func (b *builder) earlierEditions(all map[int]*edition, year int) []*edition {
	var found []*edition
	for _, y := range b.years() {
		if y < year && all[y] != nil {
			found = append([]*edition{all[y]}, found...)
		}
	}
	return found
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
	// What has been read once, since many tables are made from the same figures.
	outcomes map[[2]string]figure // by slug and delregion
	counts   map[countKey]figure  // deviations
}

func newEdition(b *builder, year int) *edition {
	e := &edition{builder: b, year: year, out: &Year{Year: year}, counts: map[countKey]figure{}}
	e.defs = e.definitions()
	e.outcomes = e.readOutcomes()
	e.dims = e.dimensions()
	e.secrets = secrets{masked: e.maskedKeys(), conf: b.rules.conf}
	return e
}

// maskedKeys decides, before anything is written, what of the year must be masked.
func (e *edition) maskedKeys() map[string]bool { return newSystem(e.maskable()).masked() }

// maskable are all figures of the year that may hold a count of people.
func (e *edition) maskable() []figure {
	return slices.Concat(e.indicatorFigures(), e.deviationFigures(), e.surveyFigures())
}

func (e *edition) build() *Year {
	defer diag.During(fmt.Sprintf("data/%d", e.year))
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
	e.out.Changes = e.changes()
	e.out.KeyFigures = e.keyFigures()
	for _, t := range e.out.tables() {
		t.Example = t.Example || anyExample(t)
	}
	return e.out
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

// page is the id of a page of the year's edition: its address without slash at the end.
func (e *edition) page(parts ...string) string {
	id := make([]byte, 0, 64)
	id = strconv.AppendInt(id, int64(e.year), 10)
	for _, p := range parts {
		id = append(append(id, '/'), p...)
	}
	return string(id)
}
