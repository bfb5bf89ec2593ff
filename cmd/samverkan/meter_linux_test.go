package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// On a terminal, a build that takes more than a second says how far it has come, and leaves nothing of that behind.
func TestProgressOnATerminal(t *testing.T) {
	script, err := exec.LookPath("script")
	if err != nil {
		t.Skip("script (util-linux) isn't installed: it makes the terminal")
	}
	build := exec.Command(script, "-qec", "samverkan build --site ../.. --out "+t.TempDir()+"/ut", os.DevNull)
	build.Env = append(os.Environ(), "XDG_CACHE_HOME="+t.TempDir())
	began := time.Now()
	said, err := build.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	took := time.Since(began)
	lines := strings.Split(strings.TrimRight(string(said), "\r\n"), "\n")
	if !strings.Contains(string(said), "\rritar diagram: ") {
		if took < 2*patience {
			t.Skipf("the build took %v: nothing to say", took)
		}
		t.Errorf("the build took %v and said %q", took, said)
	}
	if last := lines[len(lines)-1]; !strings.Contains(last, "\rKlart: ") && !strings.HasPrefix(last, "Klart: ") {
		t.Errorf("something stays before %q", last)
	}
}
