package schema

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"samverkan/internal/check"
	"samverkan/internal/load"
)

func TestEveryKindHasASchema(t *testing.T) {
	for _, f := range load.Contract() {
		data, ok := JSON(f.Name)
		if !ok || !json.Valid(data) {
			t.Errorf("%s: %v, valid JSON %v", f.Name, ok, json.Valid(data))
		}
		again, _ := JSON(f.Name)
		if string(again) != string(data) {
			t.Errorf("%s differs from time to time", f.Name)
		}
	}
	if _, ok := JSON("nagot-annat"); ok {
		t.Error("a schema of nothing")
	}
}

// Even Better TOML ignores what stands beside a $ref, and knows no later draft.
func TestSchemaKeepsToWhatTheEditorKnows(t *testing.T) {
	for _, kind := range Kinds() {
		data, _ := JSON(kind)
		for _, word := range []string{`"$ref"`, `"$defs"`, `"unevaluatedProperties"`, `"dependentRequired"`} {
			if strings.Contains(string(data), word) {
				t.Errorf("%s uses %s", kind, word)
			}
		}
		if !strings.Contains(string(data), `"$schema": "http://json-schema.org/draft-07/schema#"`) {
			t.Errorf("%s doesn't say that it is draft-07", kind)
		}
	}
}

// Every key is described, in the contract's order, with the meaning of its words.
func TestEveryKeyIsDescribed(t *testing.T) {
	for _, kind := range Kinds() {
		data, _ := JSON(kind)
		var root struct {
			Properties map[string]struct {
				Description string
				Enum        []string
				Taplo       struct{ Docs struct{ EnumValues []string } } `json:"x-taplo"`
			}
		}
		if err := json.Unmarshal(data, &root); err != nil {
			t.Fatal(err)
		}
		for key, p := range root.Properties {
			if p.Description == "" {
				t.Errorf("%s: %s has no description", kind, key)
			}
			if len(p.Enum) != len(p.Taplo.Docs.EnumValues) {
				t.Errorf("%s: %s has %d words and %d meanings", kind, key, len(p.Enum), len(p.Taplo.Docs.EnumValues))
			}
		}
	}
}

// The words that can be chosen aren't listed where the description names those that
// are meant.
func TestWords(t *testing.T) {
	inlamning := load.Contract()[slices.Index(Kinds(), "inlamning")].Table
	if words := Words(*inlamning.Field("budget").Table.Field("enhet")); len(words) > 0 {
		t.Errorf("a budget's units: %v", words)
	}
	if words := Words(*inlamning.Field("inlamning").Table.Field("status")); len(words) != 3 {
		t.Errorf("a submission's statuses: %v", words)
	}
}

var code = regexp.MustCompile(`^[a-z]+(?:-[a-z]+)+$`)

// codes reads the codes of findings out of packages' source: the second argument of
// Errorf, Warnf, fail and their like, and the field Code.
func codes(t *testing.T, packages ...string) []string {
	t.Helper()
	var found []string
	note := func(e ast.Expr) {
		lit, ok := e.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return
		}
		if s, err := strconv.Unquote(lit.Value); err == nil && (code.MatchString(s) || s == "teckenkodning") {
			found = append(found, s)
		}
	}
	look := func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			method, ok := n.Fun.(*ast.SelectorExpr)
			if ok && slices.Contains([]string{"Errorf", "Warnf", "Advisef", "fail", "add"}, method.Sel.Name) && len(n.Args) > 2 {
				note(n.Args[1])
			}
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Code" {
				note(n.Value)
			}
		}
		return true
	}
	var files []string
	for _, dir := range packages {
		names, _ := filepath.Glob(dir + "/*.go")
		files = append(files, names...)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, look)
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// What the loader can find is explained, and nothing else is.
func TestReadingIsComplete(t *testing.T) { explains(t, reading, codes(t, "../load")) }

// So is what is found when the pages are made, wherever in the program that is.
func TestBuildingIsComplete(t *testing.T) {
	packages, _ := filepath.Glob("../*")
	packages = slices.DeleteFunc(packages, func(dir string) bool { return dir == "../load" || dir == "../check" || dir == "../schema" })
	explains(t, building, codes(t, append(packages, "../../cmd/samverkan")...))
}

func explains(t *testing.T, rules []check.Rule, found []string) {
	t.Helper()
	var explained []string
	for _, r := range rules {
		explained = append(explained, r.Code)
		for _, text := range []string{r.Title, r.Means, r.Why, r.Fix, r.Wrong, r.Right} {
			if text == "" {
				t.Errorf("%s is not fully explained", r.Code)
			}
		}
	}
	slices.Sort(explained)
	if !slices.Equal(found, explained) {
		t.Errorf("found are\n%v\nexplained are\n%v", found, explained)
	}
}

func TestFindingsHaveAnAnchorEach(t *testing.T) {
	text := Findings()
	for _, r := range slices.Concat(reading, building, check.Rules()) {
		if n := strings.Count(text, "\n### "+r.Code+"\n"); n != 1 {
			t.Errorf("%s has %d headings", r.Code, n)
		}
	}
}

// Links of the field reference lead to headings of its own.
func TestFieldsLinkToTheirForms(t *testing.T) {
	text := Fields()
	for _, m := range regexp.MustCompile(`\]\(#([a-z-]+)\)`).FindAllStringSubmatch(text, -1) {
		found := false
		for _, f := range forms {
			found = found || anchor(f.name) == m[1]
		}
		if !found {
			t.Fatalf("the link #%s leads nowhere", m[1])
		}
	}
	for _, f := range load.Contract() {
		for _, key := range f.Table.Keys() {
			if !strings.Contains(text, key) {
				t.Errorf("%s: the key %s isn't mentioned", f.Name, key)
			}
		}
	}
}

// Screen readers list tables by their headings, so no two are the same.
func TestTablesHaveNamesOfTheirOwn(t *testing.T) {
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^(\|.*\|)\n\| ---`).FindAllStringSubmatch(Fields(), -1) {
		if seen[m[1]] {
			t.Errorf("two tables begin %s", m[1])
		}
		seen[m[1]] = true
	}
}

func TestProse(t *testing.T) {
	if got := prose("[[mal]] {{…}} *x* <b>"); got != `\[\[mal\]\] \{\{…\}\} \*x\* \<b>` {
		t.Error(got)
	}
}
