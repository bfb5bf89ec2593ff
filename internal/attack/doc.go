// Package attack takes the part of a reader who wants to know what is masked. It is the
// last pass of a build: a site from which it can work out a small count isn't published.
//
// It shares no code with the masker and asks it for no help. What it knows is what anyone
// can see: figures, what they are divided by, and the marks. Which figures are sums of
// which it works out from what they are called (relations.go): parts of a whole,
// municipalities of a delregion, delregioner of the county, dimensions that share a
// total. So a masker that forgets a relation is found out. One thing it is told, since
// it is a fact of the figures and no decision: that the parts of a whole don't make up
// all of it, or overlap (compare.Sum, Open and Apart). Where nothing is said it takes for
// granted that they do.
//
// A masked count leaks when it can be only one number, or when fewer numbers remain
// possible than the mask promises (1 to threshold−1; the source's own "<5": 1 to 4). A
// small count that is shown unmasked leaks too. Leaks come in the order of their keys.
//
// Its means are those of an intruder with a spreadsheet and time: it solves all sums
// together by elimination, so differences of any combination of totals are tried, and
// narrows what is left by bounds until nothing moves (solve.go). A bare share of a total
// is a range of counts to it, and the shares of a whole leave no more than 100 percent.
//
// Then Watch reads every finished file again (files.go).
//
// What it can't see: what a reader knows from elsewhere, and what last year's figure
// makes likely.
package attack
