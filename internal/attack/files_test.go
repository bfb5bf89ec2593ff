package attack

import (
	"strings"
	"testing"

	"samverkan/internal/compare"
	"samverkan/internal/walk"
)

// watching knows of a masked figure, Alfa's in the table Antal of 2023, whose key is 2023/a/i,
// and of some whose keys are written in other ways in files; the next year's has none.
func watching() *Watch {
	c := masked("2023/a/i")
	c.Text = "x"
	table := compare.Table{ID: "t", Year: 2023, Title: "Antal", Columns: []compare.Column{{ID: "varde", Name: "Värde"}},
		Rows: []compare.Row{{Name: "Alfa", Cells: []compare.Cell{c}}, {Name: "Beta", Cells: []compare.Cell{shown("2023/b/i", 9)}}}}
	for _, key := range []string{`2023/a/Ja, "alltid"`, `2023/a/"i" ja`, `"i`, `2023/a/i\j`, "2023/a/i\tj"} {
		table.Rows = append(table.Rows, compare.Row{Name: key, Cells: []compare.Cell{masked(key)}})
	}
	later := table
	later.Year, later.Rows = 2024, []compare.Row{{Name: "Alfa", Cells: []compare.Cell{shown("2024/a/i", 7)}}}
	return NewWatch(&compare.Comparison{Years: []*compare.Year{{Year: 2023, Deviations: compare.Deviations{Totals: table, Any: true}},
		{Year: 2024, Deviations: compare.Deviations{Totals: later, Any: true}}}})
}

// TestData: a row of a masked fact that says more than its mark, or that can't be read, is a
// leak; a comment over several lines, and any row of another fact, is none.
func TestData(t *testing.T) {
	const head = "tabell;visas;värde;kommentar;nyckel;exempel\r\n"
	for _, tt := range []struct{ name, path, data, want string }{
		{"masked", "a.csv", head + `"t";"x";;"";"2023/a/i";ja` + "\r\n", ""},
		{"its value", "a.csv", head + `"t";"x";3;"";"2023/a/i";ja` + "\r\n", "värde är 3"},
		{"its value, before a comment of two lines", "a.csv", head + `"t";"x";3;"Se` + "\n" + `""bilagan""";"2023/a/i";ja` + "\r\n", "värde är 3"},
		{"a comment of two lines", "a.csv", head + `"t";"x";;"Se` + "\n" + `""bilagan""";"2023/a/i";ja` + "\r\n", ""},
		{"another's value", "a.csv", head + `"t";"9";9;"";"2023/b/i";ja` + "\r\n", ""},
		{"a field too few", "a.csv", head + `"t";3;"";"2023/a/i";ja` + "\r\n", "går inte att läsa"},
		{"a quote that never ends", "a.csv", head + `"t";"x;3;"";"2023/a/i";ja`, "går inte att läsa"},
		{"no head", "a.csv", `"t";"x";3;"";"2023/a/i";ja`, "går inte att läsa"},
		{"with quotation marks", "a.csv", head + `"t";"3";;"";"2023/a/Ja, ""alltid""";ja` + "\r\n", "visas är 3"},
		{"a mark within", "a.csv", head + `"t";"3";;"";"2023/a/""i"" ja";ja` + "\r\n", "visas är 3"},
		{"a mark first", "a.csv", head + `"t";"3";;"";"""i";ja` + "\r\n", "visas är 3"},
		{"a tab", "a.csv", head + `"t";"3";;"";"2023/a/i j";ja` + "\r\n", "visas är 3"},
		{"a text after the key", "a.csv", "visas;nyckel;kommentar\r\n" + `"3";"2023/a/i";"Se bilagan"` + "\r\n", "en text står efter nyckeln"},
		{"a row without a key, and its head later", "a.csv", "# Om nyckeln\r\n" + head + `"t";3;"";;;` + "\r\n" + `"t";3;"";"2023/a/i";ja`, "går inte att läsa"},
		{"with quotation marks", "a.json", `{"visas":"3","nyckel":"2023/a/Ja, \"alltid\""},`, "visas är 3"},
		{"a backslash", "a.json", `{"visas":"3","nyckel":"2023/a/i\\j"}`, "visas är 3"},
		{"a tab", "a.json", `{"visas":"3","nyckel":"2023/a/i\tj"}`, "visas är 3"},
		{"a key that never ends", "a.json", `{"visas":"3","nyckel":"2023/a/i`, "går inte att läsa"},
		{"another's, with a mark", "a.json", `{"visas":"3","nyckel":"2023/a/\"b\""}`, ""},
		{"masked", "a.json", "{\"celler\":[\n{\"visas\":\"x\",\"nyckel\":\"2023/a/i\"},\n{\"visas\":\"9\",\"nyckel\":\"2023/b/i\"}\n]}", ""},
		{"its value", "a.json", "[\n{\"visas\":\"x\",\"värde\":3,\"nyckel\":\"2023/a/i\"}]", "värde är 3"},
		{"a torn line", "a.json", "[\n{\"visas\":\"x\",\"nyckel\":\"2023/a/i\",\n\"värde\":3}]", "går inte att läsa"},
		{"two in a line", "a.json", `[{"visas":"9","nyckel":"2023/b/i"},{"visas":"3","nyckel":"2023/a/i"}]`, "går inte att läsa"},
	} {
		leaks := watching().Data(File{tt.path, []byte(tt.data)})
		holds(t, tt.path+", "+tt.name, leaks, tt.path, tt.want)
	}
}

