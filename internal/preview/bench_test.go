package preview

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// What the preview adds to a build, for a county with 30 delregioner and ten years.

func BenchmarkLook(b *testing.B) {
	root := b.TempDir()
	for year := range 10 {
		dir := filepath.Join(root, "data", fmt.Sprint(2016+year))
		if err := os.MkdirAll(dir, 0o755); err != nil {
			b.Fatal(err)
		}
		for i := range 60 {
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.toml", i)), nil, 0o644); err != nil {
				b.Fatal(err)
			}
		}
	}
	w := newWatcher(root, []string{"data"}, 0, 0)
	defer w.close()
	for b.Loop() {
		differences(w.known, w.look())
	}
}
