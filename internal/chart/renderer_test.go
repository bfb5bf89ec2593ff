package chart

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestDeterminism(t *testing.T) {
	drawings := []Drawing{sampleBars("stapel"), sampleTrend("trend"), sampleDots("prickar")}
	first := mustRender(t, testRenderer(t, Config{Workers: 1}), drawings...)
	slices.Reverse(drawings)
	second := mustRender(t, testRenderer(t, Config{Workers: 2, NoCache: true}), drawings...)
	slices.Reverse(second)
	for i := range first {
		if first[i].Markup != second[i].Markup {
			t.Errorf("%s differs between engines:\n%s\n%s", first[i].Slug, first[i].Markup, second[i].Markup)
		}
	}
}

func TestSafeMarkup(t *testing.T) {
	notShort(t)
	for _, svg := range mustRender(t, testRenderer(t, Config{}), sampleBars("stapel"), sampleTrend("trend"), sampleDots("prickar")) {
		got := svg.Markup
		for _, bad := range []string{"style", "zr0", "ecmeta", "NaN", "\x01", "xlink", "http://www.w3.org/1999"} {
			if strings.Contains(got, bad) {
				t.Errorf("%s contains %q:\n%s", svg.Slug, bad, got)
			}
		}
		mustContain(t, got, `role="img"`, `aria-labelledby="`+svg.Slug+`-titel `+svg.Slug+`-beskrivning"`,
			`viewBox="0 0 720 360"`, `<title id="`+svg.Slug+`-titel">Titel &amp; &lt;`+svg.Slug, `data-serie="0"`)
		if _, err := parseElement(svg.Standalone()[len(`<?xml version="1.0" encoding="UTF-8"?>`):]); err != nil {
			t.Errorf("%s: the file isn't XML: %v", svg.Slug, err)
		}
		onlyThemeColours(t, svg.Markup)
	}
}

func onlyThemeColours(t *testing.T, markup string) {
	t.Helper()
	root, err := parseElement(markup)
	if err != nil {
		t.Fatal(err)
	}
	var walk func(*element)
	walk = func(e *element) {
		for property, prefix := range map[string]string{"fill": "f-", "stroke": "s-"} {
			value := e.get(property)
			if !strings.HasPrefix(value, "#") {
				continue
			}
			if role := roleByHex[value]; role == "" || !slices.Contains(strings.Fields(e.get("class")), prefix+string(role)) {
				t.Errorf("<%s %s=%q class=%q>", e.name, property, value, e.get("class"))
			}
		}
		for _, child := range e.children {
			walk(child)
		}
	}
	walk(root)
}

// Every line of every name is drawn whole, and fits between the edge and the axis.
func TestLongNames(t *testing.T) {
	notShort(t)
	got := mustRender(t, testRenderer(t, Config{}), sampleBars("stapel"))[0].Markup
	for _, name := range sampleNames {
		for line := range strings.SplitSeq(Wrap(name, 220, 13, false), "\n") {
			mustContain(t, got, ">"+line+"</text>")
			if width := TextWidth(line, 13, false); width > 220 {
				t.Errorf("%q is %.0f px wide", line, width)
			}
		}
	}
}

func TestSwedishNumbers(t *testing.T) {
	notShort(t)
	got := mustRender(t, testRenderer(t, Config{}), sampleDots("prickar"), sampleBars("stapel"))[0].Markup
	mustContain(t, got, ">0,2<", ">10\u202f000<")
}

