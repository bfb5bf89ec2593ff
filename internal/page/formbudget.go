package page

import (
	"fmt"

	"samverkan/internal/compare"
)

// BudgetPage is the year's budgets.
type BudgetPage struct {
	FormHead
	Compared *Figure
	Budgets  []DelregionBudget
}

// DelregionBudget is one delregion's posts.
type DelregionBudget struct {
	Section
	Delregion Link
	Figure    *Figure
}

func budgetForm() formPage {
	return formPage{
		key: "budget", dir: "budget", layout: "budget", title: "Budget", more: "Alla budgetposter",
		has:      func(y *compare.Year) bool { return len(y.Forms.Budgets.Rows) > 0 },
		sentence: func(y *compare.Year) string { return y.Forms.Budgets.Sentence },
		fill:     fillBudget,
	}
}

func fillBudget(p *pen, y *compare.Year, head FormHead) any {
	page := &BudgetPage{FormHead: head}
	page.Description = fmt.Sprintf("Budgetposter som delregionerna har redovisat för %d.", y.Year)
	page.Compared = p.figure(&y.Forms.Budgets).top().without(page.Lead)
	page.Contents = []Entry{{ID: page.Compared.ID, Text: page.Compared.Title}}
	add := func(s *compare.Submission) {
		f := p.figure(&s.Budget, s.BudgetSources...).plain()
		if f == nil {
			return
		}
		d := DelregionBudget{
			Section:   Section{"budget-" + s.Delregion.ID, s.Delregion.Name},
			Delregion: p.page(yearPath(y.Year, s.Delregion.ID), s.Delregion.Name), Figure: f,
		}
		page.Budgets = append(page.Budgets, d)
		page.Contents = append(page.Contents, Entry{ID: d.ID, Text: d.Title})
	}
	for i := range y.Submissions {
		add(&y.Submissions[i])
	}
	if y.County != nil {
		add(y.County)
	}
	return page
}
