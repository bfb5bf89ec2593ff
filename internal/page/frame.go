package page

import (
	"path"
	"slices"
	"strings"
	"sync"

	"samverkan/internal/compare"
)

// Link is a link as a template shows it; without Href it is only text.
type Link struct {
	Href, Text string
	Note       string // a few words after the link
	Current    bool   // leads to the page it stands in
}

// Entry is a line of a page's contents list.
type Entry struct {
	ID, Text string
	Sub      []Entry
}

// Section is a heading with a permanent address.
type Section struct{ ID, Title string }

// Frame is what every page has round its own content.
type Frame struct {
	Heading     string   // the page's h1
	HeadingFit  string   // a class for a heading whose longest word needs smaller type on a narrow screen
	Kicker      string   // a few words above it: the kind of page
	Lead        string   // the first sentence
	Description string   // for search engines and shared links
	Title       string   // of the document
	Canonical   string   // "" without bas_url
	Feed        string   // of published years; "" without bas_url
	Citation    string   // how the page is referred to; "" for a page of no year
	Picture     *Picture // that shared links show; nil without bas_url or a drawing
	Dataset     *Dataset // what the page holds, for search engines
	Style, Icon string
	Script      string // wakes the drawings; "" where there is none

	SiteTitle, Publisher string
	Home, Search         Link
	Years, Subjects      []Link
	Menu                 [][]Link // the subjects: what most years have, then the rest
	Delregioner, About   []Link
	Crumbs               []Link
	Prev, Next           *Link
	Same                 Same
	Book                 *Book // the pages of the folder that the page stands in
	Contents             []Entry
	Example              bool
	Version              string
	Contact              Contact
	Wide                 bool // the page has no contents list beside it
}

// Contact is where a reader turns with questions.
type Contact struct{ Name, Email, Phone string }

// frame fills what follows from where the page stands.
func (p *pen) frame(heading, lead string) Frame {
	site := p.cmp.Site
	f := Frame{
		Heading: heading, HeadingFit: headingFit(heading), Lead: lead, Description: lead,
		Title: documentTitle(p.sheet, heading, site.Title),
		Style: p.href(stylePath), Icon: p.href(iconPath),
		SiteTitle: site.Title, Publisher: site.Publisher,
		Home:    p.page(homePath, site.Title),
		Search:  p.page(searchPath, "Sök"),
		Years:   p.yearLinks(),
		About:   p.aboutLinks(),
		Crumbs:  p.crumbs(),
		Same:    p.same(),
		Example: site.Example,
		Version: p.in.Version,
		Contact: Contact{site.Contact.Name, site.Contact.Email, site.Contact.Phone},
	}
	if f.Description == "" {
		f.Description = heading
	}
	f.Citation = p.citation(heading)
	if y := p.menuYear(); y != nil {
		f.Subjects = p.subjectLinks(y.Year)
		f.Menu = menuRows(f.Subjects)
		f.Delregioner = p.delregionLinks(y.Year)
	}
	p.neighbours(&f, p.subjectPaths())
	if site.BaseURL != "" {
		f.Canonical = canonical(site.BaseURL, p.sheet.path)
		f.Feed = p.href(feedPath)
		f.Dataset = p.dataset(heading, f.Description)
	}
	return f
}

// documentTitle puts the page first, since a tab shows little more than that.
func documentTitle(s sheet, heading, site string) string {
	if s.path == homePath || heading == site {
		return site
	}
	if s.year != 0 && !strings.Contains(heading, itoa(s.year)) {
		return heading + " " + itoa(s.year) + " – " + site
	}
	return heading + " – " + site
}

// canonical is the published address of a file; index.html is left out as servers do.
func canonical(base, file string) string {
	return strings.TrimSuffix(base, "/") + "/" + strings.TrimSuffix(file, homePath)
}

// menuYear is the edition that the menus lead within: the page's own, else the newest.
func (p *pen) menuYear() *compare.Year {
	if y := p.year(p.sheet.year); y != nil {
		return y
	}
	if n := len(p.cmp.Years); p.cmp.Newest == nil && n > 0 {
		return p.cmp.Years[n-1]
	}
	return p.cmp.Newest
}

// yearLinks leads to the same page of each year where there is one, else to the
// year's first page. The newest comes first.
func (p *pen) yearLinks() []Link {
	var links []Link
	for i := len(p.cmp.Years) - 1; i >= 0; i-- {
		year := p.cmp.Years[i].Year
		target := yearPath(year)
		if p.sheet.year != 0 {
			if same := itoa(year) + strings.TrimPrefix(p.sheet.path, itoa(p.sheet.year)); p.has(same) {
				target = same
			}
		}
		if l := p.page(target, p.yearText(year)); l.Href != "" {
			l.Current = year == p.sheet.year
			links = append(links, l)
		}
	}
	return links
}

