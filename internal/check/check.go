// Package check finds what is wrong, doubtful or missing in what a county reports.
//
// All runs every rule over a loaded county and returns everything it finds, sorted. Most
// rules look at one part of it at a time (parts.go); those that look across say so.
// A rule is one function; the rules of one family stand in one file, and what the
// handbook says about them stands beside it (references.go, references_text.go).
// A rule has one name: its code (okand-indikator), its function (unknownIndicator)
// and its tests (testdata/okand-indikator.txtar and okand-indikator_ok.txtar).
//
// Three promises hold for every rule:
//   - It never repeats what the loader has said. A value that couldn't be read is
//     absent here although its key is written, so rules ask whether the key is
//     written before they call something missing.
//   - One mistake gives one finding. Where two rules could see the same mistake,
//     the comment of one of them says which gives way.
//   - A finding stands at the key or value that has to be changed; whatever else
//     contributed is a note with its own place.
//
// The package knows nothing of where files lie, and reads no clock: what depends on
// today's date is off unless Options says what day it is.
package check

import (
	"fmt"
	"slices"

	"samverkan/internal/diag"
	"samverkan/internal/parallel"
	"samverkan/internal/period"
	"samverkan/internal/report"
)

// Options are what rules need to know that the site's files don't say.
type Options struct {
	Today period.Date // zero: rules that depend on today's date are off
}

// All runs every rule that needs no date of today.
func All(c *report.County) diag.List { return AllAt(c, Options{}) }

// AllAt runs every rule and returns what they find, sorted.
func AllAt(c *report.County, opts Options) diag.List { return new(Checker).AllAt(c, opts) }

// Checker checks again and again, and keeps what it has found in each part of the county for
// as long as that is as it was. The zero value is ready.
type Checker struct {
	before *site
	parts  map[partKey]*part
}

// AllAt is as the function AllAt. It takes what a file says to be the same when the pointer
// to it is, as load.Reader gives it.
func (k *Checker) AllAt(c *report.County, opts Options) diag.List {
	s := newSite(c, opts, k.before)
	parts := divide(s)
	rules := Rules()
	found := slices.Concat(parallel.Map(parts, func(p *part) diag.List {
		if old := k.parts[p.key]; old.sameAs(p) {
			p.found = old.found
		} else {
			p.found = findings(rules, p.site, func(r Rule) look { return r.check })
		}
		return p.found
	})...)
	found = append(found, findings(rules, s, func(r Rule) look { return r.across })...)
	found.Sort()
	k.before, k.parts = s, map[partKey]*part{}
	for _, p := range parts {
		k.parts[p.key] = p
	}
	return found
}

// look is how a rule looks for what it is about.
type look func(*site, *reporter)

// findings are what rules find in s, each with what looks picks of it.
func findings(rules []Rule, s *site, looks func(Rule) look) (found diag.List) {
	for _, rule := range rules {
		if look := looks(rule); look != nil {
			rule.run(look, s, &found)
		}
	}
	Redact(found)
	return found
}

// run lets the rule look for what it is about.
func (r Rule) run(look look, s *site, found *diag.List) {
	defer diag.During("regeln " + r.Code)
	look(s, &reporter{rule: r, list: found, count: map[string]int{}})
}

// Redact takes identity numbers out of the texts of findings, in place. Messages
// quote what a person wrote; what is printed by a build is read by others than she.
func Redact(found diag.List) {
	for i := range found {
		f := &found[i]
		f.Message, f.Hint = withoutIdentity(f.Message), withoutIdentity(f.Hint)
		for j := range f.Notes {
			f.Notes[j].Message = withoutIdentity(f.Notes[j].Message)
		}
	}
}

// reporter collects the findings of one rule.
type reporter struct {
	rule  Rule
	list  *diag.List
	count map[string]int // by file
}

// enough is how many findings of one rule are shown for one file. Whoever has more has
// one mistake that is repeated, or a file of another kind.
const enough = 100

// full reports whether a file has findings enough, so that a rule needn't look for the
// best hint for more of them.
func (r *reporter) full(file string) bool { return r.count[file] > enough }

// add reports a finding with the rule's own severity.
func (r *reporter) add(pos diag.Pos, message, hint string, notes ...diag.Note) {
	r.addAs(r.rule.Severity, pos, message, hint, notes...)
}

// addAs reports a finding that is less serious than the rule's usual ones.
func (r *reporter) addAs(sev diag.Severity, pos diag.Pos, message, hint string, notes ...diag.Note) {
	r.count[pos.File]++
	switch n := r.count[pos.File]; {
	case n > enough+1:
		return
	case n == enough+1:
		message, hint, notes = "filen har fler fynd av samma slag", "rätta dem som visas först och kör sedan igen", nil
	}
	r.list.Add(diag.Finding{
		Pos: pos, Severity: sev, Code: r.rule.Code, Message: message, Hint: hint, Notes: notes,
	})
}

// note points at a further place that contributed.
func note(pos diag.Pos, format string, args ...any) diag.Note {
	return diag.Note{Pos: pos, Message: fmt.Sprintf(format, args...)}
}
