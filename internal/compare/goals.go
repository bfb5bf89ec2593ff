package compare

import (
	"slices"

	"samverkan/internal/report"
)

// goals lists the shared goals in catalogue order, then own ones in register order.
func (e *edition) goals() []Goal {
	var all []Goal
	for _, g := range e.in.Catalogue.Goals {
		all = append(all, e.sharedGoal(g))
	}
	for _, of := range e.everyone {
		sub := e.sub(of.ID)
		if sub == nil {
			continue
		}
		for i := range sub.Goals {
			if g := sub.Goals[i]; !e.isSharedGoal(g.ID) {
				all = append(all, e.ownGoal(g, of))
			}
		}
	}
	return all
}

func (e *edition) isSharedGoal(id string) bool {
	for _, g := range e.in.Catalogue.Goals {
		if g.ID == id {
			return true
		}
	}
	return false
}

func (e *edition) sharedGoal(g report.Goal) Goal {
	goal := e.goalHead(g, g.ID)
	goal.Shared, goal.Comment = true, g.Comment
	for _, of := range e.register {
		goal.Work = append(goal.Work, e.work(goal, of, e.goalOf(of, g.ID)))
	}
	goal.Sentence = goalSentence(goal)
	return goal
}

func (e *edition) ownGoal(g report.Goal, of Delregion) Goal {
	goal := e.goalHead(g, ownSlug(of.ID, g.ID))
	goal.Owner = of
	goal.Work = []GoalWork{e.work(goal, of, &g)}
	goal.Sentence = goalSentence(goal)
	return goal
}

func (e *edition) goalHead(g report.Goal, slug string) Goal {
	goal := Goal{
		ID: g.ID, Slug: slug, Name: ifEmpty(g.Name, g.ID), Fardplan: lookupAll(e.names.Fardplan, g.Fardplan),
	}
	if g.Area.ID != "" {
		goal.Area = lookup(e.names.Areas, g.Area.ID)
	}
	for _, d := range e.defs {
		if slices.Contains(d.goals, slug) {
			goal.Indicators = append(goal.Indicators, d.slug)
		}
	}
	return goal
}

func (e *edition) goalOf(of Delregion, id string) *report.Goal {
	sub := e.sub(of.ID)
	if sub == nil {
		return nil
	}
	for i := range sub.Goals {
		if sub.Goals[i].ID == id {
			return &sub.Goals[i]
		}
	}
	return nil
}

// goalSlugs are the goals that an indicator follows up: those it names, and those that
// name it.
func (e *edition) goalSlugs(d definition) []string {
	var slugs []string
	add := func(slug string) {
		if slug != "" && !slices.Contains(slugs, slug) {
			slugs = append(slugs, slug)
		}
	}
	for _, ref := range d.Goals {
		add(e.goalSlug(d.owner, ref.ID))
	}
	for _, g := range e.in.Catalogue.Goals {
		if slices.Contains(report.IDs(g.Indicators), d.ID) && d.shared {
			add(g.ID)
		}
	}
	for _, of := range e.everyone {
		sub := e.sub(of.ID)
		if sub == nil || !d.appliesTo(of.ID) {
			continue
		}
		for _, g := range sub.Goals {
			if slices.Contains(report.IDs(g.Indicators), d.ID) {
				add(e.goalSlug(of, g.ID))
			}
		}
	}
	return slugs
}

// goalSlug is the slug of the goal id as a delregion means it.
func (e *edition) goalSlug(of Delregion, id string) string {
	switch {
	case e.isSharedGoal(id):
		return id
	case of.ID != "" && e.goalOf(of, id) != nil:
		return ownSlug(of.ID, id)
	}
	return ""
}

// work is one delregion's work with a goal; g is nil when it doesn't report it.
func (e *edition) work(goal Goal, of Delregion, g *report.Goal) GoalWork {
	w := GoalWork{Delregion: of, Goal: goal.Slug, Name: goal.Name, Delivered: e.sub(of.ID) != nil}
	if g != nil {
		sub := e.sub(of.ID)
		w.Works, w.Assessment, w.Comment = true, g.Assessment, g.Comment
		w.Group = groupName(sub.Groups, g.Group.ID)
		w.Source = e.sourceName(g.Source, sub.Delivery.Source)
		w.Indicators = e.goalVerdict(goal, of)
		w.Disagree = disagree(w.Assessment, w.Indicators)
	}
	w.Cell = e.goalCell(w)
	return w
}

func groupName(groups []report.Group, id string) string {
	for _, g := range groups {
		if g.ID == id {
			return ifEmpty(g.Name, g.ID)
		}
	}
	return id
}

// goalVerdict is what the goal's indicators say together in a delregion: missed when
// any is missed, undecided when any is undecided, met only when all that can be judged
// are met. It rests on published cells, so a masked figure says nothing here either.
func (e *edition) goalVerdict(goal Goal, of Delregion) Verdict {
	seen := map[Verdict]bool{}
	for _, d := range e.defs {
		if !slices.Contains(goal.Indicators, d.slug) || !d.appliesTo(of.ID) {
			continue
		}
		c := e.secrets.cell(e.outcome(d, of))
		judge(&c, e.target(d))
		seen[c.Verdict] = true
	}
	for _, v := range []Verdict{Missed, MissedExact, MissedBare, CantDecide, MetBare, MetAtBest, MetExact, Met} {
		if seen[v] {
			return v
		}
	}
	return NoVerdict
}

// disagree reports whether a self-assessment and the indicators contradict each other.
// What can't be decided contradicts nothing, nor does a goal that is partly reached.
func disagree(a report.Assessment, v Verdict) bool {
	switch a {
	case report.Reached:
		return v.Tone() == Bad
	case report.NotReached:
		return v.Tone() == Good
	}
	return false
}

// goalCell is the cell of the matrix, the same everywhere.
func (e *edition) goalCell(w GoalWork) Cell {
	c := Cell{State: Words, Link: e.page("mal", w.Goal)}
	switch {
	case !w.Delivered:
		return gap(NotSubmitted, e.notSubmittedNote(w.Delregion))
	case !w.Works:
		return Cell{State: Empty, Note: ""}
	}
	switch w.Assessment {
	case report.Reached:
		c.Text, c.Tone = report.Meaning(w.Assessment), Good
	case report.PartReached:
		c.Text, c.Tone = report.Meaning(w.Assessment), Partly
	case report.NotReached:
		c.Text, c.Tone = report.Meaning(w.Assessment), Bad
	case report.CantAssess:
		c.Text, c.Tone = report.Meaning(w.Assessment), Uncertain
	default:
		c.Text, c.Tone = "arbetar med målet, ej bedömt", Neutral
	}
	if w.Disagree {
		c.Note = "Bedömningen och indikatorerna säger olika: enligt indikatorerna är målvärdet " + w.Indicators.Word() + "."
	}
	return c
}
