package chart

import (
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"samverkan/internal/cache"
)

// WorkerVerb is the hidden first argument that leads the program to WorkerMain.
const WorkerVerb = "__rita"

// What the parent and a worker say to each other, as gob: one start, then a task and an answer at a time.
type (
	workerStart struct {
		Bundle  []byte
		Cache   string
		Timeout time.Duration // of loading and of each task
	}
	task struct {
		Option        json.RawMessage
		Width, Height int
	}
	answer struct {
		Body  []byte // normalised, with slugMark
		Error string // why there is no body
	}
)

// WorkerMain draws what it is told on in and answers on out, the program's standard input and output. It returns nil
// when in ends, which also happens when the parent dies.
func WorkerMain(in io.Reader, out io.Writer) error {
	decoder, encoder := gob.NewDecoder(in), gob.NewEncoder(out)
	var begin workerStart
	if err := decoder.Decode(&begin); err != nil {
		return unlessEnd(err)
	}
	w := worker{start: begin}
	defer w.reset()
	for {
		var next task
		if err := decoder.Decode(&next); err != nil {
			return unlessEnd(err)
		}
		if err := encoder.Encode(w.answer(next)); err != nil {
			return fmt.Errorf("svaret gick inte att lämna: %w", err)
		}
	}
}

func unlessEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return fmt.Errorf("uppdraget gick inte att läsa: %w", err)
}

// worker keeps an engine between tasks, until one fails.
type worker struct {
	start  workerStart
	engine *engine
}

func (w *worker) answer(t task) answer {
	body, err := w.draw(t)
	if err != nil {
		w.reset()
		return answer{Error: err.Error()}
	}
	return answer{Body: body}
}

func (w *worker) draw(t task) ([]byte, error) {
	if w.engine == nil {
		e, err := newEngine(w.start.Bundle, cache.Store(w.start.Cache), w.start.Timeout)
		if err != nil {
			return nil, err
		}
		w.engine = e
	}
	return w.engine.render(t.Option, t.Width, t.Height)
}

func (w *worker) reset() {
	if w.engine != nil {
		w.engine.close()
		w.engine = nil
	}
}
