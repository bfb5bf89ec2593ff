package compare

import "strings"

// Support is what the data says of a claim in the county's text: who, and how many.
type Support struct {
	About       string      // what it is about: "målet Trygg vårdövergång"
	Delregioner []Delregion // those that the data shows it for, register order
	Sentence    string
	Page        string // id of the page where it can be read
}

// Support looks up what is known of a goal (mal), an indicator (indikator), an area
// (malomrade) or deviations (avvikelser: totalt or a dimension); false for an unknown id.
func (y *Year) Support(key, id string) (Support, bool) {
	var s Support
	var has func(*Submission) bool
	verb := "redovisar"
	switch key {
	case "mal":
		s.About, s.Page, has = y.goalSupport(id)
		verb = "arbetar med"
	case "indikator":
		s.About, s.Page, has = y.indicatorSupport(id)
		verb = "har en siffra för"
	case "malomrade":
		s.About, s.Page, has = y.areaSupport(id)
	case "avvikelser":
		s.About, s.Page, has = y.deviationSupport(id)
	}
	if has == nil {
		return s, false
	}
	var names []string
	for i := range y.Submissions {
		if sub := &y.Submissions[i]; has(sub) {
			s.Delregioner = append(s.Delregioner, sub.Delregion)
			names = append(names, sub.Delregion.Name)
		}
	}
	s.Sentence = ofDelregioner(len(names), len(y.Submissions)) + " " + verb + " " + s.About + " i underlaget"
	if n := len(names); n > 0 && n < len(y.Submissions) {
		s.Sentence += ": " + andList(names)
	}
	s.Sentence = sentence(s.Sentence)
	return s, true
}

func (y *Year) goalSupport(id string) (about, page string, has func(*Submission) bool) {
	for i := range y.Goals {
		if g := &y.Goals[i]; g.Shared && g.ID == id || g.Slug == id {
			return "målet ”" + g.Name + "”", FormatYear(y.Year) + "/mal/" + g.Slug, func(s *Submission) bool {
				for _, w := range s.Goals {
					if w.Goal == g.Slug && w.Works {
						return true
					}
				}
				return false
			}
		}
	}
	return "", "", nil
}

func (y *Year) indicatorSupport(id string) (about, page string, has func(*Submission) bool) {
	for i := range y.Indicators {
		if ind := &y.Indicators[i]; ind.Shared && ind.ID == id || ind.Slug == id {
			return "”" + ind.Name + "”", FormatYear(y.Year) + "/indikatorer/" + ind.Slug, func(s *Submission) bool {
				for _, o := range ind.Outcomes {
					if o.Delregion.ID == s.Delregion.ID {
						return o.Cell.reported()
					}
				}
				return false
			}
		}
	}
	return "", "", nil
}

// areaSupport finds goals and activities in an area.
func (y *Year) areaSupport(id string) (about, page string, has func(*Submission) bool) {
	inArea := map[string]bool{}
	name := ""
	for _, g := range y.Goals {
		if g.Area.ID == id {
			inArea[g.Slug], name = true, g.Area.Name
		}
	}
	for _, a := range y.Activities.Items {
		if a.Area.ID == id {
			name = a.AreaName
		}
	}
	if name == "" {
		return "", "", nil
	}
	return "mål eller aktiviteter inom " + lowerWord(name), FormatYear(y.Year) + "/mal", func(s *Submission) bool {
		for _, w := range s.Goals {
			if w.Works && inArea[w.Goal] {
				return true
			}
		}
		for _, a := range s.Activities {
			if a.Area.ID == id {
				return true
			}
		}
		return false
	}
}

func (y *Year) deviationSupport(id string) (about, page string, has func(*Submission) bool) {
	page = FormatYear(y.Year) + "/avvikelser"
	if id == "totalt" {
		return "något om sina avvikelser", page, func(s *Submission) bool { return s.Deviations.Reported }
	}
	for _, d := range y.Deviations.Dimensions {
		if d.ID == id {
			return "avvikelser per " + LowerFirst(d.Name), page, func(s *Submission) bool {
				for _, t := range s.Deviations.Dimensions {
					if strings.HasSuffix(t.ID, "-"+id) {
						return true
					}
				}
				return false
			}
		}
	}
	return "", "", nil
}

// lowerWord begins with a small letter, but leaves an abbreviation such as SIP.
func lowerWord(s string) string {
	if r := []rune(s); len(r) > 1 && strings.ToUpper(string(r[1])) == string(r[1]) {
		return s
	}
	return LowerFirst(s)
}
