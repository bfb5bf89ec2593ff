package compare

import (
	"strconv"

	"samverkan/internal/report"
)

// comparable is indicators × delregioner: who reported what, and why not. Figures are
// left to the indicator's own page; here a figure is only "siffra".
func (e *edition) comparable() Table {
	t := Table{
		ID: "jamforbarhet", Year: e.year, RowHead: "Indikator", Chart: Matrix, Example: e.example(),
		Title: "Vem har redovisat vad " + FormatYear(e.year),
	}
	for _, of := range e.register {
		t.Columns = append(t.Columns, Column{ID: of.ID, Name: of.Name})
	}
	t.Columns = append(t.Columns, Column{ID: "redovisat", Name: "Siffra från"})
	for _, i := range e.out.Indicators {
		if !i.Shared && i.Owner.ID == report.CountyID {
			continue
		}
		t.Rows = append(t.Rows, e.comparableRow(i))
	}
	t.Notes = []string{"En tom ruta betyder att indikatorn är egen för en annan delregion."}
	t.Sentence = comparableSentence(e.out.Indicators)
	return t
}

func (e *edition) comparableRow(i Indicator) Row {
	row := Row{ID: i.Slug, Name: i.Name, Link: e.page("indikatorer", i.Slug)}
	for _, of := range e.register {
		row.Cells = append(row.Cells, comparableCell(i, of, e.page("indikatorer", i.Slug)))
	}
	count := outOf(i.Reporters, len(i.Outcomes))
	if i.Reporters > i.Compared {
		count += ", " + noneOr(i.Compared, "ingen") + plural(float64(i.Compared), " jämförbar", " jämförbara")
	}
	if !i.Shared {
		count = ifNone(i.Reporters, "ingen (egen)", "1 (egen)")
	}
	c := word(count, Neutral)
	if i.Shared {
		c.Note = i.Comparability
	}
	row.Cells = append(row.Cells, c)
	return row
}

func ifNone(n int, none, some string) string {
	if n == 0 {
		return none
	}
	return some
}

// comparableCell says whether there is a figure, keeping a gap's state and reason.
func comparableCell(i Indicator, of Delregion, link string) Cell {
	for _, o := range i.Outcomes {
		if o.Delregion.ID != of.ID {
			continue
		}
		switch c := o.Cell; c.State {
		case Shown:
			w := word("siffra", Good)
			w.Link = link
			if c.OtherPeriod || c.OwnDefinition {
				w.Text, w.Tone = "siffra, med förbehåll", Partly
			}
			w.Note = joinNotes(periodNote(c), definitionNote(c))
			return w
		case ShareShown:
			w := word("andel utan antal", Partly)
			w.Link, w.Note = link, c.Note
			return w
		case Related:
			w := word("ord utan siffra", Partly)
			w.Link, w.Note = link, "Källan redovisar ingen siffra, bara: "+c.Text+"."
			return w
		default:
			return Cell{State: c.State, Text: c.Text, Note: c.Note, Tone: Lacking, Link: link, Threshold: c.Threshold}
		}
	}
	return Cell{State: Empty}
}

// holdings are how many figures the shared indicators have, of those that they could
// have, and how many of the indicators can be compared.
type holdings struct{ shared, own, reported, masked, possible, compared int }

func holdingsOf(all []Indicator) holdings {
	var h holdings
	for _, i := range all {
		if !i.Shared {
			h.own++
			continue
		}
		h.shared++
		h.reported += i.Reporters
		h.masked += i.Reporters - len(shownOutcomes(i.Outcomes))
		h.possible += len(i.Outcomes)
		h.compared += boolCount(i.Compared >= 2)
	}
	return h
}

// comparableSentence counts figures among the possible, and indicators that can be
// compared at all.
func comparableSentence(all []Indicator) string {
	h := holdingsOf(all)
	if h.shared == 0 {
		return sentence("länet har inga gemensamma indikatorer, så inget kan jämföras mellan delregioner")
	}
	s := "för de " + strconv.Itoa(h.shared) + " gemensamma indikatorerna finns "
	if h.shared == 1 {
		s = "för den enda gemensamma indikatorn finns "
	}
	s += noneOr(h.reported, "ingen") + " av " + strconv.Itoa(h.possible) + " möjliga siffror" + maskedClause(h.masked, "maskerad", "maskerade")
	if h.compared == 0 {
		s += "; ingen av indikatorerna har jämförbara siffror från minst två delregioner, så inget kan jämföras"
	} else {
		s += "; " + strconv.Itoa(h.compared) + " av indikatorerna har jämförbara siffror från minst två delregioner"
	}
	if h.own > 0 {
		s += "; därtill finns " + counted(h.own, "ingen", "egen indikator", "egna indikatorer") + ", som inte kan jämföras"
	}
	return sentence(s)
}
