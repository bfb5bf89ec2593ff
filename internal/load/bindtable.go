package load

import (
	"reflect"
	"regexp"
	"strings"

	"samverkan/internal/report"
)

// key moves one key into the field target.
func (b *binder) key(e *entry, f *Field, target reflect.Value) {
	switch f.Kind {
	case Section:
		if n := b.section(e, f); n != nil {
			b.under(e.name, func() { b.table(n, f.Table, target) })
		}
	case Sections:
		b.sections(e, f, target)
	case Register:
		if n := b.section(e, f); n != nil {
			b.under(e.name, func() { b.register(b.merge(n), f, target) })
		}
	case Splits:
		if n := b.section(e, f); n != nil {
			b.under(e.name, func() { b.splits(b.merge(n), target) })
		}
	default:
		b.scalar(e.value, f, target)
	}
}

func (b *binder) register(n *node, f *Field, target reflect.Value) {
	for i := range n.entries {
		b.item(&n.entries[i], f, target)
	}
}

func (b *binder) splits(n *node, target reflect.Value) {
	bare := false // figures that aren't split by anything: one finding, however many
	for i := range n.entries {
		e := &n.entries[i]
		if isFigure(e.value) {
			if !bare {
				b.fail(e.value, "fel-typ", "skriv ovanför raden en rubrik som säger vad siffrorna delas upp efter, till exempel "+b.heading("[", "svar", "]"),
					"%s står direkt under %s, men en uppdelning behöver ett namn", quote(e.name), "["+strings.Join(b.path, ".")+"]")
			}
			bare = true
			continue
		}
		if b.isSection(e, b.heading("[", e.name, "]")) {
			target.Set(reflect.Append(target, reflect.ValueOf(b.split(e))))
		}
	}
}

// section gives the table of a key that is to be one; nil, with a finding, where it isn't.
func (b *binder) section(e *entry, f *Field) *node {
	n := e.value
	if n.kind == listNode && n.origin == repeated {
		b.fail(n.items[0], "fel-typ", "skriv "+b.heading("[", e.name, "]"), "%s finns bara en gång och har enkla hakparenteser", quote(e.name))
		for _, more := range n.items[1:] {
			b.fail(more, "fel-typ", "flytta raderna dit", "%s finns redan på rad %d", quote(e.name), n.pos.Line)
		}
		return n.items[0]
	}
	heading := b.heading("[", e.name, "]")
	switch f.Kind {
	case Register:
		heading = b.heading("[", e.name+".id", "]")
	case Splits:
		heading = b.heading("[", e.name+".kommun", "]")
	}
	if !b.isSection(e, heading) {
		return nil
	}
	return n
}

func (b *binder) isSection(e *entry, heading string) bool {
	if e.value.kind == tableNode {
		return true
	}
	b.fail(e.value, "fel-typ", "skriv rubriken "+heading+" på en egen rad och uppgifterna under den",
		"%s är ett avsnitt med flera uppgifter, men här står %s", quote(e.name), e.value.describe())
	return false
}

// sections moves [[x]] tables, or a list of { … }, into a slice.
func (b *binder) sections(e *entry, f *Field, target reflect.Value) {
	n := e.value
	heading := b.heading("[[", e.name, "]]")
	write := "skriv rubriken " + heading + " på en egen rad och uppgifterna under den"
	items := n.items
	if n.kind == tableNode {
		items = append([]*node{n}, n.again...)
	} else if n.kind != listNode {
		b.fail(n, "fel-typ", write,
			"%s kan finnas flera gånger och har en rubrik för varje, men här står %s", quote(e.name), n.describe())
		return
	}
	for _, item := range items {
		if item.kind != tableNode {
			b.fail(item, "fel-typ", write,
				"%s ska bestå av uppgifter med namn, men här står %s", quote(e.name), item.describe())
			continue
		}
		if b.tooEarly(item, e.name, f) {
			continue
		}
		if item.origin == headed || item.origin == implied {
			b.fail(item, "fel-typ", "skriv "+heading, "rubriken ska ha dubbla hakparenteser, för %s kan finnas flera gånger", quote(e.name))
		}
		v := reflect.New(target.Type().Elem()).Elem()
		single := *item
		single.again = nil
		b.under(e.name, func() { b.table(&single, f.Table, v) })
		target.Set(reflect.Append(target, v))
	}
}

