package preview

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// head is what the site's pages begin with.
const head = `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'">
<title>Prov</title>
<link rel="stylesheet" href="stil.css">
</head>
`

// trial is a running server over a folder whose files are the pages; a file with the
// word FEL in it stops the build, one with PANIK makes it panic.
type trial struct {
	root, address string
	built         chan Outcome
}

func try(t *testing.T, files map[string]string, change func(*Server)) *trial {
	t.Helper()
	tr := &trial{root: t.TempDir(), built: make(chan Outcome, 100)}
	for name, text := range files {
		tr.write(t, name, text)
	}
	s := &Server{Root: tr.root, Watch: []string{"data", "content"}, Build: tr.build, Built: func(o Outcome) { tr.built <- o }}
	if change != nil {
		change(s)
	}
	listeners, err := Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	tr.address = strings.Replace(Address(listeners), "localhost", "127.0.0.1", 1)
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- s.Run(ctx, listeners) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("Run: %v", err)
		}
	})
	return tr
}

// finished is a site whose files have all been made.
type finished map[string][]byte

func (f finished) Has(path string) bool { return f[path] != nil }

func (f finished) File(path string) ([]byte, error) {
	if strings.Contains(string(f[path]), "TRASIG") {
		return nil, Findings{{File: "layouts/home/page.html", Line: 3, Severity: "fel", Serious: true, Code: "trasig-mall", Message: "mallen är trasig"}}
	}
	return f[path], nil
}

func (tr *trial) build() (Site, error) {
	files := finished{}
	site := Site{Files: files}
	names, _ := filepath.Glob(filepath.Join(tr.root, "content", "*"))
	more, _ := filepath.Glob(filepath.Join(tr.root, "content", "*", "*"))
	for _, name := range append(names, more...) {
		if info, err := os.Stat(name); err != nil || info.IsDir() {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return Site{}, err
		}
		rel, _ := filepath.Rel(filepath.Join(tr.root, "content"), name)
		rel = filepath.ToSlash(rel)
		switch {
		case strings.Contains(string(data), "PANIK"):
			panic("i provet")
		case strings.Contains(string(data), "OTUR"):
			return Site{}, errors.New("disken går inte att läsa")
		case strings.Contains(string(data), "FEL"):
			site.Failed = true
			site.Findings = append(site.Findings, Finding{File: "content/" + rel, Line: 12, Col: 3, Severity: "fel", Serious: true,
				Code: "provfel", Message: `det står FEL & <b>"mer"</b>`, Hint: "ta bort ordet", Notes: []Note{{"data/katalog.toml", 7, 1, "så här definieras det"}}})
		}
		files[rel] = data
	}
	return site, nil
}

