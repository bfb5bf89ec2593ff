package schema

import (
	"samverkan/internal/check"
	"samverkan/internal/diag"
)

// building explains what is found when the pages are made. A test holds the list against the source of every package
// but load and check.
var building = []check.Rule{
	{
		Code: "trasig-mall", Severity: diag.Error,
		Title: "Mallen kan inte användas",
		Means: "En mall i webbplatsens egen mapp layouts är fel skriven, eller ber om något som sidan inte har. Raden i mallen står först i fyndet, och sidan som skulle göras i texten.",
		Why:   "En halv sida ska inte publiceras. Den förra webbplatsen ligger kvar.",
		Fix:   "Rätta raden. Ta bort filen om du vill ha tillbaka programmets egen mall.",
		Wrong: "layouts/home/page.html: {{if}}",
		Right: "layouts/home/page.html: {{if .Lead}}",
	},
	{
		Code: "oanvand-mall", Severity: diag.Warning,
		Title: "Mallen används inte",
		Means: "En fil i mappen layouts heter något som programmet inte har. Ofta är namnet felstavat.",
		Why:   "Ändringen i den syns ingenstans.",
		Fix:   "Döp om filen till det som tipset föreslår. Egna stilmallar läggs i layouts/parts.",
		Wrong: "layouts/hom/page.html",
		Right: "layouts/home/page.html",
	},
	{
		Code: "oavslutad-sida", Severity: diag.Error,
		Title: "Sidan kan inte läsas till slutet",
		Means: "En teckning, kommentar eller tagg på en färdig sida börjar men slutar aldrig. Oftast står den i en mall i webbplatsens egen mapp layouts.",
		Why:   "Det som står efter går inte att granska: inte länkarna, och inte att små tal är maskerade.",
		Fix:   "Skriv slutet i mallen. Har webbplatsen inga egna mallar är felet programmets: rapportera det.",
		Wrong: "layouts/home/page.html: <svg viewBox=\"0 0 8 8\"><path d=\"M0 0h8\"/>",
		Right: "layouts/home/page.html: <svg viewBox=\"0 0 8 8\"><path d=\"M0 0h8\"/></svg>",
	},
	{
		Code: "stoppas-av-webblasaren", Severity: diag.Warning,
		Title: "Webbläsaren stoppar det",
		Means: "En egen mall i mappen layouts ger sidan ett skript eller en stil i själva sidan, eller något som hämtas från en annan webbplats.",
		Why:   "Sidornas säkerhetspolicy förbjuder det, så läsaren får aldrig se det.",
		Fix:   "Lägg stilar i layouts/parts/egen.css. Ta bort resten.",
		Wrong: "layouts/home/page.html: <p style=\"color: red\">",
		Right: "layouts/home/page.html: <p class=\"viktigt\">",
	},
	{
		Code: "frammande-i-teckning", Severity: diag.Error,
		Title: "Något i en teckning hör inte hemma där",
		Means: "I en teckning står ett element som inte är en tecknings, till exempel en tabell. En webbläsare avslutar teckningen där eller visar elementet. Oftast står det i en mall i webbplatsens egen mapp layouts.",
		Why:   "Det som står i teckningar granskas inte, så ett tal som är maskerat kunde synas där.",
		Fix:   "Avsluta teckningen före elementet. Har webbplatsen inga egna mallar är felet programmets: rapportera det.",
		Wrong: "layouts/home/page.html: <svg viewBox=\"0 0 8 8\"><path d=\"M0 0h8\"/><p>Text</p></svg>",
		Right: "layouts/home/page.html: <svg viewBox=\"0 0 8 8\"><path d=\"M0 0h8\"/></svg><p>Text</p>",
	},
	{
		Code: "maskering-lacker", Severity: diag.Error,
		Title: "Ett litet tal skulle röjas",
		Means: "Av siffrorna som skulle publiceras går det att räkna ut ett antal som är maskerat.",
		Why:   "Bakom ett litet antal kan en läsare känna igen någon.",
		Fix:   "Utelämna en siffra i samma summa: skriv \"..\". Rapportera felet, för masken borde ha räckt.",
		Wrong: "varde = 7",
		Right: "varde = \"..\"",
	},
	{
		Code: "bygget-avbrots", Severity: diag.Error,
		Title: "Förhandsvisningen kunde inte bygga",
		Means: "Något annat än dina filer stoppade bygget: ett fel i programmet, eller en disk som inte svarar. Meddelandet säger vad.",
		Why:   "Den senaste webbplatsen som gick att bygga visas så länge.",
		Fix:   "Spara en fil för att försöka igen. Hjälper inte det, starta om programmet och rapportera felet med hela meddelandet.",
		Wrong: "(inget i filerna)",
		Right: "(inget i filerna)",
	},
}
