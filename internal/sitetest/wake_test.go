package sitetest

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// reader is a tab in which somebody reads a page of the invented county.
type reader struct {
	*testing.T
	ctx   context.Context
	heard *ear
}

// The pages with the charts that the tests try: lines over the years, and shares.
const (
	linesPage  = "2025/indikatorer/kompletta-vardbegaran/index.html"
	sharesPage = "2025/avvikelser/index.html"
	lines      = "#indikator-kompletta-vardbegaran-trend"
	bars       = "#indikator-kompletta-vardbegaran"
	shares     = "#avvikelser-orsak"
)

// The script that answers a reader who points at a chart; each test has its own tab.
func TestWokenCharts(t *testing.T) {
	browser, dir := start(t), demoSite(t)
	for _, one := range []struct {
		name, page string
		width      int64
		try        func(r reader)
	}{
		{"nothing before the reader acts", linesPage, 1280, nothingBefore},
		{"pointing", linesPage, 1280, pointing},
		{"tapping", sharesPage, 320, tapping},
		{"keys", linesPage, 1280, keys},
		{"buttons", linesPage, 1280, buttons},
		{"the drawing's own key", sharesPage, 1280, ownKey},
		{"accessibility", sharesPage, 1280, accessible},
	} {
		t.Run(one.name, func(t *testing.T) { one.try(opens(t, browser, address(dir, one.page), one.width)) })
	}
}

// Every kind of chart answers the pointer, the keyboard and the finger with what its table says, and hides a series where
// it has several.
func TestEveryKindWakes(t *testing.T) {
	browser, dir := start(t), demoSite(t)
	for kind, at := range map[string][2]string{
		"bars":         {linesPage, bars},
		"trend":        {linesPage, lines},
		"shares":       {sharesPage, shares},
		"funnel":       {sharesPage, "#avvikelser-tratt"},
		"timeline":     {"2025/aktiviteter/index.html", "#pahittsbygden-aktiviteter"},
		"spine":        {"2025/pahittsbygden/index.html", "#pahittsbygden-spann-kompletta-vardbegaran"},
		"distribution": {"2025/enkater/index.html", "#enkat-lan-1-forvaltning"},
	} {
		t.Run(kind, func(t *testing.T) {
			r := opens(t, browser, address(dir, at[0]), 1280)
			words, x, y := r.firstMark(at[1], ".bred")
			r.do(r.ctx, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x, y))
			r.says(r.waits(tipWords, "*"), words)
			r.do(r.ctx, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, 2, 2))
			r.waits(tipWords, "")
			r.do(r.ctx, chromedp.Evaluate[chromedp.Void](`[...document.querySelectorAll('`+at[1]+` .serier button, `+at[1]+` summary')].shift().focus()`),
				chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift)))
			first := r.waits(voice, "*")
			r.do(r.ctx, chromedp.KeyEvent(kb.End))
			if last := r.waits(voice, "*"); last == first {
				t.Errorf("End stays at %q", first)
			}
			r.hides(at[1])

			r = opens(t, browser, address(dir, at[0]), 320)
			r.do(r.ctx, chromedp.EmulateViewport(320, 700, chromedp.EmulateTouch))
			words, x, y = r.firstMark(at[1], ".smal")
			r.do(r.ctx, chromedp.TapXY(x, y))
			r.says(r.waits(tipWords, "*"), words)
		})
	}
}

// firstMark gives the middle of the first mark that the table has a cell for, and the name of that cell's row.
func (r reader) firstMark(figure, drawing string) (row string, x, y float64) {
	r.Helper()
	answer := r.asks(fmt.Sprintf(`(() => {
		const figure = document.querySelector('%s');
		for (const cell of figure.querySelectorAll('[data-m]')) for (const name of cell.dataset.m.split(' ')) {
			const [serie, point] = name.split('.');
			const mark = [...figure.querySelectorAll('%s [data-punkt="' + point + '"]:not([data-del])')].find(m => m.closest('[data-serie="' + serie + '"]'));
			if (!mark) continue;
			mark.scrollIntoView({block: 'center', behavior: 'instant'});
			const box = mark.getBoundingClientRect();
			return (box.left + box.width / 2) + ' ' + (box.top + box.height / 2) + ' ' + cell.parentNode.cells[0].firstChild.textContent.trim();
		}
	})()`, figure, drawing))
	at, rest, _ := strings.Cut(answer, " ")
	if _, err := fmt.Sscan(at+" "+rest, &x, &y); err != nil {
		r.Fatal(answer, err)
	}
	_, row, _ = strings.Cut(rest, " ")
	return row, x, y
}

