package check

import (
	"slices"

	"samverkan/internal/report"
)

// State is how far a delregion has come with a year's submission.
type State string

// The states, as they are printed.
const (
	Missing    State = "saknas"       // no submission
	InDraft    State = "utkast"       // a submission that says it is a draft, or nothing of its status
	Incomplete State = "ofullständig" // handed in, but parts are missing
	Complete   State = "komplett"     // handed in with everything
)

// Remaining is what remains to be done by one delregion for a year.
type Remaining struct {
	Delregion  string   // id
	Name       string   // as shown
	State      State    //
	Sections   []string // Swedish names of the parts that are missing: "mål", "berättelse"
	Indicators []string // names of the shared indicators that are passed over in silence
}

// Progress says what remains to be done, delregion by delregion in the register's
// order. A part counts as missing when it is a main part of a submission and some
// delregion has it this year: a county that doesn't follow up deviations isn't asked
// for them. Goals and the narrative are always asked for.
func Progress(c *report.County, year int) []Remaining {
	s := newSite(c, Options{}, nil)
	expected := s.expectedSections(year)
	all := make([]Remaining, len(c.Delregioner))
	for i, d := range c.Delregioner {
		all[i] = s.remaining(d, year, expected)
	}
	return all
}

// CurrentYear is the newest year that a delregion has begun to report: the one that
// somebody works with. A later year may hold what the county itself has, and asking for
// the delregioner's part of it would be too early. It is the newest year of all while no
// delregion has reported any, and 0 without years.
func CurrentYear(c *report.County) int {
	current, newest := 0, 0
	for _, year := range c.Years {
		newest = max(newest, year)
	}
	for _, s := range c.Submissions {
		if s.Delregion != report.CountyID && !isEmpty(s) {
			current = max(current, s.Year)
		}
	}
	for _, n := range c.Narratives {
		if n.Owner != report.CountyID && n.Owner != "" {
			current = max(current, n.Year)
		}
	}
	if current == 0 {
		return newest
	}
	return current
}

// mainSections are the parts that a submission is expected to have if others have.
var mainSections = []string{"organisation", "mal", "indikator", "avvikelser", "aktivitet"}

// expectedSections lists the main parts that some delregion has for the year.
func (s *site) expectedSections(year int) []string {
	expected := []string{"mal"}
	if len(s.indicators) > 0 {
		expected = append(expected, "indikator")
	}
	for _, sub := range s.Submissions {
		if sub.Year != year || sub.Delregion == report.CountyID {
			continue
		}
		for _, x := range sections(sub) {
			if x.written && slices.Contains(mainSections, x.key) && !slices.Contains(expected, x.key) {
				expected = append(expected, x.key)
			}
		}
	}
	return expected
}

func (s *site) remaining(d report.Delregion, year int, expected []string) Remaining {
	rest := Remaining{Delregion: d.ID, Name: d.Name, State: Missing}
	sub := s.submission(d.ID, year)
	if sub != nil {
		rest.State = stateOf(sub)
		if rest.State == InDraft && !sub.Delivery.Has("status") {
			rest.Sections = append(rest.Sections, "status")
		}
		for _, id := range s.unreported(sub) {
			rest.Indicators = append(rest.Indicators, s.indicators[id].Name)
		}
	} else {
		sub = &report.Submission{}
	}
	for _, x := range sections(sub) {
		if !x.written && slices.Contains(expected, x.key) {
			rest.Sections = append(rest.Sections, x.name)
		}
	}
	hasText := slices.ContainsFunc(s.Narratives, func(n *report.Narrative) bool { return n.Owner == d.ID && n.Year == year })
	if !hasText {
		rest.Sections = append(rest.Sections, "berättelse")
	}
	if rest.State == Complete && len(rest.Sections)+len(rest.Indicators) > 0 {
		rest.State = Incomplete
	}
	return rest
}

// stateOf is what a submission itself says.
func stateOf(sub *report.Submission) State {
	if isEmpty(sub) {
		return Missing
	}
	switch sub.Delivery.Status {
	case report.Submitted, report.Decided:
		return Complete
	}
	return InDraft
}
