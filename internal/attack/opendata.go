package attack

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"iter"
	"strings"

	"samverkan/internal/compare"
)

// telltale is what says something of a fact in the open data: its figure, what it is
// made of, how sure it is and what the pages show.
var telltale = []string{"värde", "täljare", "konfidens_låg", "konfidens_hög", "visas"}

// csv reads the rows of masked facts. All others say what the comparison said.
func (w *Watch) csv(f File) []Leak {
	var found []Leak
	var header []string
	for record := range records(f.Data) {
		if header == nil && bytes.Contains(record, []byte("nyckel")) {
			header = fields(record)
			continue
		}
		key := lastText(record)
		if !w.keys[string(key)] {
			continue
		}
		values := fields(record)
		row := map[string]string{}
		for i, v := range values {
			if i < len(header) {
				row[header[i]] = v
			}
		}
		if len(values) != len(header) || row["nyckel"] != string(key) {
			found = append(found, unread(f, key))
			continue
		}
		found = append(found, w.row(f, row)...)
	}
	return found
}

// records gives a CSV's records: a line each, or more where a text goes on over its end.
func records(data []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		from, end, quotes := 0, 0, 0
		for line := range bytes.Lines(data) {
			end += len(line)
			if quotes += bytes.Count(line, []byte(`"`)); quotes%2 == 0 || end == len(data) {
				if !yield(data[from:end]) {
					return
				}
				from = end
			}
		}
	}
}

// lastText is the last text in quotes, where the key of a fact stands.
func lastText(record []byte) []byte {
	end := max(0, bytes.LastIndexByte(record, '"'))
	return record[bytes.LastIndexByte(record[:end], '"')+1 : end]
}

// fields are nil where they can't be told apart.
func fields(record []byte) []string {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(record, []byte("\ufeff"))))
	r.Comma = ';'
	row, err := r.Read()
	if err != nil {
		return nil
	}
	return row
}

// json reads the rows of masked facts: one to a line.
func (w *Watch) json(f File) []Leak {
	var found []Leak
	for line := range bytes.Lines(f.Data) {
		for i, rest := range keyed(line) {
			key, _, _ := bytes.Cut(rest, []byte(`"`))
			if !w.keys[string(key)] {
				continue
			}
			row, ok := object(line)
			if !ok || i > 0 || row["nyckel"] != string(key) {
				found = append(found, unread(f, key))
				continue
			}
			found = append(found, w.row(f, row)...)
		}
	}
	return found
}

// keyed gives what follows each key in a line, with its number in order.
func keyed(line []byte) iter.Seq2[int, []byte] {
	return func(yield func(int, []byte) bool) {
		for i, rest := 0, line; ; i++ {
			var ok bool
			if _, rest, ok = bytes.Cut(rest, []byte(`"nyckel":"`)); !ok || !yield(i, rest) {
				return
			}
		}
	}
}

// object is what the first object in a line says, if all of it stands there.
func object(line []byte) (map[string]string, bool) {
	var values map[string]any
	before, _, _ := bytes.Cut(line, []byte("{"))
	if json.NewDecoder(bytes.NewReader(line[len(before):])).Decode(&values) != nil {
		return nil, false
	}
	row := map[string]string{}
	for name, v := range values {
		row[name] = fmt.Sprint(v)
	}
	return row, true
}

// unread is a row of a masked fact that can't be read, and so can't be let through.
func unread(f File, key []byte) Leak {
	return Leak{Key: string(key), Text: fmt.Sprintf("%s: %s är maskerad men dess rad går inte att läsa", f.Path, key)}
}

// row finds what a row says of its masked fact.
func (w *Watch) row(f File, row map[string]string) []Leak {
	for _, name := range telltale {
		if v := row[name]; hasDigit(strings.TrimPrefix(v, sourceMark(v))) {
			return []Leak{{Key: row["nyckel"], Text: fmt.Sprintf("%s: %s är maskerad men %s är %s", f.Path, row["nyckel"], name, v)}}
		}
	}
	return nil
}

// sourceMark is the text when it is a mark that a source has set, "<5".
func sourceMark(s string) string {
	if rest, ok := strings.CutPrefix(s, "<"); ok && strings.Trim(rest, " 0123456789") == "" {
		return s
	}
	return ""
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// keyOf names a cell: its key, or where it stands.
func keyOf(t *compare.Table, r compare.Row, column int) string {
	if k := r.Cells[column].Key; k != "" {
		return k
	}
	return fmt.Sprintf("%d/%s/%s/%s", t.Year, t.ID, r.ID, t.Columns[column].ID)
}
