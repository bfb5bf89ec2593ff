package publish

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// reserved are the names that Windows doesn't allow, with or without extension.
var reserved = regexp.MustCompile(`^(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$`)

// names are the paths of a site, of which none leaves the directory and all can exist at the
// same time on every system. One that doesn't is a fault of the program, not of a
// coordinator's files, but a site must not be lost or leak for it.
type names struct {
	files   []string
	folders int               // that the files lie in, the directory included
	seen    map[string]string // folded path or folder to its spelling
	isFile  map[string]bool
}

func newNames() names { return names{folders: 1, seen: map[string]string{}, isFile: map[string]bool{}} }

func fold(p string) string { return strings.ToLower(norm.NFC.String(p)) }

// has reports whether the file was taken.
func (n *names) has(file string) bool { return n.seen[fold(file)] == file && n.isFile[fold(file)] }

// take notes a file, or refuses it.
func (n *names) take(file string) error {
	if why := badPath(file); why != "" {
		return &Error{Message: fmt.Sprintf("otillåten sökväg %q: %s", file, why)}
	}
	n.files = append(n.files, file)
	for p := file; p != "."; p = path.Dir(p) {
		key := fold(p)
		first, taken := n.seen[key]
		switch whole := p == file; {
		case taken && first == p && !whole && !n.isFile[key]:
			return nil // One folder for several files, and so are those that it lies in.
		case taken:
			return &Error{Message: fmt.Sprintf("sökvägarna %q och %q kan inte finnas samtidigt", first, p)}
		default:
			n.seen[key], n.isFile[key] = p, whole
			if !whole {
				n.folders++
			}
		}
	}
	return nil
}

func badPath(p string) string {
	switch {
	case !fs.ValidPath(p) || p == ".":
		return "den måste vara relativ och får inte innehålla .."
	case strings.ContainsAny(p, `\:*?"<>|`) || strings.ContainsFunc(p, func(r rune) bool { return r < ' ' || r == 0x7f }):
		return "den har tecken som inte alla system tillåter"
	case p == Manifest:
		return "namnet är upptaget"
	}
	for _, name := range strings.Split(p, "/") {
		if reserved.MatchString(name) || strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") {
			return "namnet " + name + " tillåts inte i Windows"
		}
	}
	return ""
}
