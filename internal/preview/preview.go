// Package preview shows a site while it is being written: a local server, a watcher of
// the site's own files, and a script that keeps the reader's place.
//
// What it promises:
//
//   - It knows nothing of how a site is built: Server.Build gives it files and findings.
//   - A file is made when a browser asks for it, once per build. What needs the whole site,
//     such as following every link, is done after the build, while the site is shown.
//   - It writes nothing. The site is held in memory, so the published one stays as it
//     is, nothing is left behind however the program ends, and no path can lead
//     anywhere but to a file of the site.
//   - A build that fails, or panics, leaves the last good site standing; so does a page
//     that can't be made, among those that a browser has open. Its findings lie over the
//     page; before there is a site, they are the page.
//   - Only this machine can reach it: it listens on 127.0.0.1 and ::1, answers only to
//     their names, which foils DNS rebinding, and gives events to its own pages only.
//   - The script is added to what is served, never to what is built. It is the only
//     change to a page, apart from the words in the page's Content-Security-Policy that
//     let it be fetched from, and listen to, this server.
//   - A page is reloaded only if it has changed, or a style sheet or script that it is
//     shown with, or a picture.
//
// What people read, errors too, is in Swedish.
package preview

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"slices"
	"sync"
	"time"
)

// Site is what a build gave.
type Site struct {
	Files    Files
	Findings []Finding
	Failed   bool // the findings stop the site; Files doesn't matter
	// Root is where the site stands at its server when published, "/arsrapport/"; "" or "/"
	// at the top. Addresses there lead to it too, since 404.html has such links.
	Root string
	// Examine, if set, looks for what can be found only in the whole site. It runs while the
	// site is shown. What it finds once ctx is done is of no interest.
	Examine func(ctx context.Context) ([]Finding, error)
}

// Files are a site's files. They are asked for by several goroutines.
type Files interface {
	Has(path string) bool
	// File makes a file that there is. An error may be Findings.
	File(path string) ([]byte, error)
}

// Findings are an error that lies in a person's files.
type Findings []Finding

func (f Findings) Error() string {
	if len(f) == 0 {
		return ""
	}
	return f[0].Message
}

// Finding is something in a person's files that should be looked at.
type Finding struct {
	File     string `json:"file"`
	Line     int    `json:"line"` // from 1; 0 means the file as a whole
	Col      int    `json:"col"`
	Severity string `json:"severity"` // the Swedish word
	Serious  bool   `json:"serious"`  // it is among those that stop the site
	Code     string `json:"code"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
	Notes    []Note `json:"notes"`
	Origin   any    `json:"-"` // whatever it was made of, for whoever is told of the Outcome
}

// Note is a further place that contributed to a finding.
type Note struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Col     int    `json:"col"`
	Message string `json:"message"`
}

// Outcome is how a build went, for whoever tells people.
type Outcome struct {
	Changed  []string // the site's own files that caused it; none for the first
	Findings []Finding
	Failed   bool
	Shown    bool  // there is a site to see, this one or an earlier
	Err      error // what isn't the files' fault; nil otherwise
	Took     time.Duration
	// Examined is for a second outcome, that of Site.Examine: Findings are what it found.
	Examined bool
}

// Server builds a site, shows it and builds it again whenever its files change.
type Server struct {
	Root  string   // the site's folder
	Watch []string // folders in Root, which need not exist
	// Build makes the site. Calls don't overlap. It may still run when Run has returned.
	Build func() (Site, error)
	// Built, if set, is told of every build and examination. Calls don't overlap.
	Built func(Outcome)

	// Quiet is how long the files must have been left alone before a build; 0 means a
	// time that suits an editor's way of saving.
	Quiet time.Duration
	// Poll is how often to look for changes that the system doesn't tell of; 0 means
	// a suitable time.
	Poll time.Duration

	telling sync.Mutex
}

// Run serves on the listeners until ctx is done, and closes them. The error is for a
// server that fails; that ctx is done is none.
func (s *Server) Run(ctx context.Context, listeners []net.Listener) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	show := newShow()
	server := &http.Server{
		Handler:           &handler{show: show, hosts: hosts(listeners)},
		ReadHeaderTimeout: 10 * time.Second,
		MaxHeaderBytes:    64 << 10,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	failed := make(chan error, len(listeners))
	for _, l := range listeners {
		go func() { failed <- server.Serve(l) }()
	}
	// Not Shutdown: an open page holds its event stream open for ever.
	defer func() { _ = server.Close() }()
	go s.loop(ctx, show)
	select {
	case <-ctx.Done():
		return nil
	case err := <-failed:
		return err
	}
}

// loop builds, waits for a change, and builds again. What changes during a build is
// found after it. While it waits the site is examined.
func (s *Server) loop(ctx context.Context, show *show) {
	w := newWatcher(s.Root, s.Watch, s.Quiet, s.Poll)
	defer w.close()
	var changed []string
	for ctx.Err() == nil {
		site := s.build(ctx, show, changed)
		examining, stop := context.WithCancel(ctx)
		go s.examine(examining, show, site)
		changed = w.wait(ctx)
		if stop(); changed == nil {
			return
		}
	}
}

func (s *Server) build(ctx context.Context, show *show, changed []string) Site {
	show.begin()
	start := time.Now()
	var site Site
	err := safely(func() (err error) { site, err = s.Build(); return err })
	if err == nil && !site.Failed {
		err = show.try(site)
	}
	if ctx.Err() != nil {
		return Site{}
	}
	err = site.fail(err)
	show.update(site)
	s.tell(Outcome{Changed: changed, Findings: site.Findings, Failed: site.Failed, Shown: show.isReady(), Err: err, Took: time.Since(start)})
	return site
}

// fail takes an error into the findings, and gives it back if it isn't the files' fault.
func (s *Site) fail(err error) error {
	var theirs Findings
	switch {
	case err == nil:
		return nil
	case errors.As(err, &theirs):
		s.Findings, err = append(s.Findings, theirs...), nil
	default:
		s.Findings = []Finding{{
			Severity: "fel", Serious: true, Code: "bygget-avbrots", Message: err.Error(),
			Hint: "felet ligger inte i dina filer; spara en fil för att försöka igen",
		}}
	}
	s.Failed = true
	return err
}

func (s *Server) examine(ctx context.Context, show *show, site Site) {
	if site.Failed || site.Examine == nil {
		return
	}
	start, number := time.Now(), show.latest()
	var found []Finding
	err := safely(func() (err error) { found, err = site.Examine(ctx); return err })
	examined := Site{Findings: found}
	err = examined.fail(err)
	if ctx.Err() != nil || !show.add(number, examined.Findings) {
		return
	}
	s.tell(Outcome{Findings: examined.Findings, Failed: examined.Failed, Shown: true, Err: err, Took: time.Since(start), Examined: true})
}

func (s *Server) tell(o Outcome) {
	if s.Built != nil {
		s.telling.Lock()
		defer s.telling.Unlock()
		s.Built(o)
	}
}

// safely turns a panic into an error: a fault in the program must not take the site
// that is shown with it.
func safely(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("internt fel: %v", p)
		}
	}()
	return do()
}

// hosts are the values of a Host header that mean one of the listeners.
func hosts(listeners []net.Listener) []string {
	var all []string
	for _, l := range listeners {
		_, port, _ := net.SplitHostPort(l.Addr().String())
		for _, name := range []string{"localhost", "127.0.0.1", "::1"} {
			if h := net.JoinHostPort(name, port); !slices.Contains(all, h) {
				all = append(all, h)
			}
		}
	}
	return all
}
