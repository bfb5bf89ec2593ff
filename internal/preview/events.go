package preview

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"time"
)

// heartbeat is how often a silent stream is written to, so that one whose reader is
// gone without a word is noticed.
const heartbeat = 20 * time.Second

// events tells a page of every change, beginning with how things stand.
func (h *handler) events(w http.ResponseWriter, r *http.Request) {
	if !sameOrigin(r) {
		refuse(w, http.StatusForbidden, "Händelserna är bara för förhandsvisningens egna sidor.")
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	page, _ := h.show.name(r.URL.Query().Get("sida"))
	defer h.show.opened(page)()
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for {
		now, changed := h.show.status(page)
		if !write(w, now) {
			return
		}
		for waiting := true; waiting; {
			select {
			case <-r.Context().Done():
				return
			case <-changed:
				waiting = false
			case <-beat.C:
				if _, err := fmt.Fprint(w, ":\n\n"); err != nil || !flush(w) {
					return
				}
			}
		}
	}
}

func write(w http.ResponseWriter, s status) bool {
	if s.Findings == nil {
		s.Findings = []Finding{} // the script expects a list, not null
	}
	data, err := json.Marshal(s)
	if err != nil {
		panic(err) // nothing in it can't be encoded
	}
	_, err = fmt.Fprintf(w, "data: %s\n\n", data)
	return err == nil && flush(w)
}

func flush(w http.ResponseWriter) bool {
	return http.NewResponseController(w).Flush() == nil
}

// sameOrigin reports whether the server's own page asks. Browsers leave Origin out
// when a page asks its own server, and older ones know no Sec-Fetch-Site.
func sameOrigin(r *http.Request) bool {
	if o, given := r.Header["Origin"]; given && !slices.Equal(o, []string{"http://" + r.Host}) {
		return false
	}
	site := r.Header.Get("Sec-Fetch-Site")
	return site == "" || site == "same-origin"
}
