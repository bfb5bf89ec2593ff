package chart

import (
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

// clerk is a worker that notes when it has to go.
type clerk struct {
	name string
	gone *[]string
}

func (c *clerk) stop() { *c.gone = append(*c.gone, c.name) }

// A worker that isn't needed ends when it has waited for as long as it may, one that is needed now and then doesn't, and
// none ends twice or while it works. The clock is the test's own.
func TestShelf(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var gone []string
		s := shelf[*clerk]{patience: time.Minute}
		wait := func(d time.Duration) {
			time.Sleep(d)
			synctest.Wait()
		}
		s.put(&clerk{"spare", &gone})
		s.put(&clerk{"busy", &gone})
		for range 3 {
			wait(25 * time.Second)
			busy := s.take()
			if busy == nil || busy.name != "busy" {
				t.Fatalf("got %+v", busy)
			}
			s.put(busy)
		}
		if !slices.Equal(gone, []string{"spare"}) {
			t.Errorf("after 75 s %q are gone", gone)
		}
		busy := s.take()
		wait(time.Hour)
		if len(gone) != 1 || s.take() != nil {
			t.Errorf("%q are gone, and one works", gone)
		}
		s.put(busy)
		s.put(&clerk{"last", &gone})
		s.empty()
		wait(time.Hour)
		if !slices.Equal(gone, []string{"spare", "last", "busy"}) || s.take() != nil {
			t.Errorf("emptied: %q", gone)
		}
	})
}

// kept is how many wait.
func (s *shelf[P]) kept() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.waiting)
}
