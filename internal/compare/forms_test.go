package compare

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"samverkan/internal/period"
	"samverkan/internal/report"
)

func numberOf(n float64) report.Value { return report.Value{Kind: report.Number, Number: n} }

func parts(counts map[string]float64, order ...string) []report.Part {
	var ps []report.Part
	for _, name := range order {
		ps = append(ps, report.Part{Name: name, Value: numberOf(counts[name])})
	}
	return ps
}

// formsYear is what one submission's forms compare to.
func formsYear(sub *report.Submission) (*Comparison, *Year) {
	sub.Delregion, sub.Year = report.CountyID, 2025
	c := Compare(&report.County{
		Site:        report.Site{County: "Provlän", Statistics: report.Statistics{MinCount: 5, Confidence: 0.95}},
		Delregioner: []report.Delregion{{ID: "norr", Name: "Norr"}},
		Catalogue:   report.Catalogue{Units: []report.Term{{ID: "skas", Name: "SkaS"}, {ID: "nu", Name: "NU-sjukvården"}, {ID: "su", Name: "SU"}}},
		Submissions: []*report.Submission{sub}, Years: []int{2025},
	})
	return c, c.Years[0]
}

// TestBoard: a unit that left the template, and one that wrote nothing, haven't reported.
func TestBoard(t *testing.T) {
	const area = "Kunskapsstöd"
	_, y := formsYear(&report.Submission{Situations: []report.Situation{
		{Unit: report.Ref{ID: "skas"}, PartArea: area, Light: "gul", Done: []string{"Kartlagt"}, Ongoing: []string{"Prövar", "Xxx"}},
		{Unit: report.Ref{ID: "nu"}, PartArea: area, Done: []string{"Xxx", "xx"}, Planned: []string{"xxxxx."}},
	}})
	b := y.Forms.Board
	if got := b.Areas[0].Silent; !slices.Equal(got, []string{"NU-sjukvården", "SU"}) {
		t.Errorf("inte redovisat: %v", got)
	}
	if got := b.Table.Rows[0].Cells[0]; got.Text != "gul: 1\u00a0gjort, 1\u00a0pågår" || got.Tone != Partly {
		t.Errorf("SkaS: %q, %v", got.Text, got.Tone)
	}
	if got := b.Table.Rows[1].Cells[0]; got.Text != "ej redovisat" || got.Tone != Lacking {
		t.Errorf("NU: %q, %v", got.Text, got.Tone)
	}
	if b.Sentence != "1 av 3 enheter har redovisat läget för ”Kunskapsstöd”." {
		t.Errorf("mening: %s", b.Sentence)
	}
}

// TestRoadMap: stages in time with the vision last; years that a span covers aren't
// shown as lacking.
func TestRoadMap(t *testing.T) {
	span, err := period.Parse("2026–2027")
	if err != nil {
		t.Fatal(err)
	}
	_, y := formsYear(&report.Submission{Effects: []report.Effect{
		{PartArea: "A", Vision: true, Year: 2028, Text: "Allt."},
		{PartArea: "A", Period: report.Period{Period: span}, Text: "Båda åren."},
		{PartArea: "A", Year: 2025, Text: "Först.", Status: report.Done},
		{PartArea: "B", Year: 2026, Text: "Ett år."},
		{PartArea: "C", Kind: report.Milestone, Year: 2024, Text: "En milstolpe."},
	}})
	if len(y.Forms.RoadMaps) != 2 {
		t.Fatalf("%d vägkartor", len(y.Forms.RoadMaps))
	}
	m := y.Forms.RoadMaps[0]
	var names []string
	for _, s := range m.Stages {
		names = append(names, s.Name)
	}
	if !slices.Equal(names, []string{"2025", "2026", "2026–2027", "Vision 2028"}) {
		t.Errorf("steg: %v", names)
	}
	if m.Areas[0].Awaits(m.Stages, 1) {
		t.Error("2026 saknas i A fast 2026–2027 är redovisat")
	}
	if !m.Areas[1].Awaits(m.Stages, 0) {
		t.Error("2025 saknas i B men visas inte så")
	}
	if !strings.Contains(m.Sentence, "4 effektmål i 2 områden") {
		t.Errorf("mening: %s", m.Sentence)
	}
}

