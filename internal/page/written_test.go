package page

import (
	"html/template"
	"io/fs"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/net/html"

	"samverkan/layouts"
)

// ownLayout takes rows, cells and links apart, as a site's own layout might.
var ownLayout = template.Must(template.New("").Parse(`
{{- define "rader"}}<thead><tr><th scope="col">{{.RowHead}}</th>{{range .Columns}}<th scope="col"{{if .Numeric}} class="tal"{{end}}>{{.Name}}</th>{{end}}</tr></thead>
<tbody>
{{range .Rows}}<tr{{if .Total}} class="summa"{{end}}><th scope="row">{{template "lank" .Name}}</th>{{range .Cells}}{{template "cell" .}}{{end}}</tr>
{{end}}</tbody>{{end}}
{{- define "cell"}}<td{{with .Class}} class="{{.}}"{{end}}{{with .Marks}} data-m="{{.}}"{{end}}>{{if .Href}}<a href="{{.Href}}">{{template "cellens" .}}</a>{{else}}{{template "cellens" .}}{{end}}
{{- if .Note}}<sup><a class="not" href="#{{.NoteID}}"><span class="gomd">Not </span>{{.Note}}</a></sup>{{end}}
{{- with .Verdict}}<span class="utslaget">{{.Shape}}{{.Word}}</span>{{end}}
{{- with .Basis}}<span class="bas">{{.}}</span>{{end}}
{{- with .Interval}}<span class="bas"><span class="gomd">Konfidensintervall </span>{{.}}</span>{{end}}</td>{{end}}
{{- define "cellens"}}{{.Shape}}{{if .Spoken}}{{with .Text}}<span aria-hidden="true">{{.}}</span>{{end}}<span class="gomd">{{.Spoken}}</span>{{else}}{{.Text}}{{end}}{{end}}
{{- define "lank"}}{{if .Href}}<a href="{{.Href}}">{{.Text}}</a>{{else}}{{.Text}}{{end}}{{end}}
{{- define "ladda"}}{{range $i, $l := .}}{{if $i}} · {{end}}<a href="{{$l.Href}}" download>{{$l.Text}}<span class="gomd"> {{$l.Note}}</span></a>{{end}}{{end}}
{{- define "status"}}<span class="status ton-{{.Tone}}">{{.Shape}}{{.Word}}</span>{{end}}
{{- define "meny"}}{{range .}}<li><a href="{{.Href}}"{{if .Current}} aria-current="page"{{end}}>{{.Text}}</a></li>{{end}}{{end}}`))

func inOwnLayout(name string, data any) string {
	var b strings.Builder
	if err := ownLayout.ExecuteTemplate(&b, name, data); err != nil {
		return err.Error()
	}
	return b.String()
}

var met = status(1, "nått")

var someRows = TableView{RowHead: "Del & region", Columns: []ColumnView{{Name: "Antal", Numeric: true}, {Name: "<Ord>"}}, Rows: []RowView{
	{},
	{Name: Link{Text: "Summa"}, Total: true, Cells: []CellView{{Class: "tal", Text: "17,1 %", Basis: "7 av 41", Interval: "8,5–31,3 %", Marks: "0:1 2:3", Verdict: &met}}},
	{Name: Link{Text: "Östra", Href: "../ostra/index.html?a=1&b=2#x"}, Cells: []CellView{
		{Class: "lucka", Text: "..", Spoken: "uppgift saknas", Note: 2, NoteID: "sip-not-2"},
		{Shape: shape(1), Spoken: "uppnått", Href: "../simba/index.html#utfall-sip"}}},
	{Name: Link{Text: `<"&'+>`, Href: "#rubrik"}, Cells: []CellView{
		{Text: `+1 & <b>"så" 'här'</b>` + "\x00", Class: `x" onclick="y`, Spoken: "<i>", Basis: "<&>", Interval: `"+'`}}},
}}

