package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

func TestMeter(t *testing.T) {
	var quick bytes.Buffer
	m := newMeter(&quick, time.Hour)
	m.says("läser")
	m.stop()
	if quick.Len() > 0 {
		t.Errorf("a quick build says %q", quick.String())
	}

	slow := &gate{seen: make(chan string, 9)}
	m = newMeter(slow, 0)
	for _, say := range []struct {
		do   func()
		want string
	}{
		{func() { m.says("jämför och maskerar") }, "\rjämför och maskerar"},
		{func() { m.drawing(0, 60) }, "\rritar diagram: 0 av 60"},
		{func() { m.says("skriver") }, "\rskriver" + strings.Repeat(" ", 15)},
		{m.stop, "\r" + strings.Repeat(" ", 7)},
		{func() {}, "\r"},
	} {
		say.do()
		if got := <-slow.seen; got != say.want {
			t.Errorf("got %q, want %q", got, say.want)
		}
	}

	m = nil // where nobody looks
	m.says("läser")
	m.drawing(1, 2)
	m.stop()
}

// gate hands on what is written.
type gate struct{ seen chan string }

func (g *gate) Write(p []byte) (int, error) {
	g.seen <- string(p)
	return len(p), nil
}

// A file, a pipe and the log of a workflow get no line that is written over.
func TestMeterOnlyOnScreens(t *testing.T) {
	c := &command{stderr: newScreen(&bytes.Buffer{})}
	if c.meter() != nil {
		t.Error("a buffer gets a meter")
	}
}
