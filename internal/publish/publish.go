// Package publish puts a set of files into a directory so that the directory always
// holds one complete site: the old one or the new.
//
// The files are written into a new folder beside the directory, synced to disk and
// then swapped with it in one step. Whatever fails on the way (a full disk, a folder
// without write permission, a power cut, kill -9), the directory stands as it was.
// Where the system has no such step (Windows, some network folders) it takes two
// renames; a crash between them is mended by the next Write or Recover.
//
// Write only ever deletes what Write wrote: it leaves a list of its files in the
// directory (Manifest) and refuses to touch a directory that holds other files.
// Exempt are the Kept ones, which stay as they are, and what file browsers leave.
//
// Two writers of one directory exclude each other; the second gets an error at once.
//
// Errors are of type *Error, in Swedish.
package publish

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// File is a file to publish.
type File struct {
	Path string // slash-separated, relative to the directory
	Data []byte
}

// Manifest is the file in the directory that lists what Write wrote there.
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

// Write makes dir hold files and nothing else but what is Kept. Files that haven't
// changed keep their time and permissions.
func Write(dir string, files []File) error {
	if err := checkPaths(files); err != nil {
		return err
	}
	s, err := open(dir)
	if err != nil {
		return err
	}
	defer s.close()
	if err := s.recover(); err != nil {
		return err
	}
	old, err := s.readOld()
	if err != nil {
		return err
	}
	staging, err := s.stage(files, old)
	if err != nil {
		return err
	}
	// Someone may have put a file there while the new ones were written.
	if _, err := s.readOld(); err != nil {
		_ = os.RemoveAll(staging)
		return err
	}
	if err := s.swap(staging, old.exists); err != nil {
		_ = os.RemoveAll(staging)
		return err
	}
	s.clean()
	return nil
}

// site is a directory that is being published to, with its lock.
type site struct {
	name   string // of dir as it was given, for messages
	dir    string // absolute, links resolved
	parent string
	prefix string // of the folders beside dir that are used on the way
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
	if err := os.MkdirAll(s.parent, 0o755); err != nil {
		return nil, failed(err, "kan inte skapa mappen som %s ska ligga i", dir)
	}
	return s, s.take()
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

func (s *site) close() { s.unlock() }

func (s *site) beside(suffix string) string { return filepath.Join(s.parent, s.prefix+suffix) }
