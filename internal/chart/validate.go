package chart

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// What layouts/echarts/entry.js registers. ECharts is silent about what it doesn't know, so an option is held against
// this before it is drawn.
var (
	seriesTypes      = []string{"bar", "line", "scatter", "custom"}
	optionComponents = []string{"dataset", "graphic", "grid", "legend", "series", "title", "xAxis", "yAxis"}
	// optionSettings steer the drawing or concern a pointer, which there is none.
	optionSettings = []string{"animation", "aria", "axisPointer", "backgroundColor", "color", "darkMode", "progressive",
		"progressiveThreshold", "textStyle", "toolbox", "tooltip"}
)

// check returns what is wrong with the drawing beside its option, without the chart's name.
func (d Drawing) check() error {
	switch {
	case !slugForm.MatchString(d.Slug):
		return errors.New("namnet får bara ha a–z, 0–9 och bindestreck, och ska börja med en bokstav")
	case d.Title == "" || d.Desc == "":
		return errors.New("titel eller beskrivning saknas")
	case min(d.Width, d.Height) < 50 || max(d.Width, d.Height) > 4000:
		return fmt.Errorf("storleken %d×%d ligger utanför 50–4000 bildpunkter", d.Width, d.Height)
	}
	return nil
}

// validate returns what makes the option impossible to draw, without the chart's name.
func (d Drawing) validate() error {
	var option map[string]any
	if err := json.Unmarshal(d.Option, &option); err != nil {
		return fmt.Errorf("diagrammets option är inte ett JSON-objekt: %w", err)
	}
	for _, key := range sortedKeys(option) {
		if !slices.Contains(optionComponents, key) && !slices.Contains(optionSettings, key) {
			return fmt.Errorf("komponenten %q finns inte i det ECharts som byggts in (layouts/echarts/entry.js)", key)
		}
	}
	if err := pureJSON(option); err != nil {
		return err
	}
	return validateSeries(option["series"])
}

func validateSeries(value any) error {
	list, ok := value.([]any)
	if !ok && value != nil {
		list = []any{value}
	}
	if len(list) == 0 {
		return errors.New("diagrammet har ingen serie")
	}
	for i, item := range list {
		series, _ := item.(map[string]any)
		kind, _ := series["type"].(string)
		if !slices.Contains(seriesTypes, kind) {
			return fmt.Errorf("serie %d har den okända typen %q (de som finns: %s)", i, kind, strings.Join(seriesTypes, ", "))
		}
		if kind == "custom" && series["renderItem"] != "errorBar" {
			return fmt.Errorf("serie %d: renderItem %v finns inte (den som finns: errorBar)", i, series["renderItem"])
		}
	}
	return nil
}

// pureJSON looks through the whole option for what ECharts would draw wrongly without a word.
func pureJSON(value any) error {
	switch value := value.(type) {
	case string:
		if strings.Contains(value, "__f__") {
			return errors.New("optionen innehåller en JavaScript-funktion (FuncOpts); formatera i Go i stället")
		}
	case []any:
		for _, item := range value {
			if err := pureJSON(item); err != nil {
				return err
			}
		}
	case map[string]any:
		for _, key := range sortedKeys(value) {
			if text, _ := value[key].(string); key == "formatter" && (strings.Contains(text, "{c") || strings.Contains(text, "{@")) {
				return fmt.Errorf("formatter: %q skriver tal på engelska; skriv färdig text per punkt", text)
			}
			if how, _ := value[key].(string); key == "overflow" && how != "" && how != "none" {
				return fmt.Errorf("overflow: %q klipper eller bryter text fel; bryt den med chart.Wrap", how)
			}
			if err := pureJSON(value[key]); err != nil {
				return err
			}
		}
	}
	return nil
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
