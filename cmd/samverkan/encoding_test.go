package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// spoiltSite writes a site with one file in Windows-1252, one that was encoded twice,
// one that no one can tell the encoding of and one that is right.
func spoiltSite(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	latin, _ := charmap.Windows1252.NewEncoder().String("[inlamning]\r\nansvarig = \"Närvårdskontoret\"\r\n")
	twice, _ := charmap.Windows1252.NewDecoder().String("Året i Kungälv.\n")
	for name, text := range map[string]string{
		"data/samverkan.toml":     "titel = \"Rapport\"\nlan = \"Län\"\nutgivare = \"Vi\"\n",
		"data/delregioner.toml":   "[simba]\nnamn = \"SIMBA\"\n[samla]\nnamn = \"SAML\xc9\xd1\xfc\xb7\"\n",
		"data/katalog.toml":       "[malomrade.aldre]\nnamn = \"Äldre\"\n",
		"data/2023/simba.toml":    latin,
		"content/2023/simba.md":   twice,
		"content/2023/simba.docx": "PK\x03\x04",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// What can be told for sure is written anew, and only that; it says what it did.
func TestFixEncoding(t *testing.T) {
	dir := spoiltSite(t)
	var stdout, stderr bytes.Buffer
	if code := run([]string{"check", "--fix-encoding", "--site", dir}, nil, &stdout, &stderr); code != exitStopped {
		t.Errorf("exit code %d", code)
	}
	want := `Skrev om content/2023/simba.md: den var sparad som UTF-8 två gånger om; till exempel har "Ã…ret" blivit "Året".
Skrev om data/2023/simba.toml: den var sparad som Windows-1252; till exempel har "N�rv�rdskontoret" blivit "Närvårdskontoret".
`
	if got := stdout.String(); !strings.HasPrefix(got, want) || strings.Count(got, "[teckenkodning]") != 1 {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := stderr.String(); got != `fel: data/delregioner.toml är inte omskriven: det går inte att säkert avgöra hur den är sparad
    tips: öppna filen i programmet den är skriven i och spara om den med kodningen UTF-8
` {
		t.Errorf("got\n%s", got)
	}
	file := filepath.Join(dir, "data", "2023", "simba.toml")
	fixed, _ := os.ReadFile(file)
	if string(fixed) != "[inlamning]\r\nansvarig = \"Närvårdskontoret\"\r\n" {
		t.Errorf("got %q", fixed)
	}
	if info, _ := os.Stat(file); info.Mode().Perm() != 0o640 {
		t.Errorf("its permissions became %v", info.Mode())
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*", "*", ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// Once mended, nothing more is done.
func TestFixEncodingTwice(t *testing.T) {
	dir := spoiltSite(t)
	if err := os.WriteFile(filepath.Join(dir, "data", "delregioner.toml"), []byte("[simba]\nnamn = \"SIMBA\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Skrev om ", "Alla filer är redan sparade som UTF-8.\n"} {
		var stdout bytes.Buffer
		run([]string{"check", "--fix-encoding", "--site", dir}, nil, &stdout, &bytes.Buffer{})
		if !strings.HasPrefix(stdout.String(), want) {
			t.Errorf("got %s, want %s", &stdout, want)
		}
	}
}

// A file left from an attempt that was broken off is never written over.
func TestFixEncodingLeftOver(t *testing.T) {
	dir := spoiltSite(t)
	left := filepath.Join(dir, "data", "2023", ".simba.toml.ny")
	if err := os.WriteFile(left, []byte("mitt"), 0o644); err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	if code := run([]string{"check", "--fix-encoding", "--site", dir}, nil, &bytes.Buffer{}, &stderr); code != exitStopped ||
		!strings.Contains(stderr.String(), "data/2023/.simba.toml.ny är kvar") {
		t.Errorf("%d %s", code, &stderr)
	}
	if text, _ := os.ReadFile(left); string(text) != "mitt" {
		t.Errorf("got %q", text)
	}
}
