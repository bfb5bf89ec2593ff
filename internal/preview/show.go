package preview

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// show is what the server shows at the moment, and who waits for the next.
type show struct {
	mu       sync.Mutex
	start    string         // tells this server from one that ran before it
	number   int            // of the latest build
	site     *edition       // nil before there is one
	before   *edition       // the one before that, for what the latest can't make
	open     map[string]int // the pages that browsers have open, and how many have
	building bool
	failed   bool
	findings []Finding
	changed  chan struct{} // closed when any of this changes
}

// edition is what one build made, as far as anyone has asked for it.
type edition struct {
	files Files
	root  string // Site.Root as file names begin: "arsrapport/"
	mu    sync.Mutex
	made  map[string]func() (file, error)
}

// file is a file of the site.
type file struct {
	data  []byte
	sum   string
	parts []string // the files that its head names
}

// status is what a page is told.
type status struct {
	Stamp    string    `json:"stamp"`    // another one than the page was served with: reload
	Building bool      `json:"building"` // a build is under way
	Failed   bool      `json:"failed"`
	Findings []Finding `json:"findings"`
}

func newShow() *show {
	return &show{start: strconv.FormatInt(time.Now().UnixNano(), 36), open: map[string]int{},
		changed: make(chan struct{}), building: true}
}

func newEdition(site Site) *edition {
	return &edition{files: site.Files, root: strings.TrimPrefix(site.Root, "/"), made: map[string]func() (file, error){}}
}

// file makes the file, once.
func (e *edition) file(name string) (file, error) {
	e.mu.Lock()
	made := e.made[name]
	if made == nil {
		made = sync.OnceValues(func() (f file, err error) {
			err = safely(func() error {
				data, err := e.files.File(name)
				f = newFile(name, data)
				return err
			})
			return f, err
		})
		e.made[name] = made
	}
	e.mu.Unlock()
	return made()
}

func newFile(name string, data []byte) file {
	sum := sha256.Sum256(data)
	return file{data, hex.EncodeToString(sum[:8]), parts(name, data)}
}

// begin says that a build has begun.
func (s *show) begin() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.building = true
	s.tell()
}

// try makes the pages that browsers have open, and becomes ready to show the site that they
// are from. The error is that of one that can't be made.
func (s *show) try(site Site) error {
	next := newEdition(site)
	s.mu.Lock()
	var names []string
	for name := range s.open {
		names = append(names, name)
	}
	s.mu.Unlock()
	for _, name := range names {
		if !site.Files.Has(name) {
			continue
		}
		if _, err := next.file(name); err != nil {
			return err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.before, s.site = s.site, next
	return nil
}

// update says how a build went.
func (s *show) update(site Site) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.number++
	s.building, s.failed, s.findings = false, site.Failed, site.Findings
	s.tell()
}

// latest is the number of the latest build.
func (s *show) latest() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.number
}

// add says what more has been found in a build, unless there has been another since.
func (s *show) add(number int, found []Finding) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if number != s.number {
		return false
	}
	if s.learn(found) {
		s.tell()
	}
	return true
}

// learn takes in the findings that haven't been told, and reports whether there are any.
func (s *show) learn(found []Finding) bool {
	told := len(s.findings)
	s.findings = s.findings[:told:told] // a page may be reading them
	for _, f := range found {
		if !slices.ContainsFunc(s.findings, func(g Finding) bool {
			return f.File == g.File && f.Line == g.Line && f.Col == g.Col && f.Code == g.Code && f.Message == g.Message
		}) {
			s.findings = append(s.findings, f)
		}
	}
	return len(s.findings) > told
}

var inHead = regexp.MustCompile(`<(?:script|link)\s[^>]*?(?:src|href)="([^"]+)"`)

// parts lists the site's files that a page's head names: style sheets, scripts, icon.
func parts(name string, page []byte) []string {
	end := headEnd.FindIndex(page)
	if path.Ext(name) != ".html" || end == nil {
		return nil
	}
	var names []string
	for _, m := range inHead.FindAllSubmatch(page[:end[0]], -1) {
		names = append(names, path.Join(path.Dir(name), string(m[1])))
	}
	return names
}

func (s *show) tell() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// file finds a file of the site, and the stamp of the page it is. Where the latest site
// can't make it, what is wrong is told and the one before is shown. The error is that there
// is none of it either.
func (s *show) file(name string) (data []byte, stamp string, ok bool, err error) {
	s.mu.Lock()
	sites := []*edition{s.site, s.before}
	s.mu.Unlock()
	if sites[0] == nil || !sites[0].files.Has(name) {
		return nil, s.stamp(sites[0], name), false, nil
	}
	for _, e := range sites {
		if e == nil || !e.files.Has(name) {
			break
		}
		f, failed := e.file(name)
		if failed == nil {
			return f.data, s.stamp(e, name), true, nil
		}
		if err == nil {
			err = failed
			s.blame(failed)
		}
	}
	return nil, s.stamp(sites[0], name), true, err
}

// blame tells that a page of the site couldn't be made, if that hasn't been told.
func (s *show) blame(err error) {
	var site Site
	_ = site.fail(err)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.learn(site.Findings) {
		s.failed = true
		s.tell()
	}
}

// name is which of the site's files an address means, and whether there is one. It is only
// ever looked up among them, so nothing else can be reached.
func (s *show) name(address string) (name string, ok bool) {
	if address == "" || strings.HasSuffix(address, "/") {
		address += indexPage
	}
	name = strings.TrimPrefix(path.Clean("/"+address), "/")
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.site == nil {
		return name, false
	}
	for _, name := range []string{name, strings.TrimPrefix(name, s.site.root)} {
		if s.site.files.Has(name) {
			return name, true
		}
	}
	return name, false
}

func (s *show) isReady() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.site != nil
}

// stamp changes when the page does, or what its head names. Before there is a site, every
// build changes it.
func (s *show) stamp(e *edition, name string) string {
	if e == nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		return s.start + "-" + strconv.Itoa(s.number)
	}
	if !e.files.Has(name) {
		return s.start + "-saknas"
	}
	f, _ := e.file(name)
	stamp := s.start + "-" + f.sum
	for _, part := range f.parts {
		if e.files.Has(part) {
			p, _ := e.file(part)
			stamp += p.sum
		}
	}
	return stamp
}

// status is what to tell the page, and a channel that closes when that has changed.
func (s *show) status(page string) (status, <-chan struct{}) {
	_, stamp, _, _ := s.file(page)
	s.mu.Lock()
	defer s.mu.Unlock()
	return status{stamp, s.building, s.failed, slices.SortedStableFunc(slices.Values(s.findings), gravest)}, s.changed
}

// gravest puts what stops the site before what doesn't, and leaves the order otherwise.
func gravest(a, b Finding) int {
	switch {
	case a.Serious == b.Serious:
		return 0
	case a.Serious:
		return -1
	}
	return 1
}

// opened notes that a browser has the page open, until it is closed.
func (s *show) opened(page string) (closed func()) {
	count := func(by int) {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.open[page] += by; s.open[page] == 0 {
			delete(s.open, page)
		}
	}
	count(1)
	return func() { count(-1) }
}
