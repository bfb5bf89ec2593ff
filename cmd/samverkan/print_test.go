package main

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"samverkan/internal/diag"
)

var sample = diag.List{
	{Pos: diag.Pos{File: "data/a.toml", Line: 3, Col: 4}, Severity: diag.Error, Code: "kod", Message: "något: fel: här", Hint: "gör så"},
	{Pos: diag.Pos{File: "data/b.toml"}, Severity: diag.Warning, Code: "kod", Message: "något"},
}

// Colours mark the severity and nothing else; without them the text is the same.
func TestPrintColours(t *testing.T) {
	var plainText, coloured bytes.Buffer
	screen{&plainText, false}.print(sample)
	screen{&coloured, true}.print(sample)
	want := "data/a.toml:3:4: fel: något: fel: här [kod]\n    tips: gör så\ndata/b.toml: varning: något [kod]\n"
	if plainText.String() != want {
		t.Errorf("got\n%s\nwant\n%s", &plainText, want)
	}
	if !strings.Contains(coloured.String(), "3:4: \x1b[31mfel\x1b[0m: något: fel: här") {
		t.Errorf("got %q", coloured.String())
	}
	bare := strings.NewReplacer(red, "", yellow, "", blue, "", faint, "", plain, "").Replace(coloured.String())
	if bare != want {
		t.Errorf("without colours\n%s\nwant\n%s", bare, want)
	}
}

func TestCount(t *testing.T) {
	list := append(append(diag.List{}, sample...), diag.Finding{Severity: diag.Warning}, diag.Finding{Severity: diag.Advice})
	if got := count(list); got != "1 fel, 2 varningar, 1 råd" {
		t.Error(got)
	}
	if got := count(nil); got != "" {
		t.Error(got)
	}
}

// Only a terminal gets colours, and not when NO_COLOR says anything.
func TestTerminal(t *testing.T) {
	null, err := os.Open(os.DevNull) // a device of characters, as a terminal is
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	t.Setenv("TERM", "xterm")
	for _, c := range []struct {
		setting string
		w       io.Writer
		want    bool
	}{{"", null, true}, {"1", null, false}, {"", &bytes.Buffer{}, false}} {
		t.Setenv("NO_COLOR", c.setting)
		if got := isTerminal(c.w); got != c.want {
			t.Errorf("NO_COLOR=%q %T: %v", c.setting, c.w, got)
		}
	}
}

// A fault of the program is told as such, and nothing else happens.
func TestCrash(t *testing.T) {
	var stderr bytes.Buffer
	c := &command{stderr: screen{&stderr, false}}
	if code := c.crashed("oj"); code != exitStopped || !strings.HasPrefix(stderr.String(), "fel: internt fel: oj\n    tips: ") {
		t.Errorf("%d %s", code, &stderr)
	}
}

func TestWithin(t *testing.T) {
	for _, c := range []struct {
		dir, p string
		want   bool
	}{{"/a", "/a", true}, {"/a", "/a/b", true}, {"/a", "/ab", false}, {"/a/b", "/a", false}, {"/a", "/a/..b", true}} {
		if got := within(c.dir, c.p); got != c.want {
			t.Errorf("within(%q, %q) = %v", c.dir, c.p, got)
		}
	}
}
