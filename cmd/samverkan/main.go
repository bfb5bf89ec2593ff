// Command samverkan builds comparative annual reports for Swedish health and social
// care collaboration out of a folder of TOML and Markdown files.
//
// This package is the only place that prints, exits or wires stages together; each
// verb has a file of its own. Exit codes: 0 fine, 1 something stops the build, 2 the
// command was used the wrong way. Everything that is said is in Swedish.
package main

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"samverkan/internal/chart"
	"samverkan/internal/diag"
)

// The exit codes.
const (
	exitFine    = 0
	exitStopped = 1
	exitUsage   = 2
)

// verb is something that samverkan can be told to do.
type verb struct {
	name  string
	args  string // what follows the name, e.g. "ÅR ID"; "" for nothing
	short string // one line for the list of verbs
	long  string // for its own help, without the flags
	flags []flagHelp
	run   func(c *command) int
}

// flagHelp describes a flag; value is what follows it, "" for a switch.
type flagHelp struct{ name, value, short string }

// verbs in the order they are explained.
func verbs() []verb {
	return []verb{buildVerb, serveVerb, pdfVerb, checkVerb, newVerb, demoVerb, schemaVerb, licensesVerb, versionVerb, helpVerb}
}

// command is one run of a verb.
type command struct {
	stdout, stderr screen
	flags          map[string]string
	args           []string // what is left after the flags
}

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the program without its process.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	if len(args) == 1 && args[0] == chart.WorkerVerb {
		return drawCharts(stdin, stdout, stderr)
	}
	c := &command{stdout: newScreen(stdout), stderr: newScreen(stderr)}
	defer func() {
		if p := recover(); p != nil {
			code = c.crashed(p)
		}
	}()
	if len(args) == 0 {
		fmt.Fprint(stderr, overview())
		return exitUsage
	}
	name := args[0]
	if slices.Contains([]string{"-h", "-help", "--help"}, name) {
		name = helpVerb.name
	}
	v, ok := findVerb(name)
	if !ok {
		return c.unknownVerb(name)
	}
	if wrong := c.parse(v, args[1:]); wrong != nil {
		return c.misused(v, wrong)
	}
	if _, asked := c.flags["help"]; asked {
		fmt.Fprint(stdout, verbHelp(v))
		return exitFine
	}
	return v.run(c)
}

func findVerb(name string) (verb, bool) {
	i := slices.IndexFunc(verbs(), func(v verb) bool { return v.name == name })
	if i < 0 {
		return verb{}, false
	}
	return verbs()[i], true
}

func (c *command) unknownVerb(name string) int {
	var names []string
	for _, v := range verbs() {
		names = append(names, v.name)
	}
	c.fail(fmt.Sprintf("okänt kommando %q", name), diag.DidYouMean(name, names, "kommandona är "+strings.Join(names, ", ")))
	return exitUsage
}

// misused says what is wrong with the way a verb was used.
func (c *command) misused(v verb, wrong *usageError) int {
	hint := wrong.hint
	if hint == "" {
		hint = "kör samverkan help " + v.name
	}
	c.fail(wrong.message, hint)
	return exitUsage
}

// drawCharts is the hidden verb that the chart engine starts this program with.
func drawCharts(stdin io.Reader, stdout, stderr io.Writer) int {
	if err := chart.WorkerMain(stdin, stdout); err != nil {
		fmt.Fprintln(stderr, err)
		return exitStopped
	}
	return exitFine
}

// crashed is the last resort: a fault of the program itself. Nothing has been
// published, since that is the last thing a build does.
func (c *command) crashed(p any) int {
	stack := debug.Stack()
	at := ""
	if known, ok := p.(*diag.Crash); ok {
		at, p, stack = " vid arbetet med "+known.At, known.Value, known.Stack
	}
	c.fail(fmt.Sprintf("internt fel%s: %v", at, p),
		"felet ligger i programmet, inte i dina filer; rapportera det gärna med raderna nedan. Webbplatsen som fanns är orörd")
	fmt.Fprintf(c.stderr, "\n%s", stack)
	return exitStopped
}
