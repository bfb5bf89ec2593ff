package compare_test

import (
	"testing"
	"testing/fstest"
	"time"

	"samverkan/internal/attack"
	"samverkan/internal/compare"
	"samverkan/internal/demo"
	"samverkan/internal/load"
	"samverkan/internal/report"
)

func demoCounty(b *testing.B, o demo.Options) *report.County {
	fsys := fstest.MapFS{}
	for _, f := range demo.Files(o) {
		fsys[f.Path] = &fstest.MapFile{Data: f.Data, Mode: 0o644}
	}
	county, _, err := load.Site(fsys)
	if err != nil {
		b.Fatal(err)
	}
	return county
}

// BenchmarkMasking is the share of a comparison that masking takes, how much the attack
// adds, and how many times faster both are when a memory holds all years but the last.
func BenchmarkMasking(b *testing.B) {
	for name, county := range map[string]*report.County{
		"demo":          demoCounty(b, demo.Options{}),
		"large":         demoCounty(b, demo.Options{Delregioner: 30, Years: 10}),
		"small-numbers": compare.BigCounty(20, 60, 5),
	} {
		b.Run(name, func(b *testing.B) {
			var memo compare.Memo
			var attacker attack.Memo
			var all, mask, attacked, again time.Duration
			newest := &county.Submissions[len(county.Submissions)-1]
			for b.Loop() {
				var c *compare.Comparison
				all += took(func() { c = compare.Compare(county) })
				mask += took(func() { compare.MaskAll(county) })
				attacked += took(func() { attack.Comparison(c) })
				last := **newest
				last.Deviations.Comment += "."
				*newest = &last // as one that has been read anew
				again += took(func() { attacker.Comparison(memo.Compare(county)) })
			}
			b.ReportMetric(100*float64(mask)/float64(all), "mask-%")
			b.ReportMetric(100*float64(attacked)/float64(all), "attack-%")
			b.ReportMetric(float64(all+attacked)/float64(again), "memo-x")
		})
	}
}

func took(do func()) time.Duration {
	start := time.Now()
	do()
	return time.Since(start)
}
