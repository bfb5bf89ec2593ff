package page

import (
	"samverkan/internal/compare"
	"slices"
	"strings"
	"testing"
)

// TestReader: what a reader must find, in a county where many have reported.
func TestReader(t *testing.T) {
	pages := site(t, denseInput(""))
	for _, want := range []struct{ page, selector, text string }{
		// Met, missed or undecided, in the same words everywhere, and explained.
		{"index.html", "#utfall .matris tbody", "Indikator ettMinst 60"},
		{"index.html", ".ton-god .utslaget", "nått"},
		{"index.html", ".ton-ej .utslaget", "ej nått"},
		{"index.html", ".under .utslag", "Hela osäkerhetsintervallet"},
		{"2023/indikatorer/ett/index.html", ".grupperade", "ej nåttNorr"},
		{"2023/indikatorer/ett/index.html", ".grupperade", "ingen siffraÖster"},
		{"2023/indikatorer/ett/index.html", ".malrad", "Minst 60"},
		{"2023/norr/index.html", "#utfall-ett .mot", "ej nått"},
		{"2023/norr/index.html", ".nyckeltal > .utslag", "ej nått"},
		{"2023/jamforbarhet/index.html", ".ton-god .utslaget", "nått"},
		{"delregioner/vaster/index.html", ".matris .utslaget", "nått"},
		// A target that has changed stands beside each year's figures.
		{"2023/indikatorer/ett/index.html", "#indikator-ett-trend tr.summa", "Målvärde40"},
		{"2023/mal/trygg/index.html", ".text em", "alla"},
		// Ways between pages.
		{"2023/norr/index.html", ".samma", "2022Norr över åren"},
		{"2023/norr/index.html", ".samma", "Söder"},
		{"2022/indikatorer/ett/index.html", ".samma", "2023"},
		{"2023/mal/index.html", ".vidare", "Nästa Indikatorer"},
		{"handbok/granska/index.html", ".bok [aria-current]", "Granska"},
		{"handbok/granska/index.html", ".vidare", "Föregående Handbok Nästa Skriv"},
		{"index.html", ".sidfot", "Handbok"},
		{"2023/index.html", "#text-sammanfattning .ankare", "Sammanfattning"},
		{"2023/index.html", ".bakom summary", "mål fortsätter från förra årsrapporten"},
	} {
		if pages[want.page] == nil {
			t.Errorf("no page %s", want.page)
		} else if got := text(pages[want.page], want.selector); !strings.Contains(strings.ReplaceAll(got, "\u00a0", " "), want.text) {
			t.Errorf("%s %s: %q does not contain %q", want.page, want.selector, got, want.text)
		}
	}
	if n := len(all(pages["index.html"], ".utfall")); n != 0 {
		t.Errorf("the first page lists %d figures again below the table", n)
	}
}

// TestOneClick: from the first page to any delregion's any shared figure is one click.
func TestOneClick(t *testing.T) {
	pages := site(t, denseInput(""))
	for _, a := range all(pages["index.html"], "#utfall td a") {
		file, fragment := follow("index.html", attribute(a, "href"))
		if pages[file] == nil || fragment != "" && len(all(pages[file], `[id="`+fragment+`"]`)) != 1 {
			t.Errorf("%q leads nowhere", attribute(a, "href"))
		}
	}
}

// TestNarrativeLinks: a narrative's ids never meet the page's own, and links between
// narratives follow them.
func TestNarrativeLinks(t *testing.T) {
	page := site(t, denseInput(""))["2023/vaster/index.html"]
	if len(all(page, "#text-avvikelser")) != 1 || len(all(page, "#text-mal")) != 1 {
		t.Error("the headings of the narrative don't have ids of their own")
	}
	var hrefs []string
	for _, a := range all(page, ".text p a") {
		hrefs = append(hrefs, attribute(a, "href"))
	}
	if want := []string{"../norr/index.html#text-arbetet", "../norr/index.html#kapitel-barn"}; !slices.Equal(hrefs, want) {
		t.Errorf("%q, want %q", hrefs, want)
	}
}

