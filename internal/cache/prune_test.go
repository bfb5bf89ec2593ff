package cache

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestPrune(t *testing.T) {
	now := time.Now()
	s := Store(t.TempDir())
	put := func(name string, age time.Duration, size int64) string {
		t.Helper()
		path := s.path(fmt.Sprintf("%-64s", name)) // as long as a key
		if name[0] == '.' {
			path = filepath.Join(string(s), "ab", name)
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(path, size); err != nil { // a hole: takes no room on the disk
			t.Fatal(err)
		}
		if err := os.Chtimes(path, now.Add(-age), now.Add(-age)); err != nil {
			t.Fatal(err)
		}
		return path
	}
	const day = 24 * time.Hour
	files := map[string]bool{ // whether they are kept
		put("ny", time.Hour, 1000):           true,
		put("sliten", 89*day, 1000):          true,
		put("gammal", 91*day, 1000):          false,
		put(".ny-pagar", time.Minute, 10):    true,
		put(".ny-avbruten", 2*time.Hour, 10): false,
		put("stor-ung", day, keepBytes-5000): true,
		put("stor-gammal", 89*day+1, 5000):   false,
	}
	s.Prune(now)
	for path, kept := range files {
		if _, err := os.Stat(path); (err == nil) != kept {
			t.Errorf("%s: kept %v, want %v", filepath.Base(path), err == nil, kept)
		}
	}
	old := put("senare", 91*day, 10)
	s.Prune(now.Add(23 * time.Hour))
	if _, err := os.Stat(old); err != nil {
		t.Error("the folder is gone through twice within a day")
	}
	s.Prune(now.Add(25 * time.Hour))
	if _, err := os.Stat(old); err == nil {
		t.Error("the folder isn't gone through the next day")
	}
}

// What is used stays: reading an entry makes it young.
func TestUseKeepsEntries(t *testing.T) {
	s := Store(t.TempDir())
	key := Digest([]byte("a"))
	s.Put(key, []byte("teckning"))
	old := time.Now().Add(-80 * 24 * time.Hour)
	if err := os.Chtimes(s.path(key), old, old); err != nil {
		t.Fatal(err)
	}
	if _, ok := s.Get(key); !ok {
		t.Fatal("the entry is lost")
	}
	s.Prune(time.Now().Add(20 * 24 * time.Hour))
	if _, ok := s.Get(key); !ok {
		t.Error("an entry used lately is removed")
	}
}
