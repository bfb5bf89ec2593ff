package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Recover mends dir after a crash between two renames; where there was none it does
// nothing, and asks for no permission. Whoever reads dir, or may come to leave it as it
// is, calls it first.
func Recover(dir string) error {
	s, err := locate(dir)
	if err != nil || !s.cutOff() {
		return err
	}
	if err := s.take(); err != nil {
		return err
	}
	defer s.close()
	return s.recover()
}

// recover finishes what a crashed run left: the old site goes back into place when
// the crash came between two renames, and half-written folders are removed.
func (s *site) recover() error {
	if s.cutOff() {
		if err := os.Rename(s.numbered(oldSuffix, s.latest(oldSuffix)), s.dir); err != nil {
			return failed(err, "kan inte lägga tillbaka den förra webbplatsen i %s", s.name)
		}
	}
	s.clean()
	return nil
}

// cutOff reports whether a run ended when the old site was set aside and the new one
// wasn't yet in its place.
func (s *site) cutOff() bool {
	_, err := os.Lstat(s.dir)
	return errors.Is(err, fs.ErrNotExist) && s.latest(oldSuffix) > 0
}

func (s *site) numbered(suffix string, n int) string { return s.beside(suffix + strconv.Itoa(n)) }

// latest is the highest number of the folders with the suffix, 0 when there is none.
func (s *site) latest(suffix string) int {
	highest := 0
	for _, name := range s.leftovers() {
		if rest, ok := strings.CutPrefix(name, s.prefix+suffix); ok {
			n, _ := strconv.Atoi(rest)
			highest = max(highest, n)
		}
	}
	return highest
}

// leftovers are the names of the numbered folders beside dir. What can't be read holds
// none that could be removed.
func (s *site) leftovers() []string {
	entries, _ := os.ReadDir(s.parent)
	var names []string
	for _, e := range entries {
		rest, ours := strings.CutPrefix(e.Name(), s.prefix)
		if ours && e.IsDir() && (strings.HasPrefix(rest, oldSuffix) || strings.HasPrefix(rest, newSuffix)) {
			names = append(names, e.Name())
		}
	}
	return names
}

// clean removes the folders beside dir. What can't be removed now (a file in it is open
// in another program) is tried again next time; it is in nobody's way.
func (s *site) clean() {
	for _, name := range s.leftovers() {
		removeAll(filepath.Join(s.parent, name))
	}
}

// removeAll removes a folder even when folders in it have become read-only.
func removeAll(dir string) {
	if os.RemoveAll(dir) == nil {
		return
	}
	_ = filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err == nil && e.IsDir() {
			_ = os.Chmod(p, 0o700)
		}
		return nil
	})
	_ = os.RemoveAll(dir)
}
