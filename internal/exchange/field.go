package exchange

import "strconv"

// kind is what a field holds, by the names of the Frictionless table schema.
type kind string

const (
	text    kind = "string"
	number  kind = "number"
	integer kind = "integer"
	boolean kind = "boolean"
	date    kind = "date"
)

// field is a column of every file. CSV, JSON and the schema are all written from the
// same list, so that they can't disagree.
type field struct {
	name  string
	kind  kind
	about string // Swedish
	of    func(r *record) string
}

// fields in the order of the columns: whose, what, when, how much, how sure, why.
var fields = []field{
	{"tabell", text, "Tabellens id; detsamma år från år.", func(r *record) string { return r.table.ID }},
	{"tabellrubrik", text, "Tabellens rubrik.", func(r *record) string { return r.table.Title }},
	{"utgåva", integer, "Årsrapporten som uppgiften är hämtad ur.", func(r *record) string { return strconv.Itoa(r.table.Year) }},
	{"delregion_id", text, "Delregionens id i registret; lan är hela länet.", func(r *record) string { return r.delregion.id }},
	{"delregion", text, "Delregionens namn.", func(r *record) string { return r.delregion.name }},
	{"post_id", text, "Id för det som raden gäller när det inte är en delregion: mål, indikator, kommun, aktivitet.", func(r *record) string { return r.item.id }},
	{"post", text, "Namnet på det som raden gäller när det inte är en delregion.", func(r *record) string { return r.item.name }},
	{"mått_id", text, "Id för det som mäts.", func(r *record) string { return r.measure.id }},
	{"mått", text, "Det som mäts.", func(r *record) string { return r.measure.name }},
	{"år", integer, "Året som uppgiften gäller.", func(r *record) string { return strconv.Itoa(r.year) }},
	{"värde", number, "Siffran, avrundad som på webbplatsen. Tom när det inte finns någon; då säger status varför.", (*record).value},
	{"enhet", text, "Enheten, till exempel procent eller antal.", (*record).unit},
	{"visas", text, "Det som står på webbplatsen: siffran med enhet, ett tecken eller ett ord.", func(r *record) string { return r.cell.Text }},
	{"täljare", number, "Antalet som andelen eller talet är räknat på.", (*record).numerator},
	{"nämnare", number, "Antalet som täljaren är delad med.", (*record).denominator},
	{"konfidens_låg", number, "Konfidensintervallets nedre gräns, i samma enhet som värdet.", (*record).low},
	{"konfidens_hög", number, "Konfidensintervallets övre gräns.", (*record).high},
	{"målvärde", number, "Målvärdet, i samma enhet som värdet.", (*record).target},
	{"mot_målvärdet", text, "natt, ej-natt eller kan-ej-avgoras. När alla är räknade: natt-alla-raknade, ej-natt-alla-raknade. Utan känd osäkerhet: natt-utan-intervall, ej-natt-utan-intervall. När målvärdet är det bästa möjliga: natt-i-utfallet. Annan enhet eller egen definition: bedoms-inte.", (*record).verdict},
	{"mot_länet", text, "Mot länets sammanvägda värde: som-lanet, battre, samre, hogre eller lagre.", (*record).standing},
	{"status", text, "Kod enligt SDMX OBS_STATUS: A normal, P preliminär, E skattad, B tidsseriebrott, D annan definition, O saknas, M ej relevant, Q maskerad. Egna: ej-inlamnat, endast-relation, reviderad, exempel. Tom för ord.", func(r *record) string { return r.cell.Code() }},
	{"statusförklaring", text, "Varför siffran saknas eller vilket förbehåll den har.", (*record).explanation},
	{"flagga", text, "Flaggan som källan satt: preliminar, skattad, reviderad, brott, exempel.", func(r *record) string { return string(r.cell.Flag) }},
	{"period", text, "Perioden som uppgiften gäller, när den inte är hela året.", (*record).period},
	{"från", date, "Periodens första dag.", (*record).first},
	{"till", date, "Periodens sista dag.", (*record).last},
	{"kommentar", text, "Delregionens egen kommentar.", func(r *record) string { return r.cell.Comment }},
	{"nyckel", text, "Samma nyckel i två tabeller betyder samma uppgift.", func(r *record) string { return r.cell.Key }},
	{"exempel", boolean, "ja när uppgiften är påhittad.", (*record).example},
}
