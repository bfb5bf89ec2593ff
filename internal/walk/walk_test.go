package walk

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// told writes down what a reader is told.
type told struct{ strings.Builder }

func (b *told) Start(t *Tag) {
	fmt.Fprintf(b, "<%s", t.Name)
	for key, value := range t.Each {
		fmt.Fprintf(b, " %s=%q", key, value)
	}
	b.WriteString(">")
}

func (b *told) Text(raw []byte) { b.Write(Append(nil, raw)) }

func (b *told) End(t *Tag) { fmt.Fprintf(b, "</%s>", t.Name) }

func walked(page string) (string, error) {
	var b told
	err := Page([]byte(page), &b)
	return b.String(), err
}

func TestPage(t *testing.T) {
	for page, want := range map[string]string{
		`<!doctype html><p>a &lt; b</p>`:                              `<p>a < b</p>`,
		`<a href="x?a=1&amp;b" hidden CLASS=y>`:                       `<a href="x?a=1&b" hidden="" class="y"></a>`,
		`1 < 2, 2 <3 & </`:                                            `1 < 2, 2 <3 & </`,
		`<br><IMG src=a/b/>x`:                                         `<br></br><img src="a/b/"></img>x`,
		`a<!-- <p> -- > --><?x <p?>b</>c<!-->d`:                       `abcd`,
		`<title><p>&amp;</p></title ><script>"<a>"</script>`:          `<title><p>&</p></title><script>"<a>"</script>`,
		`<noscript><p>x</noscript>`:                                   `<noscript><p>x</p></noscript>`,
		`a<svg><svg/><svg><g></svg></svg x="</p>">b<svg/>c`:           `abc`,
		`a<SVG><Svg><linearGradient/></sVG><g></SVG>b`:                `ab`,
		`<svg><!-- <p></svg> --><g><?x </svg?></svg>b`:                `b`,
		`<svg><![CDATA[ > <p></svg> ]]></svg>b`:                       `b`,
		`<svg><text a="</svg><p>" b='</svg>'>1 < 2</text></svg>b`:     `b`,
		`<svg><g a=">" b="c"/><g a='"'/></svg>b`:                      `b`,
		`<svg><rdf:RDF>a</rdf:RDF><filter><feBlend/></filter></svg>b`: `b`,
		`<svgs>a</svgs>`:                                              `<>a</>`,
		`<svg a="</svg>"><text>1</text></svg>b`:                       `b`,
		`<p>a<div>b<p>c<b>d<p>e</div>`:                                `<p>a</p><div>b<p>c<b>d</b></p><p>e</p></div>`,
		`<ul><li>a<ul><li>b<li>c</ul><li>d</ul>`:                      `<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>`,
		`<dl><dt>a<dd>b<dt>c</dl>`:                                    `<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>`,
		`<table><tr><th>a<td>b<tr><td>c</table>d`:                     `<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>d`,
		`<table><thead><tr><th>a<tbody><tr><td>b</table>`:             `<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>`,
		`<div><table><caption>a</div><tr><td>b</div></p>c</td>`:       `<div><table><caption>a</caption><tr><td>bc</td></tr></table></div>`,
		`<x-y>a</X-y>b</z>`:                                           `<>a</>b`,
	} {
		if got, err := walked(page); got != want || err != nil {
			t.Errorf("%s: %s, %v\nwant %s", page, got, err, want)
		}
	}
}

// What would hide the rest of the page is an error that names it.
func TestUnclosed(t *testing.T) {
	for page, want := range map[string]string{
		`a<svg class="b"><g>c<svg></svg>`: "<svg",
		`a<svg><text>b</text>`:            "<svg",
		`a<svg`:                           "<svg",
		`a<SVG></svg `:                    "</svg",
		`<div><svg></div></svg>`:          "<svg",
		`<svg></svgs></svg>`:              "<svg",
		`<svg><!-- </svg>`:                "<!--",
		`<svg><![CDATA[ </svg>`:           "<![CDATA[",
		`<svg><g a="></svg>`:              "<g",
		`<p>a<!-- b ->`:                   "<!--",
		`<p>a<a href="b>c</a>`:            "<a",
		`<p>a</p`:                         "</p",
		`<script>a</scrip>`:               "<script",
	} {
		if _, err := walked(page); err != Unclosed(want) {
			t.Errorf("%s: %v, want %s", page, err, want)
		}
	}
}

