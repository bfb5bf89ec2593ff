package report

import (
	"strings"

	"samverkan/internal/period"
)

// FormKey is the key of a form that has a page of its own.
type FormKey string

// Choices lists the forms.
func (FormKey) Choices() []Choice {
	return []Choice{
		{"lage", "lägesrapporter"}, {"effektmal", "effektmål"}, {"delprojekt", "delprojekt"},
		{"enkat", "enkäter"}, {"budget", "budget"},
	}
}

// Situation is a unit's traffic report for one part area on one day.
type Situation struct {
	Node
	Unit      Ref         `toml:"enhet" sv:"Enheten, ur katalogen."`
	PartArea  string      `toml:"delomrade" sv:"Delområdet som läget gäller."`
	Date      period.Date `toml:"datum" sv:"Dag som läget gäller."`
	Light     Light       `toml:"ljus" sv:"Trafikljus, om ni använder det."`
	Done      []string    `toml:"gjort" sv:"Gjort sedan tidigare."`
	Ongoing   []string    `toml:"pagaende" sv:"Pågående aktiviteter."`
	Planned   []string    `toml:"planerat" sv:"Planerade aktiviteter."`
	Obstacles []string    `toml:"hinder" sv:"Hinder och utmaningar."`
	Source    Ref         `toml:"kalla" sv:"Källa, om den är en annan än inlämningens."`
}

// Light is a traffic light.
type Light string

// Choices lists the lights.
func (Light) Choices() []Choice {
	return []Choice{{"gron", "grön"}, {"gul", "gul"}, {"rod", "röd"}}
}

// Effect is what an area is to have achieved by a year, or in the long run.
type Effect struct {
	Node
	PartArea string         `toml:"delomrade" sv:"Delområdet."`
	Kind     EffectKind     `toml:"slag" sv:"Vad det är; utan slag är det ett effektmål."`
	Year     int            `toml:"ar" sv:"Året då det ska vara uppnått."`
	Period   Period         `toml:"period" sv:"I stället för år, när det gäller flera: \"2026–2027\"."`
	Vision   bool           `toml:"vision" sv:"true för den långsiktiga visionen."`
	Text     string         `toml:"text" sv:"Vad som då ska vara uppnått."`
	Status   ActivityStatus `toml:"status" sv:"Hur långt det kommit."`
	Comment  string         `toml:"kommentar" sv:"Förklaring."`
	Source   Ref            `toml:"kalla" sv:"Källa, om den är en annan än inlämningens."`
}

// EffectKind is what sort of entry of the road map an effect is.
type EffectKind string

// The kinds of the contract; "" is a target effect.
const (
	TargetEffect EffectKind = "effektmal"
	Milestone    EffectKind = "milstolpe"
	TargetImage  EffectKind = "malbild"
)

// Choices lists the kinds.
func (EffectKind) Choices() []Choice {
	return []Choice{{string(TargetEffect), "effektmål"}, {string(Milestone), "milstolpe"}, {string(TargetImage), "målbild"}}
}

// Subproject is a project with decisions, follow-ups and a checklist.
type Subproject struct {
	Node
	Number       int              `toml:"nr" sv:"Delprojektets nummer."`
	Name         string           `toml:"namn" sv:"Delprojektets namn."`
	Status       SubprojectStatus `toml:"status" sv:"Hur långt det kommit."`
	Decided      Period           `toml:"beslut" sv:"När det beslutades: en dag, eller som man skriver: \"Hösten 2019\"."`
	Participants []Ref            `toml:"deltagare" sv:"Deltagande delregioner."`
	FollowUps    []FollowUp       `toml:"uppfoljning" sv:"Uppföljningar."`
	Checklist    Checklist        `toml:"checklista" sv:"Den inbyggda checklistan."`
	Comment      string           `toml:"kommentar" sv:"Förklaring."`
	Source       Ref              `toml:"kalla" sv:"Källa, om den är en annan än inlämningens."`
}

