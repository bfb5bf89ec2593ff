//go:build linux

package main

import (
	"bytes"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
)

// survivor is a site in two versions, and what a build of each gives.
type survivor struct {
	program string
	dirs    [2]string // the versions' folders
	want    [2]map[string]string
	took    time.Duration // by one build
}

func newSurvivor(t *testing.T) *survivor {
	t.Helper()
	program, err := exec.LookPath("samverkan")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	archive, err := txtar.ParseFile("testdata/script/build_ok.txtar")
	if err != nil {
		t.Fatal(err)
	}
	s := &survivor{program: program}
	for i := range s.dirs {
		s.dirs[i] = t.TempDir()
		for _, f := range archive.Files {
			data := f.Data
			if i == 1 {
				data = bytes.Replace(data, []byte(`"Årsrapport"`), []byte(`"Den andra"`), 1)
			}
			name := filepath.Join(s.dirs[i], f.Name)
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		out := filepath.Join(t.TempDir(), "webb")
		s.build(t, i, out)
		start := time.Now()
		s.build(t, i, out)
		s.took = time.Since(start)
		s.want[i] = tree(t, out)
	}
	if maps.Equal(s.want[0], s.want[1]) {
		t.Fatal("both versions are the same")
	}
	return s
}

func (s *survivor) command(version int, out string) *exec.Cmd {
	return exec.Command(s.program, "build", "--site", s.dirs[version], "--out", out)
}

// build builds a version, and demands that it works and leaves nothing behind.
func (s *survivor) build(t *testing.T, version int, out string) {
	t.Helper()
	if said, err := s.command(version, out).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	alone(t, out)
}

// alone demands that nothing is left beside out.
func alone(t *testing.T, out string) {
	t.Helper()
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(out), ".*.samverkan-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// whole demands that out holds one version and nothing else.
func (s *survivor) whole(t *testing.T, out string) {
	t.Helper()
	if got := tree(t, out); !maps.Equal(got, s.want[0]) && !maps.Equal(got, s.want[1]) {
		t.Fatalf("%d files that are neither version", len(got))
	}
}

func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		files[strings.TrimPrefix(p, dir)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// A build that is killed or interrupted at a random moment leaves one whole site, no
// process, and nothing that the next build doesn't clean.
func TestBuildSurvivesSignals(t *testing.T) {
	s := newSurvivor(t)
	for name, c := range map[string]struct {
		signal os.Signal
		rounds int
	}{"kill -9": {syscall.SIGKILL, 30}, "Ctrl-C": {os.Interrupt, 15}} {
		t.Run(name, func(t *testing.T) {
			if testing.Short() {
				c.rounds = 5
			}
			out := filepath.Join(t.TempDir(), "webb")
			s.build(t, 0, out)
			for i := range c.rounds {
				cmd := s.command(i%2, out)
				cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				time.Sleep(rand.N(s.took + s.took/10))
				if c.signal == os.Interrupt {
					_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGINT) // as a terminal does
				} else {
					_ = cmd.Process.Kill()
				}
				_ = cmd.Wait()
				s.whole(t, out)
				if c.signal == os.Interrupt {
					alone(t, out)
				}
			}
			s.build(t, 1, out)
			s.noProcess(t)
		})
	}
}

// noProcess demands that every process that the builds started ends.
func (s *survivor) noProcess(t *testing.T) {
	t.Helper()
	var left []string
	for range 100 {
		left = nil
		names, _ := filepath.Glob("/proc/[0-9]*/exe")
		for _, name := range names {
			if exe, err := os.Readlink(name); err == nil && exe == s.program {
				left = append(left, name)
			}
		}
		if len(left) == 0 {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Errorf("still running: %v", left)
}

// Builds at the same time exclude each other, and what is there is always whole.
func TestBuildsAtTheSameTime(t *testing.T) {
	s := newSurvivor(t)
	out := filepath.Join(t.TempDir(), "webb")
	s.build(t, 0, out)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			if said, err := s.command(i%2, out).CombinedOutput(); err != nil && !strings.Contains(string(said), "ett annat bygge skriver just nu") {
				t.Errorf("%v\n%s", err, said)
			}
		})
	}
	wg.Wait()
	s.whole(t, out)
	s.build(t, 1, out)
	s.whole(t, out)
}

// disk mounts a small one, with a site on it.
func (s *survivor) disk(t *testing.T) (mount, out string) {
	t.Helper()
	mount = t.TempDir()
	if err := syscall.Mount("tmpfs", mount, "tmpfs", 0, "size=16m"); err != nil {
		t.Skipf("can't make a disk here: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(mount, syscall.MNT_DETACH) })
	out = filepath.Join(mount, "webb")
	s.build(t, 0, out)
	return mount, out
}

// stands demands that a build of the second version fails, says why, and leaves the
// first one alone.
func (s *survivor) stands(t *testing.T, out, why string) {
	t.Helper()
	said, err := s.command(1, out).CombinedOutput()
	if err == nil || !strings.Contains(string(said), why) || !strings.Contains(string(said), "den förra ligger kvar") {
		t.Errorf("%v, want %q\n%s", err, why, said)
	}
	if !maps.Equal(tree(t, out), s.want[0]) {
		t.Error("the old site isn't as it was")
	}
}

func TestBuildOnFullDisk(t *testing.T) {
	s := newSurvivor(t)
	mount, out := s.disk(t)
	filler := filepath.Join(mount, "fyllnad")
	f, err := os.Create(filler)
	if err != nil {
		t.Fatal(err)
	}
	for err == nil {
		_, err = f.Write(make([]byte, 64<<10))
	}
	_ = f.Close()
	if err := os.Truncate(filler, size(t, filler)-256<<10); err != nil { // room for a part of a site
		t.Fatal(err)
	}
	s.stands(t, out, "disken är full")
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	s.build(t, 1, out)
	s.whole(t, out)
}

func size(t *testing.T, name string) int64 {
	t.Helper()
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

func TestBuildOnReadOnlyDisk(t *testing.T) {
	s := newSurvivor(t)
	mount, out := s.disk(t)
	if err := syscall.Mount("", mount, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skip(err)
	}
	s.stands(t, out, "skrivskyddad")
}
