package chart

import (
	"strings"

	"samverkan/internal/compare"
)

// timelineSheet draws activities: the column "nar" (when it is done) as a bar over its From and To, "klart" (when it is
// to be, or was, finished) as a mark at its To, and a thin line between them. A period without end ("Löpande") goes on
// to the edge. The column "status", if there is one, says with Tone Good that the activity is finished, and its Text
// stands at the row; Late in either cell marks it late. Rows that share the word in a column "delregion" follow it as a
// heading; when there are more than six, so do those in "rubrik", "grupp" or "omrade". Marks: data-serie 0 are the
// bars, then those of done, planned and late that occur; data-punkt is the row's index.
func timelineSheet(t *compare.Table, width float64) *sheet {
	if columnByID(t, "nar") < 0 && columnByID(t, "klart") < 0 || len(t.Rows) == 0 {
		return nil
	}
	c := &timeChart{t: t}
	var top float64
	c.sheet, top = newSheet(t, width)
	for _, r := range t.Rows {
		c.activities = append(c.activities, newActivity(t, r))
	}
	bottom, rename := c.sheet.legendBelow(top, c.kinds())
	c.place(bottom + 8)
	c.write()
	c.marks(rename)
	return c.sheet
}

// activity is a row as it is drawn.
type activity struct {
	row         compare.Row
	when, due   compare.Cell
	done, late  bool
	heading     string
	status      string
	name, words string // as broken into lines
	top, y      float64
}

func newActivity(t *compare.Table, r compare.Row) activity {
	a := activity{row: r, when: cell(r, columnByID(t, "nar")), due: cell(r, columnByID(t, "klart"))}
	status := cell(r, columnByID(t, "status"))
	a.status, a.done = status.Text, status.Tone == compare.Good
	a.late = a.when.Late || a.due.Late
	if a.late {
		a.status = "försenad"
	}
	of := columnByID(t, "delregion")
	if of < 0 && len(t.Rows) > 6 {
		of = columnByID(t, "rubrik", "grupp", "omrade")
	}
	a.heading = cell(r, of).Text
	return a
}

// ongoing tells whether the activity has no end.
func (a activity) ongoing() bool { return a.when.Period.Ongoing || a.due.Period.Ongoing }

// timeChart is a time line under way.
type timeChart struct {
	sheet      *sheet
	t          *compare.Table
	activities []activity
	months     months
	plot       frame
}

const (
	plannedName = "När det görs"
	doneName    = "Klart"
	dueName     = "Ska vara klart"
	lateName    = "Försenad"
)

// kinds are the marks that occur.
func (c *timeChart) kinds() []string {
	names, seen := []string{plannedName}, map[string]bool{}
	for _, a := range c.activities {
		seen[a.kind()] = true
	}
	for _, name := range []string{doneName, dueName, lateName} {
		if seen[name] {
			names = append(names, name)
		}
	}
	return names
}

// kind is the mark at the activity's end; "" when it has none.
func (a activity) kind() string {
	switch {
	case a.late:
		return lateName
	case a.due.To.IsZero():
		return ""
	case a.done:
		return doneName
	}
	return dueName
}

// place finds room for names, bars and status, and makes the axis.
func (c *timeChart) place(top float64) {
	narrow := isNarrow(c.sheet.width)
	names, status := 270.0, TextWidth("Status", smallSize, true)
	for i := range c.activities {
		a := &c.activities[i]
		if !narrow { // the column's heading says what it is
			a.status = strings.TrimPrefix(a.status, "status ")
		}
		a.words = wrapWord(a.status, 120, smallSize, false)
		status = max(status, widest([]string{a.words}, smallSize, false))
	}
	c.plot = frame{left: names + 12, top: top + 40}
	c.plot.width = c.sheet.width - c.plot.left - status - 14
	if narrow {
		names = c.sheet.width - 2
		c.plot.left, c.plot.width = 1, c.sheet.width-3
	}
	c.plot.height = c.stack(names) - c.plot.top
	var cells []compare.Cell
	for _, a := range c.activities {
		cells = append(cells, a.when, a.due)
	}
	c.months = newMonths(c.t, cells, c.plot.width)
	c.sheet.height = c.plot.bottom() + 4
}

// stack gives every row the height that its name needs, beside the bar when wide and above it when narrow, and returns
// where the last one ends.
func (c *timeChart) stack(names float64) (y float64) {
	y = c.plot.top
	heading := ""
	for i := range c.activities {
		a := &c.activities[i]
		if a.heading != heading {
			heading = a.heading
			y += blockHeight(wrapWord(heading, c.sheet.width-4, bodySize, true)) + 10
		}
		a.top, a.name = y, wrapWord(a.row.Name, names, bodySize, false)
		if !isNarrow(c.sheet.width) {
			height := max(28, blockHeight(a.name)+10, blockHeight(a.words)+10)
			a.y = y + height/2
			y += height
			continue
		}
		a.y = y + 4 + blockHeight(a.name) + 10
		if a.words != "" {
			a.y += blockHeight(a.words)
		}
		y = a.y + 12
	}
	return y
}

// write adds names, headings, status and the axis, above and, when that is far away, below.
func (c *timeChart) write() {
	narrow := isNarrow(c.sheet.width)
	c.months.write(c.sheet, c.plot, c.plot.top-40)
	if c.plot.height > 500 {
		c.months.write(c.sheet, c.plot, c.plot.bottom()+2)
		c.sheet.height += 38
	}
	if !narrow && columnByID(c.t, "status") >= 0 {
		c.sheet.write(text{words: "Status", x: c.sheet.width - 1, y: c.plot.top - 14, align: "right", role: Muted, size: smallSize, bold: true})
	}
	heading := ""
	for _, a := range c.activities {
		if a.heading != heading {
			heading = a.heading
			words := wrapWord(heading, c.sheet.width-4, bodySize, true)
			c.sheet.write(text{words: words, x: 1, y: a.top - 2 - blockHeight(words)/2, role: Text, bold: true})
		}
		c.sheet.draw(stroke{0, a.top, c.sheet.width, a.top, Grid, 1, nil, ""})
		role := Muted
		if a.late {
			role = Bad
		}
		name := text{words: a.name, x: 1, y: a.y, role: Text}
		status := text{words: a.words, x: c.sheet.width - 1, y: a.y, align: "right", role: role, size: smallSize}
		if narrow {
			name.y = a.top + 4 + name.height()/2
			status.x, status.align, status.y = 1, "left", name.y+name.height()/2+status.height()/2
		}
		c.sheet.write(name)
		c.sheet.write(status)
	}
}
