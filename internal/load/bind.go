package load

import (
	"reflect"
	"strings"

	"samverkan/internal/diag"
	"samverkan/internal/report"
)

// binder moves a document into the types of package report, and says what in it
// can't be moved.
type binder struct {
	findings *diag.List
	path     []string // the heading that is being read, for hints
	lost     homeless
}

// under reads what stands below the part name of a heading.
func (b *binder) under(name string, read func()) {
	b.path = append(b.path, name)
	read()
	b.path = b.path[:len(b.path)-1]
}

// heading writes the heading of name within what is being read.
func (b *binder) heading(open, name, shut string) string {
	var h strings.Builder
	h.WriteString(open)
	for _, p := range append(b.path[:len(b.path):len(b.path)], name) {
		if h.Len() > len(open) {
			h.WriteByte('.')
		}
		for i, part := range strings.Split(p, ".") {
			if i > 0 {
				h.WriteByte('.')
			}
			if !bare.MatchString(part) {
				part = quote(part)
			}
			h.WriteString(part)
		}
	}
	return h.String() + shut
}

// fail reports what is wrong with a value. Where its writing has already been reported,
// that finding gets the better hint: whoever puts quotes round a word that isn't one of
// those to choose from has only done half.
func (b *binder) fail(n *node, code, hint, format string, args ...any) {
	if !n.mended {
		b.findings.Errorf(n.pos, code, hint, format, args...)
		return
	}
	if i := b.aboutWriting(n); i >= 0 {
		(*b.findings)[i].Hint = hint
	}
}

// failNumber is fail for what should be a number. Where the finding about its writing
// wants it within quotes, as a text, it says the opposite: it becomes this one instead.
func (b *binder) failNumber(n *node, code, hint, format string, args ...any) {
	if i := b.aboutWriting(n); i >= 0 && n.kind == textNode && strings.HasSuffix((*b.findings)[i].Message, " måste stå inom citattecken") {
		(*b.findings)[i].Message = quote(n.text) + " är inget tal, som det är skrivet"
	}
	b.fail(n, code, hint, format, args...)
}

// aboutWriting is the finding about how n is written; -1 when there is none.
func (b *binder) aboutWriting(n *node) int {
	for i := len(*b.findings) - 1; i >= 0 && n.mended; i-- {
		if f := &(*b.findings)[i]; f.Pos == n.pos && f.Code == "toml-syntax" {
			return i
		}
	}
	return -1
}

// table fills the struct v, described by t, from n.
func (b *binder) table(n *node, t *Table, v reflect.Value) {
	n = b.merge(n)
	keys := make([]report.Key, 0, len(n.entries))
	for i := range n.entries {
		e := &n.entries[i]
		keys = append(keys, e.key())
		if f := t.Field(e.name); f != nil {
			b.key(e, f, v.FieldByIndex(f.index))
			continue
		}
		if t.Rest != nil && b.rest(e, t, v) {
			continue
		}
		if f := b.unknown(e, n, t); f != nil {
			keys = append(keys, e.keyAs(f.Key))
			b.key(e, f, v.FieldByIndex(f.index))
		}
	}
	setNode(v, n.pos, keys)
	for _, f := range t.Fields {
		if f.Kind == Section && n.get(f.Key) == nil {
			place(v.FieldByIndex(f.index), n.pos)
		}
	}
}

// place gives a section that isn't written the position of what it would stand in,
// so that a check has somewhere to point.
func place(v reflect.Value, pos diag.Pos) {
	if at := v.FieldByName("Pos"); at.Interface().(diag.Pos).IsZero() {
		setNode(v, pos, nil)
	}
}

func (e *entry) key() report.Key {
	return e.keyAs(e.name)
}

// keyAs is the key under another name, where that was meant.
func (e *entry) keyAs(name string) report.Key {
	k := report.Key{Name: name, Pos: e.pos, Value: e.value.pos}
	for _, item := range e.value.items {
		if item.kind == tableNode || item.kind == listNode {
			return k
		}
		k.Items = append(k.Items, item.pos)
	}
	return k
}

func setNode(v reflect.Value, pos diag.Pos, keys []report.Key) {
	v.FieldByName("Node").Set(reflect.ValueOf(report.Node{Pos: pos, Keys: keys}))
}

// merge adds what stands under the same heading a second time, and reports it.
func (b *binder) merge(n *node) *node {
	if len(n.again) == 0 {
		return n
	}
	merged := &node{kind: tableNode, pos: n.pos, origin: n.origin}
	for _, part := range append([]*node{n}, n.again...) {
		if part != n {
			b.fail(part, "toml-syntax", "flytta raderna dit och ta bort den här rubriken",
				"rubriken finns redan på rad %d", n.pos.Line)
		}
		for _, e := range part.entries {
			if merged.get(e.name) == nil {
				merged.add(e.part, e.value)
			}
		}
	}
	return merged
}

// rest takes a key that isn't a field as what Table.Rest describes: a sub-table.
func (b *binder) rest(e *entry, t *Table, v reflect.Value) bool {
	if e.value.kind != tableNode || looksLikeFigure(e.value) {
		return false
	}
	target := v.FieldByIndex(t.Rest.index)
	if t.Rest.Kind == Splits {
		target.Set(reflect.Append(target, reflect.ValueOf(b.split(e))))
		return true
	}
	b.item(e, t.Rest, target)
	return true
}