func surveyOf(total float64, dims map[string][]report.Part) *report.Submission {
	s := report.Survey{Question: "Vad är viktigt?", Respondents: numberOf(total)}
	for _, name := range slices.Sorted(func(yield func(string) bool) {
		for k := range dims {
			if !yield(k) {
				return
			}
		}
	}) {
		s.Distributions = append(s.Distributions, report.Breakdown{Dimension: name, Parts: dims[name]})
	}
	return &report.Submission{Surveys: []report.Survey{s}}
}

// TestSurvey holds the source's own survey (1 225 answers) against its total.
func TestSurvey(t *testing.T) {
	role := map[string]float64{"Förändringsambassadör": 51, "Verksamhetsexpert": 56, "Millenniumcoach": 155, "Utbildare": 7, "Övriga": 956}
	_, y := formsYear(surveyOf(1225, map[string][]report.Part{
		"Roll":   parts(role, "Förändringsambassadör", "Verksamhetsexpert", "Millenniumcoach", "Utbildare", "Övriga"),
		"System": parts(map[string]float64{"SAMSA": 700, "Annat": 500}, "SAMSA", "Annat"),
	}))
	s := y.Forms.Surveys[0]
	if got := s.Dimensions[0].Sentence; !strings.Contains(got, "956 av 1") || !strings.Contains(got, "tillsammans alla svarande") {
		t.Errorf("mening: %s", got)
	}
	if got := s.Dimensions[0].Rows[0].Cells[4].Basis; got != "78\u202f%" {
		t.Errorf("andel: %q", got)
	}
	second := s.Dimensions[1]
	if got := second.Columns[2].ID; got != unaccounted || second.Rows[0].Cells[2].Number != 25 {
		t.Errorf("resten är %s, %v", got, second.Rows[0].Cells[2].Number)
	}
	if len(second.Notes) != 1 || !strings.Contains(second.Notes[0], "25 av 1") {
		t.Errorf("skillnaden förklaras inte: %v", second.Notes)
	}
}

// TestSurveyMasked attacks surveys with small parts, in one and in several dimensions,
// and with a remainder that is small itself.
func TestSurveyMasked(t *testing.T) {
	for name, dims := range map[string]map[string][]report.Part{
		"one small part":    {"Roll": parts(map[string]float64{"A": 40, "B": 57, "C": 3}, "A", "B", "C")},
		"two dimensions":    {"Roll": parts(map[string]float64{"A": 40, "B": 57, "C": 3}, "A", "B", "C"), "Ort": parts(map[string]float64{"X": 98, "Y": 2}, "X", "Y")},
		"small remainder":   {"Roll": parts(map[string]float64{"A": 40, "B": 58}, "A", "B")},
		"all small but one": {"Roll": parts(map[string]float64{"A": 1, "B": 2, "C": 97}, "A", "B", "C")},
	} {
		c, y := formsYear(surveyOf(100, dims))
		if leaks := AttackOf(c); len(leaks) > 0 {
			t.Errorf("%s: %v", name, leaks)
		}
		masked := 0
		for _, table := range y.Forms.Surveys[0].Dimensions {
			for _, cell := range table.Rows[0].Cells {
				if cell.State == Masked {
					masked++
				}
				if cell.State == Masked && (cell.Basis != "" || cell.Number != 0) {
					t.Errorf("%s: en maskerad ruta har spår kvar: %+v", name, cell)
				}
			}
			if masked > 0 && strings.Contains(table.Sentence, "tillsammans") {
				t.Errorf("%s: %s", name, table.Sentence)
			}
		}
		if masked < 2 {
			t.Errorf("%s: %d maskerade rutor räcker inte", name, masked)
		}
	}
}