func (tr *trial) write(t *testing.T, name, text string) {
	t.Helper()
	name = filepath.Join(tr.root, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// next waits for a build.
func (tr *trial) next(t *testing.T) Outcome {
	t.Helper()
	select {
	case o := <-tr.built:
		return o
	case <-time.After(20 * time.Second):
		t.Fatal("no build came")
		return Outcome{}
	}
}

func (tr *trial) get(t *testing.T, path string) (*http.Response, string) {
	t.Helper()
	return tr.ask(t, http.MethodGet, path, nil)
}

// ask sends a request as it is written, dots and all. Header Host is the request's.
func (tr *trial) ask(t *testing.T, method, path string, header map[string]string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, strings.TrimSuffix(tr.address, "/"), nil)
	if err != nil {
		t.Fatal(err)
	}
	r.URL.Opaque = path
	for name, value := range header {
		r.Header.Set(name, value)
		if name == "Host" {
			r.Host = value
		}
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer, string(body)
}

// events opens a page's stream.
func (tr *trial) events(t *testing.T, page string) <-chan status {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, tr.address+"_samverkan/handelser?sida="+page, nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	if got := answer.Header.Get("Content-Type"); answer.StatusCode != http.StatusOK || got != "text/event-stream" {
		t.Fatalf("got %s, %s", answer.Status, got)
	}
	told := make(chan status, 100)
	t.Cleanup(func() { _ = answer.Body.Close() })
	go func() {
		for lines := bufio.NewScanner(answer.Body); lines.Scan(); {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				if strings.Contains(data, "null") && !strings.Contains(data, `"notes":null`) {
					t.Errorf("null where the script expects a list: %s", data)
				}
				var s status
				if err := json.Unmarshal([]byte(data), &s); err != nil {
					t.Errorf("%s: %v", data, err)
				}
				told <- s
			}
		}
	}()
	return told
}

// until waits for what the stream comes to say.
func until(t *testing.T, told <-chan status, what string, want func(status) bool) status {
	t.Helper()
	for end := time.After(20 * time.Second); ; {
		select {
		case s := <-told:
			if want(s) {
				return s
			}
		case <-end:
			t.Fatalf("was never told: %s", what)
		}
	}
}

// A page hears of its own changes and of those of its style sheet, and of no others.
func TestReload(t *testing.T) {
	tr := try(t, map[string]string{
		"content/index.html": head + "ett", "content/andra.html": head + "två", "content/stil.css": "a{}",
		"content/sok.js": "1", "content/tal.svg": "1",
	}, nil)
	if o := tr.next(t); !o.Shown || o.Changed != nil || o.Failed {
		t.Errorf("got %+v", o)
	}
	told := tr.events(t, "/")
	first := until(t, told, "how things are", func(s status) bool { return !s.Building })
	if _, body := tr.get(t, "/"); !strings.Contains(body, `data-stamp="`+first.Stamp+`"`) {
		t.Errorf("the page doesn't bear the stamp %s:\n%s", first.Stamp, body)
	}
	tr.write(t, "content/andra.html", head+"tre")
	if o := tr.next(t); o.Failed || strings.Join(o.Changed, " ") != "content/andra.html" {
		t.Errorf("got %+v", o)
	}
	tr.write(t, "content/sok.js", "a script of other pages")
	tr.next(t)
	tr.write(t, "content/tal.svg", "a download")
	tr.next(t)
	again := until(t, tr.events(t, "/"), "how things are", func(s status) bool { return !s.Building })
	if again.Stamp != first.Stamp {
		t.Error("another page's change reloads this one")
	}
	tr.write(t, "content/stil.css", "a{color:red}")
	second := until(t, told, "the style sheet", func(s status) bool { return s.Stamp != first.Stamp })
	tr.write(t, "content/index.html", head+"fyra")
	until(t, told, "the page", func(s status) bool { return s.Stamp != second.Stamp })
}

// Mistakes, faults and panics leave the last good site standing and are told.
func TestBrokenAndMended(t *testing.T) {
	tr := try(t, map[string]string{"content/index.html": head + "bra"}, nil)
	tr.next(t)
	told := tr.events(t, "/index.html")
	good := until(t, told, "how things are", func(s status) bool { return !s.Building })
	for _, word := range []string{"FEL", "PANIK", "OTUR"} {
		tr.write(t, "content/index.html", head+word)
		if o := tr.next(t); !o.Failed || !o.Shown {
			t.Errorf("%s: got %+v", word, o)
		}
		s := until(t, told, word, func(s status) bool { return s.Failed && !s.Building })
		if len(s.Findings) != 1 || s.Stamp != good.Stamp {
			t.Errorf("%s: got %+v", word, s)
		}
		if answer, body := tr.get(t, "/"); answer.StatusCode != http.StatusOK || !strings.HasSuffix(body, "bra") {
			t.Errorf("%s: %s %s", word, answer.Status, body)
		}
		tr.write(t, "content/index.html", head+"bra")
		if o := tr.next(t); o.Failed {
			t.Errorf("%s mended: got %+v", word, o)
		}
	}
	s := until(t, told, "that all is well", func(s status) bool { return !s.Failed && !s.Building })
	if len(s.Findings) != 0 || s.Stamp != good.Stamp {
		t.Errorf("got %+v", s)
	}
}

// Before there is a site, its findings are every page.
func TestFirstBuildFails(t *testing.T) {
	tr := try(t, map[string]string{"content/index.html": head + "FEL"}, nil)
	tr.next(t)
	answer, body := tr.get(t, "/2023/index.html")
	if answer.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("got %s", answer.Status)
	}
	for _, want := range []string{
		"<h1>Webbplatsen gick inte att bygga</h1>", "<code>content/index.html:12:3</code> <b>fel</b>",
		`det står FEL &amp; &lt;b&gt;&#34;mer&#34;&lt;/b&gt; <span class="kod">[provfel]</span>`,
		"Tips: ta bort ordet", "<code>data/katalog.toml:7:1</code> så här definieras det", "/_samverkan/visa.js",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("no %q in\n%s", want, body)
		}
	}
	told := tr.events(t, "/2023/index.html")
	bad := until(t, told, "how things are", func(s status) bool { return !s.Building })
	tr.write(t, "content/index.html", head+"bra")
	until(t, told, "to reload", func(s status) bool { return s.Stamp != bad.Stamp })
	if answer, body := tr.get(t, "/"); answer.StatusCode != http.StatusOK || !strings.HasSuffix(body, "bra") {
		t.Errorf("%s %s", answer.Status, body)
	}
}

