package exchange

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"slices"

	"samverkan/internal/compare"
	"samverkan/internal/parallel"
)

// File is a file of the site. Path is slash-separated, from the site's root.
type File struct {
	Path     string
	Data     []byte
	Checksum string // SHA-256 in hexadecimal
}

func newFile(path string, data []byte) File {
	sum := sha256.Sum256(data)
	return File{path, data, hex.EncodeToString(sum[:])}
}

// Package is everything that is published of a year: all tables in one CSV and one
// JSON, each table in a CSV of its own, and a description with checksums.
type Package struct {
	Year    int
	Version string // "2025.0.0+3f8a90b1c2d4"
	Whole   []File // the package's own files, the description last
	Tables  []File // one per table, beside the figures of the pages
}

// Files are all files of the package, in the order of Paths.
func (p Package) Files() []File { return slices.Concat(p.Whole, p.Tables) }

// Paths are those of the files of a year's package, in their order; none when the year
// has no table.
func (e *Exporter) Paths(year int) []string {
	tables := e.tables(year)
	if len(tables) == 0 {
		return nil
	}
	paths := []string{base(year) + ".csv", base(year) + ".json", schemaPath(year), descriptionPath(year)}
	for _, t := range tables {
		paths = append(paths, t.CSVPath())
	}
	return paths
}

// Package makes a year's package; ok is false when the year has no table.
func (e *Exporter) Package(year int) (pkg Package, ok bool) {
	tables := e.tables(year)
	if len(tables) == 0 {
		return pkg, false
	}
	base := base(year)
	written := parallel.Map(tables, e.rows)
	figures := newFile(base+".csv", wholeCSV(tables, written))
	pkg = Package{Year: year, Version: fmt.Sprintf("%d.0.0+%s", year, figures.Checksum[:12])}
	pkg.Whole = []File{figures, newFile(base+".json", e.wholeJSON(year, pkg.Version, tables, written)), newFile(schemaPath(year), schema())}
	for i, t := range tables {
		pkg.Tables = append(pkg.Tables, newFile(t.CSVPath(), csvFile(t.Example, written[i].csv)))
	}
	pkg.Whole = append(pkg.Whole, newFile(descriptionPath(year), e.description(pkg, tables)))
	return pkg, true
}

// rows are a table's cells as they stand in the files.
type rows struct{ csv, json []byte }

// rows writes each cell once for all files that it stands in.
func (e *Exporter) rows(t *compare.Table) rows {
	// What a cell takes, roughly: too much is given back at once, too little is copied.
	cells := len(t.Rows) * len(t.Columns)
	r := rows{make([]byte, 0, 300*cells), make([]byte, 0, 400*cells)}
	e.each(t, func(cell *record) {
		if len(r.json) > 0 {
			r.json = append(r.json, ',')
		}
		r.json = append(r.json, "\n{"...)
		for i := range fields {
			f := &fields[i]
			v := f.of(cell)
			if i > 0 {
				r.csv = append(r.csv, ';')
			}
			r.csv, r.json = f.appendCSV(r.csv, v), f.appendJSON(r.json, v)
		}
		r.csv, r.json = append(r.csv, newLine...), append(r.json, '}')
	})
	return r
}

// tables are the year's, each once, but for those that only repeat another's figures.
func (e *Exporter) tables(year int) []*compare.Table {
	var tables []*compare.Table
	seen := map[string]bool{}
	for _, t := range e.comparison.Tables() {
		if t.Year == year && !seen[t.ID] && !t.Repeats() {
			seen[t.ID] = true
			tables = append(tables, t)
		}
	}
	return tables
}

func wholeCSV(tables []*compare.Table, written []rows) []byte {
	parts, example := make([][]byte, len(tables)), false
	for i, t := range tables {
		parts[i] = written[i].csv
		example = example || t.Example
	}
	return csvFile(example, parts...)
}

func (e *Exporter) wholeJSON(year int, version string, tables []*compare.Table, written []rows) []byte {
	var b bytes.Buffer
	size := 0
	for _, w := range written {
		size += len(w.json) + 1000 // its title and reservations
	}
	b.Grow(size)
	b.WriteByte('{')
	if e.comparison.Site.Example {
		pair(&b, "exempel", true)
	}
	pair(&b, "titel", e.title(year))
	pair(&b, "utgivare", e.comparison.Site.Publisher)
	pair(&b, "utgåva", year)
	pair(&b, "version", version)
	separateJSON(&b)
	b.WriteString(`"tabeller":[`)
	for i, t := range tables {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		writeTable(&b, t, written[i].json)
	}
	b.WriteString("\n]}\n")
	return b.Bytes()
}

func (e *Exporter) title(year int) string {
	return fmt.Sprintf("%s %d", e.comparison.Site.Title, year)
}

func base(year int) string            { return fmt.Sprintf("%s/samverkan-%d", compare.DataFolder(year), year) }
func schemaPath(year int) string      { return path.Join(compare.DataFolder(year), "schema.json") }
func descriptionPath(year int) string { return path.Join(compare.DataFolder(year), "datapackage.json") }
