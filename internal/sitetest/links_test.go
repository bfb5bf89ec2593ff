package sitetest

import (
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// reference is an address in a page.
type reference struct {
	element, attribute, address string
	loaded                      bool // the browser fetches it by itself
}

// document is what the link test needs to know of a page.
type document struct {
	ids        map[string]bool
	references []reference
}

// loading are the attributes whose address a browser fetches by itself, and going
// those that a reader follows.
var (
	loading = map[string]bool{"src": true, "srcset": true, "poster": true, "data": true, "background": true, "xlink:href": true}
	going   = map[string]bool{"href": true, "action": true, "formaction": true, "cite": true}
)

// unloaded are the relations of <link> that no browser fetches.
var unloaded = regexp.MustCompile(`^(canonical|alternate|prev|next|license|author|help|search|up)$`)

func readPage(t *testing.T, name string) document {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	doc := document{ids: map[string]bool{}}
	for z := html.NewTokenizer(f); ; {
		switch z.Next() {
		case html.ErrorToken:
			return doc
		case html.StartTagToken, html.SelfClosingTagToken:
			doc.add(z.Token())
		}
	}
}

func (d *document) add(tag html.Token) {
	relation := ""
	for _, a := range tag.Attr {
		if a.Key == "rel" {
			relation = a.Val
		}
	}
	for _, a := range tag.Attr {
		switch {
		case a.Key == "id":
			d.ids[a.Val] = true
		case loading[a.Key]:
			d.references = append(d.references, reference{tag.Data, a.Key, strings.Fields(a.Val + " ")[0], true})
		case going[a.Key]:
			fetched := tag.Data == "use" || tag.Data == "image" || tag.Data == "link" && !unloaded.MatchString(relation)
			d.references = append(d.references, reference{tag.Data, a.Key, a.Val, fetched})
		}
	}
}

// Every link and every anchor within the site leads somewhere, to a file by its name,
// so that the site works from a disk; and nothing is loaded from anyone else.
func TestLinks(t *testing.T) {
	dir := site(t)
	docs := map[string]document{}
	for _, p := range files(t, ".html", "") {
		docs[p] = readPage(t, filepath.Join(dir, filepath.FromSlash(p)))
	}
	for _, p := range files(t, ".html", "") {
		for _, r := range docs[p].references {
			if why := broken(dir, docs, p, r); why != "" {
				t.Errorf("%s: <%s %s=%q>: %s", p, r.element, r.attribute, r.address, why)
			}
		}
	}
}

func broken(dir string, docs map[string]document, from string, r reference) string {
	u, err := url.Parse(r.address)
	switch {
	case err != nil:
		return err.Error()
	case u.Scheme == "data" && r.loaded:
		return ""
	case u.IsAbs() || u.Host != "":
		if r.loaded {
			return "it is loaded from somewhere else"
		}
		return badScheme(u)
	case strings.HasPrefix(u.Path, "/"):
		if from == "404.html" {
			return "" // a server shows it at any depth
		}
		return "it doesn't work from a disk"
	}
	to := from
	if u.Path != "" {
		to = path.Join(path.Dir(from), u.Path)
	}
	if strings.HasPrefix(to, "../") {
		return "it leads out of the site"
	}
	info, err := os.Stat(filepath.Join(dir, filepath.FromSlash(to)))
	switch {
	case err != nil:
		return "there is no " + to
	case info.IsDir():
		return "it names a folder, not a file"
	}
	if doc, page := docs[to]; page && u.Fragment != "" && u.Fragment != "top" && !doc.ids[u.Fragment] {
		return "there is no such id in " + to
	}
	return ""
}

func badScheme(u *url.URL) string {
	switch u.Scheme {
	case "https", "http", "mailto", "tel":
		return ""
	}
	return "it isn't a kind of link that a site has"
}

var cssURL = regexp.MustCompile(`(?i)(?:url\(\s*|@import\s+)["']?([^"')\s]+)`)

// Style sheets load nothing from anyone else either, and what they name exists.
func TestStyleSheets(t *testing.T) {
	dir := site(t)
	for _, p := range files(t, ".css", "") {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(p)))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range cssURL.FindAllStringSubmatch(string(data), -1) {
			if strings.HasPrefix(m[1], "#") {
				continue
			}
			if why := broken(dir, nil, p, reference{"style", "url", m[1], true}); why != "" {
				t.Errorf("%s: %s: %s", p, m[1], why)
			}
		}
	}
}

// From the start page a reader gets to any indicator of the newest year in two clicks, and to any delregion in one; an
// indicator's page says what each delregion has.
func TestTwoClicks(t *testing.T) {
	dir := demoSite(t)
	clicks := map[string]int{"index.html": 0}
	for queue := []string{"index.html"}; len(queue) > 0; queue = queue[1:] {
		for _, r := range readPage(t, filepath.Join(dir, filepath.FromSlash(queue[0]))).references {
			u, err := url.Parse(r.address)
			if err != nil || u.IsAbs() || path.Ext(u.Path) != ".html" || r.element != "a" {
				continue
			}
			to := path.Join(path.Dir(queue[0]), u.Path)
			if _, known := clicks[to]; !known {
				clicks[to] = clicks[queue[0]] + 1
				queue = append(queue, to)
			}
		}
	}
	indicators := 0
	for _, p := range pagesIn(t, dir) {
		n, reached := clicks[p]
		most := 3
		switch {
		case strings.HasPrefix(p, "2025/indikatorer/"), strings.HasPrefix(p, "2025/mal/"):
			most, indicators = 2, indicators+1
		case fileHas(t, dir, p, `class="i-korthet"`) && strings.HasPrefix(p, "2025/") && strings.Count(p, "/") == 2 && p != "2025/rapport/index.html":
			most = 1
		}
		if (!reached || n > most) && p != "404.html" {
			t.Errorf("%s is %d clicks away (reached: %v), more than %d", p, n, reached, most)
		}
	}
	if indicators < 20 {
		t.Errorf("only %d indicators and goals", indicators)
	}
}
