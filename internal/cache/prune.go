package cache

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// What the cache keeps. An entry is as old as its last use, to the day; drawings are 2–20 kB, and the engine's bytecode 3 MB.
const (
	keepFor      = 90 * 24 * time.Hour
	keepBytes    = 256 << 20
	leftoverAge  = time.Hour // of a file that a build began and, killed, never finished
	pruneEvery   = 24 * time.Hour
	pruneMark    = "stadad" // its age tells when the folder was last gone through
	leftoverName = ".ny-*"
)

// Prune removes what hasn't been used for long, what goes beyond the greatest size, oldest first, and what killed builds
// left. It looks at most once a day, and needs calling only by who has put something. Other builds may use the folder meanwhile: what they miss, they draw.
func (s Store) Prune(now time.Time) {
	if s == "" || !s.pruneDue(now) {
		return
	}
	type entry struct {
		path string
		used time.Time
		size int64
	}
	var kept []entry
	_ = filepath.WalkDir(string(s), func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || d.Name() == pruneMark {
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return nil // another build removed it
		}
		most := keepFor
		if leftover, _ := filepath.Match(leftoverName, d.Name()); leftover {
			most = leftoverAge
		}
		if now.Sub(info.ModTime()) > most {
			_ = os.Remove(path)
			return nil
		}
		kept = append(kept, entry{path, info.ModTime(), info.Size()})
		return nil
	})
	slices.SortFunc(kept, func(a, b entry) int { return b.used.Compare(a.used) })
	var sum int64
	for _, e := range kept {
		if sum += e.size; sum > keepBytes {
			_ = os.Remove(e.path)
		}
	}
}

// pruneDue tells whether the folder wasn't gone through lately, and notes that it is now.
func (s Store) pruneDue(now time.Time) bool {
	mark := filepath.Join(string(s), pruneMark)
	if info, err := os.Stat(mark); err == nil && now.Sub(info.ModTime()).Abs() < pruneEvery {
		return false
	}
	return os.WriteFile(mark, nil, 0o600) == nil && os.Chtimes(mark, now, now) == nil
}

// touch notes that an entry is used, at most once a day.
func touch(file *os.File, info fs.FileInfo) {
	if now := time.Now(); now.Sub(info.ModTime()) > pruneEvery {
		_ = os.Chtimes(file.Name(), now, now)
	}
}
