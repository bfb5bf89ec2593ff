package page

import (
	"strings"
	"testing"
)

// TestLinks: every link leads to a file of the site, and every fragment to an id there.
func TestLinks(t *testing.T) {
	in := input()
	files, _, _ := render(in)
	exists := map[string]bool{}
	for _, f := range files {
		exists[f.Path] = true
	}
	pages := site(t, in)
	for path, page := range pages {
		for _, a := range all(page, "a[href], link[href]") {
			href := attribute(a, "href")
			if strings.Contains(href, ":") {
				continue
			}
			target, fragment := follow(path, href)
			if !exists[target] {
				t.Errorf("%s: %q leads nowhere", path, href)
			} else if fragment != "" && len(all(pages[target], `[id="`+fragment+`"]`)) != 1 {
				t.Errorf("%s: %q: no such id", path, href)
			}
		}
	}
}

// follow resolves a relative link the slow way, independently of rel.
func follow(from, href string) (file, fragment string) {
	file, fragment, _ = strings.Cut(href, "#")
	if file == "" {
		return from, fragment
	}
	dir := strings.Split(from, "/")
	dir = dir[:len(dir)-1]
	for part := range strings.SplitSeq(file, "/") {
		if part == ".." {
			dir = dir[:len(dir)-1]
			continue
		}
		dir = append(dir, part)
	}
	return strings.Join(dir, "/"), fragment
}

// TestMarkup: what every page must have, and what none may have.
func TestMarkup(t *testing.T) {
	for path, page := range site(t, input()) {
		for selector, want := range map[string]int{
			`html[lang="sv"]`: 1, "h1": 1, "main#innehall": 1, `a.hopp[href="#innehall"]`: 1, "title": 1,
			`meta[http-equiv="Content-Security-Policy"]`: 1, "[style]": 0, "style": 0, "script:not([src])": 0,
			"[onclick]": 0, `[src^="http"]`: 0, `th:not([scope])`: 0, "img:not([alt])": 0,
		} {
			if got := len(all(page, selector)); got != want {
				t.Errorf("%s: %d of %s, want %d", path, got, selector, want)
			}
		}
		seen := map[string]bool{}
		for _, n := range all(page, "[id]") {
			if id := attribute(n, "id"); seen[id] {
				t.Errorf("%s: id %q twice", path, id)
			} else {
				seen[id] = true
			}
		}
		for _, n := range all(page, "table") {
			if len(all(n, "caption")) != 1 {
				t.Errorf("%s: a table without a caption", path)
			}
		}
	}
}
