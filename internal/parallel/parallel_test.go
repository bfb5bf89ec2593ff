package parallel

import (
	"slices"
	"sync/atomic"
	"testing"
)

func TestMap(t *testing.T) {
	for _, n := range []int{0, 1, 1000} {
		items, want := make([]int, n), make([]int, n)
		for i := range items {
			items[i], want[i] = i, i*i
		}
		if got := Map(items, func(i int) int { return i * i }); !slices.Equal(got, want) {
			t.Errorf("%d: %v", n, got)
		}
	}
}

// The first of several panics reaches the caller, and the rest of the work is done.
func TestPanic(t *testing.T) {
	var done atomic.Int64
	defer func() {
		if p := recover(); p != 3 || done.Load() != 97 {
			t.Errorf("recovered %v, %d done", p, done.Load())
		}
	}()
	Each(100, func(i int) {
		if i == 3 || i == 40 || i == 99 {
			panic(i)
		}
		done.Add(1)
	})
}
