package page

import (
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"

	"samverkan/internal/compare"
	"samverkan/layouts"
)

func publishedInput() Input {
	c := county()
	c.Site.BaseURL = "https://exempel.se/rapport"
	return Input{Comparison: compare.Compare(c), Narratives: c.Narratives, Charts: drawnCharts{}, Layouts: layouts.FS}
}

func bodies(t *testing.T, in Input) map[string]string {
	t.Helper()
	files, finds, err := render(in)
	if err != nil || len(finds) > 0 {
		t.Fatal(finds, err)
	}
	all := map[string]string{}
	for _, f := range files {
		all[f.Path] = string(f.Data)
	}
	return all
}

// Without an address there is nothing that would need one.
func TestNoAddress(t *testing.T) {
	files := bodies(t, input())
	for _, path := range []string{sitemapPath, robotsPath, feedPath} {
		if files[path] != "" {
			t.Errorf("there is a %s", path)
		}
	}
	for _, word := range []string{"og:", "canonical", "ld+json", "atom+xml"} {
		if strings.Contains(files["2023/index.html"], word) {
			t.Errorf("the page has %s", word)
		}
	}
}

func TestSitemap(t *testing.T) {
	files := bodies(t, publishedInput())
	var m sitemap
	if err := xml.Unmarshal([]byte(files[sitemapPath]), &m); err != nil {
		t.Fatal(err)
	}
	pages := 0
	for path := range files {
		if strings.HasSuffix(path, ".html") {
			pages++
		}
	}
	if len(m.Pages) != pages-1 { // not the one that says that there is no page
		t.Errorf("%d addresses for %d pages", len(m.Pages), pages)
	}
	for _, p := range m.Pages {
		if !strings.HasPrefix(p.Location, "https://exempel.se/rapport/") || strings.HasSuffix(p.Location, "404.html") {
			t.Errorf("address %s", p.Location)
		}
		if strings.Contains(p.Location, "/2023/") != (p.Modified == "2024-02-01") {
			t.Errorf("%s was changed %q", p.Location, p.Modified)
		}
	}
	if !strings.Contains(files[robotsPath], "Sitemap: https://exempel.se/rapport/sitemap.xml\n") {
		t.Error(files[robotsPath])
	}
}

// The feed's times are the data's, so that the same files give the same feed.
func TestFeed(t *testing.T) {
	text := bodies(t, publishedInput())[feedPath]
	var f atomFeed
	if err := xml.Unmarshal([]byte(text), &f); err != nil {
		t.Fatal(err)
	}
	if f.Title != "Årsrapport" || f.Author != "Provlänet" || f.Updated != "2024-02-01T00:00:00Z" || len(f.Entries) != 1 {
		t.Fatalf("the feed is %+v", f)
	}
	if e := f.Entries[0]; e.ID != "https://exempel.se/rapport/2023/" || e.Summary != "Tre av fyra delregioner har lämnat underlag." {
		t.Errorf("the entry is %+v", e)
	}
	if !strings.Contains(text, `xml:lang="sv"`) || !strings.Contains(text, `rel="self"`) {
		t.Error(text)
	}
}

func TestFindablePages(t *testing.T) {
	pages := site(t, publishedInput())
	for _, c := range []struct{ page, url string }{
		{"2023/index.html", "https://exempel.se/rapport/2023/"},
		{"2023/indikatorer/kompletta/index.html", "https://exempel.se/rapport/2023/indikatorer/kompletta/"},
	} {
		page := pages[c.page]
		if got := attribute(all(page, `link[rel=canonical]`)[0], "href"); got != c.url {
			t.Errorf("canonical %s", got)
		}
		if len(all(page, `meta[property="og:title"]`)) != 1 || len(all(page, `link[type="application/atom+xml"]`)) != 1 {
			t.Errorf("%s lacks Open Graph or the feed", c.page)
		}
		if got := attribute(all(page, `meta[property="og:image"]`)[0], "content"); got != c.url+"bild.png" {
			t.Errorf("%s has the picture %q", c.page, got)
		}
		var d Dataset
		if err := json.Unmarshal([]byte(all(page, `script[type="application/ld+json"]`)[0].FirstChild.Data), &d); err != nil {
			t.Fatal(err)
		}
		if d.URL != c.url || d.Type != "Dataset" || d.Context != "https://schema.org" || d.Published != "2024-02-01" || !strings.Contains(d.Name, "2023") {
			t.Errorf("%s: %+v", c.page, d)
		}
	}
	for _, without := range []string{`script[type="application/ld+json"]`, `meta[property="og:image"]`} {
		if n := len(all(pages["metod/index.html"], without)); n != 0 {
			t.Errorf("a page without figures has %s", without)
		}
	}
}
