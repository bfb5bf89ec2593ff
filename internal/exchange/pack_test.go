package exchange

import (
	"bytes"
	"encoding/json"
	"path"
	"strings"
	"testing"
)

func newest(t *testing.T) Package {
	t.Helper()
	c := comparison(t)
	pkg, ok := New(c).Package(c.Newest.Year)
	if !ok {
		t.Fatal("no package")
	}
	return pkg
}

func (p Package) file(t *testing.T, name string) File {
	t.Helper()
	for _, f := range p.Files() {
		if strings.HasSuffix(f.Path, "/"+name) {
			return f
		}
	}
	t.Fatalf("there is no %s", name)
	return File{}
}

func TestPackageIsTheSameEveryTime(t *testing.T) {
	a, b := newest(t).Files(), newest(t).Files()
	seen := map[string]bool{}
	for i := range a {
		if a[i].Path != b[i].Path || !bytes.Equal(a[i].Data, b[i].Data) {
			t.Errorf("%s differs", a[i].Path)
		}
		if seen[a[i].Path] {
			t.Errorf("%s is written twice", a[i].Path)
		}
		seen[a[i].Path] = true
	}
}

// The description names every file that has figures, with its size and checksum.
func TestDescription(t *testing.T) {
	pkg := newest(t)
	var d description
	if err := json.Unmarshal(pkg.file(t, "datapackage.json").Data, &d); err != nil {
		t.Fatal(err)
	}
	if d.Version != pkg.Version || !d.Example || len(d.Contributors) != 1 || len(d.Sources) == 0 {
		t.Errorf("%+v", d)
	}
	if want := len(pkg.Tables) + 2; len(d.Resources) != want {
		t.Errorf("%d resources, want %d", len(d.Resources), want)
	}
	names := map[string]bool{}
	for _, r := range d.Resources {
		f := pkg.file(t, path.Base(r.Path))
		if r.Bytes != len(f.Data) || r.Hash != "sha256:"+f.Checksum {
			t.Errorf("%s: wrong size or checksum", r.Path)
		}
		if names[r.Name] {
			t.Errorf("two resources are called %s", r.Name)
		}
		names[r.Name] = true
	}
	if bytes.Contains(pkg.file(t, "datapackage.json").Data, []byte("licens")) {
		t.Error("the description names a licence that nobody has given")
	}
}

// The schema has the columns of the files, in their order.
func TestSchema(t *testing.T) {
	pkg := newest(t)
	var s tableSchema
	if err := json.Unmarshal(pkg.file(t, "schema.json").Data, &s); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range s.Fields {
		names = append(names, f.Name)
	}
	header := strings.Join(names, ";") + newLine
	for _, f := range pkg.Files() {
		if strings.HasSuffix(f.Path, ".csv") && !bytes.HasPrefix(f.Data, []byte(byteOrderMark+exampleLine+newLine+header)) {
			t.Errorf("%s has another header", f.Path)
		}
	}
}

// The JSON of the year holds as many cells as the CSV, and is JSON.
func TestWholeJSON(t *testing.T) {
	pkg := newest(t)
	var whole struct {
		Exempel  bool
		Version  string
		Tabeller []struct {
			Tabell string
			Celler []map[string]any
		}
	}
	if err := json.Unmarshal(pkg.Whole[1].Data, &whole); err != nil {
		t.Fatal(err)
	}
	cells := 0
	for _, table := range whole.Tabeller {
		cells += len(table.Celler)
		for _, c := range table.Celler {
			if v, there := c["värde"]; there {
				if _, number := v.(float64); !number {
					t.Errorf("%s: %v isn't a number", table.Tabell, v)
				}
			}
		}
	}
	if rows := len(parse(t, pkg.Whole[0].Data)); rows != cells || rows < 500 {
		t.Errorf("%d rows in the CSV, %d cells in the JSON", rows, cells)
	}
	if !whole.Exempel || whole.Version != pkg.Version {
		t.Errorf("exempel %v, version %s", whole.Exempel, whole.Version)
	}
}

// The version changes with a figure and with nothing else.
func TestVersion(t *testing.T) {
	c := comparison(t)
	pkg := newest(t)
	copied := *c
	copied.Site.Publisher = "Någon annan"
	again, _ := New(&copied).Package(c.Newest.Year)
	if again.Version != pkg.Version {
		t.Error("the version changes though no figure does")
	}
	for i := range c.Years {
		if other, ok := New(c).Package(c.Years[i].Year); ok && c.Years[i] != c.Newest && other.Version == pkg.Version {
			t.Error("two years have the same version")
		}
	}
}

// Every table that a figure may be drawn of has its file, those that repeat another's too.
func TestEveryTableHasAFile(t *testing.T) {
	c := comparison(t)
	written := map[string]bool{}
	for _, f := range newest(t).Files() {
		written[f.Path] = true
	}
	repeated := 0
	for _, table := range c.Tables() {
		if table.Year != c.Newest.Year {
			continue
		}
		if !written[table.CSVPath()] {
			t.Errorf("%s: there is no %s", table.ID, table.CSVPath())
		}
		if table.Repeats() {
			repeated++
		}
	}
	if repeated == 0 {
		t.Error("no table repeats another, so that isn't tried")
	}
}
