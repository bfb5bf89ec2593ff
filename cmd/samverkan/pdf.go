package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"samverkan/internal/compare"
	"samverkan/internal/diag"
	"samverkan/internal/page"
	"samverkan/internal/pdf"
	"samverkan/internal/report"
)

var pdfVerb = verb{
	name:  "pdf",
	short: "gör årsrapporten till en PDF",
	long: "Gör sidan Hela rapporten till en taggad PDF med innehållsträd, av filerna som de är nu. Till det\n" +
		"behövs Chrome, Chromium eller Edge på datorn; finns ingen står det hur du skriver ut själv.",
	flags: []flagHelp{siteFlag, {"ar", "ÅR", "rapportens år (annars det senaste som delregioner har redovisat)"},
		{"ut", "FIL", "filen som skrivs (annars arsrapport-ÅR.pdf)"}, strictFlag},
}

// The function refers to the verb, so it can't be set where that is declared.
func init() { pdfVerb.run = runPDF }

func runPDF(c *command) int {
	shortLived()
	site, ok := c.site()
	if !ok {
		return exitUsage
	}
	county, findings, err := read(site)
	if err != nil {
		c.failed(err)
		return exitStopped
	}
	if c.stops(findings) {
		return c.notPrinted(findings)
	}
	year, wrong := c.year(county)
	if wrong != nil {
		return c.misused(pdfVerb, wrong)
	}
	browser := pdf.Browser()
	if browser == "" {
		c.fail("hittar ingen webbläsare som kan göra en PDF", byHand(year))
		return exitStopped
	}
	files, more, err := c.pagesTold(county, site)
	if err != nil {
		c.failed(err)
		return exitStopped
	}
	if c.stops(more) {
		return c.notPrinted(more)
	}
	return c.printed(browser, files, year, county.Site.BaseURL)
}

// pagesTold makes the pages and tells on a terminal how far it has come.
func (c *command) pagesTold(county *report.County, site string) ([]page.File, diag.List, error) {
	m := c.meter()
	defer m.stop() // before what went wrong is printed, a crash too
	return pages(county, site, m)
}

func (c *command) notPrinted(findings diag.List) int {
	c.stderr.print(findings)
	fmt.Fprintln(c.stderr, sentence(count(findings))+"Ingen PDF gjordes.")
	return exitStopped
}

// year is the one that is asked for.
func (c *command) year(county *report.County) (int, *usageError) {
	var years []string
	comparison := compare.Compare(county)
	for _, y := range comparison.Years {
		years = append(years, strconv.Itoa(y.Year))
		if c.value("ar", "") == strconv.Itoa(y.Year) {
			return y.Year, nil
		}
	}
	switch {
	case c.given("ar"):
		return 0, &usageError{fmt.Sprintf("det finns ingen rapport för %s", c.value("ar", "")), "åren är " + strings.Join(years, ", ")}
	case comparison.Newest == nil:
		return 0, &usageError{"det finns ingen rapport än", "lägg till en inlämning: samverkan new inlamning"}
	}
	return comparison.Newest.Year, nil
}

// byHand says how to do without a browser that the program can start.
func byHand(year int) string {
	return fmt.Sprintf("installera Chrome, Chromium eller Edge, eller ange programmet i %s. Du kan också skriva ut själv: "+
		"kör samverkan build, öppna public/%d/rapport/index.html i en webbläsare, välj Skriv ut och Spara som PDF", pdf.Variable, year)
}

// printed makes the PDF of the whole report of a year.
func (c *command) printed(browser string, files []page.File, year int, base string) int {
	out := c.value("ut", fmt.Sprintf("arsrapport-%d.pdf", year))
	if info, err := os.Stat(filepath.Dir(out)); err != nil || !info.IsDir() {
		c.fail(fmt.Sprintf("mappen %s finns inte", filepath.Dir(out)), "skapa mappen först, eller ange en annan fil: --ut FIL")
		return exitUsage
	}
	whole := fmt.Sprintf("%d/rapport/index.html", year)
	var needed []pdf.File
	for _, f := range files {
		data := f.Data
		switch {
		case f.Path == whole:
			var err error
			if data, err = pdf.Printable(data, whole, base); err != nil {
				c.failed(err)
				return exitStopped
			}
		case filepath.Ext(f.Path) != ".css":
			continue
		}
		needed = append(needed, pdf.File{Path: f.Path, Data: data})
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := pdf.Print(ctx, browser, needed, whole, out); err != nil {
		c.fail("webbläsaren kunde inte göra någon PDF: "+err.Error(), byHand(year))
		return exitStopped
	}
	fmt.Fprintf(c.stdout, "Klart: %s.\n", out)
	return exitFine
}
