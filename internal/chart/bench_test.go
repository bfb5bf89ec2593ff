package chart

import (
	"context"
	"fmt"
	"testing"
	"time"

	"samverkan/internal/cache"
	"samverkan/internal/compare"
)

// manyDrawings are n different charts of three kinds.
func manyDrawings(n int) []Drawing {
	kinds := []func(string) Drawing{sampleBars, sampleTrend, sampleDots}
	drawings := make([]Drawing, n)
	for i := range drawings {
		drawings[i] = kinds[i%len(kinds)](fmt.Sprintf("diagram-%d", i))
		drawings[i].Width += i // else they would be one drawing
	}
	return drawings
}

// BenchmarkEngine is one engine in this process: loading it, with and without bytecode, and each kind.
func BenchmarkEngine(b *testing.B) {
	js := testBundle(b)
	load := func(b *testing.B, s cache.Store) {
		e, err := newEngine(js, s, time.Minute)
		if err != nil {
			b.Fatal(err)
		}
		e.close()
	}
	b.Run("load", func(b *testing.B) {
		for b.Loop() {
			load(b, "")
		}
	})
	b.Run("load-bytecode", func(b *testing.B) {
		s := cache.Store(b.TempDir())
		load(b, s)
		for b.Loop() {
			load(b, s)
		}
	})
	for _, d := range []Drawing{sampleBars("stapel"), sampleTrend("trend"), sampleDots("prickar")} {
		b.Run("draw-"+d.Slug, func(b *testing.B) {
			e, err := newEngine(js, "", time.Minute)
			if err != nil {
				b.Fatal(err)
			}
			defer e.close()
			for b.Loop() {
				if _, err := e.render(d.Option, d.Width, d.Height); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkRenderAll is 60 charts: nothing cached with one and with two workers, started and loaded each time, and
// everything cached. The ratio of two workers to one is reported with the second.
func BenchmarkRenderAll(b *testing.B) {
	const charts = 60
	drawings := manyDrawings(charts)
	perChart := map[int]float64{}
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("cold/workers=%d", workers), func(b *testing.B) {
			for b.Loop() {
				r := testRenderer(b, Config{Workers: workers, NoCache: true})
				renderAll(b, r, drawings)
				_ = r.Close()
			}
			perChart[workers] = float64(b.Elapsed().Milliseconds()) / float64(b.N) / charts
			b.ReportMetric(perChart[workers], "ms/chart")
			if workers == 2 && perChart[1] > 0 {
				b.ReportMetric(perChart[1]/perChart[2], "times-one-worker")
			}
		})
	}
	b.Run("cached", func(b *testing.B) {
		r := testRenderer(b, Config{})
		renderAll(b, r, drawings)
		for b.Loop() {
			renderAll(b, r, drawings)
		}
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/charts, "µs/chart")
	})
}

func renderAll(b *testing.B, r *Renderer, drawings []Drawing) {
	b.Helper()
	if _, err := r.RenderAll(context.Background(), drawings); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkTables is every kind of table when all is cached: found by the table, as when nothing has changed since the last
// build, and by the options, as after a change of the program. How many times as long the latter takes is reported with it.
func BenchmarkTables(b *testing.B) {
	var tables []*compare.Table
	for _, specimen := range specimens() {
		tables = append(tables, specimen(6))
	}
	folder := b.TempDir()
	perTable := map[string]float64{}
	for _, known := range []string{"table", "option"} {
		b.Run("by-"+known, func(b *testing.B) {
			r := testRenderer(b, Config{CacheDir: folder})
			if known == "option" {
				r.program = ""
			}
			draw := func() {
				if err := NewSet(r, tables).Draw(context.Background()); err != nil {
					b.Fatal(err)
				}
			}
			draw()
			for b.Loop() {
				draw()
			}
			perTable[known] = float64(b.Elapsed().Microseconds()) / float64(b.N) / float64(len(tables))
			b.ReportMetric(perTable[known], "µs/table")
			if known == "option" {
				b.ReportMetric(perTable["option"]/perTable["table"], "times-by-table")
			}
		})
	}
}
