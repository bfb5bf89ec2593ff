package publish

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
)

// Publication is a site on its way into a directory, which nobody else publishes to
// meanwhile. Close it, committed or not.
type Publication struct {
	*site
	old oldSite

	mu      sync.Mutex
	err     error // the first; nothing more is written
	names   names
	staging string // beside the directory; "" until there is something to write
	folders map[string]error
	same    []standing
	fresh   []string // paths of those that were written
}

// standing is a file that was found to be in the directory already.
type standing struct {
	path string
	info fs.FileInfo
}

// Open begins to publish to dir. It refuses a directory that holds other files, and one
// that somebody else publishes to.
func Open(dir string) (*Publication, error) {
	s, err := open(dir)
	if err != nil {
		return nil, err
	}
	p := &Publication{site: s, names: newNames(), folders: map[string]error{}}
	if err = s.recover(); err == nil {
		p.old, err = s.readOld()
	}
	if err != nil {
		s.close()
		return nil, err
	}
	return p, nil
}

// Put takes a file into the site; path is slash-separated, relative to the directory. data
// may be used for something else as soon as it returns. It may be called by several
// goroutines. Once something has gone wrong nothing more is written: every Put gives the first
// error, and so does Commit.
func (p *Publication) Put(path string, data []byte) error {
	if p.claim(path) {
		p.put(path, data)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.failure()
}

// failure is what has gone wrong, nil if nothing has.
func (p *Publication) failure() error {
	if p.err == nil {
		return nil
	}
	return failed(p.err, "kan inte skriva webbplatsen %s", p.name)
}

// claim takes note of a path, and reports whether the file may be written.
func (p *Publication) claim(path string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.err == nil {
		p.err = p.names.take(path)
	}
	return p.err == nil
}

func (p *Publication) put(path string, data []byte) {
	info := regular(p.at(path))
	if info != nil && info.Size() == int64(len(data)) && holds(p.at(path), data) {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.same = append(p.same, standing{path, info})
		return
	}
	err := p.write(path, data, info)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.fresh = append(p.fresh, path); p.err == nil {
		p.err = err
	}
}

// at is where a file stands in the directory.
func (s *site) at(path string) string { return filepath.Join(s.dir, filepath.FromSlash(path)) }

// write writes a file beside the directory. One that was there before keeps its permissions.
func (p *Publication) write(path string, data []byte, before fs.FileInfo) error {
	to, err := p.place(path)
	if err != nil {
		return err
	}
	if before == nil {
		return os.WriteFile(to, data, 0o644)
	}
	if err := os.WriteFile(to, data, before.Mode().Perm()|0o200); err != nil {
		return err
	}
	// Permissions beyond what a new file gets are set in spite of the umask.
	return os.Chmod(to, before.Mode().Perm())
}

// place is where a file is to stand in the new site, in a folder that is there.
func (p *Publication) place(file string) (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.folder(path.Dir(file)); err != nil {
		return "", err
	}
	return filepath.Join(p.staging, filepath.FromSlash(file)), nil
}

// folder makes one of the new site, and those that it lies in.
func (p *Publication) folder(dir string) (err error) {
	if err, made := p.folders[dir]; made {
		return err
	}
	defer func() { p.folders[dir] = err }()
	if dir == "." {
		p.staging, err = p.newFolder(p.old)
		return err
	}
	if err := p.folder(path.Dir(dir)); err != nil {
		return err
	}
	return os.Mkdir(filepath.Join(p.staging, filepath.FromSlash(dir)), 0o755)
}

// Commit makes the directory hold the files that were Put and nothing else but what is
// Kept. Files that haven't changed keep their time and permissions.
func (p *Publication) Commit() error {
	if err := p.failure(); err != nil {
		return err
	}
	p.put(Manifest, manifest(p.names.files))
	// What stands there is looked at again: much may have happened since Open.
	var err error
	if p.old, err = p.readOld(); err != nil {
		return err
	}
	if err := p.untouched(); err != nil {
		return err
	}
	if p.unchanged() {
		return nil
	}
	if err := p.complete(); err != nil {
		return failed(err, "kan inte skriva webbplatsen %s", p.name)
	}
	// Someone may have put a file there while the new ones were written.
	if _, err := p.readOld(); err != nil {
		return err
	}
	if err := p.swap(p.staging, p.old.exists); err != nil {
		return err
	}
	p.staging, p.made = "", nil
	p.clean()
	return nil
}

// untouched sees that the files that were the same still are what was compared.
func (p *Publication) untouched() error {
	return each(len(p.same), func(i int) error {
		f := p.same[i]
		now := regular(p.at(f.path))
		if now == nil || now.Size() != f.info.Size() || !now.ModTime().Equal(f.info.ModTime()) {
			return &Error{Message: "någon annan har ändrat " + f.path + " i " + p.name + " medan webbplatsen byggdes", Hint: "bygg igen"}
		}
		return nil
	})
}

// unchanged reports whether the directory is the new site already: every file is untouched, and
// as the list of files is the same too, there is no other.
func (p *Publication) unchanged() bool {
	return p.err == nil && len(p.fresh) == 0 && p.old.folders == p.names.folders && !p.old.litter
}

// Close lets others publish to the directory. What wasn't committed is gone.
func (p *Publication) Close() {
	if p.staging != "" {
		removeAll(p.staging)
	}
	p.close()
}
