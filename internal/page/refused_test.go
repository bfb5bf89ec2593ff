package page

import (
	"testing"

	"samverkan/internal/walk"
)

func refusedIn(t *testing.T, page string) []string {
	r := NewRefusedReader("x.html")
	if err := walk.Page([]byte(page), r); err != nil {
		t.Fatal(err)
	}
	return r.kinds
}

func TestRefused(t *testing.T) {
	for page, want := range map[string]string{
		`<p style="a"><p style="b">`:                                  `style="…" på <p>`,
		`<button onclick="x()">`:                                      `onclick="…" på <button>`,
		`<x-y onload=x>`:                                              `onload="…"`,
		`<style>p{}</style>`:                                          `<style>`,
		`<script>x()</script>`:                                        `<script> utan src`,
		`<script type="module">x()</script>`:                          `<script> utan src`,
		`<script src="//exempel.se/a.js"></script>`:                   `<script> som hämtas från en annan webbplats`,
		`<img src=" https://exempel.se/a.png">`:                       `<img> som hämtas från en annan webbplats`,
		`<link rel="preload stylesheet" href="HTTPS://exempel.se/a">`: `<link> som hämtas från en annan webbplats`,
		`<object data="https://exempel.se/a"></object>`:               `<object> som hämtas från en annan webbplats`,
		// What a page may have.
		`<script src="../a.js"></script><img src="/a.png">`:                             "",
		`<script type="application/ld+json">{}</script>`:                                "",
		`<link rel="canonical" href="https://exempel.se"><a href="https://exempel.se">`: "",
		`<svg style="a"><style>b</style></svg><p on="x" data="https://exempel.se">`:     "",
	} {
		got := refusedIn(t, page)
		if want == "" && len(got) > 0 || want != "" && (len(got) != 1 || got[0] != want) {
			t.Errorf("%s: %q, want %q", page, got, want)
		}
	}
}

// Nothing is found in the program's own pages.
func TestNothingRefusedInOurPages(t *testing.T) {
	files, _, err := render(input())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if got := refusedIn(t, string(f.Data)); len(got) > 0 {
			t.Errorf("%s: %q", f.Path, got)
		}
	}
}