// TestSubprojects: what is said, what is answered no and what isn't said are three
// different things.
func TestSubprojects(t *testing.T) {
	yes, no := true, false
	_, y := formsYear(&report.Submission{Subprojects: []report.Subproject{
		{Number: 13, Name: "Ablationer", Status: "uppfoljt", Participants: []report.Ref{{ID: "skas"}, {ID: "norr"}},
			FollowUps: []report.FollowUp{{Result: "Utvecklats positivt."}},
			Checklist: report.Checklist{Assignment: &yes, PatientRep: &no, Choices: "Ett val."}},
		{Number: 2, Name: "Axelkirurgi"},
	}})
	s := y.Forms.Subprojects
	if s.Items[0].Number != 2 || !slices.Equal(s.Items[1].Participants, []string{"SkaS", "Norr"}) {
		t.Errorf("register: %+v", s.Items)
	}
	row := s.Checklist.Rows[1]
	var got []string
	for _, c := range row.Cells[1:8] {
		got = append(got, c.Text)
	}
	if !slices.Equal(got, []string{"dokumenterat", "ej redovisat", "ej redovisat", "ej redovisat", "nej", "ej redovisat", "dokumenterat"}) {
		t.Errorf("checklista: %v", got)
	}
	if sum := s.Checklist.Rows[2]; !sum.Total || sum.Cells[1].Text != "1 av 1" || sum.Cells[5].Text != "0 av 1" || sum.Cells[2].Text != "ej redovisat" {
		t.Errorf("summa, av dem som svarat: %+v", sum.Cells)
	}
	if want := "2 delprojekt är redovisade: 1 uppföljt och 1 utan redovisad status; 1 har en redovisad uppföljning."; s.Sentence != want {
		t.Errorf("mening: %s", s.Sentence)
	}
}

// TestSubprojectToldTwice: what two submissions tell of one delprojekt stands in one row
// that names both; what they contradict each other about isn't decided for them.
func TestSubprojectToldTwice(t *testing.T) {
	yes, no := true, false
	when := func(text string) report.Period {
		p, err := period.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		return report.Period{Period: p}
	}
	c := &report.County{Delregioner: register(2), Years: []int{2023}, Submissions: []*report.Submission{
		{Delregion: "d1", Year: 2023, Subprojects: []report.Subproject{
			{Number: 13, Name: "Ablationer", Status: "uppfoljt", Decided: when("Hösten 2019"), Participants: []report.Ref{{ID: "d1"}}, Comment: "Gick bra.",
				FollowUps: []report.FollowUp{{Date: when("Hösten 2020"), Result: "Positivt."}},
				Checklist: report.Checklist{Assignment: &yes, PatientRep: &yes, Choices: "Ett val."}},
			{Number: 1, Name: "Bara här", Status: "pagaende"}}},
		{Delregion: "d2", Year: 2023, Subprojects: []report.Subproject{
			{Name: "ablationer ", Status: "pagaende", Decided: when("2019-10-01"), Participants: []report.Ref{{ID: "d1"}, {ID: "d2"}}, Comment: "Gick trögt.",
				FollowUps: []report.FollowUp{{Date: when("Hösten 2020"), Result: "Positivt."}, {Date: when("Hösten 2019"), Result: "För tidigt."}},
				Checklist: report.Checklist{PatientRep: &no, FinalReport: &yes, Choices: "Ett annat."}},
			{Number: 2, Name: "Bara här"}}},
	}}
	s := Compare(c).Years[0].Forms.Subprojects
	if len(s.Items) != 3 || len(s.Told) != 4 { // "Bara här" has two numbers, and is two
		t.Fatalf("%d in the register of %d told", len(s.Items), len(s.Told))
	}
	p := s.Items[2]
	if len(p.Owners) != 2 || p.Number != 13 || p.Decided.Text != "2019-10-01" || !slices.Equal(p.Participants, []string{"D1", "D2"}) {
		t.Errorf("put together: %+v", p)
	}
	if len(p.FollowUps) != 2 || p.FollowUps[0].Result != "För tidigt." {
		t.Errorf("follow-ups: %+v", p.FollowUps)
	}
	if word, _ := p.State(); word != "redovisas olika" || p.Status != "" {
		t.Errorf("status %q, %q", word, p.Status)
	}
	var about []string
	for _, x := range p.Conflicts {
		about = append(about, x.Key+": "+x.Said[0].By.Name+" "+x.Said[0].Text+", "+x.Said[1].By.Name+" "+x.Said[1].Text)
	}
	if want := []string{"status: D1 uppföljt, D2 pågående", "patientforetradare: D1 dokumenterat, D2 nej"}; !slices.Equal(about, want) {
		t.Errorf("conflicts %q, want %q", about, want)
	}
	answers := map[string]Check{}
	for _, l := range p.Checklist {
		answers[l.Key] = l
	}
	if answers["uppdrag_dokumenterat"].Answer != Yes || answers["slutrapport"].Answer != Yes || answers["patientforetradare"].Answer != Differs ||
		answers["vagval"].Text != "D1: Ett val. D2: Ett annat." || p.Documented != 3 {
		t.Errorf("checklist: %+v", p.Checklist)
	}
	told := s.Told[2]
	if told.Name != "ablationer " || told.Status != "pagaende" || told.Also[0].ID != "d1" || told.Item != p.ID {
		t.Errorf("told by the second: %+v", told)
	}
	if want := "3 delprojekt är redovisade: 1 pågående, 1 med olika status hos dem som redovisar och 1 utan redovisad status; 1 har en redovisad uppföljning."; s.Sentence != want {
		t.Errorf("sentence %q", s.Sentence)
	}
	if got := FormatNumber(s.Status.Rows[0].Cells[len(s.Status.Rows[0].Cells)-2].Number, 0); got != "1" {
		t.Errorf("%s told differently in the table", got)
	}
}

