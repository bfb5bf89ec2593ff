package load

import (
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/unicode/norm"

	"samverkan/internal/diag"
	"samverkan/internal/report"
)

// plain gives a tree as BurntSushi/toml would.
func plain(n *node) any {
	switch n.kind {
	case tableNode:
		m := map[string]any{}
		for _, e := range n.entries {
			m[e.name] = plain(e.value)
		}
		return m
	case listNode:
		items := []any{}
		for _, item := range n.items {
			items = append(items, plain(item))
		}
		return items
	case textNode:
		return n.text
	case truthNode:
		return n.truth
	case dateNode, clockNode:
		return "tid"
	}
	if math.IsNaN(n.number) {
		return "nan"
	}
	return n.number
}

// even makes what BurntSushi/toml gives comparable.
func even(v any) any {
	switch v := v.(type) {
	case map[string]any:
		m := map[string]any{}
		for k, x := range v {
			m[k] = even(x)
		}
		return m
	case []map[string]any, []any:
		items := []any{}
		for _, x := range anySlice(v) {
			items = append(items, even(x))
		}
		return items
	case int64:
		return float64(v)
	case time.Time:
		return "tid"
	case float64:
		if math.IsNaN(v) {
			return "nan"
		}
	}
	return v
}

// statementwise holds what is read of a whole document at once against what is read statement
// by statement, positions and all, and reports whether it could be read at once.
func statementwise(t *testing.T, text string) bool {
	t.Helper()
	list := split(text, 1)
	all, ok := (&reporter{file: "x.toml"}).whole(text, list)
	if !ok {
		return false
	}
	r := &reporter{file: "x.toml", findings: new(diag.List)}
	for i, st := range list {
		one, ok := r.read(st)
		withoutNaN(one.value)
		withoutNaN(all[i].value)
		if !ok || !reflect.DeepEqual(one, all[i]) {
			t.Fatalf("%q: line %d is read as\n%#v, by itself as\n%#v", text, st.line, all[i], one)
		}
	}
	return true
}

// withoutNaN takes away the numbers that don't equal themselves.
func withoutNaN(n *node) {
	if n == nil {
		return
	}
	if math.IsNaN(n.number) {
		n.number = 0
	}
	for _, item := range n.items {
		withoutNaN(item)
	}
	for _, e := range n.entries {
		withoutNaN(e.value)
	}
}

// agrees holds the tree against BurntSushi/toml's reading of the whole document.
func agrees(t *testing.T, text string) {
	t.Helper()
	statementwise(t, text)
	var findings diag.List
	root := document("x.toml", text, 1, &findings)
	want := map[string]any{}
	if _, err := toml.Decode(text, &want); err != nil {
		return
	}
	for _, f := range findings {
		if f.Code == "for-djupt" {
			return
		}
	}
	if len(findings) > 0 {
		t.Fatalf("%q is TOML, but: %v", text, findings)
	}
	if got := plain(root); !reflect.DeepEqual(got, even(want)) {
		t.Fatalf("%q is read as\n%#v, want\n%#v", text, got, even(want))
	}
}

func TestAgreesWithParser(t *testing.T) {
	files, _ := filepath.Glob("../../data/2023/*.toml")
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		agrees(t, string(text))
	}
	agrees(t, "a.b.c = 1\na.d = [[1, 2], [{ e = 1 }]]\n[x.y]\nz = '''\n'a' '''\n[x]\nw = { a.b = 1, c = [ # k\n 1, # l\n] }\n[[l]]\n[[l.m]]\nn = 1\n[[l]]\n[l.m]\n")
}

// What the parser takes for TOML, this package does too, and reads the same from it;
// whatever else it is given, it ends.
func FuzzTOML(f *testing.F) {
	f.Add("a.b.c = 1\n[[mal]]\nid = \"x\"\n[indikator.x.kommun]\n\"Kungälv\" = 82\n")
	f.Add("x = {a.b.c = 1, a.b.d = 2}\ny = [ # k\n'a', \"\"\"\nb\"\"\"]\n")
	f.Add("x = “a”\ny = 17,5\nz = [\"a\" \"b\"\n[[mal]\nk: v\n= 1\n]\n")
	f.Add("k = \"\"\"a\nb = \"c\nd = {a = , b}\n[å.ä]\nö ö = ..\n")
	f.Add("d = 2024-02-30\ne = 1 mars 2024\nf = \"C:\\Users\"\ng = inf\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<12 {
			return
		}
		var findings diag.List
		text, ok := decode("x.toml", []byte(text), &findings)
		if !ok {
			return
		}
		root := document("data/2023/simba.toml", text, 1, &findings)
		agrees(t, text)
		for _, f := range contract() {
			b := binder{findings: &findings}
			b.table(root, f.Table, reflect.New(targets[f.Name]).Elem())
		}
		lines := strings.Count(text, "\n") + 1
		for _, f := range findings {
			if f.Pos.Line > lines || f.Pos.Col < 0 || f.Message == "" || f.Code == "" || f.Hint == "" {
				t.Fatalf("%q: %+v", text, f)
			}
		}
	})
}

var targets = map[string]reflect.Type{
	"samverkan": reflect.TypeFor[report.Site](), "delregioner": reflect.TypeFor[register](),
	"katalog": reflect.TypeFor[report.Catalogue](), "inlamning": reflect.TypeFor[report.Submission](),
	"text": reflect.TypeFor[report.Narrative](),
}

func FuzzFrontMatter(f *testing.F) {
	f.Add("+++\ntitel = \"x\"\n+++\nText.\n")
	f.Add("+++\ntitel = \"x\n\nText.\n")
	f.Add("---\ntitel: x\n---\nText.\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<12 {
			return
		}
		county, findings, err := Site(fstest.MapFS{"content/om.md": {Data: []byte(text)}})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range findings {
			if f.Code != "saknad-fil" && f.Pos.File != "content/om.md" {
				t.Fatalf("%q: %+v", text, f)
			}
		}
		for _, n := range county.Narratives {
			if n.BodyLine < 1 || !strings.HasSuffix(norm.NFC.String(text), n.Body) && !strings.ContainsAny(text, "\r\x00") && utf8.ValidString(text) {
				t.Fatalf("%q: body %q from line %d", text, n.Body, n.BodyLine)
			}
		}
	})
}
