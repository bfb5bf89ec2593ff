package page

import (
	"html/template"
	"slices"

	"samverkan/internal/chart"
	"samverkan/internal/compare"
)

// Figure is a table with its drawing, sentence and everything a reader needs to trust
// it: the marks explained, reservations, source.
type Figure struct {
	ID, Title, Sentence string
	Top                 bool // its heading is an h2; otherwise an h3
	Plain               bool // no heading of its own: the section's is enough
	Drawn               bool
	Wide, Narrow        template.HTML
	Table               TableView
	Legend              []KeyItem
	Verdicts            []StatusMeaning // what is said of the figures against their targets
	Notes               []string
	Sources             []string
	Example             bool
	Inside              bool   // the explanations are only about the table, which is folded away
	Series              string // what the drawing's series are in the table: see chart.Marks
	Downloads           []Link
}

// figure makes the view of a table; nil where there is nothing to show.
func (p *pen) figure(t *compare.Table, sources ...string) *Figure {
	if t == nil || len(t.Rows) == 0 {
		return nil
	}
	id := p.id(t.ID)
	f := &Figure{
		ID: id, Title: t.Title, Sentence: t.Sentence, Legend: keyItems(t.Legend()), Notes: t.Notes,
		Example: t.Example, Sources: distinct(sources),
	}
	// The drawing's own ids come from the table's, so a second copy would repeat them.
	if id == t.ID {
		f.Wide, f.Narrow, f.Drawn = p.drawing(t)
	}
	var marks chart.Marks
	if f.Drawn {
		marks, p.drawn = chart.MarksOf(t), true
	}
	f.Table, f.Series = p.table(t, id, marks), marks.Series
	if f.Table.intervalsInCells() {
		f.Notes = append(slices.Clone(f.Notes), "Under ett tal står dess konfidensintervall ("+p.confidence()+").")
	}
	if id != t.ID {
		f.Table.Caption += " (samma tabell som ovan" + again(p.used[t.ID]) + ")"
	}
	f.Downloads, f.Verdicts = p.downloads(t), verdictKey(verdictsIn(t))
	f.Inside = f.Drawn && t.Chart == compare.Timeline
	return f
}

// KeyItem explains a sign that a table uses, or a shape.
type KeyItem struct {
	Sign    string
	Shape   template.HTML // instead of a sign
	Tone    string        // the shape's: suffix of a class
	Meaning string
}

func keyItems(marks []compare.Mark) []KeyItem {
	var items []KeyItem
	for _, m := range marks {
		items = append(items, KeyItem{Sign: m.Sign, Meaning: m.Meaning})
	}
	return items
}

func shapeKey(tone compare.Tone, meaning string) KeyItem {
	return KeyItem{Shape: shape(tone), Tone: toneNames[tone], Meaning: meaning}
}

// again tells a table's third place in a page from its second: a name stands for one.
func again(n int) string {
	if n < 3 {
		return ""
	}
	return ", " + itoa(n) + ":e gången"
}

// top is a figure whose heading stands directly below the page's.
func (f *Figure) top() *Figure {
	if f != nil {
		f.Top = true
	}
	return f
}

// plain is a figure below a section heading that already says what it shows.
func (f *Figure) plain() *Figure {
	if f != nil {
		f.Plain = true
	}
	return f
}

// without drops the sentence if the page has said it already.
func (f *Figure) without(said string) *Figure {
	if f != nil && f.Sentence == said {
		f.Sentence = ""
	}
	return f
}

// distinct drops repetitions and empty texts, and keeps the order.
func distinct(texts []string) []string {
	seen := map[string]bool{"": true}
	var kept []string
	for _, t := range texts {
		if !seen[t] {
			seen[t] = true
			kept = append(kept, t)
		}
	}
	return kept
}
