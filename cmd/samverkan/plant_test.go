package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"samverkan/internal/attack"
	"samverkan/internal/compare"
	"samverkan/internal/demo"
	"samverkan/internal/page"
	"samverkan/internal/report"
)

// exampleCounty is the demonstration in a folder, read.
func exampleCounty(tb testing.TB) (*report.County, string) {
	tb.Helper()
	dir := tb.TempDir()
	for _, f := range demo.Files(demo.Options{}) {
		path := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o666); err != nil {
			tb.Fatal(err)
		}
	}
	county, findings, err := read(dir)
	if err != nil || findings.HasErrors() {
		tb.Fatal(err, findings)
	}
	return county, dir
}

// TestPlantedLeaks writes what is masked into the finished files of the demonstration, in
// every way that is watched for, and sees that it is found; and that nothing else is.
func TestPlantedLeaks(t *testing.T) {
	county, dir := exampleCounty(t)
	files, findings, err := pages(county, dir, nil)
	if err != nil || findings.HasErrors() {
		t.Fatal(err, findings)
	}
	watch := attack.NewWatch(compare.Compare(county))
	masked := `<span aria-hidden="true">x</span><span class="gomd">maskerad</span>`
	for _, plant := range []struct {
		name, path string
		from, to   string // a regular expression and what is written instead, once
		about      string
	}{
		{"a count in a cell", "2024/avvikelser/index.html", regexp.QuoteMeta(masked), "3", "mask"},
		{"a title on a cell", "2024/avvikelser/index.html", regexp.QuoteMeta(masked), `<span title="3">x</span>`, "mask"},
		{"an interval beneath", "2024/avvikelser/index.html", regexp.QuoteMeta(masked), masked + `<span class="bas">1–8</span>`, "mask"},
		{"the report on one page", "2024/rapport/index.html", regexp.QuoteMeta(masked), "2", "mask"},
		{"one of two that protect each other", "2024/avvikelser/index.html",
			`(?s)(Avvikelser per orsak 2024</caption>.*?Låtsasdalen.*?)<td class="tal lucka ton-saknas"[^>]*>` + regexp.QuoteMeta(masked), `$1<td>16`, "/avvikelser/orsak/"},
		{"a total of its own making", "2024/avvikelser/index.html",
			`(?s)(Avvikelser per orsak 2024</caption>.*?<th scope="col" class="tal">)Ej klassificerade(</th>.*?Låtsasdalen</a>.*?)<td class="tal" data-m="6.1">14<`, `${1}Summa$2<td>125<`, "raden Låtsasdalen"},
		{"a table turned on its side", "2024/enkater/index.html", regexp.QuoteMeta(masked) + `</td><td class="tal svag">`, masked + `</td><td class="tal svag">4 %`, "visar ”4 %”"},
		{"a table that is shown again", "2024/fabeldalen/index.html", regexp.QuoteMeta(masked), "3", "maskerad"},
		{"the outcomes side by side", "2025/index.html", `(?s)(Utfall och målvärden 2025</caption>.*?)<span aria-hidden="true">&lt;5</span>`, "${1}3", "visar ”3"},
		{"a delregion over the years", "delregioner/latsasdalen/index.html",
			`(?s)(Utfall mot varje års målvärde, Låtsasdalen</caption>.*?)<span aria-hidden="true">&lt;5</span>`, "${1}3", "visar ”3"},
		{"a value in the CSV", "data/2024/tabeller/avvikelser-orsak.csv", `;;"antal";"x";;;;`, `;3;"antal";"x";;;;`, "värde är 3"},
		{"an interval in the year's CSV", "data/2024/samverkan-2024.csv", `;;"antal";"x";;;;`, `;;"antal";"x";;;1;8`, "konfidens_låg är 1"},
		{"a numerator in the JSON", "data/2024/samverkan-2024.json", `"visas":"x",`, `"visas":"x","täljare":3,`, "täljare är 3"},
		{"the sentence above", "2024/avvikelser/index.html",
			`(class="mening">)(5 av 6 delregioner har redovisat avvikelser per orsak)`, `$1 I Låtsasdalen gällde ”Kompetens” (3); $2`, "meningen säger"},
	} {
		i := indexOf(files, plant.path)
		changed := once(regexp.MustCompile(plant.from), files[i].Data, plant.to)
		if bytes.Equal(changed, files[i].Data) {
			t.Errorf("%s: nowhere to plant it in %s", plant.name, plant.path)
			continue
		}
		s := &site{watch: watch, paths: []string{plant.path}, makers: map[string]maker{plant.path: always(changed)}}
		found := s.make(plant.path, func(page.File) error { return nil }).finds
		if len(found) == 0 {
			t.Errorf("%s: not found", plant.name)
			continue
		}
		if text := found[0].Message; !strings.Contains(text, ": "+plant.path+": ") || !strings.Contains(text, plant.about) {
			t.Errorf("%s: %s", plant.name, text)
		}
		if files, stops, err := s.kept(t.Context()); files != nil || !stops.HasErrors() || err != nil {
			t.Errorf("%s: a site is built: %v", plant.name, err)
		}
		if data, err := (shownSite{s}).File(plant.path); data != nil || err == nil {
			t.Errorf("%s: the preview shows it", plant.name)
		}
	}
}

func indexOf(files []page.File, path string) int {
	for i, f := range files {
		if f.Path == path {
			return i
		}
	}
	panic("no " + path)
}

// once replaces the first match.
func once(re *regexp.Regexp, data []byte, with string) []byte {
	at := re.FindSubmatchIndex(data)
	if at == nil {
		return data
	}
	out := append([]byte{}, data[:at[0]]...)
	out = re.Expand(out, []byte(with), data, at)
	return append(out, data[at[1]:]...)
}

// BenchmarkRead is what reading the demonstration's finished files costs, as all does while
// they are at hand, and how many times as long the tokenizer of x/net/html takes by itself,
// drawings and all, which does nothing with what it reads.
func BenchmarkRead(b *testing.B) {
	county, dir := exampleCounty(b)
	files, _, err := pages(county, dir, nil)
	if err != nil {
		b.Fatal(err)
	}
	s := &site{watch: attack.NewWatch(compare.Compare(county))}
	var read, tokenized time.Duration
	for b.Loop() {
		start := time.Now()
		for _, f := range files {
			var m made
			if s.read(&m, f); m.finds != nil {
				b.Fatal(m.finds)
			}
		}
		read += time.Since(start)
		start = time.Now()
		for _, f := range files {
			for z := html.NewTokenizer(bytes.NewReader(f.Data)); isPage(f.Path) && z.Next() != html.ErrorToken; {
			}
		}
		tokenized += time.Since(start)
	}
	b.ReportMetric(float64(read.Milliseconds())/float64(b.N), "read-ms")
	b.ReportMetric(float64(tokenized)/float64(read), "tokenizer-x")
}
