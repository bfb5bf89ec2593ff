package check

import "samverkan/internal/diag"

var formRules = []Rule{
	{
		Code: "post-utan-namn", Severity: diag.Error, check: nameless,
		Title: "En post säger inte vad den handlar om",
		Means: "Ett mål saknar id, eller en aktivitet, en lägesrapport, ett effektmål, ett delprojekt, en enkät eller en budgetpost saknar det som den ska heta eller höra till.",
		Why:   "Utan det har posten ingen plats på webbplatsen, och läsaren ser en tom rad.",
		Fix:   "Skriv nyckeln som saknas, eller ta bort posten.",
		Wrong: "[[lage]]\nenhet = \"skas\"\ngjort = [\"Kartlagt behoven\"]",
		Right: "[[lage]]\nenhet = \"skas\"\ndelomrade = \"Kunskapsstöd\"\ngjort = [\"Kartlagt behoven\"]",
	},
	{
		Code: "uppfoljning-fore-beslut", Severity: diag.Warning, check: followUpBeforeDecision,
		Title: "Uppföljning före beslutet",
		Means: "Ett delprojekt är uppföljt innan det beslutades.",
		Why:   "Ett av datumen är fel, och läsaren kan inte se vilket.",
		Fix:   "Rätta datum eller beslut.",
		Wrong: "[[delprojekt]]\nnamn = \"Ablationer\"\nbeslut = \"Hösten 2020\"\nuppfoljning = [{ datum = \"Hösten 2019\", resultat = \"Positivt.\" }]",
		Right: "[[delprojekt]]\nnamn = \"Ablationer\"\nbeslut = \"Hösten 2019\"\nuppfoljning = [{ datum = \"Hösten 2020\", resultat = \"Positivt.\" }]",
	},
	{
		Code: "delprojekt-utan-checklista", Severity: diag.Advice, check: reportedUnchecked,
		Title: "Slutfört delprojekt utan checklista",
		Means: "Delprojektet är slutrapporterat, uppföljt eller avslutat, men checklistan är inte ifylld.",
		Why:   "Då visas allt i den som ej redovisat, och ingen kan lära av arbetet.",
		Fix:   "Svara på frågorna under [delprojekt.checklista]. Ett nej är också ett svar.",
		Wrong: "[[delprojekt]]\nnamn = \"Ablationer\"\nstatus = \"uppfoljt\"",
		Right: "[[delprojekt]]\nnamn = \"Ablationer\"\nstatus = \"uppfoljt\"\n[delprojekt.checklista]\npatientforetradare = false",
	},
	{
		Code: "delprojekt-olika", Severity: diag.Warning, across: toldDifferently,
		Title: "Samma delprojekt redovisas olika",
		Means: "Två inlämningar för samma år redovisar samma delprojekt, men med olika status, beslut eller svar i checklistan. Eller så har två delprojekt samma nummer men olika namn.",
		Why:   "Delprojektet visas på en rad med alla som redovisar det. Säger de emot varandra kan läsaren inte veta vad som gäller.",
		Fix:   "Kom överens och rätta den ena filen. Fram till dess visas båda uppgifterna, med vem som skrivit vad.",
		Wrong: "[[delprojekt]]\nnr = 13\nnamn = \"Ablationer\"\nstatus = \"pagaende\"",
		Right: "[[delprojekt]]\nnr = 13\nnamn = \"Ablationer\"\nstatus = \"uppfoljt\"",
	},
	{
		Code: "tom-checklista", Severity: diag.Warning, check: silentChecklist,
		Title: "Tom checklista",
		Means: "Rubriken för checklistan står där, men inget svar.",
		Why:   "Det ser ut som om frågorna är besvarade, men allt visas som ej redovisat.",
		Fix:   "Svara på minst en fråga, eller ta bort rubriken.",
		Wrong: "[checklista]",
		Right: "[checklista]\nuppdrag_dokumenterat = true",
	},
}
