package chart

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"samverkan/internal/compare"
)

// What the same program has made of the same table is neither drawn nor laid out again: not even what lays it out is asked.
func TestRecall(t *testing.T) {
	folder := t.TempDir()
	tables := func() []*compare.Table {
		high := barsTable(300) // too high to be drawn
		high.ID = "hog"
		return []*compare.Table{barsTable(6), high}
	}
	first, err := renderTables(context.Background(), testRenderer(t, Config{CacheDir: folder}), tables())
	if err != nil {
		t.Fatal(err)
	}
	defer replaceKind(compare.Bars, func(*compare.Table, float64) *sheet { panic("det är redan gjort") })()
	second, err := renderTables(context.Background(), testRenderer(t, Config{CacheDir: folder}), tables())
	if err != nil {
		t.Fatal(err)
	}
	for i, table := range tables() {
		was, drawn, _ := first.Drawings(table)
		is, again, _ := second.Drawings(table)
		if drawn != (i == 0) || again != drawn || !same(was, is) {
			t.Errorf("%s: drawn %v, %v, the same %v", table.ID, drawn, again, same(was, is))
		}
	}
}

// Another program, another table however like, another bundle: nothing of that is taken for the same.
func TestRecallNothingElse(t *testing.T) {
	folder := t.TempDir()
	r := testRenderer(t, Config{CacheDir: folder})
	r.remember(barsTable(3), pair{{Width: 1, Height: 2, Markup: "<svg/>"}, {Width: 3, Height: 4, Markup: "<svg></svg>"}})
	if got, known := r.recall(barsTable(3)); !known || got[0].Markup != "<svg/>" || got[1].Markup != "<svg></svg>" || got[1].Height != 4 {
		t.Fatalf("known %v: %+v", known, got)
	}
	note, figure, target := barsTable(3), barsTable(3), barsTable(3)
	note.Rows[1].Cells[0].Note = "En reservation."
	figure.Rows[2].Cells[0].Number++
	target.Target = &compare.Target{Number: 80}
	for i, other := range []*compare.Table{note, figure, target} {
		if _, known := r.recall(other); known {
			t.Errorf("table %d is taken for another", i)
		}
	}
	for name, change := range map[string]func(*Renderer){
		"another program":    func(r *Renderer) { r.program = "a/b/c/d" },
		"an unknown program": func(r *Renderer) { r.program = "" },
		"another bundle":     func(r *Renderer) { r.environment = "0" },
		"no cache":           func(r *Renderer) { r.cache = "" },
	} {
		other := testRenderer(t, Config{CacheDir: folder})
		change(other)
		if _, known := other.recall(barsTable(3)); known {
			t.Errorf("%s takes what another made", name)
		}
	}
}

// A program that doesn't know itself keeps nothing that another could take for its own.
func TestUnknownProgramKeepsNothing(t *testing.T) {
	folder := t.TempDir()
	r := testRenderer(t, Config{CacheDir: folder})
	r.program = ""
	r.remember(barsTable(3), pair{})
	if found := entries(t, folder); len(found) > 0 {
		t.Errorf("it kept %q", found)
	}
}

// Every table can be a key: it is plain data.
func TestEveryTableHasAKey(t *testing.T) {
	r := testRenderer(t, Config{})
	for name, specimen := range specimens() {
		if key := r.tableKey(specimen(6)); len(key) != 64 {
			t.Errorf("%s: %q", name, key)
		}
	}
	full := reflect.New(reflect.TypeFor[compare.Table]()).Elem()
	fillAll(full)
	r.tableKey(full.Addr().Interface().(*compare.Table))
}

// fillAll gives every pointer something to point at and every slice an element, so that all types are reached.
func fillAll(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillAll(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fillAll(v.Index(0))
	case reflect.Struct:
		for i := range v.NumField() {
			fillAll(v.Field(i))
		}
	}
}

// A damaged entry is noticed, and made good.
func TestDamagedRecall(t *testing.T) {
	notShort(t)
	folder := t.TempDir()
	r := testRenderer(t, Config{CacheDir: folder})
	table := barsTable(6)
	want, err := renderTables(context.Background(), r, []*compare.Table{table})
	if err != nil {
		t.Fatal(err)
	}
	key := r.tableKey(table)
	path := filepath.Join(folder, key[:2], key[2:])
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 1
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, known := r.recall(table); known {
		t.Fatal("the damage isn't noticed")
	}
	got, err := renderTables(context.Background(), r, []*compare.Table{table})
	if err != nil {
		t.Fatal(err)
	}
	was, _, _ := want.Drawings(table)
	is, _, _ := got.Drawings(table)
	if _, known := r.recall(table); !same(was, is) || !known {
		t.Errorf("the same: %v; made good: %v", same(was, is), known)
	}
}

// replaceKind lets a kind be laid out by another function until the result is called.
func replaceKind(k compare.ChartKind, by func(*compare.Table, float64) *sheet) (restore func()) {
	was := kinds[k]
	kinds[k] = by
	return func() { kinds[k] = was }
}

// same tells whether two pairs are the same, in a page and as files.
func same(a, b pair) bool {
	for i := range a {
		if !bytes.Equal(a[i].Standalone(), b[i].Standalone()) {
			return false
		}
		a[i].alone, b[i].alone = "", ""
	}
	return a == b
}
