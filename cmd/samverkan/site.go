package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"samverkan/internal/attack"
	"samverkan/internal/chart"
	"samverkan/internal/check"
	"samverkan/internal/compare"
	"samverkan/internal/diag"
	"samverkan/internal/load"
	"samverkan/internal/page"
	"samverkan/internal/parallel"
	"samverkan/internal/report"
	"samverkan/internal/search"
	"samverkan/layouts"
)

// workshop makes a site out of the files in a folder, again and again. What is the same as
// the last time isn't made anew.
type workshop struct {
	dir      string
	reader   load.Reader
	checker  check.Checker
	comparer compare.Memo
	attacker attack.Memo
	renderer *chart.Renderer
	press    *page.Press // the latest
	data     packages
}

// newWorkshop makes the site of a folder; m tells how far the drawing has come.
func newWorkshop(dir string, m *meter) (*workshop, error) {
	bundle, _ := layouts.ECharts() // the renderer says what to do when it is missing
	renderer, err := chart.New(chart.Config{Bundle: bundle, Progress: m.drawing})
	return &workshop{dir: dir, renderer: renderer, data: packages{}}, err
}

func (w *workshop) close() { _ = w.renderer.Close() }

// read loads and checks the site. Symbolic links that lead out of its folder are not
// followed.
func (w *workshop) read() (*report.County, diag.List, error) {
	root, err := os.OpenRoot(w.dir)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = root.Close() }()
	county, findings, err := w.reader.Site(sourceFiles(root))
	if err != nil {
		return nil, nil, err
	}
	findings = append(findings, w.checker.AllAt(county, check.Options{Today: today()})...)
	check.Redact(findings) // what load quotes may hold what must not be printed
	findings.Sort()
	return county, findings, nil
}

// site is a site that stands ready: each of its files can be made by itself, by several
// goroutines at a time. A build makes them all, the preview those that are asked for.
type site struct {
	in     page.Input
	watch  *attack.Watch // of what is masked, in every file
	charts *chart.Set
	paths  []string // of all files but the search index, in the order that they are made
	makers map[string]maker
	search atomic.Pointer[[]byte] // the search index, once all has been called
}

// maker makes a file; nil data means that there turned out to be none.
type maker func() (data []byte, findings diag.List, err error)

// prepare gets everything ready that doesn't need a finished page. The findings tell why there
// is no site, when it is nil.
func (w *workshop) prepare(county *report.County) (*site, diag.List, error) {
	comparison := w.comparer.Compare(county)
	if leaks := w.attacked(comparison); len(leaks) > 0 {
		return nil, leaks, nil
	}
	own, done, err := ownLayouts(w.dir)
	if err != nil {
		return nil, nil, err
	}
	defer done()
	in := page.Input{
		Comparison: comparison,
		Narratives: county.Narratives,
		Layouts:    layouts.Over(own),
		Version:    version(),
	}
	if in.Licences, err = components(); err != nil {
		return nil, nil, err
	}
	s := &site{watch: w.attacker.Watch(comparison), charts: chart.NewSet(w.renderer, page.Tables(in)), makers: map[string]maker{}}
	in.Charts = s.charts
	in.Data = s.openData(comparison, w.data)
	return w.printing(s, in, own)
}

// printing adds the pages to what can be made.
func (w *workshop) printing(s *site, in page.Input, own fs.FS) (*site, diag.List, error) {
	press, findings, err := page.NewPress(in, w.press)
	findings = append(findings, unusedLayouts(own)...)
	if press == nil {
		return nil, findings, err
	}
	w.press, s.in = press, in
	for _, path := range press.Paths() {
		s.add(path, func() ([]byte, diag.List, error) { return press.Print(path) })
	}
	for _, f := range press.Beside() {
		s.add(f.Path, always(f.Data))
	}
	return s, findings, nil
}

func (s *site) add(path string, m maker) {
	s.paths = append(s.paths, path)
	s.makers[path] = m
}

// always makes what is there already.
func always(data []byte) maker { return func() ([]byte, diag.List, error) { return data, nil, nil } }

// made is a file and what its making told.
type made struct {
	file    page.File     // whose data is only lent
	outline *page.Outline // of a page
	found   *search.Found // in a page
	finds   diag.List
	err     error
}

// file makes one file, and attacks it as it will be published.
func (s *site) file(path string) ([]byte, diag.List, error) {
	m, _ := s.attacked(path)
	return m.file.Data, m.finds, m.err
}

// attacked is a file that has been attacked, and what there is to read in it.
func (s *site) attacked(path string) (m made, light []byte) {
	defer diag.During(path)
	m.file.Path = path
	if m.file.Data, m.finds, m.err = s.makers[path](); m.file.Data != nil {
		light = readable(m.file)
		m.finds = append(m.finds, leaky(s.watch.File(attack.File{Path: path, Data: light}))...)
	}
	return m, light
}

