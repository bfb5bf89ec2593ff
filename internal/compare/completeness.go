package compare

import (
	"slices"
	"strconv"

	"samverkan/internal/report"
)

// completeness says section by section what a submission holds.
func (e *edition) completeness(s Submission) []Completeness {
	if !s.Delivered {
		return []Completeness{{Section: "Underlag", Text: "inget underlag inlämnat", Tone: Lacking}}
	}
	return []Completeness{
		goalsComplete(s), outcomesComplete(s), deviationsComplete(s), activitiesComplete(s),
		organisationComplete(s), section("Berättelse", boolCount(s.HasNarrative), "finns"),
		section("Budget", len(s.Budget.Rows), counted(len(s.Budget.Rows), "ingen", "post", "poster")),
	}
}

// section is there or is missing.
func section(name string, items int, text string) Completeness {
	if items == 0 {
		return Completeness{Section: name, Text: "saknas", Tone: Lacking}
	}
	return Completeness{Section: name, Items: items, Text: text, Tone: Good}
}

func boolCount(b bool) int {
	if b {
		return 1
	}
	return 0
}

func goalsComplete(s Submission) Completeness {
	assessed := 0
	for _, w := range s.Goals {
		if w.Assessment != report.NotAssessed {
			assessed++
		}
	}
	c := section("Mål", len(s.Goals), goalCount(len(s.Goals))+", "+withAssessment(assessed, len(s.Goals)))
	if c.Items > 0 && assessed < c.Items {
		c.Tone = Partly
	}
	return c
}

func withAssessment(assessed, all int) string {
	switch {
	case assessed == 0:
		return "utan bedömning"
	case assessed == all && all == 1:
		return "med bedömning"
	case assessed == all:
		return "alla med bedömning"
	}
	return "varav " + strconv.Itoa(assessed) + " med bedömning"
}

// outcomesComplete counts figures among the indicators that are expected.
func outcomesComplete(s Submission) Completeness {
	figures := 0
	for _, o := range s.Outcomes {
		if o.Cell.reported() {
			figures++
		}
	}
	c := section("Indikatorer", figures, "siffra för "+strconv.Itoa(figures)+" av "+strconv.Itoa(len(s.Outcomes)))
	if figures == 0 && len(s.Outcomes) > 0 {
		c.Text = "ingen siffra för någon av " + strconv.Itoa(len(s.Outcomes))
	}
	if figures > 0 && figures < len(s.Outcomes) {
		c.Tone = Partly
	}
	return c
}

func deviationsComplete(s Submission) Completeness {
	c := section("Avvikelser", boolCount(s.Deviations.Reported), "antal redovisat")
	switch {
	case c.Items == 0:
	case s.Deviations.Total.reported() && len(s.Deviations.Dimensions) > 0:
		c.Text = "antal och fördelning redovisade"
	case !s.Deviations.Total.reported():
		c.Text, c.Tone = "redovisade utan antal", Partly
	}
	return c
}

func activitiesComplete(s Submission) Completeness {
	with := 0
	for _, a := range s.Activities {
		if a.Status != report.ActivityUnknown {
			with++
		}
	}
	n := len(s.Activities)
	text := activityCount(n)
	switch {
	case with == 0:
		text += ", utan status"
	case with == n && n == 1:
		text += ", med status"
	case with == n:
		text += ", alla med status"
	default:
		text += ", varav " + strconv.Itoa(with) + " med status"
	}
	c := section("Aktiviteter", n, text)
	if n > 0 && with < n {
		c.Tone = Partly
	}
	return c
}

func organisationComplete(s Submission) Completeness {
	o := s.Organisation
	filled := 0
	all := []string{o.PoliticalForum, o.Steering, o.Delregional, o.Local, o.Support, o.Agreement, o.Plan}
	for _, text := range all {
		filled += boolCount(text != "")
	}
	c := section("Organisation", filled, strconv.Itoa(filled)+" av "+strconv.Itoa(len(all))+" delar beskrivna")
	if filled > 0 && filled < len(all) {
		c.Tone = Partly
	}
	return c
}

// completenessSentence says how many submissions have something in every section, and
// which section is lacking most often.
func completenessSentence(all []Submission) string {
	var sections []string
	lacking := map[string]int{}
	delivered, whole := 0, 0
	for _, s := range all {
		if !s.Delivered {
			continue
		}
		delivered++
		gaps := 0
		for _, c := range s.Complete {
			if !slices.Contains(sections, c.Section) {
				sections = append(sections, c.Section)
			}
			lacking[c.Section] += boolCount(c.Items == 0)
			gaps += boolCount(c.Items == 0)
		}
		whole += boolCount(gaps == 0)
	}
	if delivered == 0 {
		return sentence("ingen delregion har lämnat något underlag")
	}
	most := 0
	for _, n := range lacking {
		most = max(most, n)
	}
	said := noneOr(whole, "inget") + " av " + counted(delivered, "inget", "underlag", "underlag") +
		" har något i alla " + strconv.Itoa(len(sections)) + " avsnitt"
	var worst []string
	for _, name := range sections {
		if lacking[name] == most {
			worst = append(worst, LowerFirst(name))
		}
	}
	if most > 0 {
		said += "; oftast saknas " + andList(worst) + " (i " + strconv.Itoa(most) + ")"
	}
	if rest := len(all) - delivered; rest > 0 {
		said += "; " + delregionCount(rest) + " har inte lämnat något underlag"
	}
	return sentence(said)
}