// hides: the first button leaves nothing of its series in sight, names at lines' ends included.
func (r reader) hides(figure string) {
	r.Helper()
	left := `(() => { const f = document.querySelector('` + figure + `'), b = f.querySelector('.serier button'); if (!b) return 'none';
		b.click();
		const left = [...f.querySelectorAll('.bred [data-serie="' + b.value + '"]:not([data-del]), .bred [data-serie="' + b.value + '"]:not([data-del]) *')].filter(e => e.getClientRects().length);
		b.click();
		return left.length + ''; })()`
	if got := r.asks(left); got != "0" && got != "none" {
		r.Errorf("%s pieces of a hidden series are in sight", got)
	}
}

// opens a page in a tab of its own; what it complains about fails the test.
func opens(t *testing.T, browser context.Context, page string, width int64) reader {
	t.Helper()
	r := reader{T: t, heard: &ear{}}
	tab, cancel := chromedp.NewContext(browser, chromedp.WithListener(r.heard.hear))
	t.Cleanup(cancel)
	r.do(tab)
	ctx, done := context.WithTimeout(tab, 2*time.Minute)
	t.Cleanup(done)
	r.ctx = ctx
	r.do(ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(page))
	t.Cleanup(func() {
		for _, f := range r.heard.findings() {
			t.Error(f)
		}
	})
	return r
}

func (r reader) do(ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	r.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		r.Fatal(err)
	}
}

// asks evaluates an expression that gives a text.
func (r reader) asks(expression string) string {
	r.Helper()
	answer, err := chromedp.Run(r.ctx, chromedp.Evaluate[string](expression))
	if err != nil {
		r.Fatal(expression, ": ", err)
	}
	return answer
}

// waits until an expression gives the text, or something that isn't empty for "*".
func (r reader) waits(expression, want string) string {
	r.Helper()
	got := ""
	for range 60 {
		if got = r.asks(expression); got == want || want == "*" && got != "" {
			return got
		}
		time.Sleep(50 * time.Millisecond)
	}
	r.Fatalf("%s is %q, want %q", expression, got, want)
	return ""
}

const (
	scriptsLoaded = `[...document.scripts].filter(s => s.src).map(s => s.src.split('/').pop()).join(' ')`
	tipWords      = `[...document.querySelectorAll('.tips > *')].map(e => e.textContent).join(' | ')`
	voice         = `document.querySelector('[role=status]')?.textContent ?? ''`
)

// mark gives the middle of a mark in the viewport, after scrolling there.
func (r reader) mark(figure, drawing, serie, point string) (x, y float64) {
	r.Helper()
	at := r.asks(fmt.Sprintf(`(() => {
		const mark = [...document.querySelectorAll('%s > %s [data-punkt="%s"]:not([data-del])')].find(m => m.closest('[data-serie="%s"]'));
		mark.scrollIntoView({block: 'center', behavior: 'instant'});
		const box = mark.getBoundingClientRect();
		return (box.left + box.width / 2) + ' ' + (box.top + box.height / 2);
	})()`, figure, drawing, point, serie))
	if _, err := fmt.Sscan(at, &x, &y); err != nil {
		r.Fatal(at, err)
	}
	return x, y
}

// cell gives the words of the table's cell that a mark stands for.
func (r reader) cell(figure, mark string) string {
	r.Helper()
	return r.asks(fmt.Sprintf(`document.querySelector('%s [data-m~="%s"]').firstChild.textContent.trim()`, figure, mark))
}

func (r reader) says(got, want string) {
	r.Helper()
	if !strings.Contains(got, want) {
		r.Errorf("%q doesn't say %q", got, want)
	}
}

// nothingBefore: nothing but the small script is loaded before the reader acts, and it asks for
// nothing either when the page is scrolled and its text is pointed at.
func nothingBefore(r reader) {
	r.do(r.ctx, chromedp.Evaluate[chromedp.Void](`scrollTo(0, 400)`), chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, 5, 5))
	time.Sleep(300 * time.Millisecond)
	if got := r.asks(scriptsLoaded); got != "vakna.js" {
		r.Errorf("the page has loaded %s", got)
	}
	if got := r.asks(`document.querySelectorAll('.tips, .serier, [role=status]').length + ''`); got != "0" {
		r.Error("the page has changed by itself")
	}
}

// pointing says what the table says of the mark, or of the nearest one.
func pointing(r reader) {
	x, y := r.mark(bars, ".bred", "0", "1")
	r.do(r.ctx, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x, y))
	tip := r.waits(tipWords, "*")
	if got := r.asks(scriptsLoaded); got != "vakna.js diagram.js" {
		r.Errorf("the page has loaded %s", got)
	}
	r.says(tip, r.cell(bars, "0.1"))
	r.says(tip, "konfidensintervall: ") // the row's other columns
	r.says(tip, "annan period")         // its footnote
	x, y = r.mark(lines, ".bred", "1", "2")
	r.do(r.ctx, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x+8, y+8)) // beside the point
	r.waits(`document.querySelector('.tips')?.closest('figure').id ?? ''`, lines[1:])
	r.says(r.asks(tipWords), "2024: "+r.cell(lines, "1.2"))
	r.do(r.ctx, chromedp.KeyEvent(kb.Escape))
	r.waits(tipWords, "")
	inside := `(() => { const t = document.querySelector('.tips').getBoundingClientRect(); return String(t.left >= 0 && t.right <= innerWidth && t.top >= 0) })()`
	r.do(r.ctx, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x, y))
	r.waits(tipWords, "*")
	if r.asks(inside) != "true" {
		r.Error("the tip reaches outside the window")
	}
	r.do(r.ctx, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, 2, 2))
	r.waits(tipWords, "")
}

