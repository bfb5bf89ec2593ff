package main

import (
	"context"
	"math/rand/v2"
	"sync"
	"testing"
)

// TestAtOnce is for the race detector: browsers ask for pages, and the whole site is examined, while the next is made.
func TestAtOnce(t *testing.T) {
	dir := fiction(t, 2, 1)
	w, err := newWorkshop(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer w.close()
	var all sync.WaitGroup
	dice := rand.New(rand.NewPCG(1, 2))
	for range 3 {
		county, _, err := w.read()
		if err != nil {
			t.Fatal(err)
		}
		s, findings, err := w.prepare(county)
		if err != nil || s == nil {
			t.Fatal(err, findings)
		}
		all.Go(func() {
			if _, _, err := s.examined(context.Background()); err != nil {
				t.Error(err)
			}
		})
		for i := range 2 {
			all.Go(func() {
				for n := range 20 {
					if _, _, err := s.file(s.paths[(7*n+i)%len(s.paths)]); err != nil {
						t.Error(err)
					}
				}
			})
		}
		for _, e := range edits[:3] {
			e.do(t, dir, dice)
		}
	}
	all.Wait()
}
