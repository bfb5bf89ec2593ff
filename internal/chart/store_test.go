package chart

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// Whatever happens to the entries, the drawings come out the same, and the entries are made good again.
func TestDamagedCache(t *testing.T) {
	notShort(t)
	damages := map[string]func(path string, data []byte) error{
		"cut":     func(path string, data []byte) error { return os.WriteFile(path, data[:len(data)/2], 0o600) },
		"emptied": func(path string, _ []byte) error { return os.WriteFile(path, nil, 0o600) },
		"flipped": func(path string, data []byte) error { data[len(data)/2] ^= 1; return os.WriteFile(path, data, 0o600) },
		"removed": func(path string, _ []byte) error { return os.Remove(path) },
		"folder": func(path string, _ []byte) error {
			if err := os.Remove(path); err != nil {
				return err
			}
			return os.Mkdir(path, 0o700)
		},
	}
	folder := t.TempDir()
	want := mustRender(t, testRenderer(t, Config{CacheDir: folder}), sampleTrend("trend"))[0].Markup
	for name, damage := range damages {
		t.Run(name, func(t *testing.T) {
			for _, path := range entries(t, folder) {
				data, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				if err := damage(path, data); err != nil {
					t.Fatal(err)
				}
			}
			got := mustRender(t, testRenderer(t, Config{CacheDir: folder}), sampleTrend("trend"))[0].Markup
			if got != want {
				t.Errorf("got another drawing:\n%s", got)
			}
			clearFolders(t, folder)
		})
	}
	drawn := 0
	r := testRenderer(t, Config{CacheDir: folder, Progress: func(done, _ int) { drawn = done }})
	mustRender(t, r, sampleTrend("trend"))
	mustRender(t, r, sampleTrend("trend"))
	if drawn > 1 {
		t.Errorf("drew %d times", drawn)
	}
}

// entries are the cache's files: the drawing and the bytecode.
func entries(t *testing.T, folder string) (paths []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && filepath.Dir(path) != folder {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

// clearFolders removes the empty folders that stand where entries should.
func clearFolders(t *testing.T, folder string) {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range found {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			_ = os.Remove(path)
		}
	}
}

// The cache is filled, and leaves no half-written files behind.
func TestCacheIsFilled(t *testing.T) {
	notShort(t)
	folder := t.TempDir()
	mustRender(t, testRenderer(t, Config{CacheDir: folder}), sampleTrend("trend"), sampleDots("prickar"))
	if found := entries(t, folder); len(found) != 3 {
		t.Errorf("want two drawings and the bytecode, got %q", found)
	}
}

func TestUnwritableCache(t *testing.T) {
	notShort(t)
	file := filepath.Join(t.TempDir(), "fil")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	mustRender(t, testRenderer(t, Config{CacheDir: filepath.Join(file, "under")}), sampleDots("prickar"))
}

// A build that draws goes through the folder.
func TestBuildPrunes(t *testing.T) {
	notShort(t)
	folder := t.TempDir()
	old := filepath.Join(folder, "ab", ".ny-1")
	if err := os.Mkdir(filepath.Dir(old), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(old, []byte("halv"), 0o600); err != nil {
		t.Fatal(err)
	}
	age := time.Now().Add(-2 * time.Hour)
	if err := os.Chtimes(old, age, age); err != nil {
		t.Fatal(err)
	}
	mustRender(t, testRenderer(t, Config{CacheDir: folder}), sampleDots("prickar"))
	if _, err := os.Stat(old); err == nil {
		t.Error("what a killed build left is still there")
	}
}
