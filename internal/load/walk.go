package load

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"samverkan/internal/diag"
)

// maxSize is the largest file that is read. A submission of 300 lines is 15 kB.
const maxSize = 2 << 20

// The most that is read of one site. Thirty delregioner write some 700 files in ten
// years, which together are 10 MB.
const (
	maxFiles = 10_000
	maxTotal = 64 << 20
)

// walk finds every file under data and content that may be one of the site's, and
// gives use its name and its bytes.
func (l *loader) walk(use func(name string, raw []byte)) error {
	for _, root := range []string{"data", "content"} {
		// WalkDir follows a link that it is started at.
		if d, err := fs.Lstat(l.fsys, root); err == nil && d.Mode()&fs.ModeSymlink != 0 {
			l.link(root)
			continue
		}
		err := fs.WalkDir(l.fsys, root, func(name string, d fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) && name == root {
				return fs.SkipDir // what is missing in it is reported file by file
			}
			if err != nil {
				return err
			}
			return l.visit(name, d, use)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (l *loader) visit(name string, d fs.DirEntry, use func(string, []byte)) error {
	if name != "data" && name != "content" && hidden(path.Base(name)) {
		if d.IsDir() {
			return fs.SkipDir
		}
		return nil
	}
	switch {
	case d.Type()&fs.ModeSymlink != 0:
		l.link(name)
		return nil
	case d.IsDir():
		return l.folder(name)
	case !l.wanted(name):
		return nil
	case !d.Type().IsRegular():
		l.findings.Errorf(diag.Pos{File: name}, "okand-fil", "ta bort den", "det här är ingen vanlig fil")
		return nil
	}
	return l.read(name, use)
}

func (l *loader) link(name string) {
	l.findings.Errorf(diag.Pos{File: name}, "symbolisk-lank", "lägg själva filen eller mappen här i stället",
		"symboliska länkar läses inte, för de kan leda ut ur webbplatsens mapp")
}

// hidden reports what programs leave behind in folders, which is nobody's concern.
func hidden(base string) bool {
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$") || strings.HasSuffix(base, "~") ||
		slices.Contains([]string{"thumbs.db", "desktop.ini", "readme.md", "readme.txt", "readme"}, strings.ToLower(base))
}

// read reads one file, unless it is too large. Who uses it mustn't keep the bytes.
func (l *loader) read(name string, use func(string, []byte)) error {
	defer diag.During(name)
	f, err := l.fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	l.opened++
	l.buffer.Reset()
	if _, err := l.buffer.ReadFrom(io.LimitReader(f, maxSize+1)); err != nil {
		return err
	}
	raw := l.buffer.Bytes()
	if len(raw) > maxSize {
		l.findings.Errorf(diag.Pos{File: name}, "for-stor-fil", "dela upp den, eller kontrollera att det är rätt fil",
			"filen är större än %d MB och läses inte", maxSize>>20)
		return nil
	}
	if l.size += len(raw); l.opened > maxFiles || l.size > maxTotal {
		l.findings.Errorf(diag.Pos{File: name}, "for-manga-filer", "kontrollera att det är rätt mapp, eller dela upp den i flera webbplatser",
			"webbplatsen har fler än %d filer eller mer än %d MB text; den här filen och de efter den läses inte", maxFiles, maxTotal>>20)
		return fs.SkipAll
	}
	use(name, raw)
	return nil
}

// keep takes a file into the site, if it is text.
func (l *loader) keep(name string, raw []byte) {
	d, known := l.decoded[name]
	if !known || string(raw) != d.raw {
		d = decoding{raw: string(raw)}
		d.text, d.ok = decode(name, raw, &d.findings)
		d.text = oneVersion(name, d.text, &d.findings)
	}
	l.decodedNow[name] = d
	l.findings = append(l.findings, d.findings...)
	if d.ok {
		l.files = append(l.files, file{name, d.text})
	}
}

// decoding is what a file's bytes are as text, and what was said of them.
type decoding struct {
	raw, text string
	ok        bool
	findings  diag.List
}
