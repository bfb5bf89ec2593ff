package cache

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// What was put is got, and what has been damaged, in whatever way, counts as missing until it is put again.
func TestDamage(t *testing.T) {
	content := []byte(strings.Repeat("teckning ", 1000))
	key, other := Digest([]byte("a")), Digest([]byte("b"))
	for name, damage := range map[string]func(data []byte) []byte{
		"cut":             func(data []byte) []byte { return data[:len(data)-1] },
		"grown":           func(data []byte) []byte { return append(data, 0) },
		"flipped":         func(data []byte) []byte { data[len(data)-1] ^= 1; return data },
		"sum flipped":     func(data []byte) []byte { data[0] ^= 1; return data },
		"emptied":         func([]byte) []byte { return nil },
		"another's":       func([]byte) []byte { return entry(t, other, content) },
		"less than a sum": func(data []byte) []byte { return data[:20] },
	} {
		s := Store(t.TempDir())
		s.Put(key, content)
		if got, ok := s.Get(key); !ok || !bytes.Equal(got, content) {
			t.Fatalf("%v: got %d bytes", ok, len(got))
		}
		if err := os.WriteFile(s.path(key), damage(entry(t, key, content)), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, ok := s.Get(key); ok {
			t.Errorf("%s: the damage isn't noticed", name)
		}
		s.Put(key, content)
		if got, ok := s.Get(key); !ok || !bytes.Equal(got, content) {
			t.Errorf("%s: it isn't made good", name)
		}
	}
}

// entry is a file as Put writes it.
func entry(t *testing.T, key string, content []byte) []byte {
	t.Helper()
	s := Store(t.TempDir())
	s.Put(key, content)
	data, err := os.ReadFile(s.path(key))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestEmptyEntry(t *testing.T) {
	s, key := Store(t.TempDir()), Digest()
	s.Put(key, nil)
	if got, ok := s.Get(key); !ok || len(got) > 0 {
		t.Errorf("%v, %q", ok, got)
	}
	if _, ok := Store("").Get(key); ok {
		t.Error("no store has it")
	}
}

// Builds that put the same at the same time leave a whole entry and nothing else, and whoever gets it meanwhile gets it whole
// or, on some systems, not at all.
func TestPutAtTheSameTime(t *testing.T) {
	s, key, content := Store(t.TempDir()), Digest([]byte("a")), bytes.Repeat([]byte("x"), 100_000)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				s.Put(key, content)
				if got, ok := s.Get(key); ok && !bytes.Equal(got, content) {
					t.Errorf("got %d bytes", len(got))
				}
			}
		})
	}
	group.Wait()
	if _, ok := s.Get(key); !ok {
		t.Error("there is none")
	}
	if left, err := filepath.Glob(filepath.Join(string(s), "*", "*")); err != nil || len(left) != 1 {
		t.Errorf("%q, %v", left, err)
	}
}
