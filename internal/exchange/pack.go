package exchange

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"

	"samverkan/internal/compare"
)

// File is a file of the site. Path is slash-separated, from the site's root.
type File struct {
	Path string
	Data []byte
}

// Package is everything that is published of a year: all tables in one CSV and one
// JSON, each table in a CSV of its own, and a description with checksums.
type Package struct {
	Year    int
	Version string // "2025.0.0+3f8a90b1c2d4"
	Whole   []File // the package's own files, the description last
	Tables  []File // one per table, beside the figures of the pages
}

// Files are all files of the package.
func (p Package) Files() []File { return append(append([]File{}, p.Whole...), p.Tables...) }

// Checksum is a file's SHA-256 in hexadecimal.
func (f File) Checksum() string {
	sum := sha256.Sum256(f.Data)
	return hex.EncodeToString(sum[:])
}

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
	figures := File{base + ".csv", e.wholeCSV(tables)}
	pkg = Package{Year: year, Version: fmt.Sprintf("%d.0.0+%s", year, figures.Checksum()[:12])}
	pkg.Whole = []File{figures, {base + ".json", e.wholeJSON(year, pkg.Version, tables)}, {schemaPath(year), schema()}}
	for _, t := range tables {
		pkg.Tables = append(pkg.Tables, File{t.CSVPath(), e.CSV(t)})
	}
	pkg.Whole = append(pkg.Whole, File{descriptionPath(year), e.description(pkg, tables)})
	return pkg, true
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

func (e *Exporter) wholeCSV(tables []*compare.Table) []byte {
	var all []record
	example := false
	for _, t := range tables {
		all = append(all, e.records(t)...)
		example = example || t.Example
	}
	return writeCSV(all, example)
}

func (e *Exporter) wholeJSON(year int, version string, tables []*compare.Table) []byte {
	var b bytes.Buffer
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
		e.writeTable(&b, t)
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