func TestErrorsAreNamed(t *testing.T) {
	notShort(t)
	line := func(extra object) object {
		option := object{"xAxis": object{}, "yAxis": object{}, "series": []object{{"type": "line", "data": []int{1, 2}}}}
		for key, value := range extra {
			option[key] = value
		}
		return option
	}
	series := func(s ...object) object { return line(object{"series": s}) }
	for name, test := range map[string]struct {
		option object
		want   string
	}{
		"okand-serie":     {series(object{"type": "heatmap", "data": []int{1}}), `okända typen "heatmap"`},
		"okand-custom":    {series(object{"type": "custom", "renderItem": "x"}), "errorBar"},
		"okand-komponent": {line(object{"visualMap": object{}}), `"visualMap"`},
		"funktion":        {series(object{"type": "line", "label": object{"formatter": "__f__x__f__"}}), "JavaScript-funktion"},
		"klippt":          {series(object{"type": "bar", "label": object{"overflow": "truncate"}}), "chart.Wrap"},
		"engelska-tal":    {series(object{"type": "bar", "label": object{"formatter": "{c} %"}}), "engelska"},
		"frammande-farg":  {series(object{"type": "bar", "data": []int{1}, "color": "#123456"}), "#123456"},
		"tom":             {series(object{"type": "bar", "data": []any{nil, nil}}), "blev tom"},
		"utan-serier":     {series(), "ingen serie"},
		"utan-axel":       {object{"series": []object{{"type": "bar", "data": []int{1}}}}, "ECharts"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := testRenderer(t, Config{Workers: 1}).RenderAll(context.Background(), []Drawing{sampleDots("bra"), sampleDrawing(name, test.option)})
			var problem *Error
			if !errors.As(err, &problem) || problem.Drawing.Slug != name {
				t.Fatalf("got %v", err)
			}
			mustContain(t, err.Error(), `diagrammet "`+name+`" (Titel`, test.want, "bakom det: {")
			if strings.Contains(err.Error(), `"bra"`) {
				t.Errorf("sampleNames a chart that is fine: %v", err)
			}
		})
	}
}

func TestSlugs(t *testing.T) {
	r := testRenderer(t, Config{})
	for _, slugs := range [][]string{{"a", "a"}, {""}, {"Å"}, {"a b"}, {"1a"}} {
		var drawings []Drawing
		for _, slug := range slugs {
			drawings = append(drawings, sampleDots(slug))
		}
		if _, err := r.RenderAll(context.Background(), drawings); err == nil {
			t.Errorf("%q went through", slugs)
		}
	}
}

