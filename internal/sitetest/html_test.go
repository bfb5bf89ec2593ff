package sitetest

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// validator is the npm package html-validate.
const validator = root + "/layouts/node_modules/html-validate"

// Every page is valid HTML, those of the invented county too.
func TestValidHTML(t *testing.T) { validHTML(t, site(t), pages(t)) }

func TestValidDemo(t *testing.T) { validHTML(t, demoSite(t), pagesIn(t, demoSite(t))) }

// validHTML holds pages of a built site against the standard.
func validHTML(t *testing.T, dir string, paths []string) {
	t.Helper()
	if _, err := os.Stat(validator); err != nil {
		unavailable(t, "html-validate isn't installed: run `npm --prefix layouts ci`")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		unavailable(t, "there is no Node: %v", err)
	}
	cmd := exec.Command(node, append(absolute(t, "testdata/validate.mjs", validator, "testdata/htmlvalidate.json"), paths...)...)
	cmd.Dir = dir
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var found []struct {
		File, Message, Rule string
		Line, Column        int
	}
	if err := json.Unmarshal(out, &found); err != nil {
		t.Fatal(err)
	}
	shown := map[string]int{}
	for _, f := range found {
		if shown[f.File]++; shown[f.File] <= 10 { // the rest is much the same
			t.Errorf("%s:%d:%d: %s [%s]", f.File, f.Line, f.Column, f.Message, f.Rule)
		}
	}
}

func absolute(t *testing.T, names ...string) []string {
	t.Helper()
	for i, name := range names {
		abs, err := filepath.Abs(name)
		if err != nil {
			t.Fatal(err)
		}
		names[i] = abs
	}
	return names
}
