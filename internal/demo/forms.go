package demo

import "strconv"

// furtherForms are the sections that only some delregioner have.
func (c *county) furtherForms(s *sheet, d delregion, back int) {
	if d.index%patternLength > 2 {
		return
	}
	s.part("Övrigt")
	switch d.index % patternLength {
	case 0:
		c.survey(s, d.id, back, "Hur väl fungerar samverkan där du arbetar?", "Roll",
			[]string{"Omvårdnad", "Rehabilitering", "Läkare", "Chefer", "Annat"}, []int{48, 21, 14, 15, 1})
		c.budget(s, d.id, back, "tkr", []term{{"Processledare", "", "1500"}, {"Utbildning", "Kurslokaler och ersättare.", "600"}, {"Gemensam uppföljning", "", "250"}})
	case 1:
		told := subprojects[3:]
		if d.index == 1 {
			told = append([]subproject{asToldLocally}, told...)
		}
		c.subprojects(s, back, told)
		s.part("Checklistan för hela inlämningen")
		checklist(s, "delvis", "checklista")
	case 2:
		c.situations(s, back, 1)
		s.part("Checklistan för hela inlämningen")
		checklist(s, "allt", "checklista")
	}
}

// ownSubmission is data/<year>/lan.toml, what the county reports itself.
func (c *county) ownSubmission(back int) []byte {
	s := &sheet{}
	s.title("Länets egen inlämning " + c.year(back) + ": det som inte är någon delregions")
	s.head("inlamning")
	s.text("status", "beslutad")
	s.day("datum", lastYear-back+1, 4, 15)
	s.text("kalla", "Länsgemensam uppföljning "+c.year(back))
	s.text("ansvarig", "Länets samordningsgrupp")
	s.part("Länets egen indikator")
	c.countyIndicator(s, back)
	s.part("Lägesrapporter (trafikrapporter)")
	c.situations(s, back, len(units))
	s.part("Effektmål fram till visionen")
	c.effects(s, back)
	s.part("Delprojekt")
	c.subprojects(s, back, subprojects[:3])
	s.part("Enkät")
	c.survey(s, "lan", back, "Vad är viktigt att tänka på vid framtida införanden?", "Förvaltning",
		[]string{"Länssjukhuset", "Primärvården", "Kommunernas omsorg", "Elevhälsan", "Tandvården"}, []int{420, 180, 510, 60, 3})
	c.severalAnswers(s, back)
	s.part("Budget")
	c.budget(s, "lan", back, "tkr", []term{{"Kansli", "", "4200"}, {"Processledare", "Delas lika mellan huvudmännen.", "3600"}, {"Utbildning", "", "1100"}})
	c.budget(s, "lan-kronor", back, "kronor", []term{{"Enkät om vårdövergångar", "Tryck och porto.", "385000"}})
	return s.bytes()
}

func (c *county) countyIndicator(s *sheet, back int) {
	s.head("indikator", "beslutade-samverkansplaner")
	s.text("namn", "Delregioner med beslutad samverkansplan")
	s.text("definition", "Andel delregioner vars samverkansplan är beslutad och gäller vid årets slut.")
	s.text("enhet", "procent")
	s.text("riktning", "hogre")
	s.raw("malvarde", "100")
	s.list("malomrade", "nara-vard")
	s.truth("sekretess", false)
	s.note("räknar delregioner, inte personer")
	s.truth("totalundersokning", true)
	n := len(c.delregioner)
	s.whole("taljare", max(n-1-back, 0))
	s.whole("namnare", n)
}

var partAreas = []string{"Ta fram och förbättra kunskapsstöd och beslutsstöd", "Gemensam informationsdelning mellan huvudmännen"}

// situations are traffic reports from the first n units.
func (c *county) situations(s *sheet, back, n int) {
	lights := []string{"gron", "gul", "rod", ""}
	for u, unit := range units[:n] {
		for p, area := range partAreas {
			s.item("lage")
			s.text("enhet", unit.id)
			s.text("delomrade", area)
			s.day("datum", lastYear-back, 11, 28)
			light := lights[(u*2+p+back)%len(lights)]
			s.text("ljus", light)
			s.list("gjort", "Behoven är kartlagda", "Första versionen är prövad av tre verksamheter")
			s.list("pagaende", "Utbildning av handledare")
			s.list("planerat", "Införande i alla verksamheter under "+c.year(back-1))
			if light == "rod" || light == "gul" {
				s.list("hinder", "Journalsystemen kan ännu inte utbyta uppgifterna", "Svårt att ta in ersättare")
			}
		}
	}
}

// effects are what an area is to have achieved, year by year up to the vision.
func (c *county) effects(s *sheet, back int) {
	year := lastYear - back
	texts := []string{"Alla enheter vet vilka stöd som gäller", "Stöden används i minst hälften av verksamheterna", "Stöden används överallt och följs upp"}
	statuses := []string{"klart", "pagaende", "inte-paborjad"}
	for p, area := range partAreas {
		for n, text := range texts {
			s.item("effektmal")
			s.text("delomrade", area)
			s.whole("ar", year+n)
			s.text("text", text)
			s.text("status", statuses[min(n+p, 2)])
		}
		s.item("effektmal")
		s.text("delomrade", area)
		s.truth("vision", true)
		s.text("text", "Den enskilde märker inte var den ena huvudmannens ansvar slutar och den andras börjar")
	}
}

// survey is an enkät whose answers add up to those who answered.
func (c *county) survey(s *sheet, id string, back int, question, by string, groups []string, typical []int) {
	chance := c.dice("enkät", id, c.year(back))
	answers, total := make([]int, len(groups)), 0
	for i, n := range typical {
		answers[i] = max(n+n*chance.between(-15, 15)/100-2*back*n/100, 1)
		total += answers[i]
	}
	s.item("enkat")
	s.text("fraga", question)
	s.whole("svarande", total)
	s.text("period", "Oktober "+c.year(back))
	s.head("enkat", "fordelning", by)
	for i, g := range groups {
		s.whole(g, answers[i])
	}
}

// severalAnswers is an enkät where one may answer more than once, and says so.
func (c *county) severalAnswers(s *sheet, back int) {
	s.item("enkat")
	s.text("fraga", "Vilket stöd har du haft mest nytta av?")
	s.whole("svarande", 640-25*back)
	s.text("period", "Oktober "+c.year(back))
	s.text("kommentar", "Man fick välja flera svar, så de blir fler än de svarande.")
	s.head("enkat", "fordelning", "Stöd")
	for i, name := range []string{"Processledare", "Webbutbildning", "Gemensam rutin", "Nätverksträffar"} {
		s.whole(name, 390-70*i-5*back)
	}
}

// budget is one post for each term; more is the comment, name the amount.
func (c *county) budget(s *sheet, id string, back int, unit string, posts []term) {
	for _, p := range posts {
		amount, _ := strconv.Atoi(p.more)
		s.item("budget")
		s.text("post", p.id)
		s.whole("belopp", amount+amount/100*c.dice("budget", id, p.id, c.year(back)).between(-4, 6))
		s.text("enhet", unit)
		s.text("kommentar", p.name)
	}
}
