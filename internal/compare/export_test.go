package compare

import (
	"math"
	"slices"
	"strings"

	"samverkan/internal/report"
)

// AttackOf is the last pass, as texts. It stands in a package that imports this one, so
// the tests in here get it from outside (attack_test.go).
var AttackOf func(*Comparison) []string

var (
	RandomCounty    = randomCounty
	BigCounty       = bigCounty
	DeviationCounty = deviationCounty
)

// Oversight is something that a masker may forget.
type Oversight struct {
	Name string
	Sum  func(total, part string) bool // sums that it doesn't know of
	Else func(s *system)               // or what else it doesn't
}

// Oversights are all the kinds of knowledge that masking is made of.
var Oversights = []Oversight{
	{Name: "the codes of a dimension", Sum: func(total, part string) bool {
		return strings.HasSuffix(total, "/avvikelser/totalt") && !strings.Contains(total, "/summa/") && !strings.HasSuffix(part, "/totalt")
	}},
	{Name: "the parts of an outcome", Sum: func(_, part string) bool { return strings.Contains(part, "/kommun/") }},
	{Name: "the denominators of parts", Sum: func(_, part string) bool { return strings.HasSuffix(part, "/namnare") }},
	{Name: "the answers of a survey", Sum: func(total, _ string) bool { return strings.HasSuffix(total, "/svarande") }},
	{Name: "the county's sums", Sum: func(total, _ string) bool { return strings.Contains(total, "/lan/summa/") }},
	{Name: "the county's rate", Sum: func(total, _ string) bool { return strings.HasSuffix(total, "/per-invanare") }},
	{Name: "the county's pooled value", Sum: func(total, _ string) bool { return strings.Contains(total, "/lan/sammanvagt/") }},
	{Name: "the county's own figures", Sum: func(total, part string) bool {
		own := strings.Contains(total, "/lan/avvikelser/") || strings.Contains(total, "/lan/indikator/")
		return own && !strings.Contains(part, "/lan/")
	}},
	{Name: "what a share leaves over", Else: func(s *system) {
		s.forgetEquations(func(key string) bool { return strings.HasSuffix(key, "/ovriga") })
	}},
	{Name: "what is in no part", Else: func(s *system) {
		for i := range s.vars {
			if v := &s.vars[i]; v.kind == slack {
				v.masked = false
			}
		}
	}},
	{Name: "the source's marks", Else: func(s *system) { s.widen(asMark) }},
	{Name: "bare shares", Else: func(s *system) { s.widen(asShare) }},
}

// forgetEquations drops those that hold a certain count.
func (s *system) forgetEquations(of func(key string) bool) {
	kept := slices.DeleteFunc(s.eqs, func(eq equation) bool {
		return slices.ContainsFunc(eq, func(t term) bool { return of(s.vars[t.v].key) })
	})
	s.eqs, s.uses = nil, make([][]int, len(s.vars))
	for _, eq := range kept {
		s.equate(eq)
	}
}

// widen forgets that some counts are shown at all.
func (s *system) widen(kind varKind) {
	for i := range s.vars {
		if v := &s.vars[i]; v.kind == kind && !v.masked {
			v.lower, v.upper, v.need = 0, math.Inf(1), 0
		}
	}
}

// Forgetful compares a county with a masker that forgets something. What a cell says of
// its sums (Cell.Sums) it leaves out, too, when silent, unless that is a reservation.
func Forgetful(c *report.County, o Oversight, silent bool) *Comparison {
	b := newBuilder(c)
	out := &Comparison{Site: c.Site, Delregioner: b.register}
	for _, year := range b.years() {
		e := newEdition(b, year)
		s := emptySystem()
		s.gather(e.maskable())
		s.sums = slices.DeleteFunc(s.sums, func(r relation) bool {
			return o.Sum != nil && o.Sum(s.vars[r.eq[0].v].key, s.vars[r.eq[1].v].key)
		})
		s.settle()
		if o.Else != nil {
			o.Else(s)
		}
		s.protect()
		e.secrets.masked = s.masked()
		out.Years = append(out.Years, e.build())
	}
	out.EachCell(func(cell *Cell) {
		cell.Sums = slices.DeleteFunc(slices.Clone(cell.Sums), func(sum Sum) bool {
			return silent && !sum.Open && !sum.Apart && o.Sum != nil && o.Sum(cell.Key, sum.Parts[0])
		})
	})
	return out
}

// MaskAll decides for every year what to mask, and does nothing else.
func MaskAll(c *report.County) {
	b := newBuilder(c)
	for _, year := range b.years() {
		newEdition(b, year)
	}
}
