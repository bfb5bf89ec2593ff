package load

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/pelletier/go-toml/v2/unstable"

	"samverkan/internal/diag"
)

// parsed is a statement that is right TOML.
type parsed struct {
	path   []part // of the heading or the key, e.g. avvikelse, process, utskrivning
	value  *node  // nil for a heading
	double bool   // [[x]]
	pos    diag.Pos
	mended bool
}

// part is one part of a dotted key, and where it is written.
type part struct {
	name     string
	pos      diag.Pos
	unquoted bool // the name needs quotes but has none
}

var errNotOne = errors.New("not one statement")

// parse reads one statement: BurntSushi/toml says whether it is right and what the
// values are, pelletier/go-toml's syntax tree where everything stands. The parser is used
// again for each.
func parse(up *unstable.Parser, file string, st statement) (p parsed, err error) {
	// Both parsers panic on what they take for bugs of their own. For a person's
	// file that is a syntax error like any other.
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	values := map[string]any{}
	if _, err := toml.Decode(st.text, &values); err != nil {
		return parsed{}, err
	}
	return locate(up, file, st, values)
}

// locate says where a statement's parts stand; values holds what it says, by its key.
func locate(up *unstable.Parser, file string, st statement, values map[string]any) (p parsed, err error) {
	up.Reset([]byte(st.text))
	if !up.NextExpression() {
		return parsed{}, errors.Join(errNotOne, up.Error())
	}
	z := zipper{parser: up, cursor: cursor{file: file, text: st.text, line: st.line, col: 1}, statement: st}
	p = z.parsed(up.Expression(), values)
	if up.NextExpression() || up.Error() != nil {
		return parsed{}, errors.Join(errNotOne, up.Error())
	}
	return p, nil
}

// whole reads all statements of a document at once, a third of the work. It is not ok unless
// all is right.
func (r *reporter) whole(text string, list []statement) (all []parsed, ok bool) {
	defer func() { ok = recover() == nil && ok }()
	if slices.ContainsFunc(list, func(st statement) bool { return st.deep >= 0 }) {
		return nil, false
	}
	root := map[string]any{}
	if _, err := toml.Decode(text, &root); err != nil {
		return nil, false
	}
	all = make([]parsed, 0, len(list))
	table, seen := root, map[*map[string]any]int{}
	for _, st := range list {
		p, err := locate(&r.parser, r.file, st, table)
		switch {
		case err != nil:
			return nil, false
		case p.value == nil:
			table = enter(root, p, seen)
		case dig(table, p.path) == nil:
			table = nil
		}
		if table == nil {
			return nil, false // not the statements that BurntSushi/toml has seen
		}
		all = append(all, p)
	}
	return all, true
}

// enter is the table of a heading; nil when there is none. seen counts the [[x]] that have
// come, by the first of their name.
func enter(table map[string]any, heading parsed, seen map[*map[string]any]int) map[string]any {
	for i, p := range heading.path {
		switch v := table[p.name].(type) {
		case map[string]any:
			table = v
		case []map[string]any:
			if heading.double && i == len(heading.path)-1 {
				seen[&v[0]]++
			}
			n := seen[&v[0]]
			if n < 1 || n > len(v) {
				return nil
			}
			table = v[n-1]
		default:
			return nil
		}
	}
	return table
}

// right reports whether the whole text is TOML.
func right(text string) (ok bool) {
	defer func() { ok = recover() == nil && ok }()
	_, err := toml.Decode(text, new(map[string]any))
	return err == nil
}

// cursor turns offsets into lines and columns. Offsets must not decrease, so that a
// statement of megabytes is gone through once.
type cursor struct {
	file, text string
	offset     int
	line, col  int
}

func (c *cursor) at(offset int) diag.Pos {
	for c.offset < offset {
		_, size := utf8.DecodeRuneInString(c.text[c.offset:])
		if c.text[c.offset] == '\n' {
			c.line, c.col = c.line+1, 1
		} else {
			c.col++
		}
		c.offset += size
	}
	return diag.Pos{File: c.file, Line: c.line, Col: c.col}
}

