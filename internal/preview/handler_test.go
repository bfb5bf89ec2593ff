package preview

import (
	"net/http"
	"strconv"
	"strings"
	"testing"
)

func small(t *testing.T) *trial {
	tr := try(t, map[string]string{
		"content/index.html": head + "start", "content/404.html": head + "saknas", "content/2023/index.html": head + "året",
		"content/stil.css": "a{}", "content/tal.csv": "a;b", "hemlig.txt": "hemligt", "data/hemlig.toml": "hemligt",
	}, nil)
	tr.next(t)
	return tr
}

func TestFiles(t *testing.T) {
	tr := small(t)
	for _, c := range []struct {
		path   string
		code   int
		kind   string
		ending string
	}{
		{"/", 200, "text/html; charset=utf-8", "start"},
		{"/index.html", 200, "text/html; charset=utf-8", "start"},
		{"/2023/", 200, "text/html; charset=utf-8", "året"},
		{"/2023", 302, "", ""},
		{"/stil.css", 200, "text/css; charset=utf-8", "a{}"},
		{"/tal.csv", 200, "text/csv; charset=utf-8", "a;b"},
		{"/finns-inte", 404, "text/html; charset=utf-8", "saknas"},
		{"/_samverkan/visa.css", 200, "text/css; charset=utf-8", "\n"},
		{"/_samverkan/visa.js", 200, "text/javascript; charset=utf-8", "\n"},
		{"/_samverkan/", 404, "text/plain; charset=utf-8", "\n"},
		{"/_samverkan/vantar.html", 404, "text/plain; charset=utf-8", "\n"},
		{"/_samverkan/../visa.js", 404, "text/plain; charset=utf-8", "\n"},
	} {
		answer, body := tr.get(t, c.path)
		if answer.StatusCode != c.code || answer.Header.Get("Content-Type") != c.kind || !strings.HasSuffix(body, c.ending) {
			t.Errorf("%s: %s, %s, ...%s", c.path, answer.Status, answer.Header.Get("Content-Type"), body[max(len(body)-20, 0):])
		}
		for name, want := range map[string]string{"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
			"Cross-Origin-Resource-Policy": "same-origin", "X-Frame-Options": "DENY"} {
			if got := answer.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q", c.path, name, got)
			}
		}
	}
}

// The site answers where it will be published too, as its 404 page takes for granted. What
// bears the same name in the site comes first.
func TestRoot(t *testing.T) {
	tr := try(t, map[string]string{"content/index.html": head + "start", "content/2023/index.html": head + "året",
		"content/404.html": head + "saknas", "content/stil.css": "a{}", "content/år/egen.css": "b{}"}, func(s *Server) {
		build := s.Build
		s.Build = func() (Site, error) {
			site, err := build()
			site.Root = "/år/"
			return site, err
		}
	})
	tr.next(t)
	for path, want := range map[string]string{
		"/år/": "200 start", "/år/index.html": "200 start", "/%C3%A5r/stil.css": "200 a{}", "/år/2023/": "200 året", "/år/borta": "404 saknas",
		"/år": "302 /%C3%A5r/", "/år/2023": "302 /%C3%A5r/2023/", "/2023": "302 /2023/", "/år/.": "302 /%C3%A5r/", "/.": "302 /",
		"/stil.css": "200 a{}", "/år/egen.css": "200 b{}", "/år/år/stil.css": "404 saknas", "/årstil.css": "404 saknas",
		"/år/../../hemlig.txt": "404 saknas",
	} {
		answer, body := tr.get(t, path)
		got := strconv.Itoa(answer.StatusCode) + " " + answer.Header.Get("Location") + body[strings.LastIndex(body, "\n")+1:]
		if got != want {
			t.Errorf("%s: %s", path, got)
		}
	}
	// A page there is told of its own changes.
	told := tr.events(t, "/år/2023/")
	before := until(t, told, "how things are", func(s status) bool { return !s.Building }).Stamp
	tr.write(t, "content/2023/index.html", head+"ändrat")
	until(t, told, "the change", func(s status) bool { return s.Stamp != before })
}

// Nothing but what was built can be reached, and a redirect leads nowhere else.
func TestTraversal(t *testing.T) {
	tr := small(t)
	for _, path := range []string{
		"/../hemlig.txt", "/%2e%2e/hemlig.txt", "/..%2fhemlig.txt", "/2023/../../hemlig.txt", "/../data/hemlig.toml",
		"/..\\hemlig.txt", "/%5c..%5chemlig.txt", "//hemlig.txt", "/data/hemlig.toml", "/hemlig.txt%00.html",
		"/.", "/2023/.%2e/.%2e/.%2e/.%2e/.%2e/etc/passwd", "/etc/passwd", "//exempel.se/%2e%2e", "//exempel.se/2023",
	} {
		answer, body := tr.get(t, path)
		if strings.Contains(body, "hemligt") || strings.Contains(body, "root:") {
			t.Errorf("%s leaks", path)
		}
		if to := answer.Header.Get("Location"); to != "" && to != "/" && to != "/2023/" {
			t.Errorf("%s leads to %s", path, to)
		}
	}
}

