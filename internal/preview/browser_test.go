package preview

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// The browser is the one that package sitetest uses: SAMVERKAN_CHROMIUM, or one in the
// PATH. SAMVERKAN_BROWSER=required fails the tests where there is none.

// tab is a page in a browser.
type tab struct {
	context.Context
	mu         sync.Mutex
	complaints []string // what the console says
}

func open(t *testing.T) *tab {
	t.Helper()
	program := ""
	for _, name := range []string{os.Getenv("SAMVERKAN_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil && program == "" {
			program = p
		}
	}
	if program == "" && os.Getenv("SAMVERKAN_BROWSER") == "required" {
		t.Fatal("there is no Chromium")
	} else if program == "" {
		t.Skip("there is no Chromium: install it (apt-get install chromium) or name it in SAMVERKAN_CHROMIUM")
	}
	if testing.Short() {
		t.Skip("takes a browser")
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(),
		chromedp.ExecPath(program), chromedp.Flag("headless", true), chromedp.Flag("no-sandbox", true),
		chromedp.Flag("disable-gpu", true), chromedp.Flag("no-first-run", true), chromedp.Flag("disable-dev-shm-usage", true),
		chromedp.Flag("disable-background-networking", true), chromedp.UserDataDir(t.TempDir()))
	b := &tab{}
	ctx, cancel := chromedp.NewContext(allocator, chromedp.WithListener(b.hear))
	if err := chromedp.Do(ctx); err != nil { // starts it; a deadline here would be the browser's
		t.Fatal(err)
	}
	timed, cancelTime := context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(func() {
		cancelTime()
		_ = chromedp.Cancel(ctx)
		cancel()
		stop()
	})
	b.Context = timed
	return b
}

// hear keeps what the console says, a breach of the page's policy among that.
func (b *tab) hear(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError && !strings.Contains(e.Entry.URL, "favicon") {
			b.complaints = append(b.complaints, e.Entry.Text+" "+e.Entry.URL)
		}
	case *runtime.EventExceptionThrown:
		b.complaints = append(b.complaints, exception(e.ExceptionDetails))
	}
}

func exception(d *runtime.ExceptionDetails) string {
	if d.Exception == nil {
		return d.Text
	}
	return fmt.Sprintf("%s at %s:%d", d.Exception.Description, d.URL, d.LineNumber+1)
}

// quiet demands that the console has said nothing.
func (b *tab) quiet(t *testing.T) {
	t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, c := range b.complaints {
		t.Errorf("the console says: %s", c)
	}
}

func (b *tab) forget() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.complaints = nil
}

// eval asks the page.
func eval[T any](t *testing.T, b *tab, script string) T {
	t.Helper()
	v, err := chromedp.Run(b, chromedp.Evaluate[T](script))
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	return v
}

// holds waits until the page says that something is true.
func (b *tab) holds(t *testing.T, script string) {
	t.Helper()
	var last any
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		ok, err := chromedp.Run(b, chromedp.Evaluate[bool](script)) // fails while the page is reloading
		if err == nil && ok {
			return
		}
		last = err
	}
	b.quiet(t)
	t.Fatalf("never came true: %s (%v)\nscrolled to %v, over it %s", script, last, eval[float64](t, b, "scrollY"),
		eval[string](t, b, overlay+".querySelector('.ruta').outerHTML"))
}

// long is a page to scroll in, of which the paragraphs before the middle can grow.
func long(word string, before int) string {
	var b strings.Builder
	b.WriteString(head + `<body><main>` + "\n")
	for i := range 60 {
		fmt.Fprintf(&b, `<h2 id="avsnitt-%d">Avsnitt %d</h2><p>%s</p>`+"\n", i, i, word)
		if i == 3 {
			b.WriteString(strings.Repeat("<p>Nytt stycke.</p>", before) + "<details><summary>Mer</summary><p>Dolt</p></details>")
		}
	}
	return b.String() + "</main></body></html>"
}

const overlay = `document.querySelector('samverkan-fynd').shadowRoot`

// A saved change reloads the page where the reader was, with what was unfolded; what
// is added above moves nothing.
func TestReloadKeepsThePlace(t *testing.T) {
	b := open(t)
	tr := try(t, map[string]string{"content/index.html": long("ett", 0), "content/stil.css": "h2 { color: navy }"}, nil)
	tr.next(t)
	if err := chromedp.Do(b, chromedp.Navigate(tr.address)); err != nil {
		t.Fatal(err)
	}
	b.holds(t, `!!document.querySelector('samverkan-fynd')`)
	eval[bool](t, b, `document.querySelector('details').open = true`)
	eval[int](t, b, `scrollTo(0, 1500); window.before = true; 0`)
	where := eval[float64](t, b, `scrollY`)
	tr.write(t, "content/index.html", long("två", 0))
	b.holds(t, `!window.before && document.body.textContent.includes('två') && Math.abs(scrollY - 1500) < 2`)
	if now := eval[float64](t, b, `scrollY`); now < where-1 || now > where+1 {
		t.Errorf("was at %v, is at %v", where, now)
	}
	if !eval[bool](t, b, `document.querySelector('details').open`) {
		t.Error("what was unfolded is folded")
	}
	top := `[...document.querySelectorAll('h2')].map((h) => h.getBoundingClientRect().top).filter((y) => y <= 1).pop()`
	was := eval[float64](t, b, top)
	tr.write(t, "content/index.html", long("tre", 10))
	b.holds(t, `document.body.textContent.includes('tre') && scrollY > 1600`)
	if now := eval[float64](t, b, top); now < was-2 || now > was+2 {
		t.Errorf("what was read stood at %v, stands at %v", was, now)
	}
	b.quiet(t)
}

