// Package report is the domain: what coordinators report and what the county shares.
// No I/O, no TOML, no HTML. The types are also the contract: the tag `toml` is the
// key a coordinator writes, the tag `sv` explains it to her in Swedish (the JSON
// Schema, the templates and the handbook are made from both). A field tagged
// `toml:"name,id"` is a table of tables: [name.some-id]; each item's ID is the key.
//
// Glossary
//
//	County (län)                  the whole site: register, catalogue, years
//	Delregion (delregion)         part of a county where region and municipalities collaborate
//	Submission (inlämning)        what one delregion reports for one year
//	Goal (mål)                    what a delregion wants to reach
//	Indicator (indikator)         what is measured, with definition, unit, direction and target
//	Measurement (mätning)         an indicator's outcome in one submission
//	Deviation (avvikelse)         a reported failure in the collaboration around a patient
//	Activity (aktivitet)          what is done, planned against done
//	Area (målområde)              subject or group that goals are sorted by
//	Fardplan (färdplan)           area of the county's road map towards nära vård
//	Group (grupp)                 collaboration group with its own goals and activities
//	Unit (enhet)                  organisation that reports a status but is no delregion
//	Situation (läge)              a unit's traffic report (trafikrapport) for one part area
//	Target effect (effektmål)     what an area is to have achieved, year by year
//	Subproject (delprojekt)       project with decisions, follow-ups and checklist
//	Survey (enkät)                distribution of answers
//	Narrative (berättelse)        a Markdown text that belongs to a submission or the county
package report

import (
	"net/url"
	"strings"

	"samverkan/internal/diag"
	"samverkan/internal/period"
)

// CountyID is the reserved name of the county's own submission and narrative.
const CountyID = "lan"

// County is everything that the site's files say.
type County struct {
	Site        Site
	Delregioner []Delregion // in the register's order, which is the site's
	Catalogue   Catalogue
	Submissions []*Submission // by year, then register order; the county's own last in its year
	Narratives  []*Narrative  // by file
	Years       []int         // every year that has a file, ascending
	Files       []string      // every file that was read, sorted
	Raw         []RawFile     // the text of each, in the same order
}

// RawFile is a file's text as it stands, comments and all, after its encoding and line
// breaks have been evened out. Positions count in it.
type RawFile struct {
	File string
	Text string
}

// Site is data/samverkan.toml.
type Site struct {
	Node
	Title         string        `toml:"titel" sv:"Webbplatsens rubrik, t.ex. \"Årsrapport för vårdsamverkan i Västra Götaland\"."`
	County        string        `toml:"lan" sv:"Länets namn."`
	Publisher     string        `toml:"utgivare" sv:"Den som ger ut rapporten."`
	BaseURL       string        `toml:"bas_url" sv:"Adressen där webbplatsen publiceras. Behövs bara för webbplatskarta, flöde, kanoniska länkar och bilder till delade länkar; sidorna har relativa länkar."`
	Example       bool          `toml:"exempel" sv:"true när hela webbplatsen är ett påhittat exempel. Varje sida, diagram och nedladdning märks."`
	Contact       Contact       `toml:"kontakt" sv:"Vart läsaren vänder sig."`
	Statistics    Statistics    `toml:"statistik" sv:"Regler för små tal, osäkerhet och tal per invånare."`
	Accessibility Accessibility `toml:"tillganglighet" sv:"Underlag för tillgänglighetsredogörelsen."`
	Sources       []Source      `toml:"-"`
}

// Root is where the site stands at its server, escaped: "/arsrapport/"; "" without bas_url.
func (s Site) Root() string {
	u, err := url.Parse(s.BaseURL)
	if err != nil || s.BaseURL == "" {
		return ""
	}
	return "/" + strings.TrimPrefix(strings.TrimSuffix(u.EscapedPath(), "/")+"/", "/")
}

// Contact is a function that readers may turn to, not a person.
type Contact struct {
	Node
	Name  string `toml:"namn" sv:"Funktion, inte person, t.ex. \"Kansliet\"."`
	Email string `toml:"epost" sv:"Funktionsadress."`
	Phone string `toml:"telefon" sv:"Telefonnummer till funktionen."`
}

// Statistics are the rules for what may be shown and how sure it is.
type Statistics struct {
	Node
	MinCount      int     `toml:"minsta_antal" sv:"Antal under detta (men inte noll) maskeras i allt som publiceras. Förvalt 5."`
	Confidence    float64 `toml:"konfidens" sv:"Konfidensgrad mellan 0 och 1. Förvalt 0,95."`
	PerInhabitant int     `toml:"per_invanare" sv:"Tal per så många invånare. Förvalt 1000."`
}

// Accessibility is what the accessibility statement needs to say.
type Accessibility struct {
	Node
	Status   Conformance `toml:"status" sv:"Hur väl webbplatsen följer kraven."`
	Gaps     []string    `toml:"brister" sv:"Kända brister, en mening var, med skäl."`
	Assessed period.Date `toml:"granskad" sv:"Datum för senaste granskning."`
	Method   string      `toml:"metod" sv:"Hur granskningen gjordes."`
}

// Conformance is how far the site meets the accessibility requirements.
type Conformance string

// Choices lists the three grades of the law.
func (Conformance) Choices() []Choice {
	return []Choice{{"helt", "helt förenlig"}, {"delvis", "delvis förenlig"}, {"inte", "inte förenlig"}}
}

// Delregion is an entry of data/delregioner.toml.
type Delregion struct {
	Node
	ID             string     `toml:"-"`
	Name           string     `toml:"namn" sv:"Kort namn, som i diagram och tabeller."`
	FullName       string     `toml:"fullt_namn" sv:"Fullständigt namn."`
	Municipalities []string   `toml:"kommuner" sv:"Kommunerna i delregionen."`
	Inhabitants    YearValues `toml:"invanare" sv:"Invånare per år. Utan uppgift visas inga tal per invånare."`
}

// Title is the full name where there is one, else the short.
func (d Delregion) Title() string {
	if d.FullName != "" {
		return d.FullName
	}
	return d.Name
}

// YearValues are figures per year, ascending.
type YearValues []YearValue

// YearValue is the figure of one year; Year 0 stands for every year.
type YearValue struct {
	Year int
	Value
}

// For gives the value that holds for year: its own, else the one for every year.
func (ys YearValues) For(year int) Value {
	var any Value
	for _, y := range ys {
		if y.Year == year {
			return y.Value
		}
		if y.Year == 0 {
			any = y.Value
		}
	}
	return any
}

// Narrative is a Markdown file: a delregion's or the county's text for a year, a
// further chapter of it, or an ordinary page.
type Narrative struct {
	Node              // of the front matter
	File     string   // slash-separated, relative to the site's folder
	Year     int      // 0 for an ordinary page
	Owner    string   // id of the delregion, or CountyID; "" for an ordinary page
	Chapter  string   // id of a further chapter; "" for the main text
	Path     string   // for an ordinary page: its address without extension, e.g. "handbok/borja"
	Title    string   `toml:"titel" sv:"Textens rubrik."`
	Lead     string   `toml:"ingress" sv:"Inledande mening."`
	Order    int      `toml:"ordning" sv:"Plats bland kapitlen; annars filnamnsordning."`
	Group    Ref      `toml:"grupp" sv:"Gruppen som kapitlet handlar om."`
	Body     string   // Markdown after the front matter
	BodyLine int      // the line of the file where Body begins, from 1
	BodyPos  diag.Pos // the same as a position
}
