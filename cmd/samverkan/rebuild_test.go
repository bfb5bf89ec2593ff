package main

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"samverkan/layouts"
)

// fiction writes the fictional county of that size.
func fiction(t testing.TB, delregioner, years int) string {
	t.Helper()
	if _, ok := layouts.ECharts(); !ok {
		t.Skip("built without ECharts")
	}
	dir := filepath.Join(t.TempDir(), "webb")
	var out, wrong bytes.Buffer
	if code := run([]string{"demo", dir, "--delregioner", strconv.Itoa(delregioner), "--ar", strconv.Itoa(years), "--indikatorer", "10"}, nil, &out, &wrong); code != exitFine {
		t.Fatal(wrong.String())
	}
	return dir
}

// edits are what people do to their files while the site is shown.
var edits = []struct {
	name string
	do   func(t testing.TB, dir string, dice *rand.Rand)
}{
	{"a figure", func(t testing.TB, dir string, dice *rand.Rand) {
		edit(t, oneOf(t, dice, dir, "data/2*/*.toml"), func(text string) string {
			all := regexp.MustCompile(`(?m)^taljare = \d+`).FindAllStringIndex(text, -1)
			if len(all) == 0 {
				return text + "\n"
			}
			at := all[dice.IntN(len(all))]
			return text[:at[0]] + "taljare = " + strconv.Itoa(1+dice.IntN(60)) + text[at[1]:]
		})
	}},
	{"a line more", func(t testing.TB, dir string, dice *rand.Rand) {
		edit(t, oneOf(t, dice, dir, "data/2*/*.toml"), func(text string) string { return "# en rad till\n" + text })
	}},
	{"a text", func(t testing.TB, dir string, dice *rand.Rand) {
		edit(t, oneOf(t, dice, dir, "content/2*/*.md"), func(text string) string {
			return text + fmt.Sprintf("\n## Tillägg %d\n\nEtt stycke till.\n", dice.IntN(1000))
		})
	}},
	{"a submission taken away and put back", func(t testing.TB, dir string, dice *rand.Rand) {
		name := filepath.Join(dir, "borta")
		if data, err := os.ReadFile(name); err == nil {
			back, text, _ := strings.Cut(string(data), "\n")
			edit(t, filepath.Join(dir, back), func(string) string { return text })
			_ = os.Remove(name)
			return
		}
		from := oneOf(t, dice, dir, "data/2*/*.toml")
		data, _ := os.ReadFile(from)
		rel, _ := filepath.Rel(dir, from)
		edit(t, name, func(string) string { return rel + "\n" + string(data) })
		_ = os.Remove(from)
	}},
	{"the catalogue", func(t testing.TB, dir string, dice *rand.Rand) {
		edit(t, filepath.Join(dir, "data/katalog.toml"), func(text string) string {
			return strings.Replace(text, "namn = \"", fmt.Sprintf("namn = \"%d ", dice.IntN(9)), 1)
		})
	}},
	{"the site", func(t testing.TB, dir string, dice *rand.Rand) {
		edit(t, filepath.Join(dir, "data/samverkan.toml"), func(text string) string {
			return regexp.MustCompile(`(?m)^titel = "`).ReplaceAllString(text, fmt.Sprintf("titel = \"%d ", dice.IntN(9)))
		})
	}},
	{"a template", func(t testing.TB, dir string, dice *rand.Rand) {
		edit(t, filepath.Join(dir, "layouts/notfound/page.html"), func(string) string {
			return fmt.Sprintf(`{{define "innehall"}}<p>Sidan finns inte, för %d:e gången.</p>{{end}}`, dice.IntN(1000))
		})
	}},
}

func oneOf(t testing.TB, dice *rand.Rand, dir, pattern string) string {
	t.Helper()
	names, _ := filepath.Glob(filepath.Join(dir, pattern))
	if len(names) == 0 {
		t.Fatal("nothing is called " + pattern)
	}
	return names[dice.IntN(len(names))]
}

func edit(t testing.TB, name string, change func(string) string) {
	t.Helper()
	before, _ := os.ReadFile(name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(change(string(before))), 0o644); err != nil {
		t.Fatal(err)
	}
}

