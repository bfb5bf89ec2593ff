package page

import (
	"html/template"

	"samverkan/internal/compare"
	"samverkan/internal/period"
	"samverkan/internal/report"
	"samverkan/layouts"
)

// drawnCharts draws the same for every table, so that a test sees where drawings go.
type drawnCharts struct{}

func (drawnCharts) SVG(t *compare.Table) (wide, narrow template.HTML, ok bool, err error) {
	if !drawable(t) {
		return "", "", false, nil
	}
	svg := template.HTML(`<svg class="diagram" role="img" aria-label="` + t.ID + `"></svg>`)
	return svg, svg, true, nil
}

func value(x float64) report.Value { return report.Value{Kind: report.Number, Number: x} }

func ref(id string) report.Ref { return report.Ref{ID: id} }

// county is a small county with everything a page may have to show: figures, a masked
// count, gaps with and without a reason, a delregion that hasn't submitted.
func county() *report.County {
	term := func(id, name string) report.Term { return report.Term{ID: id, Name: name} }
	return &report.County{
		Site: report.Site{Title: "Årsrapport", County: "Provlän", Publisher: "Provlänet",
			Statistics: report.Statistics{MinCount: 5, Confidence: .95, PerInhabitant: 1000},
			Contact:    report.Contact{Name: "Kansliet", Email: "kansli@exempel.se"},
			Accessibility: report.Accessibility{Status: "delvis", Gaps: []string{"En känd brist."},
				Assessed: period.Date{Year: 2024, Month: 3, Day: 1}}},
		Delregioner: []report.Delregion{
			{ID: "norr", Name: "Norr", FullName: "Samverkan Norr", Municipalities: []string{"Alby", "Berga"}},
			{ID: "soder", Name: "Söder"}, {ID: "vaster", Name: "Väster"}, {ID: "oster", Name: "Öster"},
		},
		Catalogue: report.Catalogue{
			Areas:    []report.Term{term("aldre", "Äldre")},
			Fardplan: []report.Term{term("proaktiv", "Proaktiv")},
			Goals:    []report.Goal{{ID: "trygg", Name: "Trygg övergång", Area: ref("aldre"), Fardplan: []report.Ref{ref("proaktiv")}}},
			Indicators: []report.Indicator{
				{ID: "kompletta", Name: "Kompletta begäran", Definition: "Andel kompletta.", Unit: report.Percent,
					Direction: report.HigherIsBetter, Goals: []report.Ref{ref("trygg")},
					Target: report.YearValues{{Value: value(80)}}, Caveats: "Olika rutiner."},
				{ID: "ingen-har", Name: "Det ingen har mätt", Unit: report.Count, Direction: report.NoDirection},
			},
			Deviations: []report.Dimension{{ID: "process", Codes: []report.Term{term("utskrivning", "Utskrivning")}}},
			Sources:    []report.Source{{ID: "berattelse", Name: "Verksamhetsberättelse"}},
		},
		Submissions: []*report.Submission{northern(), southern(), western()},
		Narratives:  narratives(),
		Years:       []int{2023},
	}
}

func northern() *report.Submission {
	return &report.Submission{
		Delregion: "norr", Year: 2023,
		Delivery:     report.Delivery{Status: report.Decided, Date: period.Date{Year: 2024, Month: 2, Day: 1}, Source: ref("berattelse")},
		Organisation: report.Organisation{Steering: "Styrgruppen", Plan: "2024–2025"},
		Groups:       []report.Group{{ID: "g", Name: "Gruppen", Level: "lokal"}},
		Goals: []report.Goal{
			{ID: "trygg", Assessment: report.PartReached, Comment: "Går *framåt*."},
			{ID: "eget", Name: "Ett eget mål", Area: ref("aldre")},
		},
		Measurements: []report.Measurement{{Indicator: report.Indicator{ID: "kompletta"}, Numerator: value(70), Denominator: value(100),
			Comment: "Bättre rutin."}},
		Deviations: report.Deviations{Total: value(40), System: "Systemet",
			Dimensions: []report.Breakdown{{Dimension: "process", Parts: []report.Part{{Name: "utskrivning", Value: value(30)}}}}},
		Activities: []report.Activity{
			{What: "Utbilda", When: report.Period{Period: period.OfYear(2023)}, Status: report.Done, Fardplan: []report.Ref{ref("proaktiv")}},
			{What: "Kartlägga", Heading: "Del två"},
		},
		Budget: []report.BudgetPost{{Post: "Processledare", Amount: value(1500), Unit: report.Tkr}},
	}
}

func southern() *report.Submission {
	return &report.Submission{
		Delregion: "soder", Year: 2023, Delivery: report.Delivery{Source: ref("berattelse")},
		Goals: []report.Goal{{ID: "trygg"}},
		Measurements: []report.Measurement{
			{Indicator: report.Indicator{ID: "liten", Name: "En liten", Unit: report.Percent, Direction: report.HigherIsBetter},
				Numerator: value(3), Denominator: value(41)},
			{Indicator: report.Indicator{ID: "annat", Name: "Ett annat mått", Unit: report.Percent, Direction: report.HigherIsBetter,
				Goals: []report.Ref{ref("trygg")}}, Numerator: value(20), Denominator: value(80)}},
		Deviations: report.Deviations{Total: report.Value{Kind: report.Missing}, Comment: "Inga antal."},
	}
}

func western() *report.Submission {
	return &report.Submission{Delregion: "vaster", Year: 2023, Delivery: report.Delivery{Source: ref("berattelse")},
		Measurements: []report.Measurement{{Indicator: report.Indicator{ID: "kompletta"}, Numerator: value(50), Denominator: value(90)}}}
}

func narratives() []*report.Narrative {
	return []*report.Narrative{
		{File: "content/2023/lan.md", Year: 2023, Owner: report.CountyID, Title: "Länets år", Lead: "Ett år i länet.",
			Body: "## Sammanfattning\n\nLänet i stort: {{kompletta}}.\n", BodyLine: 1},
		{File: "content/2023/norr.md", Year: 2023, Owner: "norr", Lead: "Norr i korthet.", BodyLine: 1,
			Body: "## Arbetet\n\nUtfallet var {{kompletta}}, se [Söder](soder.md).\n\n```diagram\nindikator = \"kompletta\"\n```\n\n```aktiviteter\n```\n"},
		{File: "content/2023/soder.md", Year: 2023, Owner: "soder", Body: "# Litet\n\nAntalet var {{liten.taljare}}.\n", BodyLine: 1},
		{File: "content/2023/norr/barn.md", Year: 2023, Owner: "norr", Chapter: "barn", Title: "Barn", Body: "## Läget\n\nText.\n", BodyLine: 1},
		{File: "content/om.md", Path: "om", Title: "Om rapporten", Body: "Mer finns i [metoden](/metod/).\n", BodyLine: 1},
	}
}

func input() Input {
	c := county()
	return Input{Comparison: compare.Compare(c), Narratives: c.Narratives, Charts: drawnCharts{}, Layouts: layouts.FS, Version: "prov"}
}
