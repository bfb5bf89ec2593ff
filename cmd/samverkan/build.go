package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"samverkan/internal/attack"
	"samverkan/internal/compare"
	"samverkan/internal/diag"
	"samverkan/internal/page"
	"samverkan/internal/publish"
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
	files, findings, err := c.everything(site)
	if err == nil && !c.stops(findings) {
		err = publish.Write(out, published(files))
	}
	return c.built(out, files, findings, err, time.Since(start))
}

// everything makes all that is to be published, and tells on a terminal how far it has come.
func (c *command) everything(site string) ([]page.File, diag.List, error) {
	m := c.meter()
	defer m.stop() // before what went wrong is printed, a crash too
	m.says("läser filerna")
	county, findings, err := read(site)
	if err != nil || c.stops(findings) {
		return nil, findings, err
	}
	files, more, err := pages(county, site, m)
	findings = append(findings, more...)
	findings.Sort()
	if err != nil || c.stops(findings) || county.Site.BaseURL == "" {
		return files, findings, err
	}
	m.says("ritar bilder för länkar")
	drawn, err := pictures(county.Site, files)
	return append(files, drawn...), findings, err
}

// shortLived trades memory for time, a tenth of it, in what ends as soon as it is done. What
// the environment says goes before.
func shortLived() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
}

// built tells how the build went.
func (c *command) built(out string, files []page.File, findings diag.List, err error, took time.Duration) int {
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
	fmt.Fprintf(c.stdout, "Klart: %s i %s på %s s.\n", pageCount(files), out, compare.FormatNumber(took.Seconds(), 1))
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

func pageCount(files []page.File) string {
	n := 0
	for _, f := range files {
		if strings.HasSuffix(f.Path, ".html") {
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

func published(files []page.File) []publish.File {
	out := make([]publish.File, len(files))
	for i, f := range files {
		out[i] = publish.File{Path: f.Path, Data: f.Data}
	}
	return out
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
