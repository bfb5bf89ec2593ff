package chart

import (
	"slices"
	"sync"
	"time"
)

// shelf keeps workers that have nothing to do, for a while: starting one takes longer than drawing a chart, but each holds
// 35 MB, and whoever has a site shown all day seldom draws.
type shelf[P interface {
	comparable
	stop() // ends it and waits for it
}] struct {
	patience time.Duration // how long each may wait

	mu      sync.Mutex
	waiting []waiting[P]
	ending  sync.WaitGroup // those that have waited too long and aren't gone yet
}

type waiting[P any] struct {
	worker P
	timer  *time.Timer // ends it
}

// put lets a worker wait.
func (s *shelf[P]) put(worker P) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.waiting = append(s.waiting, waiting[P]{worker, time.AfterFunc(s.patience, func() { s.end(worker) })})
}

// take gives the worker that has waited the shortest, so that those which aren't needed end; the zero value when there is
// none.
func (s *shelf[P]) take() (worker P) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if last := len(s.waiting) - 1; last >= 0 {
		s.waiting[last].timer.Stop()
		worker = s.waiting[last].worker
		s.waiting = s.waiting[:last]
	}
	return worker
}

// end ends a worker, unless somebody has taken it.
func (s *shelf[P]) end(worker P) {
	s.mu.Lock()
	i := slices.IndexFunc(s.waiting, func(w waiting[P]) bool { return w.worker == worker })
	if i < 0 {
		s.mu.Unlock()
		return
	}
	s.waiting = slices.Delete(s.waiting, i, i+1)
	s.ending.Add(1)
	s.mu.Unlock()
	defer s.ending.Done()
	worker.stop()
}

// empty ends all that wait.
func (s *shelf[P]) empty() {
	var none P
	for worker := s.take(); worker != none; worker = s.take() {
		worker.stop()
	}
	s.ending.Wait()
}
