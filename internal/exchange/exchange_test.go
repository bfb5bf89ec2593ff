package exchange

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"samverkan/internal/compare"
	"samverkan/internal/demo"
	"samverkan/internal/load"
	"samverkan/internal/report"
)

// invented is the demonstration's comparison: every section, with gaps and masks.
var invented = sync.OnceValues(func() (*compare.Comparison, error) {
	fsys := fstest.MapFS{}
	for _, f := range demo.Files(demo.Options{}) {
		fsys[f.Path] = &fstest.MapFile{Data: f.Data, Mode: 0o644}
	}
	county, _, err := load.Site(fsys)
	if err != nil {
		return nil, err
	}
	return compare.Compare(county), nil
})

func comparison(t *testing.T) *compare.Comparison {
	t.Helper()
	c, err := invented()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// parse reads a file as a program would, by its dialect.
func parse(t *testing.T, data []byte) []map[string]string {
	t.Helper()
	rest, marked := bytes.CutPrefix(data, []byte(byteOrderMark))
	if !marked {
		t.Fatal("no byte order mark, so Excel would show å as Ã¥")
	}
	r := csv.NewReader(bytes.NewReader(rest))
	r.Comma, r.Comment = ';', '#'
	header, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for {
		cells, err := r.Read()
		if err == io.EOF {
			return rows
		}
		if err != nil {
			t.Fatal(err)
		}
		row := map[string]string{}
		for i, name := range header {
			row[name] = cells[i]
		}
		rows = append(rows, row)
	}
}

func one(n float64) *float64 { return &n }

// small is a table with a figure, a masked one and a gap.
func small() *compare.Table {
	return &compare.Table{
		ID: "indikator-sip", Year: 2023, Title: "SIP 2023", RowHead: "Delregion", Unit: report.Percent, Chart: compare.Bars,
		Columns: []compare.Column{{ID: "varde", Name: "Andel", Unit: report.Percent}},
		Target:  &compare.Target{Number: 80, Text: "80 %"},
		Rows: []compare.Row{
			{ID: "simba", Name: "SIMBA", Cells: []compare.Cell{{State: compare.Shown, Number: 17.073170, Decimals: 1, Unit: report.Percent,
				Text: "17,1 %", Numerator: one(7), Denominator: one(41), Interval: &compare.Interval{Low: 8.531, High: 31.26},
				Verdict: compare.Missed, Standing: compare.WorseThan, Flag: report.Preliminary, Key: "2023/simba/sip", Comment: "=HYPERLINK(\"x\")"}}},
			{ID: "samla", Name: "SAMLA", Cells: []compare.Cell{{State: compare.Masked, Number: 3, Text: "x", Unit: report.Percent, Note: "Maskerad.",
				Numerator: one(3), Denominator: one(41), Interval: &compare.Interval{Low: 1, High: 9}, Key: "2023/samla/sip"}}},
			{ID: "fyrbodal", Name: "Fyrbodal", Cells: []compare.Cell{{State: compare.NotSubmitted, Text: "ej inl."}}},
			{ID: "lan", Name: "Länet, sammanvägt", Total: true, Cells: []compare.Cell{{State: compare.Empty}}},
		},
	}
}

func smallExporter() *Exporter {
	return New(&compare.Comparison{
		Site:        report.Site{Title: "Årsrapport", County: "Länet"},
		Delregioner: []compare.Delregion{{ID: "simba", Name: "SIMBA"}, {ID: "samla", Name: "SAMLA"}, {ID: "fyrbodal", Name: "Fyrbodal"}},
	})
}

func TestCSV(t *testing.T) {
	rows := parse(t, smallExporter().CSV(small()))
	if len(rows) != 3 {
		t.Fatalf("%d rows, want one per cell that something is expected in: 3", len(rows))
	}
	want := map[string]string{
		"tabell": "indikator-sip", "utgåva": "2023", "år": "2023", "delregion_id": "simba", "delregion": "SIMBA", "post": "",
		"mått": "Andel", "värde": "17,1", "enhet": "procent", "täljare": "7", "nämnare": "41", "konfidens_låg": "8,5", "konfidens_hög": "31,3",
		"målvärde": "80", "mot_målvärdet": "ej-natt", "mot_länet": "samre", "status": "P", "flagga": "preliminar", "exempel": "nej",
		"kommentar": "'=HYPERLINK(\"x\")", "nyckel": "2023/simba/sip",
	}
	for name, v := range want {
		if rows[0][name] != v {
			t.Errorf("%s is %q, want %q", name, rows[0][name], v)
		}
	}
	if rows[2]["status"] != "ej-inlamnat" || rows[2]["enhet"] != "procent" || rows[2]["statusförklaring"] != "ej inlämnat" {
		t.Errorf("the gap says %v", rows[2])
	}
}

// Even if compare left a number in a masked cell, no file would show it.
func TestMaskedCellsLeaveNoTrace(t *testing.T) {
	row := parse(t, smallExporter().CSV(small()))[1]
	for _, name := range []string{"värde", "täljare", "nämnare", "konfidens_låg", "konfidens_hög", "mot_målvärdet", "mot_länet"} {
		if row[name] != "" {
			t.Errorf("%s of a masked cell is %q", name, row[name])
		}
	}
	if row["status"] != "Q" || row["visas"] != "x" {
		t.Errorf("a masked cell says %v", row)
	}
	if s := string(tableJSON(small())); strings.Contains(s, "täljare\":3") || strings.Contains(s, `"värde":3`) {
		t.Errorf("the JSON gives a masked count away: %s", s)
	}
	c := comparison(t)
	masked := 0
	for _, table := range c.Tables() {
		for _, r := range parse(t, New(c).CSV(table)) {
			if r["status"] == "Q" {
				masked++
				if r["värde"]+r["täljare"]+r["nämnare"]+r["konfidens_låg"]+r["konfidens_hög"] != "" {
					t.Errorf("%s: %v", table.ID, r)
				}
			}
		}
	}
	if masked == 0 {
		t.Error("the demonstration has no masked cell to try")
	}
}

// Every row of every table says what it is about.
func TestEveryRowIsAboutSomething(t *testing.T) {
	c := comparison(t)
	for _, table := range c.Tables() {
		for _, r := range parse(t, New(c).CSV(table)) {
			if r["delregion"] == "" && r["post"] == "" || r["mått"] == "" || r["år"] == "" {
				t.Errorf("%s: a row is about nothing: %v", table.ID, r)
			}
			if r["exempel"] != "ja" {
				t.Errorf("%s: an invented figure isn't marked", table.ID)
			}
			if r["värde"] == "" && r["status"] == "" && r["visas"] == "" {
				t.Errorf("%s: neither a figure nor a reason: %v", table.ID, r)
			}
		}
	}
}

func TestWhoseFigure(t *testing.T) {
	c := comparison(t)
	first := c.Delregioner[0]
	year := strconv.Itoa(c.Newest.Year)
	for _, want := range []struct{ table, delregion, item, year string }{
		{"indikator-sip-upprattade", first.ID, "", year},
		{"indikator-sip-upprattade-kommun", first.ID, first.ID + "-sagokoping", year},
		{"indikator-sip-upprattade-trend", first.ID, "", strconv.Itoa(c.Years[0].Year)},
		{"mal-matris", first.ID, "in-och-utskrivning", year},
		{first.ID + "-budget", first.ID, "processledare", year},
		{"aktiviteter-tidslinje", first.ID, first.ID + "-aktivitet-1", year},
	} {
		i := slices.IndexFunc(c.Tables(), func(x *compare.Table) bool { return x.ID == want.table && x.Year == c.Newest.Year })
		if i < 0 {
			t.Errorf("there is no table %s", want.table)
			continue
		}
		r := parse(t, New(c).CSV(c.Tables()[i]))[0]
		if r["delregion_id"] != want.delregion || r["post_id"] != want.item || r["år"] != want.year {
			t.Errorf("%s: %s, %s, %s", want.table, r["delregion_id"], r["post_id"], r["år"])
		}
	}
}

func TestHarmless(t *testing.T) {
	for in, want := range map[string]string{
		"=1+1": "'=1+1", "+46": "'+46", "-5": "'-5", "@x": "'@x", "\t=1": "' =1", "  =1": "'  =1", "＝1": "'＝1",
		"7 av 41": "7 av 41", "−3": "−3", "a\r\nb": "a\nb", "a\x00b": "a b", "": "",
	} {
		if got := harmless(in); got != want {
			t.Errorf("harmless(%q) = %q, want %q", in, got, want)
		}
	}
}

// A text stays one field for a program that takes commas for separators.
func TestTextsAreQuoted(t *testing.T) {
	table := small()
	table.Rows[0].Cells[0].Comment = "ja,=1+1"
	if s := string(smallExporter().CSV(table)); !strings.Contains(s, `;"ja,=1+1";`) {
		t.Error("the comment isn't quoted")
	}
}

func TestExampleIsMarked(t *testing.T) {
	table := small()
	table.Example = true
	data := smallExporter().CSV(table)
	if !strings.HasPrefix(string(data), byteOrderMark+exampleLine+newLine) {
		t.Errorf("the file begins with %.60q", data)
	}
	if r := parse(t, data)[0]; r["exempel"] != "ja" {
		t.Error("the row isn't marked")
	}
	var j map[string]any
	if err := json.Unmarshal(tableJSON(table), &j); err != nil || j["exempel"] != true {
		t.Errorf("the JSON isn't marked: %v", err)
	}
}

func tableJSON(t *compare.Table) []byte {
	var b bytes.Buffer
	writeTable(&b, t, smallExporter().rows(t).json)
	return b.Bytes()
}

// CSV is a table's file.
func (e *Exporter) CSV(t *compare.Table) []byte { return csvFile(t.Example, e.rows(t).csv) }

// What is written the short way is what the long way gives.
func FuzzTexts(f *testing.F) {
	for _, s := range []string{"", "a", "Å", "=1", "å\u0085", "a\u2028", "\xff", "a\"b", "\\", "\u00a0", "1\x7f", "ï¼\x9d", "”"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got := string(appendQuoted(nil, s)); got != encode(s) {
			t.Errorf("%q, want %q", got, encode(s))
		}
		if plain(s) && strings.IndexFunc(s, unicode.IsControl) >= 0 {
			t.Errorf("%q has control characters", s)
		}
		if first, _ := utf8.DecodeRuneInString(s); plain(s) && (strings.ContainsRune("=+-@＝＋－＠", first) || unicode.IsSpace(first)) {
			t.Errorf("%q isn't harmless", s)
		}
	})
}