func TestHost(t *testing.T) {
	tr := small(t)
	port := tr.address[strings.LastIndex(tr.address, ":")+1 : len(tr.address)-1]
	for host, want := range map[string]int{
		"localhost:" + port: 200, "LOCALHOST:" + port: 200, "127.0.0.1:" + port: 200, "[::1]:" + port: 200,
		"localhost": 403, "localhost:1": 403, "exempel.se": 403, "exempel.se:" + port: 403, "127.0.0.1.exempel.se:" + port: 403,
		"localhost.exempel.se:" + port: 403, "0.0.0.0:" + port: 403, "127.0.0.2:" + port: 403, "[::]:" + port: 403,
	} {
		for _, path := range []string{"/", "/_samverkan/visa.js", "/stil.css"} {
			if answer, body := tr.ask(t, http.MethodGet, path, map[string]string{"Host": host}); answer.StatusCode != want {
				t.Errorf("%s at %s: %s %s", path, host, answer.Status, body)
			}
		}
	}
}

// A name without a port means 80, which browsers leave out.
func TestHostOnPort80(t *testing.T) {
	h := &handler{hosts: []string{"localhost:80", "127.0.0.1:80", "[::1]:80"}}
	for host, want := range map[string]bool{"localhost": true, "[::1]": true, "127.0.0.1:80": true, "": false, "exempel.se": false} {
		if got := h.knows(host); got != want {
			t.Errorf("%q: %v", host, got)
		}
	}
}

// Only the server's own pages may listen.
func TestOrigin(t *testing.T) {
	tr := small(t)
	own := strings.TrimSuffix(tr.address, "/")
	for _, c := range []struct {
		header map[string]string
		want   int
	}{
		{map[string]string{"Origin": own}, 200},
		{map[string]string{"Sec-Fetch-Site": "same-origin"}, 200},
		{nil, 200},
		{map[string]string{"Origin": "http://exempel.se"}, 403},
		{map[string]string{"Origin": "null"}, 403},
		{map[string]string{"Origin": ""}, 403},
		{map[string]string{"Origin": "http://localhost:1"}, 403},
		{map[string]string{"Origin": strings.Replace(own, "http:", "https:", 1)}, 403},
		{map[string]string{"Sec-Fetch-Site": "cross-site"}, 403},
		{map[string]string{"Sec-Fetch-Site": "same-site"}, 403}, // another port of this machine
		{map[string]string{"Origin": own, "Host": "exempel.se"}, 403},
	} {
		// HEAD, since the stream has no end.
		answer, _ := tr.ask(t, http.MethodHead, "/_samverkan/handelser", c.header)
		if answer.StatusCode != c.want {
			t.Errorf("%v: %s", c.header, answer.Status)
		}
	}
}

func TestMethods(t *testing.T) {
	tr := small(t)
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND"} {
		for _, path := range []string{"/", "/_samverkan/handelser", "/_samverkan/visa.js"} {
			answer, _ := tr.ask(t, method, path, nil)
			if answer.StatusCode != http.StatusMethodNotAllowed || answer.Header.Get("Allow") != "GET, HEAD" {
				t.Errorf("%s %s: %s", method, path, answer.Status)
			}
		}
	}
	answer, body := tr.ask(t, http.MethodHead, "/stil.css", nil)
	if answer.StatusCode != http.StatusOK || body != "" || answer.ContentLength != 3 {
		t.Errorf("HEAD: %s, %d, %q", answer.Status, answer.ContentLength, body)
	}
}

func TestInject(t *testing.T) {
	const script = `<script src="/_samverkan/visa.js" data-stamp="s" defer></script>` + "\n"
	meta := func(policy string) string {
		return `<head><meta http-equiv="Content-Security-Policy" content="` + policy + `">`
	}
	for _, c := range []struct{ name, page, want string }{
		{"the site's own", meta("default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'") + "</head><p>",
			meta("default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; connect-src 'self'") + script + "</head><p>"},
		{"nothing allowed", meta("default-src 'none'; script-src 'none'") + "</head>",
			meta("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'") + script + "</head>"},
		{"a source more", meta("script-src 'sha256-abc'; connect-src https://exempel.se") + "</head>",
			meta("script-src 'sha256-abc' 'self'; connect-src https://exempel.se 'self'") + script + "</head>"},
		{"a fallback that is wider", meta("default-src https:") + "</head>",
			meta("default-src https:; script-src https: 'self'; style-src https: 'self'; connect-src https: 'self'") + script + "</head>"},
		{"no policy", "<head></head>", "<head>" + script + "</head>"},
		{"no head", "<p>bara text", "<p>bara text"},
		{"a policy in the text", "<head></head>" + meta("script-src 'none'"), "<head>" + script + "</head>" + meta("script-src 'none'")},
	} {
		if got := string(inject([]byte(c.page), "s")); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}
