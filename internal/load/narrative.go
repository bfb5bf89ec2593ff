package load

import (
	"fmt"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"samverkan/internal/diag"
	"samverkan/internal/report"
)

// narratives reads content/**/*.md.
func (l *loader) narratives() {
	strangers := []string{} // folders of delregioner that don't exist: one finding each
	for _, f := range l.files {
		rest, ok := strings.CutPrefix(f.name, "content/")
		if !ok {
			continue
		}
		n := &report.Narrative{File: f.name}
		parts := strings.Split(strings.TrimSuffix(rest, path.Ext(rest)), "/")
		if isYear(parts[0]) && len(parts) > 1 {
			folder := path.Join("content", parts[0], parts[1])
			if slices.Contains(strangers, folder) {
				continue
			}
			if !l.place(n, parts) {
				strangers = append(strangers, folder)
				continue
			}
		} else {
			n.Path = strings.Join(parts, "/")
		}
		l.checkAddress(n)
		key := fmt.Sprint(n.Year, n.Owner, n.Chapter, n.Path) // the register decides, too
		if value, says := l.once(f, key, func(alone *loader) (any, bool) { return n, alone.narrative(n, f) }); says {
			l.county.Narratives = append(l.county.Narratives, value.(*report.Narrative))
		}
	}
}

// place tells whose text for which year the file is.
func (l *loader) place(n *report.Narrative, parts []string) bool {
	n.Year, _ = strconv.Atoi(parts[0])
	l.years[n.Year] = true
	where := n.File
	if len(parts) > 2 {
		where = path.Join("content", parts[0], parts[1])
	}
	var ok bool
	if n.Owner, ok = l.owner(where, parts[1]); !ok {
		return false
	}
	n.Chapter = strings.Join(parts[2:], "-")
	if len(parts) > 3 {
		l.findings.Errorf(diag.Pos{File: n.File}, "okand-fil", "flytta den till "+path.Join(where, path.Base(n.File)),
			"kapitlet ligger i en mapp för mycket")
	}
	return true
}

// checkAddress reports file names that can't become addresses.
func (l *loader) checkAddress(n *report.Narrative) {
	for _, id := range append(strings.Split(n.Path, "/"), n.Chapter) {
		if id == "" || validID.MatchString(id) {
			continue
		}
		hint := "använd små bokstäver a–z, siffror och bindestreck"
		if s := slug(id); s != "" {
			hint = "döp om " + id + " till " + s
		}
		l.findings.Warnf(diag.Pos{File: n.File}, "ogiltigt-id", hint,
			"namnet %s har annat än små bokstäver a–z, siffror och bindestreck, och blir del av en adress", quote(id))
	}
}

var (
	fence    = regexp.MustCompile(`^\+\+\+[ \t]*(?:\n|$)`)
	closer   = regexp.MustCompile(`(?m)^\+\+\+[ \t]*$\n?`)
	yamlHead = regexp.MustCompile(`^---[ \t]*\n(?:[\p{L}_-]+:.*\n)+---[ \t]*(?:\n|$)`)
)

// narrative parts the front matter from the text and reads it. It reports whether there is
// a text.
func (l *loader) narrative(n *report.Narrative, f file) bool {
	defer diag.During(f.name)
	front, body, line := l.frontMatter(f)
	root := document(f.name, front, 2, &l.findings)
	prune(root, &l.findings)
	b := binder{findings: &l.findings}
	b.table(root, tableOf("text"), reflect.ValueOf(n).Elem())
	n.Body, n.BodyLine = body, line
	n.BodyPos = diag.Pos{File: f.name, Line: line, Col: 1}
	if strings.TrimSpace(body) == "" {
		l.findings.Warnf(diag.Pos{File: f.name}, "tom-fil", "skriv texten, eller ta bort filen tills den finns", "filen har ingen text")
		return false
	}
	return true
}

// frontMatter gives what stands between the +++ lines, what comes after, and on
// which line that begins.
func (l *loader) frontMatter(f file) (front, body string, line int) {
	if front, body, ok := l.otherFences(f); ok {
		return front, body, 3 + strings.Count(front, "\n")
	}
	open := fence.FindString(f.text)
	if open == "" {
		if yaml := yamlHead.FindString(f.text); yaml != "" {
			l.findings.Errorf(diag.Pos{File: f.name, Line: 1, Col: 1}, "toml-syntax",
				`skriv raden +++ före och efter, och till exempel titel = "Barn och unga" emellan`,
				"inställningarna överst är skrivna på ett annat sätt (YAML) än här")
			return "", f.text[len(yaml):], 1 + strings.Count(yaml, "\n")
		}
		if first := likeFence.FindString(f.text); strings.HasPrefix(f.text, first) && beginsKey.MatchString(f.text[len(first):]) && first != "" {
			l.findings.Errorf(diag.Pos{File: f.name, Line: 1, Col: 1}, "toml-syntax",
				"skriv +++ på den raden, och en rad till med +++ där inställningarna slutar och texten börjar",
				"raden %s ska vara +++, annars visas inställningarna som text", strings.TrimSpace(first))
			return l.unclosed(f.text[len(first):])
		}
		for _, end := range closer.FindAllStringIndex(f.text, 2) {
			if areSettings(f.text[:end[0]]) {
				l.findings.Errorf(diag.Pos{File: f.name, Line: 1, Col: 1}, "toml-syntax",
					"låt +++ stå på filens allra första rad, och inställningarna på raderna under",
					"filen börjar inte med +++, så inställningarna skulle visas som text")
				return "", f.text[end[1]:], 1 + strings.Count(f.text[:end[1]], "\n")
			}
		}
		return "", f.text, 1
	}
	rest := f.text[len(open):]
	end := closer.FindStringIndex(rest)
	if end == nil {
		l.findings.Errorf(diag.Pos{File: f.name, Line: 1, Col: 1}, "toml-syntax",
			"skriv en rad till med +++ där inställningarna slutar och texten börjar", "inställningarna överst avslutas aldrig")
		return l.unclosed(rest)
	}
	body = rest[end[1]:]
	return rest[:end[0]], body, 2 + strings.Count(rest[:end[1]], "\n")
}

// areSettings reports whether text holds settings, comments and empty lines and nothing
// else: what stands above a closing +++ when the opening one has been lost, or has been
// pushed down by an empty line.
func areSettings(text string) bool {
	settings := false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case beginsKey.MatchString(line):
			settings = true
		case line != "" && line != "+++" && !strings.HasPrefix(line, "#"):
			return false
		}
	}
	return settings
}

// unclosed takes the lines that look like settings for settings, and what comes
// after them for text.
func (l *loader) unclosed(rest string) (front, body string, line int) {
	end := 0
	for end < len(rest) && beginsKey.MatchString(rest[end:lineEnd(rest, end)]) {
		end = lineEnd(rest, end)
	}
	return rest[:end], rest[end:], 2 + strings.Count(rest[:end], "\n")
}
