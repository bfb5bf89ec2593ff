package check

import "samverkan/internal/diag"

var completenessRules = []Rule{
	{
		Code: "tom-inlamning", Severity: diag.Warning, check: emptySubmission,
		Title: "Inlämningen är tom",
		Means: "Filen har inget annat än uppgifter om inlämningen själv.",
		Why:   "Delregionen räknas som inlämnad fast den inte redovisar något.",
		Fix:   "Fyll i minst ett avsnitt, eller ta bort filen så visas \"Inget underlag inlämnat\".",
		Wrong: "[inlamning]\nstatus = \"utkast\"",
		Right: "[inlamning]\nstatus = \"utkast\"\n\n[[grupp]]\nid = \"barn-unga\"\nnamn = \"Barn och unga\"",
	},
	{
		Code: "saknar-status", Severity: diag.Advice, check: missingStatus,
		Title: "Inlämningen saknar status",
		Means: "Det står inte om inlämningen är ett utkast, inlämnad eller beslutad.",
		Why:   "Läsaren och länets kansli vet inte om siffrorna kan ändras.",
		Fix:   "Skriv status under [inlamning].",
		Wrong: "[inlamning]\nkalla = \"SIMBA Årsberättelse 2023\"",
		Right: "[inlamning]\nstatus = \"beslutad\"\nkalla = \"SIMBA Årsberättelse 2023\"",
	},
	{
		Code: "saknar-kalla", Severity: diag.Advice, check: missingSource,
		Title: "Uppgifterna saknar källa",
		Means: "Inlämningen har siffror, men säger inte vilket dokument de kommer ur.",
		Why:   "Ingen kan kontrollera dem i efterhand.",
		Fix:   "Skriv kalla under [inlamning]: ett id ur katalogens källregister eller dokumentets namn.",
		Wrong: "[inlamning]\nstatus = \"beslutad\"",
		Right: "[inlamning]\nstatus = \"beslutad\"\nkalla = \"SIMBA Årsberättelse 2023\"",
	},
	{
		Code: "gemensam-ej-redovisad", Severity: diag.Advice, check: sharedNotReported,
		Title: "Gemensam indikator redovisas inte",
		Means: "Inlämningen nämner inte en eller flera av de indikatorer som alla ska redovisa.",
		Why:   "Läsaren ser att uppgift saknas, men inte om den är glömd eller inte finns.",
		Fix:   "Redovisa utfallet. Saknas uppgiften, skriv varde = \"..\"; gäller den inte er, varde = \".\".",
		Wrong: "[indikator.trygg-overgang]\nvarde = 82",
		Right: "[indikator.trygg-overgang]\nvarde = 82\n\n[indikator.kompletta-vardbegaran]\nvarde = \"..\"",
	},
	{
		Code: "berattelse-utan-data", Severity: diag.Advice, across: narrativeWithoutData,
		Title: "Text utan uppgifter",
		Means: "Delregionen har en text för året, men ingen inlämning.",
		Why:   "Delregionen saknas i alla jämförelser.",
		Fix:   "Lägg till en inlämning, om än bara med målen.",
		Wrong: "Året präglades av arbetet med vårdövergångar.",
		Right: "Året präglades av arbetet med vårdövergångar.",
	},
	{
		Code: "data-utan-berattelse", Severity: diag.Advice, across: dataWithoutNarrative,
		Title: "Uppgifter utan text",
		Means: "Delregionen har lämnat in uppgifter för året, men ingen text som berättar om det. Gäller inte utkast.",
		Why:   "Siffrorna säger inte vad som gjordes och varför.",
		Fix:   "Skriv några stycken. De kan vara inledningen till er egen årsberättelse.",
		Wrong: "status = \"beslutad\"",
		Right: "status = \"utkast\"",
	},
}

var siteRules = []Rule{
	{
		Code: "tillganglighet-saknas", Severity: diag.Advice, check: missingStatement,
		Title: "Underlag till tillgänglighetsredogörelsen saknas",
		Means: "Webbplatsen säger inte hur väl den följer kraven på tillgänglighet, eller när det granskades.",
		Why:   "En offentlig webbplats ska enligt lag ha en tillgänglighetsredogörelse.",
		Fix:   "Lägg till [tillganglighet] med status, brister och granskad.",
		Wrong: "[tillganglighet]\nstatus = \"delvis\"",
		Right: "[tillganglighet]\nstatus = \"delvis\"\nbrister = [\"Diagrammen kan inte styras med tangentbord.\"]\ngranskad = 2024-03-01",
	},
	{
		Code: "tillganglighet-gammal", Severity: diag.Warning, check: oldAssessment,
		Title: "Granskningen av tillgänglighet är gammal",
		Means: "Tillgängligheten granskades senast för över ett år sedan.",
		Why:   "Redogörelsen ska hållas aktuell.",
		Fix:   "Granska webbplatsen på nytt och skriv dagens datum.",
		Wrong: "granskad = 2022-03-01",
		Right: "granskad = 2024-03-01",
	},
}