// TestNotFound: a server shows the page at any depth, so its links begin at the root
// where that is known, and it says so where it isn't.
func TestNotFound(t *testing.T) {
	deep := site(t, denseInput("https://exempel.se/arsrapport/"))["404.html"]
	for _, selector := range []string{`link[href="/arsrapport/stil.css"]`, `.knapp[href="/arsrapport/index.html"]`} {
		if len(all(deep, selector)) != 1 {
			t.Errorf("404.html lacks %s", selector)
		}
	}
	if got := text(site(t, denseInput(""))["404.html"], "main"); !strings.Contains(got, "Ta bort allt efter webbplatsens namn") {
		t.Errorf("404.html says %q", got)
	}
}

// TestReportHeadings: in the report on one page no heading skips a level, and chapters
// are h2.
func TestReportHeadings(t *testing.T) {
	page := site(t, denseInput(""))["2023/rapport/index.html"]
	before := 1
	for _, h := range all(page, "main h1, main h2, main h3, main h4, main h5, main h6") {
		level := int(h.Data[1] - '0')
		if level > before+1 {
			t.Errorf("h%d follows h%d: %s", level, before, text(h, "*"))
		}
		before = level
	}
	for _, h := range all(page, "main h2:not(.kapiteltitel):not(#innehallsblad)") {
		t.Errorf("h2 that is no chapter: %q", attribute(h, "id"))
	}
}

// TestFigureLength: figures set large never break inside a unit, so long ones are smaller.
func TestFigureLength(t *testing.T) {
	for text, want := range map[string]string{"6 av 6": "", "3,4 dagar": "langt", "36,6 per 1 000": "langre", "maskerad av källan": "langst"} {
		if got := figureLength("1", text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// TestSoft: a long name may break where its parts meet.
func TestSoft(t *testing.T) {
	if got := soft("Övningskustens närsjukvårdsområde"); got != "Övnings\u00adkustens närsjukvårds\u00adområde" {
		t.Errorf("%q", got)
	}
}

// TestRunningHeader: a title can't end the style sheet's text.
func TestRunningHeader(t *testing.T) {
	if got := runningHeader("A \"b\" \\ c\n"); !strings.Contains(got, `content: "A \"b\" \\ c "`) {
		t.Error(got)
	}
}

// TestChapterHeaders: nor can a delregion's name.
func TestChapterHeaders(t *testing.T) {
	got := chapterHeaders([]compare.Delregion{{ID: "norr", Name: `N "} orr`}})
	if !strings.Contains(got, `content: "N \"} orr"`) || !strings.Contains(got, `[id="kapitel-norr"]`) {
		t.Error(got)
	}
}

// TestHeadingFit: it is the longest word that counts, not the heading.
func TestHeadingFit(t *testing.T) {
	for heading, want := range map[string]string{
		"Kompletta vårdbegäran från kommunen": "", "In- och utskrivning": "", "Munhälsobedömningar": "langt-ord",
		"Om Tillgänglighetsredogörelsens text": "langst-ord", "Hälso-/sjukvårdsutveckling": "langt-ord",
	} {
		if got := headingFit(heading); got != want {
			t.Errorf("%q is %q, want %q", heading, got, want)
		}
	}
}

// TestCitation: who, what, where; a page of no year has none.
func TestCitation(t *testing.T) {
	pages := site(t, denseInput("https://exempel.se/arsrapport/"))
	if got := text(pages["2023/vaster/index.html"], ".citera"); !strings.HasPrefix(got, "Citera sidan: ") ||
		!strings.Contains(got, "”Väster 2023”, i Årsrapport. https://exempel.se/arsrapport/2023/vaster/") {
		t.Errorf("got %q", got)
	}
	if got := text(pages["metod/index.html"], ".citera"); got != "" {
		t.Errorf("the method is cited as %q", got)
	}
}
