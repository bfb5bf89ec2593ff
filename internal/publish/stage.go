package publish

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"samverkan/internal/parallel"
)

// stage writes the whole new site into a folder beside dir and syncs it to disk. It
// leaves nothing behind when it fails.
func (s *site) stage(files []File, old oldSite) (dir string, err error) {
	staging, err := s.newFolder()
	if err != nil {
		return "", failed(err, "kan inte skriva bredvid %s", s.name)
	}
	defer func() {
		if err != nil {
			_ = os.RemoveAll(staging)
			err = failed(err, "kan inte skriva webbplatsen %s", s.name)
		}
	}()
	dirs, err := s.fill(staging, files, old)
	if err != nil {
		return "", err
	}
	if old.exists {
		if err := os.Chmod(staging, old.mode); err != nil {
			return "", err
		}
	}
	// A file survives a power cut only when the folder that names it is synced too.
	for d := range dirs {
		if err := syncDir(filepath.Join(staging, filepath.FromSlash(d))); err != nil {
			return "", err
		}
	}
	return staging, nil
}

// newFolder makes a folder beside dir, with the permissions that any new one gets.
func (s *site) newFolder() (string, error) {
	name := s.numbered(newSuffix, s.latest(newSuffix)+1)
	return name, os.Mkdir(name, 0o755)
}

// fill writes everything into staging and gives the folders it wrote in.
func (s *site) fill(staging string, files []File, old oldSite) (map[string]bool, error) {
	files = append(files[:len(files):len(files)], File{Manifest, manifest(files)})
	dirs, err := folders(staging, files)
	if err != nil {
		return nil, err
	}
	fresh, problems := make([]bool, len(files)), make([]error, len(files))
	parallel.Each(len(files), func(i int) {
		reused, err := s.put(staging, files[i])
		fresh[i], problems[i] = !reused, err
	})
	if err := earliest(problems); err != nil {
		return nil, err
	}
	written := map[string]bool{}
	for _, f := range files {
		written[f.Path] = true
	}
	for _, name := range old.kept {
		if written[name] {
			continue
		}
		if err := carry(filepath.Join(s.dir, name), filepath.Join(staging, name)); err != nil {
			return nil, err
		}
	}
	// Syncing after everything is written lets the system gather the writes.
	parallel.Each(len(files), func(i int) {
		if fresh[i] {
			problems[i] = syncFile(filepath.Join(staging, filepath.FromSlash(files[i].Path)))
		}
	})
	return dirs, earliest(problems)
}

// earliest is the first error there is. Of several, caused by one full disk, it is the same
// whichever came first.
func earliest(problems []error) error {
	for _, err := range problems {
		if err != nil {
			return err
		}
	}
	return nil
}

// folders makes those that the files lie in and lists them, "." included.
func folders(staging string, files []File) (map[string]bool, error) {
	dirs := map[string]bool{".": true}
	for _, f := range files {
		for d := path.Dir(f.Path); !dirs[d]; d = path.Dir(d) {
			dirs[d] = true
		}
	}
	for _, d := range slices.Sorted(maps.Keys(dirs)) { // the outer before the inner
		if err := os.Mkdir(filepath.Join(staging, filepath.FromSlash(d)), 0o755); err != nil && d != "." {
			return nil, err
		}
	}
	return dirs, nil
}

// put writes one file. One that is the same as before is linked instead, which keeps
// its time and spares a write; one that has changed keeps its permissions.
func (s *site) put(staging string, f File) (reused bool, err error) {
	from, to := filepath.Join(s.dir, filepath.FromSlash(f.Path)), filepath.Join(staging, filepath.FromSlash(f.Path))
	mode := fs.FileMode(0o644)
	if info, err := os.Lstat(from); err == nil && info.Mode().IsRegular() {
		mode = info.Mode().Perm()
		if info.Size() == int64(len(f.Data)) {
			before, err := os.ReadFile(from)
			if err == nil && bytes.Equal(before, f.Data) && os.Link(from, to) == nil {
				return true, nil
			}
		}
		// Permissions beyond what a new file gets are set in spite of the umask.
		defer func() {
			if err == nil {
				err = os.Chmod(to, mode)
			}
		}()
	}
	return false, os.WriteFile(to, f.Data, mode|0o200)
}

// carry brings a kept file or folder along: linked where that is possible, so that
// it is the same file, else copied.
func carry(from, to string) error {
	return filepath.WalkDir(from, func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, p)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		info, err := e.Info()
		if err != nil {
			return err
		}
		switch {
		case e.IsDir():
			return os.Mkdir(target, info.Mode().Perm()|0o700)
		case info.Mode()&fs.ModeSymlink != 0:
			return copyLink(p, target)
		case !info.Mode().IsRegular():
			return nil // a socket or the like can't be brought along
		case os.Link(p, target) == nil:
			return nil
		}
		data, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		return os.WriteFile(target, data, info.Mode().Perm())
	})
}

func copyLink(from, to string) error {
	target, err := os.Readlink(from)
	if err != nil {
		return err
	}
	return os.Symlink(target, to)
}

func syncFile(name string) error {
	// Windows syncs only what is open for writing.
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		if f, err = os.Open(name); err != nil {
			return err
		}
	}
	if err := f.Sync(); err != nil {
		_ = f.Close()
		return err
	}
	return f.Close()
}
