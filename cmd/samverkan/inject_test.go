package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"samverkan/internal/load"
	"samverkan/internal/report"
)

// hostile is written into every text of the site. If any of it takes effect there is
// an element, an attribute or a formula with zxq in its name.
const hostile = `=zxq()"'><zxq onzxq=zxq>{{printf "zxq%d" 1}}<script>zxq</script>${zxq}</script></title></style>`

// hostileLink is written where an address is expected.
const hostileLink = "javascript:zxq()//" + hostile

// taint puts hostile text into every string that a coordinator writes freely; ids,
// words with a meaning of their own and positions are left as the loader let them
// through, which is for load's tests.
func taint(v reflect.Value, name string) (tainted int) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			return taint(v.Elem(), name)
		}
	case reflect.Slice:
		for i := range v.Len() {
			tainted += taint(v.Index(i), name)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if f.IsExported() && !slices.Contains([]string{"Node", "Pos", "Keys", "BodyPos", "Files"}, f.Name) {
				tainted += taint(v.Field(i), f.Name)
			}
		}
	case reflect.String:
		if v.Type() != reflect.TypeFor[string]() || !v.CanSet() {
			return 0 // one of a few words
		}
		switch name {
		case "ID", "File", "Owner", "Path", "Chapter", "Dimension", "Delregion":
			return 0
		case "Link", "BaseURL", "Email":
			v.SetString(hostileLink)
		default:
			v.SetString(v.String() + hostile)
		}
		return 1
	}
	return tainted
}

// taintReferences makes every reference that may be free text, and every name in a
// distribution, hostile.
func taintReferences(c *report.County) {
	for _, s := range c.Submissions {
		s.Delivery.Source.ID = hostile
		for i := range s.Activities {
			s.Activities[i].Source.ID = hostile
		}
		for i := range s.Measurements {
			s.Measurements[i].Source.ID = hostile
		}
	}
}

func TestNothingIsInjected(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	county, findings, err := load.Site(os.DirFS("../.."))
	if err != nil || findings.HasErrors() {
		t.Fatal(err, findings)
	}
	if n := taint(reflect.ValueOf(county), ""); n < 500 {
		t.Errorf("only %d texts were made hostile", n)
	}
	taintReferences(county)
	for _, n := range county.Narratives {
		n.Body += "\n\n" + hostile + "\n\n<zxq onzxq=zxq>\n\n[a](javascript:zxq) [b](data:text/html,zxq) <javascript:zxq> ![c](javascript:zxq)\n\n" +
			"| a |\n|---|\n| " + hostile + " |\n\n```\n" + hostile + "\n```\n\n# " + hostile + "\n"
	}
	files, _, err := pages(county, t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	said := 0
	for _, f := range files {
		if bytes.Contains(f.Data, []byte("zxq")) {
			said++
		}
		switch path.Ext(f.Path) {
		case ".html", ".svg":
			harmlessMarkup(t, f.Path, f.Data)
		case ".csv":
			harmlessTable(t, f.Path, string(f.Data))
		case ".css":
			harmlessStyle(t, f.Path, string(f.Data))
		case ".js":
			if bytes.Contains(f.Data, []byte("zxq")) && !strings.Contains(f.Path, "sok") {
				t.Errorf("%s holds what someone wrote", f.Path)
			}
		}
		if strings.Contains(f.Path, "zxq") {
			t.Errorf("an address of what someone wrote: %s", f.Path)
		}
	}
	if said < 50 {
		t.Errorf("only %d of %d files show what was written", said, len(files))
	}
}

// harmlessMarkup parses a page as a browser does: nothing of what was written is an
// element, an attribute, a script or an address.
func harmlessMarkup(t *testing.T, name string, data []byte) {
	t.Helper()
	node, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for n := range node.Descendants() {
		if n.Type == html.CommentNode && strings.Contains(n.Data, "zxq") {
			t.Errorf("%s: in a comment", name)
		}
		if n.Type != html.ElementNode {
			continue
		}
		if strings.Contains(n.Data, "zxq") {
			t.Errorf("%s: an element <%s>", name, n.Data)
		}
		if (n.Data == "script" || n.Data == "style") && n.FirstChild != nil {
			harmlessRaw(t, name, n)
		}
		for _, a := range n.Attr {
			address := strings.ToLower(strings.TrimSpace(a.Val))
			switch {
			case strings.Contains(a.Key, "zxq"), strings.HasPrefix(a.Key, "on"), a.Key == "style":
				t.Errorf("%s: an attribute %s in <%s>", name, a.Key, n.Data)
			case slices.Contains([]string{"href", "src", "action", "srcset"}, a.Key) &&
				(strings.HasPrefix(address, "javascript:") || strings.HasPrefix(address, "data:")):
				t.Errorf("%s: an address %s", name, a.Val)
			}
		}
	}
}

// harmlessRaw demands that what was written stands in no script or style, other than
// as text in data for search engines, which no browser runs.
func harmlessRaw(t *testing.T, name string, n *html.Node) {
	t.Helper()
	text := n.FirstChild.Data
	isData := slices.Contains(n.Attr, html.Attribute{Key: "type", Val: "application/ld+json"})
	if strings.Contains(text, "zxq") && !(isData && json.Valid([]byte(text)) && !strings.Contains(text, "<")) {
		t.Errorf("%s: in a %s", name, n.Data)
	}
}

// harmlessStyle demands that what was written is a text in quotes and doesn't end them.
func harmlessStyle(t *testing.T, name, data string) {
	t.Helper()
	quoted := regexp.MustCompile(`"(?:[^"\\\n]|\\[^\n])*"`)
	if strings.Contains(quoted.ReplaceAllString(data, `""`), "zxq") {
		t.Errorf("%s: what was written is part of the style", name)
	}
}

// harmlessTable demands that no cell is a formula to a spreadsheet.
func harmlessTable(t *testing.T, name, data string) {
	t.Helper()
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(data, "\ufeff")))
	if first, _, _ := strings.Cut(data, "\n"); strings.Contains(first, ";") {
		r.Comma = ';'
	}
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Errorf("%s: %v", name, err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if strings.HasPrefix(strings.TrimSpace(cell), "=") {
				t.Errorf("%s: a cell is a formula: %s", name, cell)
				return
			}
		}
	}
}
