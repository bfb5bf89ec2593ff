package chart

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/go-echarts/go-echarts/v2/charts"
)

// overlay is what ECharts has and go-echarts 2.6.7 lacks: free text and lines (the graphic component), and the
// settings below of a series. It is the only place where an option is written as raw JSON.
type overlay struct {
	texts  []text
	lines  []stroke
	series map[int]object // series index → settings: itemPayload, silent, z, symbolRotate, clip, labelLayout
}

// text stands at a point of the sheet, in pixels. Lines are parted by "\n"; y is the middle of the block.
type text struct {
	words string
	x, y  float64
	align string // "left", "center", "right": which end of the text stands at x
	role  Role
	size  float64
	bold  bool
	of    string // ofSeries, when it belongs to a series
}

// ofSeries is the name that ties a text or a line to a series: it is hidden with it.
func ofSeries(i int) string { return fmt.Sprint("serie:", i) }

// stroke is a straight line on the sheet, in pixels.
type stroke struct {
	x1, y1, x2, y2 float64
	role           Role
	width          float64
	dash           []int
	of             string
}

// set notes settings of a series.
func (o *overlay) set(series int, settings object) {
	if o.series == nil {
		o.series = map[int]object{}
	}
	o.series[series] = settings
}

// visitor is go-echarts' own way of extending an option.
type visitor struct {
	charts.BaseConfigurationVisitor
	overlay overlay
	legend  bool
}

// Visit lays the overlay over the option and takes away what go-echarts writes without being asked: its palette, whose
// colours are no roles, and the empty components, of which an empty legend would be drawn.
func (v visitor) Visit(option map[string]any) {
	for _, key := range []string{"title", "tooltip", "toolbox", "color"} {
		delete(option, key)
	}
	if !v.legend {
		delete(option, "legend")
	}
	if series, ok := option["series"].(charts.MultiSeries); ok {
		option["series"] = v.overlay.onSeries(series)
	}
	if elements := v.overlay.elements(); len(elements) > 0 {
		option["graphic"] = elements
	}
}

func (o overlay) onSeries(series charts.MultiSeries) []any {
	merged := make([]any, len(series))
	for i, one := range series {
		merged[i] = one
		if extra := o.series[i]; extra != nil {
			merged[i] = merge{one, extra}
		}
	}
	return merged
}

// merge is a series with further settings. Both are JSON objects; what both have is an object too, and merged in turn.
type merge struct {
	typed any
	extra object
}

// MarshalJSON writes one object, keys sorted.
func (m merge) MarshalJSON() ([]byte, error) {
	typed, err := json.Marshal(m.typed)
	if err != nil {
		return nil, err
	}
	whole := map[string]json.RawMessage{}
	if err := json.Unmarshal(typed, &whole); err != nil {
		return nil, err
	}
	for key, value := range m.extra {
		if more, ok := value.(object); ok && whole[key] != nil {
			value = merge{whole[key], more}
		}
		if whole[key], err = json.Marshal(value); err != nil {
			return nil, err
		}
	}
	return json.Marshal(whole)
}

// graphicElement is one piece of ECharts' graphic component.
type graphicElement struct {
	Type   string       `json:"type"`           // "text" or "line"
	Name   string       `json:"name,omitempty"` // what it belongs to: see ofSeries
	Silent bool         `json:"silent"`
	Z      int          `json:"z,omitempty"`
	X      float64      `json:"x,omitempty"`
	Y      float64      `json:"y,omitempty"`
	Shape  *lineShape   `json:"shape,omitempty"`
	Style  graphicStyle `json:"style"`
}

type lineShape struct {
	X1 float64 `json:"x1"`
	Y1 float64 `json:"y1"`
	X2 float64 `json:"x2"`
	Y2 float64 `json:"y2"`
}

type graphicStyle struct {
	Stroke        string  `json:"stroke,omitempty"`
	LineWidth     float64 `json:"lineWidth,omitempty"`
	LineDash      []int   `json:"lineDash,omitempty"`
	Text          string  `json:"text,omitempty"`
	Fill          string  `json:"fill,omitempty"`
	FontFamily    string  `json:"fontFamily,omitempty"`
	FontSize      float64 `json:"fontSize,omitempty"`
	FontWeight    int     `json:"fontWeight,omitempty"`
	LineHeight    float64 `json:"lineHeight,omitempty"`
	Align         string  `json:"align,omitempty"`
	VerticalAlign string  `json:"verticalAlign,omitempty"`
}

// elements are the lines, below the marks, and the texts, above everything.
func (o overlay) elements() []graphicElement {
	elements := make([]graphicElement, 0, len(o.texts)+len(o.lines))
	for _, l := range o.lines {
		elements = append(elements, graphicElement{Type: "line", Name: l.of, Silent: true,
			Shape: &lineShape{round(l.x1), round(l.y1), round(l.x2), round(l.y2)},
			Style: graphicStyle{Stroke: l.role.Hex(), LineWidth: l.width, LineDash: l.dash}})
	}
	for _, t := range o.texts {
		style := graphicStyle{Text: t.words, Fill: t.role.Hex(), FontFamily: fontMark, FontSize: t.size,
			LineHeight: lineHeight, Align: t.align, VerticalAlign: "middle"}
		if t.bold {
			style.FontWeight = 600
		}
		elements = append(elements, graphicElement{Type: "text", Name: t.of, Silent: true, Z: 9, X: round(t.x), Y: round(t.y), Style: style})
	}
	return elements
}

// marshal writes JSON without HTML's escapes, which would only make the cache's key longer.
func marshal(value any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return bytes.TrimSpace(b.Bytes()), err
}
