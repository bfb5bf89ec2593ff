package exchange

import (
	"testing"
	"testing/fstest"

	"samverkan/internal/compare"
	"samverkan/internal/demo"
	"samverkan/internal/load"
)

// BenchmarkPackages writes the data packages of thirty delregioner over ten years.
func BenchmarkPackages(b *testing.B) {
	fsys := fstest.MapFS{}
	for _, f := range demo.Files(demo.Options{Delregioner: 30, Years: 10, Indicators: 40}) {
		fsys[f.Path] = &fstest.MapFile{Data: f.Data, Mode: 0o644}
	}
	county, _, err := load.Site(fsys)
	if err != nil {
		b.Fatal(err)
	}
	c := compare.Compare(county)
	files, bytes := 0, 0
	for b.Loop() {
		files, bytes = 0, 0
		for _, y := range c.Years {
			pkg, _ := New(c).Package(y.Year)
			for _, f := range pkg.Files() {
				files, bytes = files+1, bytes+len(f.Data)
			}
		}
	}
	b.ReportMetric(float64(files), "files")
	b.ReportMetric(float64(bytes)/1e6, "MB")
}
