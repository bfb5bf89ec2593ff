package report

import "samverkan/internal/period"

// Catalogue is data/katalog.toml: what all delregioner share.
type Catalogue struct {
	Node
	Areas      []Term      `toml:"malomrade,id" sv:"Målområden som mål, indikatorer och aktiviteter sorteras efter."`
	Fardplan   []Term      `toml:"fardplan,id" sv:"Färdplanens områden."`
	Goals      []Goal      `toml:"mal,id" sv:"Mål som flera delregioner delar."`
	Indicators []Indicator `toml:"indikator,id" sv:"Indikatorer som alla delregioner rapporterar."`
	Deviations []Dimension `toml:"avvikelse,id" sv:"Koder för avvikelser, per dimension: process, orsak, atgard eller länets egna."`
	Units      []Term      `toml:"enhet,id" sv:"Enheter som lämnar lägesrapport men inte är delregioner."`
	Sources    []Source    `toml:"kalla,id" sv:"Källor som uppgifterna kommer ur."`
}

// Term is a named entry of the catalogue.
type Term struct {
	Node
	ID          string `toml:"-"`
	Name        string `toml:"namn" sv:"Namn som visas."`
	Description string `toml:"beskrivning" sv:"Kort förklaring."`
}

// Dimension is a way of sorting deviations: by process, cause or action taken.
type Dimension struct {
	Node
	ID    string `toml:"-"`
	Codes []Term `toml:"*" sv:"Koderna i dimensionen."`
}

// Source is a document that figures come from.
type Source struct {
	Node
	ID        string      `toml:"-"`
	Name      string      `toml:"namn" sv:"Dokumentets namn."`
	Publisher string      `toml:"utgivare" sv:"Vem som gett ut det."`
	Date      period.Date `toml:"datum" sv:"Dokumentets datum."`
	Link      string      `toml:"lank" sv:"Adress på nätet, om den finns."`
}

// Unit is what a figure is measured in.
type Unit string

// The units of the contract.
const (
	Percent Unit = "procent"
	Count   Unit = "antal"
	Days    Unit = "dagar"
	Hours   Unit = "timmar"
	Kronor  Unit = "kronor"
	Tkr     Unit = "tkr"
	Per1000 Unit = "per-1000"
	Index   Unit = "index"
)

// Choices lists the units with the word that follows a figure.
func (Unit) Choices() []Choice {
	return []Choice{
		{string(Percent), "procent"}, {string(Count), "antal"}, {string(Days), "dagar"},
		{string(Hours), "timmar"}, {string(Kronor), "kronor"}, {string(Tkr), "tusen kronor"},
		{string(Per1000), "per 1 000"}, {string(Index), "index"},
	}
}

// Direction says which way is better.
type Direction string

// The directions of the contract.
const (
	HigherIsBetter Direction = "hogre"
	LowerIsBetter  Direction = "lagre"
	NoDirection    Direction = "ingen"
)

// Choices lists the directions.
func (Direction) Choices() []Choice {
	return []Choice{
		{string(HigherIsBetter), "högre är bättre"},
		{string(LowerIsBetter), "lägre är bättre"},
		{string(NoDirection), "varken högre eller lägre är bättre"},
	}
}

// Indicator defines what is measured. It stands in the catalogue when it is shared,
// in a submission when it is the delregion's own.
type Indicator struct {
	Node
	ID          string     `toml:"-"`
	Name        string     `toml:"namn" sv:"Indikatorns namn."`
	Definition  string     `toml:"definition" sv:"Vad som mäts, så att två personer räknar lika."`
	Unit        Unit       `toml:"enhet" sv:"Måttenhet."`
	Direction   Direction  `toml:"riktning" sv:"Vilket håll som är bättre."`
	Target      YearValues `toml:"malvarde" sv:"Målvärde: ett tal, eller ett per år: { 2022 = 75, 2023 = 80 }."`
	Goals       []Ref      `toml:"mal" sv:"Målen som indikatorn följer upp."`
	Areas       []Ref      `toml:"malomrade" sv:"Målområden."`
	Fardplan    []Ref      `toml:"fardplan" sv:"Områden i färdplanen."`
	Source      Ref        `toml:"kalla" sv:"Källa: ett id i katalogens källregister eller fri text."`
	AboutNum    string     `toml:"om_taljare" sv:"Vad täljaren räknar."`
	AboutDenom  string     `toml:"om_namnare" sv:"Vad nämnaren räknar."`
	Caveats     string     `toml:"forbehall" sv:"Vad läsaren bör veta innan hen jämför."`
	MinCount    int        `toml:"minsta_antal" sv:"Egen gräns för maskering, högre eller lägre än webbplatsens."`
	NotPeople   *bool      `toml:"sekretess" sv:"false när det som räknas inte är människor eller ärenden; då maskeras inget."`
	Census      bool       `toml:"totalundersokning" sv:"true när det som räknas är få och kända enheter, till exempel delregionens kommuner, och alla är räknade. Då visas inget osäkerhetsintervall."`
	Beside      FormKey    `toml:"visas_med" sv:"Redovisningen vars sida siffran också ska stå på, till exempel hur många delprojekt som startats."`
	DefinedFrom int        `toml:"definition_fran" sv:"Året då definitionen senast ändrades."`
}

// Secret reports whether small counts of the indicator must be masked.
func (i Indicator) Secret() bool { return i.NotPeople == nil || *i.NotPeople }

// Exact reports whether chance has no part in the indicator's figures: every unit that
// there is has been counted, or it is a plain number of things (clinics, courses), not
// of people or cases.
func (i Indicator) Exact() bool { return i.Census || (i.Unit == Count && !i.Secret()) }

// Goal is what delregioner want to reach: shared when it stands in the catalogue,
// a delregion's own, or its work with a shared one.
type Goal struct {
	Node
	ID         string     `toml:"id" sv:"Ett gemensamt mål ur katalogen, eller ett eget id (små bokstäver a–z, siffror, bindestreck)."`
	Name       string     `toml:"namn" sv:"Målets lydelse. Bara för egna mål; ett gemensamt har sin i katalogen."`
	Area       Ref        `toml:"malomrade" sv:"Målområde."`
	Fardplan   []Ref      `toml:"fardplan" sv:"Områden i färdplanen."`
	Group      Ref        `toml:"grupp" sv:"Gruppen som har målet."`
	Indicators []Ref      `toml:"indikatorer" sv:"Indikatorerna som visar om målet nås."`
	Assessment Assessment `toml:"bedomning" sv:"Er egen bedömning av om målet nåddes."`
	Comment    string     `toml:"kommentar" sv:"Förklaring, i Markdown."`
	Source     Ref        `toml:"kalla" sv:"Källa, om den är en annan än inlämningens."`
	Year       int        `toml:"malar" sv:"Året då målet ska vara nått."`
}

// Assessment is a delregion's own judgement of a goal.
type Assessment string

// The assessments of the contract.
const (
	NotAssessed Assessment = "" // nothing said
	Reached     Assessment = "uppnatt"
	PartReached Assessment = "delvis"
	NotReached  Assessment = "ej-uppnatt"
	CantAssess  Assessment = "gar-ej-att-bedoma"
)

// Choices lists the assessments.
func (Assessment) Choices() []Choice {
	return []Choice{
		{string(Reached), "uppnått"}, {string(PartReached), "delvis uppnått"},
		{string(NotReached), "ej uppnått"}, {string(CantAssess), "går ej att bedöma"},
	}
}
