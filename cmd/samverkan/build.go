package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"

	"samverkan/internal/attack"
	"samverkan/internal/cache"
	"samverkan/internal/compare"
	"samverkan/internal/diag"
	"samverkan/internal/page"
	"samverkan/internal/publish"
	"samverkan/internal/report"
)

var buildVerb = verb{
	name:  "build",
	short: "bygger webbplatsen",
	long: "Bygger webbplatsen av filerna i data/ och content/. Är något fel visas det, och den förra\n" +
		"webbplatsen ligger kvar som den är.",
	flags: []flagHelp{siteFlag,
		{"out", "MAPP", "mappen som webbplatsen läggs i (annars public i webbplatsens mapp)"}, strictFlag},
	run: runBuild,
}

func runBuild(c *command) int {
	start := time.Now()
	shortLived()
	site, ok := c.site()
	if !ok {
		return exitUsage
	}
	out := c.value("out", filepath.Join(site, "public"))
	if why := badOut(site, out); why != "" {
		c.fail(why, "ange en egen mapp för webbplatsen: --out MAPP")
		return exitUsage
	}
	// Recovered before anything can stop the build, so that what remains then is a site.
	if err := publish.Recover(out); err != nil {
		return c.built(out, nil, nil, err, time.Since(start))
	}
	paths, findings, err := c.everything(site, out)
	findings.Sort()
	return c.built(out, paths, findings, err, time.Since(start))
}

// everything makes the site in the folder dir and publishes it to out, unless findings stop it,
// and tells on a terminal how far it has come. It gives the paths of the site's files.
func (c *command) everything(dir, out string) ([]string, diag.List, error) {
	m := c.meter()
	defer m.stop() // before what went wrong is printed, a crash too
	m.says("läser filerna")
	county, findings, err := read(dir)
	if err != nil || c.stops(findings) {
		return nil, findings, err
	}
	w, err := newWorkshop(dir, m)
	if err != nil {
		return nil, findings, err
	}
	defer w.close()
	s, more, err := w.ready(county, m)
	findings = append(findings, more...)
	if s == nil {
		return nil, findings, err
	}
	paths, more, err := c.publish(s, county.Site, out)
	return paths, append(findings, more...), err
}

// publish makes every file of the site and puts it into out while it is at hand. Ctrl-C takes
// away what hasn't been finished; pressed again it ends the program at once.
func (c *command) publish(s *site, about report.Site, out string) ([]string, diag.List, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	p, err := publish.Open(out)
	if err != nil {
		return nil, nil, err
	}
	defer p.Close()
	use := func(f page.File) error { return p.Put(f.Path, f.Data) }
	if about.BaseURL != "" {
		kept := cache.User("bild")
		defer func() { kept.Prune(time.Now()) }()
		use = pictured(about, kept, use)
	}
	paths, findings, err := s.all(ctx, use)
	switch {
	case errors.Is(err, context.Canceled):
		err = &publish.Error{Message: "bygget avbröts", Err: err}
	case err == nil && !c.stops(findings):
		err = p.Commit()
	}
	return paths, findings, err
}

// shortLived trades memory for time, a tenth of it, in what ends as soon as it is done. What
// the environment says goes before.
func shortLived() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
}

// built tells how the build went.
func (c *command) built(out string, paths []string, findings diag.List, err error, took time.Duration) int {
	advice := findings.Count(diag.Advice)
	findings = slices.DeleteFunc(findings, func(f diag.Finding) bool { return f.Severity == diag.Advice })
	c.stderr.print(findings)
	if err != nil {
		c.failed(err)
	}
	summary := sentence(count(findings))
	if err != nil || c.stops(findings) {
		fmt.Fprintln(c.stderr, summary+"Webbplatsen byggdes inte"+remains(out))
		return exitStopped
	}
	if advice > 0 {
		summary += fmt.Sprintf("%d råd visas av samverkan check. ", advice)
	}
	if summary != "" {
		fmt.Fprintln(c.stderr, strings.TrimSuffix(summary, " "))
	}
	fmt.Fprintf(c.stdout, "Klart: %s i %s på %s s.\n", pageCount(paths), out, compare.FormatNumber(took.Seconds(), 1))
	return exitFine
}

// sentence ends a summary so that something can follow it.
func sentence(summary string) string {
	if summary == "" {
		return ""
	}
	return summary + ". "
}

// remains says what has become of the site that was there before.
func remains(out string) string {
	if _, err := os.Stat(filepath.Join(out, publish.Manifest)); err == nil {
		return "; den förra ligger kvar."
	}
	return "."
}

func pageCount(paths []string) string {
	n := 0
	for _, path := range paths {
		if isPage(path) {
			n++
		}
	}
	if n == 1 {
		return "1 sida"
	}
	return fmt.Sprint(n, " sidor")
}

// failed prints an error that isn't a finding.
func (c *command) failed(err error) {
	var known *publish.Error
	if errors.As(err, &known) {
		c.fail(known.Message, known.Hint)
		return
	}
	c.fail(err.Error(), "")
}

// badOut says why a site can't be built into out, or "". That out holds something
// else is for publish to find.
func badOut(site, out string) string {
	root, err1 := filepath.Abs(site)
	target, err2 := filepath.Abs(out)
	if err1 != nil || err2 != nil {
		return "kan inte tolka sökvägen " + out
	}
	for _, source := range []string{"data", "content", "layouts"} {
		if within(filepath.Join(root, source), target) {
			return fmt.Sprintf("webbplatsen kan inte byggas i %s: där ligger dina egna filer", out)
		}
	}
	if within(target, root) {
		return fmt.Sprintf("webbplatsen kan inte byggas i %s: det är mappen med dina egna filer", out)
	}
	return ""
}

// within reports whether p is dir or lies in it.
func within(dir, p string) bool {
	rel, err := filepath.Rel(dir, p)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// attacked tries to work out what is masked, as a reader could. A masked count that it
// comes too close to stops the build: the fault is the program's, but the secret is
// someone's.
func (w *workshop) attacked(c *compare.Comparison) diag.List { return leaky(w.attacker.Comparison(c)) }

func leaky(leaks []attack.Leak) diag.List {
	var findings diag.List
	for _, leak := range leaks {
		findings.Errorf(diag.Pos{File: leakFile(leak.Key)}, "maskering-lacker",
			"utelämna en siffra i samma summa (skriv \"..\") så går den inte att räkna ut, och rapportera felet: masken borde ha räckt",
			"ett litet tal skulle röjas: %s", leak.Text)
	}
	return findings
}

// leakFile is the submission that a key such as "2023/simba/avvikelser/totalt" is about.
func leakFile(key string) string {
	parts := strings.SplitN(key, "/", 3)
	if len(parts) < 3 {
		return "data"
	}
	return "data/" + parts[0] + "/" + parts[1] + ".toml"
}
