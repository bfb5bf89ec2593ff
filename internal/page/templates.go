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
	pages map[string]*template.Template // by layout
}

// parseLayouts parses the shared parts and then every page's template on top of a
// copy of them, so that one page can't change what another shows. What is known already
// is used again if its texts are the same.
func parseLayouts(layouts fs.FS, known *templates) (*templates, diag.List) {
	var finds diag.List
	shared, own := glob(layouts, partsDir+"/*.html"), glob(layouts, "*/page.html")
	t := &templates{texts: map[string]string{}, pages: map[string]*template.Template{}}
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
	parts := template.New("parts").Option("missingkey=error").Funcs(functions)
	for _, name := range shared {
		if _, err := parts.New(name).Parse(t.texts[name]); err != nil {
			finds.Add(templateFinding(err, sheet{}))
		}
	}
	for _, name := range own {
		page, err := parts.Clone()
		if err == nil {
			_, err = page.New(name).Parse(t.texts[name])
		}
		if err != nil {
			finds.Add(templateFinding(err, sheet{}))
			continue
		}
		t.pages[path.Dir(name)] = page
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
	if err := p.templates.pages[p.sheet.layout].ExecuteTemplate(b, name, data); err != nil {
		p.finds.Add(templateFinding(err, p.sheet))
		return false
	}
	use(b.Bytes())
	return true
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
		f.Message = fmt.Sprintf("mallen kan inte visa sidan %s: %s", s.path, reason(err))
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
