package sitetest

import (
	"fmt"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// kinds are one page of each kind of the invented county: of those that a folder holds many of, the first.
func kinds(t *testing.T, dir string) []string {
	t.Helper()
	earlier, many := regexp.MustCompile(`^20(22|23|24)/`), regexp.MustCompile(`^(.*(?:mal|indikatorer|delregioner|handbok))/[^/]+/index.html$`)
	seen := map[string]bool{}
	var found []string
	for _, p := range pagesIn(t, dir) {
		kind := p
		if m := many.FindStringSubmatch(p); m != nil {
			kind = m[1]
		}
		if strings.Count(p, "/") == 2 && fileHas(t, dir, p, `class="i-korthet"`) {
			kind = "delregion"
		}
		if !earlier.MatchString(p) && !seen[kind] && !servedOnly(t, dir, p) {
			seen[kind] = true
			found = append(found, p)
		}
	}
	if len(found) < 20 {
		t.Fatalf("only %d kinds of page: %v", len(found), found)
	}
	return found
}

func fileHas(t *testing.T, dir, name, text string) bool {
	t.Helper()
	return strings.Contains(string(file(t, dir, name)), text)
}

// still is what a reader who doesn't want things to move has asked for; pages scroll at once.
var still = &emulation.MediaFeature{Name: "prefers-reduced-motion", Value: "reduce"}

// everyKind opens a page of each kind, dressed in the media features.
func everyKind(t *testing.T, try func(r reader), features ...*emulation.MediaFeature) {
	t.Helper()
	browser, dir := start(t), demoSite(t)
	for _, p := range kinds(t, dir) {
		t.Run(path.Dir(p), func(t *testing.T) {
			r := opens(t, browser, address(dir, p), 1280)
			if _, err := chromedp.Call(r.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features}); err != nil {
				t.Fatal(err)
			}
			try(r)
		})
	}
}

// reachable marks what a reader can act on, and counts it; focused says where the focus is and whether that is seen.
const (
	reachable = `(() => {
		const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
			.filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled);
		all.forEach((e, n) => e.dataset.nr = n);
		return String(all.length);
	})()`
	focused = `(() => {
		const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
		const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
		const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
		return e === document.body ? '' : (e.dataset.nr ?? '?') + ' ' + ring + ' ' + inside + ' ' + e.outerHTML.slice(0, 80);
	})()`
)

// With nothing but the Tab key a reader comes to everything that can be acted on, in the order of the page, sees where
// the focus is, and comes out at the end; the first stop leads past the menus.
func TestKeyboardAlone(t *testing.T) {
	everyKind(t, func(r reader) {
		var count int
		if _, err := fmt.Sscan(r.asks(reachable), &count); err != nil || count < 10 {
			r.Fatalf("%d things to act on: %v", count, err)
		}
		for n := range count {
			r.do(r.ctx, chromedp.KeyEvent(kb.Tab))
			for r.asks(`String(document.activeElement.closest('.serier') !== null)`) == "true" { // came when the drawing had focus
				r.do(r.ctx, chromedp.KeyEvent(kb.Tab))
			}
			if got := r.asks(focused); !strings.HasPrefix(got, fmt.Sprint(n, " true true ")) {
				r.Fatalf("stop %d of %d is %q", n, count, got)
			}
			if n > 120 { // the rest of a long list is more of the same
				return
			}
		}
		r.do(r.ctx, chromedp.KeyEvent(kb.Tab))
		if got := r.asks(focused); got != "" && !strings.HasPrefix(got, "0 ") {
			r.Errorf("after the last stop comes %q", got)
		}
	}, still)
}

// The link that leads past the menus does so, and Enter opens the menu of a narrow screen.
func TestKeyboardShortcuts(t *testing.T) {
	browser, dir := start(t), demoSite(t)
	r := opens(t, browser, address(dir, "2025/index.html"), 320)
	r.do(r.ctx, chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Enter))
	if got := r.asks(`document.activeElement.id`); got != "innehall" {
		r.Errorf("the first stop leads to %q", got)
	}
	r.do(r.ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector('.meny summary').focus()`), chromedp.KeyEvent(kb.Enter))
	r.waits(`String(document.querySelector('.meny').open)`, "true")
	r.do(r.ctx, chromedp.KeyEvent(kb.Tab))
	if got := r.asks(`String(document.activeElement.closest('.meny') !== null)`); got != "true" {
		r.Error("the opened menu doesn't come next")
	}
}

// moving names what moves, or would.
const moving = `[...document.querySelectorAll('*')].filter(e => {
	const s = getComputedStyle(e);
	return s.scrollBehavior === 'smooth' || s.animationName !== 'none' || s.transitionDuration.split(',').some(d => parseFloat(d) > 0);
}).map(e => e.tagName + '.' + e.getAttribute('class')).slice(0, 5).join(' ')`

// For those who have asked for it nothing moves; for others a page may scroll softly.
func TestReducedMotion(t *testing.T) {
	everyKind(t, func(r reader) {
		if got := r.asks(moving); got != "" {
			r.Errorf("what moves: %s", got)
		}
	}, still)
	browser, dir := start(t), demoSite(t)
	r := opens(t, browser, address(dir, "index.html"), 1280)
	if _, err := chromedp.Call(r.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "no-preference"}}}); err != nil {
		t.Fatal(err)
	}
	if got := r.asks(moving); got == "" {
		t.Error("nothing moves for anyone, so the test shows nothing")
	}
}

// unseen names the marks and texts of drawings, and the words of pages, that can't be told from the page's background.
// Plates behind texts are to be as the background.
const unseen = `(() => {
	const canvas = getComputedStyle(document.body).backgroundColor, seen = c => c !== 'none' && c !== canvas && !/^rgba\(.*, 0\)$/.test(c);
	return [...document.querySelectorAll('svg.diagram :is(text, [data-serie])')].filter(e => {
		const s = getComputedStyle(e);
		return e.checkVisibility() && e.tagName !== 'g' && !e.closest('defs, clipPath, .f-background') && e.getAttribute('data-del') !== 'forklaring' && !seen(s.fill) && !seen(s.stroke);
	}).concat([...document.querySelectorAll('main :is(p, td, th, a, h1, h2, h3, summary)')].filter(e => e.checkVisibility() && !seen(getComputedStyle(e).color)))
	.map(e => e.outerHTML.slice(0, 120)).slice(0, 5).join('\n');
})()`

// With the reader's own few colours every mark, text and sign is still told from the background.
func TestForcedColours(t *testing.T) {
	everyKind(t, func(r reader) {
		if r.asks(`String(matchMedia('(forced-colors: active)').matches)`) != "true" {
			r.Fatal("the browser doesn't force its colours")
		}
		if got := r.asks(unseen); got != "" {
			r.Errorf("not seen:\n%s", got)
		}
	}, &emulation.MediaFeature{Name: "forced-colors", Value: "active"}, &emulation.MediaFeature{Name: "prefers-color-scheme", Value: "dark"})
}
