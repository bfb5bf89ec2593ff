package page

import (
	"strings"
	"testing"
	"testing/fstest"

	"samverkan/layouts"
)

// The commonest faults of a template are explained in Swedish, by what html/template
// really says today.
func TestTemplateWords(t *testing.T) {
	for template, want := range map[string]string{
		`{{define "innehall"}}{{.FinnsInte}}{{end}}`:                                  "vid {{.FinnsInte}}: sidan har inget som heter .FinnsInte",
		`{{define "innehall"}}{{hitta .}}{{end}}`:                                     "det finns ingen funktion som heter hitta",
		`{{define "innehall"}}{{template "hem" .}}{{end}}`:                            "det finns ingen mall som heter hem",
		`{{define "innehall"}}{{if .Lead}}<p>{{end}}`:                                 "mallen tar slut för tidigt; troligen saknas {{end}}",
		`{{define "innehall"}}{{if}}{{end}}{{end}}`:                                   "if behöver ett värde",
		"{{define \"innehall\"}}{{.Lead\n<p>}}{{end}}":                                "går inte att ha i",
		`{{define "innehall"}}{{index .Contents 99}}{{end}}`:                          "listan har ingen plats 99",
		`{{define "innehall"}}{{lank .Heading}}{{end}}`:                               "vid {{.Heading}}: ska vara Link, inte string",
		`{{define "innehall"}}{{lanklista .Years}}{{end}}`:                            "lanklista ska ha 2 värden, inte 1",
		`{{define "innehall"}}{{tabellrader}}{{end}}`:                                 "tabellrader ska ha 1 värde, inte 0",
		`{{define "innehall"}}{{index}}{{end}}`:                                       "index ska ha minst 1 värde, inte 0",
		"{{define \"innehall\"}}{{if .Lead}}<p>{{end}}\n{{define \"titel\"}}x{{end}}": "troligen saknas {{end}} före den här raden",
		`{{define "innehall"}}{{end}}{{end}}`:                                         "{{end}} hör inte till något",
		`{{define "innehall"}}{{else}}{{end}}`:                                        "{{else}} hör inte till något",
	} {
		in := input()
		in.Layouts = overlay{fstest.MapFS{"notfound/page.html": {Data: []byte(template)}}, layouts.FS}
		_, finds, err := render(in)
		if err != nil || len(finds) != 1 {
			t.Errorf("%s: %v %v", template, finds, err)
			continue
		}
		if f := finds[0]; !strings.Contains(f.Message, want) || f.Pos.File != "layouts/notfound/page.html" || f.Pos.Line == 0 {
			t.Errorf("%s: %s: %s", template, f.Pos, f.Message)
		}
	}
}