func TestNoBundle(t *testing.T) {
	r, err := New(Config{NoCache: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.RenderAll(context.Background(), []Drawing{sampleDots("a")}); !errors.Is(err, ErrNoBundle) {
		t.Errorf("got %v", err)
	}
}

func TestCrashedWorkerIsNamed(t *testing.T) {
	r := testRenderer(t, Config{Workers: 2, Command: []string{os.Args[0], "__krascha"}})
	_, err := r.RenderAll(context.Background(), []Drawing{sampleDots("ett"), sampleBars("tva")})
	if err == nil {
		t.Fatal("no error")
	}
	mustContain(t, err.Error(), `"ett"`, `"tva"`, "ritprocessen avslutades oväntat", "slut på papper")
}

func TestWorkerThatCannotStart(t *testing.T) {
	r := testRenderer(t, Config{Command: []string{filepath.Join(t.TempDir(), "finns-inte")}})
	_, err := r.RenderAll(context.Background(), []Drawing{sampleDots("ett")})
	if err == nil || !strings.Contains(err.Error(), "gick inte att starta") {
		t.Errorf("got %v", err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := testRenderer(t, Config{}).RenderAll(ctx, []Drawing{sampleDots("ett")})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// A chart that takes too long fails, and the next one is drawn.
func TestTimeout(t *testing.T) {
	data := make([][2]int, 300_000)
	for i := range data {
		data[i] = [2]int{i, i * i % 977}
	}
	slow := sampleDrawing("langsam", object{"xAxis": object{}, "yAxis": object{},
		"series": object{"type": "scatter", "data": data}})
	r := testRenderer(t, Config{Workers: 1, Timeout: time.Second})
	_, err := r.RenderAll(context.Background(), []Drawing{slow})
	if err == nil || !strings.Contains(err.Error(), "för lång tid") {
		t.Fatalf("got %.300s", err)
	}
	mustRender(t, r, sampleDots("snabb"))
}

func TestProgress(t *testing.T) {
	var seen []int
	r := testRenderer(t, Config{Workers: 2, Progress: func(done, total int) { seen = append(seen, done*10+total) }})
	mustRender(t, r, sampleDots("a"), sampleBars("b"), sampleDots("c")) // a and c are the same drawing
	if !slices.Equal(seen, []int{2, 12, 22}) {
		t.Errorf("got %v", seen)
	}
	seen = nil
	mustRender(t, r, sampleDots("d"))
	if seen != nil {
		t.Errorf("a cached drawing: %v", seen)
	}
}

// However many draw at a time, as browsers do that open pages of the preview, no more processes do than there may be.
func TestProcessesAreFew(t *testing.T) {
	r := testRenderer(t, Config{Workers: 1})
	var group sync.WaitGroup
	for i := range 4 {
		group.Go(func() {
			d := sampleDots("a")
			d.Width += i
			if _, err := r.RenderAll(context.Background(), []Drawing{d}); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if r.idle.kept() != 1 {
		t.Errorf("%d processes were started", r.idle.kept())
	}
}

// A process that nobody needs ends by itself, and another takes its place when somebody does.
func TestIdleProcessesEnd(t *testing.T) {
	r := testRenderer(t, Config{Workers: 1, NoCache: true})
	mustRender(t, r, sampleDots("a"))
	p := r.idle.take()
	if p == nil {
		t.Fatal("the process isn't kept")
	}
	r.idle.patience = time.Millisecond
	r.idle.put(p)
	for r.idle.kept() > 0 {
		time.Sleep(time.Millisecond)
	}
	r.idle.ending.Wait()
	if p.cmd.ProcessState == nil {
		t.Error("the process is still there")
	}
	mustRender(t, r, sampleDots("a"))
}

// A process that has died while it waited, as when the machine ran out of memory, is no fault of the next chart's.
func TestDeadIdleProcess(t *testing.T) {
	r := testRenderer(t, Config{Workers: 1, NoCache: true})
	mustRender(t, r, sampleDots("a"))
	p := r.idle.take()
	if p == nil {
		t.Fatal("the process isn't kept")
	}
	if err := p.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	r.idle.put(p)
	mustRender(t, r, sampleDots("a"), sampleBars("b"))
}

// When one that waited dies of a chart, the others that wait are left in peace: a new one tells whose fault it was.
func TestOneDeadIdleProcessIsEnough(t *testing.T) {
	r := testRenderer(t, Config{Workers: 1, NoCache: true})
	var ready []*process
	for range 3 {
		p, err := r.start()
		if err != nil {
			t.Fatal(err)
		}
		ready = append(ready, p)
	}
	for _, p := range ready {
		if err := p.cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		r.idle.put(p)
	}
	mustRender(t, r, sampleDots("a"))
	if r.idle.kept() != 3 { // two that were never tried, and the new one
		t.Errorf("%d processes wait", r.idle.kept())
	}
}

func TestConcurrentBuilds(t *testing.T) {
	folder := t.TempDir()
	results := make([][]SVG, 4)
	var group sync.WaitGroup
	for i := range results {
		r := testRenderer(t, Config{CacheDir: folder, Workers: 2})
		group.Go(func() {
			svgs, err := r.RenderAll(context.Background(), []Drawing{sampleBars("stapel"), sampleTrend("trend")})
			if err != nil {
				t.Error(err)
			}
			results[i] = svgs
		})
	}
	group.Wait()
	for _, svgs := range results[1:] {
		for i := range svgs {
			if svgs[i].Markup != results[0][i].Markup {
				t.Errorf("%s differs", svgs[i].Slug)
			}
		}
	}
}

func TestKeyIgnoresSpaceButNotSize(t *testing.T) {
	r := testRenderer(t, Config{})
	d := sampleDots("a")
	same, wider := d, d
	same.Option = json.RawMessage(" " + strings.ReplaceAll(string(d.Option), ",", " ,\n"))
	same.Title = "En annan"
	wider.Width++
	if r.key(d) != r.key(same) || r.key(d) == r.key(wider) {
		t.Error("wrong keys")
	}
}

// Dates are read and written the same in every time zone, and in Swedish.
func TestTimeZones(t *testing.T) {
	notShort(t)
	d := sampleDrawing("tid", object{
		"xAxis": object{"type": "time", "min": "2023-04-20", "max": "2023-11-10"}, "yAxis": object{},
		"series": []object{{"type": "line", "data": [][]any{{"2023-05-01", 1}, {"2023-10-31", 2}}}},
	})
	var first string
	for _, zone := range []string{"UTC", "America/New_York", "Pacific/Auckland"} {
		t.Setenv("TZ", zone)
		got := mustRender(t, testRenderer(t, Config{}), d)[0].Markup
		if first == "" {
			first = got
		}
		if got != first {
			t.Errorf("%s differs:\n%s\n%s", zone, got, first)
		}
	}
	mustContain(t, first, ">maj<", ">okt<")
}
