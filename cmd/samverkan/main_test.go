package main

import (
	"fmt"
	"io/fs"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"samverkan/internal/chart"
	"samverkan/layouts"
)

func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == chart.WorkerVerb {
		main() // a test that draws starts itself again, as the program does
	}
	testscript.Main(m, map[string]func(){"samverkan": func() {
		if name := os.Getenv("SAMVERKAN_TEST_PANIC"); name != "" {
			sourceFiles = func(r *os.Root) fs.FS { return trap{r.FS(), name} }
		}
		if words := os.Getenv("SAMVERKAN_TEST_UNDRAWABLE"); words != "" {
			pencil = func() ([]byte, bool) { return brokenPencil(words) }
		}
		main()
	}})
}

// trap panics when a file is opened, as the program might while it works on it.
type trap struct {
	fs.FS
	name string
}

func (t trap) Open(name string) (fs.File, error) {
	if name == t.name {
		panic("oj")
	}
	return t.FS.Open(name)
}

// brokenPencil is ECharts, but for charts in which the words stand: those it fails with, as it might with any option.
func brokenPencil(words string) ([]byte, bool) {
	bundle, ok := layouts.ECharts()
	return fmt.Appendf(bundle, `
;{ const draw = samverkan.render; samverkan.render = (option, ...size) => {
	if (JSON.stringify(option).includes(%q)) throw new Error("spetsen gick av");
	return draw(option, ...size);
}; }`, words), ok
}

// Each file is a case: a whole small site, what is done with it and exactly what is
// said. Run with SAMVERKAN_UPDATE=1 to rewrite what is said.
func TestScript(t *testing.T) {
	cache := t.TempDir() // finished charts, shared by the cases
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       os.Getenv("SAMVERKAN_UPDATE") != "",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_CACHE_HOME", cache)
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("SOURCE_DATE_EPOCH", "1772323200") // 1 March 2026
			return nil
		},
		Condition: func(cond string) (bool, error) {
			_, drawn := layouts.ECharts()
			_, licensed := layouts.Licences()
			return cond == "echarts" && drawn || cond == "licences" && licensed, nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exitcode": exitcode, "same": same,
		},
	})
}
