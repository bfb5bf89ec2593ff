package chart

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"time"

	"samverkan/internal/cache"
	"samverkan/internal/parallel"
)

// ErrNoBundle is returned when there is something to draw and nothing to draw it with.
var ErrNoBundle = errors.New("programmet är byggt utan ECharts: kör `make site` eller " +
	"`npm --prefix layouts ci && npm --prefix layouts run build` och bygg om")

// Config says how a Renderer works. The zero value of every field but Bundle is a good choice.
type Config struct {
	// Bundle is the JavaScript of layouts.ECharts; empty in a program built without it.
	Bundle []byte
	// CacheDir is the folder of finished drawings, "" for samverkan/diagram in the user's cache folder. It need not
	// exist. NoCache keeps nothing anywhere.
	CacheDir string
	NoCache  bool
	// Workers is how many processes draw at most, for all calls together; below 1 means one per core.
	Workers int
	// Command starts a worker: a program and arguments that lead to WorkerMain. Without it, this program is started
	// with WorkerVerb.
	Command []string
	// Timeout bounds the drawing of one chart; 0 means 20 seconds.
	Timeout time.Duration
	// Patience is how long a worker without work is kept; 0 means two minutes.
	Patience time.Duration
	// Progress, if set, is told how many of those that the cache lacks have been drawn: first 0 of total, then every
	// step. Calls don't overlap; there are none when nothing is missing.
	Progress func(done, total int)
}

// Renderer draws. It may be used from several goroutines, and over and over: workers are kept for a
// while, and until Close at most.
type Renderer struct {
	config      Config
	cache       cache.Store
	environment string        // what every key begins with
	program     string        // see recall; "" recalls nothing
	turns       chan struct{} // has one for each process that draws
	idle        shelf[*process]
}

// New prepares a Renderer; it starts no process. The error is for a program that can't find itself.
func New(config Config) (*Renderer, error) {
	if config.Workers < 1 {
		config.Workers = runtime.GOMAXPROCS(0)
	}
	if config.Timeout <= 0 {
		config.Timeout = 20 * time.Second
	}
	if config.Patience <= 0 {
		config.Patience = 2 * time.Minute
	}
	if len(config.Command) == 0 {
		self, err := os.Executable()
		if err != nil {
			return nil, fmt.Errorf("programmet hittar inte sig självt för att starta ritprocesser: %w", err)
		}
		config.Command = []string{self, WorkerVerb}
	}
	environment, err := environmentHash(config.Bundle)
	if err != nil {
		return nil, err
	}
	return &Renderer{config: config, cache: config.store(), environment: environment,
		program: cache.Program(), turns: make(chan struct{}, config.Workers), idle: shelf[*process]{patience: config.Patience}}, nil
}

func (c Config) store() cache.Store {
	switch {
	case c.NoCache:
		return ""
	case c.CacheDir != "":
		return cache.Store(c.CacheDir)
	}
	return cache.User("diagram")
}

// RenderAll draws the charts and returns them in the same order. When any of them can't be drawn there is no result:
// the error joins one *Error for each, in their order. It is ErrNoBundle in a program built without ECharts.
func (r *Renderer) RenderAll(ctx context.Context, drawings []Drawing) ([]SVG, error) {
	if len(drawings) == 0 {
		return nil, nil
	}
	if len(r.config.Bundle) == 0 {
		return nil, ErrNoBundle
	}
	jobs, err := r.plan(drawings)
	if err != nil {
		return nil, err
	}
	if err := r.drawMissing(ctx, jobs.missing); err != nil {
		return nil, err
	}
	if len(jobs.missing) > 0 {
		r.cache.Prune(time.Now())
	}
	svgs, problems := make([]SVG, len(drawings)), make([]error, len(drawings))
	parallel.Each(len(drawings), func(i int) {
		if done := jobs.each[i]; done.err != nil {
			problems[i] = &Error{Drawing: drawings[i], Err: done.err}
		} else {
			svgs[i] = finish(drawings[i], done.body)
		}
	})
	if err := errors.Join(problems...); err != nil {
		return nil, err
	}
	return svgs, nil
}

// job is one distinct option and size, and what became of it.
type job struct {
	task   task
	key    string
	body   []byte
	cached bool // body is from the cache, so the option was validated when it was drawn
	err    error
}

type workPlan struct {
	each    []*job // one per drawing; equal drawings share one
	missing []*job // those that the cache lacks
}

// plan looks up what the cache has, on all cores: with everything there it is most of the work.
func (r *Renderer) plan(drawings []Drawing) (workPlan, error) {
	jobs := parallel.Map(drawings, func(d Drawing) *job {
		j := &job{task: task{d.Option, d.Width, d.Height}, key: r.key(d), err: d.check()}
		if j.err == nil {
			j.body, j.cached = r.cache.Get(j.key)
		}
		if j.err == nil && !j.cached {
			j.err = d.validate()
		}
		return j
	})
	var p workPlan
	var problems []error
	slugs, byKey := map[string]bool{}, map[string]*job{}
	for i, j := range jobs {
		if d := drawings[i]; j.err == nil && slugs[d.Slug] {
			j.err = errors.New("två diagram har samma namn")
		}
		slugs[drawings[i].Slug] = true
		if j.err != nil {
			problems = append(problems, &Error{Drawing: drawings[i], Err: j.err})
			continue
		}
		if byKey[j.key] == nil {
			byKey[j.key] = j
			if !j.cached {
				p.missing = append(p.missing, j)
			}
		}
		p.each = append(p.each, byKey[j.key])
	}
	return p, errors.Join(problems...)
}

// key is the address of the drawing in the cache. White space in the option doesn't matter.
func (r *Renderer) key(d Drawing) string {
	var compact bytes.Buffer
	if err := json.Compact(&compact, d.Option); err != nil {
		compact.Write(d.Option)
	}
	return cache.Digest([]byte(r.environment), []byte(strconv.Itoa(d.Width)), []byte(strconv.Itoa(d.Height)), compact.Bytes())
}
