package load

import (
	"slices"
	"strconv"
	"strings"
)

// unknown reports a key that t hasn't. When it is clear which key was meant, and
// that isn't written too, the value is used for it, so that the finding isn't
// followed by one about a missing key.
func (b *binder) unknown(e *entry, n *node, t *Table) *Field {
	what := "okänd nyckel " + quote(e.name)
	if e.value.origin == headed || e.value.origin == repeated || e.value.origin == implied && e.value.kind == tableNode {
		what = "okänt avsnitt " + quote(e.name)
	}
	meant := closest(e.name, t.Keys())
	if meant == "" {
		meant = synonym(e.name, t)
	}
	hint := "menade du " + quote(meant) + "?"
	switch {
	case meant == "" && t.splits() && isFigure(e.value):
		hint = "en uppdelning har en egen rubrik, till exempel " + b.heading("[", t.example(), "]") + ", och raden under den"
	case meant == "" && e.value.kind == tableNode && t.Field("id") != nil && t.Field("id").Kind == ID:
		hint = "skriv [[" + strings.Join(b.path, ".") + "]], och under den id = " + quote(e.name)
	case meant == "":
		hint = elsewhere(e.name, t)
		if b.follows(e, n, t) {
			return nil
		}
	}
	b.findings.Errorf(e.pos, "okand-nyckel", hint, "%s", what)
	if meant == "" {
		return nil
	}
	if f := t.Field(meant); n.get(meant) == nil || f.Kind == Sections || f.Kind == Register {
		return f
	}
	return nil
}

// homeless is a key that belongs under a heading of its own, and how many after it do: a
// heading that has been lost is one mistake, however many lines stood under it.
type homeless struct {
	in      *node
	home    string
	finding int
	more    int
}

// follows reports whether e belongs where an unknown key before it in n does. That one's
// finding then speaks for both.
func (b *binder) follows(e *entry, n *node, t *Table) bool {
	homes := tableOf("inlamning").homes(e.name, "")
	if len(homes) != 1 || !tableOf("inlamning").has(t) {
		return false
	}
	if b.lost.in != n || b.lost.home != homes[0] {
		b.lost = homeless{in: n, home: homes[0], finding: len(*b.findings)}
		return false
	}
	b.lost.more++
	lines := "en rad till hör"
	if b.lost.more > 1 {
		lines = strconv.Itoa(b.lost.more) + " rader till hör"
	}
	(*b.findings)[b.lost.finding].Hint = "skriv rubriken " + b.lost.home + " ovanför; den och " + lines + " hemma där"
	return true
}

// splits reports whether a table may be split by dimensions.
func (t *Table) splits() bool { return t.Rest != nil && t.Rest.Kind == Splits }

// example is a dimension to show how a split is written: process for deviations, which
// have a total, else kommun.
func (t *Table) example() string {
	if t.Field("totalt") != nil {
		return "process"
	}
	return "kommun"
}

// isFigure reports whether n is a value that a split may hold.
func isFigure(n *node) bool {
	return n.kind == numberNode || n.kind == textNode && (plainNumber(n.text) != "" || markLike.MatchString(n.text))
}

// dimensions are those of deviations that the contract names.
var dimensions = []string{"process", "orsak", "atgard", "delprocess"}

// synonyms are words that people write for keys of the contract.
var synonyms = map[string][]string{
	"andel": {"varde"}, "utfall": {"varde"}, "resultat": {"varde", "bedomning"}, "antal": {"varde", "totalt", "svarande"},
	"procent": {"varde"}, "start": {"nar"}, "startdatum": {"nar"}, "tid": {"nar"}, "slut": {"klart"}, "slutdatum": {"klart"},
	"klar": {"klart"}, "titel": {"namn", "vad"}, "rubrik": {"namn", "vad"}, "beskrivning": {"kommentar", "definition"},
	"anteckning": {"kommentar"}, "aktivitet": {"vad"}, "url": {"lank"}, "webbadress": {"lank"}, "malniva": {"malvarde"},
	"indikator": {"indikatorer"}, "omrade": {"malomrade", "delomrade"}, "summa": {"totalt", "belopp"}, "datum": {"nar"},
}

// synonym finds the key of t that another word stands for; "" when there is none.
func synonym(word string, t *Table) string {
	for _, key := range synonyms[slug(word)] {
		if f := t.Field(key); f != nil && f.Table == nil {
			return key
		}
	}
	return ""
}

// elsewhere is the hint for a key that t hasn't: where it belongs, else what t has.
func elsewhere(key string, t *Table) string {
	switch {
	case len(t.Fields) == 0:
		return "skriv uppgifterna under en rubrik, till exempel [simba]"
	case key == "id":
		return "ta bort raden: id:t står redan i rubriken"
	case t.Field("avvikelser") != nil && slices.Contains(dimensions, key):
		return "skriv [avvikelser." + key + "]"
	}
	// What is in the catalogue is often looked for in a submission, and the reverse.
	for _, where := range []struct{ own, other string }{{"inlamning", "katalog"}, {"katalog", "inlamning"}} {
		if !tableOf(where.own).has(t) {
			continue
		}
		if homes := tableOf(where.own).homes(key, ""); len(homes) > 0 && len(homes) < 4 {
			return quote(key) + " hör hemma under " + oneOf(homes)
		}
		if homes := tableOf(where.other).homes(key, ""); len(homes) > 0 && len(homes) < 3 {
			return quote(key) + " hör hemma under " + oneOf(homes) + " i " + pathOf(where.other)
		}
	}
	return "här kan stå " + oneOf(t.Keys())
}

// has reports whether t is, or is somewhere within, the table.
func (t *Table) has(sub *Table) bool {
	if t == sub {
		return true
	}
	for _, f := range t.all() {
		if f.Table != nil && f.Table.has(sub) {
			return true
		}
	}
	return false
}

// all lists the fields with Rest last.
func (t *Table) all() []Field {
	if t.Rest == nil {
		return t.Fields
	}
	return append(t.Fields[:len(t.Fields):len(t.Fields)], *t.Rest)
}

// homes finds the headings under which key may stand.
func (t *Table) homes(key, path string) (homes []string) {
	for _, f := range t.all() {
		if f.Table == nil {
			continue
		}
		name := path + f.Key
		heading := "[" + name + "]"
		switch {
		case f.Key == "*":
			name = path + "id"
			heading = "[" + name + "]"
		case f.Kind == Register:
			heading = "[" + name + ".id]"
			name += ".id"
		case f.Kind == Sections:
			heading = "[[" + name + "]]"
		}
		if f.Table.Field(key) != nil {
			homes = append(homes, heading)
		}
		homes = append(homes, f.Table.homes(key, name+".")...)
	}
	return homes
}
