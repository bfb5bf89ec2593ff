package main

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"

	"samverkan/internal/compare"
	"samverkan/internal/diag"
	"samverkan/internal/page"
	"samverkan/internal/preview"
)

var serveVerb = verb{
	name:  "serve",
	short: "visar webbplatsen medan du skriver",
	long: "Bygger webbplatsen och visar den på den här datorn, och bara där. När en fil i data/, content/ eller\n" +
		"layouts/ sparas byggs den om och sidan laddas om. Det som är fel visas på sidan. Mappen public rörs\n" +
		"inte. Avsluta med Ctrl-C.",
	flags: []flagHelp{siteFlag,
		{"port", "N", fmt.Sprintf("porten som den visas på (annars %d, eller nästa lediga)", preview.DefaultPort)},
		{"oppna", "", "öppna den i webbläsaren"}},
}

// The function refers to the verb, so it can't be set where that is declared.
func init() { serveVerb.run = runServe }

func runServe(c *command) int {
	port, wrong := c.port()
	if wrong != nil {
		return c.misused(serveVerb, wrong)
	}
	site, ok := c.site()
	if !ok {
		return exitUsage
	}
	listeners, err := preview.Listen(port)
	if err != nil {
		c.failed(err)
		return exitStopped
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	address := preview.Address(listeners)
	fmt.Fprintf(c.stdout, "Bygger webbplatsen. Den visas på %s tills du trycker Ctrl-C.\n", address)
	if c.given("oppna") {
		c.openBrowser(address)
	}
	w, err := newWorkshop(site, nil)
	if err != nil {
		c.failed(err)
		return exitStopped
	}
	defer w.close()
	s := &serving{command: c, workshop: w}
	server := preview.Server{Root: site, Watch: []string{"data", "content", "layouts"}, Build: s.build, Built: s.built}
	if err := server.Run(ctx, listeners); err != nil {
		c.failed(err)
		return exitStopped
	}
	return exitFine
}

// port is what --port asks for; -1 when it isn't given.
func (c *command) port() (int, *usageError) {
	written := c.value("port", "-1")
	n, err := strconv.Atoi(written)
	if err != nil || n > 65535 || n < 0 && c.given("port") {
		return 0, &usageError{fmt.Sprintf("--port kan inte vara %q", written), "skriv ett heltal från 1024 till 65535"}
	}
	return n, nil
}

// serving is a site while it is shown. Its methods are called one at a time.
type serving struct {
	*command
	*workshop
}

// build is what preview is given.
func (s *serving) build() (preview.Site, error) {
	m := s.meter()
	defer m.stop()
	m.says("läser filerna")
	county, findings, err := s.read()
	if err != nil {
		return preview.Site{}, err
	}
	var made *site
	if !s.stops(findings) {
		var more diag.List
		m.says("jämför och maskerar")
		if made, more, err = s.prepare(county); err != nil {
			return preview.Site{}, err
		}
		findings = append(findings, more...)
		findings.Sort()
	}
	if s.stops(findings) {
		return preview.Site{Findings: shown(findings), Failed: true}, nil
	}
	root, _ := url.PathUnescape(county.Site.Root()) // which is well escaped
	return preview.Site{Files: shownSite{made}, Root: root, Findings: shown(findings), Examine: func(ctx context.Context) ([]preview.Finding, error) {
		_, found, err := made.examined(ctx)
		return shown(found), err
	}}, nil
}

// shownSite is a site as preview asks for it.
type shownSite struct{ *site }

func (s shownSite) Has(path string) bool {
	return path == page.SearchIndexPath || s.makers[path] != nil
}

func (s shownSite) File(path string) ([]byte, error) {
	make := func() ([]byte, diag.List, error) { return s.file(path) }
	if path == page.SearchIndexPath {
		make = s.index
	}
	data, findings, err := make()
	if err == nil && findings.HasErrors() {
		return nil, preview.Findings(shown(findings))
	}
	return data, err
}

// built tells how a build went, or the examination after it.
func (s *serving) built(o preview.Outcome) {
	if o.Err != nil {
		s.failed(o.Err)
		return
	}
	var findings diag.List
	for _, f := range o.Findings {
		if known, ok := f.Origin.(diag.Finding); ok {
			findings = append(findings, known)
		}
	}
	s.stderr.print(findings)
	head := cause(o.Changed) + sentence(count(findings))
	switch {
	case o.Examined && len(findings) == 0:
	case o.Examined:
		fmt.Fprintln(s.stderr, head+"Det syns först när alla sidor är gjorda.")
	case !o.Failed:
		fmt.Fprintf(s.stdout, "%sWebbplatsen visas efter %s s.\n", head, compare.FormatNumber(o.Took.Seconds(), precision(o.Took)))
	case o.Shown:
		fmt.Fprintln(s.stderr, head+"Webbplatsen byggdes inte; den förra visas.")
	default:
		fmt.Fprintln(s.stderr, head+"Webbplatsen byggdes inte.")
	}
}

// cause names what was saved.
func cause(changed []string) string {
	switch len(changed) {
	case 0:
		return ""
	case 1:
		return changed[0] + ": "
	}
	return fmt.Sprintf("%s och %d till: ", changed[0], len(changed)-1)
}

// precision shows the times that matter: whether it is at once, or a wait.
func precision(d time.Duration) int {
	if d < time.Second {
		return 2
	}
	return 1
}

// shown puts findings into the preview's form. Advice is for samverkan check: it is never
// done, and would lie over every page.
func shown(findings diag.List) []preview.Finding {
	list := make([]preview.Finding, 0, len(findings))
	for _, f := range findings {
		if f.Severity == diag.Advice {
			continue
		}
		p := preview.Finding{Origin: f, File: f.Pos.File, Line: f.Pos.Line, Col: f.Pos.Col, Severity: f.Severity.String(),
			Serious: f.Severity == diag.Error, Code: f.Code, Message: f.Message, Hint: f.Hint}
		for _, n := range f.Notes {
			p.Notes = append(p.Notes, preview.Note{File: n.Pos.File, Line: n.Pos.Line, Col: n.Pos.Col, Message: n.Message})
		}
		list = append(list, p)
	}
	return list
}

// openBrowser shows the address in whatever the person uses for web pages. The page
// says itself that the site is being built.
func (c *command) openBrowser(address string) {
	program := map[string]string{
		"windows": "rundll32 url.dll,FileProtocolHandler", "darwin": "open",
	}[runtime.GOOS]
	if program == "" {
		program = "xdg-open"
	}
	args := append(strings.Fields(program), address)
	cmd := exec.Command(args[0], args[1:]...)
	if err := cmd.Start(); err != nil {
		c.fail("kan inte öppna webbläsaren", "öppna den själv och gå till "+address)
		return
	}
	go func() { _ = cmd.Wait() }()
}
