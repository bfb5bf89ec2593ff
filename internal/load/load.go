// Package load reads a site's files into the domain: data/**.toml and content/**.md
// become a report.County with the position of every key and value.
//
// What it promises:
//
//   - It never stops at the first mistake. Everything that is wrong in a person's
//     files is a finding with a position and what to do about it; an error is only
//     what files can't cause, such as a disk that can't be read.
//   - One mistake gives one finding. A statement that isn't TOML is read as what was
//     evidently meant, a misspelt key is taken for the one it resembles, and what
//     can't be understood is left out silently after the finding.
//   - It judges how things are written, not what they say: whether an id is defined,
//     a value is possible or a goal has a name is for package check.
//   - Files as offices save them just work: byte order mark, CRLF, decomposed å ä ö,
//     tabs. Text is NFC with \n for line breaks, and columns count its characters.
//   - Whatever the files hold, it ends: sizes, nesting and the number of findings per
//     file are limited.
//
// Only this package imports a TOML parser: BurntSushi/toml decides what is TOML and
// what the values are, pelletier/go-toml's syntax tree where they stand.
package load

import (
	"bytes"
	"cmp"
	"io/fs"
	"reflect"
	"slices"
	"strings"

	"samverkan/internal/diag"
	"samverkan/internal/parallel"
	"samverkan/internal/report"
)

// The files that every site has.
const (
	siteFile      = "data/samverkan.toml"
	registerFile  = "data/delregioner.toml"
	catalogueFile = "data/katalog.toml"
)

// Site reads the site whose folder is fsys. The error is for what the files' owner
// can't mend; everything else is among the findings, which are sorted.
func Site(fsys fs.FS) (*report.County, diag.List, error) { return new(Reader).Site(fsys) }

// Reader reads a site again and again, and a file that is as it was only once: the county
// then has the very same submission or narrative as before. The zero value is ready.
type Reader struct {
	known   map[string]reading
	decoded map[string]decoding
}

// reading is what came of a file.
type reading struct {
	text     string
	key      string // what else it depends on
	value    any
	says     bool
	findings diag.List
}

// Site is as the function Site.
func (r *Reader) Site(fsys fs.FS) (*report.County, diag.List, error) {
	l := &loader{fsys: fsys, county: &report.County{}, years: map[int]bool{}, before: r.known, now: map[string]reading{},
		decoded: r.decoded, decodedNow: map[string]decoding{}}
	defer func() { r.known, r.decoded = l.now, l.decodedNow }()
	if err := l.walk(l.keep); err != nil {
		return nil, nil, err
	}
	l.shared()
	l.readAhead()
	l.submissions()
	l.narratives()
	l.finish()
	return l.county, l.findings, nil
}

type loader struct {
	fsys     fs.FS
	county   *report.County
	findings diag.List
	files    []file
	opened   int // files, and how many bytes they held
	size     int
	years    map[int]bool
	known    []string // ids of the delregioner and CountyID, in the site's order

	buffer              bytes.Buffer       // of the file that is being read
	before, now         map[string]reading // by file
	decoded, decodedNow map[string]decoding
}

// once reads a file unless it is as it was, under the same key. make says what the file
// becomes, and whether it says anything at all, with a loader for its findings alone.
func (l *loader) once(f file, key string, make func(*loader) (any, bool)) (value any, says bool) {
	r, known := l.now[f.name]
	if !known {
		r = l.reading(f, key, make)
		l.now[f.name] = r
	}
	l.findings = append(l.findings, r.findings...)
	return r.value, r.says
}

func (l *loader) reading(f file, key string, make func(*loader) (any, bool)) reading {
	if r, known := l.before[f.name]; known && r.text == f.text && r.key == key {
		return r
	}
	var alone loader
	r := reading{text: f.text, key: key}
	r.value, r.says = make(&alone)
	r.findings = alone.findings
	return r
}

