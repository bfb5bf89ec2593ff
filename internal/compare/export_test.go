package compare

// AttackOf is the last pass, as texts. It stands in a package that imports this one, so
// the tests in here get it from outside (attack_test.go).
var AttackOf func(*Comparison) []string
