package publish

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"testing"
)

// synced is what is synced while a site with many files is published to dir: the disk as a whole,
// how many times, and files by themselves.
func synced(t *testing.T, dir string, files []File, disk func(string) error) (whole int, single []string) {
	t.Helper()
	defer func(d, f func(string) error) { wholeDisk, oneFile = d, f }(wholeDisk, oneFile)
	var mu sync.Mutex
	wholeDisk = func(folder string) error {
		whole++
		return disk(folder)
	}
	var staging string
	oneFile = func(name string) error {
		mu.Lock()
		defer mu.Unlock()
		rel, err := filepath.Rel(staging, name)
		single = append(single, filepath.ToSlash(rel))
		return errors.Join(err, syncFile(name))
	}
	p, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	for _, f := range files {
		if err := p.Put(f.Path, f.Data); err != nil {
			t.Fatal(err)
		}
	}
	staging = p.staging
	if err := p.Commit(); err != nil {
		t.Fatal(err)
	}
	slices.Sort(single)
	return whole, single
}

// Many files are synced with the whole disk where that can be trusted, else one by one; so are
// those that are brought along as copies.
func TestSync(t *testing.T) {
	defer func(old func(a, b string) error) { link = old }(link)
	dir := filepath.Join(t.TempDir(), "public")
	write(t, dir, first)
	if err := os.Mkdir(filepath.Join(dir, ".well-known"), 0o755); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, ".well-known", "security.txt"), "s")
	version := func(n int) ([]File, map[string]string) {
		var files []File
		all := map[string]string{".well-known/security.txt": "s"}
		for i := range manyFiles + 10 {
			path := fmt.Sprintf("%d/%d.html", i%3, i)
			files = append(files, File{path, fmt.Append(nil, n, i)})
			all[path] = fmt.Sprint(n, i)
		}
		return files, all
	}
	files, all := version(1)
	if whole, single := synced(t, dir, files, func(string) error { return nil }); whole != 1 || len(single) > 0 {
		t.Errorf("the disk is synced %d times, and %v", whole, single)
	}
	want(t, dir, all)

	link = func(string, string) error { return errors.ErrUnsupported }
	files, all = version(2)
	whole, single := synced(t, dir, files, func(string) error { return errors.ErrUnsupported })
	wanted := append(slices.Collect(maps.Keys(all)), Manifest)
	if slices.Sort(wanted); whole != 1 || !slices.Equal(single, wanted) {
		t.Errorf("the disk is synced %d times, and %v, not %v", whole, single, wanted)
	}
	want(t, dir, all)
}

// A kind of disk that isn't known to keep the promise isn't synced whole.
func TestSyncDisk(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux syncs one disk")
	}
	if err := syncDisk("/proc"); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("got %v", err)
	}
}

// A file that may only be read is synced, and may only be read afterwards.
func TestSyncReadOnly(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a")
	put(t, name, "a")
	if err := os.Chmod(name, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := syncFile(name); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o444 {
		t.Error(info.Mode(), err)
	}
}

// Nobody looks into a site that is being written who couldn't look into the one before.
func TestPrivate(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows knows no such permissions")
	}
	dir := filepath.Join(t.TempDir(), "public")
	write(t, dir, first)
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	p, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if err := p.Put("index.html", []byte("nytt")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(p.staging); err != nil || info.Mode().Perm() != 0o700 {
		t.Error(info.Mode(), err)
	}
}
