package chart

import (
	"fmt"

	"samverkan/internal/compare"
)

// Draw makes a table's two drawings: wide for screens and paper (720 pixels), narrow for phones (320). It reads nothing
// but the table, so the same table gives the same drawings. ok is false when there is nothing to draw: the table is a
// matrix or has no kind, no cell has a figure, or it has more rows than fit (see tallest and tallPage); then the table stands alone.
//
// What each kind reads is said at its function. All read Title and Sentence (name and description for those who don't
// see), Unit, Example, and of each cell State, Number, Text and Flag; the words in a chart are the cells' own Text.
//
// Marks: a row's or a column's index is the data-serie or data-punkt of its marks, as said at each kind.
func Draw(t *compare.Table) (wide, narrow Drawing, ok bool, err error) {
	lay := kinds[t.Chart]
	if lay == nil || !t.HasFigures() {
		return wide, narrow, false, nil
	}
	defer func() { // go-echarts panics on what it doesn't expect
		if problem := recover(); problem != nil {
			ok, err = false, fmt.Errorf("diagrammet %q (%s, %d rader) gick inte att bygga: %v", t.ID, t.Chart, len(t.Rows), problem)
		}
	}()
	wideSheet, narrowSheet := lay(t, widePage), lay(t, narrowPage)
	if wideSheet == nil || narrowSheet == nil || narrowSheet.height > tallest || wideSheet.height > tallPage {
		return wide, narrow, false, nil
	}
	if wide, err = wideSheet.drawing(slug(t, "bred"), describe(t)); err != nil {
		return wide, narrow, false, err
	}
	narrow, err = narrowSheet.drawing(slug(t, "smal"), describe(t))
	return wide, narrow, err == nil, err
}

// kinds are those that are drawn, each a function of a table and the width in pixels; nil means: nothing to draw.
var kinds = map[compare.ChartKind]func(t *compare.Table, width float64) *sheet{
	compare.Bars:         barsSheet,
	compare.Distribution: distributionSheet,
	compare.Shares:       sharesSheet,
	compare.Trend:        trendSheet,
	compare.Multiples:    multiplesSheet,
	compare.Timeline:     timelineSheet,
	compare.Funnel:       funnelSheet,
	compare.Spine:        spineSheet,
}

// slug is unique over the years: "indikator-trygg-overgang-2023-bred".
func slug(t *compare.Table, form string) string { return fmt.Sprintf("%s-%d-%s", t.ID, t.Year, form) }

// isNarrow tells whether a sheet is for phones.
func isNarrow(width float64) bool { return width < 500 }

// newSheet begins a sheet; y is where the chart itself may begin, below the mark of invented figures.
func newSheet(t *compare.Table, width float64) (s *sheet, y float64) {
	s = &sheet{width: width}
	if !t.Example {
		return s, 2
	}
	// In the middle, since the frame has room for the widest of the fonts.
	mark := text{words: exampleMark, y: 11, align: "center", role: Text, size: smallSize, bold: true}
	right := 9 + mark.width()
	mark.x = (1 + right) / 2
	s.write(mark)
	for _, l := range [][4]float64{{1, 1, right, 1}, {1, 21, right, 21}, {1, 1, 1, 21}, {right, 1, right, 21}} {
		s.draw(stroke{l[0], l[1], l[2], l[3], Uncertain, 1.5, nil, ""})
	}
	return s, 32
}

// remarks writes sentences below the chart and makes room for them.
func (s *sheet) remarks(sentences ...string) {
	for _, sentence := range sentences {
		if sentence == "" {
			continue
		}
		t := text{words: wrapWord(sentence, s.width-4, smallSize, false), x: 1, role: Muted, size: smallSize}
		t.y = s.height + 6 + t.height()/2
		s.write(t)
		s.height += 6 + t.height()
	}
}

// bottomAxis writes a scale's labels below a frame, and the unit below the last; the sheet ends there. On a narrow
// sheet the outermost labels stay within the frame.
func (s *sheet) bottomAxis(f frame, sc scale, unit string) {
	ticks := sc.ticks()
	for i, v := range ticks {
		label := text{words: sc.label(v), x: f.left + sc.at(v, f.width), y: f.bottom() + 12, align: "center", role: Muted, size: smallSize}
		switch {
		case isNarrow(s.width) && i == 0:
			label.align = "left"
		case isNarrow(s.width) && i == len(ticks)-1:
			label.align = "right"
		}
		s.write(label)
	}
	s.height = f.bottom() + 24
	if unit != "" {
		s.write(text{words: unit, x: f.right(), y: f.bottom() + 12 + lineHeight, align: "right", role: Muted, size: smallSize})
		s.height += lineHeight
	}
}

// fewTicks is how many steps an axis of so many pixels takes.
func fewTicks(length float64) int { return max(2, min(6, int(length/75))) }
