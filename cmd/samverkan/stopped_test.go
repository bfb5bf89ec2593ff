package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync/atomic"
	"testing"

	"samverkan/internal/attack"
	"samverkan/internal/compare"
	"samverkan/internal/diag"
	"samverkan/internal/page"
	"samverkan/layouts"
)

func manyPages(made *atomic.Int32) *site {
	s := &site{watch: attack.NewWatch(&compare.Comparison{}), makers: map[string]maker{}}
	for i := range 1000 {
		s.add(fmt.Sprintf("%d/index.html", i), func(use func([]byte)) (diag.List, error) {
			made.Add(1)
			use([]byte(`<main><h1>A</h1></main>`))
			return nil, nil
		})
	}
	return s
}

// What can't be written isn't made to the last page: on each processor one may be on its way.
func TestFirstErrorStops(t *testing.T) {
	var made atomic.Int32
	full := errors.New("full")
	paths, _, err := manyPages(&made).all(t.Context(), func(page.File) error { return full })
	if !errors.Is(err, full) || paths != nil || int(made.Load()) > runtime.GOMAXPROCS(0) {
		t.Errorf("%v, %d paths, %d pages made", err, len(paths), made.Load())
	}
}

// Ctrl-C counts although every file has been made.
func TestStoppedAtTheEnd(t *testing.T) {
	if _, ok := layouts.Search(); !ok {
		t.Skip("built without a search")
	}
	var made atomic.Int32
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	_, _, err := manyPages(&made).all(ctx, func(f page.File) error {
		if f.Path == page.SearchIndexPath {
			stop()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) || made.Load() != 1000 {
		t.Errorf("%v, %d pages made", err, made.Load())
	}
}
