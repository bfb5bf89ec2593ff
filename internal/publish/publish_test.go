package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"samverkan/internal/parallel"
)

// File is a file to publish.
type File struct {
	Path string
	Data []byte
}

// Write publishes files, each put by a goroutine of its own.
func Write(dir string, files []File) error {
	p, err := Open(dir)
	if err != nil {
		return err
	}
	defer p.Close()
	parallel.Each(len(files), func(i int) { p.Put(files[i].Path, files[i].Data) })
	return p.Commit()
}

// read gives every file of a directory, kept ones too.
func read(t *testing.T, dir string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(dir, p)
		data, err := os.ReadFile(p)
		got[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	delete(got, Manifest)
	return got
}

func want(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	if got := read(t, dir); !reflect.DeepEqual(got, files) {
		t.Errorf("%s holds %v, want %v", dir, got, files)
	}
}

// alone asserts that nothing is left beside dir.
func alone(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.Contains(e.Name(), ".samverkan-") {
			t.Errorf("left behind: %s", e.Name())
		}
	}
}

func put(t *testing.T, name, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

var (
	first  = []File{{"index.html", []byte("ett")}, {"2023/index.html", []byte("lika")}, {"bort/a.html", []byte("a")}}
	second = []File{{"index.html", []byte("två")}, {"2023/index.html", []byte("lika")}, {"ny/b.html", []byte("b")}}

	firstFiles  = map[string]string{"index.html": "ett", "2023/index.html": "lika", "bort/a.html": "a"}
	secondFiles = map[string]string{"index.html": "två", "2023/index.html": "lika", "ny/b.html": "b"}
)

func write(t *testing.T, dir string, files []File) {
	t.Helper()
	if err := Write(dir, files); err != nil {
		t.Fatal(err)
	}
	alone(t, dir)
}

// refuse asserts an error with the text and that the directory is as before.
func refuse(t *testing.T, dir string, files []File, text string) {
	t.Helper()
	before := read(t, dir)
	err := Write(dir, files)
	var e *Error
	if !errors.As(err, &e) || !strings.Contains(err.Error(), text) {
		t.Errorf("got %v, want an *Error with %q", err, text)
	}
	want(t, dir, before)
	alone(t, dir)
}

// bothWays runs a test with the system's exchange and without.
func bothWays(t *testing.T, test func(t *testing.T)) {
	t.Run("exchange", test)
	t.Run("two renames", func(t *testing.T) {
		defer func(old func(a, b string) error) { exchange = old }(exchange)
		exchange = func(string, string) error { return errNoExchange }
		test(t)
	})
}

func TestWrite(t *testing.T) {
	bothWays(t, func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "a", "public")
		write(t, dir, first)
		want(t, dir, firstFiles)
		write(t, dir, second)
		want(t, dir, secondFiles)
		write(t, dir, second)
		want(t, dir, secondFiles)
	})
}

func TestKeptFilesStay(t *testing.T) {
	bothWays(t, func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		put(t, filepath.Join(dir, ".gitignore"), "*")
		put(t, filepath.Join(dir, ".git/objects/x"), "o")
		put(t, filepath.Join(dir, "CNAME"), "exempel.se")
		put(t, filepath.Join(dir, "Thumbs.db"), "")
		for _, files := range [][]File{first, second} {
			write(t, dir, files)
			got := read(t, dir)
			if got[".gitignore"] != "*" || got[".git/objects/x"] != "o" || got["CNAME"] != "exempel.se" {
				t.Errorf("kept files: %v", got)
			}
		}
	})
}

func TestForeignFilesRefuse(t *testing.T) {
	t.Run("no manifest", func(t *testing.T) {
		dir := t.TempDir()
		put(t, filepath.Join(dir, "minnen.txt"), "m")
		refuse(t, dir, first, "inte har skrivit: minnen.txt")
	})
	t.Run("among ours", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		write(t, dir, first)
		for i := range 6 {
			put(t, filepath.Join(dir, "2023", fmt.Sprint(i)), "m")
		}
		refuse(t, dir, second, "inte har skrivit: 2023/0, 2023/1, 2023/2 och 3 till")
	})
	t.Run("hidden below the top", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		put(t, filepath.Join(dir, "a/.env"), "m")
		refuse(t, dir, second, "a/.env")
	})
	t.Run("foreign manifest", func(t *testing.T) {
		dir := t.TempDir()
		put(t, filepath.Join(dir, Manifest), "annat")
		refuse(t, dir, first, "inte skriven av samverkan")
	})
	t.Run("symbolic link", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		write(t, dir, first)
		if err := os.Symlink("index.html", filepath.Join(dir, "l")); err != nil {
			t.Skip(err)
		}
		refuse(t, dir, second, "skrivit: l")
	})
}

func TestPathsRefused(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	write(t, dir, first)
	for _, paths := range [][]string{
		{"../a"}, {"/a"}, {"a/../../b"}, {""}, {"."}, {"a//b"}, {`a\b`}, {"c:a"}, {"a\n"}, {"a?"}, {Manifest}, {"aux.html"}, {"x/NUL"}, {"a."}, {"a /b"},
		{"a", "a"}, {"a.html", "A.html"}, {"å", "A\u030a"}, {"b", "b/c"}, {"b/c", "b"}, {"b/c", "B/d"},
	} {
		var files []File
		for _, p := range paths {
			files = append(files, File{Path: p})
		}
		refuse(t, dir, files, "sökväg")
	}
}

