package compare

import "strings"

// analysis says who analyses the deviations, in which system they are reported, how
// often they are gathered and by what they are sorted. Only what is said is shown.
func (e *edition) analysis(facts []DeviationFact) Table {
	t := Table{
		ID: "avvikelser-analys", Year: e.year, RowHead: "Delregion", Title: "Vem som analyserar vad " + FormatYear(e.year),
		Columns: []Column{{ID: "analys", Name: "Analyseras av"}, {ID: "system", Name: "System"},
			{ID: "analyserat", Name: "Sammanställda under året"}, {ID: "efter", Name: "Redovisade efter"}},
		Example: e.example(),
	}
	analysed := 0
	for _, f := range facts {
		if !f.Reported {
			continue
		}
		times := f.Analysed
		if times.State == Shown {
			times = word(times.Text+plural(times.Number, " gång", " gånger"), Neutral)
		} else {
			times = saidOr("")
		}
		t.Rows = append(t.Rows, Row{ID: f.Delregion.ID, Name: f.Delregion.Name, Link: e.page(f.Delregion.ID), Cells: []Cell{
			saidOr(f.Analyst), saidOr(f.System), times, saidOr(e.sortedBy(f)),
		}})
		analysed += boolCount(f.Analyst != "")
	}
	if len(t.Rows) > 0 {
		t.Sentence = sentence(ofDelregioner(analysed, len(e.register)) + " redovisar vem som analyserar avvikelserna")
	}
	return t
}

// sortedBy names the dimensions that a delregion has anything for.
func (e *edition) sortedBy(f DeviationFact) string {
	var names []string
	for _, dim := range e.dims {
		for _, t := range f.Dimensions {
			if strings.HasSuffix(t.ID, "-"+dim.id) {
				names = append(names, LowerFirst(dim.name))
				break
			}
		}
	}
	if names == nil {
		return ""
	}
	return upperFirst(andList(names))
}

// saidOr is a cell of words, or says that nothing is.
func saidOr(text string) Cell {
	if text == "" {
		return word("ej redovisat", Lacking)
	}
	return word(text, Neutral)
}