// While the first build is under way the page says so, and no build delays the end.
func TestWaitsForTheFirstBuild(t *testing.T) {
	hold := make(chan struct{})
	defer close(hold)
	tr := try(t, nil, func(s *Server) { s.Build = func() (Site, error) { <-hold; return Site{}, nil } })
	if answer, body := tr.get(t, "/"); answer.StatusCode != http.StatusServiceUnavailable || !strings.Contains(body, "Bygger webbplatsen …") {
		t.Errorf("%s %s", answer.Status, body)
	}
}

// A page that can't be made leaves the last good site standing if a browser has it open,
// and the last good page otherwise; there is no page, and why, if there never was one.
func TestPageThatCannotBeMade(t *testing.T) {
	tr := try(t, map[string]string{"content/index.html": head + "bra", "content/andra.html": head + "bra"}, nil)
	tr.next(t)
	told := tr.events(t, "/")
	good := until(t, told, "how things are", func(s status) bool { return !s.Building })
	tr.write(t, "content/index.html", head+"TRASIG")
	if o := tr.next(t); !o.Failed || !o.Shown || len(o.Findings) != 1 {
		t.Errorf("got %+v", o)
	}
	s := until(t, told, "what is wrong", func(s status) bool { return s.Failed })
	if s.Stamp != good.Stamp || len(s.Findings) != 1 {
		t.Errorf("got %+v", s)
	}
	tr.write(t, "content/index.html", head+"bra")
	tr.next(t)
	tr.write(t, "content/andra.html", head+"TRASIG")
	if o := tr.next(t); o.Failed {
		t.Errorf("a page that nobody has open stops the site: %+v", o)
	}
	if answer, body := tr.get(t, "/andra.html"); answer.StatusCode != http.StatusOK || !strings.HasSuffix(body, "bra") {
		t.Errorf("%s %s", answer.Status, body)
	}
	until(t, told, "what is wrong", func(s status) bool { return s.Failed && len(s.Findings) == 1 })
	tr.write(t, "content/ny.html", head+"TRASIG")
	tr.next(t)
	if answer, body := tr.get(t, "/ny.html"); answer.StatusCode != http.StatusServiceUnavailable || !strings.Contains(body, "mallen är trasig") {
		t.Errorf("%s %s", answer.Status, body)
	}
}

// What takes the whole site to find is told when it has been found, while the site is shown.
func TestExamine(t *testing.T) {
	proceed := make(chan struct{})
	tr := try(t, map[string]string{"content/index.html": head + "bra"}, func(s *Server) {
		build := s.Build
		s.Build = func() (Site, error) {
			site, err := build()
			site.Examine = func(ctx context.Context) ([]Finding, error) {
				select {
				case <-proceed:
					return []Finding{{File: "content/index.html", Serious: true, Message: "en länk är trasig"}}, nil
				case <-ctx.Done():
					return []Finding{{Message: "för sent"}}, ctx.Err()
				}
			}
			return site, err
		}
	})
	tr.next(t)
	told := tr.events(t, "/")
	until(t, told, "how things are", func(s status) bool { return !s.Building && len(s.Findings) == 0 })
	tr.write(t, "content/index.html", head+"bättre") // the first examination is of no interest any more
	tr.next(t)
	close(proceed)
	s := until(t, told, "what was found", func(s status) bool { return len(s.Findings) > 0 })
	if s.Failed || s.Findings[0].Message != "en länk är trasig" {
		t.Errorf("got %+v", s)
	}
	if o := tr.next(t); !o.Examined || len(o.Findings) != 1 {
		t.Errorf("got %+v", o)
	}
}

// What a page and the examination both find is told once.
func TestToldOnce(t *testing.T) {
	s := newShow()
	s.update(Site{Findings: []Finding{{File: "a", Message: "om a"}}})
	s.blame(Findings{{File: "b", Message: "om b"}})
	s.add(s.latest(), []Finding{{File: "b", Message: "om b"}, {File: "b", Line: 2, Message: "om b"}})
	if n := len(s.findings); n != 3 || !s.failed {
		t.Errorf("%d findings told, failed %v", n, s.failed)
	}
}

// What stops the site comes first, wherever it is found; else the order stays.
func TestGravestFirst(t *testing.T) {
	s := newShow()
	s.update(Site{Findings: []Finding{{File: "a", Code: "1"}, {File: "b", Code: "2", Serious: true}, {File: "c", Code: "3"}}})
	s.add(s.latest(), []Finding{{File: "d", Code: "4", Serious: true}})
	told, _ := s.status("index.html")
	got := ""
	for _, f := range told.Findings {
		got += f.Code
	}
	if got != "2413" {
		t.Errorf("told in the order %s", got)
	}
}
