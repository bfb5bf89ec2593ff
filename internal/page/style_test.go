package page

import (
	"bytes"
	"testing"
	"testing/fstest"

	"samverkan/internal/compare"
	"samverkan/layouts"
)

// What a site adds comes after everything of the program's, and changes nothing before it.
func TestAddedStylesAreLast(t *testing.T) {
	const added = ":root { --accent: #00664f;" // without its }
	delregioner := []compare.Delregion{{ID: "norr", Name: "Norr"}}
	programs, err := styleSheet(layouts.FS, "Årsrapport", delregioner)
	if err != nil || !bytes.Contains(programs, []byte("@page delregion-0")) {
		t.Fatalf("no running headers, %v", err)
	}
	with, err := styleSheet(layouts.Over(fstest.MapFS{"parts/egen.css": {Data: []byte(added)}}), "Årsrapport", delregioner)
	if err != nil || string(with) != string(programs)+added+"\n" {
		t.Errorf("%v, the sheet ends with %q", err, with[max(0, len(with)-200):])
	}
}
