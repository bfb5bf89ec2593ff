package chart

import (
	"strings"
	"testing"

	"samverkan/internal/compare"
)

// A target that has changed is drawn across its own years only, and has a gap where a year had none.
func TestTrendTargets(t *testing.T) {
	for _, kind := range []compare.ChartKind{compare.Trend, compare.Multiples} {
		table := trendTable(kind)(2)
		same := *table
		for range table.Columns {
			same.Targets = append(same.Targets, table.Target)
		}
		if len(trendYardsticks(&same)) != 1 || stepped(&same) {
			t.Errorf("%s: a target that never changed isn't one straight line", kind)
		}
		table.Targets = []*compare.Target{{Number: 70, Text: "70"}, {Number: 70, Text: "70"}, {Number: 72, Text: "72"}, nil,
			{Number: 75, Text: "75"}, {Number: 75, Text: "75"}, {Number: 80, Text: "80\u202f%"}}
		wide, _ := mustDraw(t, testRenderer(t, Config{}), table)
		last := wide.lines[len(wide.lines)-1]
		if got := strings.Count(last.get("d"), "M"); got != 2 {
			t.Errorf("%s: the target's line has %d parts, want 2: %s", kind, got, last.get("d"))
		}
		if kind == compare.Trend && !wide.says("Mål 2023: 80\u202f%") {
			t.Errorf("%s: the newest target has no label", kind)
		}
	}
}

// The name at a line's end, and what leads to it, belong to the line's points: a reader who hides the line hides them.
func TestEndLabelsBelongToTheirLines(t *testing.T) {
	wide, _, _, err := Draw(trendTable(compare.Trend)(3))
	if err != nil {
		t.Fatal(err)
	}
	root, err := parseElement(mustRender(t, testRenderer(t, Config{}), wide)[0].Markup)
	if err != nil {
		t.Fatal(err)
	}
	texts, leaders := map[string]string{}, 0
	var walk func(e *element, serie string)
	walk = func(e *element, serie string) {
		if own := e.get("data-serie"); own != "" {
			serie = own
		}
		if e.name == "text" {
			texts[serie] += e.text + " "
		}
		if e.name == "path" && e.get("data-punkt") == "" && (serie == "0" || serie == "1" || serie == "2") {
			leaders++
		}
		for _, child := range e.children {
			walk(child, serie)
		}
	}
	walk(root, "")
	for serie, name := range map[string]string{"0": "Skaraborg", "1": "SAMLA", "2": "SIMBA", "": "Mål"} {
		if !strings.Contains(texts[serie], name) {
			t.Errorf("series %q has the texts %q, want %q among them", serie, texts[serie], name)
		}
	}
	if leaders == 0 {
		t.Error("no line that leads to a label belongs to a series")
	}
}

// A newest figure that is older than its neighbours' says so.
func TestOldFiguresBearTheirYear(t *testing.T) {
	for _, kind := range []compare.ChartKind{compare.Trend, compare.Multiples} {
		wide, _ := mustDraw(t, testRenderer(t, Config{}), trendTable(kind)(6))
		if !wide.says("Södra Älvsborg 46,3\u202f% (2022)") || wide.says("(2023)") {
			t.Errorf("%s: the year of the old figure is missing, or a new one has one", kind)
		}
	}
}
