// Package compare turns what was reported into what may be published: ordered
// tables with intervals, verdicts, reasons for gaps and sentences. It is pure, and
// it is where small counts are masked: nothing it returns holds an unmasked one, so
// nothing after it (charts, pages, downloads) can leak one.
//
// What it promises:
//
//   - The same county always gives the same comparison. Nothing depends on today, on
//     chance or on the order of a map; activities are judged by the last day of the
//     year they are reported for.
//   - Nothing missing is counted, summed or drawn as zero. Each way of having no
//     figure has its own State, mark, word, reason (Cell.Note) and machine code
//     (Cell.Code); Table.Legend explains the marks that a table uses.
//   - The county's value adds up numerators and denominators (never percentages), over
//     those with the same period and definition, and is missing with fewer than two.
//   - A figure of people or cases has an interval also where all have been counted: how
//     many they become in a year is partly chance. What chance has no part in
//     (report.Indicator.Exact) has none, and says so.
//   - Figures may be set against each other when they are shown, in the same unit, for
//     the same period and by the same definition (comparableOutcomes); against a target
//     when they are in its unit and by its definition.
//   - Rows follow the register. Highest and lowest are named only among figures that
//     are shown and can be compared, with a word on whether chance explains it.
//   - Every table has one sentence, made from the same published cells.
//
// A Memo compares the same county again and again, and makes anew only the years of which
// something has changed.
//
// Masking: counts of people or cases from 1 to threshold−1 are masked, with everything
// made from them, and so are denominators and remainders (denominator − numerator)
// that small. Further counts go where a sum would give them back, over all tables,
// levels and dimensions of a year (mask.go). What the source has masked itself, and bare
// shares of a known total, are counts of which a reader knows a range: they are protected
// in the same way, and where nothing else is left to hide so is the source's own mark. A
// true zero stays. A reader must be left
// with at least as many possible values as the mask names (four for "1 to 4"). Package attack
// takes the reader's part and is to be run as the last pass of a build.
//
// Ids of pages (Link, Page) are addresses without slash at either end: "2023/simba",
// "2023/indikatorer/<slug>". The slug of something shared is its id; of something a
// delregion has defined itself it is "<delregion>-<id>".
package compare

import (
	"samverkan/internal/report"
)

// Comparison is everything that may be published, masked and ordered.
type Comparison struct {
	Site        report.Site
	Delregioner []Delregion // register order
	Years       []*Year     // ascending
	Newest      *Year       // the newest year that delregioner have reported; nil when none has
	Sources     []report.Source
	Catalogue   Names
}

// Confidence is the degree of confidence of every interval: "95 %".
func (c *Comparison) Confidence() string {
	return confidenceText(newRules(c.Site.Statistics).conf)
}

// Delregion is an entry of the register, without its figures.
type Delregion struct {
	ID, Name, FullName string
	Municipalities     []string
}

// Names looks up what catalogue ids are called, in catalogue order.
type Names struct {
	Areas, Fardplan, Units []Name
	Dimensions             []Name
}

// Name is an id and what it is called.
type Name struct{ ID, Name, Description string }

// Year is one year's edition.
type Year struct {
	Year        int
	Submissions []Submission // one per delregion, register order, also those that haven't submitted
	County      *Submission  // the county's own submission; nil when there is none

	Goals      []Goal // shared ones in catalogue order, then own ones in register order
	GoalMatrix Table  // goals × delregioner, coloured
	Fardplan   Fardplan
	Indicators []Indicator
	Comparable Table // indicators × delregioner: who reported what, and why not
	Deviations Deviations
	Activities Activities
	KeyFigures []KeyFigure // the start page's: what happened this year
	Complete   string      // one sentence: what the submissions hold
	Targets    string      // one sentence: how shared indicators' outcomes stand to their targets; "" when none can be judged
	Changes    []Change    // since the previous year's edition
	Reported   int         // how many delregioner have submitted
	Forms      Forms       // what not every delregion or year reports
}

// Submission is a delregion's submission without its figures.
type Submission struct {
	Delregion     Delregion
	Year          int
	Delivered     bool // a data file exists
	HasNarrative  bool
	Delivery      report.Delivery
	Source        string // readable name of the source
	Organisation  report.Organisation
	Groups        []report.Group
	Goals         []GoalWork
	Outcomes      []Outcome // every shared indicator and the delregion's own, catalogue order first
	Activities    []Activity
	Activity      Table // time line or list of the delregion's activities
	Status        Table // count of activities per status
	Budget        Table
	BudgetSources []string // of its posts
	Spines        []Table  // shared indicators: the delregion (Focus) among all that reported
	Deviations    DeviationFact
	Checklist     []Check        // nil when the submission has none
	Complete      []Completeness // section by section: what is there and what is not
}

