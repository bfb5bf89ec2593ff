package page

import (
	"bytes"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"samverkan/internal/diag"
	"samverkan/internal/walk"
)

// RefusedReader finds what a browser refuses to use in a page, because of the policy that the
// page states: scripts and styles in the page itself, and what comes from other websites. It
// is a walk.Reader. Only a site's own layouts can have any.
type RefusedReader struct {
	page  string
	kinds []string // what has been found, each once
	finds diag.List
}

// NewRefusedReader is for one page.
func NewRefusedReader(page string) *RefusedReader { return &RefusedReader{page: page} }

// Findings are warnings; those of all pages are to be gathered.
func (r *RefusedReader) Findings() diag.List { return r.finds }

// Start looks at an element.
func (r *RefusedReader) Start(t *walk.Tag) {
	switch {
	case t.Name == atom.Style:
		r.refused("<style>", "lägg stilen i layouts/parts/egen.css")
	case t.Name == atom.Script && t.Value("src") == nil && isCode(string(t.Value("type"))):
		r.refused("<script> utan src", "ta bort skriptet: webbläsaren kör det inte")
	}
	for key, value := range t.Each {
		switch attr := string(key); {
		case attr == "style":
			r.refused(attr+`="…"`+on(t), "ge elementet en klass, och klassen en stil i layouts/parts/egen.css")
		case strings.HasPrefix(attr, "on") && len(attr) > len("on"):
			r.refused(attr+`="…"`+on(t), "ta bort skriptet: webbläsaren kör det inte")
		case fetches(t, attr) && isElsewhere(value):
			r.refused("<"+t.Name.String()+"> som hämtas från en annan webbplats", "ta bort elementet: webbläsaren hämtar inget därifrån")
		}
	}
}

// Text is of no interest.
func (r *RefusedReader) Text([]byte) {}

// End is of no interest.
func (r *RefusedReader) End(*walk.Tag) {}

func (r *RefusedReader) refused(what, hint string) {
	if slices.Contains(r.kinds, what) {
		return
	}
	r.kinds = append(r.kinds, what)
	r.finds.Add(diag.Finding{Pos: diag.Pos{File: "layouts"}, Severity: diag.Warning, Code: "stoppas-av-webblasaren",
		Page: r.page, Message: "sidan " + r.page + " har " + what, Hint: hint})
}

// on names the element that an attribute stands on, if HTML knows it.
func on(t *walk.Tag) string {
	if t.Name == 0 {
		return ""
	}
	return " på <" + t.Name.String() + ">"
}

// isCode reports whether a script of the type is run, rather than being data.
func isCode(kind string) bool {
	return kind == "" || kind == "module" || strings.HasSuffix(kind, "javascript")
}

// fetches reports whether a browser gets what an attribute of the element names, without being
// asked to.
func fetches(t *walk.Tag, attr string) bool {
	switch attr {
	case "src", "srcset", "poster":
		return true
	case "data":
		return t.Name == atom.Object
	case "href":
		return t.Name == atom.Link && slices.ContainsFunc(bytes.Fields(t.Value("rel")), func(rel []byte) bool {
			return slices.Contains(fetchedLinks, strings.ToLower(string(rel)))
		})
	}
	return false
}

// fetchedLinks are the relations of a <link> that are more than something to know.
var fetchedLinks = []string{"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest", "apple-touch-icon"}

// isElsewhere reports whether an address names another website.
func isElsewhere(address []byte) bool {
	u, err := url.Parse(strings.TrimSpace(string(address)))
	return err == nil && u.Host != ""
}
