package chart

import (
	"strings"
	"testing"
)

const painted = `<svg width="100" height="50" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">
<rect width="100" height="50" fill="none"></rect>
<style><![CDATA[.zr7-cls-3:hover{fill:red}]]></style>
<path d="M0 0l1 1" fill="rgb(0,0,0)" fill-opacity="0" stroke="#b7b9be" stroke-width="0"></path>
<g clip-path="url(#zr7-c4)"><path d="M1 2L3 4" fill="none" pointer-events="visible" stroke="#093F9B" class="zr7-cls-3" ecmeta_serie="2" ecmeta_silent="true"></path></g>
<path d="M5 6L7 6L7 9" fill="url(#zr7-p0)" ecmeta_serie="0" ecmeta_punkt="1"></path>
<path d="M7 8l3 0" fill="none" pointer-events="visible" ecmeta_serie="0" ecmeta_del="forklaring"></path>
<text style="font-size:13px;font-family:sans-serif;font-weight:bold;" xml:space="preserve" fill="rgb(29,33,38)">A &lt; B &amp; C</text>
<defs >
<clipPath id="zr7-c4"><path d="M0 0" fill="#000" ecmeta_serie="2"></path></clipPath>
<pattern id="zr7-p0" width="4" height="4"><path d="M0 0" fill="#ffffff5a"></path></pattern>
</defs>
</svg>`

// The answer is spelled out, so that a change of the normaliser is seen: raise formatVersion with it, or old drawings
// stay in people's caches.
func TestNormaliserGolden(t *testing.T) {
	got, err := normalise([]byte(painted))
	if err != nil {
		t.Fatal(err)
	}
	want := strings.ReplaceAll(`<g clip-path="url(#_-1)"><path d="M1 2L3 4" fill="none" stroke="#093f9b" class="s-series1" data-serie="2"/></g>`+
		`<path d="M5 6H7V9" fill="url(#_-2)" data-serie="0" data-punkt="1"/>`+
		`<path d="M7 8H10" fill="none" data-serie="0" data-del="forklaring" pointer-events="visible"/>`+
		`<text font-size="13" font-weight="bold" fill="#1d2126" class="f-text" x="0" y="0">A &lt; B &amp; C</text>`+
		`<defs><clipPath id="_-1"><path d="M0 0"/></clipPath>`+
		`<pattern id="_-2" width="4" height="4"><path d="M0 0" fill="#ffffff" fill-opacity="0.35" class="f-background"/></pattern></defs>`,
		"_", slugMark)
	if string(got) != want || formatVersion != "samverkan-diagram 3" {
		t.Errorf("raise formatVersion, and update this test. Got\n%q, want\n%q", got, want)
	}
}

func TestFontShorthand(t *testing.T) {
	got, err := normalise([]byte(`<svg><text style="font: italic normal bold 12px a b" ecmeta_serie="0">x</text></svg>`))
	if want := `<text font-style="italic" font-weight="bold" font-size="12" data-serie="0" x="0" y="0">x</text>`; err != nil || string(got) != want {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestNormaliserRefuses(t *testing.T) {
	wrap := func(inside string) string { return `<svg><path fill="#093f9b" ecmeta_serie="0"/>` + inside + `</svg>` }
	for name, test := range map[string][2]string{
		"nothing drawn":  {`<svg><path fill="none"/></svg>`, "blev tom"},
		"broken":         {`<svg><g></svg>`, "oläslig"},
		"not a number":   {wrap(`<path d="MNaN 0"/>`), "inte är ett tal"},
		"foreign colour": {wrap(`<path fill="#abcdef"/>`), "#abcdef"},
		"named colour":   {wrap(`<path fill="red"/>`), `"red"`},
		"gradient":       {wrap(`<defs><linearGradient id="a"/></defs>`), "linearGradient"},
		"image":          {wrap(`<image href="x"/>`), "image"},
		"script":         {wrap(`<script/>`), "script"},
		"other style":    {wrap(`<text style="cursor:pointer">a</text>`), "cursor"},
	} {
		_, err := normalise([]byte(test[0]))
		if err == nil || !strings.Contains(err.Error(), test[1]) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestCanonicalColour(t *testing.T) {
	for value, want := range map[string][2]string{
		"#FFF": {"#ffffff", ""}, "#Ab12cD": {"#ab12cd", ""}, "#ab12cd80": {"#ab12cd", "0.50"},
		"rgb(1, 2,255)": {"#0102ff", ""}, "rgba(1,2,3,0.25)": {"#010203", "0.25"},
	} {
		if hex, opacity, err := canonicalColour(value); err != nil || hex != want[0] || opacity != want[1] {
			t.Errorf("%s: got %s %q, %v", value, hex, opacity, err)
		}
	}
	for _, value := range []string{"", "#12", "#12345", "#xyzxyz", "rgb(1,2)", "rgb(1,2,256)", "hsl(1,2%,3%)", "red", "rgba(1,2,3,x)"} {
		if hex, _, err := canonicalColour(value); err == nil {
			t.Errorf("%q became %s", value, hex)
		}
	}
}

func FuzzNormalise(f *testing.F) {
	f.Add(painted)
	f.Add(`<svg><text ecmeta_serie="1">å</text></svg>`)
	f.Fuzz(func(t *testing.T, raw string) {
		got, err := normalise([]byte(raw))
		if err != nil {
			return
		}
		if _, err := parseElement([]byte("<svg>" + strings.ReplaceAll(string(got), slugMark, "a") + "</svg>")); err != nil {
			t.Errorf("%q became unreadable: %v\n%q", raw, err, got)
		}
	})
}
