// Package publish puts a set of files into a directory so that the directory always
// holds one complete site: the old one or the new.
//
// Each file is given as it is made (Put), so that nobody need keep them all. One that is
// the same as in the directory is left there, the others are written into a new folder
// beside it. When all are given (Commit) the folder is completed with links to those that
// are the same, synced to disk and swapped with the directory in one step. Whatever fails
// on the way (a full disk, a folder without write permission, a power cut, kill -9), the
// directory stands as it was. Where the system has no such step (Windows, some network
// folders) it takes two renames; a crash between them is mended by the next Open or
// Recover. A site that is the same in every file isn't touched at all.
//
// Only what was written here is ever deleted: a list of the files is left in the
// directory (Manifest), and a directory that holds other files is refused. Exempt are the
// Kept ones, which stay as they are, and what file browsers leave.
//
// Two writers of one directory exclude each other; the second gets an error at once.
//
// Errors are of type *Error, in Swedish.
package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Manifest is the file in the directory that lists what was published there.
const Manifest = ".samverkan"

// Kept reports whether an entry at the top of the directory belongs to whoever hosts
// the site and is left as it is: names that begin with a dot (.gitignore, .git,
// .htaccess, .well-known) and a few that hosts ask for.
func Kept(name string) bool {
	if name == Manifest {
		return false
	}
	return strings.HasPrefix(name, ".") || slices.Contains([]string{"CNAME", "web.config"}, name)
}

// litter is what file browsers leave behind, anywhere; it doesn't count as files.
func litter(name string) bool {
	return slices.Contains([]string{".DS_Store", "Thumbs.db", "desktop.ini"}, name)
}

// site is a directory that is being published to, with its lock.
type site struct {
	name   string // of dir as it was given, for messages
	dir    string // absolute, links resolved
	parent string
	prefix string   // of the folders beside dir that are used on the way
	made   []string // the folders that dir lies in and that weren't there, the innermost first
	unlock func()
}

// The folders beside dir are called prefix+one of these+a number; the highest is the
// latest.
const (
	newSuffix = "ny-"
	oldSuffix = "gammal-"
)

const lockName = "las"

// open gives dir, locked until close.
func open(dir string) (*site, error) {
	s, err := locate(dir)
	if err != nil {
		return nil, err
	}
	for d := s.parent; absent(d) && d != filepath.Dir(d); d = filepath.Dir(d) {
		s.made = append(s.made, d)
	}
	if err := os.MkdirAll(s.parent, 0o755); err != nil {
		s.unmake()
		return nil, failed(err, "kan inte skapa mappen som %s ska ligga i", dir)
	}
	if err := s.take(); err != nil {
		s.unmake()
		return nil, err
	}
	return s, nil
}

// unmake removes the folders that were made for dir to lie in, unless something lies there.
func (s *site) unmake() {
	for _, d := range s.made {
		if os.Remove(d) != nil {
			return
		}
	}
}

func absent(name string) bool {
	_, err := os.Lstat(name)
	return errors.Is(err, fs.ErrNotExist)
}

// locate finds out where dir is, and touches nothing.
func locate(dir string) (*site, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, failed(err, "kan inte tolka sökvägen %s", dir)
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		abs = real
	}
	s := &site{name: dir, dir: abs, parent: filepath.Dir(abs), prefix: "." + filepath.Base(abs) + ".samverkan-"}
	if s.parent == abs {
		return nil, &Error{Message: "kan inte publicera i " + dir, Hint: "ange en egen mapp för webbplatsen"}
	}
	if info, err := os.Stat(abs); err == nil && !info.IsDir() {
		return nil, &Error{Message: dir + " är en fil, inte en mapp", Hint: "ange en annan mapp för webbplatsen"}
	}
	return s, nil
}

func (s *site) take() (err error) {
	s.unlock, err = lock(s.beside(lockName), s.name)
	return err
}

func (s *site) close() {
	s.unlock()
	s.unmake()
}

func (s *site) beside(suffix string) string { return filepath.Join(s.parent, s.prefix+suffix) }
