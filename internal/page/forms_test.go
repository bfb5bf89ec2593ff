package page

import (
	"slices"
	"strings"
	"testing"

	"samverkan/internal/compare"
	"samverkan/internal/period"
	"samverkan/internal/report"
	"samverkan/layouts"
)

// underWay is the county with a later year that only the county itself has reported.
func underWay(t *testing.T) Input {
	t.Helper()
	c, yes, no := county(), true, false
	autumn, err := period.Parse("Hösten 2019")
	if err != nil {
		t.Fatal(err)
	}
	c.Catalogue.Units = []report.Term{{ID: "skas", Name: "SkaS"}, {ID: "nu", Name: "NU-sjukvården"}}
	c.Years = append(c.Years, 2025)
	c.Submissions = append(c.Submissions, &report.Submission{
		Delregion: report.CountyID, Year: 2025,
		Situations: []report.Situation{
			{Unit: ref("skas"), PartArea: "Kunskapsstöd", Light: "gul", Done: []string{"Kartlagt *allt*"}, Obstacles: []string{"Xxx"}},
			{Unit: ref("nu"), PartArea: "Kunskapsstöd", Done: []string{"xxx"}},
		},
		Measurements: []report.Measurement{{Indicator: report.Indicator{ID: "startade", Name: "Startade delprojekt", Unit: report.Count,
			Direction: report.NoDirection, NotPeople: &no, Beside: "delprojekt"}, Outcome: value(31)}},
		Activities: []report.Activity{{What: "Skriva en manual"}},
		Effects: []report.Effect{
			{PartArea: "Kunskapsstöd", Year: 2025, Text: "Färre stöd.", Status: report.Ongoing},
			{PartArea: "Kunskapsstöd", Vision: true, Year: 2028, Text: "Allt finns."},
			{PartArea: "Digitalt", Year: 2026, Text: "Alla har en plan."},
		},
		Surveys: []report.Survey{{Question: "Vad är viktigt?", Respondents: value(100), Distributions: []report.Breakdown{
			{Dimension: "Roll", Parts: []report.Part{{Name: "Läkare", Value: value(37)}, {Name: "Psykolog", Value: value(3)}, {Name: "Övriga", Value: value(60)}}},
		}}},
		Subprojects: []report.Subproject{{Number: 13, Name: "Ablationer", Status: "uppfoljt", Decided: report.Period{Period: autumn},
			Checklist: report.Checklist{Assignment: &yes, Choices: "Ett val."}}},
		Budget: []report.BudgetPost{{Post: "Kansli", Amount: value(1500), Unit: report.Tkr, Comment: "Två tjänster.", Source: ref("Planen")}},
	})
	c.Narratives = append(c.Narratives, &report.Narrative{File: "content/2025/lan.md", Year: 2025, Owner: report.CountyID, BodyLine: 1,
		Body: "Hittills {{startade}} delprojekt.\n"})
	return Input{Comparison: compare.Compare(c), Narratives: c.Narratives, Charts: drawnCharts{}, Layouts: layouts.FS}
}

func TestForms(t *testing.T) {
	pages := site(t, underWay(t))
	for _, want := range []struct{ page, selector, text string }{
		{"2025/lagesrapporter/index.html", ".ingress", "1 av 2 enheter har redovisat läget"},
		{"2025/lagesrapporter/index.html", ".matris .ton-delvis", "gul"},
		{"2025/lagesrapporter/index.html", ".matris .ton-saknas", "ej redovisat"},
		{"2025/lagesrapporter/index.html", ".lagesrapport .status", "gul"},
		{"2025/lagesrapporter/index.html", ".lagesrapport em", "allt"},
		{"2025/effektmal/index.html", ".vag .vision .nar", "Vision 2028"},
		{"2025/effektmal/index.html", ".vag .status", "pågående"},
		{"2025/effektmal/index.html", ".vag .saknas", "ingen punkt"}, // nothing planned isn't something unreported
		{"2025/effektmal/index.html", "main", "Det säger inte att något saknas"},
		{"2025/enkater/index.html", ".figur table", "Psykolog"},
		{"2025/enkater/index.html", ".figur .lucka", "maskerad"},
		{"2025/delprojekt/index.html", ".delprojekt .fakta", "hösten 2019"},
		{"2025/delprojekt/index.html", ".delprojekt", "2 punkter av 11 dokumenterade"},
		{"2025/delprojekt/index.html", ".matris .gomd", "ej redovisat"},
		// What the register covers, and how many there are beyond it.
		{"2025/delprojekt/index.html", ".stora-tal", "31Startade delprojekt"},
		{"2025/delprojekt/index.html", "#delprojekt-status", "Omfattar bara de delprojekt som redovisas var för sig"},
		{"2025/budget/index.html", "main", "Kansli"},
		{"2025/budget/index.html", "main table", "Två tjänster."},
		{"2025/budget/index.html", "main", "Källa: Planen."}, // the post's own, not the submission's
		{"2025/rapport/index.html", "#lanets-lagesrapporter", "Lägesrapporter"},
		// The county's own indicators and activities, in its text and beside it.
		{"2025/index.html", ".text", "Hittills 31 delprojekt"},
		{"2025/index.html", "main", "Startade delprojekt"},
		{"2025/index.html", ".aktiviteter", "Skriva en manual"},
	} {
		if pages[want.page] == nil {
			t.Errorf("no page %s", want.page)
		} else if got := text(pages[want.page], want.selector); !strings.Contains(got, want.text) {
			t.Errorf("%s %s: %q does not contain %q", want.page, want.selector, got, want.text)
		}
	}
	for path, page := range pages {
		if body := text(page, "main"); strings.HasPrefix(path, "2025/") && strings.Contains(strings.ToLower(body), "xxx") {
			t.Errorf("%s shows what is left of a template", path)
		}
	}
}