// make makes one file, and reads it for what all needs while it is at hand.
func (s *site) make(path string) made {
	m, light := s.attacked(path)
	if isPage(path) && light != nil {
		m.outline = page.ReadOutline(page.File{Path: path, Data: light})
		m.found = search.Read(search.Page{Path: path, Data: light})
	}
	return m
}

// readable is a page without its drawings, and any other file as it is.
func readable(f page.File) []byte {
	if isPage(f.Path) {
		return cutDrawings(f.Data)
	}
	return f.Data
}

// all makes every file, follows all links and indexes the pages for the search, which can be
// done only when everything is there, and gives the files' paths. Each file that no finding is
// an error of is handed to use, which may be nil, and forgotten, so that a large site needs no
// more memory than a small one; use is called by several goroutines.
func (s *site) all(ctx context.Context, use func(page.File) error) ([]string, diag.List, error) {
	if use == nil {
		use = func(page.File) error { return nil }
	}
	var paths []string
	var outlines []*page.Outline
	var found []*search.Found
	var findings diag.List
	var problems []error
	for _, m := range parallel.Map(s.paths, func(path string) (m made) {
		if ctx.Err() != nil {
			return m
		}
		if m = s.make(path); m.file.Data != nil && !m.finds.HasErrors() {
			m.err = errors.Join(m.err, use(m.file))
			m.file.Data = []byte{}
		}
		return m
	}) {
		findings, problems = append(findings, m.finds...), append(problems, m.err)
		if m.file.Data != nil {
			paths = append(paths, m.file.Path)
		}
		if m.outline != nil {
			outlines, found = append(outlines, m.outline), append(found, m.found)
		}
	}
	if err := errors.Join(append(problems, ctx.Err())...); err != nil || findings.HasErrors() {
		return nil, findings, err
	}
	if _, ok := layouts.Search(); ok {
		index, err := search.Index(found)
		if err != nil {
			return nil, nil, err
		}
		s.search.Store(&index)
		paths = append(paths, page.SearchIndexPath)
		if err := use(page.File{Path: page.SearchIndexPath, Data: index}); err != nil {
			return nil, nil, err
		}
	}
	return paths, append(findings, page.CheckLinks(s.in, paths, outlines)...), nil
}

// kept is what all makes.
func (s *site) kept(ctx context.Context) ([]page.File, diag.List, error) {
	var mu sync.Mutex
	data := map[string][]byte{}
	paths, findings, err := s.all(ctx, func(f page.File) error {
		mu.Lock()
		defer mu.Unlock()
		data[f.Path] = bytes.Clone(f.Data)
		return nil
	})
	var files []page.File
	for _, path := range paths {
		files = append(files, page.File{Path: path, Data: data[path]})
	}
	return files, findings, err
}

// index is the search index, which takes every page to make; nil in a program without a search.
func (s *site) index() ([]byte, diag.List, error) {
	if s.search.Load() == nil {
		if _, findings, err := s.all(context.Background(), nil); s.search.Load() == nil {
			return nil, findings, err
		}
	}
	return *s.search.Load(), nil, nil
}

func isPage(path string) bool { return strings.HasSuffix(path, ".html") }

// cutDrawings gives a page without what lies between <svg and </svg>: most of it, and
// nothing that anyone searches for or links to.
func cutDrawings(data []byte) []byte {
	kept := make([]byte, 0, len(data)/2)
	for {
		before, after, found := bytes.Cut(data, []byte("<svg"))
		kept = append(kept, before...)
		if !found {
			return kept
		}
		_, data, _ = bytes.Cut(after, []byte("</svg>"))
	}
}

// ready is the site with all its charts drawn; m tells what is done. The findings tell why there
// is no site, when it is nil.
func (w *workshop) ready(county *report.County, m *meter) (*site, diag.List, error) {
	m.says("jämför och maskerar")
	s, findings, err := w.prepare(county)
	if s == nil || findings.HasErrors() {
		return nil, findings, err
	}
	if err := s.charts.Draw(context.Background()); err != nil {
		return nil, findings, err
	}
	m.says("skriver sidor")
	return s, findings, nil
}

// pages makes every file of the site in the folder dir, and tells m what it is doing.
func pages(county *report.County, dir string, m *meter) ([]page.File, diag.List, error) {
	w, err := newWorkshop(dir, m)
	if err != nil {
		return nil, nil, err
	}
	defer w.close()
	s, findings, err := w.ready(county, m)
	if s == nil {
		return nil, findings, err
	}
	files, more, err := s.kept(context.Background())
	return files, slices.Concat(findings, more), err
}
