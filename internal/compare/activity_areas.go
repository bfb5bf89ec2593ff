package compare

import "samverkan/internal/report"

// activityAreas counts activities by målområde and status, over all delregioner: the
// catalogue's areas that have any, and last those that belong to none.
func (e *edition) activityAreas(items []Activity) Table {
	t := Table{
		ID: "aktiviteter-malomrade", Year: e.year, RowHead: "Målområde", Columns: statusColumns(), Chart: Shares,
		Title: "Aktiviteter efter målområde och status " + FormatYear(e.year), Unit: report.Count, Example: e.example(),
	}
	areas := append(append([]Name(nil), e.names.Areas...), Name{ID: "", Name: "Inget målområde angivet"})
	sorted := 0
	for _, area := range areas {
		row := Row{ID: ifEmpty(area.ID, "utan-malomrade"), Name: area.Name}
		any := 0
		for _, c := range t.Columns {
			n := 0
			for _, a := range items {
				if a.Area.ID == area.ID && ifEmpty(string(a.Status), "ej-redovisad") == c.ID {
					n++
				}
			}
			any += n
			row.Cells = append(row.Cells, countCell(n))
		}
		if any > 0 {
			t.Rows = append(t.Rows, row)
			sorted += boolCount(area.ID != "") * any
		}
	}
	if sorted == 0 {
		return Table{ID: t.ID, Year: t.Year, Title: t.Title}
	}
	t.Sentence = areasSentence(t, sorted, len(items))
	return t
}

// areasSentence names the area with most activities.
func areasSentence(t Table, sorted, all int) string {
	most, name := 0.0, ""
	for _, r := range t.Rows {
		sum := 0.0
		for _, c := range r.Cells {
			sum += c.Number
		}
		if sum > most && r.ID != "utan-malomrade" {
			most, name = sum, r.Name
		}
	}
	count := activityCount(sorted)
	if sorted == all {
		count = allOf(all)
	}
	s := count + " hör till ett målområde, flest till ”" + name + "” (" + FormatNumber(most, 0) + ")"
	if rest := all - sorted; rest > 0 {
		s += "; " + activityCount(rest) + " gör det inte"
	}
	return sentence(s)
}
