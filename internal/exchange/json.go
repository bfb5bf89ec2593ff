package exchange

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"

	"samverkan/internal/compare"
)

// writeTable writes a table for programs: what it is called, its reservations and its cells, one
// per line with the same names as the columns of the CSV. What isn't known is left out.
func writeTable(b *bytes.Buffer, t *compare.Table, cells []byte) {
	b.WriteByte('{')
	if t.Example {
		pair(b, "exempel", true)
	}
	pair(b, "tabell", t.ID)
	pair(b, "rubrik", t.Title)
	pair(b, "mening", t.Sentence)
	pair(b, "utgåva", t.Year)
	pair(b, "enhet", t.Unit)
	pair(b, "förbehåll", t.Notes)
	pair(b, "tecken", signs(t))
	separateJSON(b)
	b.WriteString("\n\"celler\":[")
	b.Write(cells)
	b.WriteString("\n]}")
}

// perTable are the fields that a table says once, for all its cells.
var perTable = map[string]bool{"tabell": true, "tabellrubrik": true, "utgåva": true}

// appendJSON writes a value with its key. One that is empty is left out, and so is what the
// table says.
func (f *field) appendJSON(b []byte, v string) []byte {
	if v == "" || f.kind == boolean && v == "false" || perTable[f.name] {
		return b
	}
	if b[len(b)-1] != '{' {
		b = append(b, ',')
	}
	b = append(append(append(b, '"'), f.name...), `":`...)
	if f.kind == text || f.kind == date {
		return appendQuoted(b, v)
	}
	return append(b, v...)
}

// appendQuoted writes a text as JSON does. Most have nothing in them that needs more than the
// quotation marks.
func appendQuoted(b []byte, s string) []byte {
	for i := range len(s) {
		if s[i] < ' ' || s[i] == '"' || s[i] == '\\' || s[i] == 0xe2 { // that U+2028 and U+2029 begin with
			return append(b, encode(s)...)
		}
	}
	if !utf8.ValidString(s) {
		return append(b, encode(s)...)
	}
	return append(append(append(b, '"'), s...), '"')
}

// sign explains a mark.
type sign struct {
	Sign    string `json:"tecken"`
	Meaning string `json:"betydelse"`
}

func signs(t *compare.Table) []sign {
	var list []sign
	for _, m := range t.Legend() {
		list = append(list, sign{m.Sign, m.Meaning})
	}
	return list
}

// pair adds a key and its value to an object; an empty value is left out.
func pair(b *bytes.Buffer, key string, value any) {
	v := encode(value)
	if v == `""` || v == "null" {
		return
	}
	separateJSON(b)
	b.WriteString(`"` + key + `":` + v)
}

func separateJSON(b *bytes.Buffer) {
	if last := b.Bytes()[b.Len()-1]; last != '{' {
		b.WriteByte(',')
	}
}

// encode writes JSON without HTML's escapes, which only make Swedish text longer.
func encode(value any) string {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		panic(err) // nothing here can't be encoded: texts, integers and finite numbers
	}
	return strings.TrimSuffix(b.String(), "\n")
}