func tapping(r reader) {
	r.do(r.ctx, chromedp.EmulateViewport(320, 700, chromedp.EmulateTouch))
	x, y := r.mark(shares, ".smal", "0", "2")
	r.do(r.ctx, chromedp.TapXY(x, y))
	r.says(r.waits(tipWords, "*"), r.cell(shares, "0.2"))
	if wide := r.asks(`String(document.documentElement.scrollWidth <= innerWidth)`); wide != "true" {
		r.Error("the tip makes the page wider than the screen")
	}
}

func keys(r reader) {
	r.do(r.ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector('`+lines+` summary').focus()`))
	r.do(r.ctx, chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift)))
	first := r.waits(voice, "*")
	r.says(first, "2022: "+r.cell(lines, "0.0"))
	r.do(r.ctx, chromedp.KeyEvent(kb.ArrowRight))
	r.says(r.asks(voice), "2023: "+r.cell(lines, "0.1"))
	r.do(r.ctx, chromedp.KeyEvent(kb.ArrowDown))
	r.says(r.asks(voice), "2023: "+r.cell(lines, "1.1"))
	r.do(r.ctx, chromedp.KeyEvent(kb.End))
	last := r.waits(tipWords, "*")
	r.do(r.ctx, chromedp.KeyEvent(kb.ArrowRight))
	if got := r.asks(tipWords); got != last {
		r.Errorf("after the last mark comes %q", got)
	}
	if got := r.asks(`document.querySelectorAll('.vald').length + ''`); got != "1" {
		r.Errorf("%s marks stand out, want 1", got)
	}
	r.do(r.ctx, chromedp.KeyEvent(kb.Escape))
	r.waits(tipWords, "")
	r.do(r.ctx, chromedp.KeyEvent(kb.Home), chromedp.KeyEvent(kb.Tab))
	r.waits(tipWords, "") // leaving closes
}

func buttons(r reader) {
	x, y := r.mark(lines, ".bred", "0", "0")
	r.do(r.ctx, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x, y))
	r.waits(`document.querySelectorAll('`+lines+` .serier button').length + ''`, r.asks(`document.querySelectorAll('`+lines+` tbody:first-of-type tr:has([data-m])').length + ''`))
	visible := `[...document.querySelectorAll('` + lines + ` > .bred [data-serie="0"], ` + lines + ` > .bred [data-serie="0"] *, ` + lines + ` > .bred path[data-serie]:not([data-punkt])')].filter(e => e.getClientRects().length).length + ''`
	before := r.asks(visible)
	r.do(r.ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector('`+lines+` .serier button').focus()`), chromedp.KeyEvent(" "))
	if r.asks(`document.querySelector('`+lines+` .serier button').getAttribute('aria-pressed')`) != "false" || r.asks(visible) == before {
		r.Error("the series isn't hidden")
	}
	r.do(r.ctx, chromedp.KeyEvent(" "))
	if r.asks(visible) != before {
		r.Error("the series isn't shown again")
	}
}

// ownKey: the drawing's own key hides and shows a part as the buttons do.
func ownKey(r reader) {
	x, y := r.mark(shares, ".bred", "0", "2")
	r.do(r.ctx, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x, y))
	r.waits(tipWords, "*")
	r.do(r.ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector('`+shares+` > .bred [data-del=forklaring][data-serie="0"]').dispatchEvent(new MouseEvent('click', {bubbles: true}))`))
	r.waits(`document.querySelector('`+shares+` .serier [aria-pressed=false]')?.value ?? ''`, "0")
	if got := r.asks(`[...document.querySelectorAll('` + shares + ` > .bred [data-serie="0"]:not([data-del]), ` + shares + ` > .bred [data-serie="0"]:not([data-del]) *')].filter(e => e.getClientRects().length).length + ''`); got != "0" {
		r.Errorf("%s pieces of the hidden part are seen", got)
	}
}

// accessible: axe-core finds nothing in what the script adds.
func accessible(r reader) {
	axe := axeCore(r.T)
	x, y := r.mark(shares, ".bred", "0", "2")
	r.do(r.ctx, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x, y))
	r.waits(tipWords, "*")
	r.do(r.ctx, chromedp.Evaluate[chromedp.Void](axe))
	found, err := chromedp.Run(r.ctx, chromedp.Evaluate[[]string](runAxe(allRules), chromedp.EvalAwaitPromise))
	if err != nil {
		r.Fatal(err)
	}
	for _, f := range found {
		r.Error(f)
	}
}
