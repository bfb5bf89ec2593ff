package demo

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"samverkan/internal/check"
	"samverkan/internal/diag"
	"samverkan/internal/load"
	"samverkan/internal/report"
)

// read loads and checks a site, and fails at whatever is more than a warning.
func read(t *testing.T, o Options) (*report.County, diag.List) {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, f := range Files(o) {
		if fsys[f.Path] != nil {
			t.Fatalf("%s is written twice", f.Path)
		}
		fsys[f.Path] = &fstest.MapFile{Data: f.Data, Mode: 0o644}
	}
	county, findings, err := load.Site(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if len(findings) > 0 {
		t.Fatalf("%+v: the loader has %d findings, the first: %+v", o, len(findings), findings[0])
	}
	return county, check.All(county)
}

func TestSameBytes(t *testing.T) {
	first, second := Files(Options{}), Files(Options{Delregioner: 6, Years: 4, Indicators: 12, Seed: DefaultSeed})
	if !slices.EqualFunc(first, second, func(a, b File) bool { return a.Path == b.Path && bytes.Equal(a.Data, b.Data) }) {
		t.Error("the same options give different files")
	}
	other := Files(Options{Seed: 2})
	if slices.EqualFunc(first, other, func(a, b File) bool { return bytes.Equal(a.Data, b.Data) }) {
		t.Error("another seed gives the same files")
	}
}

// A figure keeps its value when something else is added.
func TestGrowthLeavesFiguresAlone(t *testing.T) {
	small, large := Files(Options{}), Files(Options{Delregioner: 9})
	for _, f := range small {
		if f.Path == "data/delregioner.toml" || strings.HasSuffix(f.Path, "lan.toml") {
			continue // these grow with the county
		}
		i := slices.IndexFunc(large, func(l File) bool { return l.Path == f.Path })
		if i < 0 || !bytes.Equal(large[i].Data, f.Data) {
			t.Errorf("%s changes when delregioner are added", f.Path)
		}
	}
}

// Every size passes check without errors; the warnings are those that are meant.
func TestPassesCheck(t *testing.T) {
	sizes := []Options{
		{}, {Seed: 2}, {Seed: 3}, {Seed: 1 << 63},
		{Delregioner: 2, Years: 1, Indicators: 10}, {Delregioner: 2, Years: 2}, {Years: 3}, {Years: 5},
		{Delregioner: 40, Years: 2, Indicators: 60}, {Delregioner: 7, Years: 12, Indicators: 13},
	}
	for _, o := range sizes {
		_, findings := read(t, o)
		for _, f := range findings {
			switch {
			case f.Severity == diag.Warning && slices.Contains(warned, f.Code):
			default:
				t.Errorf("%+v: %v: %s: %s [%s]", o, f.Pos, f.Severity, f.Message, f.Code)
			}
		}
	}
}

// The warnings of the demonstration are there, once each.
func TestWarns(t *testing.T) {
	for _, o := range []Options{{}, {Delregioner: 13}} {
		_, findings := read(t, o)
		var codes []string
		for _, f := range findings {
			codes = append(codes, f.Code)
		}
		slices.Sort(codes)
		want := slices.Sorted(slices.Values(warned))
		if !slices.Equal(codes, want) {
			t.Errorf("%+v: findings %v, want %v", o, codes, want)
		}
	}
}

func TestSizes(t *testing.T) {
	o := Options{Delregioner: 30, Years: 10, Indicators: 40}
	Files(o)
	county, findings := read(t, o)
	if n := len(findings); n != len(warned) {
		t.Errorf("%d findings", n)
	}
	if n := len(county.Delregioner); n != 30 {
		t.Errorf("%d delregioner", n)
	}
	if n := len(county.Years); n != 10 {
		t.Errorf("%d years", n)
	}
	if n := len(county.Catalogue.Indicators); n != 40 {
		t.Errorf("%d indicators", n)
	}
}

// Options outside the limits give the nearest.
func TestLimits(t *testing.T) {
	county, _ := read(t, Options{Delregioner: -3, Years: 99, Indicators: 1})
	if a, b, c := len(county.Delregioner), len(county.Years), len(county.Catalogue.Indicators); a != 2 || b != 12 || c != 10 {
		t.Errorf("%d delregioner, %d years, %d indicators", a, b, c)
	}
}
