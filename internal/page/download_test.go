package page

import (
	"os"
	"strings"
	"testing"

	"samverkan/internal/compare"
	"samverkan/layouts"
)

func dataInput(t *testing.T) Input {
	t.Helper()
	return Input{
		Comparison: compare.Compare(county()), Charts: drawnCharts{}, Layouts: layouts.FS,
		Data: []DataYear{{Year: 2023, Package: func() DataPackage {
			return DataPackage{Version: "2023.0.0+abc", Files: []DataFile{
				{Path: "data/2023/samverkan-2023.csv", Checksum: "abc123", Bytes: 1234567},
				{Path: "data/2023/datapackage.json", Checksum: "def456", Bytes: 900},
			}}
		}}},
	}
}

func rendered(t *testing.T, in Input) map[string]string {
	t.Helper()
	files, finds, err := render(in)
	if err != nil || len(finds) > 0 {
		t.Fatal(err, finds)
	}
	pages := map[string]string{}
	for _, f := range files {
		pages[f.Path] = string(f.Data)
	}
	return pages
}

// Every figure offers its table as CSV, and its drawing where it has one; a matrix has none.
func TestFiguresOfferDownloads(t *testing.T) {
	pages := rendered(t, dataInput(t))
	goals := pages["2023/mal/index.html"]
	if !strings.Contains(goals, `href="../../data/2023/tabeller/mal-matris.csv" download`) {
		t.Error("the matrix has no CSV")
	}
	if strings.Contains(goals, "mal-matris.svg") {
		t.Error("the coloured matrix offers an SVG that there isn't")
	}
	if road := pages["2023/fardplan/index.html"]; !strings.Contains(road, `href="../../data/2023/tabeller/fardplan.csv" download`) || !strings.Contains(road, "Källa: ") {
		t.Error("the road map has no CSV or no source")
	}
	offered := 0
	for name, page := range pages {
		if strings.Contains(page, `class="diagram"`) {
			offered++
			if !strings.Contains(page, ".svg\" download>SVG") {
				t.Errorf("%s has drawings and offers none", name)
			}
		}
	}
	if offered == 0 {
		t.Error("no page has a drawing to try")
	}
}

// Where nothing has been written there is nothing to download.
func TestNoDataNoDownloads(t *testing.T) {
	in := dataInput(t)
	in.Data = nil
	for name, page := range rendered(t, in) {
		if strings.Contains(page, `class="ladda"`) || name == "data/index.html" {
			t.Errorf("%s offers downloads", name)
		}
	}
}

func TestDataPage(t *testing.T) {
	pages := rendered(t, dataInput(t))
	data := pages["data/index.html"]
	for _, want := range []string{
		`href="2023/samverkan-2023.csv"`, "1,2 MB", "abc123", "2023.0.0&#43;abc", `href="2023/datapackage.json"`, "1 kB",
		`href="2023/tabeller/mal-matris.csv"`, "Antal under 5",
	} {
		if !strings.Contains(data, want) {
			t.Errorf("the page doesn't say %s", want)
		}
	}
	if !strings.Contains(pages["index.html"], `href="data/index.html"`) {
		t.Error("nothing leads to the page")
	}
}

// Every page with a drawing has the script, and cells bear their marks only there.
func TestScriptWhereThereAreDrawings(t *testing.T) {
	woken := 0
	for name, page := range rendered(t, dataInput(t)) {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		drawn, script := strings.Contains(page, "<svg class=\"diagram\""), strings.Contains(page, "vakna.js")
		if drawn && !script || script && strings.HasPrefix(name, "metod/") {
			t.Errorf("%s: drawings %v, script %v", name, drawn, script)
		}
		if strings.Contains(page, "data-m=") && !drawn {
			t.Errorf("%s: cells bear marks of no drawing", name)
		}
		if script {
			woken++
		}
	}
	if woken == 0 {
		t.Error("no page has a drawing to try")
	}
}

// What is published is the script itself, only without what nobody needs to run it.
func TestBareScript(t *testing.T) {
	in := "// why\n(() => {\n  // because\n  const a = 'https://x'; // stays\n\n  go(a);\n})();\n"
	want := "(() => {\nconst a = 'https://x'; // stays\ngo(a);\n})();\n"
	if got := string(bare([]byte(in))); got != want {
		t.Errorf("%q", got)
	}
	for _, s := range scripts {
		data, err := os.ReadFile("../../layouts/" + s.source)
		if err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(string(data), "`") {
			t.Errorf("%s has a text that may go on over several lines", s.source)
		}
		for _, unsafe := range []string{"innerHTML", "eval(", "setAttribute('style'", "import "} {
			if strings.Contains(string(data), unsafe) {
				t.Errorf("%s uses %s", s.source, unsafe)
			}
		}
	}
}
