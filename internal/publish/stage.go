package publish

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"samverkan/internal/parallel"
)

// complete adds what hasn't changed to the new site, and syncs it to disk.
func (p *Publication) complete() error {
	if p.err != nil { // the list of files couldn't be written
		return p.err
	}
	if err := each(len(p.same), func(i int) error { return p.keep(p.same[i]) }); err != nil {
		return err
	}
	for _, name := range p.old.kept {
		if p.names.has(name) {
			continue
		}
		if err := p.carry(name); err != nil {
			return err
		}
	}
	if p.old.exists {
		if err := os.Chmod(p.staging, p.old.mode); err != nil {
			return err
		}
	}
	return p.sync()
}

// manyFiles are so many that the whole disk is synced sooner than each of them, though others
// write to it too: a thousand files took a second, one by one.
const manyFiles = 50

// Variables so that tests can see what is synced, on a disk that can be synced whole and on others.
var (
	wholeDisk = syncDisk
	oneFile   = syncFile
)

// sync waits until everything is on the disk. After everything is written, since the system
// can then gather the writes.
func (p *Publication) sync() error {
	if len(p.fresh) > manyFiles && wholeDisk(p.staging) == nil {
		return nil
	}
	staged := func(path string) string { return filepath.Join(p.staging, filepath.FromSlash(path)) }
	if err := each(len(p.fresh), func(i int) error { return oneFile(staged(p.fresh[i])) }); err != nil {
		return err
	}
	// A file survives a power cut only when the folder that names it is synced too.
	dirs := slices.Sorted(maps.Keys(p.folders))
	return each(len(dirs), func(i int) error { return syncDir(staged(dirs[i])) })
}

// each does n pieces of work on all cores, and gives the error of the first that failed.
func each(n int, work func(i int) error) error {
	problems := make([]error, n)
	parallel.Each(n, func(i int) { problems[i] = work(i) })
	for _, err := range problems {
		if err != nil {
			return err
		}
	}
	return nil
}

// newFolder makes a folder beside dir. Nobody can look into it who couldn't look into the old one.
func (s *site) newFolder(old oldSite) (string, error) {
	name, mode := s.numbered(newSuffix, s.latest(newSuffix)+1), fs.FileMode(0o755)
	if old.exists {
		mode = old.mode | 0o700
	}
	if err := os.Mkdir(name, mode); err != nil {
		return "", failed(err, "kan inte skriva bredvid %s", s.name)
	}
	return name, nil
}

// keep takes a file that is the same as before into the new site.
func (p *Publication) keep(f standing) error {
	to, err := p.place(f.path)
	if err != nil {
		return err
	}
	linked, err := linkOrCopy(p.at(f.path), to, f.info)
	if !linked {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.fresh = append(p.fresh, f.path)
	}
	return err
}

// link is a variable so that tests can take the way of disks that have no links.
var link = os.Link

// linkOrCopy makes to the same file as from, which keeps its time and spares a write; where
// there are no links, a copy of it.
func linkOrCopy(from, to string, info fs.FileInfo) (linked bool, err error) {
	if link(from, to) == nil {
		return true, nil
	}
	data, err := os.ReadFile(from)
	if err != nil {
		return false, err
	}
	return false, os.WriteFile(to, data, info.Mode().Perm())
}

// carry brings a kept file or folder along, and takes note of what is new on the disk by that.
func (p *Publication) carry(name string) error {
	return filepath.WalkDir(p.at(name), func(from string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(p.dir, from)
		if err != nil {
			return err
		}
		target, path := filepath.Join(p.staging, rel), filepath.ToSlash(rel)
		info, err := e.Info()
		if err != nil {
			return err
		}
		switch {
		case e.IsDir():
			p.folders[path] = nil
			return os.Mkdir(target, info.Mode().Perm()|0o700)
		case info.Mode()&fs.ModeSymlink != 0:
			return copyLink(from, target)
		case !info.Mode().IsRegular():
			return nil // a socket or the like can't be brought along
		}
		linked, err := linkOrCopy(from, target, info)
		if !linked {
			p.fresh = append(p.fresh, path)
		}
		return err
	})
}

func copyLink(from, to string) error {
	target, err := os.Readlink(from)
	if err != nil {
		return err
	}
	return os.Symlink(target, to)
}

// regular describes a file, nil when there is none or something else.
func regular(name string) fs.FileInfo {
	if info, err := os.Lstat(name); err == nil && info.Mode().IsRegular() {
		return info
	}
	return nil
}

// pieces are what files are read into when they are only looked at.
var pieces = sync.Pool{New: func() any { return new([64 << 10]byte) }}

// holds reports whether a file begins with the data.
func holds(name string, data []byte) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }()
	piece := pieces.Get().(*[64 << 10]byte)
	defer pieces.Put(piece)
	for len(data) > 0 {
		n, err := io.ReadFull(f, piece[:min(len(data), len(piece))])
		if err != nil || !bytes.Equal(piece[:n], data[:n]) {
			return false
		}
		data = data[n:]
	}
	return true
}

// syncFile waits until a file is on the disk.
func syncFile(name string) error {
	f, err := openToWrite(name)
	if err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		_ = f.Close()
		return err
	}
	return f.Close()
}

// openToWrite opens a file as one must to sync it on Windows, even one that may only be read. It
// may still be only read afterwards.
func openToWrite(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if !errors.Is(err, fs.ErrPermission) {
		return f, err
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if err := os.Chmod(name, info.Mode().Perm()|0o200); err != nil {
		return nil, err
	}
	f, err = os.OpenFile(name, os.O_WRONLY, 0)
	return f, errors.Join(err, os.Chmod(name, info.Mode().Perm()))
}
