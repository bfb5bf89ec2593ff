package compare

import (
	"strconv"

	"samverkan/internal/report"
)

// keyFigures are the start page's: what was reported, not how well it went, unless
// that can be told.
func (e *edition) keyFigures() []KeyFigure {
	all := []KeyFigure{e.submittedFigure(), e.goalFigure(), e.outcomeFigure()}
	for _, k := range []*KeyFigure{e.targetFigure(), e.activityFigure(), e.deviationKeyFigure()} {
		if k != nil {
			all = append(all, *k)
		}
	}
	return all
}

func outOf(n, all int) string { return strconv.Itoa(n) + " av " + strconv.Itoa(all) }

func (e *edition) submittedFigure() KeyFigure {
	k := KeyFigure{
		Figure: outOf(e.out.Reported, len(e.register)), Label: "delregioner har underlag", Page: e.page("jamforbarhet"),
	}
	var missing []string
	for _, s := range e.out.Submissions {
		if !s.Delivered {
			missing = append(missing, s.Delregion.Name)
		}
	}
	if len(missing) > 0 {
		k.Note = "Inget underlag från " + andList(missing) + "."
	}
	return k
}

func (e *edition) goalFigure() KeyFigure {
	works, assessed := 0, 0
	for _, g := range e.out.Goals {
		for _, w := range g.Work {
			if w.Works && w.Delregion.ID != report.CountyID {
				works++
				assessed += boolCount(w.Assessment != report.NotAssessed)
			}
		}
	}
	n := e.goalsWorkedWith()
	k := KeyFigure{
		Figure: strconv.Itoa(n), Label: plural(float64(n), "mål redovisat", "mål redovisade"), Page: e.page("mal"),
	}
	switch {
	case n == 0:
	case assessed == 0:
		k.Note = "Inget har en bedömning av om det är uppnått."
	case assessed == works:
		k.Note = "En bedömning finns i alla redovisningar."
	default:
		k.Note = "En bedömning finns i " + outOf(assessed, works) + " redovisningar."
	}
	return k
}

func (e *edition) outcomeFigure() KeyFigure {
	h := holdingsOf(e.out.Indicators)
	k := KeyFigure{
		Figure: outOf(h.reported, h.possible), Label: "möjliga siffror för gemensamma indikatorer", Page: e.page("jamforbarhet"),
	}
	if h.masked > 0 {
		k.Note = strconv.Itoa(h.masked) + " av dem är " + plural(float64(h.masked), "maskerad", "maskerade") + ". "
	}
	if h.possible > 0 {
		k.Note += upperFirst(noneOr(h.compared, "ingen")) + " indikator" + plural(float64(max(h.compared, 1)), "", "er") +
			" kan jämföras mellan minst två delregioner."
	}
	return k
}

// targetFigure counts the outcomes for shared indicators that meet their target, as
// Year.Targets does; nil when none can be judged.
func (e *edition) targetFigure() *KeyFigure {
	t := sharedTally(e.out.Indicators)
	if t.judged() == 0 {
		return nil
	}
	k := &KeyFigure{
		Figure: outOf(t.met, t.judged()), Label: "utfall för gemensamma indikatorer når sitt målvärde", Page: e.page("indikatorer"),
	}
	if t.undecided > 0 {
		k.Note = "För " + strconv.Itoa(t.undecided) + " kan det inte avgöras."
	}
	return k
}

func (e *edition) activityFigure() *KeyFigure {
	items := e.out.Activities.Items
	if len(items) == 0 {
		return nil
	}
	counts := map[report.ActivityStatus]int{}
	for _, a := range items {
		counts[a.Status]++
	}
	return &KeyFigure{
		Figure: strconv.Itoa(len(items)), Label: plural(float64(len(items)), "aktivitet redovisad", "aktiviteter redovisade"),
		Note: sentence(statusCounts(counts)), Page: e.page("aktiviteter"),
	}
}

// deviationKeyFigure is the sum of deviations where there is one, else how many say
// anything about them.
func (e *edition) deviationKeyFigure() *KeyFigure {
	d := e.out.Deviations
	if !d.Any {
		return nil
	}
	if sum := e.secrets.cell(e.countyTotal()); sum.State == Shown {
		return &KeyFigure{Figure: sum.Text, Label: "avvikelser redovisade", Note: sum.Note, Page: e.page("avvikelser")}
	}
	any, counts := 0, 0
	for _, f := range d.Facts {
		any += boolCount(f.Reported)
		counts += boolCount(f.Total.reported())
	}
	return &KeyFigure{
		Figure: outOf(any, len(d.Facts)), Label: "delregioner redovisar något om avvikelser",
		Note: sentence(theirCount(counts) + " anger hur många de var"), Page: e.page("avvikelser"),
	}
}
