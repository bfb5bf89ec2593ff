package attack

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
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
	for line := range bytes.Lines(f.Data) {
		if header == nil {
			if bytes.Contains(line, []byte("nyckel")) {
				header = fields(line)
			}
			continue
		}
		if !w.mentions(line) {
			continue
		}
		row := map[string]string{}
		for i, v := range fields(line) {
			if i < len(header) {
				row[header[i]] = v
			}
		}
		found = append(found, w.row(f, row)...)
	}
	return found
}

// mentions reports whether the line's key is that of a masked fact: the last quoted field.
func (w *Watch) mentions(line []byte) bool {
	end := bytes.LastIndexByte(line, '"')
	if end < 0 {
		return false
	}
	start := bytes.LastIndexByte(line[:end], '"')
	return w.keys[string(line[start+1:end])]
}

func fields(line []byte) []string {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(line, []byte("\ufeff"))))
	r.Comma, r.LazyQuotes = ';', true
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
		key, _, ok := bytes.Cut(after(line, `"nyckel":"`), []byte(`"`))
		if !ok || !w.keys[string(key)] {
			continue
		}
		var object map[string]any
		inner, _, _ := bytes.Cut(line, []byte("{"))
		inner = bytes.TrimRight(line[len(inner):], ",]}\r\n")
		if json.Unmarshal([]byte(string(inner)+"}"), &object) != nil {
			continue
		}
		row := map[string]string{}
		for name, v := range object {
			row[name] = fmt.Sprint(v)
		}
		found = append(found, w.row(f, row)...)
	}
	return found
}

func after(line []byte, mark string) []byte {
	_, rest, _ := bytes.Cut(line, []byte(mark))
	return rest
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
