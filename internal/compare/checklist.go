package compare

import (
	"slices"
	"strconv"
	"strings"

	"samverkan/internal/report"
)

// Answer is what a checklist says of one thing.
type Answer int

// The answers. A text is an answer too: what is written is documented.
const (
	NotSaid Answer = iota
	Yes
	No
	Differs // submissions that tell of the same thing contradict each other
)

// answerWords are what a reader sees.
var answerWords = map[Answer]string{NotSaid: "ej redovisat", Yes: "dokumenterat", No: "nej", Differs: "redovisas olika"}

var answerTones = map[Answer]Tone{NotSaid: Lacking, Yes: Good, No: Uncertain, Differs: Partly}

// Say is the answer in a word, and how it is meant.
func (a Answer) Say() (string, Tone) { return answerWords[a], answerTones[a] }

// Check is one line of a checklist.
type Check struct {
	Key, Question string
	Short         string // for the heading of a column
	Answer        Answer
	Text          string
}

// checklistOf reads a checklist in the contract's order.
func checklistOf(c report.Checklist) []Check {
	lines := []Check{
		truth("manual_foljd", "Manual", "Manualen för processen är följd", c.Manual),
		truth("uppdrag_dokumenterat", "Uppdrag", "Uppdraget är dokumenterat", c.Assignment),
		truth("minnesanteckningar", "Arbetet", "Arbetet är dokumenterat under tiden", c.Notes),
		truth("slutrapport", "Slutrapport", "Slutrapport finns", c.FinalReport),
		truth("sakkunniga", "Sakkunniga", "Särskild kompetens har funnits med", c.Experts),
		truth("patientforetradare", "Patient eller närstående", "Patient- eller närståendeföreträdare deltog", c.PatientRep),
		words("effekter_pa_andra", "Effekter på andra", "Effekter på andra verksamheter", c.EffectsOnOthers),
		words("vagval", "Vägval", "Vägval och prioriteringar", c.Choices),
		words("mjuka_resultat", "Mjuka resultat", "Mjuka resultat", c.SoftResults),
		truth("kommunikationsplan", "Plan att nå ut", "Kommunikationsplan finns", c.Communication),
		truth("forankring_i_linjen", "Stöd i linjen", "Förankrat i linjen", c.AnchoredInTheRun),
	}
	return lines
}

func truth(key, short, question string, said *bool) Check {
	c := Check{Key: key, Short: short, Question: question}
	if said != nil {
		c.Answer = No
		if *said {
			c.Answer = Yes
		}
	}
	return c
}

func words(key, short, question, text string) Check {
	c := Check{Key: key, Short: short, Question: question, Text: text}
	if text != "" && text != markMissing {
		c.Answer = Yes
	}
	return c
}

// documented counts the lines that are documented.
func documented(lines []Check) int {
	n := 0
	for _, l := range lines {
		n += boolCount(l.Answer == Yes)
	}
	return n
}

// checked is something that has a checklist.
type checked struct {
	id, name, link string
	lines          []Check
}

// checklistTable sets checklists side by side, with how many have documented what.
func (e *edition) checklistTable(id, title, rowHead string, what listed, all []checked) Table {
	t := Table{ID: id, Year: e.year, Title: title, RowHead: rowHead, Chart: Matrix, Example: e.example()}
	if len(all) == 0 {
		return t
	}
	for _, l := range all[0].lines {
		t.Columns = append(t.Columns, Column{ID: l.Key, Name: l.Short})
	}
	for _, x := range all {
		row := Row{ID: x.id, Name: x.name, Link: x.link}
		for _, l := range x.lines {
			row.Cells = append(row.Cells, word(l.Answer.Say()))
		}
		t.Rows = append(t.Rows, row)
	}
	t.Rows = append(t.Rows, checklistSums(all))
	t.Sentence = checklistSentence(t, all, what)
	return t
}

