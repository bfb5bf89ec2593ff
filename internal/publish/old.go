package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// oldSite is what stands in the directory before it is replaced.
type oldSite struct {
	exists  bool
	mode    fs.FileMode
	kept    []string // entries at the top that are left as they are
	folders int      // dir included, kept ones not
	litter  bool
}

// readOld looks through the directory and refuses when it holds files that weren't
// published.
func (s *site) readOld() (oldSite, error) {
	info, err := os.Stat(s.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return oldSite{}, nil
	}
	if err != nil {
		return oldSite{}, failed(err, "kan inte läsa %s", s.name)
	}
	old := oldSite{exists: true, mode: info.Mode().Perm()}
	ours, err := s.readManifest()
	if err != nil {
		return oldSite{}, err
	}
	foreign, err := old.sort(s.dir, ours)
	if err != nil {
		return oldSite{}, failed(err, "kan inte läsa %s", s.name)
	}
	if len(foreign) > 0 {
		return oldSite{}, &Error{
			Message: fmt.Sprintf("%s innehåller filer som samverkan inte har skrivit: %s", s.name, some(foreign)),
			Hint:    "flytta filerna, eller ange en egen mapp för webbplatsen; inget har ändrats",
		}
	}
	return old, nil
}

// sort finds what is Kept in dir, and gives the files that are neither that nor ours.
func (old *oldSite) sort(dir string, ours map[string]bool) (foreign []string, err error) {
	err = filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			old.folders++
		}
		if p == dir {
			return nil
		}
		rel := filepath.ToSlash(p[len(dir)+1:])
		switch {
		case ours[rel]:
		case litter(e.Name()):
			old.litter = true
		case Kept(rel) && !strings.Contains(rel, "/"):
			old.kept = append(old.kept, rel)
			if e.IsDir() {
				old.folders--
				return fs.SkipDir
			}
		case !e.IsDir():
			foreign = append(foreign, rel)
		}
		return nil
	})
	return foreign, err
}

// some lists the first few.
func some(names []string) string {
	slices.Sort(names)
	if len(names) <= 4 {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s och %d till", strings.Join(names[:3], ", "), len(names)-3)
}

const manifestHead = "# Filerna som samverkan har skrivit här. De ersätts vid nästa bygge; ändra inte listan.\n"

// manifest is the list of files that is left in the directory.
func manifest(paths []string) []byte {
	slices.Sort(paths)
	var b bytes.Buffer
	b.WriteString(manifestHead)
	for _, p := range paths {
		b.WriteString(p + "\n")
	}
	return b.Bytes()
}

// readManifest gives the files that were published in the directory, itself included.
func (s *site) readManifest() (map[string]bool, error) {
	data, err := os.ReadFile(filepath.Join(s.dir, Manifest))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, failed(err, "kan inte läsa %s i %s", Manifest, s.name)
	}
	rest, ok := strings.CutPrefix(string(data), manifestHead)
	if !ok {
		return nil, &Error{
			Message: fmt.Sprintf("%s i %s är inte skriven av samverkan", Manifest, s.name),
			Hint:    "ange en egen mapp för webbplatsen; inget har ändrats",
		}
	}
	ours := map[string]bool{Manifest: true}
	for p := range strings.Lines(rest) {
		ours[strings.TrimSuffix(p, "\n")] = true
	}
	return ours, nil
}
