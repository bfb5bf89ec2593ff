package load_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"samverkan/internal/diag"
	"samverkan/internal/load"
)

func codes(list diag.List) []string {
	var codes []string
	for _, f := range list {
		codes = append(codes, f.Code)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// TestHostile feeds what no coordinator writes: every case ends soon, with findings.
func TestHostile(t *testing.T) {
	const mega = 1 << 20
	tests := []struct{ name, text, code string }{
		{"10 MB", strings.Repeat("# rad\n", 10*mega/6), "for-stor-fil"},
		{"deep array", "x = " + strings.Repeat("[", mega), "for-djupt"},
		{"deep table", "x = " + strings.Repeat("{a=", mega/2), "for-djupt"},
		{"deep key", strings.Repeat("a.", mega/2) + "a = 1", "for-djupt"},
		{"deep heading", "[" + strings.Repeat("a.", mega/2) + "a]", "for-djupt"},
		{"deep, closed", "x = " + strings.Repeat("[", 20) + strings.Repeat("]", 20), "for-djupt"},
		{"long list", "[[mal]]\nfardplan = [" + strings.Repeat("\"a\", ", mega/5) + "]", "for-manga-poster"},
		{"long broken list", "[[mal]]\nfardplan = [" + strings.Repeat("a, ", mega/4) + "]", "toml-syntax"},
		{"long text", "[inlamning]\nkalla = \"" + strings.Repeat("å", mega/2) + "\"", ""},
		{"long open text", "[inlamning]\nkalla = \"" + strings.Repeat("å", mega/2), "toml-syntax"},
		{"blanks", "[inlamning]\nkalla = a" + strings.Repeat(" ", 60000) + "b", "toml-syntax"},
		{"quotes", "[inlamning]\nkalla = " + strings.Repeat(`"a`, 30000), "toml-syntax"},
		{"curved quotes", "[inlamning]\nkalla = " + strings.Repeat(`“a`, 15000), "toml-syntax"},
		{"open texts", strings.Repeat("kalla = \"\"\"\n", mega/64), "toml-syntax"},
		{"open literals", strings.Repeat("kalla = '''\n", mega/64), "toml-syntax"},
		{"open lists", strings.Repeat("kalla = [\n", mega/64), "toml-syntax"},
		{"one-quote lines", strings.Repeat("kalla = \"a\nb\n", mega/64), "toml-syntax"},
		{"many keys", many("k%d = 1\n", mega/64), "okand-nyckel"},
		{"many sections", many("[k%d]\n", mega/64), "okand-nyckel"},
		{"many activities", strings.Repeat("[[aktivitet]]\nvad = \"x\"\n", mega/32), "for-manga-poster"},
		{"same mistake", strings.Repeat("[[aktivitet]]\nhej = 1\n", 4000), "okand-nyckel"},
		{"same section", strings.Repeat("[inlamning]\n", mega/64), "toml-syntax"},
		{"prose", strings.Repeat("Det här är en text.\n", mega/32), "toml-syntax"},
		{"null bytes", "a = \"\x00\"\n" + strings.Repeat("\x00", 1000), "toml-syntax"},
		{"Word document", "PK\x03\x04\x00\x00", "teckenkodning"},
		{"noise", strings.Repeat("\xff\xfe\xfd[=\"\n", 10000), "toml-syntax"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, findings, err := load.Site(site("data/2023/simba.toml", test.text))
			if err != nil {
				t.Fatal(err)
			}
			if test.code != "" && !slices.Contains(codes(findings), test.code) {
				t.Errorf("findings are %v, want %s", codes(findings), test.code)
			}
			if test.code == "" && len(findings) > 0 {
				t.Errorf("%v", findings[0])
			}
			if len(findings) > 300 {
				t.Errorf("%d findings", len(findings))
			}
		})
	}
}

func many(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func TestMostSyntaxFindings(t *testing.T) {
	_, findings, err := load.Site(site("data/2023/simba.toml", "[organisation]\n"+strings.Repeat("avtal = ”x”\n", 100)))
	if err != nil || len(findings) != 26 || !strings.Contains(findings[25].Message, "fler skrivfel") {
		t.Errorf("%v, %d findings", err, len(findings))
	}
}

// A symbolic link could lead anywhere on the machine that builds the site.
func TestSymbolicLink(t *testing.T) {
	dir := t.TempDir()
	for name, text := range base {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	outside := filepath.Join(t.TempDir(), "hemligt.toml")
	if err := os.WriteFile(outside, []byte("[inlamning]\nansvarig = \"hemlig\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "data", "2023"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "data", "2023", "simba.toml")); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink(filepath.Dir(outside), filepath.Join(dir, "content")); err != nil {
		t.Skip(err)
	}
	county, findings, err := load.Site(os.DirFS(dir))
	if err != nil || len(county.Submissions) != 0 || len(county.Narratives) != 0 {
		t.Error(county, err)
	}
	if got := codes(findings); !slices.Equal(got, []string{"symbolisk-lank"}) || len(findings) != 2 {
		t.Errorf("%v", findings)
	}
}

// broken can't be read, as when a disk fails.
type broken struct{ fs.FS }

func (b broken) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, "simba.toml") {
		return nil, fs.ErrPermission
	}
	return b.FS.Open(name)
}

func TestUnreadable(t *testing.T) {
	county, findings, err := load.Site(broken{site("data/2023/simba.toml", "x")})
	if err == nil || county != nil || findings != nil {
		t.Errorf("%v, %v, %v", county, findings, err)
	}
}

func TestEmptySite(t *testing.T) {
	_, findings, err := load.Site(fstest.MapFS{})
	if got := codes(findings); err != nil || !slices.Equal(got, []string{"saknad-fil"}) || len(findings) != 3 {
		t.Errorf("%v, %v", findings, err)
	}
}

// BenchmarkSubmission reads a submission of 300 lines.
func BenchmarkSubmission(b *testing.B) {
	fsys := site("data/2023/simba.toml", long())
	b.ReportAllocs()
	for b.Loop() {
		if _, findings, err := load.Site(fsys); err != nil || len(findings) > 0 {
			b.Fatal(err, findings)
		}
	}
}
