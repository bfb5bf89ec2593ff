package cache

import (
	"os"
	"strings"
	"testing"
)

// The program knows itself, as the Go tool names it: this test's program has an ID, and no other has the same.
func TestProgram(t *testing.T) {
	id := Program()
	if strings.Count(id, "/") != 3 {
		t.Fatalf("the test's own build ID is %q", id)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data[:64<<10]), id) {
		t.Error("it doesn't stand in the program")
	}
}

func TestBuildID(t *testing.T) {
	const id = "ab/cd/ef/gh"
	note := "\x04\x00\x00\x00" + "\x0b\x00\x00\x00" + "\x04\x00\x00\x00Go\x00\x00"
	text := func(id string) string {
		return "MZ" + strings.Repeat(".", 1500) + "\xff Go build ID: \"" + id + "\"\n \xff"
	}
	elf := "\x7fELF" + strings.Repeat("\x00", 3000)
	for name, c := range map[string]struct{ program, want string }{
		"linux":              {elf + note + id + "\x00", id},
		"windows":            {text(id), id},
		"redacted":           {text("redacted"), ""},
		"none":               {text(""), ""},
		"elf without a note": {elf, ""},
		"cut note":           {elf + note + "ab/c", ""},
		"cut text":           {text(id)[:1520], ""},
		"too far in":         {strings.Repeat(".", 64<<10) + text(id), ""},
		"nothing":            {"", ""},
	} {
		if got := buildID(strings.NewReader(c.program)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
