package chart

import "strings"

//go:generate sh -c "go run ./widthgen/main.go /usr/share/fonts > widths_table.go"

// FontStack is what the text of every chart is set in, as a CSS font-family value. No font is downloaded. It leaves
// out system-ui, which on Linux may be DejaVu Sans, a seventh wider than the rest: the widths in widths_table.go are
// the widest among the fonts named here, so that a text which fits in the measured width fits on every reader's
// machine.
const FontStack = `"Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", "Liberation Sans", sans-serif`

// fontMark is the font family that options get by way of the theme. The normaliser drops every font family, the root
// of the drawing has FontStack instead.
const fontMark = "sans-serif"

const (
	narrowWidth = 600  // of a rune without an entry, thousandths of an em
	wideWidth   = 1000 // from wideFrom on (Chinese, Japanese, Korean)
	wideFrom    = 0x2e80
)

// widthRow is a width in thousandths of an em and the runes that have it.
type widthRow struct {
	width int
	runes string
}

var widths = struct{ regular, bold map[rune]int }{widthIndex(regularWidths), widthIndex(boldWidths)}

// latinWidths are the widths of the runes up to Latin Extended-A, which nearly all texts are made of: texts are measured
// over and over.
var latinWidths = struct{ regular, bold [0x180]int }{latin(widths.regular), latin(widths.bold)}

func latin(table map[rune]int) (first [0x180]int) {
	for r := range first {
		first[r] = lookUpWidth(table, rune(r))
	}
	return first
}

func widthIndex(rows []widthRow) map[rune]int {
	table := make(map[rune]int, 400)
	for _, row := range rows {
		for _, r := range row.runes {
			table[r] = row.width
		}
	}
	// Zero-width: soft hyphen, zero-width space, word joiner.
	table['\u00ad'], table['\u200b'], table['\u2060'] = 0, 0, 0
	return table
}

// TextWidth is the greatest width in pixels that text takes on one line at size pixels in any font of FontStack. It is
// what ECharts is told when it asks. Kerning, which only narrows, is left out.
func TextWidth(text string, size float64, bold bool) float64 {
	return float64(thousandths(text, bold)) * size / 1000
}

// thousandths is the width of a text in thousandths of an em.
func thousandths(text string, bold bool) (sum int) {
	for _, r := range text {
		sum += runeWidth(r, bold)
	}
	return sum
}

func runeWidth(r rune, bold bool) int {
	latin, table := &latinWidths.regular, widths.regular
	if bold {
		latin, table = &latinWidths.bold, widths.bold
	}
	if int(r) < len(latin) {
		return latin[r]
	}
	return lookUpWidth(table, r)
}

func lookUpWidth(table map[rune]int, r rune) int {
	if width, ok := table[r]; ok {
		return width
	}
	if r >= wideFrom {
		return wideWidth
	}
	return narrowWidth
}

// Wrap breaks text at ordinary spaces into lines at most width pixels wide, joined by "\n", which ECharts takes as it stands.
// A single word that is wider stands alone on its line and sticks out: a name is never cut. Use it instead of
// ECharts' own overflow, which counts å, ä and ö as a full em when it breaks lines.
func Wrap(text string, width, size float64, bold bool) string {
	var b strings.Builder
	space, line := runeWidth(' ', bold), 0
	for word := range strings.FieldsFuncSeq(text, breakable) {
		wide := thousandths(word, bold)
		switch longer := line + space + wide; {
		case b.Len() == 0:
			line = wide
		case float64(longer)*size/1000 <= width:
			b.WriteByte(' ')
			line = longer
		default:
			b.WriteByte('\n')
			line = wide
		}
		b.WriteString(word)
	}
	return b.String()
}

// breakable leaves no-break spaces alone, also the narrow one between thousands.
func breakable(r rune) bool { return r == ' ' || r == '\n' }

// widthTable is what echarts/measure.js expects.
type widthTable struct {
	Regular map[string]int `json:"regular"`
	Bold    map[string]int `json:"bold"`
	Narrow  int            `json:"narrow"`
	Wide    int            `json:"wide"`
}

func newWidthTable() widthTable {
	return widthTable{byString(widths.regular), byString(widths.bold), narrowWidth, wideWidth}
}

func byString(table map[rune]int) map[string]int {
	named := make(map[string]int, len(table))
	for r, width := range table {
		named[string(r)] = width
	}
	return named
}