// TestChecklistSentence: what nobody has answered is never called undocumented.
func TestChecklistSentence(t *testing.T) {
	yes, no := true, false
	full := report.Checklist{Manual: &yes, Assignment: &yes, Notes: &yes, FinalReport: &yes, Experts: &yes, PatientRep: &yes,
		EffectsOnOthers: "Inga.", Choices: "Ett.", SoftResults: "Tillit.", Communication: &yes, AnchoredInTheRun: &yes}
	for _, c := range []struct {
		name  string
		lists []report.Checklist
		want  string
	}{
		{"nothing answered", []report.Checklist{{}, {}, {}}, "Checklistan är inte ifylld för något delprojekt."},
		{"one of three", []report.Checklist{{Assignment: &yes, PatientRep: &no}, {}, {}},
			"Checklistan är ifylld, helt eller delvis, för 1 av 3 delprojekt; inget har allt dokumenterat; 9 frågor har ingen svarat på."},
		{"several", []report.Checklist{full, {Assignment: &yes, PatientRep: &no}, {Assignment: &no, PatientRep: &no}},
			"Checklistan är ifylld, helt eller delvis, för 3 av 3 delprojekt; 1 har allt dokumenterat; mest sällan dokumenterat är ”patient eller närstående”, 1 av 3 som svarat."},
		{"the only one", []report.Checklist{full}, "Checklistan är ifylld, helt eller delvis, för delprojektet; 1 har allt dokumenterat."},
	} {
		var projects []report.Subproject
		for i, l := range c.lists {
			projects = append(projects, report.Subproject{Name: strconv.Itoa(i), Checklist: l})
		}
		_, y := formsYear(&report.Submission{Subprojects: projects})
		if got := y.Forms.Subprojects.Checklist.Sentence; got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestChecklistAsksTheContract: what is compared is every question of the contract, in
// its order.
func TestChecklistAsksTheContract(t *testing.T) {
	var want, got []string
	contract := reflect.TypeFor[report.Checklist]()
	for i := range contract.NumField() {
		if key, ok := contract.Field(i).Tag.Lookup("toml"); ok {
			want = append(want, key)
		}
	}
	for _, c := range checklistOf(report.Checklist{}) {
		got = append(got, c.Key)
	}
	if !slices.Equal(got, want) {
		t.Errorf("the checklist compares %v, the contract asks %v", got, want)
	}
}
