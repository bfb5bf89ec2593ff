package check

import (
	"slices"

	"samverkan/internal/diag"
)

// Rule is one thing that is checked, and what the handbook says about it. All texts
// are Swedish, in plain words.
type Rule struct {
	Code     string        // the name that stands in brackets after a finding
	Severity diag.Severity // the most serious that the rule reports
	Title    string        // what the rule is about, as a heading
	Means    string        // what a finding means
	Why      string        // why it matters
	Fix      string        // how to mend it
	Wrong    string        // what gives the finding: TOML or Markdown as one writes it
	Right    string        // the same, mended

	// check looks at one part of the county at a time (parts.go), and sees nothing of the
	// others: what it finds there is kept for as long as that part is the same. across
	// looks at all of it, every time. A rule has one of them, or both.
	check, across func(*site, *reporter)
}

// Rules lists every rule in the order of the handbook, family by family.
func Rules() []Rule {
	return slices.Concat(
		referenceRules,
		duplicateRules,
		figureRules,
		sumRules,
		timeRules,
		definitionRules,
		formRules,
		goalRules,
		completenessRules,
		textRules,
		privacyRules,
		narrativeRules,
		siteRules,
	)
}
