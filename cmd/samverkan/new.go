package main

import (
	"errors"
	"fmt"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"

	"samverkan/internal/diag"
	"samverkan/internal/load"
	"samverkan/internal/report"
	"samverkan/internal/scaffold"
	"samverkan/internal/schema"
)

var newVerb = verb{
	name:  "new",
	args:  "SAK …",
	short: "skriver nya filer att fylla i",
	long: "Skriver nya filer att fylla i. Det som finns skrivs aldrig över.\n\n" +
		"    samverkan new site MAPP            en tom webbplats\n" +
		"    samverkan new ar 2024              ett nytt år\n" +
		"    samverkan new inlamning 2024 ID    en delregions inlämning, med det som fortfarande\n" +
		"                                       gäller från den förra (ID lan: länets egen)\n" +
		"    samverkan new handbok              handboken, för en webbplats som inte har den\n" +
		"    samverkan new ci github            ett flöde som granskar och publicerar (eller gitlab)",
	flags: []flagHelp{siteFlag, {"alla", "", "med ar: skriv också en inlämning för varje delregion"}},
}

// The function refers to the verb, so it can't be set where that is declared.
func init() { newVerb.run = runNew }

func runNew(c *command) int {
	if len(c.args) == 0 {
		return c.misused(newVerb, &usageError{"samverkan new behöver veta vad som ska skrivas", "skriv site, ar, inlamning, handbok eller ci"})
	}
	what, args := c.args[0], c.args[1:]
	if c.given("alla") && what != "ar" && what != "år" {
		return c.misused(newVerb, &usageError{"flaggan --alla hör till samverkan new ar", ""})
	}
	switch what {
	case "site":
		return c.newSite(args)
	case "ar", "år":
		return c.newYear(args)
	case "inlamning", "inlämning":
		return c.newSubmission(args)
	case "ci":
		return c.newCI(args)
	case "handbok":
		return c.newHandbook(args)
	}
	hint := diag.DidYouMean(what, []string{"site", "ar", "inlamning", "handbok", "ci"}, "skriv site, ar, inlamning, handbok eller ci")
	return c.misused(newVerb, &usageError{fmt.Sprintf("samverkan new kan inte skriva %q", what), hint})
}

func (c *command) newSite(args []string) int {
	switch {
	case len(args) != 1:
		return c.misused(newVerb, &usageError{"samverkan new site tar en mapp", "skriv till exempel samverkan new site arsrapport"})
	case c.given("site"):
		return c.misused(newVerb, &usageError{"samverkan new site har ingen flagga --site", "skriv bara mappens namn: samverkan new site " + args[0]})
	}
	return c.scaffold(args[0], scaffold.Site())
}

func (c *command) newYear(args []string) int {
	if len(args) != 1 {
		return c.misused(newVerb, &usageError{"samverkan new ar tar ett årtal", "skriv till exempel samverkan new ar 2024"})
	}
	year, ok := parseYear(args[0])
	if !ok {
		return c.misused(newVerb, notYear(args[0]))
	}
	site, county, code := c.county()
	if county == nil {
		return code
	}
	return c.scaffold(site, scaffold.Year(county, year, c.given("alla")))
}

func (c *command) newSubmission(args []string) int {
	if len(args) != 2 {
		return c.misused(newVerb, &usageError{"samverkan new inlamning tar ett årtal och en delregions id",
			"skriv till exempel samverkan new inlamning 2024 simba"})
	}
	year, ok := parseYear(args[0])
	if !ok {
		wrong := notYear(args[0])
		if _, turned := parseYear(args[1]); turned {
			wrong.hint = fmt.Sprintf("årtalet står först: samverkan new inlamning %s %s", args[1], args[0])
		}
		return c.misused(newVerb, wrong)
	}
	site, county, code := c.county()
	if county == nil {
		return code
	}
	result, err := scaffold.Submission(county, year, args[1])
	var owner *scaffold.OwnerError
	if errors.As(err, &owner) {
		c.fail(err.Error(), diag.DidYouMean(owner.ID, owner.Known, "de som finns: "+strings.Join(owner.Known, ", ")))
		return exitUsage
	}
	if err != nil {
		return c.refused(err)
	}
	return c.scaffold(site, result)
}

func (c *command) newHandbook(args []string) int {
	if len(args) != 0 {
		return c.misused(newVerb, &usageError{fmt.Sprintf("samverkan new handbok tar inga argument, men fick %q", args[0]), ""})
	}
	site, ok := c.site()
	if !ok {
		return exitUsage
	}
	return c.scaffold(site, scaffold.Handbook())
}

// parseYear reads a year that a report may be for.
func parseYear(s string) (int, bool) {
	year, err := strconv.Atoi(s)
	return year, err == nil && len(s) == 4 && year >= 1950 && year <= 2100
}

func notYear(s string) *usageError {
	return &usageError{fmt.Sprintf("%q är inget årtal", s), "skriv fyra siffror, till exempel 2024"}
}

// county loads the site that --site names; nil, with the exit code, when it can't.
func (c *command) county() (dir string, county *report.County, code int) {
	dir, ok := c.site()
	if !ok {
		return "", nil, exitUsage
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		c.failed(err)
		return "", nil, exitStopped
	}
	defer func() { _ = root.Close() }()
	county, findings, err := load.Site(root.FS())
	if err != nil {
		c.failed(err)
		return "", nil, exitStopped
	}
	if findings.HasErrors() {
		fmt.Fprintln(c.stderr, "Filerna har fel som samverkan check visar; det som inte går att läsa förs inte över.")
	}
	return dir, county, exitFine
}

// scaffold writes the files of a result and says what they are.
func (c *command) scaffold(dir string, r scaffold.Result) int {
	written, kept, err := scaffold.Write(dir, r.Files)
	if err != nil {
		return c.refused(err)
	}
	if len(written) > 0 {
		fmt.Fprintln(c.stdout, "Skrev:")
		c.files(written)
	}
	if others := slices.DeleteFunc(kept, isSchema); len(others) > 0 {
		fmt.Fprintln(c.stdout, "Fanns redan och är som förut:")
		c.files(others)
	}
	for _, s := range r.Carried {
		fmt.Fprintln(c.stdout, s)
	}
	fmt.Fprintln(c.stdout, "\nGör så här nu:")
	for i, s := range r.Next {
		fmt.Fprintf(c.stdout, "    %d. %s\n", i+1, s)
	}
	return exitFine
}

// refused tells that something is there already.
func (c *command) refused(err error) int {
	var exists *scaffold.ExistsError
	if errors.As(err, &exists) {
		c.fail(err.Error(), "samverkan new skriver aldrig över något; flytta filen om du vill börja om")
	} else {
		c.failed(err)
	}
	return exitStopped
}

// files lists paths. Those that nobody opens one by one, the handbook's pages and the
// schemas that editors read, are a line together.
func (c *command) files(paths []string) {
	last := ""
	isPage := func(p string) bool { return path.Dir(p) == scaffold.HandbookFolder }
	whole := len(paths)-len(slices.DeleteFunc(slices.Clone(paths), isPage)) > 3
	for _, p := range paths {
		line := p
		if isSchema(p) || whole && isPage(p) {
			_, ending, _ := strings.Cut(path.Base(p), ".")
			line = path.Dir(p) + "/*." + ending
		}
		if line != last {
			fmt.Fprintln(c.stdout, "    "+line)
		}
		last = line
	}
}

func isSchema(p string) bool { return strings.HasSuffix(p, schema.Suffix) }
