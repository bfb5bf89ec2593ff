package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// identity tells a folder from one that has taken its place.
func identity(t *testing.T, dir string) fs.FileInfo {
	t.Helper()
	info, err := os.Stat(dir)
	if err != nil {
		t.Fatal(err)
	}
	return info
}

// A site that is the same in every file is left as it is: not even the folder is another.
func TestNothingChanged(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	put(t, filepath.Join(dir, ".well-known/security.txt"), "s")
	write(t, dir, first)
	before := identity(t, dir)
	write(t, dir, []File{first[2], first[0], first[1]}) // in any order
	if !os.SameFile(before, identity(t, dir)) {
		t.Error("the folder has been replaced")
	}
	write(t, dir, second)
	if os.SameFile(before, identity(t, dir)) {
		t.Error("the folder hasn't been replaced")
	}
}

// Whatever somebody has done to a published site, the next build makes it right.
func TestMended(t *testing.T) {
	for name, spoil := range map[string]func(dir string) error{
		"other bytes, same size and time": func(dir string) error {
			file := filepath.Join(dir, "index.html")
			info, err := os.Stat(file)
			if err != nil {
				return err
			}
			return errors.Join(os.WriteFile(file, []byte("ETT"), 0o644), os.Chtimes(file, info.ModTime(), info.ModTime()))
		},
		"longer": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "index.html"), []byte("ett till"), 0o644)
		},
		"gone":            func(dir string) error { return os.Remove(filepath.Join(dir, "bort/a.html")) },
		"a folder gone":   func(dir string) error { return os.RemoveAll(filepath.Join(dir, "bort")) },
		"an empty folder": func(dir string) error { return os.MkdirAll(filepath.Join(dir, "tom/mer"), 0o755) },
		"litter":          func(dir string) error { return os.WriteFile(filepath.Join(dir, "bort/.DS_Store"), nil, 0o644) },
		"no list of files": func(dir string) error {
			return errors.Join(os.Remove(filepath.Join(dir, Manifest)), os.Remove(filepath.Join(dir, "index.html")),
				os.RemoveAll(filepath.Join(dir, "bort")), os.RemoveAll(filepath.Join(dir, "2023")))
		},
		"a link to the same": func(dir string) error {
			file := filepath.Join(dir, "index.html")
			other := filepath.Join(filepath.Dir(dir), "annan")
			return errors.Join(os.WriteFile(other, []byte("ett"), 0o644), os.Remove(file), os.Symlink(other, file))
		},
		"a folder for a file": func(dir string) error {
			file := filepath.Join(dir, "index.html")
			return errors.Join(os.Remove(file), os.Mkdir(file, 0o755))
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			write(t, dir, first)
			if err := spoil(dir); err != nil {
				t.Skip(err)
			}
			write(t, dir, first)
			want(t, dir, firstFiles)
			err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
				if rel, _ := filepath.Rel(dir, p); e.IsDir() && strings.Contains("tom/mer", filepath.ToSlash(rel)) || !e.IsDir() && !e.Type().IsRegular() {
					t.Errorf("still there: %s", rel)
				}
				return err
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
}

// What somebody does to the site while the new one is made doesn't get into it.
func TestChangedMeanwhile(t *testing.T) {
	for name, files := range map[string][]File{"else unchanged": first, "among changes": second} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			write(t, dir, first)
			p, err := Open(dir)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range files {
				p.Put(f.Path, f.Data)
			}
			by := filepath.Join(dir, "2023/index.html")
			put(t, by, "hand")
			_ = os.Chtimes(by, time.Time{}, time.Now().Add(time.Hour))
			var e *Error
			if err := p.Commit(); !errors.As(err, &e) || !strings.Contains(e.Message, "2023/index.html") {
				t.Errorf("got %v", err)
			}
			p.Close()
			alone(t, dir)
			write(t, dir, files)
			if got := read(t, dir); got["2023/index.html"] != "lika" {
				t.Errorf("got %v", got)
			}
		})
	}
	t.Run("a kept file", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		write(t, dir, first)
		p, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer p.Close()
		for _, f := range second {
			p.Put(f.Path, f.Data)
		}
		put(t, filepath.Join(dir, ".htaccess"), "h")
		if err := p.Commit(); err != nil {
			t.Fatal(err)
		}
		if got := read(t, dir); got[".htaccess"] != "h" {
			t.Errorf("got %v", got)
		}
	})
}

// A build that comes to nothing leaves nothing, not even the folders that the site was to lie in.
func TestGivenUp(t *testing.T) {
	base := t.TempDir()
	dir := filepath.Join(base, "a", "b", "public")
	p, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	p.Put("index.html", []byte("ett"))
	outside := p.Put("../utanfor.html", nil)
	after := p.Put("2023/index.html", []byte("lika"))
	if err := p.Commit(); err == nil || outside == nil || outside.Error() != err.Error() || after == nil || after.Error() != err.Error() {
		t.Errorf("a path outside is published, or the error isn't told from then on: %v, %v, %v", outside, after, err)
	}
	p.Close()
	if entries, err := os.ReadDir(base); err != nil || len(entries) > 0 {
		t.Errorf("%v %v", entries, err)
	}
}

// Where files can't be linked, those that haven't changed are copied.
func TestWithoutLinks(t *testing.T) {
	defer func(old func(a, b string) error) { link = old }(link)
	link = func(string, string) error { return errors.ErrUnsupported }
	dir := filepath.Join(t.TempDir(), "public")
	write(t, dir, first)
	write(t, dir, second)
	want(t, dir, secondFiles)
}

// What was put may be overwritten as soon as Put returns.
func TestBufferIsFree(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	for range 2 {
		p, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		buffer := make([]byte, 3)
		for _, f := range second {
			n := copy(buffer, f.Data)
			p.Put(f.Path, buffer[:n])
			clear(buffer)
		}
		if err := p.Commit(); err != nil {
			t.Fatal(err)
		}
		p.Close()
		want(t, dir, map[string]string{"index.html": "två"[:3], "2023/index.html": "lik", "ny/b.html": "b"})
	}
}
