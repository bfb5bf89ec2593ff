package chart

import (
	"math"

	"samverkan/internal/compare"
)

// look is how a part of a whole is filled. Parts that lie side by side differ in pattern or clearly in lightness as well
// as in colour, so that grey print and colour-blind readers can tell them apart.
type look struct {
	role, edge Role
	pattern    object // ECharts' decal; nil for none
}

// The patterns, drawn in the background's colour and let through so much that they stay calm.
var (
	plain    object
	leaning  = stripes(-math.Pi/4, 5)
	opposite = stripes(math.Pi/4, 5)
	upright  = stripes(math.Pi/2, 5)
	level    = stripes(0, 5)
	dotted   = object{"symbol": "circle", "symbolSize": 0.6, "dashArrayX": [][]int{{6, 6}, {0, 6, 6, 0}},
		"dashArrayY": []int{6, 0}, "color": Background.Alpha(0xb0)}
	sparse = object{"symbol": "rect", "dashArrayX": []int{1, 0}, "dashArrayY": []int{1, 7},
		"rotation": -math.Pi / 4, "color": Missing.Alpha(0xb0)}
)

// stripes are lines with so many pixels between them.
func stripes(rotation float64, between int) object {
	return object{"symbol": "rect", "dashArrayX": []int{1, 0}, "dashArrayY": []float64{1.5, float64(between)},
		"rotation": rotation, "color": Background.Alpha(0x90)}
}

// restLook is what isn't accounted for: an empty frame with thin lines.
var restLook = look{Background, Missing, sparse}

// toneLooks are the parts that mean something.
var toneLooks = map[compare.Tone]look{
	compare.Good:      {Good, Background, plain},
	compare.Partly:    {Step3, Background, plain},
	compare.Bad:       {Bad, Background, leaning},
	compare.Uncertain: {Uncertain, Background, dotted},
	compare.Lacking:   restLook,
	compare.Neutral:   {Step1, Axis, plain},
}

// partLooks gives each part its look: by tone when any has one, else in turn; what is lacking always looks lacking.
func partLooks(t *compare.Table, columns []int) []look {
	looks := make([]look, len(columns))
	toned, times := false, map[compare.Tone]int{}
	for i, column := range columns {
		tone := t.Columns[column].Tone
		toned = toned || tone != compare.Neutral && tone != compare.Lacking
		looks[i] = toneLooks[tone]
		if n := times[tone]; n > 0 { // several parts may mean the same
			looks[i].pattern = []object{upright, opposite, leaning, dotted}[(n-1)%4]
		}
		times[tone]++
	}
	if toned {
		return looks
	}
	patterns := []object{plain, leaning, plain, dotted, plain, opposite, upright, level}
	for i, role := range SeriesRoles(len(columns)) {
		if t.Columns[columns[i]].Tone == compare.Lacking {
			continue
		}
		looks[i] = look{role, Background, patterns[i%len(patterns)]}
	}
	return looks
}
