package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"

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
	"samverkan/internal/walk"
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

// pencil is what charts are drawn with. A variable so that tests can make drawing fail.
var pencil = layouts.ECharts

// newWorkshop makes the site of a folder; m tells how far the drawing has come.
func newWorkshop(dir string, m *meter) (*workshop, error) {
	bundle, _ := pencil() // the renderer says what to do when it is missing
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
	own    bool          // some layouts are the site's own
	charts *chart.Set
	paths  []string // of all files but the search index, in the order that they are made
	makers map[string]maker
	whole  whole
}

// maker makes a file and lends it to use, which must not keep it. That use isn't called means
// that there turned out to be none.
type maker func(use func(data []byte)) (diag.List, error)

// prepare gets everything ready that doesn't need a finished page. The findings tell why there
// is no site, when it is nil.
func (w *workshop) prepare(county *report.County) (*site, diag.List, error) {
	comparison := w.comparer.Compare(county)
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
	s := &site{makers: map[string]maker{}}
	var ready *site
	var leaks, findings diag.List
	parallel.Do(func() {
		leaks = w.attacked(comparison)
		s.watch = w.attacker.Watch(comparison)
	}, func() {
		s.charts = chart.NewSet(w.renderer, page.Tables(in))
		in.Charts = s.charts
		in.Data = s.openData(comparison, w.data)
		ready, findings, err = w.printing(s, in, own)
	})
	if len(leaks) > 0 {
		return nil, leaks, nil
	}
	return ready, findings, err
}

// printing adds the pages to what can be made.
func (w *workshop) printing(s *site, in page.Input, own fs.FS) (*site, diag.List, error) {
	press, findings, err := page.NewPress(in, w.press)
	findings = append(findings, unusedLayouts(own)...)
	if press == nil {
		return nil, findings, err
	}
	w.press, s.in, s.own = press, in, hasLayouts(own)
	for _, path := range press.Paths() {
		s.add(path, func(use func([]byte)) (diag.List, error) { return press.Print(path, use) })
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
func always(data []byte) maker {
	return func(use func([]byte)) (diag.List, error) {
		use(data)
		return nil, nil
	}
}

// made is what there is to know of a file once it has been made.
type made struct {
	path    string        // "" if there turned out to be none
	outline *page.Outline // of a page
	found   *search.Found // in a page
	finds   diag.List
	err     error
}

// file makes one file.
func (s *site) file(path string) (data []byte, findings diag.List, err error) {
	m := s.make(path, func(f page.File) error {
		data = bytes.Clone(f.Data)
		return nil
	})
	return data, m.finds, m.err
}

// make makes one file, reads it as it will be published and lends it to use, if nothing is
// wrong with it.
func (s *site) make(path string, use func(page.File) error) (m made) {
	defer diag.During(path)
	finds, err := s.makers[path](func(data []byte) {
		f := page.File{Path: path, Data: data}
		m.path = path
		if s.read(&m, f); !m.finds.HasErrors() {
			m.err = use(f)
		}
	})
	m.finds, m.err = append(finds, m.finds...), errors.Join(err, m.err)
	return m
}

// read attacks a file, and takes what all needs of a page while it is at hand. What it finds and
// takes is put into m.
func (s *site) read(m *made, file page.File) {
	f := attack.File(file)
	if !isPage(f.Path) {
		m.finds = leaky(s.watch.Data(f))
		return
	}
	outline, found, attacker := page.NewOutlineReader(f.Path), search.NewReader(f.Path), s.watch.Page(f)
	readers := []walk.Reader{outline, found, attacker}
	refused := page.NewRefusedReader(f.Path)
	if s.own {
		readers = append(readers, refused)
	}
	if err := walk.Page(f.Data, readers...); err != nil {
		m.finds = unreadable(f.Path, err)
	}
	m.outline, m.found = outline.Outline(), found.Found()
	m.finds = append(append(m.finds, refused.Findings()...), leaky(attacker.Leaks())...)
}

// unreadable is the finding of a page that can't be read to its end.
func unreadable(path string, err error) (finds diag.List) {
	const whose = " i den egna mallen i layouts/; har webbplatsen ingen är felet programmets, så rapportera det"
	at, text := diag.Pos{File: path}, "sidan kan inte läsas till slutet: %v"
	if errors.As(err, new(walk.Stray)) {
		finds.Errorf(at, "frammande-i-teckning", "avsluta teckningen eller ta elementet ur den,"+whose, text, err)
	} else {
		finds.Errorf(at, "oavslutad-sida", "avsluta elementet"+whose, text, err)
	}
	return finds
}

// all makes every file, follows all links and indexes the pages for the search, which can be
// done only when everything is there, and gives the files' paths. Each file that no finding is
// an error of is lent to use and forgotten, so that a large site needs no more memory than a
// small one; use is called by several goroutines, but for the search index, which comes last.
// What goes wrong first stops it, and so does ctx.
func (s *site) all(ctx context.Context, use func(page.File) error) ([]string, diag.List, error) {
	var paths []string
	var outlines []*page.Outline
	var found []*search.Found
	var findings diag.List
	var problem error
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	for _, m := range parallel.Map(s.paths, func(path string) (m made) {
		if ctx.Err() == nil {
			m = s.make(path, use)
		}
		if m.err != nil {
			stop()
		}
		return m
	}) {
		findings, problem = append(findings, m.finds...), cmp.Or(problem, m.err)
		if m.path != "" {
			paths = append(paths, m.path)
		}
		if m.outline != nil {
			outlines, found = append(outlines, m.outline), append(found, m.found)
		}
	}
	findings = findings.Gather()
	if err := cmp.Or(problem, ctx.Err()); err != nil || findings.HasErrors() {
		return nil, findings, err
	}
	if _, ok := layouts.Search(); ok {
		paths = append(paths, page.SearchIndexPath)
		if err := use(page.File{Path: page.SearchIndexPath, Data: search.Index(found)}); err != nil {
			return nil, nil, err
		}
	}
	findings = append(findings, page.CheckLinks(s.in, paths, outlines)...)
	return paths, findings, ctx.Err()
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

// whole is what is known only when every file has been made.
type whole struct {
	mu       sync.Mutex
	known    bool
	index    []byte // of the search; nil in a program without, and where findings stop the site
	findings diag.List
}

// examined makes every file, for whoever asks first; all others wait and are told the same.
func (s *site) examined(ctx context.Context) (index []byte, findings diag.List, err error) {
	s.whole.mu.Lock()
	defer s.whole.mu.Unlock()
	if w := &s.whole; !w.known {
		_, w.findings, err = s.all(ctx, func(f page.File) error {
			if f.Path == page.SearchIndexPath {
				w.index = bytes.Clone(f.Data)
			}
			return nil
		})
		w.known = err == nil
	}
	return s.whole.index, s.whole.findings, err
}

// index is the search index. That there is one is all that matters, whatever else is found.
func (s *site) index() ([]byte, diag.List, error) {
	index, findings, err := s.examined(context.Background())
	if index != nil {
		findings = nil
	}
	return index, findings, err
}

func isPage(path string) bool { return strings.HasSuffix(path, ".html") }

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
