package page

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"samverkan/internal/diag"
)

// partsDir holds the templates that pages share.
const partsDir = "parts"

// templates are the parsed layouts, and the texts that they were parsed from.
type templates struct {
	texts map[string]string
	all   *template.Template
}

// parseLayouts parses the shared parts and every page's template. What is known already is
// used again if its texts are the same.
func parseLayouts(layouts fs.FS, known *templates) (*templates, diag.List) {
	var finds diag.List
	shared, own := glob(layouts, partsDir+"/*.html"), glob(layouts, "*/page.html")
	t := &templates{texts: map[string]string{},
		all: template.New("").Option("missingkey=error").Funcs(functions)}
	for _, name := range append(slices.Clone(shared), own...) {
		text, err := fs.ReadFile(layouts, name)
		if err != nil {
			finds.Add(templateFinding(err, sheet{}))
		}
		t.texts[name] = string(text)
	}
	if known != nil && maps.Equal(known.texts, t.texts) {
		return known, finds
	}
	broken := func(err error) {
		if err != nil {
			finds.Add(templateFinding(err, sheet{}))
		}
	}
	parts := trees{}
	for _, name := range shared {
		broken(parts.define(name, t.texts[name]))
	}
	for name, tree := range parts {
		_, err := t.all.AddParseTree(name, tree)
		broken(err)
	}
	for _, name := range own {
		page := trees{}
		if err := page.define(name, t.texts[name]); err != nil {
			broken(err)
			continue
		}
		broken(page.add(t.all, parts, path.Dir(name)))
	}
	return t, finds
}

// buffers are where templates write: a page grows to hundreds of kilobytes, and the next is
// as large.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// execute hands what a template makes of data to use, which may change it but not keep it.
// It reports whether the template could be used.
func (p *pen) execute(name string, data any, use func(made []byte)) bool {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := p.templates.named(p.sheet.layout, name).Execute(b, data); err != nil {
		p.finds.Add(templateFinding(err, p.sheet))
		return false
	}
	use(b.Bytes())
	return true
}

// named is a layout's own template of the name, else the one that all share.
func (t *templates) named(layout, name string) *template.Template {
	if own := t.all.Lookup(ownName(layout, name)); own != nil {
		return own
	}
	return t.all.Lookup(name)
}

func glob(layouts fs.FS, pattern string) []string {
	names, err := fs.Glob(layouts, pattern)
	if err != nil {
		panic(err) // only a malformed pattern, and ours are constant
	}
	return names
}

// position finds "home/page.html:12:5" in what html/template says.
var position = regexp.MustCompile(`([\w/-]+\.html):(\d+)(?::(\d+))?`)

// templateFinding points at the line of the template that failed.
func templateFinding(err error, s sheet) diag.Finding {
	f := diag.Finding{
		Severity: diag.Error, Code: "trasig-mall",
		Message: fmt.Sprintf("mallen kan inte användas: %s", reason(err)),
		Hint:    "rätta mallen, eller ta bort den så används programmets egen",
	}
	if m := position.FindStringSubmatch(err.Error()); m != nil {
		line, _ := strconv.Atoi(m[2])
		f.Pos = diag.Pos{File: path.Join("layouts", m[1]), Line: line}
	}
	if s.path != "" {
		f.Page, f.Message = s.path, fmt.Sprintf("mallen kan inte visa sidan %s: %s", s.path, reason(err))
	}
	return f
}

// reason is the innermost part of the error, without the position it begins with.
func reason(err error) string {
	for errors.Unwrap(err) != nil {
		err = errors.Unwrap(err)
	}
	text := err.Error()
	if at := position.FindStringIndex(text); at != nil {
		text = strings.TrimLeft(text[at[1]:], ": ")
	}
	return inSwedish(text)
}
