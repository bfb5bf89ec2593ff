package exchange

import (
	"bytes"
	"encoding/json"
	"strings"

	"samverkan/internal/compare"
)

// writeTable writes a table for programs: what it is called, its reservations and its cells, one
// per line with the same names as the columns of the CSV. What isn't known is left out.
func (e *Exporter) writeTable(b *bytes.Buffer, t *compare.Table) {
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
	records := e.records(t)
	for i := range records {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		writeRecord(b, &records[i])
	}
	b.WriteString("\n]}")
}

// perTable are the fields that a table says once, for all its cells.
var perTable = map[string]bool{"tabell": true, "tabellrubrik": true, "utgåva": true}

func writeRecord(b *bytes.Buffer, r *record) {
	b.WriteByte('{')
	for _, f := range fields {
		v := f.of(r)
		switch {
		case v == "" || perTable[f.name] || f.kind == boolean && v == "false":
		case f.kind == text || f.kind == date:
			pair(b, f.name, v)
		default:
			pair(b, f.name, json.RawMessage(v))
		}
	}
	b.WriteByte('}')
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
	b.WriteString(encode(key) + ":" + v)
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