// Same reports whether two submissions tell of the same subproject: by its name, unless
// their numbers differ. Numbers alone don't do, since a delregion may number its own.
func (p Subproject) Same(q Subproject) bool {
	name := func(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
	return name(p.Name) == name(q.Name) && (p.Number == q.Number || p.Number == 0 || q.Number == 0)
}

// SubprojectStatus is how far a subproject has come.
type SubprojectStatus string

// Choices lists the statuses.
func (SubprojectStatus) Choices() []Choice {
	return []Choice{
		{"initierat", "initierat"}, {"pagaende", "pågående"}, {"slutrapporterat", "slutrapporterat"},
		{"uppfoljt", "uppföljt"}, {"avslutat", "avslutat"},
	}
}

// FollowUp is one follow-up of a subproject.
type FollowUp struct {
	Node
	Date   Period `toml:"datum" sv:"När: en dag, eller som man skriver: \"Hösten 2020\"."`
	Result string `toml:"resultat" sv:"Vad uppföljningen visade."`
}

// Checklist is what a subproject, or a submission as a whole, should have documented.
// Nil and "" mean: not said.
type Checklist struct {
	Node
	Manual           *bool  `toml:"manual_foljd" sv:"Har arbetet följt den skriftliga instruktionen (manualen) för processen?"`
	Assignment       *bool  `toml:"uppdrag_dokumenterat" sv:"Är uppdraget dokumenterat?"`
	Notes            *bool  `toml:"minnesanteckningar" sv:"Är arbetet dokumenterat under tiden, t.ex. i minnesanteckningar?"`
	FinalReport      *bool  `toml:"slutrapport" sv:"Finns en slutrapport?"`
	Experts          *bool  `toml:"sakkunniga" sv:"Har särskild kompetens funnits med, t.ex. inom ekonomi, HR och juridik, där den behövts?"`
	PatientRep       *bool  `toml:"patientforetradare" sv:"Deltog patient- eller närståendeföreträdare?"`
	EffectsOnOthers  string `toml:"effekter_pa_andra" sv:"Effekter på andra verksamheter, t.ex. undanträngning."`
	Choices          string `toml:"vagval" sv:"Vägval och prioriteringar under arbetet."`
	SoftResults      string `toml:"mjuka_resultat" sv:"Mjuka resultat, t.ex. samarbetsklimat."`
	Communication    *bool  `toml:"kommunikationsplan" sv:"Finns en kommunikationsplan?"`
	AnchoredInTheRun *bool  `toml:"forankring_i_linjen" sv:"Är arbetet förankrat i linjen under hela processen?"`
}

// Truth is a question of the checklist that is answered by yes or no.
type Truth struct {
	Key  string
	Said *bool // nil: not said
}

// Truths are the questions answered by yes or no, in the contract's order.
func (c Checklist) Truths() []Truth {
	return []Truth{
		{"manual_foljd", c.Manual}, {"uppdrag_dokumenterat", c.Assignment}, {"minnesanteckningar", c.Notes},
		{"slutrapport", c.FinalReport}, {"sakkunniga", c.Experts}, {"patientforetradare", c.PatientRep},
		{"kommunikationsplan", c.Communication}, {"forankring_i_linjen", c.AnchoredInTheRun},
	}
}

// Survey is a question with its distribution of answers.
type Survey struct {
	Node
	Question      string      `toml:"fraga" sv:"Frågan som ställdes."`
	Respondents   Value       `toml:"svarande" sv:"Antal svarande."`
	Period        Period      `toml:"period" sv:"När enkäten var öppen."`
	Comment       string      `toml:"kommentar" sv:"Förklaring, t.ex. till en summa som avviker."`
	Source        Ref         `toml:"kalla" sv:"Källa, om den är en annan än inlämningens."`
	Distributions []Breakdown `toml:"fordelning" sv:"Fördelningar: [enkat.fordelning.\"Förvaltning\"]."`
}

// BudgetPost is one post of a budget.
type BudgetPost struct {
	Node
	Post    string `toml:"post" sv:"Vad pengarna gäller."`
	Amount  Value  `toml:"belopp" sv:"Belopp."`
	Unit    Unit   `toml:"enhet" sv:"kronor eller tkr."`
	Comment string `toml:"kommentar" sv:"Förklaring."`
	Source  Ref    `toml:"kalla" sv:"Källa, om den är en annan än inlämningens."`
}
