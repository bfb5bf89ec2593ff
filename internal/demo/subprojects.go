package demo

import "strconv"

// subproject is a delprojekt; checked says how much of its checklist is filled in:
// all, some or nothing.
type subproject struct {
	number  int
	name    string
	status  string
	age     int // years since it was decided
	checked string
	with    int // delregioner that take part
}

var subprojects = []subproject{
	{3, "Gemensam utskrivningsplanering", "uppfoljt", 6, "allt", 3},
	{7, "Mobilt närsjukvårdsteam på kvällar och helger", "slutrapporterat", 4, "allt", 2},
	{11, "Digitalt vårdrum", "avslutat", 3, "delvis", 2},
	{13, "Läkemedel i hemmet: samordnad förskrivning, iordningställande och uppföljning för personer med många ordinationer", "pagaende", 2, "delvis", 2},
	{14, "En väg in för barn och unga", "initierat", 0, "", 1},
}

// asToldLocally is a delprojekt that the county tells of too, but not quite the same.
var asToldLocally = subproject{11, "Digitalt vårdrum", "slutrapporterat", 3, "delvis", 2}

// subprojects writes those that had been decided by then.
func (c *county) subprojects(s *sheet, back int, all []subproject) {
	for _, p := range all {
		if p.age < back {
			continue
		}
		c.subproject(s, p, back)
	}
}

func (c *county) subproject(s *sheet, p subproject, back int) {
	s.item("delprojekt")
	s.whole("nr", p.number)
	s.text("namn", p.name)
	s.text("status", p.statusThen(back))
	s.day("beslut", lastYear-p.age, 10, 1)
	var with []string
	for _, d := range c.delregioner[:min(p.with, len(c.delregioner))] {
		with = append(with, d.id)
	}
	s.list("deltagare", append(with, units[0].id)...)
	if p.age-back >= 2 {
		s.raw("uppfoljning", "["+inline("datum", day(lastYear-p.age+1, 10, 1), "resultat",
			quote("Arbetssättet används i "+strconv.Itoa(p.with)+" av delregionerna; restiden har minskat."))+"]")
	}
	checklist(s, p.checked, "delprojekt", "checklista")
}

// statusThen is the status in an earlier report: what is finished now was under way.
func (p subproject) statusThen(back int) string {
	if back > 0 && p.status != "uppfoljt" {
		return "pagaende"
	}
	return p.status
}

// checklist is filled in wholly, partly or not at all.
func checklist(s *sheet, checked string, heading ...string) {
	if checked == "" {
		return
	}
	s.head(heading...)
	s.truth("manual_foljd", checked == "allt")
	s.truth("uppdrag_dokumenterat", true)
	s.truth("minnesanteckningar", true)
	if checked == "allt" {
		s.truth("slutrapport", true)
		s.truth("sakkunniga", true)
	}
	s.truth("patientforetradare", checked == "allt")
	if checked == "allt" {
		s.text("effekter_pa_andra", "Primärvården får fler återbesök de första veckorna.")
		s.text("vagval", "Öppettider prioriterades före fler hembesök.")
	}
	s.text("mjuka_resultat", "Parterna ringer varandra i stället för att skriva.")
	s.truth("kommunikationsplan", checked == "allt")
	if checked == "allt" {
		s.truth("forankring_i_linjen", true)
	}
}
