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

// rooms is the plan of the house, also drawn in ARCHITECTURE.md. A new package needs
// a row here; one called util, helpers, common or model never gets one.
var rooms = []room{
	{path: "", may: []string{}}, // the handbook, embedded
	{path: "cmd/samverkan", may: []string{"*"}},
	{path: "internal/diag"},
	{path: "internal/period"},
	{path: "internal/report", may: []string{"diag", "period"}},
	{path: "internal/load", may: []string{"report", "diag", "period"}},
	{path: "internal/check", may: []string{"report", "markdown", "diag", "period"}},
	{path: "internal/compare", may: []string{"report", "period"}},
	{path: "internal/cache"},
	{path: "internal/chart", may: []string{"compare", "report", "period", "cache", "layouts"}},
	{path: "internal/chart/widthgen"},
	{path: "internal/markdown", may: []string{"diag"}},
	{path: "internal/page", may: []string{"report", "compare", "chart", "markdown", "diag", "period", "licences", "layouts"}},
	{path: "internal/search"},
	{path: "internal/pdf"},
	{path: "internal/licences"},
	{path: "internal/licences/gather", may: []string{"licences"}},
	{path: "internal/publish"},
	{path: "internal/exchange", may: []string{"report", "compare", "diag"}},
	{path: "internal/preview", may: []string{"publish"}},
	{path: "internal/schema", may: []string{"load", "check", "report", "diag", "period"}},
	{path: "internal/scaffold", may: []string{"load", "report", "diag", "period", "schema", "."}},
	{path: "internal/demo"},
	{path: "layouts"},
	{path: "internal/housetest", test: true},
	{path: "internal/sitetest", test: true},
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
	for _, p := range packages(t) {
		r := find(p)
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

func find(p pkg) *room {
	for i, r := range rooms {
		if p.ImportPath == strings.TrimSuffix(module+r.path, "/") {
			return &rooms[i]
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