// A mistake is shown over the page, which stays; mended, it goes, without a reload.
func TestOverlay(t *testing.T) {
	b := open(t)
	tr := try(t, map[string]string{"content/index.html": long("ett", 0), "content/stil.css": ""}, nil)
	tr.next(t)
	if err := chromedp.Do(b, chromedp.Navigate(tr.address)); err != nil {
		t.Fatal(err)
	}
	b.holds(t, overlay+`.querySelector('.ruta').hidden`)
	eval[bool](t, b, `window.before = true`)
	tr.write(t, "content/ny.html", "FEL")
	b.holds(t, `!`+overlay+`.querySelector('.ruta').hidden`)
	said := eval[string](t, b, overlay+`.querySelector('.ruta').innerText`)
	for _, want := range []string{"1 fel", "Under ligger den senaste webbplatsen som gick att bygga.", "content/ny.html:12:3 fel",
		`det står FEL & <b>"mer"</b> [provfel]`, "Tips: ta bort ordet", "data/katalog.toml:7:1 så här definieras det"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in %q", want, said)
		}
	}
	b.quiet(t)
	accessible(t, b)
	b.forget() // axe writes styles that the policy forbids
	fold := overlay + `.querySelector('button')`
	eval[bool](t, b, fold+`.click(), true`)
	seen := overlay + `.querySelector('.kropp').checkVisibility()`
	if eval[bool](t, b, seen) || !eval[bool](t, b, fold+`.textContent === 'Visa' && `+fold+`.getAttribute('aria-expanded') === 'false'`) {
		t.Error("it doesn't fold")
	}
	eval[bool](t, b, fold+`.click(), true`)
	if !eval[bool](t, b, seen+` && `+fold+`.textContent === 'Fäll ihop'`) {
		t.Error("it doesn't unfold")
	}
	tr.write(t, "content/ny.html", "bra")
	b.holds(t, overlay+`.querySelector('.ruta').hidden`)
	if !eval[bool](t, b, `window.before === true`) {
		t.Error("the page was reloaded, though it hadn't changed")
	}
	b.quiet(t)
}

// accessible looks at what assistive technology is told.
func accessible(t *testing.T, b *tab) {
	t.Helper()
	for what, script := range map[string]string{
		"a named region":           overlay + `.querySelector('section[aria-labelledby=rubrik] h2#rubrik').textContent === '1 fel'`,
		"announced":                overlay + `.querySelector('[role=status]').textContent.startsWith('1 fel. Den senaste')`,
		"the button says what":     overlay + `.querySelector('button[aria-expanded=true][aria-controls=lista]').textContent === 'Fäll ihop'`,
		"the list is reachable":    overlay + `.querySelector('ol').tabIndex === 0`,
		"the focus is left alone":  `document.activeElement === document.body`,
		"its style sheet is there": `getComputedStyle(` + overlay + `.querySelector('.ruta')).position === 'fixed'`,
	} {
		if !eval[bool](t, b, script) {
			t.Errorf("not so: %s", what)
		}
	}
	axe, err := os.ReadFile("../../layouts/node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Log("axe-core isn't installed")
		return
	}
	script := string(axe) + `;axe.run('samverkan-fynd').then(r => r.violations.map(v => v.id + ': ' + v.help))`
	found, err := chromedp.Run(b, chromedp.Evaluate[[]string](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range found {
		t.Errorf("axe: %s", v)
	}
}

// The page that stands in for a site which never could be built turns into it.
func TestFindingsPageTurnsIntoTheSite(t *testing.T) {
	b := open(t)
	tr := try(t, map[string]string{"content/index.html": "FEL"}, nil)
	tr.next(t)
	if err := chromedp.Do(b, chromedp.Navigate(tr.address)); err != nil {
		t.Fatal(err)
	}
	b.holds(t, `document.querySelector('h1').textContent === 'Webbplatsen gick inte att bygga'`)
	tr.write(t, "content/index.html", long("ett", 0))
	b.holds(t, `document.body.textContent.includes('Avsnitt 59')`)
}