// Completeness says whether a section of a submission is there.
type Completeness struct {
	Section string // Swedish name: "Mål"
	Items   int
	Text    string // "3 mål, varav 2 med bedömning", "saknas"
	Tone    Tone
}

// Goal is a goal with every delregion's work with it.
type Goal struct {
	ID, Slug, Name string
	Shared         bool
	Owner          Delregion // of an own goal
	Area           Name
	Fardplan       []Name
	Comment        string   // the catalogue's, of a shared goal; Markdown
	Indicators     []string // slugs of the year's indicators that follow it up
	Work           []GoalWork
	Sentence       string
}

// GoalWork is one delregion's work with one goal.
type GoalWork struct {
	Delregion  Delregion
	Goal       string // slug
	Name       string
	Works      bool // the delregion reports the goal
	Delivered  bool // the delregion has submitted at all
	Assessment report.Assessment
	Indicators Verdict // what its indicators say together
	Disagree   bool    // the assessment and the indicators contradict each other
	Comment    string  // Markdown
	Group      string  // name
	Source     string
	Cell       Cell // the same as a cell of the matrix
}

// Indicator is an indicator compared over the delregioner.
type Indicator struct {
	ID, Slug, Name          string
	Shared                  bool
	Owner                   Delregion // of an own indicator
	Definition              string
	Unit                    report.Unit
	Direction               report.Direction
	Target                  *Target
	AboutNum, AboutDenom    string
	Caveats                 string
	Source                  string
	Goals                   []string       // slugs
	Beside                  report.FormKey // the form whose page shows it too; "" for none
	Areas, Fardplan         []Name
	Outcomes                []Outcome // register order
	Table                   Table     // the year's comparison
	Breakdowns              []Table
	Trend                   *Table // nil with fewer than two years
	County                  Cell   // pooled
	Reporters               int    // delregioner that have reported a figure, shown or masked
	Compared                int    // delregioner whose figures may be set against each other; see comparableOutcomes
	SamePeriod, SameDefined bool
	Comparability           string // Swedish sentence: what may be compared and what not
}

// Outcome is one delregion's figure for one indicator.
type Outcome struct {
	Delregion Delregion
	Indicator string // slug
	Name      string // the indicator's
	Unit      report.Unit
	Target    *Target
	County    Cell
	Cell      Cell
	Trend     TrendWord
	Source    string
}

// TrendWord is a trend in an arrow and a word; both "" where none may be drawn.
type TrendWord struct {
	Arrow, Word string // "↗", "förbättras"
	Reason      string // why there is none
}

// Deviations are the year's deviations compared.
type Deviations struct {
	Totals     Table
	Dimensions []DeviationDimension
	Funnel     *Table
	Analysis   Table           // who analyses what
	Facts      []DeviationFact // register order
	Sentence   string
	Any        bool // anyone has reported anything
}

// DeviationDimension is deviations by process, cause or action.
type DeviationDimension struct {
	ID, Name string
	Table    Table
}

// DeviationFact is what a delregion says of its deviations beside the figures.
type DeviationFact struct {
	Delregion       Delregion
	Reported        bool
	System, Analyst string
	Total           Cell
	Analysed        Cell
	Comment         string
	Source          string
	Dimensions      []Table // the delregion's own figures per dimension
}

// Activities are the year's activities compared.
type Activities struct {
	Items    []Activity // register order, then as written
	Status   Table      // delregion × status
	Areas    Table      // målområde × status
	Timeline Table      // planned and done, all with a period
	Late     []Activity
	Sentence string
}

// Activity is an activity with what follows from its dates.
type Activity struct {
	report.Activity
	Delregion Delregion
	AreaName  string
	Source    string
	Late      bool   // its period has passed and its status isn't "klart"
	LateText  string // "skulle varit klart maj 2023; status ej redovisad"
}

// KeyFigure is one of the start page's figures.
type KeyFigure struct {
	Figure, Label, Note string
	Page                string // id of the page it leads to
}

// Change is something that differs from the previous year's edition.
type Change struct {
	Kind string // "reviderad", "ny-indikator", "utgangen-indikator", "andrad-definition", "fortsatt-mal"
	Text string
	Page string
}

// Tables lists every table of the comparison that is drawn, in order of year and
// page, so that all charts can be rendered at once.
func (c *Comparison) Tables() []*Table { return allTables(c) }
