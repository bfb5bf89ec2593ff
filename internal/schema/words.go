package schema

import (
	"slices"
	"strings"

	"samverkan/internal/load"
	"samverkan/internal/period"
	"samverkan/internal/report"
)

// form is what is written at a key, as the handbook says it.
type form struct {
	name    string // "text", with its article where it needs one
	example string // TOML
	about   string // a sentence or two
}

// forms explain every kind of the contract, in the order the handbook lists them.
var forms = []struct {
	kind load.Kind
	form
}{
	{load.Text, form{"text", `"Närområdesgrupper"`, "Vanlig text inom citattecken. Längre text skrivs mellan tre citattecken och kan då ha flera rader."}},
	{load.Texts, form{"lista med texter", `["Ale", "Tjörn"]`, "Texter med komma emellan, inom hakparenteser."}},
	{load.ID, form{"id", `"barn-unga"`, "Ett kort namn som blir del av en adress: små bokstäver a–z, siffror och bindestreck. Byt det aldrig när det väl har använts."}},
	{load.Reference, form{"id som finns", `"barn-unga"`, "Id för något som är definierat i katalogen eller i samma fil. Vid kalla får det också vara fri text."}},
	{load.References, form{"lista med id", `["barn-unga", "aldre"]`, "Flera id med komma emellan, inom hakparenteser. Ett enda får stå utan dem."}},
	{load.Whole, form{"heltal", "13", "Utan citattecken, mellanslag och decimaler."}},
	{load.Decimal, form{"tal", "0.95", "Utan citattecken. Decimaler efter punkt, inte komma."}},
	{load.Truth, form{"ja eller nej", "true", "Skriv true för ja och false för nej, utan citattecken."}},
	{load.Choice, form{"ett av orden", `"delvis"`, "Ett av de ord som räknas upp, inom citattecken."}},
	{load.Day, form{"datum", "2024-03-22", "År, månad och dag, utan citattecken."}},
	{load.Span, form{"period", `"Våren 2023"`, "En tid så som man skriver den i en plan."}},
	{load.Figure, form{"uppgift", "17.5", "Ett tal, eller det som får stå i stället."}},
	{load.YearFigure, form{"uppgift per år", "{ 2022 = 75, 2023 = 80 }", "En uppgift som gäller alla år, eller en per år."}},
	{load.Section, form{"avsnitt", "[kontakt]", "En rubrik inom hakparenteser på en egen rad, med uppgifterna under. Finns bara en gång."}},
	{load.Sections, form{"lista med avsnitt", "[[mal]]", "En rubrik inom dubbla hakparenteser för varje, så många som behövs."}},
	{load.Register, form{"avsnitt med id", "[indikator.trygg-overgang]", "En rubrik för varje, med sakens id efter punkten."}},
	{load.Splits, form{"uppdelning", `[enkat.fordelning."Förvaltning"]`, "En rubrik för varje sätt att dela upp, med en uppgift per del under. Namn med annat än a–z, 0–9, - och _ skrivs inom citattecken."}},
}

// formOf explains a kind.
func formOf(kind load.Kind) form {
	for _, f := range forms {
		if f.kind == kind {
			return f.form
		}
	}
	panic("schema: no words for " + string(kind))
}

// Words are the words that can be chosen at a key, where they are worth listing: not
// when the description itself names those that are meant.
func Words(f load.Field) []report.Choice {
	named := strings.FieldsFunc(f.Description, func(r rune) bool { return strings.ContainsRune(" .,:;", r) })
	for _, c := range f.Choices {
		if slices.Contains(named, c.Word) {
			return nil
		}
	}
	return f.Choices
}

// description is what an editor shows for a key.
func description(f load.Field) string {
	var b strings.Builder
	b.WriteString(f.Description)
	switch f.Kind {
	case load.Choice:
		b.WriteString("\n")
		for _, c := range Words(f) {
			b.WriteString("\n- `" + c.Word + "`: " + c.Meaning)
		}
	case load.Span:
		b.WriteString("\n\nSå här kan man skriva: " + strings.Join(period.Forms(), ", ") + ".")
	case load.Figure, load.YearFigure:
		b.WriteString("\n\nEtt tal, t.ex. `17.5`. Skriv `\"..\"` om uppgiften saknas, `\".\"` om den inte kan förekomma och `\"<5\"` om källan har maskerat den.")
	case load.Sections:
		b.WriteString("\n\nSkriv rubriken `[[" + f.Key + "]]` för varje.")
	case load.Register:
		b.WriteString("\n\nSkriv rubriken `[" + f.Key + ".id]` för varje, med dess id efter punkten.")
	}
	return b.String()
}

// figureForms are the rows of the handbook's table of what may stand for a figure.
func figureForms() []report.Choice {
	return []report.Choice{
		{Word: "17", Meaning: "Värdet. Decimaler skrivs med punkt: `17.5`."},
		{Word: "0", Meaning: "Ingen eller inget har räknats. Det är något annat än att uppgiften saknas."},
		{Word: `".."`, Meaning: marks[0].Meaning},
		{Word: `"."`, Meaning: marks[1].Meaning},
		{Word: `"<5"`, Meaning: "Redan maskerat i källan. Räknas aldrig som ett tal."},
		{Word: `{ varde = 17.5, flagga = "preliminar", kommentar = "…" }`, Meaning: "Ett värde med förbehåll. Flaggan eller kommentaren kan utelämnas."},
		{Word: `{ andel = 69 }`, Meaning: aboutShare},
		{Word: `{ relation = "okande" }`, Meaning: aboutRelation},
	}
}
