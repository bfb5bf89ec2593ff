package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	"samverkan/internal/diag"
)

// screen is where text for people goes.
type screen struct {
	io.Writer
	colour bool
}

func newScreen(w io.Writer) screen { return screen{w, isTerminal(w)} }

// isTerminal reports whether colours would be understood. NO_COLOR turns them off,
// whatever it says (no-color.org).
func isTerminal(w io.Writer) bool {
	if os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	f, ok := w.(*os.File)
	return ok && isScreen(w) && understandsColour(f)
}

// The colours of a terminal.
const (
	red    = "\x1b[31m"
	yellow = "\x1b[33m"
	blue   = "\x1b[34m"
	faint  = "\x1b[2m"
	plain  = "\x1b[0m"
)

func (s screen) paint(colour, text string) string {
	if !s.colour {
		return text
	}
	return colour + text + plain
}

// fail prints an error that isn't about a place in a file.
func (c *command) fail(message, hint string) {
	fmt.Fprintf(c.stderr, "%s: %s\n", c.stderr.paint(red, "fel"), message)
	if hint != "" {
		fmt.Fprintf(c.stderr, "    %s\n", c.stderr.paint(faint, "tips: "+hint))
	}
}

// print writes findings with the severity in colour.
func (s screen) print(findings diag.List) {
	colours := map[diag.Severity]string{diag.Error: red, diag.Warning: yellow, diag.Advice: blue}
	for _, f := range findings {
		var b bytes.Buffer
		_ = diag.Write(&b, diag.List{f}) // a bytes.Buffer takes everything
		head, notes, _ := strings.Cut(b.String(), "\n")
		word := ": " + f.Severity.String() + ": "
		head = strings.Replace(head, word, ": "+s.paint(colours[f.Severity], f.Severity.String())+": ", 1)
		fmt.Fprintln(s, head)
		if notes != "" {
			fmt.Fprintln(s, s.paint(faint, strings.TrimSuffix(notes, "\n")))
		}
	}
}

// count sums up findings: "3 fel, 1 varning". It is "" when there are none.
func count(findings diag.List) string {
	var parts []string
	for _, s := range []struct {
		severity  diag.Severity
		one, many string
	}{{diag.Error, "fel", "fel"}, {diag.Warning, "varning", "varningar"}, {diag.Advice, "råd", "råd"}} {
		switch n := findings.Count(s.severity); {
		case n == 1:
			parts = append(parts, "1 "+s.one)
		case n > 1:
			parts = append(parts, fmt.Sprint(n, " ", s.many))
		}
	}
	return strings.Join(parts, ", ")
}
