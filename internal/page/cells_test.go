package page

import (
	"html/template"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// cellLayout is a cell as a site's own layout might write it.
var cellLayout = template.Must(template.New("").Parse(
	`<td{{with .Class}} class="{{.}}"{{end}}{{with .Marks}} data-m="{{.}}"{{end}}>{{if .Href}}<a href="{{.Href}}">{{template "seen" .}}</a>{{else}}{{template "seen" .}}{{end}}
{{- if .Note}}<sup><a class="not" href="#{{.NoteID}}"><span class="gomd">Not </span>{{.Note}}</a></sup>{{end}}
{{- with .Verdict}}<span class="utslaget">{{.Shape}}{{.Word}}</span>{{end}}
{{- with .Basis}}<span class="bas">{{.}}</span>{{end}}
{{- with .Interval}}<span class="bas"><span class="gomd">Konfidensintervall </span>{{.}}</span>{{end}}</td>
{{- define "seen"}}{{.Shape}}{{if .Spoken}}{{with .Text}}<span aria-hidden="true">{{.}}</span>{{end}}<span class="gomd">{{.Spoken}}</span>{{else}}{{.Text}}{{end}}{{end}}`))

var met = status(1, "nått")

var someCells = []CellView{
	{},
	{Class: "tal", Text: "17,1 %", Basis: "7 av 41", Interval: "8,5–31,3 %", Marks: "0:1 2:3", Verdict: &met},
	{Class: "lucka", Text: "..", Spoken: "uppgift saknas", Note: 2, NoteID: "sip-not-2"},
	{Shape: shape(1), Spoken: "uppnått", Href: "../simba/index.html#utfall-sip"},
	{Text: `+1 & <b>"så" 'här'</b>` + "\x00", Class: `x" onclick="y`, Spoken: "<i>", Basis: "<&>", Interval: `"+'`},
}

// What Go writes is what a template would have written.
func TestCellsAreAsATemplateWritesThem(t *testing.T) {
	for _, c := range someCells {
		var want strings.Builder
		if err := cellLayout.Execute(&want, c); err != nil {
			t.Fatal(err)
		}
		if got := string((RowView{Cells: []CellView{c}}).CellsHTML()); got != want.String() {
			t.Errorf("%+v is\n%s, not\n%s", c, got, want.String())
		}
	}
}

// No text can leave its place, and no address the site.
func FuzzCells(f *testing.F) {
	f.Add(`"><script>`, "javascript:alert(1)")
	f.Add("</td>", "//host/path")
	f.Fuzz(func(t *testing.T, text, href string) {
		c := CellView{Class: text, Text: text, Spoken: text, Basis: text, Interval: text, Marks: text, Note: 1, NoteID: href, Href: href}
		row := "<table><tr>" + string((RowView{Cells: []CellView{c}}).CellsHTML()) + "</tr></table>"
		doc, err := html.Parse(strings.NewReader(row))
		if err != nil {
			t.Fatal(err)
		}
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if !strings.Contains(" html head body table tbody tr td a span sup ", " "+n.Data+" ") {
				t.Errorf("<%s> from %q", n.Data, text)
			}
			for _, a := range n.Attr {
				if !strings.Contains(" class data-m href aria-hidden ", " "+a.Key+" ") {
					t.Errorf("attribute %s from %q", a.Key, text)
				}
				if u, err := url.Parse(a.Val); a.Key == "href" && (err != nil || u.IsAbs() || u.Host != "") {
					t.Errorf("%s leads out of the site", a.Val)
				}
			}
		}
	})
}

func BenchmarkCells(b *testing.B) {
	row := RowView{Cells: someCells[1:4]}
	b.Run("go", func(b *testing.B) {
		for b.Loop() {
			row.CellsHTML()
		}
	})
	b.Run("mall", func(b *testing.B) {
		for b.Loop() {
			for _, c := range row.Cells {
				_ = cellLayout.Execute(&strings.Builder{}, c)
			}
		}
	})
}
