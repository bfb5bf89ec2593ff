package chart

import (
	"context"
	"syscall"
	"testing"
	"time"
)

// BenchmarkMemory is what a worker process holds at most while it draws every kind, in MiB; a build has one per core.
func BenchmarkMemory(b *testing.B) {
	r := testRenderer(b, Config{})
	peak := int64(0)
	for b.Loop() {
		p, err := startProcess(r.config.Command, workerStart{r.config.Bundle, "", time.Minute})
		if err != nil {
			b.Fatal(err)
		}
		for _, table := range specimens() {
			for _, n := range []int{2, 6, 30} {
				wide, _, _, err := Draw(table(n))
				if err != nil {
					b.Fatal(err)
				}
				if _, err := p.draw(context.Background(), task{wide.Option, wide.Width, wide.Height}); err != nil {
					b.Fatal(err)
				}
			}
		}
		p.stop()
		peak = max(peak, p.cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
	}
	b.ReportMetric(float64(peak)/1024, "MiB/engine")
}
