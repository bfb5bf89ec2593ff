package main

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"samverkan/layouts"
)

// served is a running samverkan serve.
type served struct {
	*exec.Cmd
	site, address string
	said          chan string // line by line, on either stream
}

var addressSaid = regexp.MustCompile(`http://localhost:[0-9]+/`)

// serve starts the program on a small site.
func serve(t *testing.T, flags ...string) *served {
	t.Helper()
	if _, ok := layouts.ECharts(); !ok {
		t.Skip("built without ECharts")
	}
	if runtime.GOOS == "windows" {
		t.Skip("there is no interrupt to send")
	}
	dir := t.TempDir()
	program := asProgram(t, dir)
	s := &served{site: filepath.Join(dir, "webb"), said: make(chan string, 100)}
	if out, err := exec.Command(program, "demo", s.site, "--delregioner", "2", "--ar", "1", "--indikatorer", "10").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	s.Cmd = exec.Command(program, append([]string{"serve", "--site", s.site}, flags...)...)
	s.Env = append(os.Environ(), "TMPDIR="+mkdir(t, dir, "tmp"), "XDG_CACHE_HOME="+mkdir(t, dir, "cache"),
		"PATH="+mkdir(t, dir, "bin")+string(filepath.ListSeparator)+os.Getenv("PATH"))
	read, write := io.Pipe()
	s.Stdout, s.Stderr = write, write
	if err := s.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Process.Kill() })
	go func() {
		for lines := bufio.NewScanner(read); lines.Scan(); {
			s.said <- lines.Text()
		}
	}()
	s.address = addressSaid.FindString(s.hears(t, "Den visas på"))
	return s
}

// asProgram is this test under the name that makes it the program (see TestMain).
func asProgram(t *testing.T, dir string) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(dir, "samverkan")
	if err := os.WriteFile(program, data, 0o755); err != nil {
		t.Fatal(err)
	}
	return program
}

func mkdir(t *testing.T, parts ...string) string {
	t.Helper()
	dir := filepath.Join(parts...)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

// hears waits until the program says something with want in it.
func (s *served) hears(t *testing.T, want string) string {
	t.Helper()
	var heard []string
	for end := time.After(3 * time.Minute); ; {
		select {
		case line := <-s.said:
			heard = append(heard, line)
			if strings.Contains(line, want) {
				return line
			}
		case <-end:
			t.Fatalf("never said: %s\nbut: %s", want, strings.Join(heard, "\n"))
		}
	}
}

func (s *served) get(t *testing.T, path string) (int, string) {
	t.Helper()
	r, err := http.Get(s.address + path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(body)
}

func (s *served) rewrite(t *testing.T, name, old, replacement string) {
	t.Helper()
	name = filepath.Join(s.site, name)
	data, err := os.ReadFile(name)
	if err != nil || !strings.Contains(string(data), old) {
		t.Fatalf("%s: no %q in it (%v)", name, old, err)
	}
	if err := os.WriteFile(name, []byte(strings.Replace(string(data), old, replacement, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}

// interrupted ends the program as Ctrl-C does, though a page is waiting for news.
func (s *served) interrupted(t *testing.T) {
	t.Helper()
	if err := s.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := s.Wait(); err != nil {
		t.Errorf("ended with %v", err)
	}
}

// The whole program: shows, tells of a mistake, mends, ends, and leaves public alone.
func TestServe(t *testing.T) {
	s := serve(t, "--port", "0")
	s.hears(t, "Webbplatsen visas efter")
	if code, body := s.get(t, ""); code != http.StatusOK || !strings.Contains(body, "/_samverkan/visa.js") {
		t.Errorf("got %d\n%.500s", code, body)
	}
	_, missing := s.get(t, "borta/")
	links := regexp.MustCompile(`(?:href|src)="/([^"_][^"#]*)`).FindAllStringSubmatch(missing, -1)
	for _, to := range links { // they stand below the path of bas_url
		if code, _ := s.get(t, to[1]); code != http.StatusOK {
			t.Errorf("the 404 page names /%s: %d", to[1], code)
		}
	}
	if !strings.Contains(missing, `href="/arsrapport/stil.css"`) {
		t.Errorf("the 404 page has the links %q", links)
	}
	s.rewrite(t, "data/samverkan.toml", "\ntitel", "\ntittel")
	if line := s.hears(t, "byggdes inte"); !strings.HasPrefix(line, "data/samverkan.toml: ") || !strings.Contains(line, "den förra visas") {
		t.Errorf("said %s", line)
	}
	if code, _ := s.get(t, ""); code != http.StatusOK {
		t.Errorf("the last good site is gone: %d", code)
	}
	s.rewrite(t, "data/samverkan.toml", "\ntittel", "\ntitel")
	s.hears(t, "Webbplatsen visas efter")
	s.interrupted(t)
	if _, err := os.Stat(filepath.Join(s.site, "public")); err == nil {
		t.Error("public was made")
	}
	left, _ := os.ReadDir(filepath.Join(filepath.Dir(s.site), "tmp"))
	if len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// Ctrl-C works during the first build too. A port that was asked for and is taken is
// an error; nothing else is taken instead.
func TestServePort(t *testing.T) {
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	var stdout, stderr strings.Builder
	dir := t.TempDir()
	mkdir(t, dir, "data")
	if code := run([]string{"serve", "--site", dir, "--port", port}, nil, &stdout, &stderr); code != exitStopped {
		t.Errorf("exit code %d", code)
	}
	want := "fel: port " + port + " är upptagen eller inte tillåten\n    tips: välj en annan med --port, eller utelämna --port så väljs en ledig\n"
	if stderr.String() != want || stdout.String() != "" {
		t.Errorf("said %q, %q", stderr.String(), stdout.String())
	}
	s := serve(t)
	s.interrupted(t)
}
