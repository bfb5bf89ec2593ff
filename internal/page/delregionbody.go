package page

import (
	"html/template"
	"slices"
	"strings"

	"samverkan/internal/compare"
	"samverkan/internal/markdown"
	"samverkan/internal/report"
)

// DelregionBody is everything a delregion has reported for a year, with the ids of its
// sections prefixed so that several can stand in one page.
type DelregionBody struct {
	Prefix, ID     string
	Name, FullName string
	Year           int
	Municipalities string
	Delivered      bool
	Facts          []Fact
	Brief          []OutcomeFigureView
	Length         string // of the longest of them
	Sections       []Link // what there is, with a count each
	Absent         string // "Underlaget innehåller inga uppgifter om …"
	Texts          []Text
	Outcomes       []OutcomeRow
	Verdicts       []StatusMeaning // the verdicts used among Outcomes
	Mentioned      []OutcomeGap    // only in words: "sämre än året före"
	NoFigure       []OutcomeGap
	Unreported     []Link // nothing is said of them at all
	GoalsNote      string // how many goals are assessed
	Confidence     string
	Goals          []WorkView
	Activities     *ActivityList // nil where the narrative has shown them
	ActivityFigure *Figure
	Late           []ActivityRow
	Deviations     *DeviationView
	Organisation   []Fact
	Groups         []GroupView
	Budget         *Figure
	Forms          FormsBody
	Comment        template.HTML
}

// Fact is a line of a list of facts.
type Fact struct{ Term, Text, Href string }

// OutcomeFigureView is an outcome set large.
type OutcomeFigureView struct {
	Text, Note string
	Indicator  Link
}

// GroupView is a collaboration group.
type GroupView struct {
	Name, Level string
	Comment     template.HTML
}

func (p *pen) delregionBody(y *compare.Year, s *compare.Submission, prefix string) DelregionBody {
	texts := p.texts(y, s.Delregion.ID, prefix) // first, since a list of activities in a text takes the section's place
	b := p.reportedBody(y, s, prefix)
	b.Texts = texts
	b.Sections = b.sections()
	return b
}

// reportedBody is the submission alone, without its texts.
func (p *pen) reportedBody(y *compare.Year, s *compare.Submission, prefix string) DelregionBody {
	b := DelregionBody{
		Prefix: prefix, ID: strings.TrimSuffix(prefix, "-"), Name: s.Delregion.Name, FullName: s.Delregion.FullName, Year: y.Year, Delivered: s.Delivered,
		Municipalities: sentenceList(s.Delregion.Municipalities), Facts: deliveryFacts(s),
		Comment: markdown.Inline(s.Delivery.Comment),
	}
	p.fillOutcomes(&b, y, s)
	for _, w := range s.Goals {
		if w.Works {
			b.Goals = append(b.Goals, p.work(y, w))
		}
	}
	b.GoalsNote, b.Confidence = goalsNote(s.Goals), p.confidence()
	p.fillActivities(&b, y, s)
	if s.Deviations.Reported {
		b.Deviations = p.deviationView(&s.Deviations)
	}
	b.Organisation = organisationFacts(s.Organisation)
	for _, g := range s.Groups {
		b.Groups = append(b.Groups, GroupView{g.Name, capital(report.Meaning(g.Level)), markdown.Inline(g.Comment)})
	}
	b.Budget = p.figure(&s.Budget, s.BudgetSources...).plain()
	b.Forms = p.formsBody(y, s, prefix)
	b.Absent = absent(s)
	return b
}

// fillActivities leaves the list out where the narrative has placed it already.
func (p *pen) fillActivities(b *DelregionBody, y *compare.Year, s *compare.Submission) {
	if len(s.Activities) == 0 {
		return
	}
	b.ActivityFigure = p.drawnOnly(&s.Activity).plain()
	if p.used[b.Prefix+"aktiviteter"] > 0 {
		return
	}
	list := p.activityList(y.Year, s.Activities, p.id(b.Prefix+"aktiviteter"))
	b.Activities = &list
}

// drawnOnly is a figure whose table is shown in another form nearby.
func (p *pen) drawnOnly(t *compare.Table) *Figure {
	if _, _, drawn := p.drawing(t); !drawn {
		return nil // asked first, since a figure takes the table's id
	}
	if f := p.figure(t); f != nil && f.Drawn {
		return f
	}
	return nil
}

func deliveryFacts(s *compare.Submission) []Fact {
	var facts []Fact
	add := func(term, text, href string) {
		if text != "" {
			facts = append(facts, Fact{term, text, href})
		}
	}
	add("Kommuner", sentenceList(s.Delregion.Municipalities), "")
	if s.Delivered {
		add("Underlag", deliveryState(*s), "")
		add("Ansvarig", s.Delivery.Responsible, "")
		add("Samverkansplan", s.Organisation.Plan, "")
		add("Källa", s.Source, s.Delivery.Link)
	}
	return facts
}

// contents lists the sections for the page's contents list.
func (b *DelregionBody) contents() []Entry {
	list := textContents(b.Texts)
	for _, s := range b.sectionList() {
		list = append(list, Entry{ID: s.ID, Text: s.Title})
	}
	return list
}

// sectionList is the sections below the narrative, in the page's order.
func (b *DelregionBody) sectionList() []Section {
	var list []Section
	add := func(there bool, id, title string) {
		if there {
			list = append(list, Section{b.Prefix + id, b.Named(title)})
		}
	}
	add(len(b.Outcomes)+len(b.Mentioned)+len(b.NoFigure)+len(b.Unreported) > 0, "indikatorer", "Indikatorer")
	add(len(b.Goals) > 0, "mal", "Mål")
	add(b.Activities != nil || b.ActivityFigure != nil, "aktivitetsplan", "Aktiviteter")
	add(b.Deviations != nil, "avvikelser", "Avvikelser")
	add(len(b.Organisation)+len(b.Groups) > 0, "organisation", "Organisation")
	add(b.Budget != nil, "budget", "Budget")
	list = append(list, b.Forms.sections()...)
	add(b.Delivered, "kalla", "Underlag och källor")
	return list
}

// Named is the heading of a section of what is reported: with a word more when the narrative has the same heading, so
// that a reader can tell which is which.
func (b *DelregionBody) Named(title string) string {
	if slices.ContainsFunc(textContents(b.Texts), func(e Entry) bool { return strings.EqualFold(e.Text, title) }) {
		return title + " i underlaget"
	}
	return title
}

// sections are links to what there is, for the top of the page.
func (b *DelregionBody) sections() []Link {
	var links []Link
	for _, s := range b.sectionList() {
		links = append(links, Link{Href: "#" + s.ID, Text: s.Title})
	}
	return links
}

// absent says in one line what the submission says nothing about.
func absent(s *compare.Submission) string {
	var missing []string
	for _, c := range s.Complete {
		if c.Items == 0 {
			missing = append(missing, compare.LowerFirst(c.Section))
		}
	}
	if !s.Delivered || len(missing) == 0 {
		return ""
	}
	return "Underlaget säger inget om " + sentenceList(missing) + "."
}
