package page

import (
	"bytes"
	"encoding/xml"
	"fmt"

	"samverkan/internal/compare"
	"samverkan/internal/period"
)

// What makes the site found by others. All of it needs the address where the site is
// published, so none of it is written without bas_url.
const (
	sitemapPath = "sitemap.xml"
	robotsPath  = "robots.txt"
	feedPath    = "flode.xml"
)

// findable are the files for search engines and feed readers.
func (p *press) findable() []File {
	base := p.cmp.Site.BaseURL
	if base == "" {
		return nil
	}
	return []File{
		{Path: sitemapPath, Data: xmlFile(p.sitemap(base))},
		{Path: robotsPath, Data: fmt.Appendf(nil, "User-agent: *\nAllow: /\nSitemap: %s\n", canonical(base, sitemapPath))},
		{Path: feedPath, Data: xmlFile(p.feed(base))},
	}
}

type sitemap struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	Pages   []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Location string `xml:"loc"`
	Modified string `xml:"lastmod,omitempty"`
}

func (p *press) sitemap(base string) sitemap {
	var m sitemap
	for _, s := range p.sheets {
		if s.layout != "notfound" {
			m.Pages = append(m.Pages, sitemapURL{canonical(base, s.path), lastSubmitted(p.year(s.year)).String()})
		}
	}
	return m
}

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	Title   string      `xml:"title"`
	ID      string      `xml:"id"`
	Links   []atomLink  `xml:"link"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	Title   string   `xml:"title"`
	ID      string   `xml:"id"`
	Link    atomLink `xml:"link"`
	Updated string   `xml:"updated"`
	Summary string   `xml:"summary"`
}

// feed tells of the years that have been published, the newest first.
func (p *press) feed(base string) atomFeed {
	site := p.cmp.Site
	f := atomFeed{Lang: "sv", Title: site.Title, ID: canonical(base, homePath), Author: site.Publisher,
		Links: []atomLink{{Rel: "self", Href: canonical(base, feedPath)}, {Href: canonical(base, homePath)}}}
	for i := len(p.cmp.Years) - 1; i >= 0; i-- {
		y := p.cmp.Years[i]
		address, day := canonical(base, yearPath(y.Year)), lastSubmitted(y)
		if day.IsZero() { // a feed must have a time; the year's last day is at least true of the figures
			day = period.Date{Year: y.Year, Month: 12, Day: 31}
		}
		f.Entries = append(f.Entries, atomEntry{
			Title: fmt.Sprintf("Årsrapport %d", y.Year), ID: address, Link: atomLink{Href: address},
			Updated: day.String() + "T00:00:00Z",
			Summary: howManyOf(y.Reported, len(p.cmp.Delregioner)) + " har lämnat underlag.",
		})
		f.Updated = max(f.Updated, f.Entries[len(f.Entries)-1].Updated)
	}
	if f.Updated == "" {
		f.Updated = "1970-01-01T00:00:00Z"
	}
	return f
}

// lastSubmitted is the latest day on which somebody submitted; a zero Date where
// nobody has said. It never depends on when the site is built.
func lastSubmitted(y *compare.Year) period.Date {
	var last period.Date
	if y == nil {
		return last
	}
	for i := range y.Submissions {
		if d := y.Submissions[i].Delivery.Date; d.Compare(last) > 0 {
			last = d
		}
	}
	if y.County != nil && y.County.Delivery.Date.Compare(last) > 0 {
		last = y.County.Delivery.Date
	}
	return last
}

func xmlFile(v any) []byte {
	b := bytes.NewBufferString(xml.Header)
	if err := xml.NewEncoder(b).Encode(v); err != nil {
		panic(err) // only a type that XML can't hold, and ours are strings
	}
	b.WriteByte('\n')
	return b.Bytes()
}
