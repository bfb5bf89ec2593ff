package check

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"samverkan/internal/diag"
	"samverkan/internal/load"
	"samverkan/internal/period"
	"samverkan/internal/report"
)

var update = flag.Bool("update", false, "write what is found into testdata")

// today is the day of every test.
var today = period.Date{Year: 2024, Month: 4, Day: 1}

// expected is the name under which an archive says what is to be found.
const expected = "fynd"

// archive reads testdata/<name>.txtar.
func archive(t testing.TB, name string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("testdata", name+".txtar"))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// siteOf lays archives over each other.
func siteOf(archives ...*txtar.Archive) fstest.MapFS {
	files := fstest.MapFS{}
	for _, a := range archives {
		for _, f := range a.Files {
			if f.Name != expected {
				files[f.Name] = &fstest.MapFile{Data: f.Data}
			}
		}
	}
	return files
}

// loaded reads a site.
func loaded(t *testing.T, fsys fs.FS) (*report.County, diag.List) {
	t.Helper()
	c, found, err := load.Site(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return c, found
}

func printed(t *testing.T, l diag.List) string {
	t.Helper()
	var b strings.Builder
	if err := diag.Write(&b, l); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestRules runs each rule on the site that breaks it and on the one that doesn't.
// Apart from the rule's own findings there may only be advice: a mistake gives one
// finding.
func TestRules(t *testing.T) {
	ground := archive(t, "grund")
	for _, rule := range Rules() {
		for _, name := range []string{rule.Code, rule.Code + "_ok"} {
			t.Run(name, func(t *testing.T) {
				a := archive(t, name)
				c, found := loaded(t, siteOf(ground, a))
				found = append(found, AllAt(c, Options{Today: today})...)
				found = slices.DeleteFunc(found, func(f diag.Finding) bool {
					return f.Code != rule.Code && f.Severity == diag.Advice
				})
				got := printed(t, found)
				if strings.HasSuffix(name, "_ok") != (got == "") {
					t.Errorf("%s finds:\n%s", name, got)
				}
				compareFound(t, name, a, got)
			})
		}
	}
}

// compareFound compares with what the archive says, or with -update makes it say so.
func compareFound(t *testing.T, name string, a *txtar.Archive, got string) {
	t.Helper()
	i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == expected })
	if i < 0 {
		a.Files = append([]txtar.File{{Name: expected}}, a.Files...)
		i = 0
	}
	if string(a.Files[i].Data) == got {
		return
	}
	if !*update {
		t.Errorf("%s: found\n%s\nwant\n%s", name, got, a.Files[i].Data)
		return
	}
	a.Files[i].Data = []byte(got)
	if err := os.WriteFile(filepath.Join("testdata", name+".txtar"), txtar.Format(a), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestGround demands that the site under all tests has nothing to find, advice included.
func TestGround(t *testing.T) {
	c, found := loaded(t, siteOf(archive(t, "grund")))
	if got := printed(t, append(found, AllAt(c, Options{Today: today})...)); got != "" {
		t.Error(got)
	}
}

// TestHandbook demands that the handbook can explain every rule, and that its
// examples are the ones that are tested.
func TestHandbook(t *testing.T) {
	codes := map[string]bool{}
	for _, rule := range Rules() {
		if codes[rule.Code] {
			t.Errorf("two rules are called %s", rule.Code)
		}
		codes[rule.Code] = true
		for what, text := range map[string]string{
			"Title": rule.Title, "Means": rule.Means, "Why": rule.Why, "Fix": rule.Fix, "Wrong": rule.Wrong, "Right": rule.Right,
		} {
			if text == "" {
				t.Errorf("%s: no %s", rule.Code, what)
			}
			if strings.Contains(text, "!") && what != "Wrong" {
				t.Errorf("%s: %s shouts: %s", rule.Code, what, text)
			}
		}
		if rule.Code == "personnummer" || rule.Code == "for-djup-text" {
			continue // a handbook with a real number, or with the real depth, couldn't be published
		}
		exampleIn(t, rule.Code, rule.Wrong)
		exampleIn(t, rule.Code+"_ok", rule.Right)
	}
	orphans(t, codes)
}

// exampleIn demands that every line of an example stands in the archive, however it
// is aligned there.
func exampleIn(t *testing.T, name, example string) {
	t.Helper()
	text := squeezed(string(txtar.Format(archive(t, name))))
	for _, line := range strings.Split(example, "\n") {
		if !strings.Contains(text, squeezed(line)) {
			t.Errorf("testdata/%s.txtar has no line %q", name, line)
		}
	}
}

func squeezed(s string) string { return strings.ReplaceAll(s, " ", "") }

// orphans demands that every archive belongs to a rule.
func orphans(t *testing.T, codes map[string]bool) {
	t.Helper()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		base := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(name), ".txtar"), "_ok")
		if !codes[base] && base != "grund" && !strings.HasPrefix(base, "x-") {
			t.Errorf("%s belongs to no rule", name)
		}
	}
}

// TestRealData demands that the repository's own data can be published.
func TestRealData(t *testing.T) {
	root := filepath.Join("..", "..")
	if _, err := os.Stat(filepath.Join(root, "data")); err != nil {
		t.Skip("no data yet")
	}
	c, found := loaded(t, os.DirFS(root))
	found = append(found, All(c)...)
	found = slices.DeleteFunc(found, func(f diag.Finding) bool { return f.Severity != diag.Error })
	if got := printed(t, found); got != "" {
		t.Error(got)
	}
}

// TestEnough demands that a mistake repeated a thousand times doesn't drown the rest.
func TestEnough(t *testing.T) {
	fsys := siteOf(archive(t, "grund"))
	fsys["data/2023/simba.toml"] = file(strings.Repeat("[[aktivitet]]\nvad = \"Möte\"\nmal = \"okant\"\n", 1000))
	c, _ := loaded(t, fsys)
	if n := All(c).Count(diag.Error); n != enough+1 {
		t.Errorf("%d findings", n)
	}
}

// TestAmountWithUnit demands one finding for an amount that is written with its unit: the
// loader's, which says where the unit belongs.
func TestAmountWithUnit(t *testing.T) {
	for written, unit := range map[string]string{`1 200 000 kr`: "kronor", `"1 200 000 kr"`: "kronor", `1200 tkr`: "tkr", `"1,5 tkr"`: "tkr"} {
		fsys := siteOf(archive(t, "grund"), archive(t, "budget-enhet_ok"))
		fsys["data/2023/simba.toml"] = file("[inlamning]\nstatus = \"utkast\"\nkalla = \"Budget\"\n[[budget]]\npost = \"Lokaler\"\nbelopp = " + written + "\n")
		c, found := loaded(t, fsys)
		found = append(found, All(c)...)
		found = slices.DeleteFunc(found, func(f diag.Finding) bool { return f.Severity == diag.Advice })
		if len(found) != 1 || !strings.Contains(found[0].Hint, "enhet = \""+unit+"\"") {
			t.Errorf("belopp = %s:\n%s", written, printed(t, found))
		}
	}
}