// What a browser would take out of a drawing is an error that names it.
func TestStray(t *testing.T) {
	for page, want := range map[string]string{
		`<svg><p>a</svg>`: "<p",
		`<svg><g><TABLE a="b"><tr></table></g></svg>`:             "<TABLE",
		`<svg><foreignObject><b>3</b></foreignObject></svg>`:      "<foreignObject",
		`<svg><svg-x></svg>`:                                      "<svg-x",
		`<svg><g a="</svg>"><title>a</title><h1>b</h1></g></svg>`: "<h1",
	} {
		if _, err := walked(page); err != Stray(want) {
			t.Errorf("%s: %v, want %s", page, err, want)
		}
	}
}

// Every tag's place is where it stands, and where an element ends by itself.
func TestPlace(t *testing.T) {
	page := `<ul><li class="a">1<li>2</ul>`
	var got []string
	if err := Page([]byte(page), places(func(t *Tag) { got = append(got, page[t.From:t.To]) })); err != nil {
		t.Fatal(err)
	}
	if want := []string{"<ul>", `<li class="a">`, "", "<li>", "", "</ul>"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

type places func(*Tag)

func (p places) Start(t *Tag) { p(t) }
func (p places) Text([]byte)  {}
func (p places) End(t *Tag)   { p(t) }

func TestLine(t *testing.T) {
	if got := Line(Append([]byte(" a\n"), []byte("b&nbsp;\u202fc&amp; "))); got != "a b c&" {
		t.Errorf("%q", got)
	}
}

// FuzzPage holds what the walk takes for tags and texts against the tokenizer of
// x/net/html, and demands that all that starts ends.
func FuzzPage(f *testing.F) {
	for _, page := range []string{`<p a=1 b='2' c>x</p>`, `<a/b =c=d / e="f"g>`, `<!--><!--->a--!>b<!x>`, `</a b="c>">d</ e>f`, `<table><tr><td></p><li></table>`, `<title></titl></title/>`, "<A\tB\fC=\nD>&"} {
		f.Add(page)
	}
	f.Fuzz(func(t *testing.T, page string) {
		// What the tokenizer changes, or the walk does its own way.
		lower := strings.ToLower(page)
		for _, other := range []string{"&", "\r", "\x00", "svg", "script", "plaintext"} { // noscript, too
			if strings.Contains(lower, other) {
				t.Skip()
			}
		}
		var got tokens
		if Page([]byte(page), &got) != nil {
			return
		}
		if got.open != 0 {
			t.Errorf("%q: %d more starts than ends", page, got.open)
		}
		if want := tokenized(page); got.said.String() != want {
			t.Errorf("%q:\n%s\nwant\n%s", page, got.said.String(), want)
		}
	})
}

// tokens are starts and texts, the ends only counted.
type tokens struct {
	said told
	open int
}

func (k *tokens) Start(t *Tag) {
	k.open++
	fmt.Fprintf(&k.said, "<%s", t.Name)
	var met []string
	for key, value := range t.Each {
		if !slices.Contains(met, string(key)) {
			fmt.Fprintf(&k.said, " %s=%q", key, value)
		}
		met = append(met, string(key))
	}
	k.said.WriteString(">")
}
func (k *tokens) Text(raw []byte) { k.said.Text(raw) }
func (k *tokens) End(*Tag)        { k.open-- }

func tokenized(page string) string {
	var b strings.Builder
	for z := html.NewTokenizer(bytes.NewReader([]byte(page))); ; {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.Write(z.Raw())
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			fmt.Fprintf(&b, "<%s", t.DataAtom)
			for _, a := range t.Attr {
				fmt.Fprintf(&b, " %s=%q", a.Key, a.Val)
			}
			b.WriteString(">")
		}
	}
}
