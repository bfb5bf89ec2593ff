package sitetest

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// look is a way of looking at a page.
type look struct {
	name          string
	width, height int64
	zoom          float64
	scheme        string // prefers-color-scheme
	rules         string // axe-core's
}

// What axe-core tries: all that WCAG 2.2 AA asks for, or what depends on the colours alone.
const (
	allRules    = `{type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}`
	colourRules = `{type: 'rule', values: ['color-contrast', 'link-in-text-block']}`
)

// A screen of 1280 × 1024 at 400 % is one of 320 × 256: narrow is both.
var looks = []look{
	{"wide", 1280, 900, 1, "light", allRules}, {"narrow, 400 %", 320, 256, 4, "light", allRules},
	{"wide dark", 1280, 900, 1, "dark", colourRules}, {"narrow dark", 320, 900, 1, "dark", colourRules},
}

// Every page opens from the disk without an error and without asking anyone for
// anything, keeps within a narrow screen, and is accessible as far as axe-core sees.
func TestPagesInABrowser(t *testing.T) { inABrowser(t, site(t), pages(t)) }

// So does every page of the invented county, which has everything that a page can hold.
func TestDemoInABrowser(t *testing.T) {
	only := regexp.MustCompile(os.Getenv("SAMVERKAN_ONLY"))
	dir := demoSite(t)
	inABrowser(t, dir, slices.DeleteFunc(pagesIn(t, dir), func(p string) bool { return !only.MatchString(p) }))
}

func inABrowser(t *testing.T, dir string, paths []string) {
	t.Helper()
	axe, browser := axeCore(t), start(t)
	todo := make(chan string)
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for p := range todo {
				for _, finding := range visit(browser, dir, p, axe) {
					t.Errorf("%s: %s", p, finding)
				}
			}
		})
	}
	for _, p := range paths {
		if !servedOnly(t, dir, p) {
			todo <- p
		}
	}
	close(todo)
	wg.Wait()
}

func axeCore(t *testing.T) string {
	t.Helper()
	axe, err := os.ReadFile(root + "/layouts/node_modules/axe-core/axe.min.js")
	if err != nil {
		unavailable(t, "axe-core isn't installed: run `npm --prefix layouts ci`")
	}
	return string(axe)
}

// servedOnly reports whether a page can't be opened from the disk: with bas_url the
// links of 404.html begin at the server's root, since it is shown at any depth.
func servedOnly(t *testing.T, dir, page string) bool {
	t.Helper()
	if page != "404.html" {
		return false
	}
	data, err := os.ReadFile(filepath.Join(dir, page))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Contains(string(data), `<link rel="stylesheet" href="/`)
}

// start starts one browser for all pages.
func start(t *testing.T) context.Context {
	t.Helper()
	program := chromium()
	if program == "" {
		unavailable(t, "there is no Chromium: install it (apt-get install chromium) or name it in SAMVERKAN_CHROMIUM")
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(),
		chromedp.ExecPath(program), chromedp.Flag("headless", true), chromedp.Flag("no-sandbox", true),
		chromedp.Flag("disable-gpu", true), chromedp.Flag("disable-quic", true), chromedp.Flag("no-first-run", true),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true), chromedp.Flag("disable-dev-shm-usage", true),
		chromedp.Flag("hide-scrollbars", true), // as on a phone, where they take no room
		chromedp.Flag("lang", "sv"), chromedp.UserDataDir(t.TempDir()))
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(func() {
		_ = chromedp.Cancel(ctx)
		cancel()
		stop()
	})
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("%s doesn't start: %v", program, err)
	}
	return ctx
}

func chromium() string {
	for _, name := range []string{os.Getenv("SAMVERKAN_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); name != "" && err == nil {
			return p
		}
	}
	return ""
}

func address(dir, page string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, page))}).String()
}

// visit opens a page in a tab of its own and gives what is wrong with it.
func visit(browser context.Context, dir, page, axe string) (findings []string) {
	heard := &ear{}
	tab, cancel := chromedp.NewContext(browser, chromedp.WithListener(heard.hear))
	defer cancel()
	if err := chromedp.Do(tab); err != nil { // opens the tab; a deadline here would be the browser's
		return []string{err.Error()}
	}
	ctx, done := context.WithTimeout(tab, 2*time.Minute)
	defer done()
	if err := chromedp.Do(ctx, chromedp.Navigate(address(dir, page))); err != nil {
		return append(heard.findings(), err.Error())
	}
	if err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](axe)); err != nil {
		return []string{err.Error()}
	}
	for _, l := range looks {
		found, err := inspect(ctx, l)
		if err != nil {
			found = append(found, err.Error())
		}
		for _, f := range found {
			findings = append(findings, l.name+": "+f)
		}
	}
	return append(findings, heard.findings()...)
}

