package chart

import "slices"

// Role is what a colour means in a chart. Options use Role.Hex(), pages the classes and the custom property that bear
// its name.
type Role string

// The roles. Series 1–4 are the furthest apart; all eight differ also to colour-blind readers and stand at least 3:1
// against the background, but not in grey print: add a pattern, a symbol or a direct label.
const (
	Series1 Role = "series1"
	Series2 Role = "series2"
	Series3 Role = "series3"
	Series4 Role = "series4"
	Series5 Role = "series5"
	Series6 Role = "series6"
	Series7 Role = "series7"
	Series8 Role = "series8"

	// An ordered scale from little to much, for shares and answers; distinct in grey print.
	Step1 Role = "step1"
	Step2 Role = "step2"
	Step3 Role = "step3"
	Step4 Role = "step4"
	Step5 Role = "step5"

	Neutral    Role = "neutral"    // marks that only give context
	Text       Role = "text"       // titles, category names, values
	Muted      Role = "muted"      // axis labels, remarks
	Grid       Role = "grid"       // grid lines; the one role that may be faint
	Axis       Role = "axis"       // axis lines and ticks
	Target     Role = "target"     // target line and its label
	County     Role = "county"     // the county's value
	Interval   Role = "interval"   // whiskers and bands of uncertainty
	Good       Role = "good"       // status: reached
	Bad        Role = "bad"        // status: not reached
	Uncertain  Role = "uncertain"  // status: can't be told
	Missing    Role = "missing"    // no value: outlines, dashes
	Background Role = "background" // behind everything; the stripes of patterns
	OnFill     Role = "onfill"     // text on a filled mark
	Band       Role = "band"       // a quiet area behind the marks, such as the target's range
)

// swatch is a role's colour in each of the ways a page is shown.
type swatch struct {
	role Role
	// light is the default, what options contain and what the downloaded file shows: unique among the roles.
	light string
	dark  string
	// contrast and contrastDark replace light and dark when the reader asks for more contrast; "" keeps them.
	contrast, contrastDark string
	// forced is a system colour for forced colours; "" keeps the colour, which the reader's light or dark scheme
	// has chosen, because series that all had the same colour couldn't be told apart. Lines that should be faint aren't
	// GrayText: many schemes have a strong colour for it.
	forced string
}

var swatches = []swatch{
	{Series1, "#093f9b", "#6d9fc0", "", "", ""},
	{Series2, "#a13100", "#b98a3c", "", "", ""},
	{Series3, "#4e8680", "#34c54f", "#2c615b", "", ""},
	{Series4, "#9353db", "#b289fc", "#7a35c8", "", ""},
	{Series5, "#b18e23", "#ffda7c", "#7d6210", "", ""},
	{Series6, "#4b9bcd", "#8fcdfd", "#22719f", "", ""},
	{Series7, "#714c64", "#ffa3b0", "", "", ""},
	{Series8, "#35363f", "#e1eef6", "", "", ""},
	{Step1, "#c9dcf0", "#2b3f57", "", "", ""},
	{Step2, "#9bbde0", "#3f628a", "", "", ""},
	{Step3, "#6797cb", "#5f8dc0", "", "", ""},
	{Step4, "#386fad", "#8fb8e4", "", "", ""},
	{Step5, "#163f73", "#cfe3f8", "", "", ""},
	{Neutral, "#8a9099", "#7d8692", "#5b616a", "#aab2bd", ""},
	{Text, "#1d2126", "#eceff2", "#000000", "#ffffff", "CanvasText"},
	{Muted, "#565d66", "#aeb6c0", "#22262b", "#e2e6ea", "CanvasText"},
	{Grid, "#dfe3e8", "#333a43", "#8d949d", "#7d8692", "color-mix(in srgb,CanvasText 25%,Canvas)"},
	{Axis, "#787f89", "#868f9b", "#22262b", "#e2e6ea", "CanvasText"},
	{Target, "#8a1c5b", "#f28cc0", "", "", "CanvasText"},
	{County, "#2a2e34", "#d4d9df", "#000000", "#ffffff", "CanvasText"},
	{Interval, "#42474e", "#c2c9d1", "#111418", "#f4f6f8", "CanvasText"},
	{Good, "#1a7a55", "#4cc596", "#0d5237", "", ""},
	{Bad, "#b3261d", "#f58a80", "#8a120b", "", ""},
	{Uncertain, "#a06a00", "#e6b450", "#6e4900", "", ""},
	{Missing, "#7c828b", "#8d95a0", "#42474e", "#c2c9d1", "color-mix(in srgb,CanvasText 60%,Canvas)"},
	{Background, "#ffffff", "#16191d", "", "#000000", "Canvas"},
	{OnFill, "#fefefe", "#0f1215", "", "", ""},
	{Band, "#eef2f6", "#22272e", "", "", ""},
}

// hexByRole and roleByHex are the two readings of swatches.
var hexByRole, roleByHex = func() (map[Role]string, map[string]Role) {
	hexes, roles := map[Role]string{}, map[string]Role{}
	for _, s := range swatches {
		hexes[s.role], roles[s.light] = s.light, s.role
	}
	return hexes, roles
}()

// Roles lists all roles, in the order of the style sheet.
func Roles() []Role {
	roles := make([]Role, len(swatches))
	for i, s := range swatches {
		roles[i] = s.role
	}
	return roles
}

// Hex is what an option writes to get the role: "#rrggbb" in lower case, unique to it. It is "" for an unknown role.
func (r Role) Hex() string { return hexByRole[r] }

// Alpha is Hex with an opacity from 0 to 255, as "#rrggbbaa". ECharts takes the two apart again, so the class stays
// the role's own and the opacity becomes a number beside it.
func (r Role) Alpha(opacity uint8) string {
	const digits = "0123456789abcdef"
	return r.Hex() + string([]byte{digits[opacity>>4], digits[opacity&15]})
}

// FillClass is the class that fills with the role, StrokeClass the one that draws a line with it.
func (r Role) FillClass() string   { return "f-" + string(r) }
func (r Role) StrokeClass() string { return "s-" + string(r) }

// Property is the CSS custom property that holds the role's colour, "--c-series1".
func (r Role) Property() string { return "--c-" + string(r) }

// SeriesRoles returns the roles of n series, 0 ≤ n; from the ninth on they start over.
func SeriesRoles(n int) []Role {
	eight := []Role{Series1, Series2, Series3, Series4, Series5, Series6, Series7, Series8}
	return slices.Repeat(eight, n/8+1)[:n]
}