// subject is a section of a year.
type subject struct{ dir, text string }

// commonSubjects are the sections that most years have, in the order of the menu.
var commonSubjects = []subject{
	{"", "Årsrapporten"}, {"mal", "Mål"}, {"indikatorer", "Indikatorer"}, {"aktiviteter", "Aktiviteter"},
	{"avvikelser", "Avvikelser"}, {"fardplan", "Färdplanen"}, {"organisation", "Organisation"},
	{"jamforbarhet", "Jämförbarhet"}, {"rapport", lastCommon},
}

// lastCommon is the last of the subjects that most years have.
const lastCommon = "Hela rapporten"

// subjects gives all sections that a year may have: the rarer forms come last.
var subjects = sync.OnceValue(func() []subject {
	all := slices.Clone(commonSubjects)
	for _, f := range formPages() {
		all = append(all, subject{f.dir, f.title})
	}
	return all
})

// menuRows parts the menu where the rarer subjects begin, so that it breaks there.
func menuRows(links []Link) [][]Link {
	for i, l := range links {
		if l.Text == lastCommon && i+1 < len(links) {
			return [][]Link{links[:i+1], links[i+1:]}
		}
	}
	return [][]Link{links}
}

func (p *pen) subjectLinks(year int) []Link {
	var links []Link
	for _, s := range subjects() {
		l := p.page(yearPath(year, s.dir), s.text)
		if l.Href == "" {
			continue
		}
		// A goal's own page belongs to the section Mål.
		if s.dir != "" && strings.HasPrefix(p.sheet.path, itoa(year)+"/"+s.dir+"/") {
			l.Current = true
		}
		links = append(links, l)
	}
	return links
}

// subjectPaths are the sections of the page's year, in the order of the menu. The
// year's first page isn't one of them: its neighbours are other years.
func (p *pen) subjectPaths() []string {
	var paths []string
	for _, s := range subjects() {
		if file := yearPath(p.sheet.year, s.dir); s.dir != "" && p.has(file) {
			paths = append(paths, file)
		}
	}
	return paths
}

func (p *pen) delregionLinks(year int) []Link {
	var links []Link
	for _, d := range p.cmp.Delregioner {
		if l := p.page(yearPath(year, d.ID), d.Name); l.Href != "" {
			links = append(links, l)
		}
	}
	return links
}

// aboutLinks are the pages about the site itself.
func (p *pen) aboutLinks() []Link {
	var links []Link
	for _, s := range p.sheets {
		if s.year == 0 && s.path != homePath && s.layout != "notfound" && s.layout != "overyears" && !p.below(s.path) {
			links = append(links, p.page(s.path, s.title))
		}
	}
	return links
}

// below reports whether the page stands in a folder that has a first page of its own,
// which leads to it.
func (p *press) below(file string) bool {
	folder := path.Dir(path.Dir(file))
	return folder != "." && p.has(folder+"/"+homePath)
}

// crumbs lead from the first page down to this one, by the folders of the address.
func (p *pen) crumbs() []Link {
	if p.sheet.path == homePath {
		return nil
	}
	links := []Link{{Href: p.href(homePath), Text: "Start"}}
	parts := strings.Split(p.sheet.path, "/")
	for i := 1; i < len(parts); i++ {
		above := strings.Join(parts[:i], "/") + "/" + homePath
		if s := p.byPath[above]; s != nil && above != p.sheet.path {
			links = append(links, p.page(above, s.title))
		}
	}
	return append(links, Link{Text: p.sheet.title, Current: true})
}

// neighbours sets the pages before and after this one among its siblings.
func (p *pen) neighbours(f *Frame, paths []string) {
	for i, file := range paths {
		if file != p.sheet.path {
			continue
		}
		if i > 0 {
			l := p.page(paths[i-1], p.byPath[paths[i-1]].title)
			f.Prev = &l
		}
		if i+1 < len(paths) {
			l := p.page(paths[i+1], p.byPath[paths[i+1]].title)
			f.Next = &l
		}
	}
}

// siblings are the paths of all sheets with the page's layout in its year.
func (p *pen) siblings() []string {
	var paths []string
	for _, s := range p.sheets {
		if s.layout == p.sheet.layout && s.year == p.sheet.year {
			paths = append(paths, s.path)
		}
	}
	return paths
}
