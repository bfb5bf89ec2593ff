package demo

import "slices"

// Everything that isn't as one would wish stands here, so that it can be found in one
// place: figures that are missing, masked, uncertain, revised or measured in a way of
// their own.

// notSubmitted is the delregion that handed in nothing, and when; inDraft the one that
// is still writing the newest year, and submittedOnly one that has handed in but not
// decided. Each has followers: every sixth delregion after it.
const (
	notSubmitted      = 4
	notSubmittedBack  = 2
	inDraft           = 5
	submittedOnly     = 3
	outlier           = 4 // far more deviations than its inhabitants account for
	patternLength     = 6
	silentOnMeasures  = 1 // gives no actions taken for its deviations
	onlyProcessCounts = 3
)

// submits reports whether a delregion has handed anything in.
func (c *county) submits(d delregion, back int) bool {
	return d.index%patternLength != notSubmitted || back != min(notSubmittedBack, len(c.years)-1)
}

func draft(d delregion, back int) bool { return d.index%patternLength == inDraft && back == 0 }

// always stands for every year.
const always = -1

// event is something out of the ordinary with one figure.
type event struct {
	indicator  string
	delregion  int // in the pattern of six
	back       int // years before the newest, or always
	instead    string
	part       string // instead of the last municipality but one
	flag       string
	comment    string
	period     string // before the year
	definition string
	below      int  // how far below the level is pressed, in percent of the spread
	once       bool // not for the delregion's followers: it gives a warning
}

// warned are the codes of the warnings that check gives, each for one thing that the
// demonstration is to show: a goal called reached that its indicator says is not
// (motsagelse-bedomning), a shared indicator measured by a definition of the
// delregion's own (egen-definition-av-gemensam), and a delprojekt that two tell of
// differently (delprojekt-olika).
var warned = []string{"delprojekt-olika", "motsagelse-bedomning", "egen-definition-av-gemensam"}

var events = []event{
	{indicator: "trygg-overgang", delregion: 2, back: 0, instead: `".."`,
		comment: "Enkäten blev försenad. Resultatet redovisas i nästa årsrapport."},
	{indicator: "trygg-overgang", delregion: 0, back: 1, flag: "reviderad",
		comment: "Rättad sedan förra årsrapporten: svar som kom in efter sista dag är nu medräknade."},
	{indicator: "trygg-overgang", delregion: 4, back: 0, once: true,
		definition: "Andel svarande som gett övergången minst 4 på en femgradig skala.",
		comment:    "Delregionen prövar en egen enkät under året."},
	{indicator: "trygg-overgang", delregion: 5, back: 0, flag: "preliminar",
		comment: "Svar kommer fortfarande in."},
	{indicator: "kompletta-vardbegaran", delregion: 1, back: always, period: "September",
		comment: "Mäts under en månad varje år."},
	{indicator: "kompletta-vardbegaran", delregion: 3, back: 0, period: "Hösten",
		comment: "Mätningen började efter sommaren."},
	{indicator: "kompletta-vardbegaran", delregion: 4, back: 1,
		instead: `{ andel = 74, kommentar = "Antalet bakom andelen är inte redovisat." }`},
	{indicator: "kompletta-vardbegaran", delregion: 5, back: 0, instead: `".."`},
	{indicator: "vardtid-utskrivningsklar", delregion: 3, back: 1, flag: "brott",
		comment: "Nytt vårdinformationssystem: tiden räknas i timmar från beslutet, tidigare i hela dygn."},
	{indicator: "vardtid-utskrivningsklar", delregion: 5, back: 3,
		instead: `{ relation = "samre-an-foregaende-ar", kommentar = "Värdet återges inte i delregionens rapport." }`},
	{indicator: "munhalsobedomning", delregion: 0, back: 0, below: 260, once: true},
	{indicator: "munhalsobedomning", delregion: 2, back: 0, part: `".."`},
	{indicator: "munhalsobedomning", delregion: 5, back: 0, flag: "preliminar"},
	{indicator: "sip-upprattade", delregion: 2, back: 0, part: `"<5"`},
	{indicator: "aterinskrivning-30", delregion: 3, back: always, part: `"."`,
		comment: "En av kommunerna hör till ett annat läns sjukhus och ingår inte."},
	{indicator: "fallskador-65", delregion: 4, back: 0, flag: "skattad",
		comment: "Uppräknad från årets tre första kvartal."},
	{indicator: "fallskador-65", delregion: 5, back: 0, instead: `".."`},
	{indicator: "utbildade-suicidprevention", delregion: 1, back: 0, instead: `"<5"`},
	{indicator: "utbildade-suicidprevention", delregion: 5, back: 1, instead: "0",
		comment: "Ingen utbildning hölls under året."},
	{indicator: "vantetid-forsta-kontakt", delregion: 1, back: always, instead: `"."`,
		comment: "Delregionen har ingen egen mottagning; personerna tas emot i grannens."},
}

// eventOf is what is out of the ordinary with a figure, the zero event for nothing.
func (c *county) eventOf(i indicator, d delregion, back int) event {
	at := slices.IndexFunc(events, func(e event) bool { return e.isAbout(i, d, back) })
	if at < 0 {
		return event{}
	}
	return events[at]
}

func (e event) isAbout(i indicator, d delregion, back int) bool {
	if e.indicator != i.id || e.back != always && e.back != back {
		return false
	}
	return d.index == e.delregion || !e.once && d.index%patternLength == e.delregion
}

// forced presses a figure down where the demonstration needs it there.
func forced(i indicator, d delregion, back int) int {
	for _, e := range events {
		if e.below != 0 && e.isAbout(i, d, back) {
			return -e.below
		}
	}
	return 0
}