// TestFormPages: every form that an indicator may stand with has a page, and is the
// contract's.
func TestFormPages(t *testing.T) {
	var keys []string
	for _, f := range formPages() {
		keys = append(keys, string(f.key))
	}
	var want []string
	for _, c := range report.FormKey("").Choices() {
		want = append(want, c.Word)
	}
	if !slices.Equal(keys, want) {
		t.Errorf("pages for %v, the contract has %v", keys, want)
	}
}

// TestUnderWay: a year that no delregion has reported is reached from the year menu,
// has no pages of comparison, and leaves the first page to the year before.
func TestUnderWay(t *testing.T) {
	pages := site(t, underWay(t))
	if got := text(pages["index.html"], ".ar"); !strings.Contains(got, "2025 (pågående)") {
		t.Errorf("year menu: %q", got)
	}
	if got := text(pages["index.html"], ".overrad"); got != "Årsrapport 2023" {
		t.Errorf("the first page is about %q", got)
	}
	for _, path := range []string{"2025/mal/index.html", "2025/indikatorer/index.html", "2025/jamforbarhet/index.html"} {
		if pages[path] != nil {
			t.Errorf("%s compares a year that nobody has reported", path)
		}
	}
	if got := text(pages["2025/index.html"], "h2"); !strings.Contains(got, "Lägesrapporter") || strings.Contains(got, "Mål") {
		t.Errorf("headings of 2025: %q", got)
	}
	if got := len(all(pages["2023/index.html"], `.amnen a[href*="lagesrapporter"]`)); got != 0 {
		t.Error("a form that nobody has reported is in the menu of 2023")
	}
}

// TestSupport: a claim in the county's text has who and how many beside it.
func TestSupport(t *testing.T) {
	in := underWay(t)
	for _, n := range in.Narratives {
		if n.Owner == report.CountyID && n.Year == 2023 && n.Chapter == "" {
			n.Body += "\n\nAlla arbetar med det.\n\n```underlag\nmal = \"trygg\"\n```\n"
		}
	}
	pages := site(t, in)
	if got := text(pages["2023/index.html"], ".text .underlag"); !strings.Contains(got, "av 4 delregioner arbetar med målet") && !strings.Contains(got, "delregioner arbetar med målet") {
		t.Errorf("the claim has %q beside it", got)
	}
}

// TestSubprojectToldByTwo: one row in the register names both who tell of a project and
// what they say differently; each one's own page leads to it.
func TestSubprojectToldByTwo(t *testing.T) {
	c := county()
	for _, x := range []struct{ delregion, status, comment string }{{"norr", "uppfoljt", "Gick bra."}, {"soder", "pagaende", "Gick *trögt*."}} {
		for _, s := range c.Submissions {
			if s.Delregion == x.delregion {
				s.Subprojects = []report.Subproject{{Number: 13, Name: "Ablationer", Status: report.SubprojectStatus(x.status), Comment: x.comment,
					FollowUps: []report.FollowUp{{Result: "Uppföljt i " + x.delregion + "."}}}}
			}
		}
	}
	pages := site(t, Input{Comparison: compare.Compare(c), Narratives: c.Narratives, Charts: drawnCharts{}, Layouts: layouts.FS})
	register := pages["2023/delprojekt/index.html"]
	if n := len(all(register, ".delprojekt > li")); n != 1 {
		t.Errorf("%d rows for one project", n)
	}
	got := text(register, ".delprojekt")
	for _, want := range []string{"Redovisas avNorr och Söder", "Norr: Gick bra.", "Söder: Gick trögt.", "redovisas olika",
		"Norr skriver uppföljt och Söder skriver pågående", "Tid ej redovisad, NorrUppföljt i norr."} {
		if !strings.Contains(got, want) {
			t.Errorf("the register doesn't say %q: %s", want, got)
		}
	}
	own := pages["2023/soder/index.html"]
	if got := text(own, ".delprojekt"); !strings.Contains(got, "Redovisas också avNorr") || !strings.Contains(got, "pågående") || strings.Contains(got, "Gick bra") {
		t.Errorf("Söder's own page says %q", got)
	}
	links := all(own, `.delprojekt .fakta a`)
	if len(links) != 1 {
		t.Fatalf("%d links from Söder's project", len(links))
	}
	file, fragment := follow("2023/soder/index.html", attribute(links[0], "href"))
	if file != "2023/delprojekt/index.html" || len(all(register, `[id="`+fragment+`"]`)) != 1 {
		t.Errorf("Söder's project leads to %s#%s", file, fragment)
	}
}
