// Package parallel does independent pieces of work on all cores.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls work with every number from 0 to n−1, on as many goroutines as there are
// processors, and returns when all are done. Results are best put into a slice by number, so
// that their order doesn't depend on who was first. When calls panic, the panic of the
// lowest number goes on in the caller, where somebody may be waiting for it.
func Each(n int, work func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	panics := make([]any, n)
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				func() {
					defer func() { panics[i] = recover() }()
					work(i)
				}()
			}
		})
	}
	wg.Wait()
	for _, p := range panics {
		if p != nil {
			panic(p)
		}
	}
}

// Do does pieces of work that are unlike each other.
func Do(work ...func()) { Each(len(work), func(i int) { work[i]() }) }

// Map is what each of the items becomes, in their order.
func Map[T, R any](items []T, work func(T) R) []R {
	results := make([]R, len(items))
	Each(len(items), func(i int) { results[i] = work(items[i]) })
	return results
}