// A file where a folder is needed stops the build at different places.
func TestFileInTheWay(t *testing.T) {
	base := t.TempDir()
	put(t, filepath.Join(base, "fil"), "f")
	for _, dir := range []string{"fil", "fil/public", "fil/a/public"} {
		var e *Error
		if err := Write(filepath.Join(base, dir), first); !errors.As(err, &e) {
			t.Errorf("%s: %v", dir, err)
		}
	}
	want(t, base, map[string]string{"fil": "f"})
}

func TestReadOnlyParent(t *testing.T) {
	if os.Getuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("whoever runs this may write anywhere")
	}
	dir := filepath.Join(t.TempDir(), "public")
	write(t, dir, first)
	_ = os.Chmod(filepath.Dir(dir), 0o555)
	defer func() { _ = os.Chmod(filepath.Dir(dir), 0o755) }()
	refuse(t, dir, second, "åtkomst nekad")
}

func TestPermissionsAndTimesStay(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no such permissions")
	}
	dir := filepath.Join(t.TempDir(), "public")
	write(t, dir, first)
	_ = os.Chmod(dir, 0o775)
	_ = os.Chmod(filepath.Join(dir, "index.html"), 0o664)
	long := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	_ = os.Chtimes(filepath.Join(dir, "2023/index.html"), long, long)
	write(t, dir, second)
	for name, mode := range map[string]fs.FileMode{"": 0o775, "index.html": 0o664} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%q: %v %v", name, info.Mode(), err)
		}
	}
	if info, _ := os.Stat(filepath.Join(dir, "2023/index.html")); !info.ModTime().Equal(long) {
		t.Errorf("an unchanged file got the time %v", info.ModTime())
	}
}

func TestSymlinkedDirectory(t *testing.T) {
	base := t.TempDir()
	real := filepath.Join(base, "verklig")
	if err := os.Mkdir(real, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("verklig", filepath.Join(base, "public")); err != nil {
		t.Skip(err)
	}
	write(t, filepath.Join(base, "public"), first)
	want(t, real, firstFiles)
}

func TestLeftoversAreCleaned(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	put(t, filepath.Join(filepath.Dir(dir), ".public.samverkan-ny-1/index.html"), "halv")
	put(t, filepath.Join(filepath.Dir(dir), ".public.samverkan-gammal-1/index.html"), "gammal")
	if err := Recover(dir); err != nil {
		t.Fatal(err)
	}
	want(t, dir, map[string]string{"index.html": "gammal"})
	alone(t, dir)
	put(t, filepath.Join(dir, Manifest), manifestHead+"index.html\n")
	put(t, filepath.Join(filepath.Dir(dir), ".public.samverkan-gammal-1/index.html"), "äldre")
	write(t, dir, first)
	want(t, dir, firstFiles)
}

// staged is dir with the second version written beside it, and not yet swapped in.
func staged(t *testing.T, dir string) *Publication {
	t.Helper()
	p, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range second {
		p.Put(f.Path, f.Data)
	}
	p.put(Manifest, manifest(p.names.files))
	if err := p.complete(); err != nil {
		t.Fatal(err)
	}
	return p
}

// A folder that couldn't be removed (on Windows, because a file in it is open) is in
// nobody's way, and isn't taken for the latest site.
func TestLeftoverThatStays(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	write(t, dir, first)
	p := staged(t, dir)
	put(t, filepath.Join(filepath.Dir(dir), ".public.samverkan-gammal-2/index.html"), "fastnade")
	if err := p.swapInTwo(p.staging); err != nil {
		t.Fatal(err)
	}
	p.close()
	want(t, dir, secondFiles)
	if err := os.RemoveAll(dir); err != nil { // as if the crash had come in between
		t.Fatal(err)
	}
	if err := Recover(dir); err != nil {
		t.Fatal(err)
	}
	want(t, dir, firstFiles)
	alone(t, dir)
}

// Recover is for those who only read, so where nothing is wrong it writes nothing.
func TestRecoverLeavesNoTrace(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "public")
	if err := Recover(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Dir(dir)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder was made: %v", err)
	}
}

// A file that turns up while the new site is written is not deleted.
func TestFileTurnsUp(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	write(t, dir, first)
	p, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range second {
		p.Put(f.Path, f.Data)
	}
	put(t, filepath.Join(dir, "ny.txt"), "x")
	if err := p.Commit(); err == nil || !strings.Contains(err.Error(), "ny.txt") {
		t.Errorf("got %v", err)
	}
	p.Close()
	after := map[string]string{"ny.txt": "x"}
	maps.Copy(after, firstFiles)
	want(t, dir, after)
	alone(t, dir)
}

func TestConcurrentWriters(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	write(t, dir, first)
	t.Run("second is told", func(t *testing.T) {
		p, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer p.Close()
		err = Write(dir, second)
		if !errors.Is(err, errLocked) || !strings.Contains(err.Error(), fmt.Sprintf("(process %d)", os.Getpid())) {
			t.Errorf("got %v", err)
		}
		want(t, dir, firstFiles)
	})
	t.Run("many", func(t *testing.T) {
		var wg sync.WaitGroup
		for i := range 8 {
			wg.Go(func() {
				for range 20 {
					files := [][]File{first, second}[i%2]
					if err := Write(dir, files); err != nil && !errors.Is(err, errLocked) {
						t.Error(err)
					}
				}
			})
		}
		wg.Wait()
		if got := read(t, dir); !reflect.DeepEqual(got, firstFiles) && !reflect.DeepEqual(got, secondFiles) {
			t.Errorf("a mixture: %v", got)
		}
		alone(t, dir)
	})
}
