package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"

	"samverkan/internal/demo"
	"samverkan/internal/scaffold"
)

var demoVerb = verb{
	name:  "demo",
	args:  "MAPP",
	short: "skriver en påhittad webbplats att titta på",
	long: "Skriver en hel webbplats om det påhittade Exempellän i MAPP, som inte får finnas eller ska vara\n" +
		"tom. Allt är märkt som exempel. Samma flaggor ger samma filer, överallt och varje gång.",
	flags: []flagHelp{
		{"delregioner", "N", numberHelp("antal delregioner", demo.DelregionLimit)},
		{"ar", "N", numberHelp("antal år", demo.YearLimit)},
		{"indikatorer", "N", numberHelp("antal gemensamma indikatorer", demo.IndicatorLimit)},
		{"fro", "N", "frö som slumpen börjar från (annars 1)"},
	},
}

// The function refers to the verb, so it can't be set where that is declared.
func init() { demoVerb.run = runDemo }

func numberHelp(what string, l demo.Limit) string {
	return fmt.Sprintf("%s, %d–%d (annars %d)", what, l.Least, l.Most, l.Default)
}

func runDemo(c *command) int {
	if len(c.args) != 1 || c.args[0] == "" {
		return c.misused(demoVerb, &usageError{"samverkan demo tar en mapp", "skriv till exempel samverkan demo exempel"})
	}
	options, wrong := c.demoOptions()
	if wrong != nil {
		return c.misused(demoVerb, wrong)
	}
	dir := c.args[0]
	if why := notEmpty(dir); why != "" {
		c.fail(why, "ange en mapp som inte finns, eller en tom; samverkan demo skriver aldrig över något")
		return exitStopped
	}
	var files []scaffold.File
	for _, f := range demo.Files(options) {
		files = append(files, scaffold.File{Path: f.Path, Data: f.Data})
	}
	if _, _, err := scaffold.Write(dir, files); err != nil {
		c.failed(err)
		return exitStopped
	}
	fmt.Fprintf(c.stdout, "Klart: %d filer i %s.\nBygg webbplatsen: samverkan build --site %s\n", len(files), dir, dir)
	return exitFine
}

// demoOptions reads the flags.
func (c *command) demoOptions() (o demo.Options, wrong *usageError) {
	for _, f := range []struct {
		name   string
		limit  demo.Limit
		target *int
	}{
		{"delregioner", demo.DelregionLimit, &o.Delregioner},
		{"ar", demo.YearLimit, &o.Years},
		{"indikatorer", demo.IndicatorLimit, &o.Indicators},
	} {
		written := c.value(f.name, strconv.Itoa(f.limit.Default))
		n, err := strconv.Atoi(written)
		if err != nil || n < f.limit.Least || n > f.limit.Most {
			return o, &usageError{fmt.Sprintf("--%s kan inte vara %q", f.name, written),
				fmt.Sprintf("skriv ett heltal från %d till %d", f.limit.Least, f.limit.Most)}
		}
		*f.target = n
	}
	written := c.value("fro", strconv.Itoa(demo.DefaultSeed))
	seed, err := strconv.ParseUint(written, 10, 64)
	if err != nil || seed == 0 {
		return o, &usageError{fmt.Sprintf("--fro kan inte vara %q", written), "skriv ett heltal, 1 eller större"}
	}
	o.Seed = seed
	return o, nil
}

// notEmpty says why a site can't be written into dir, or "".
func notEmpty(dir string) string {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ""
	case err == nil && !info.IsDir():
		return dir + " är en fil, inte en mapp"
	}
	entries, err := os.ReadDir(dir)
	switch {
	case err != nil:
		return "kan inte läsa mappen " + dir
	case len(entries) > 0:
		return fmt.Sprintf("mappen %s är inte tom: i den finns %s", dir, entries[0].Name())
	}
	return ""
}
