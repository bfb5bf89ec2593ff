package attack

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode"

	"samverkan/internal/compare"
)

// telltale is what says something of a fact in the open data: its figure, what it is
// made of, how sure it is and what the pages show.
var telltale = []string{"värde", "täljare", "konfidens_låg", "konfidens_hög", "visas"}

// csv reads the rows of masked facts. All others say what the comparison said. A key is taken
// for the last text of its row; in a file where another comes after it no row can be told.
func (w *Watch) csv(f File) []Leak {
	var found []Leak
	var header []string
	after := 0 // columns that come after the key
	for record := range records(f.Data) {
		if header == nil && bytes.Contains(record, []byte("nyckel")) {
			if names := fields(record); slices.Contains(names, "nyckel") {
				header, after = names, len(names)-1-slices.Index(names, "nyckel")
				continue
			}
		}
		key, rest := lastText(record)
		if bytes.Count(rest, []byte(";")) < after {
			return append(found, Leak{Text: fmt.Sprintf("%s: en text står efter nyckeln, så raderna går inte att läsa", f.Path)})
		}
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

// lastText is the last text in quotes, where the key of a fact stands, and what comes after it.
func lastText(record []byte) (text, rest []byte) {
	end := max(0, bytes.LastIndexByte(record, '"'))
	from, doubled := end, false
	for from > 0 {
		from = bytes.LastIndexByte(record[:from], '"')
		if from < 1 || record[from-1] != '"' {
			break
		}
		from, doubled = from-1, true // a quotation mark in the text
	}
	text = record[from+1 : max(end, from+1)]
	if doubled {
		text = bytes.ReplaceAll(text, []byte(`""`), []byte(`"`))
	}
	return text, record[end:]
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
			key, readable := quoted(rest)
			if readable && !w.keys[string(key)] {
				continue
			}
			row, ok := object(line)
			if !readable || !ok || i > 0 || row["nyckel"] != string(key) {
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

// quoted is the text of which the first quotation mark has been read.
func quoted(rest []byte) (text []byte, ok bool) {
	text, _, ok = bytes.Cut(rest, []byte(`"`))
	if ok && bytes.IndexByte(text, '\\') < 0 {
		return text, true
	}
	var whole string
	err := json.NewDecoder(io.MultiReader(strings.NewReader(`"`), bytes.NewReader(rest))).Decode(&whole)
	return []byte(whole), err == nil
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

// written is a key as a spreadsheet gets it, without the control characters that it can't have.
func written(key string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return ' '
		}
		return r
	}, strings.ReplaceAll(key, "\r\n", "\n"))
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