// readAhead reads the submissions on all cores.
func (l *loader) readAhead() {
	var files []file
	for _, f := range l.files {
		if strings.HasPrefix(f.name, "data/") && strings.Count(f.name, "/") == 2 {
			files = append(files, f)
		}
	}
	for i, r := range parallel.Map(files, func(f file) reading { return l.reading(f, "", f.submission) }) {
		l.now[files[i].name] = r
	}
}

// file is one that was read.
type file struct {
	name string // slash-separated, relative to the site's folder
	text string
}

// bind reads one TOML document into target, a pointer to a struct described by the
// contract, and reports whether it says anything at all.
func (l *loader) bind(f file, contract string, target any) bool {
	defer diag.During(f.name)
	root := document(f.name, f.text, 1, &l.findings)
	prune(root, &l.findings)
	b := binder{findings: &l.findings}
	b.table(root, tableOf(contract), reflect.ValueOf(target).Elem())
	return len(root.entries) > 0
}

// shared reads the three files that hold for all years.
func (l *loader) shared() {
	c := l.county
	c.Site.Statistics = report.Statistics{MinCount: 5, Confidence: 0.95, PerInhabitant: 1000}
	var r register
	l.one(siteFile, "samverkan", &c.Site, diag.Error, "där står webbplatsens titel, län och utgivare")
	l.one(registerFile, "delregioner", &r, diag.Error, "där står delregionerna, var och en under en rubrik som [simba]")
	l.one(catalogueFile, "katalog", &c.Catalogue, diag.Warning, "där står gemensamma målområden, mål och indikatorer")
	c.Delregioner = r.Delregioner
	for _, d := range c.Delregioner {
		l.known = append(l.known, d.ID)
		if d.ID == report.CountyID {
			l.findings.Errorf(d.Pos, "ogiltigt-id", "välj ett annat id", "id:t %s är reserverat för länets egen inlämning", quote(d.ID))
		}
	}
	l.known = append(l.known, report.CountyID)
}

// one reads a file that has one place, and reports where it is missing or empty.
func (l *loader) one(name, contract string, target any, severity diag.Severity, purpose string) {
	pos := diag.Pos{File: name}
	i := slices.IndexFunc(l.files, func(f file) bool { return f.name == name })
	if i < 0 {
		setNode(reflect.ValueOf(target).Elem(), pos, nil)
		if !slices.ContainsFunc(l.findings, func(f diag.Finding) bool { return f.Pos.File == name }) {
			l.findings.Add(diag.Finding{Pos: pos, Severity: severity, Code: "saknad-fil", Message: "filen saknas", Hint: "skapa den: " + purpose})
		}
		return
	}
	before := len(l.findings)
	if !l.bind(l.files[i], contract, target) && len(l.findings) == before {
		l.findings.Add(diag.Finding{Pos: pos, Severity: severity, Code: "tom-fil", Message: "filen är tom", Hint: "fyll i den: " + purpose})
	}
}

// finish puts everything in the order that package report promises.
func (l *loader) finish() {
	c := l.county
	order := func(id string) int { return slices.Index(l.known, id) }
	slices.SortStableFunc(c.Submissions, func(a, b *report.Submission) int {
		return cmp.Or(a.Year-b.Year, order(a.Delregion)-order(b.Delregion))
	})
	slices.SortStableFunc(c.Narratives, func(a, b *report.Narrative) int { return cmp.Compare(a.File, b.File) })
	for year := range l.years {
		c.Years = append(c.Years, year)
	}
	slices.Sort(c.Years)
	slices.SortStableFunc(l.files, func(a, b file) int { return cmp.Compare(a.name, b.name) })
	for _, f := range l.files {
		c.Files = append(c.Files, f.name)
		c.Raw = append(c.Raw, report.RawFile{File: f.name, Text: f.text})
	}
	l.findings.Sort()
	l.findings = few(l.findings)
}
