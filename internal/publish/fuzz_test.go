package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Whatever the list of files has become, nothing outside the directory is touched, and
// nothing in it but what the list names.
func FuzzManifest(f *testing.F) {
	for _, s := range []string{"index.html\n", "../utanfor.txt\n", "/etc/passwd", "mitt.txt\r\n", "a/../mitt.txt\n", ".\n", "\x00\n"} {
		f.Add(manifestHead + s)
	}
	f.Add("något annat")
	f.Fuzz(func(t *testing.T, list string) {
		base := t.TempDir()
		dir := filepath.Join(base, "public")
		put(t, filepath.Join(base, "utanfor.txt"), "utanför")
		put(t, filepath.Join(dir, "mitt.txt"), "mitt")
		put(t, filepath.Join(dir, Manifest), list)
		err := Write(dir, first)
		if data, _ := os.ReadFile(filepath.Join(base, "utanfor.txt")); string(data) != "utanför" {
			t.Fatalf("a file outside was touched: %q", data)
		}
		named := strings.HasPrefix(list, manifestHead) && strings.Contains("\n"+list+"\n", "\nmitt.txt\n")
		if data, _ := os.ReadFile(filepath.Join(dir, "mitt.txt")); string(data) != "mitt" && !named {
			t.Fatalf("a file that isn't listed is gone (%v)", err)
		}
		if named == (err != nil) {
			t.Fatalf("listed: %v, and got %v", named, err)
		}
	})
}
