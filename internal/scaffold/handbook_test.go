package scaffold

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"samverkan/internal/check"
	"samverkan/internal/diag"
	"samverkan/internal/load"
	"samverkan/internal/period"
)

// The handbook's examples are pulled out and put in this county, one at a time: a
// fence marked toml is a submission, toml katalog and toml delregioner are those
// files, markdown is a narrative.
var exampleCounty = map[string]string{
	"data/samverkan.toml": `
titel    = "Årsrapport"
lan      = "Exempellän"
utgivare = "Vårdsamverkan i Exempellän"`,
	"data/delregioner.toml": `
[exempelbygden]
namn     = "Exempelbygden"
kommuner = ["Exempelkommun", "Annanstad", "Tredjeby"]`,
	"data/katalog.toml": `
[malomrade.in-och-utskrivning]
namn = "In- och utskrivning"
[malomrade.barn-unga]
namn = "Barn och unga"
[malomrade.aldre]
namn = "Äldre"
[mal.trygg-overgang]
namn      = "Trygg vårdövergång"
malomrade = "in-och-utskrivning"
[indikator.trygg-overgang]
namn       = "Trygg vårdövergång"
definition = "Andel som svarat ja"
enhet      = "procent"
riktning   = "hogre"
malvarde   = 80
mal        = ["trygg-overgang"]
[indikator.kompletta-vardbegaran]
namn       = "Kompletta vårdbegäran"
definition = "Andel kompletta vårdbegäran"
enhet      = "procent"
riktning   = "hogre"
[avvikelse.process.inskrivning]
namn = "Inskrivning"
[avvikelse.process.utskrivning]
namn = "Utskrivning"
[avvikelse.orsak.information]
namn = "Brister i information"
[avvikelse.atgard.ingen]
namn = "Ingen åtgärd"
[enhet.exempelsjukhuset]
namn = "Exempelsjukhuset"`,
	"data/2024/exempelbygden.toml": `
[inlamning]
status = "beslutad"
kalla  = "Exempelbygdens årsberättelse 2024"
[avvikelser]
totalt = 412
[avvikelser.process]
utskrivning = 224
[indikator.kompletta-vardbegaran]
taljare = 37
namnare = 60
[indikator.trygg-overgang]
varde = ".."`,
	"content/2024/exempelbygden.md": "Texten om året.",
}

// homes are the files that examples take the place of.
var homes = map[string]string{
	"toml":             "data/2024/exempelbygden.toml",
	"toml katalog":     "data/katalog.toml",
	"toml delregioner": "data/delregioner.toml",
	"toml samverkan":   "data/samverkan.toml",
	"markdown":         "content/2024/exempelbygden.md",
}

// foreign are the languages of examples that aren't for this program to read.
var foreign = []string{"css", "html", "json", "nginx", "text", "xml", "yaml"}

// fenced is a fenced block of a handbook page.
type fenced struct {
	page string
	line int
	info string
	text string
}

var fenceLine = regexp.MustCompile("^(`{3,}|~{3,})(.*)$")

// examples lists the fenced blocks of the handbook that are to be checked. A fence
// within another belongs to the outer one.
func examples(t *testing.T) []fenced {
	t.Helper()
	pages, err := filepath.Glob("../../content/handbok/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatal("no handbook", err)
	}
	var all []fenced
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		open := ""
		var e fenced
		for i, line := range strings.Split(string(text), "\n") {
			m := fenceLine.FindStringSubmatch(line)
			switch {
			case open == "" && m != nil:
				open, e = m[1], fenced{page: filepath.Base(page), line: i + 1, info: m[2]}
			case open != "" && line == open:
				open = ""
				all = append(all, e)
			case open != "":
				e.text += line + "\n"
			}
		}
		if open != "" {
			t.Errorf("%s:%d: the fence is never closed", e.page, e.line)
		}
	}
	return all
}

