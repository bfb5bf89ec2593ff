package page

import (
	"html/template"
	"strconv"
	"strings"

	"samverkan/internal/compare"
	"samverkan/internal/report"
)

// Block is the chart, table or list of activities that a fenced block stands for.
func (n *narrator) Block(kind, content string) (template.HTML, bool) {
	if n.year == nil {
		return "", false
	}
	keys := blockKeys(content)
	if kind == "aktiviteter" {
		return n.activityBlock(keys)
	}
	if kind == "underlag" {
		return n.supportBlock(keys)
	}
	t := n.blockTable(keys)
	if t == nil {
		return "", false
	}
	f := n.figure(t, n.tableSources(t)...)
	if f == nil {
		return "", false
	}
	if kind == "tabell" {
		f.Drawn = false
	}
	return n.part("figur", f)
}

// blockTable is the table that a block's keys name.
func (n *narrator) blockTable(keys map[string]string) *compare.Table {
	if id := keys["indikator"]; id != "" {
		if ind := n.indicator(id); ind != nil {
			return indicatorTable(ind, keys["uppdelning"])
		}
	}
	if id := keys["avvikelser"]; id != "" {
		if id == "totalt" {
			return &n.year.Deviations.Totals
		}
		for i := range n.year.Deviations.Dimensions {
			if d := &n.year.Deviations.Dimensions[i]; d.ID == id {
				return &d.Table
			}
		}
	}
	return nil
}

// indicatorTable is the comparison, or the breakdown that is asked for.
func indicatorTable(ind *compare.Indicator, dimension string) *compare.Table {
	for i := range ind.Breakdowns {
		if dimension != "" && strings.Contains(ind.Breakdowns[i].ID, dimension) {
			return &ind.Breakdowns[i]
		}
	}
	return &ind.Table
}

// tableSources are the sources of the outcomes that an indicator's table shows.
func (n *narrator) tableSources(t *compare.Table) []string {
	for i := range n.year.Indicators {
		if ind := &n.year.Indicators[i]; &ind.Table == t {
			return outcomeSources(ind.Outcomes)
		}
	}
	return nil
}

// activityBlock lists the owner's activities, those of a group or a goal if one is named.
// A list of them all takes the place of the page's own; one of some leads to it.
func (n *narrator) activityBlock(keys map[string]string) (template.HTML, bool) {
	var chosen []compare.Activity
	all := 0
	for _, a := range n.year.Activities.Items {
		if n.owner != report.CountyID && a.Delregion.ID != n.owner {
			continue
		}
		all++
		if within(keys["grupp"], a.Group.ID) && within(keys["mal"], a.Goal.ID) && within(keys["malomrade"], a.Area.ID) {
			chosen = append(chosen, a)
		}
	}
	if len(chosen) == 0 {
		return `<p class="saknas">Inga aktiviteter är redovisade.</p>`, true
	}
	place := n.prefix + "aktiviteter"
	if len(chosen) == all {
		return n.part("aktiviteter", n.activityList(n.year.Year, chosen, n.id(place)))
	}
	list := n.activityList(n.year.Year, chosen, n.id(place+"-urval"))
	list.More = Link{Href: "#" + place, Text: "Alla " + itoa(all) + " aktiviteter"}
	if n.owner == report.CountyID {
		list.More = n.page(yearPath(n.year.Year, "aktiviteter"), list.More.Text)
	}
	return n.part("aktiviteter", list)
}

func within(wanted, id string) bool { return wanted == "" || wanted == id }

// part renders one of the shared templates by itself, for a place in a narrative.
func (p *pen) part(name string, data any) (html template.HTML, ok bool) {
	ok = p.execute(name, data, func(b []byte) { html = template.HTML(b) })
	return html, ok
}

// blockKeys reads the few lines key = "value" that a block holds. check has read them
// as TOML before, and pointed at what is wrong.
func blockKeys(content string) map[string]string {
	keys := map[string]string{}
	for line := range strings.Lines(content) {
		key, value, found := strings.Cut(line, "=")
		if !found {
			continue
		}
		value = strings.TrimSpace(value)
		if quoted, err := strconv.QuotedPrefix(value); err == nil {
			value, _ = strconv.Unquote(quoted)
		}
		keys[strings.TrimSpace(key)] = value
	}
	return keys
}
