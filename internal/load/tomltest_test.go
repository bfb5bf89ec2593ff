package load

import (
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"

	tomltest "github.com/toml-lang/toml-test/v2"

	"samverkan/internal/diag"
)

// lenient are the invalid files of the suite, by the beginning of their names, of which
// document says nothing, and why. What it lets pass is either as clear as if it were
// right, or reported by the binder, which knows the keys: see TestInvalidSuite.
var lenient = []struct{ prefix, why string }{
	{"invalid/control/comment-", "a control character in a comment says nothing"},
	{"invalid/control/", "a lone carriage return is an end of line, as old Macs write it"},
	{"invalid/encoding/ideographic-space", "a foreign blank before a key is a blank"},
	{"invalid/key/", "an unquoted key with other characters is clear; the binder reports those it doesn't know"},
	{"invalid/table/bare-invalid-character", "as for keys"},
	{"invalid/table/equals-sign", "as for keys"},
	{"invalid/table/whitespace", "as for keys"},
	{"invalid/table/nested-brackets-open", "as for keys"},
	{"invalid/table/multiline-key", "as for keys"},
	{"invalid/table/llbrace", "a blank between the brackets is clear"},
	{"invalid/table/rrbrace", "a blank between the brackets is clear"},
	{"invalid/table/", "a heading given twice: the binder reports it, and nothing is lost"},
	{"invalid/spec-1.1.0/common-46", "as for headings given twice"},
	{"invalid/array/extend-defined-aot", "as for headings given twice"},
	{"invalid/array/tables-02", "as for headings given twice"},
	{"invalid/inline-table/", "what is added to an inline table within one has no other reading"},
	{"invalid/datetime/offset-overflow-minute", "BurntSushi/toml takes it; no key holds a time zone"},
}

func excused(name string) bool {
	return slices.ContainsFunc(lenient, func(l struct{ prefix, why string }) bool { return strings.HasPrefix(name, l.prefix) })
}

// suite lists the files of the TOML project's own test suite, for TOML 1.1, whose path
// begins with prefix.
func suite(t *testing.T, prefix string) map[string][]byte {
	t.Helper()
	cases := tomltest.TestCases()
	list, err := fs.ReadFile(cases, "files-toml-1.1.0")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]byte{}
	for name := range strings.Lines(string(list)) {
		name = strings.TrimSpace(name)
		if !strings.HasPrefix(name, prefix) || !strings.HasSuffix(name, ".toml") {
			continue
		}
		data, err := fs.ReadFile(cases, name)
		if err != nil {
			t.Fatal(err)
		}
		found[name] = data
	}
	if len(found) < 100 {
		t.Fatalf("only %d files of the suite", len(found))
	}
	return found
}

// readSuite reads one file of the suite the way a submission is read up to the point
// where keys are judged.
func readSuite(t *testing.T, data []byte) diag.List {
	t.Helper()
	var findings diag.List
	if text, ok := decode("data/2023/norr.toml", data, &findings); ok {
		document("data/2023/norr.toml", text, 1, &findings)
	}
	return findings
}

// readBound reads it the whole way, as a submission.
func readBound(data []byte) diag.List {
	var findings diag.List
	text, ok := decode("data/2023/norr.toml", data, &findings)
	if !ok {
		return findings
	}
	root := document("data/2023/norr.toml", text, 1, &findings)
	b := binder{findings: &findings}
	b.table(root, tableOf("inlamning"), reflect.New(targets["inlamning"]).Elem())
	return findings
}

// Every file that the TOML project calls invalid gives a finding with a place and a
// way on, and none makes the reader panic or hang.
func TestInvalidSuite(t *testing.T) {
	for name, data := range suite(t, "invalid/") {
		t.Run(name, func(t *testing.T) {
			findings := readSuite(t, data)
			if len(findings) == 0 && !excused(name) {
				t.Errorf("no finding\n%s", data)
			}
			// The one file of which nothing at all is said holds two comments and an old end of line.
			if whole := readBound(data); len(whole) == 0 && name != "invalid/control/bare-cr.toml" {
				t.Errorf("no finding about a submission like this\n%s", data)
			}
			for _, f := range findings {
				if f.Message == "" || f.Hint == "" || f.Pos.File == "" {
					t.Errorf("incomplete finding: %+v", f)
				}
			}
		})
	}
}

// Every file that the TOML project calls valid is read without a remark on how it is
// written, other than that it nests deeper than any submission.
func TestValidSuite(t *testing.T) {
	for name, data := range suite(t, "valid/") {
		t.Run(name, func(t *testing.T) {
			for _, f := range readSuite(t, data) {
				if f.Code != "for-djupt" {
					t.Errorf("%s: %s [%s]\n%s", f.Pos, f.Message, f.Code, data)
				}
			}
		})
	}
}

// Nearly every valid file can be read at once, and then says the same as statement by statement.
func TestValidSuiteAtOnce(t *testing.T) {
	files, atOnce := suite(t, "valid/"), 0
	for name, data := range files {
		t.Run(name, func(t *testing.T) {
			if text, ok := decode("x.toml", data, new(diag.List)); ok && statementwise(t, text) {
				atOnce++
			}
		})
	}
	if atOnce < len(files)*9/10 {
		t.Errorf("only %d of %d", atOnce, len(files))
	}
}
