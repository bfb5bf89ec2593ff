package markdown

import (
	"encoding/json"
	"html/template"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// FuzzRender holds what the package promises of any text: no panic, and HTML with
// nothing in it that a page mustn't have.
func FuzzRender(f *testing.F) {
	for _, s := range []string{
		"# Rubrik\n\n{{a}} [b](c) [^1]\n\n[^1]: d\n", "|a|b|\n|-|:-:|\n|`|\\|`|2|", "- [x] a\n  > <b>\n", "```diagram\nx\n```",
		"[a](javascript&colon;b)", "<a href=x onclick=y>", "![a](<b\nc>)", "[a]\n\n[a]: data:x 'y'", "\x00\xff\r\n\t> 1. x",
		"Det gick bra (7 av 41), se https://a.b/c - 1. x #y +z {{a}} | b ~c~ d!", "a  ", "å\u00a0",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		src := Source{File: "f.md", Body: body, Prefix: "p-", TopLevel: 2}
		scan := Parse(src)
		result := Render(src, nil)
		if len(scan.Headings) != len(result.Headings) {
			t.Errorf("%d headings scanned, %d rendered", len(scan.Headings), len(result.Headings))
		}
		for _, l := range scan.Links {
			if l.Pos.Line < 1 || l.Pos.Line > strings.Count(body, "\n")+1 || l.Pos.Col < 1 {
				t.Errorf("link at %v", l.Pos)
			}
		}
		safe(t, result.HTML)
		safe(t, Inline(body))
		if plain(body) && inline(body) != interpreted(body) {
			t.Errorf("%q isn't plain: it is %q", body, interpreted(body))
		}
	})
}

// elements are those that a text may give rise to.
var elements = strings.Fields(`a blockquote br code div em figure h2 h3 h4 h5 h6 hr img li ol p pre section span
	strong sup table tbody td th thead tr ul`)

// attributes are those that an element may have.
var attributes = strings.Fields("alt aria-label class href id loading rel role scope src start tabindex title")

// safe holds HTML against what is allowed and looks for ids that aren't unique.
func safe(t *testing.T, h template.HTML) {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(string(h)))
	seen := map[string]bool{}
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.CommentToken, html.DoctypeToken:
			t.Fatalf("a comment in %q", h)
		case html.StartTagToken, html.SelfClosingTagToken:
			safeTag(t, z.Token(), seen, h)
		}
	}
}

func safeTag(t *testing.T, tag html.Token, seen map[string]bool, h template.HTML) {
	t.Helper()
	if !has(elements, tag.Data) {
		t.Fatalf("<%s> in %q", tag.Data, h)
	}
	for _, a := range tag.Attr {
		switch {
		case !has(attributes, a.Key):
			t.Fatalf("<%s %s> in %q", tag.Data, a.Key, h)
		case a.Key == "href" && refused(a.Val, false), a.Key == "src" && refused(a.Val, true):
			t.Fatalf("address %q in %q", a.Val, h)
		case a.Key == "id" && (seen[a.Val] || !strings.HasPrefix(a.Val, "p-")):
			t.Fatalf("id %q in %q", a.Val, h)
		}
		if a.Key == "id" {
			seen[a.Val] = true
		}
	}
}

func has(list []string, s string) bool {
	for _, e := range list {
		if e == s {
			return true
		}
	}
	return false
}

// The examples of the CommonMark specification, from goldmark's package, are all
// rendered safely.
func TestCommonMarkIsSafe(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		t.Skipf("goldmark's package isn't at hand: %v", err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "_test", "spec.json"))
	if err != nil {
		t.Skip(err)
	}
	var examples []struct{ Markdown string }
	if err := json.Unmarshal(data, &examples); err != nil || len(examples) < 600 {
		t.Fatalf("%d examples, %v", len(examples), err)
	}
	for _, e := range examples {
		safe(t, Render(Source{Body: e.Markdown, Prefix: "p-", TopLevel: 2}, nil).HTML)
		safe(t, Inline(e.Markdown))
	}
}