func TestHandbookExamples(t *testing.T) {
	checked := 0
	for _, e := range examples(t) {
		if e.info == "" || slices.Contains(foreign, e.info) {
			continue // a command, something that shows a mistake, or no file of a site's
		}
		home, ok := homes[e.info]
		if !ok {
			t.Errorf("%s:%d: a fence with %q is checked by nobody", e.page, e.line, e.info)
			continue
		}
		checked++
		site := fstest.MapFS{}
		for name, text := range exampleCounty {
			site[name] = &fstest.MapFile{Data: []byte(text)}
		}
		if e.info == "toml katalog" {
			delete(site, "data/2024/exempelbygden.toml") // refers to what the example hasn't
		}
		if e.info == "toml samverkan" {
			e.text += exampleCounty[home] // a key that is added to what every site says
		}
		site[home] = &fstest.MapFile{Data: []byte(e.text)}
		county, findings, err := load.Site(site)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range append(findings, check.All(county)...) {
			if f.Severity != diag.Advice {
				t.Errorf("%s:%d: %v: %s [%s] (%s)", e.page, e.line, f.Pos, f.Message, f.Code, f.Hint)
			}
		}
	}
	if checked < 20 {
		t.Errorf("only %d examples", checked)
	}
}

// Every section of a submission has a page, and the template names it.
func TestHandbookCoversEverySection(t *testing.T) {
	for _, f := range file("inlamning").Table.Fields {
		ch, ok := chapters[f.Key]
		if !ok {
			t.Errorf("%s has no page in the handbook", f.Key)
			continue
		}
		text, err := os.ReadFile(filepath.Join("../../content/handbok", ch.page+".md"))
		if err != nil {
			t.Error(err)
			continue
		}
		if !bytes.Contains(text, []byte("["+f.Key)) {
			t.Errorf("%s.md doesn't show how %s is written", ch.page, f.Key)
		}
	}
}

// The pages are found from the first one, and their settings are complete.
func TestHandbookPagesAreLinked(t *testing.T) {
	index, err := os.ReadFile("../../content/handbok/index.md")
	if err != nil {
		t.Fatal(err)
	}
	county, _, err := load.Site(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	orders := map[int]string{}
	for _, n := range county.Narratives {
		name, ok := strings.CutPrefix(n.File, "content/handbok/")
		if !ok {
			continue
		}
		if name != "index.md" && !bytes.Contains(index, []byte("]("+name+")")) {
			t.Errorf("%s isn't linked from the first page", name)
		}
		if n.Title == "" || n.Lead == "" || n.Order == 0 {
			t.Errorf("%s lacks title, lead or order", name)
		}
		if other := orders[n.Order]; other != "" {
			t.Errorf("%s and %s have the same order", name, other)
		}
		orders[n.Order] = name
	}
}

// The handbook itself passes the check, links included.
func TestHandbookIsSound(t *testing.T) {
	county, findings, err := load.Site(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range append(findings, check.All(county)...) {
		if strings.HasPrefix(f.Pos.File, "content/handbok/") {
			t.Errorf("%v: %s [%s]", f.Pos, f.Message, f.Code)
		}
	}
}

var written = regexp.MustCompile("`\"([^`\"]+)\"`")

// The periods that the handbook says can be written can be read, and no form that the
// program reads is left out.
func TestHandbookPeriods(t *testing.T) {
	text, err := os.ReadFile("../../content/handbok/perioder.md")
	if err != nil {
		t.Fatal(err)
	}
	table, _, _ := strings.Cut(string(text), "## Vanliga fel")
	shown := map[string]bool{}
	for _, m := range written.FindAllStringSubmatch(table, -1) {
		if _, err := period.Parse(m[1]); err != nil {
			t.Error(err)
		}
		shown[shape(m[1])] = true
	}
	for _, form := range period.Forms() {
		if !shown[shape(form)] {
			t.Errorf("the form %q isn't in the handbook", form)
		}
	}
}

// shape is a period without its years.
func shape(s string) string { return regexp.MustCompile(`\d{4}`).ReplaceAllString(s, "Å") }
