package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"samverkan/layouts"
)

// The program for a system is the same whenever and wherever it is made, says which
// version it is and nothing of the machine it was made on.
func TestReleaseIsReproducible(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program twice")
	}
	if _, err := exec.LookPath("make"); err != nil {
		t.Skip(err)
	}
	if _, ok := layouts.Licences(); !ok {
		t.Skip("the licences haven't been gathered: run make binary")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	var made [2][]byte
	for i := range made {
		dir := t.TempDir()
		cmd := exec.Command("make", "-C", root, "release-windows-amd64", "RELEASE_DIR="+dir, "VERSION=v1.2.3")
		for _, v := range os.Environ() {
			if !strings.HasPrefix(v, "MAKE") {
				cmd.Env = append(cmd.Env, v)
			}
		}
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if made[i], err = os.ReadFile(filepath.Join(dir, "samverkan-windows-amd64.exe")); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(made[0], made[1]) {
		t.Error("two builds differ")
	}
	if !bytes.Contains(made[0], []byte("v1.2.3")) {
		t.Error("the version isn't in it")
	}
	if !bytes.Contains(made[0], []byte("\xff Go build ID: \"")) {
		t.Error("it has no build ID, so that it can't know finished charts by their tables")
	}
	if bytes.Contains(made[0], []byte(root+"/")) {
		t.Errorf("it says that it was built in %s", root)
	}
}
