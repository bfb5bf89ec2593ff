package cache

import (
	"runtime/debug"
	"testing"
)

// A test's own program doesn't say what modules it has, so this one is given some.
func TestModules(t *testing.T) {
	info := &debug.BuildInfo{GoVersion: "go1.99", Deps: []*debug.Module{
		{Path: "a.se/pensel", Version: "v1.2.3"},
		{Path: "b.se/annat", Version: "v1.0.0"},
		{Path: "golang.org/x/image", Version: "v0.1.0", Replace: &debug.Module{Path: "../egen", Version: "v0.2.0"}},
	}}
	const want = "go1.99\na.se/pensel v1.2.3\ngolang.org/x/image v0.1.0\n=> ../egen v0.2.0"
	if got := modules(info, []string{"a.se/", "golang.org/x/image"}); got != want {
		t.Errorf("got %q", got)
	}
}