// tooEarly reports the heading of a section within an item of a list, such as
// [delprojekt.checklista], that stands before any item has begun.
func (b *binder) tooEarly(item *node, name string, f *Field) bool {
	if item.origin != implied || len(item.entries) == 0 {
		return false
	}
	for _, e := range item.entries {
		if inner := f.Table.Field(e.name); inner == nil || inner.Table == nil {
			return false
		}
	}
	heading := b.heading("[[", name, "]]")
	b.fail(item, "fel-typ", "skriv "+heading+" och dess uppgifter före den rubriken",
		"rubriken %s står före första %s och hör inte till någon", b.heading("[", name+"."+item.entries[0].name, "]"), heading)
	return true
}

var validID = regexp.MustCompile(`^[a-z0-9]+(?:-[a-z0-9]+)*$`)

// item moves [x.some-id] into a slice; the id is the key.
func (b *binder) item(e *entry, f *Field, target reflect.Value) {
	if !b.isSection(e, b.heading("[", e.name, "]")) {
		return
	}
	b.checkID(e.pos, e.name)
	v := reflect.New(target.Type().Elem()).Elem()
	b.under(e.name, func() { b.table(e.value, f.Table, v) })
	v.FieldByName("ID").SetString(e.name)
	target.Set(reflect.Append(target, v))
}

// split reads a breakdown: a table with a figure per part.
func (b *binder) split(e *entry) report.Breakdown {
	b.checkDimension(e)
	n := b.merge(e.value)
	split := report.Breakdown{Dimension: e.name, Node: report.Node{Pos: n.pos}}
	for i := range n.entries {
		p := &n.entries[i]
		if b.strayed(p) {
			continue
		}
		split.Keys = append(split.Keys, p.key())
		split.Parts = append(split.Parts, b.part(p))
	}
	return split
}

// strayed reports a key that belongs under another heading. Among the parts of a split
// any name may stand, so it is told by having no figure.
func (b *binder) strayed(e *entry) bool {
	if e.value.kind != textNode || isFigure(e.value) || e.unquoted {
		return false
	}
	homes := tableOf("inlamning").homes(e.name, "")
	if len(homes) == 0 || len(homes) > 6 {
		return false
	}
	b.findings.Errorf(e.pos, "okand-nyckel", quote(e.name)+" hör hemma under "+oneOf(homes)+"; flytta raden dit",
		"%s är ingen del av uppdelningen", quote(e.name))
	return true
}

// part reads one value of a breakdown: a figure, or numerator and denominator.
func (b *binder) part(e *entry) report.Part {
	b.checkQuotes(e)
	p := report.Part{Node: report.Node{Pos: e.pos}, Name: e.name}
	if e.value.kind != tableNode {
		p.Value = b.figure(e.name, e.value)
		return p
	}
	n := b.merge(e.value)
	rest := &node{kind: tableNode, pos: n.pos, origin: n.origin, mended: n.mended}
	for i := range n.entries {
		k := &n.entries[i]
		p.Keys = append(p.Keys, k.key())
		switch k.name {
		case "taljare":
			p.Numerator = b.figure(k.name, k.value)
		case "namnare":
			p.Denominator = b.figure(k.name, k.value)
		default:
			rest.add(k.part, k.value)
		}
	}
	if len(rest.entries) > 0 || len(n.entries) == 0 {
		p.Value = b.figureTable(e.name, rest, len(n.entries) > len(rest.entries))
	}
	return p
}

// checkDimension is checkQuotes for what something is split by. The dimensions of
// deviations are ids of the catalogue, so that å, ä and ö are no matter of quotes.
func (b *binder) checkDimension(e *entry) {
	if len(b.path) == 0 || b.path[0] != "avvikelser" || validID.MatchString(e.name) {
		b.checkQuotes(e)
		return
	}
	b.checkID(e.pos, e.name)
	e.name = slug(e.name)
}

// checkQuotes reports a name that may be anything but needs quotes in TOML. Names
// that may not be anything get a finding about that instead.
func (b *binder) checkQuotes(e *entry) {
	if e.unquoted {
		b.findings.Errorf(e.pos, "toml-syntax", `skriv "`+shorten(e.name)+`" med citattecken`,
			"namnet %s har annat än a–z, 0–9, - och _ och måste stå inom citattecken", shorten(e.name))
	}
}
