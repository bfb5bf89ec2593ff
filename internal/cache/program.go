package cache

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"
)

// Program is the build ID of the running program: the Go tool's own name for all that went into it, sources, modules,
// compiler and settings. Two programs that differ in anything have different ones, also when they have been built from
// the same commit with files changed in between. It is "" for a program built without one, and for one that it can't be
// read from.
var Program = sync.OnceValue(func() string {
	path, err := os.Executable()
	if runtime.GOOS == "linux" {
		path, err = "/proc/self/exe", nil // what runs, even if another program stands in its place by now
	}
	if err != nil {
		return ""
	}
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer func() { _ = file.Close() }()
	return buildID(file)
})

// buildID reads a program's build ID, which the linker puts among its first bytes: in ELF files as a note, in others as
// text before the code.
func buildID(program io.Reader) string {
	const first = 64 << 10
	head, err := io.ReadAll(io.LimitReader(program, first))
	if err != nil {
		return ""
	}
	id := textID(head)
	if bytes.HasPrefix(head, []byte("\x7fELF")) {
		id = noteID(head)
	}
	// Action and content of the main package and of the program. What other tools write in its place may say nothing.
	if strings.Count(id, "/") != 3 {
		return ""
	}
	return id
}

func textID(head []byte) string {
	_, after, _ := bytes.Cut(head, []byte("\xff Go build ID: \""))
	id, _, closed := bytes.Cut(after, []byte("\"\n \xff"))
	if !closed {
		return ""
	}
	return string(id)
}

// noteID finds the note whose owner is Go and whose kind is 4, on a machine whose numbers begin with the least byte.
func noteID(head []byte) string {
	before, after, found := bytes.Cut(head, []byte("\x04\x00\x00\x00Go\x00\x00"))
	if !found || len(before) < 4 {
		return ""
	}
	size := binary.LittleEndian.Uint32(before[len(before)-4:])
	if uint64(size) > uint64(len(after)) {
		return ""
	}
	return string(after[:size])
}