// What Go writes is what a template would have written.
func TestWrittenAsByATemplate(t *testing.T) {
	compare := func(got template.HTML, name string, data any) {
		if want := inOwnLayout(name, data); string(got) != want {
			t.Errorf("%+v is\n%s, not\n%s", data, got, want)
		}
	}
	compare(tableRows(someRows), "rader", someRows)
	for _, r := range someRows.Rows {
		compare(link(r.Name), "lank", r.Name)
	}
	menu := []Link{{Text: "Mål & medel", Href: "../mal/index.html", Current: true}, {Text: "Start", Href: "../index.html"}}
	compare(linkItems(menu, "page"), "meny", menu)
	menu[0].Note = "– <Mål>"
	compare(downloadLinks(menu), "ladda", menu)
	compare(statusMark(met), "status", met)
}

// No text can leave its place, and no address the site.
func FuzzWritten(f *testing.F) {
	f.Add(`"><script>`, "javascript:alert(1)")
	f.Add("</td>", "//host/path")
	f.Add("", "///host/path")
	f.Add("", `/\host/path`)
	f.Fuzz(func(t *testing.T, text, href string) {
		c := CellView{Class: text, Text: text, Spoken: text, Basis: text, Interval: text, Marks: text, Note: 1, NoteID: href, Href: href}
		rows := tableRows(TableView{Rows: []RowView{{Name: Link{Text: text, Href: href}, Cells: []CellView{c}}}})
		doc, err := html.Parse(strings.NewReader("<table>" + string(rows) + "</table>"))
		if err != nil {
			t.Fatal(err)
		}
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if !strings.Contains(" html head body table thead tbody tr th td a span sup ", " "+n.Data+" ") {
				t.Errorf("<%s> from %q", n.Data, text)
			}
			for _, a := range n.Attr {
				if !strings.Contains(" class data-m href scope aria-hidden ", " "+a.Key+" ") {
					t.Errorf("attribute %s from %q", a.Key, text)
				}
				if u, err := url.Parse(a.Val); a.Key == "href" && (err != nil || u.IsAbs() || strings.HasPrefix(strings.ReplaceAll(a.Val, `\`, "/"), "//")) {
					t.Errorf("%s leads out of the site", a.Val)
				}
			}
		}
	})
}

// How many times as long a template takes.
func BenchmarkWritten(b *testing.B) {
	var written, laidOut time.Duration
	for b.Loop() {
		start := time.Now()
		tableRows(someRows)
		written += time.Since(start)
		start = time.Now()
		inOwnLayout("rader", someRows)
		laidOut += time.Since(start)
	}
	b.ReportMetric(float64(laidOut)/float64(written), "times")
}

// A site's own layouts can't call what the handbook doesn't tell of.
func TestFunctionsInHandbook(t *testing.T) {
	book, err := os.ReadFile("../../content/handbok/egna-layouter.md")
	if err != nil {
		t.Fatal(err)
	}
	for name := range functions {
		if !strings.Contains(string(book), "`{{"+name+" ") {
			t.Errorf("the handbook doesn't tell of %s", name)
		}
	}
}

// What the handbook shows can be copied into a site, and uses every function.
func TestHandbookExamples(t *testing.T) {
	book, err := os.ReadFile("../../content/handbok/egna-layouter.md")
	if err != nil {
		t.Fatal(err)
	}
	own, shown := fstest.MapFS{}, ""
	for _, m := range regexp.MustCompile("(?s)```html\n{{/\\* (sist i )?layouts/(\\S+) \\*/}}\n(.*?)```").FindAllStringSubmatch(string(book), -1) {
		last, file, example := m[1] != "", m[2], m[3]
		shown += example
		if last {
			programs, err := fs.ReadFile(layouts.FS, file)
			if err != nil {
				t.Fatal(err)
			}
			example = strings.TrimSuffix(strings.TrimSpace(string(programs)), "{{end}}") + example + "{{end}}"
		}
		own[file] = &fstest.MapFile{Data: []byte(example)}
	}
	for name := range functions {
		if !strings.Contains(shown, "{{"+name+" ") {
			t.Errorf("no example has %s", name)
		}
	}
	in := input()
	in.Layouts = layouts.Over(own)
	pages := site(t, in)
	const indicator = "2023/indikatorer/kompletta/index.html"
	for selector, path := range map[string]string{
		"main p > a": "404.html", "main li > .status": "metod/index.html",
		`main li > a[aria-current="true"]`: indicator, `caption:contains("en gång till") ~ tbody td`: indicator,
	} {
		if len(all(pages[path], selector)) == 0 {
			t.Errorf("%s has no %s", path, selector)
		}
	}
}
