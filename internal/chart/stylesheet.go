package chart

import (
	"fmt"
	"strings"
)

// schemes are the ways a page is shown: when, and each role's colour then, "" for what an earlier scheme says. Paper is
// light.
var schemes = []struct {
	media  string
	colour func(swatch) string
}{
	{"", func(s swatch) string { return s.light }},
	{"(prefers-contrast: more)", func(s swatch) string { return s.contrast }},
	{"screen and (prefers-color-scheme: dark)", func(s swatch) string { return s.dark }},
	{"screen and (prefers-color-scheme: dark) and (prefers-contrast: more)", func(s swatch) string { return s.contrastDark }},
	{"screen and (forced-colors: active)", func(s swatch) string { return s.forced }},
}

// StyleSheet is the part of the site's CSS that the drawings need: a custom property per role in each scheme, and the
// classes that use them. A page may redefine the properties. The root's class is "diagram".
func StyleSheet() []byte {
	var b strings.Builder
	for _, scheme := range schemes {
		schemeRule(&b, scheme.media, ":root", scheme.colour)
	}
	for _, role := range Roles() {
		fmt.Fprintf(&b, ".%s{fill:var(%s)}.%s{stroke:var(%s)}\n",
			role.FillClass(), role.Property(), role.StrokeClass(), role.Property())
	}
	fmt.Fprintf(&b, ".diagram{display:block;max-width:100%%;height:auto;font-family:%s}\n", FontStack)
	b.WriteString("@media screen and (forced-colors: active){.diagram text{forced-color-adjust:auto}}\n")
	return []byte(b.String())
}

// schemeRule writes the properties that value gives a colour; those without keep what an earlier rule said.
func schemeRule(b *strings.Builder, media, selector string, value func(swatch) string) {
	var body strings.Builder
	for _, s := range swatches {
		if colour := value(s); colour != "" {
			fmt.Fprintf(&body, "%s:%s;", s.role.Property(), colour)
		}
	}
	if media == "" {
		fmt.Fprintf(b, "%s{%s}\n", selector, body.String())
		return
	}
	fmt.Fprintf(b, "@media %s{%s{%s}}\n", media, selector, body.String())
}
