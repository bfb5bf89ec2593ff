package chart

import (
	"fmt"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// Sizes in pixels. Every kind lays its text out in Go, so that the height follows from the rows and nothing is left
// for ECharts to clip or drop.
const (
	widePage   = 720 // width of a drawing for wide screens and paper
	narrowPage = 320 // width of a drawing for phones
	tallest    = 4000
	tallPage   = 1800 // a wide drawing that can still be read when it is shrunk to a page of paper
	bodySize   = 13   // of names and values
	smallSize  = 12   // of axis labels and remarks
	lineHeight = 16   // of both
)

// sheet collects the parts of one drawing: go-echarts' typed options, and the overlay that go-echarts lacks.
type sheet struct {
	width, height float64
	grids         []opts.Grid
	xAxes         []opts.XAxis
	yAxes         []opts.YAxis
	series        []charts.SingleSeries
	legend        *opts.Legend
	overlay       overlay
}

// frame is a grid's place on the sheet, in pixels from its upper left corner.
type frame struct{ left, top, width, height float64 }

func (f frame) right() float64  { return f.left + f.width }
func (f frame) bottom() float64 { return f.top + f.height }

// grid adds a coordinate system with its two axes and returns its index. The axes carry no labels of their own:
// ECharts would write numbers in English and leave out labels that it believes collide.
func (s *sheet) grid(f frame, x opts.XAxis, y opts.YAxis) int {
	i := len(s.grids)
	s.grids = append(s.grids, opts.Grid{
		Left: pixels(f.left), Top: pixels(f.top), Width: pixels(f.width), Height: pixels(f.height),
	})
	x.GridIndex, y.GridIndex = i, i
	x.AxisLabel = &opts.AxisLabel{Show: opts.Bool(false)}
	y.AxisLabel = x.AxisLabel
	s.xAxes, s.yAxes = append(s.xAxes, x), append(s.yAxes, y)
	return i
}

// add appends a series in grid i and returns the index that its marks bear as data-serie.
func (s *sheet) add(i int, series charts.SingleSeries) int {
	series.XAxisIndex, series.YAxisIndex = i, i
	s.series = append(s.series, series)
	return len(s.series) - 1
}

// option is the whole as pure JSON, keys in a fixed order.
func (s *sheet) option() ([]byte, error) {
	chart := charts.NewBar()
	chart.GridList, chart.XAxisList, chart.YAxisList = s.grids, s.xAxes, s.yAxes
	chart.MultiSeries = s.series
	if s.legend != nil {
		chart.Legend = *s.legend
	}
	if len(s.xAxes) > 0 {
		chart.SetXAxis(s.xAxes[0].Data) // Validate would clear it otherwise
	}
	chart.Accept(visitor{overlay: s.overlay, legend: s.legend != nil})
	chart.Validate()
	return marshal(chart.JSON())
}

// drawing finishes the sheet under a slug, with the table's title and sentence.
func (s *sheet) drawing(slug string, about about) (Drawing, error) {
	if s.height > tallest {
		return Drawing{}, fmt.Errorf("diagrammet %q blir %.0f bildpunkter högt, högst %d går att rita", slug, s.height, tallest)
	}
	option, err := s.option()
	if err != nil {
		return Drawing{}, fmt.Errorf("diagrammet %q: %w", slug, err)
	}
	return Drawing{
		Slug: slug, Title: about.title, Desc: about.desc, Option: option,
		Width: int(s.width), Height: int(s.height + 0.5),
	}, nil
}

// gapValue is what ECharts takes for a missing value. go-echarts would leave out a nil.
const gapValue = "-"

func pixels(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// hidden is an axis that only places marks.
func hiddenX(low, high float64) opts.XAxis {
	return opts.XAxis{Type: "value", Show: opts.Bool(false), Min: low, Max: high}
}

func hiddenY(low, high float64) opts.YAxis {
	return opts.YAxis{Type: "value", Show: opts.Bool(false), Min: low, Max: high}
}

// gridX is a value axis with a grid line at each of the scale's steps.
func gridX(s scale) opts.XAxis {
	return opts.XAxis{Type: "value", Min: s.low, Max: s.high, MinInterval: s.step, MaxInterval: s.step}
}

func gridY(s scale) opts.YAxis {
	return opts.YAxis{Type: "value", Min: s.low, Max: s.high, MinInterval: s.step, MaxInterval: s.step}
}

// rowsY is a category axis with one band per name, the first at the top.
func rowsY(names []string) opts.YAxis {
	return opts.YAxis{Type: "category", Inverse: opts.Bool(true), Data: names}
}

// fill is the style of a mark in one role.
func fill(role Role) *opts.ItemStyle { return &opts.ItemStyle{Color: role.Hex()} }

// outlined is a mark that is hollow, or has an edge of its own.
func outlined(inside, edge Role, width float32) *opts.ItemStyle {
	return &opts.ItemStyle{Color: inside.Hex(), BorderColor: edge.Hex(), BorderWidth: width}
}
