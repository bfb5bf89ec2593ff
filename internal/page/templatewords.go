package page

import "regexp"

// templateWords turns what html/template says most often into Swedish. What it says
// besides is left as it is: better English than nothing.
var templateWords = []struct {
	said *regexp.Regexp
	word string
}{
	{regexp.MustCompile(`executing "[^"]*" at <(.*?)>: `), `vid {{$1}}: `},
	{regexp.MustCompile(`can't evaluate field (\w+) in type \S+`), `sidan har inget som heter .$1`},
	{regexp.MustCompile(`index out of range: (\d+)`), `listan har ingen plats $1`},
	{regexp.MustCompile(`function "([^"]+)" not defined`), `det finns ingen funktion som heter $1`},
	{regexp.MustCompile(`(?:no such template|template) "([^"]+)"(?: not defined)?`), `det finns ingen mall som heter $1`},
	{regexp.MustCompile(`missing value for (\w+)`), `$1 behöver ett värde`},
	{regexp.MustCompile(`wrong type for value; expected (?:\w+\.)?(\w+); got (?:\w+\.)?(\w+)`), `ska vara $1, inte $2`},
	{regexp.MustCompile(`want at least (\d+) got`), `want minst $1 got`},
	{regexp.MustCompile(`wrong number of args for (\w+): want (minst )?1 got (\d+)`), `$1 ska ha ${2}1 värde, inte $3`},
	{regexp.MustCompile(`wrong number of args for (\w+): want ((?:minst )?\d+) got (\d+)`), `$1 ska ha $2 värden, inte $3`},
	{regexp.MustCompile(`unexpected <define> in command`), `{{define}} kan inte stå inuti något annat; troligen saknas {{end}} före den här raden`},
	{regexp.MustCompile(`unexpected \{\{(end|else)\}\}`), `{{$1}} hör inte till något; troligen står {{end}} en gång för mycket före den här raden`},
	{regexp.MustCompile(`unexpected EOF`), `mallen tar slut för tidigt; troligen saknas {{end}}`},
	{regexp.MustCompile(`unexpected (.+) in (\w+)`), `$1 går inte att ha i $2`},
	{regexp.MustCompile(`unclosed action`), `{{ utan }}`},
}

func inSwedish(said string) string {
	for _, w := range templateWords {
		said = w.said.ReplaceAllString(said, w.word)
	}
	return said
}
