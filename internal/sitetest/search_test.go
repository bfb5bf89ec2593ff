package sitetest

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const (
	searchPage   = "sok/index.html"
	searchStatus = `document.querySelector('.sokruta [role=status]').textContent`
	// results are the titles of the pages that are found, the best first.
	results = `[...document.querySelectorAll('.traffar > li > h2')].map(h => h.textContent).join(' | ')`
)

// What the search may weigh. Nothing of it is loaded before a reader goes to its box.
const (
	searchWaitWeight   = 1000      // uncompressed
	searchEngineWeight = 10 * 1000 // compressed
	searchIndexWeight  = 90 * 1000 // compressed, of six delregioner in four years
)

// The search of the invented county, from the disk.
func TestSearch(t *testing.T) {
	browser, dir := start(t), demoSite(t)
	for _, one := range []struct {
		name string
		try  func(r reader)
	}{
		{"nothing before the reader acts", searchUntouched},
		{"words", searchWords}, {"keys", searchKeys}, {"coming back", searchAgain}, {"accessibility", searchAccessible},
	} {
		t.Run(one.name, func(t *testing.T) { one.try(opens(t, browser, address(dir, searchPage), 1280)) })
	}
}

func searchUntouched(r reader) {
	time.Sleep(300 * time.Millisecond)
	if got := r.asks(scriptsLoaded); got != "sok.js" {
		r.Errorf("the page has loaded %s", got)
	}
	if got := r.asks(`getComputedStyle(document.querySelector('.sokruta')).display`); got == "none" {
		r.Error("the box isn't shown")
	}
}

// asksFor writes a question as a reader does and gives the titles that are found.
func (r reader) asksFor(question string) string {
	r.Helper()
	r.do(r.ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector('.sokruta input').select()`), chromedp.KeyEvent(question))
	r.waits(`decodeURIComponent(location.hash)`, "#q="+question)
	return r.asks(results)
}

func searchWords(r reader) {
	r.do(r.ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector('.sokruta input').focus()`))
	r.waits(`String(document.scripts.length)`, "3")
	for question, want := range map[string]string{
		"utskrivning":          "Väl fungerande in- och utskrivning",
		"avvikelsehantering":   "Avvikelser",     // part of a compound
		"kommuners":            "i varje kommun", // inflected
		"utskrivnng":           "utskrivning",    // a slip of the finger
		"lakemedel":            "läkemedel",      // no dots
		"telefonuppföljning":   "Uppföljning per telefon",
		"sagobygden":           "Sagobygden",
		"hur maskeras små tal": "Metod", // no section has all of it
	} {
		if got := r.asksFor(question); !strings.Contains(got, want) {
			r.Errorf("%s: %q is not among %s", question, want, got)
		}
	}
	for question, want := range map[string]string{
		"sagobygden":      "2025/sagobygden/index.html",
		"sagobygden 2023": "2023/sagobygden/index.html", // a year says which page is meant
		"avvikelser 2024": "2024/avvikelser/index.html",
	} {
		r.asksFor(question)
		if first := r.asks(`document.querySelector('.traffar > li > h2 a').href`); !strings.HasSuffix(first, want) {
			r.Errorf("%s: the first page is %s", question, first)
		}
	}
	r.asksFor("sagobygden")
	r.says(r.asks(searchStatus), " sidor")
	if got := r.asksFor("xyzzyqwfp"); got != "" {
		r.Errorf("xyzzyqwfp is found in %s", got)
	}
	r.says(r.asks(searchStatus), "Inga sidor")
	r.asksFor("sagobygden xyzzyqwfp") // no page has one of the words: it says which, and shows the other's
	r.says(r.asks(searchStatus), "Ingen sida nämner ”xyzzyqwfp”. De andra orden finns på ")
	r.says(r.asks(results), "Sagobygden")
	r.asksFor("wilson suicidprevention") // no page has them all
	r.says(r.asks(searchStatus), "Ingen sida har alla orden. Något av dem finns på ")
	r.asksFor("sagobygden suicidprevention") // in different sections of a page
	if got := r.asks(searchStatus); strings.Contains(got, "orden") || !strings.HasSuffix(got, " sidor") {
		r.Errorf("both words: %s", got)
	}
	r.asksFor("otskrifnigg")
	r.says(r.asks(`document.querySelector('.menade').textContent`), "skrivning?")
	r.do(r.ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector('.menade button').click()`))
	r.says(r.asks(results), "skrivning")
	r.asksFor("xyzzyqwfp")
	if got := r.asks(`String(document.querySelector('.bokstaver').hidden)`); got != "false" {
		r.Error("nothing is found, and the index isn't there either")
	}
}

func searchKeys(r reader) {
	r.do(r.ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector('.sokruta input').focus()`))
	r.asksFor("avvikelser")
	focus := `document.activeElement.textContent`
	r.do(r.ctx, chromedp.KeyEvent(kb.ArrowDown))
	first := r.asks(focus)
	r.says(r.asks(results), first)
	r.do(r.ctx, chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowUp))
	if got := r.asks(focus); got != first {
		r.Errorf("down and up leads to %q, not %q", got, first)
	}
	r.do(r.ctx, chromedp.KeyEvent(kb.Escape))
	if got := r.asks(`document.activeElement.id`); got != "sokord" {
		r.Errorf("Escape leads to %q", got)
	}
	r.do(r.ctx, chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Enter))
	r.waits(`document.querySelector('h1')?.textContent ?? ''`, first)
}

// searchAgain: a reader who goes back finds the question and its answer left.
func searchAgain(r reader) {
	here := r.asks(`location.href.split('#')[0]`)
	r.do(r.ctx, chromedp.Navigate(strings.Replace(here, searchPage, "index.html", 1)), chromedp.Navigate(here+"#q=l%C3%A4kemedel"))
	r.says(r.waits(results, "*"), "läkemedel")
	if got := r.asks(`document.querySelector('.sokruta input').value`); got != "läkemedel" {
		r.Errorf("the box holds %q", got)
	}
	if got := r.asks(`String(document.querySelectorAll('.traffar mark').length > 0)`); got != "true" {
		r.Error("no word is marked")
	}
}

func searchAccessible(r reader) {
	axe := axeCore(r.T)
	r.do(r.ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector('.sokruta input').focus()`))
	r.asksFor("kommun")
	r.do(r.ctx, chromedp.EmulateViewport(320, 900), chromedp.Evaluate[chromedp.Void](axe))
	for _, expression := range []string{runAxe(allRules), overflow} {
		found, err := chromedp.Run(r.ctx, chromedp.Evaluate[[]string](expression, chromedp.EvalAwaitPromise))
		if err != nil {
			r.Fatal(err)
		}
		for _, f := range found {
			r.Error(f)
		}
	}
}

func TestSearchIsLight(t *testing.T) {
	dir := demoSite(t)
	wait, engine, index := file(t, dir, "sok.js"), file(t, dir, "sokmotor.js"), file(t, dir, "sokindex.js")
	t.Logf("the index is %d bytes, %d compressed; the search %d and %d", len(index), compressed(t, index), len(engine), compressed(t, engine))
	if len(wait) > searchWaitWeight || compressed(t, engine) > searchEngineWeight || compressed(t, index) > searchIndexWeight {
		t.Errorf("the search has become heavy: %d, %d, %d", len(wait), compressed(t, engine), compressed(t, index))
	}
}
