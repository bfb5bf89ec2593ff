package check

import (
	"maps"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"

	"samverkan/internal/diag"
	"samverkan/internal/load"
)

// eachArchive lays the site that breaks each rule, and the one that doesn't, over the ground.
func eachArchive(t *testing.T, test func(t *testing.T, code string, broken, mended fstest.MapFS)) {
	ground := archive(t, "grund")
	for _, rule := range Rules() {
		t.Run(rule.Code, func(t *testing.T) {
			test(t, rule.Code, siteOf(ground, archive(t, rule.Code)), siteOf(ground, archive(t, rule.Code+"_ok")))
		})
	}
}

// TestParts demands that a rule that looks at one part at a time finds there what it would
// find with everything in sight, also where one file is there but empty. A rule that needs
// more has to be declared as looking across.
func TestParts(t *testing.T) {
	eachArchive(t, func(t *testing.T, code string, broken, mended fstest.MapFS) {
		apart(t, mended)
		apart(t, broken)
		for _, name := range slices.Sorted(maps.Keys(broken)) {
			text := broken[name]
			broken[name] = file("")
			apart(t, broken)
			broken[name] = text
		}
	})
}

func apart(t *testing.T, fsys fstest.MapFS) {
	t.Helper()
	c, _ := loaded(t, fsys)
	whole := newSite(c, Options{Today: today}, nil)
	for _, rule := range Rules() {
		if rule.check == nil {
			continue
		}
		var all, each diag.List
		rule.run(rule.check, whole, &all)
		for _, p := range divide(whole) {
			rule.run(rule.check, p.site, &each)
		}
		all.Sort()
		each.Sort()
		if !reflect.DeepEqual(all, each) {
			t.Errorf("%s finds\n%sin the whole, but\n%sin the parts", rule.Code, printed(t, all), printed(t, each))
		}
	}
}

// TestKept breaks and mends every rule, and takes every file away and puts it back, while
// one Checker looks on: it has to find what a new one does.
func TestKept(t *testing.T) {
	eachArchive(t, func(t *testing.T, code string, broken, mended fstest.MapFS) {
		var reader load.Reader
		var kept Checker
		opts := Options{Today: today}
		look := func(what string, fsys fstest.MapFS) {
			c, _, err := reader.Site(fsys)
			if err != nil {
				t.Fatal(err)
			}
			fresh, _ := loaded(t, fsys)
			if got, want := kept.AllAt(c, opts), AllAt(fresh, opts); !reflect.DeepEqual(got, want) {
				t.Errorf("%s: found\n%sbut a new check\n%s", what, printed(t, got), printed(t, want))
			}
		}
		look("broken", broken)
		for _, name := range slices.Sorted(maps.Keys(broken)) {
			text := broken[name]
			delete(broken, name)
			look("without "+name, broken)
			broken[name] = text
			look("with "+name, broken)
		}
		look("mended", mended)
		opts.Today.Year += 2
		look("two years later", mended)
		look("broken again", broken)
	})
}

// TestKeepsFindings demands that what is found in the parts that are the same is kept.
func TestKeepsFindings(t *testing.T) {
	var reader load.Reader
	var kept Checker
	fsys := siteOf(archive(t, "grund"), archive(t, "x-seeded"))
	fsys["data/2022/simba.toml"] = fsys["data/2023/simba.toml"]
	parts := func() map[partKey]*part {
		c, _, err := reader.Site(fsys)
		if err != nil {
			t.Fatal(err)
		}
		kept.AllAt(c, Options{Today: today})
		return kept.parts
	}
	simba := partKey{owner: "simba", year: 2023}
	before := parts()
	fsys["data/2023/simba.toml"] = file(string(fsys["data/2023/simba.toml"].Data) + "# en rad till\n")
	after := parts()
	if len(before[simba].found) < 10 || len(after) < 3 {
		t.Fatalf("%d findings, %d parts: is the site still that of the test?", len(before[simba].found), len(after))
	}
	var anew []partKey
	for key, p := range after {
		if !before[key].sameAs(p) {
			anew = append(anew, key)
		}
	}
	if !slices.Equal(anew, []partKey{simba}) {
		t.Errorf("%v are checked anew", anew)
	}
}
