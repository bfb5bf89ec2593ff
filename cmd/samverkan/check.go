package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"samverkan/internal/diag"
	"samverkan/internal/period"
	"samverkan/internal/report"
)

// The flags that several verbs have.
var (
	siteFlag   = flagHelp{"site", "MAPP", "webbplatsens mapp, den med data/ och content/ (annars den du står i)"}
	strictFlag = flagHelp{"strict", "", "låt också varningar stoppa"}
)

var checkVerb = verb{
	name:  "check",
	args:  "[VAD …]",
	short: "granskar filerna utan att bygga",
	long: "Granskar filerna och visar allt som är fel eller bör ses över, utan att bygga webbplatsen.\n" +
		"Sist står vad som återstår för varje delregion under det senaste året.\n\n" +
		"    samverkan check                    allt\n" +
		"    samverkan check simba              bara det som gäller en delregions filer\n" +
		"    samverkan check data/2024          bara det som gäller en mapp eller fil",
	flags: []flagHelp{siteFlag, strictFlag,
		{"format", "FORM", "text, github (noteringar vid raderna), json eller sarif (annars text)"},
		{"fix-encoding", "", "skriv först om filer som inte är sparade som UTF-8"}},
}

// The function refers to the verb, so it can't be set where that is declared.
func init() { checkVerb.run = runCheck }

func runCheck(c *command) int {
	write, wrong := c.checkFormat()
	if wrong != nil {
		return c.misused(checkVerb, wrong)
	}
	site, ok := c.site()
	if !ok {
		return exitUsage
	}
	if c.given("fix-encoding") {
		if err := c.fixEncoding(site); err != nil {
			c.failed(err)
			return exitStopped
		}
	}
	county, findings, err := read(site)
	if err != nil {
		c.failed(err)
		return exitStopped
	}
	asked, wrong := c.askedFor(county, findings)
	switch {
	case wrong != nil:
		return c.misused(checkVerb, wrong)
	case write != nil:
		err = write(c.stdout, asked, site)
	default:
		c.checked(county, findings, asked)
	}
	if err != nil {
		c.failed(err)
		return exitStopped
	}
	if c.stops(asked) {
		return exitStopped
	}
	return exitFine
}

// checkFormat is how findings are written for programs; nil when people are to read them.
func (c *command) checkFormat() (findingWriter, *usageError) {
	name := c.value("format", textFormat)
	names := []string{textFormat}
	for _, f := range formats {
		if f.name == name {
			if c.given("fix-encoding") {
				return nil, &usageError{"--fix-encoding berättar vad som skrivs om, och går inte ihop med --format " + name,
					"kör samverkan check --fix-encoding först"}
			}
			return f.write, nil
		}
		names = append(names, f.name)
	}
	if name == textFormat {
		return nil, nil
	}
	return nil, &usageError{fmt.Sprintf("--format kan inte vara %q", name),
		diag.DidYouMean(name, names, "välj "+strings.Join(names[:len(names)-1], ", ")+" eller "+names[len(names)-1])}
}

// checked tells people what was found and what remains to be done. Findings are what a
// check is run for, so they go where its output goes: check > fynd.txt keeps them.
func (c *command) checked(county *report.County, all, asked diag.List) {
	c.stdout.print(asked)
	summary := count(asked)
	if summary == "" {
		summary = "Inget att anmärka"
	}
	fmt.Fprintln(c.stdout, summary+".")
	if len(c.args) == 0 {
		fmt.Fprint(c.stdout, progress(county, all))
	} else if rest := len(all) - len(asked); rest > 0 {
		fmt.Fprintf(c.stdout, "Andra filer har %d fynd till; samverkan check visar allt.\n", rest)
	}
}

// stops reports whether the findings stop the build.
func (c *command) stops(findings diag.List) bool {
	return findings.HasErrors() || c.given("strict") && findings.Count(diag.Warning) > 0
}

// site is the folder that --site names, after a look that it is one.
func (c *command) site() (dir string, ok bool) {
	dir = c.value("site", ".")
	info, err := os.Stat(dir)
	switch {
	case err != nil:
		c.fail(fmt.Sprintf("mappen %s finns inte", dir), "ange webbplatsens mapp: --site MAPP")
		return "", false
	case !info.IsDir():
		c.fail(dir+" är en fil, inte en mapp", "ange mappen som data/ och content/ ligger i")
		return "", false
	}
	if info, err := os.Stat(filepath.Join(dir, "data")); err != nil || !info.IsDir() {
		c.fail(fmt.Sprintf("ingen webbplats i %s: mappen data saknas", dir),
			"gå till mappen som data/ och content/ ligger i, eller ange den: --site MAPP")
		return "", false
	}
	return dir, true
}

// sourceFiles are the site's files. A variable so that tests can make reading fail.
var sourceFiles = (*os.Root).FS

// read loads and checks the site in the folder dir, once.
func read(dir string) (*report.County, diag.List, error) { return (&workshop{dir: dir}).read() }

// today is the day that rules about dates go by: SOURCE_DATE_EPOCH where it is set,
// so that a build can be repeated, else the clock's. No page depends on it.
func today() period.Date {
	now := time.Now()
	if s, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		now = time.Unix(s, 0).UTC()
	}
	return period.Date{Year: now.Year(), Month: int(now.Month()), Day: now.Day()}
}
