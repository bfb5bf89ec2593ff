package chart

import (
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"

	"samverkan/internal/compare"
)

// spineSheet draws one row (Table.Focus) among the others: each column of figures is a line from the lowest to the
// highest, with a ring for every other row and a filled dot, named and with its interval below, for the one in focus. With a single column the
// table's Target and County stand across it. Marks, for the column with index k among those drawn: data-serie 2k are
// the rings and 2k+1 the dot; data-punkt is the row's index.
func spineSheet(t *compare.Table, width float64) *sheet {
	var columns []int
	for i := range t.Columns {
		if hasFigures(t, i) {
			columns = append(columns, i)
		}
	}
	if len(columns) == 0 {
		return nil
	}
	s, top := newSheet(t, width)
	var cut []string
	for _, column := range columns {
		p := &spine{sheet: s, t: t, column: column}
		if len(columns) == 1 {
			p.across = yardsticks(t)
		} else {
			name := text{words: wrapWord(t.Columns[column].Name, width-4, bodySize, true), x: 1, role: Text, bold: true}
			name.y = top + name.height()/2
			s.write(name)
			top += name.height() + 4
		}
		p.draw(top)
		top = s.height + 10
		if note := p.scale.cut(); note != "" && !slices.Contains(cut, note) {
			cut = append(cut, note)
		}
	}
	s.remarks(append(cut, spineRemark(t, columns))...)
	return s
}

// spine is one line under way.
type spine struct {
	sheet     *sheet
	t         *compare.Table
	column    int
	across    []yardstick
	plot      frame
	scale     scale
	low, high float64
}

func (p *spine) draw(top float64) {
	var values []float64
	for _, r := range p.t.Rows {
		if one := cell(r, p.column); one.State.HasNumber() && !r.Total {
			values = append(values, one.Number)
		}
	}
	if values == nil {
		return
	}
	p.low, p.high = slices.Min(values), slices.Max(values)
	if v := focused(p.t, p.column).Interval; v != nil {
		values = append(values, v.Low, v.High)
	}
	for _, y := range p.across {
		values = append(values, above(p.unit(), y.value, y.value*0.02)) // its line stands inside the plot
	}
	margin := 22.0
	if isNarrow(p.sheet.width) {
		margin = 8
	}
	p.plot = frame{margin, top, p.sheet.width - 2*margin, 34}
	p.scale = pointScale(p.unit(), fewTicks(p.plot.width), values...)
	p.plot.top = p.sheet.lineLabels(p.focusLabel(top)+4, p.plot, p.scale, p.across)
	p.marks()
	p.sheet.bottomAxis(p.plot, p.scale, unitWord(p.t))
}

func (p *spine) unit() string {
	if unit := p.t.Columns[p.column].Unit; unit != "" {
		return string(unit)
	}
	return string(p.t.Unit)
}

// focusLabel writes the name and figure of the row in focus above its dot, or why it has none, and returns where it ends.
func (p *spine) focusLabel(top float64) (bottom float64) {
	bottom = top + lineHeight
	for _, r := range p.t.Rows {
		if r.ID != p.t.Focus {
			continue
		}
		one := cell(r, p.column)
		label := text{words: r.Name + " " + shown(one), x: p.plot.left, align: "left",
			role: Series1, size: bodySize, bold: true}
		if one.State.HasNumber() {
			label.x, label.align = p.plot.left+p.scale.at(one.Number, p.plot.width), "center"
		} else {
			label.words, label.role, label.bold = r.Name+": "+shown(one), Muted, false
		}
		label.words = wrapWord(label.words, p.sheet.width-4, bodySize, true)
		label.y = top + label.height()/2
		bottom = top + label.height()
		labels := []text{label}
		keepInside(labels, p.sheet.width)
		p.sheet.write(labels[0])
	}
	return bottom
}

func (p *spine) marks() {
	grid := p.sheet.grid(p.plot, gridX(p.scale), hiddenY(-1, 1))
	others, focus := make([]point, len(p.t.Rows)), make([]point, len(p.t.Rows))
	for i, r := range p.t.Rows {
		others[i].Value, focus[i].Value = gapValue, gapValue
		one := cell(r, p.column)
		switch {
		case !one.State.HasNumber() || r.Total:
		case r.ID == p.t.Focus:
			focus[i].Value = []float64{one.Number, 0}
		default:
			others[i].Value = []float64{one.Number, 0}
		}
	}
	y := p.plot.top + p.plot.height/2
	at := func(v float64) float64 { return p.plot.left + p.scale.at(v, p.plot.width) }
	p.sheet.draw(stroke{at(p.low), y, at(p.high), y, Neutral, 3, nil, ""})
	if v := focused(p.t, p.column).Interval; v != nil {
		low, high, below := at(v.Low), at(v.High), y+12
		for _, l := range [][4]float64{{low, below, high, below}, {low, below - 3, low, below + 3}, {high, below - 3, high, below + 3}} {
			p.sheet.draw(stroke{l[0], l[1], l[2], l[3], Interval, 1.5, nil, ""})
		}
	}
	rings := charts.SingleSeries{Type: "scatter", Name: "Övriga", Data: others, Symbol: "circle", SymbolSize: 10,
		ItemStyle: outlined(Background, Axis, 1.5), MarkLines: markLines(p.across, "xAxis")}
	p.sheet.overlay.set(p.sheet.add(grid, rings), object{"z": 6})
	dot := charts.SingleSeries{Type: "scatter", Name: p.t.Focus, Data: focus, Symbol: "circle", SymbolSize: 16,
		ItemStyle: outlined(Series1, Background, 2)}
	p.sheet.overlay.set(p.sheet.add(grid, dot), object{"z": 7})
}

// focused is the cell of the row in focus.
func focused(t *compare.Table, column int) compare.Cell {
	for _, r := range t.Rows {
		if r.ID == t.Focus {
			return cell(r, column)
		}
	}
	return compare.Cell{State: compare.Empty}
}

// spineRemark explains the rings, and names those without a figure.
func spineRemark(t *compare.Table, columns []int) string {
	var lacking []string
	for _, r := range t.Rows {
		if one := cell(r, columns[0]); len(columns) == 1 && r.ID != t.Focus && !r.Total && reason(one) != "" {
			lacking = append(lacking, r.Name+" ("+reason(one)+")")
		}
	}
	words := "Ringarna är övriga som redovisat en siffra; linjen går från lägsta till högsta."
	if slices.ContainsFunc(columns, func(column int) bool { return focused(t, column).Interval != nil }) {
		words += " Linjen med tvärstreck är konfidensintervallet."
	}
	if lacking != nil {
		words += " Utan siffra: " + swedishList(lacking) + "."
	}
	return words
}
