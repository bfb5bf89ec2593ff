// Package diag holds findings: what is wrong in a coordinator's files, where, how
// serious it is and what to do about it.
//
// A finding is data, not an error: stages collect findings in a List and go on, so
// that a person sees everything at once. Messages are Swedish and written for
// someone who has never seen the program.
package diag

import (
	"cmp"
	"fmt"
	"slices"
)

// Pos is a place in one of the site's files.
type Pos struct {
	File string // slash-separated, relative to the site's folder
	Line int    // from 1; 0 means the file as a whole
	Col  int    // from 1, in characters (not bytes), as editors count; 0 means the whole line
}

// IsZero reports whether p says nothing at all.
func (p Pos) IsZero() bool { return p == Pos{} }

// String writes p as file:line:column, leaving out what isn't known.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// Compare orders positions by file, line and column.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

// Severity says how much a finding matters.
type Severity int

// The three severities, least serious first.
const (
	Advice  Severity = iota // råd: worth knowing; never stops anything
	Warning                 // varning: probably wrong; stops the build only with --strict
	Error                   // fel: the site can't be built truthfully until it is mended
)

// String gives the Swedish word that is printed.
func (s Severity) String() string {
	switch s {
	case Error:
		return "fel"
	case Warning:
		return "varning"
	}
	return "råd"
}

// Note points at a further place that contributed to a finding.
type Note struct {
	Pos     Pos
	Message string
}

// Finding is one thing that a person should look at.
type Finding struct {
	Pos      Pos
	Severity Severity
	Code     string // the rule's name, e.g. "okand-indikator"
	Message  string // Swedish, one sentence without full stop
	Hint     string // Swedish, what to do; may be empty only where the message says it
	Page     string // the finished page that Message names, where others may have the same fault, see Gather
	Notes    []Note
}

// List collects findings. The zero value is ready to use.
type List []Finding

// Add appends a finding.
func (l *List) Add(f Finding) { *l = append(*l, f) }

// Errorf adds an error with a formatted message and a hint.
func (l *List) Errorf(pos Pos, code, hint, format string, args ...any) {
	l.Add(Finding{Pos: pos, Severity: Error, Code: code, Hint: hint, Message: fmt.Sprintf(format, args...)})
}

// Warnf adds a warning with a formatted message and a hint.
func (l *List) Warnf(pos Pos, code, hint, format string, args ...any) {
	l.Add(Finding{Pos: pos, Severity: Warning, Code: code, Hint: hint, Message: fmt.Sprintf(format, args...)})
}

// Advisef adds advice with a formatted message and a hint.
func (l *List) Advisef(pos Pos, code, hint, format string, args ...any) {
	l.Add(Finding{Pos: pos, Severity: Advice, Code: code, Hint: hint, Message: fmt.Sprintf(format, args...)})
}

// Sort orders findings by file, line, column, then the most serious first, then
// code and message, and drops exact repetitions.
func (l *List) Sort() {
	slices.SortStableFunc(*l, func(a, b Finding) int {
		return cmp.Or(a.Pos.Compare(b.Pos), cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
	})
	*l = slices.CompactFunc(*l, func(a, b Finding) bool {
		return a.Pos == b.Pos && a.Code == b.Code && a.Message == b.Message
	})
}

// Count says how many findings have the severity s.
func (l List) Count(s Severity) int {
	n := 0
	for _, f := range l {
		if f.Severity == s {
			n++
		}
	}
	return n
}

// HasErrors reports whether any finding is an error.
func (l List) HasErrors() bool { return l.Count(Error) > 0 }
