package schema

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samverkan/internal/load"
)

var update = flag.Bool("update", false, "write anew what is generated from the contract")

//go:generate go test . -run ^TestGeneratedFilesAreFresh$ -update

// The handbook's two reference pages lie among its other pages, and the schemas beside
// the repository's own data; this test is what keeps them from going stale.
func TestGeneratedFilesAreFresh(t *testing.T) {
	root := filepath.Join("..", "..")
	handbook := filepath.Join(root, "content", "handbok")
	files := map[string]string{
		filepath.Join(handbook, "falt.md"): Fields(),
		filepath.Join(handbook, "fynd.md"): Findings(),
	}
	for _, kind := range Kinds() {
		if kind != "text" { // stands in Markdown, which no TOML editor reads
			data, _ := JSON(kind)
			files[filepath.Join(root, "data", ".schema", kind+Suffix)] = string(data)
		}
	}
	for file, want := range files {
		if *update {
			if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(file)
		if err != nil {
			t.Error(err)
			continue
		}
		if string(got) != want {
			t.Errorf("%s is stale: run go generate ./internal/schema", file)
		}
	}
}

// TestHandbookExplainsTheChecklist: every question of the checklist has its line in the
// page that says why it is asked, and in the example of how it is written.
func TestHandbookExplainsTheChecklist(t *testing.T) {
	var keys []string
	for _, f := range load.Contract() {
		if f.Name == "inlamning" {
			keys = f.Table.Field("checklista").Table.Keys()
		}
	}
	if len(keys) == 0 {
		t.Fatal("the contract has no checklist")
	}
	for page, form := range map[string]string{"arbetssatt": "\n| `%` |", "skriv-delprojekt": "\n%"} {
		text, err := os.ReadFile(filepath.Join("..", "..", "content", "handbok", page+".md"))
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range keys {
			if !strings.Contains(string(text), strings.Replace(form, "%", key, 1)) {
				t.Errorf("%s.md says nothing of %s", page, key)
			}
		}
	}
}
