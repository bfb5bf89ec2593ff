package chart

import (
	"samverkan/internal/compare"
)

// multiplesSheet draws each row as a small chart of its own, all with the same axes: name and last figure above it, the
// target across it, first and last year below. A row without any figure has the word for why. Marks, with n rows that
// have figures: as in trendSheet.
func multiplesSheet(t *compare.Table, width float64) *sheet {
	s, top := newSheet(t, width)
	m := &multiples{sheet: s, t: t, lines: trendLines(t)}
	if len(m.lines) == 0 {
		return nil
	}
	key := trendYardsticks(t)
	if stepped(t) {
		key = append(key, yardstick{words: "Målvärdet, som har ändrats", role: Target, dash: "solid", width: 2})
	}
	if len(key) > 0 {
		top = keyRow(s, top, key) + 4
	}
	m.place(top)
	m.panels()
	s.remarks(append(trendRemarks(t), m.scale.cut())...)
	return s
}

// multiples are small charts under way.
type multiples struct {
	sheet  *sheet
	t      *compare.Table
	lines  []trendLine
	scale  scale
	frames []frame // of each row's chart
	titles []string
}

const panelHeight = 78.0

// place divides the sheet into columns of charts.
func (m *multiples) place(top float64) {
	across := 3
	if isNarrow(m.sheet.width) {
		across = 2
	}
	m.scale = trendScale(m.t, 2)
	gutter := tickWidth(m.scale) + 6
	cellWidth := (m.sheet.width - 2) / float64(across)
	inner := cellWidth - gutter - 14
	var names []string
	for _, r := range m.t.Rows {
		names = append(names, r.Name+lastText(m.t, r))
	}
	m.titles, _, _ = wrapAll(names, cellWidth-10, smallSize, true)
	for i := 0; i < len(names); i += across {
		row := m.titles[i:min(i+across, len(names))]
		titleHeight := 0.0
		for _, title := range row {
			titleHeight = max(titleHeight, blockHeight(title))
		}
		for k := range row {
			m.frames = append(m.frames, frame{float64(k)*cellWidth + gutter, top + titleHeight + 8, inner, panelHeight})
		}
		top += titleHeight + panelHeight + 44
	}
	m.sheet.height = m.frames[len(m.frames)-1].bottom() + 26
}

// lastText is a row's newest figure, to stand after its name, with its year when that isn't the last: "SIMBA 77,4 % (2022)".
func lastText(t *compare.Table, r compare.Row) string {
	for i := len(t.Columns) - 1; i >= 0; i-- {
		if one := cell(r, i); one.State.HasNumber() {
			if i < len(t.Columns)-1 {
				return " " + one.Text + " (" + t.Columns[i].Name + ")"
			}
			return " " + one.Text
		}
	}
	return ""
}

func (m *multiples) panels() {
	grids := map[string]int{}
	for i, r := range m.t.Rows {
		f := m.frames[i]
		title := text{words: m.titles[i], x: f.left - tickWidth(m.scale) - 6, role: Text, size: smallSize, bold: true}
		title.y = f.top - 8 - title.height()/2
		m.sheet.write(title)
		if lastText(m.t, r) == "" {
			words := wrapWord(emptyWord(m.t, r), f.width, smallSize, false)
			m.sheet.write(text{words: words, x: f.left + f.width/2, y: f.top + f.height/2, align: "center", role: Muted, size: smallSize})
			continue
		}
		m.axes(f)
		grids[r.ID] = m.sheet.grid(f, hiddenX(-0.5, float64(len(m.t.Columns))-0.5), gridY(m.scale))
	}
	for _, l := range m.lines {
		addPoints(m.sheet, grids[l.row.ID], m.t, m.calm(l), 5)
	}
	for _, l := range m.lines {
		across := markLines(trendYardsticks(m.t), "yAxis")
		addLine(m.sheet, grids[l.row.ID], m.t, m.calm(l), across)
	}
	for _, l := range m.lines {
		addSteps(m.sheet, grids[l.row.ID], m.t)
	}
}

// calm gives every row the same colour and shape: each has a chart to itself.
func (m *multiples) calm(l trendLine) trendLine {
	l.symbol = "circle"
	if !l.row.Total {
		l.role = Series1
	}
	return l
}

// axes writes the scale to the left and the first and last year below.
func (m *multiples) axes(f frame) {
	for _, v := range m.scale.ticks() {
		y := f.bottom() - m.scale.at(v, f.height)
		m.sheet.write(text{words: m.scale.label(v), x: f.left - 6, y: y, align: "right", role: Muted, size: smallSize})
	}
	step := f.width / float64(len(m.t.Columns))
	for _, i := range []int{0, len(m.t.Columns) - 1} {
		words := m.t.Columns[i].Name
		if i == 0 && len(m.t.Columns) > 1 && f.width-step < TextWidth(words, smallSize, false)+12 {
			continue
		}
		m.sheet.write(text{words: words, x: f.left + step*(float64(i)+0.5), y: f.bottom() + 13, align: "center", role: Muted, size: smallSize})
		if len(m.t.Columns) == 1 {
			break
		}
	}
}

// emptyWord is why a row has no figure at all.
func emptyWord(t *compare.Table, r compare.Row) string {
	if words := gapWords(t, r); len(words) > 0 {
		return words[0]
	}
	return "inga värden"
}