// built makes the whole site with the workshop: its files by path, and its findings.
func built(t *testing.T, w *workshop) (files map[string]string, told []string) {
	t.Helper()
	county, findings, err := w.read()
	if err != nil {
		t.Fatal(err)
	}
	files = map[string]string{}
	if !findings.HasErrors() {
		s, more, err := w.prepare(county)
		if err != nil {
			t.Fatal(err)
		}
		findings = append(findings, more...)
		if s != nil {
			all, more, err := s.kept(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			findings = append(findings, more...)
			for _, f := range all {
				files[f.Path] = string(f.Data)
			}
		}
	}
	for _, f := range findings {
		told = append(told, f.Pos.String()+f.Code+f.Message)
	}
	return files, told
}

// However the files are edited, what the preview keeps from one build to the next makes no
// difference: the site and its findings are those of a fresh build, byte for byte.
func TestRebuildIsAFreshBuild(t *testing.T) {
	dir := fiction(t, 2, 3)
	kept, err := newWorkshop(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer kept.close()
	dice := rand.New(rand.NewPCG(5, 8))
	built(t, kept)
	whole := 0
	for n := range 2 * len(edits) {
		e := edits[n%len(edits)]
		e.do(t, dir, dice)
		fresh, err := newWorkshop(dir, nil)
		if err != nil {
			t.Fatal(err)
		}
		files, told := built(t, kept)
		wanted, wantedTold := built(t, fresh)
		fresh.close()
		if !slices.Equal(told, wantedTold) {
			t.Fatalf("after %s: found\n%s\nbut a fresh build\n%s", e.name, strings.Join(told, "\n"), strings.Join(wantedTold, "\n"))
		}
		if len(files) != len(wanted) {
			t.Fatalf("after %s: %d files, a fresh build has %d", e.name, len(files), len(wanted))
		}
		for path := range wanted {
			if files[path] != wanted[path] {
				t.Fatalf("after %s: %s isn't that of a fresh build", e.name, path)
			}
		}
		if len(files) > 0 {
			whole++
		}
	}
	if whole < len(edits) {
		t.Errorf("only %d of the edits left a site to compare", whole)
	}
}

// A county with 30 delregioner and ten years: how long it takes from when a submission has
// been saved until the page that shows it has been made, and what of that each stage takes.
// The page is the delregion's own; one figure is new each time, so charts are drawn too.
func BenchmarkRebuild(b *testing.B) {
	dir := fiction(b, 30, 10)
	for _, year := range []string{"2025", "2016"} {
		b.Run(year, func(b *testing.B) {
			w, err := newWorkshop(dir, nil)
			if err != nil {
				b.Fatal(err)
			}
			defer w.close()
			names, _ := filepath.Glob(filepath.Join(dir, "data", year, "*.toml"))
			name := names[0]
			page := year + "/" + strings.TrimSuffix(filepath.Base(name), ".toml") + "/index.html"
			spent := map[string]time.Duration{}
			var last time.Time
			lap := func(stage string) {
				spent[stage] += time.Since(last)
				last = time.Now()
			}
			rebuild := func() {
				last = time.Now()
				county, _, err := w.read()
				if err != nil {
					b.Fatal(err)
				}
				lap("read")
				s, _, err := w.prepare(county)
				if err != nil || s == nil {
					b.Fatal(err)
				}
				lap("prepare")
				if _, _, err := s.file(page); err != nil {
					b.Fatal(err)
				}
				lap("page")
			}
			rebuild()
			clear(spent)
			n := 0
			b.ResetTimer()
			for b.Loop() {
				n++
				edit(b, name, func(text string) string {
					at := regexp.MustCompile(`(?m)^taljare = \d+`).FindStringIndex(text)
					return text[:at[0]] + "taljare = " + strconv.Itoa(40+n%50) + text[at[1]:]
				})
				rebuild()
			}
			for _, stage := range []string{"read", "prepare", "page"} {
				b.ReportMetric(float64(spent[stage].Microseconds())/1000/float64(b.N), stage+"-ms")
			}
		})
	}
}
