package compare

import (
	"samverkan/internal/period"
	"samverkan/internal/report"
)

// State says what a cell holds, or why it holds no figure.
type State int

// The states of a cell. Only Shown and ShareShown carry a Number.
const (
	NotSubmitted   State = iota // ej inlämnat ännu: nothing at all has come in
	Shown                       // a figure, zero included
	ShareShown                  // a share whose count was never reported
	Related                     // only a relation ("högre än året före")
	Missing                     // uppgift saknas
	NotApplicable               // ej relevant
	Masked                      // 1 to threshold−1, or masked to protect such a cell
	MaskedBySource              // masked before it was reported
	Words                       // not a figure at all: a status, a name, a period
	Empty                       // nothing is expected here; drawn as an empty cell
)

// HasNumber reports whether Number means anything.
func (s State) HasNumber() bool { return s == Shown || s == ShareShown }

// Tone is how a coloured cell is meant, always beside a word or a mark.
type Tone int

// The tones. Neutral is the zero value.
const (
	Neutral   Tone = iota
	Good           // target met, goal reached, activity done
	Partly         // partly reached, under way
	Bad            // target missed, goal not reached, late
	Uncertain      // can't be decided
	Lacking        // no figure
)

// Verdict is how an outcome stands to its target.
type Verdict int

// The verdicts. With an interval that contains the target it can't be decided.
const (
	NoVerdict   Verdict = iota // no target, no direction or no figure
	Met                        // nått
	Missed                     // ej nått
	CantDecide                 // kan ej avgöras: the interval contains the target
	MetBare                    // over the target, but without an interval to be sure by
	MissedBare                 // under the target, but without an interval to be sure by
	MetExact                   // over the target, and chance has no part in the figure
	MissedExact                // under the target, and chance has no part in the figure
	MetAtBest                  // on a target that nothing can surpass: 0 cases, 100 %
	NotJudged                  // there is a target, but the figure is in another unit or by another definition
)

// Standing is how an outcome stands to the county's pooled value.
type Standing int

// The standings. Better and worse follow the indicator's direction.
const (
	NoStanding Standing = iota // fewer than two reported, or no interval
	LikeCounty                 // the interval contains the county's value
	BetterThan
	WorseThan
	HigherThan // direction "ingen"
	LowerThan
)

// Interval is a confidence interval in the cell's unit.
type Interval struct{ Low, High float64 }

// Cell is one figure, word or gap as it may be published: masking has been done, so
// a masked cell holds no trace of what it masks.
type Cell struct {
	State    State
	Number   float64     // in Unit; percent as 17.1, not 0.171
	Unit     report.Unit // "" for words
	Decimals int         // how many decimals the figure is shown with

	Text  string // what is shown: "17,1 %", "..", "<5", "pågående"
	Basis string // "7 av 41", or ""
	Note  string // Swedish sentence: the reason for a gap, the meaning of a flag, a reservation

	Numerator, Denominator *float64  // nil when not reported or masked
	Range                  *Interval // of MaskedBySource: the whole numbers that its mark allows, "<5": 1 to 4; nil when the mark isn't shown
	Interval               *Interval
	Exact                  bool // chance has no part in the figure, so it has no interval
	Flag                   report.Flag
	Before                 string // what a revised figure was published as, "78,4 %"; "" when not said
	Relation               report.Relation
	Period                 period.Period // zero when it is the whole year
	OtherPeriod            bool          // the period differs from most others' in the same comparison
	OwnDefinition          bool          // measured by another definition than the shared one
	Against                *float64      // the target that the figure is held against, in Unit; nil when it isn't
	Verdict                Verdict
	Standing               Standing
	Tone                   Tone
	Comment                string // the delregion's own, plain text or Markdown

	From, To period.Date // for a cell of a time line
	Late     bool        // for a cell of a time line: not done though its period has passed
	Link     string      // id of the page that the cell leads to, or ""

	// What the last pass (package attack) and a download need to recognise the same fact in
	// several tables. The key names the count; its denominator is Key + "/namnare".
	Key       string // "2023/simba/avvikelser/totalt"; "" for words and derived figures
	Whole     string // key of the count that a bare share is a share of
	Sums      []Sum  // how the cell's count stands to its parts
	Threshold int    // counts from 1 to Threshold−1 are masked; 0 where nothing is secret
}

// Sum says that a count is the sum of others, so that a reader may subtract.
type Sum struct {
	Parts []string // keys
	Open  bool     // there may be more than the parts: the count is at least their sum
	Apart bool     // the parts are more than the count, so they overlap and nobody can subtract
}
