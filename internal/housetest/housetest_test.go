// Package housetest holds the packages of this module against the plan of the house:
// who may import whom, and which third-party packages have a single home. It has no
// code of its own.
package housetest

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "samverkan/"

// room is a package, and the packages of this module that it may import.
type room struct {
	path string
	may  []string // "*" for all
	test bool     // holds nothing but tests
}

// rooms is the plan of the house: the first table of ARCHITECTURE.md. A new package
// needs a row there; one called util, helpers, common or model never gets one.
func rooms(t *testing.T) []room {
	t.Helper()
	_, table, found := strings.Cut(read(t, "ARCHITECTURE.md"), "| place | its one job | may import |\n|---|---|---|\n")
	if !found {
		t.Fatal("ARCHITECTURE.md has no plan of the house")
	}
	var plan []room
	for line := range strings.Lines(table) {
		cells := strings.Split(strings.Trim(line, "|\n "), " | ")
		if len(cells) != 3 {
			break
		}
		plan = append(plan, newRoom(cells[0], cells[1], cells[2]))
	}
	return plan
}

func newRoom(place, job, imports string) room {
	r := room{path: strings.Trim(place, "`/"), test: strings.HasPrefix(job, "only tests")}
	if r.path == "handbook.go" {
		r.path = "" // the package at the root
	}
	switch imports {
	case "all":
		r.may = []string{"*"}
	case "nothing":
	default:
		r.may = strings.Split(strings.ReplaceAll(imports, "`handbook.go`", "."), ", ")
	}
	return r
}

// homes are the third-party packages that only one package knows.
var homes = []struct{ dependency, home string }{
	{"github.com/BurntSushi/toml", "internal/load"},
	{"github.com/pelletier/go-toml", "internal/load"},
	{"github.com/yuin/goldmark", "internal/markdown"},
	{"github.com/go-echarts/go-echarts", "internal/chart"},
	{"modernc.org/quickjs", "internal/chart"},
	{"modernc.org/libquickjs", "internal/chart"},
	{"github.com/fsnotify/fsnotify", "internal/preview"},
	{"github.com/fyne-io/oksvg", "internal/picture"},
	{"codeberg.org/go-fonts/liberation", "internal/picture"},
	{"golang.org/x/sys", "internal/publish"},
}

// testOnly are the third-party packages that no program is built with.
var testOnly = []string{
	"github.com/chromedp/", "github.com/rogpeppe/go-internal", "github.com/andybalholm/cascadia",
	"github.com/toml-lang/toml-test", "github.com/santhosh-tekuri/jsonschema", "go.yaml.in/yaml",
}

// pkg is what `go list -json` says of a package.
type pkg struct {
	ImportPath                string
	GoFiles                   []string
	Imports                   []string
	TestImports, XTestImports []string
}

func packages(t *testing.T) []pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,GoFiles,Imports,TestImports,XTestImports", module+"...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []pkg
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		err := d.Decode(&p)
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func TestEveryPackageHasARoom(t *testing.T) {
	plan := rooms(t)
	for _, p := range packages(t) {
		r := find(plan, p)
		if r == nil {
			t.Errorf("%s isn't in the plan of the house", p.ImportPath)
			continue
		}
		if r.test && len(p.GoFiles) > 0 {
			t.Errorf("%s holds more than tests: %v", p.ImportPath, p.GoFiles)
		}
		for _, i := range p.Imports {
			if !r.allows(i) {
				t.Errorf("%s may not import %s", p.ImportPath, i)
			}
		}
	}
}

func TestThirdPartyPackagesHaveAHome(t *testing.T) {
	for _, p := range packages(t) {
		for _, h := range homes {
			if i := importing(slices.Concat(p.Imports, p.TestImports, p.XTestImports), h.dependency); i != "" && p.ImportPath != module+h.home {
				t.Errorf("%s imports %s, which is for %s alone", p.ImportPath, i, h.home)
			}
		}
		for _, d := range testOnly {
			if i := importing(p.Imports, d); i != "" {
				t.Errorf("%s imports %s outside its tests", p.ImportPath, i)
			}
		}
	}
}

// The program itself holds nothing that is only for tests, by whatever way.
func TestProgramHoldsNoTestPackages(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", module+"cmd/samverkan").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for _, d := range append(testOnly, "testing") {
		if i := importing(strings.Fields(string(out)), d); i != "" {
			t.Errorf("the program holds %s", i)
		}
	}
}

func find(plan []room, p pkg) *room {
	for i, r := range plan {
		if p.ImportPath == strings.TrimSuffix(module+r.path, "/") {
			return &plan[i]
		}
	}
	return nil
}

func (r *room) allows(path string) bool {
	if path+"/" == module {
		path = module + "." // the package at the root
	}
	rest, own := strings.CutPrefix(path, module)
	if !own || slices.Contains(r.may, "*") {
		return true
	}
	return slices.Contains(r.may, strings.TrimPrefix(rest, "internal/"))
}

// importing gives the first import that is or lies below the dependency.
func importing(imports []string, dependency string) string {
	for _, i := range imports {
		if i == dependency || strings.HasPrefix(i, strings.TrimSuffix(dependency, "/")+"/") {
			return i
		}
	}
	return ""
}
