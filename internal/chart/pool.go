package chart

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

// batch is the drawing of one set of jobs by several workers.
type batch struct {
	renderer *Renderer
	ctx      context.Context
	stop     context.CancelCauseFunc

	mu   sync.Mutex
	jobs []*job
	next int
	done int
}

// drawMissing fills in the jobs' results. A chart's own failure stands in its job; the error is for what stops them
// all: the context, or workers that can't be started.
func (r *Renderer) drawMissing(ctx context.Context, jobs []*job) error {
	if len(jobs) == 0 {
		return nil
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	b := &batch{renderer: r, ctx: ctx, stop: stop, jobs: jobs}
	b.progress(0)
	var group sync.WaitGroup
	for range min(r.config.Workers, len(jobs)) {
		group.Go(b.work)
	}
	group.Wait()
	return context.Cause(ctx)
}

// work draws jobs with one worker process until none is left, and takes a new process after a crash. It waits for its
// turn, since others may be drawing, too.
func (b *batch) work() {
	select {
	case b.renderer.turns <- struct{}{}:
		defer func() { <-b.renderer.turns }()
	case <-b.ctx.Done():
		return
	}
	var p *process
	for j := b.take(); j != nil; j = b.take() {
		var err error
		if p, err = b.draw(j, p); err != nil {
			b.stop(fmt.Errorf("ritprocessen gick inte att starta: %w", err))
			return
		}
		b.progress(1)
	}
	if p != nil {
		b.renderer.idle.put(p)
	}
}

// draw fills in a job with the process, or with one that it finds if there is none, and gives the process that is left. One
// that waited for work may have died meanwhile, through no fault of the chart: then a new one draws it, not another that
// waited, since a chart that ends whoever draws it would end them all.
func (b *batch) draw(j *job, p *process) (*process, error) {
	waited := false
	if p == nil {
		p = b.renderer.idle.take()
		waited = p != nil
	}
	if p == nil {
		return b.drawAnew(j)
	}
	if died := b.drawWith(j, p); !died {
		return p, nil
	}
	if waited && b.ctx.Err() == nil {
		return b.drawAnew(j)
	}
	return nil, nil
}

// drawAnew fills in a job with a new process, which it gives if it is left.
func (b *batch) drawAnew(j *job) (*process, error) {
	p, err := b.renderer.start()
	if err != nil || b.drawWith(j, p) {
		return nil, err
	}
	return p, nil
}

// drawWith fills in a job with the process, and reports whether that died of it.
func (b *batch) drawWith(j *job, p *process) (died bool) {
	j.body, j.err = p.draw(b.ctx, j.task)
	var drawing errDrawing
	if j.err == nil {
		b.renderer.cache.Put(j.key, j.body)
	}
	return j.err != nil && !errors.As(j.err, &drawing)
}

func (b *batch) take() *job {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.ctx.Err() != nil || b.next == len(b.jobs) {
		return nil
	}
	b.next++
	return b.jobs[b.next-1]
}

// progress counts and tells, under the lock so that the calls come in order.
func (b *batch) progress(drawn int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.done += drawn
	if tell := b.renderer.config.Progress; tell != nil {
		tell(b.done, len(b.jobs))
	}
}

func (r *Renderer) start() (*process, error) {
	return startProcess(r.config.Command, workerStart{r.config.Bundle, string(r.cache), r.config.Timeout})
}

// Close ends the workers and waits for them. The Renderer may be used again afterwards, it then starts new ones.
func (r *Renderer) Close() error {
	r.idle.empty()
	return nil
}
