// Package pdf prints a page as a tagged PDF with a browser of the Chromium family that
// the user has installed. It asks nothing of anyone else: the page is printed from a
// folder on the disk, with a profile of its own that is thrown away.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// File is a file that the page needs, the page itself among them. Path is
// slash-separated.
type File struct {
	Path string
	Data []byte
}

// patience is how long a browser may take.
const patience = 3 * time.Minute

// ErrNothing means that the browser ended without having printed anything.
var ErrNothing = errors.New("the browser printed nothing")

// Print lets the browser print the page among files into out, its contents list with page numbers. Everything it writes on
// the way lies beside out until then, since a browser in a snap sees no other
// temporary folder; out is replaced only by a whole PDF.
func Print(ctx context.Context, browser string, files []File, page, out string) error {
	out, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	work, err := os.MkdirTemp(filepath.Dir(out), "samverkan-pdf-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(work) }()
	if err := lay(work, files); err != nil {
		return err
	}
	printed, known := filepath.Join(work, "ut.pdf"), map[string]int(nil)
	// No browser can say in a list on which page a heading comes, so it prints once to tell and again with the numbers.
	// These may lengthen the list, and then once more.
	for range 3 {
		if err := run(ctx, browser, work, fileURL(filepath.Join(work, "sidor", filepath.FromSlash(page))), printed); err != nil {
			return err
		}
		data, err := os.ReadFile(printed)
		if err != nil {
			return err
		}
		found := anchors(data)
		if maps.Equal(found, known) {
			break
		}
		known = found
		if err := lay(work, numbered(files, page, known)); err != nil {
			return err
		}
	}
	return os.Rename(printed, out)
}

// lay puts the files where the browser reads them.
func lay(work string, files []File) error {
	for _, f := range files {
		name := filepath.Join(work, "sidor", filepath.FromSlash(f.Path))
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, f.Data, 0o644)); err != nil {
			return err
		}
	}
	return nil
}

func run(ctx context.Context, browser, work, address, printed string) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, browser, arguments(filepath.Join(work, "profil"), address, printed)...)
	cmd.WaitDelay = 5 * time.Second // for what the browser has started in its turn
	said, err := cmd.CombinedOutput()
	if ctx.Err() != nil {
		return fmt.Errorf("%s: %w", browser, ctx.Err())
	}
	data, readErr := os.ReadFile(printed)
	if readErr != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		return fmt.Errorf("%s: %w: %v %s", browser, ErrNothing, err, lastLines(said))
	}
	return nil // a browser may complain of much that doesn't matter
}

// arguments are what makes the browser print, and leave everything else alone.
func arguments(profile, address, printed string) []string {
	args := []string{
		"--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
		"--user-data-dir=" + profile, "--lang=sv",
		"--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline", "--print-to-pdf=" + printed,
	}
	if runtime.GOOS == "linux" && os.Geteuid() == 0 {
		// The browser won't start in its sandbox as root, as in a container. The page is our own.
		args = append(args, "--no-sandbox")
	}
	return append(args, address)
}

// fileURL is the address of a file on any system: /a b → file:///a%20b, C:\a → file:///C:/a.
func fileURL(name string) string {
	name = filepath.ToSlash(name)
	if !strings.HasPrefix(name, "/") {
		name = "/" + name
	}
	return (&url.URL{Scheme: "file", Path: name}).String()
}

// lastLines is the end of what a program said, where the reason mostly stands.
func lastLines(said []byte) string {
	lines := strings.Split(strings.TrimSpace(string(said)), "\n")
	return strings.Join(lines[max(0, len(lines)-3):], " / ")
}
