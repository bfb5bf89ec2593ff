package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

// patience is how long a build is quiet.
const patience = time.Second

// meter tells on a terminal what a build is doing, when it takes more than a second; elsewhere, where nobody waits, nothing.
// The line is gone when the build is done. A nil meter says nothing.
type meter struct {
	out  io.Writer
	done chan struct{}
	wait sync.WaitGroup

	mu    sync.Mutex
	doing string
	shown string // what stands on the terminal
}

// meter begins to tell; stop it before anything else is printed.
func (c *command) meter() *meter {
	if !isScreen(c.stderr.Writer) {
		return nil
	}
	return newMeter(c.stderr, patience)
}

func newMeter(out io.Writer, quiet time.Duration) *meter {
	m := &meter{out: out, done: make(chan struct{})}
	m.wait.Go(func() {
		next := time.NewTimer(quiet)
		defer next.Stop()
		for {
			select {
			case <-m.done:
				m.show("")
				return
			case <-next.C:
				m.mu.Lock()
				doing := m.doing
				m.mu.Unlock()
				m.show(doing)
				next.Reset(100 * time.Millisecond)
			}
		}
	})
	return m
}

// says what is done from now on.
func (m *meter) says(doing string) {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.doing = doing
}

// drawing says how many charts are drawn of those that weren't in the cache.
func (m *meter) drawing(done, total int) {
	m.says(fmt.Sprintf("ritar diagram: %d av %d", done, total))
}

// stop takes the line away.
func (m *meter) stop() {
	if m == nil {
		return
	}
	close(m.done)
	m.wait.Wait()
}

// show replaces the line, with nothing but a carriage return: any terminal knows that.
func (m *meter) show(words string) {
	if words == m.shown {
		return
	}
	blank := strings.Repeat(" ", max(0, utf8.RuneCountInString(m.shown)-utf8.RuneCountInString(words)))
	fmt.Fprintf(m.out, "\r%s%s", words, blank)
	if words == "" {
		fmt.Fprint(m.out, "\r")
	}
	m.shown = words
}

// isScreen reports whether somebody may be looking.
func isScreen(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
