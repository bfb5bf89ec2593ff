package preview

import (
	"bytes"
	"io"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
)

// handler answers requests.
type handler struct {
	show  *show
	hosts []string
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	headers(w.Header())
	switch {
	case !h.knows(r.Host):
		refuse(w, http.StatusForbidden, "Förhandsvisningen svarar bara på sitt eget namn: localhost.")
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		refuse(w, http.StatusMethodNotAllowed, "Här går det bara att läsa.")
	case r.URL.Path == eventsPath:
		h.events(w, r)
	case strings.HasPrefix(r.URL.Path, ownFolder):
		h.own(w, r)
	default:
		h.page(w, r)
	}
}

// headers keep a browser from storing what is shown, guessing what it is, and giving
// it to another site's page.
func headers(to http.Header) {
	to.Set("Cache-Control", "no-store")
	to.Set("X-Content-Type-Options", "nosniff")
	to.Set("Referrer-Policy", "no-referrer")
	to.Set("X-Frame-Options", "DENY")
	to.Set("Cross-Origin-Resource-Policy", "same-origin")
	to.Set("Cross-Origin-Opener-Policy", "same-origin")
}

// knows reports whether a Host header means this server. Any other may be a foreign
// name that someone has pointed at this machine to read what it shows.
func (h *handler) knows(host string) bool {
	host = strings.ToLower(host)
	if !strings.Contains(strings.TrimPrefix(host, "[::1]"), ":") {
		host += ":80" // which browsers leave out
	}
	return slices.Contains(h.hosts, host)
}

func refuse(w http.ResponseWriter, code int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(code)
	_, _ = io.WriteString(w, text+"\n")
}

// own serves the script and style sheet that are added to pages.
func (h *handler) own(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, ownFolder)
	if name != scriptName && name != styleName {
		refuse(w, http.StatusNotFound, "Den filen finns inte.")
		return
	}
	data, err := assets.ReadFile("assets/" + name)
	if err != nil {
		panic(err) // they are embedded
	}
	send(w, r, http.StatusOK, name, data)
}

// page serves a file of the site, or what stands in for it.
func (h *handler) page(w http.ResponseWriter, r *http.Request) {
	name, _ := h.show.name(r.URL.Path)
	data, stamp, ok, err := h.show.file(name)
	switch {
	case !h.show.isReady() || err != nil:
		h.waiting(w, r, name)
	case ok:
		h.send(w, r, http.StatusOK, name, data, stamp)
	case h.isFolder(r.URL.Path):
		// A relative link in the page needs the address to end in a slash.
		folder := strings.TrimSuffix(path.Clean("/"+r.URL.Path), "/") + "/"
		w.Header().Set("Location", (&url.URL{Path: folder}).String())
		w.WriteHeader(http.StatusFound)
	default:
		data, _, ok, err := h.show.file(notFoundPage)
		if !ok || err != nil {
			refuse(w, http.StatusNotFound, "Den sidan finns inte.")
			return
		}
		// The stamp is that of the page which was asked for: it may come to be.
		h.send(w, r, http.StatusNotFound, notFoundPage, data, stamp)
	}
}

const (
	indexPage    = "index.html"
	notFoundPage = "404.html"
)

func (h *handler) isFolder(address string) bool {
	_, ok := h.show.name(address + "/")
	return ok
}

func (h *handler) send(w http.ResponseWriter, r *http.Request, code int, name string, data []byte, stamp string) {
	if path.Ext(name) == ".html" {
		data = inject(data, stamp)
	}
	send(w, r, code, name, data)
}

func send(w http.ResponseWriter, r *http.Request, code int, name string, data []byte) {
	w.Header().Set("Content-Type", contentType(name))
	w.Header().Set("Content-Length", strconv.Itoa(len(data)))
	w.WriteHeader(code)
	if r.Method != http.MethodHead {
		_, _ = io.Copy(w, bytes.NewReader(data)) // the reader may be gone
	}
}

// contentType doesn't ask the system, whose answer any installed program may change.
func contentType(name string) string {
	types := map[string]string{
		".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
		".js": "text/javascript; charset=utf-8", ".json": "application/json",
		".csv": "text/csv; charset=utf-8", ".txt": "text/plain; charset=utf-8", ".xml": "application/xml",
		".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
		".gif": "image/gif", ".webp": "image/webp", ".ico": "image/x-icon", ".woff2": "font/woff2",
		".pdf": "application/pdf", ".zip": "application/zip",
		".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	}
	if t, ok := types[strings.ToLower(path.Ext(name))]; ok {
		return t
	}
	return "application/octet-stream"
}