// TestPage: a masked figure is found in a table however it is written, as long as a browser
// takes it for one.
func TestPage(t *testing.T) {
	const head = `<h2>Antal</h2><figure id="t"><table><caption>Antal</caption>`
	for _, tt := range []struct{ name, page, want string }{
		{"masked", head + `<tr><th>Alfa</th><td>x</td></tr></table></figure>`, ""},
		{"its value", head + `<tr><th>Alfa</th><td>3</td></tr></table></figure>`, "visar ”3”"},
		{"beside a name that may break", head + `<tr><th>Al&shy;fa</th><td>3</td></tr></table>`, "visar ”3”"},
		{"in capitals", strings.ToUpper(strings.Split(head, "<caption>")[0]) + `<caption>Antal</caption><TR><TH>Alfa</TH><TD>3</TD></TR></TABLE>`, "visar ”3”"},
		{"without ends", head + `<tr><th>Alfa<td>3<tr><th>Beta<td>9`, "visar ”3”"},
		{"an end too many", head + `<tr><th>Alfa</b></div><td>3</td></table>`, "visar ”3”"},
		{"after a comment with a table", `<!-- <table> -->` + head + `<tr><th>Alfa</th><td>3</td></tr></table>`, "visar ”3”"},
		{"in a cell of another table", `<table><tr><td>` + head + `<tr><th>Alfa</th><td>3</td></tr></table></td></tr></table>`, "visar ”3”"},
		{"after a drawing", `<svg><svg/><text>1</text></svg>` + head + `<tr><th>Alfa</th><td>3</td></tr></table>`, "visar ”3”"},
		{"for the ear", head + `<tr><th>Alfa</th><td aria-label="3">x</td></tr></table>`, "visar ”3 x”"},
		{"in data", head + `<tr><th>Alfa</th><td><b data-v='3'>x</b></td></tr></table>`, "visar ”3 x”"},
		{"a footnote", head + `<tr><th>Alfa</th><td>x<sup>1</sup></td></tr></table>`, ""},
		{"the sentence", `<p class="mening">Antalet är störst i Alfa (<b>3</b>).</p>` + head + `<tr><th>Alfa</th><td>x</td></tr></table>`, "meningen säger"},
		{"the sentence above another table", `<p class="mening">I Alfa (3).</p><table></table>` + head + `<tr><th>Alfa</th><td>x</td></tr></table>`, ""},
		{"what a total leaves", `<table><thead><tr><th></th><th>Antal</th></tr></thead><tr><th>Alfa</th><td>x <span class="gomd">maskerad</span></td></tr>` +
			`<tr><th>Beta</th><td>9<span class="bas">av 20</span></td></tr><tr><th>Summa</th><td>12</td></tr></table>`, "av 12 är bara 3 kvar"},
	} {
		p := watching().Page(File{"2023/t/index.html", []byte(tt.page)})
		if err := walk.Page([]byte(tt.page), p); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		holds(t, tt.name, p.Leaks(), "2023/t/index.html", tt.want)
	}
}

// TestSameTitle: a table is held against that of its page's year, though nothing in it is
// masked; against any of the name where the page is of no such year.
func TestSameTitle(t *testing.T) {
	const page = `<table><caption>Antal</caption><tr><th>Alfa</th><td>7</td></tr></table>`
	for path, want := range map[string]string{"2023/t/index.html": "visar ”7”", "2024/t/index.html": "", "2025/t/index.html": "visar ”7”", "index.html": "visar ”7”"} {
		p := watching().Page(File{path, []byte(page)})
		if err := walk.Page([]byte(page), p); err != nil {
			t.Fatal(err)
		}
		holds(t, path, p.Leaks(), path, want)
	}
}

// holds demands the one leak, which names the file, or none where want is empty.
func holds(t *testing.T, name string, leaks []Leak, path, want string) {
	t.Helper()
	switch {
	case want == "" && len(leaks) > 0, want != "" && len(leaks) != 1:
		t.Errorf("%s: %d leaks: %v", name, len(leaks), leaks)
	case want != "" && (!strings.HasPrefix(leaks[0].Text, path+": ") || !strings.Contains(leaks[0].Text, want)):
		t.Errorf("%s: %s, want %s", name, leaks[0].Text, want)
	}
}