// checklistSums is how many have each line documented, of those who have answered: the same as the sentence counts.
func checklistSums(all []checked) Row {
	sum := Row{ID: report.CountyID, Name: "Dokumenterat av dem som svarat", Total: true}
	for i := range all[0].lines {
		said := answers(all, i, Yes, No, Differs)
		cell := word(strconv.Itoa(answers(all, i, Yes))+" av "+strconv.Itoa(said), Neutral)
		if said == 0 {
			cell = word(NotSaid.Say())
		}
		sum.Cells = append(sum.Cells, cell)
	}
	return sum
}

// answers counts those who give one of the answers to question i.
func answers(all []checked, i int, wanted ...Answer) int {
	n := 0
	for _, x := range all {
		n += boolCount(slices.Contains(wanted, x.lines[i].Answer))
	}
	return n
}

// listed is what has a checklist, in the words that a sentence needs.
type listed struct{ none, the, many, notOne string }

var (
	listedProjects    = listed{"för något delprojekt", "för delprojektet", "delprojekt", "inget"}
	listedSubmissions = listed{"i någon inlämning", "i inlämningen", "inlämningar", "ingen"}
)

// checklistSentence says how many have answered, how many have everything documented
// and what most seldom is. A question that nobody has answered says nothing of what is
// documented, so such questions are counted by themselves.
func checklistSentence(t Table, all []checked, what listed) string {
	begun, whole := 0, 0
	for _, x := range all {
		begun += boolCount(slices.ContainsFunc(x.lines, func(l Check) bool { return l.Answer != NotSaid }))
		whole += boolCount(documented(x.lines) == len(x.lines))
	}
	if begun == 0 {
		return sentence("checklistan är inte ifylld " + what.none)
	}
	s := "checklistan är ifylld, helt eller delvis, " + what.the
	if n := len(all); n > 1 {
		s = "checklistan är ifylld, helt eller delvis, " + strings.Fields(what.the)[0] + " " + strconv.Itoa(begun) + " av " + strconv.Itoa(n) + " " + what.many
	}
	s += "; " + noneOr(whole, what.notOne) + " har allt dokumenterat"
	least, unasked := seldom(all)
	if len(least) > 0 && len(least) <= 3 {
		var names []string
		for _, i := range least {
			names = append(names, "”"+LowerFirst(t.Columns[i].Name)+"”")
		}
		s += "; mest sällan dokumenterat är " + andList(names) + ", " + strconv.Itoa(answers(all, least[0], Yes)) +
			" av " + strconv.Itoa(answers(all, least[0], Yes, No, Differs)) + " som svarat"
	}
	if unasked > 0 {
		s += "; " + counted(unasked, "", "fråga", "frågor") + " har ingen svarat på"
	}
	return sentence(s)
}

// seldom are the questions with the smallest share of yes, where several have answered
// and the answers aren't all yes; and how many questions nobody has answered.
func seldom(all []checked) (least []int, unasked int) {
	lowest := 1.0
	for i := range all[0].lines {
		said := answers(all, i, Yes, No, Differs)
		if said == 0 {
			unasked++
			continue
		}
		switch share := float64(answers(all, i, Yes)) / float64(said); {
		case said < 2 || share == 1 || share > lowest:
		case share < lowest:
			lowest, least = share, []int{i}
		case said == answers(all, least[0], Yes, No, Differs):
			least = append(least, i)
		}
	}
	return least, unasked
}

// checklists is the submissions' own, of those that have one.
func (e *edition) checklists() Table {
	var all []checked
	e.eachSubmission(func(of Delregion, sub *report.Submission) {
		if sub.Has("checklista") {
			link := e.page(of.ID)
			if of.ID == report.CountyID {
				link = ""
			}
			all = append(all, checked{of.ID, of.Name, link, checklistOf(sub.Checklist)})
		}
	})
	return e.checklistTable("checklista", "Vad som är dokumenterat "+FormatYear(e.year), "Delregion", listedSubmissions, all)
}