// zipper goes through syntax tree and values side by side.
type zipper struct {
	parser *unstable.Parser
	cursor cursor
	end    int // offset after what was last passed; arrays have no range of their own
	statement
}

func (z *zipper) parsed(e *unstable.Node, values map[string]any) parsed {
	start := len(z.cursor.text) - len(strings.TrimLeft(z.cursor.text, " \t\r\n"))
	p := parsed{pos: z.cursor.at(start), double: e.Kind == unstable.ArrayTable, mended: z.mended}
	p.path = z.path(e.Key())
	if e.Kind != unstable.KeyValue {
		return p
	}
	p.value = z.value(e.Value(), dig(values, p.path))
	return p
}

func (z *zipper) path(keys unstable.Iterator) []part {
	var path []part
	for keys.Next() {
		k := keys.Node()
		name := string(k.Data)
		path = append(path, part{name, z.pass(k.Raw), slices.Contains(z.unquoted, name)})
	}
	return path
}

// pass notes that the range r is gone through, and gives its position.
func (z *zipper) pass(r unstable.Range) diag.Pos {
	z.end = int(r.Offset) + int(r.Length)
	return z.cursor.at(int(r.Offset))
}

// dig follows a dotted key to its value.
func dig(v any, path []part) any {
	for _, p := range path {
		m, _ := v.(map[string]any)
		v = m[p.name]
	}
	return v
}

func (z *zipper) value(ast *unstable.Node, v any) *node {
	n := &node{mended: z.mended}
	switch ast.Kind {
	case unstable.Array:
		z.array(n, ast, v)
	case unstable.InlineTable:
		z.inlineTable(n, ast, v)
	default:
		n.pos = z.pass(ast.Raw)
		n.written = string(z.parser.Raw(ast.Raw))
		n.setScalar(v)
	}
	return n
}

func (z *zipper) array(n *node, ast *unstable.Node, v any) {
	z.end = skipTo(z.cursor.text, z.end, '[')
	n.kind, n.pos = listNode, z.cursor.at(z.end)
	z.end++
	items := anySlice(v)
	it := ast.Children()
	for i := 0; it.Next() && i < len(items); i++ {
		n.items = append(n.items, z.value(it.Node(), items[i]))
	}
	z.end = skipTo(z.cursor.text, z.end, ']') + 1
}

func (z *zipper) inlineTable(n *node, ast *unstable.Node, v any) {
	n.kind, n.pos, n.origin = tableNode, z.pass(ast.Raw), inline
	for it := ast.Children(); it.Next(); {
		kv := it.Node()
		path := z.path(kv.Key())
		value := z.value(kv.Value(), dig(v, path))
		// A repeated key is refused by BurntSushi/toml before this.
		if t := n.descend(path[:len(path)-1], dotted); t != nil {
			t.add(path[len(path)-1], value)
		}
	}
	z.end = skipTo(z.cursor.text, z.end, '}') + 1
}

// skipTo finds the bracket that comes after white space, separators and comments.
func skipTo(text string, i int, bracket byte) int {
	for i < len(text) && text[i] != bracket {
		if text[i] == '#' {
			i = lineEnd(text, i)
			continue
		}
		i++
	}
	return i
}

// anySlice evens out that an array of tables has a type of its own.
func anySlice(v any) []any {
	switch v := v.(type) {
	case []any:
		return v
	case []map[string]any:
		items := make([]any, len(v))
		for i := range v {
			items[i] = v[i]
		}
		return items
	}
	return nil
}

// setScalar sorts a decoded value by what it is.
func (n *node) setScalar(v any) {
	switch v := v.(type) {
	case string:
		n.kind, n.text = textNode, v
	case int64:
		n.kind, n.number, n.whole = numberNode, float64(v), true
	case float64:
		n.kind, n.number = numberNode, v
		if math.IsNaN(v) || math.IsInf(v, 0) {
			n.kind = notNumberNode
		}
	case bool:
		n.kind, n.truth = truthNode, v
	case time.Time:
		n.kind = clockNode
		if v.Location().String() == "date-local" {
			n.kind = dateNode
		}
	}
}
