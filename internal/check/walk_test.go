package check

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"samverkan/internal/load"
	"samverkan/internal/report"
)

// fill sets everything in v that a person can write: every string to a text of its
// own, every slice to one item. It notes the texts.
func fill(v reflect.Value, path string, texts map[string]bool) {
	switch {
	case v.Type() == nodeType, v.Type() == posType:
	case v.Kind() == reflect.String && v.CanSet():
		v.SetString("text:" + path)
		if v.Type() == reflect.TypeFor[string]() {
			texts[v.String()] = true
		}
	case v.Kind() == reflect.Pointer && v.Type().Elem().Kind() == reflect.Struct:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), path, texts)
	case v.Kind() == reflect.Slice && v.CanSet():
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), path, texts)
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && !isBookkeeping(f) {
				fill(v.Field(i), path+"."+f.Name, texts)
			}
		}
	}
}

// TestWalkReachesAll demands that the walk meets every text that the domain's types
// can hold, so that a form added tomorrow is searched for identity numbers too.
func TestWalkReachesAll(t *testing.T) {
	texts := map[string]bool{}
	var c report.County
	fill(reflect.ValueOf(&c).Elem(), "County", texts)
	s := newSite(&c, Options{}, nil)
	met := map[string]bool{}
	s.eachText(func(t text) { met[t.value] = true })
	for text := range texts {
		if !met[text] {
			t.Errorf("%s is never looked at", text)
		}
	}
	if len(texts) < 100 {
		t.Errorf("only %d texts: is fill still right?", len(texts))
	}
}

// TestWalkPositions demands that a text is found where it stands, however deep.
func TestWalkPositions(t *testing.T) {
	fsys := siteOf(archive(t, "grund"))
	fsys["data/2023/simba.toml"] = file(`[organisation]
  styrgrupp = "A"
[[delprojekt]]
nr = 13
uppfoljning = [{ datum = 2020-10-01, resultat = "B" }]
[delprojekt.checklista]
vagval = "C"
[indikator.trygg-overgang]
varde = { varde = 17.5, kommentar = "D" }
[indikator.trygg-overgang.kommun]
"E" = 3
[[aktivitet]]
nar = "Våren 2023"
fardplan = ["proaktiv",
  "F"]
`)
	c, _ := loaded(t, fsys)
	want := map[string]string{"A": "2:15", "B": "5:49", "C": "7:10", "D": "9:9", "E": "11:1", "Våren 2023": "13:7", "F": "15:3"}
	within(newSite(c, Options{}, nil), c.Submissions[0], func(text string, l leaf) {
		if place, ok := want[text]; ok {
			if got := fmt.Sprintf("%d:%d", l.pos.Line, l.pos.Col); got != place {
				t.Errorf("%s is found at %s, stands at %s", text, got, place)
			}
			delete(want, text)
		}
	})
	if len(want) > 0 {
		t.Errorf("never met: %v", want)
	}
}

// FuzzAll demands that whatever stands in a submission and its text, the check ends,
// and every finding has a place, a message and a hint.
func FuzzAll(f *testing.F) {
	for _, rule := range Rules() {
		f.Add(rule.Wrong, rule.Wrong)
		f.Add(rule.Right, rule.Right)
	}
	f.Fuzz(func(t *testing.T, data, body string) {
		fsys := siteOf(archive(t, "grund"))
		fsys["data/2023/simba.toml"] = file(data)
		fsys["content/2023/simba.md"] = file(body)
		c, _, err := load.Site(fsys)
		if err != nil {
			t.Fatal(err)
		}
		for _, finding := range AllAt(c, Options{Today: today}) {
			if finding.Pos.File == "" || finding.Message == "" || finding.Hint == "" || finding.Code == "" {
				t.Errorf("%+v", finding)
			}
		}
		Progress(c, 2023)
	})
}

// BenchmarkAll checks a large county: thirty delregioner, ten years, three hundred
// lines each.
func BenchmarkAll(b *testing.B) {
	fsys := siteOf(archive(b, "grund"))
	seeded := siteOf(archive(b, "x-seeded"))
	register := ""
	for i := range 30 {
		register += fmt.Sprintf("[d%d]\nnamn = \"D%d\"\nkommuner = [\"Kommun %d\"]\n", i, i, i)
		for year := 2014; year < 2024; year++ {
			fsys[fmt.Sprintf("data/%d/d%d.toml", year, i)] = seeded["data/2023/simba.toml"]
			fsys[fmt.Sprintf("content/%d/d%d.md", year, i)] = seeded["content/2023/simba.md"]
		}
	}
	fsys["data/delregioner.toml"] = file(register)
	c, _, err := load.Site(fsys)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		All(c)
	}
}

// TestDeterministic demands the same findings in the same order every time.
func TestDeterministic(t *testing.T) {
	c, _ := loaded(t, siteOf(archive(t, "grund"), archive(t, "x-seeded")))
	first := All(c)
	for range 5 {
		if again := All(c); !reflect.DeepEqual(first, again) {
			t.Fatal("the findings differ from run to run")
		}
	}
	sorted := slices.Clone(first)
	sorted.Sort()
	if !reflect.DeepEqual(first, sorted) {
		t.Error("not sorted")
	}
}