// dress makes a tab look at its page in a certain way.
func dress(ctx context.Context, l look) error {
	_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: l.scheme},
			{Name: "prefers-reduced-motion", Value: "reduce"}},
	})
	if err != nil {
		return err
	}
	return chromedp.Do(ctx, chromedp.EmulateViewport(l.width, l.height, chromedp.EmulateScale(l.zoom)))
}

// runAxe holds a page against some of axe-core's rules and says where it falls short.
// It mustn't fetch the style sheets itself: that is forbidden on a disk.
func runAxe(rules string) string {
	return `axe.run(document, {preload: false, resultTypes: ['violations'], runOnly: ` + rules + `})
	.then(r => r.violations.map(v => v.id + ': ' + v.help + ': ' + v.nodes.length + ' × ' +
		v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' (' + (n.any.concat(n.all, n.none)[0] || {message: ''}).message + ')').join('; ')))`
}

// overflow names what sticks out to the right of the screen, the outermost first.
const overflow = `(() => {
	const page = document.documentElement, width = page.clientWidth;
	if (page.scrollWidth <= width) return [];
	const out = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1);
	return ['the page is ' + page.scrollWidth + ' pixels wide, of ' + width + ': ' + out.slice(0, 5).map(e =>
		e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + (typeof e.className === 'string' && e.className ? '.' + e.className.trim().replace(/\s+/g, '.') : '')).join(', ')];
})()`

// brokenWords names the words of headings that are broken in two without a hyphen.
const brokenWords = `[...document.querySelectorAll('h1, h2, h3')].filter(e => e.checkVisibility() && !e.closest('[lang=en]')).flatMap(e => {
	const found = [], texts = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
	for (let n; (n = texts.nextNode());) for (const word of n.data.matchAll(/(?<![^\s])\p{L}{6,}(?![^\s.,?!:;)])/gu)) {
		const range = document.createRange();
		range.setStart(n, word.index);
		range.setEnd(n, word.index + word[0].length);
		if (new Set([...range.getClientRects()].filter(b => b.width > 1).map(b => Math.round(b.top))).size > 1) found.push('the word ' + word[0] + ' is broken');
	}
	return found;
})`

func inspect(ctx context.Context, l look) ([]string, error) {
	if err := dress(ctx, l); err != nil {
		return nil, err
	}
	wide, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](overflow))
	if err != nil {
		return nil, err
	}
	words, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](brokenWords))
	if err != nil {
		return nil, err
	}
	found, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](runAxe(l.rules), chromedp.EvalAwaitPromise))
	return slices.Concat(wide, words, found), err
}

// ear hears what a tab complains about and asks for.
type ear struct {
	mu    sync.Mutex
	heard []string
}

func (e *ear) findings() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return append([]string(nil), e.heard...)
}

// hear is called by the browser's reader; it must be quick.
func (e *ear) hear(event any) {
	what := ""
	switch event := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if event.Type == runtime.ConsoleAPICalledTypeError || event.Type == runtime.ConsoleAPICalledTypeAssert {
			what = fmt.Sprintf("console: %s", said(event.Args))
		}
	case *runtime.EventExceptionThrown:
		what = "exception: " + event.ExceptionDetails.Text
		if event.ExceptionDetails.Exception != nil {
			what += " " + event.ExceptionDetails.Exception.Description
		}
	case *log.EventEntryAdded:
		if event.Entry.Level == log.EntryLevelError {
			what = fmt.Sprintf("%s: %s %s", event.Entry.Source, event.Entry.Text, event.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		if u := event.Request.URL; !strings.HasPrefix(u, "file:") && !strings.HasPrefix(u, "data:") {
			what = "it asks for " + u
		}
	case *network.EventLoadingFailed:
		what = "a request failed: " + event.ErrorText
	}
	if what != "" {
		e.mu.Lock()
		e.heard = append(e.heard, what)
		e.mu.Unlock()
	}
}

func said(args []*runtime.RemoteObject) string {
	var words []string
	for _, a := range args {
		words = append(words, a.Description, string(a.Value))
	}
	return strings.TrimSpace(strings.Join(words, " "))
}
