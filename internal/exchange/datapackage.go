package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"samverkan/internal/compare"
)

// The parts of a Frictionless Data Package (datapackage.org, version 2) that are known
// here. There is no licence: nobody has said which, and it isn't ours to invent.
type description struct {
	Schema       string        `json:"$schema"`
	Name         string        `json:"name"`
	Title        string        `json:"title"`
	Description  string        `json:"description"`
	Version      string        `json:"version"`
	Homepage     string        `json:"homepage,omitempty"`
	Example      bool          `json:"exempel,omitempty"`
	Contributors []contributor `json:"contributors,omitempty"`
	Sources      []source      `json:"sources,omitempty"`
	Resources    []resource    `json:"resources"`
}

type contributor struct {
	Title string   `json:"title"`
	Roles []string `json:"roles"`
}

type source struct {
	Title string `json:"title"`
	Path  string `json:"path,omitempty"`
}

type resource struct {
	Name      string   `json:"name"`
	Title     string   `json:"title,omitempty"`
	Type      string   `json:"type,omitempty"`
	Path      string   `json:"path"`
	Format    string   `json:"format"`
	MediaType string   `json:"mediatype"`
	Encoding  string   `json:"encoding"`
	Bytes     int      `json:"bytes"`
	Hash      string   `json:"hash"`
	Dialect   *dialect `json:"dialect,omitempty"`
	Schema    string   `json:"schema,omitempty"`
}

type dialect struct {
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
	CommentChar    string `json:"commentChar"`
}

type tableSchema struct {
	Schema        string        `json:"$schema"`
	Fields        []schemaField `json:"fields"`
	MissingValues []string      `json:"missingValues"`
}

type schemaField struct {
	Name        string   `json:"name"`
	Type        kind     `json:"type"`
	Description string   `json:"description"`
	DecimalChar string   `json:"decimalChar,omitempty"`
	TrueValues  []string `json:"trueValues,omitempty"`
	FalseValues []string `json:"falseValues,omitempty"`
}

// schema is the columns of every CSV.
func schema() []byte {
	s := tableSchema{Schema: "https://datapackage.org/profiles/2.0/tableschema.json", MissingValues: []string{""}}
	for _, f := range fields {
		one := schemaField{Name: f.name, Type: f.kind, Description: f.about}
		switch f.kind {
		case number:
			one.DecimalChar = ","
		case boolean:
			one.TrueValues, one.FalseValues = []string{"ja"}, []string{"nej"}
		}
		s.Fields = append(s.Fields, one)
	}
	return indented(s)
}

// description is datapackage.json, once every other file of the package is there.
func (e *Exporter) description(pkg Package, tables []*compare.Table) []byte {
	site := e.comparison.Site
	d := description{
		Schema: "https://datapackage.org/profiles/2.0/datapackage.json",
		Name:   fmt.Sprintf("samverkan-%d", pkg.Year), Title: e.title(pkg.Year), Version: pkg.Version,
		Description: "Alla tabeller i årsrapporten, en rad per uppgift. Små antal är maskerade: de finns inte i filerna.",
		Homepage:    site.BaseURL, Example: site.Example,
	}
	if site.Example {
		d.Description = "Exempel: alla uppgifter är påhittade. " + d.Description
	}
	if site.Publisher != "" {
		d.Contributors = []contributor{{site.Publisher, []string{"publisher"}}}
	}
	for _, s := range e.comparison.Sources {
		d.Sources = append(d.Sources, source{s.Name, s.Link})
	}
	d.Resources = append(d.Resources, csvResource(pkg.Year, pkg.Whole[0], "alla-tabeller", "Alla tabeller"), jsonResource(pkg.Year, pkg.Whole[1]))
	for i, t := range tables {
		d.Resources = append(d.Resources, csvResource(pkg.Year, pkg.Tables[i], t.ID, t.Title))
	}
	return indented(d)
}

func csvResource(year int, f File, name, title string) resource {
	return resource{
		Name: name, Title: title, Type: "table", Path: inFolder(year, f), Format: "csv", MediaType: "text/csv", Encoding: "utf-8",
		Bytes: len(f.Data), Hash: "sha256:" + f.Checksum,
		Dialect: &dialect{Delimiter: ";", LineTerminator: newLine, CommentChar: "#"},
		Schema:  path.Base(schemaPath(year)),
	}
}

func jsonResource(year int, f File) resource {
	return resource{
		Name: "alla-tabeller-json", Title: "Alla tabeller som JSON", Path: inFolder(year, f), Format: "json",
		MediaType: "application/json", Encoding: "utf-8", Bytes: len(f.Data), Hash: "sha256:" + f.Checksum,
	}
}

// inFolder is a file's path as the description writes it, from where it stands itself.
func inFolder(year int, f File) string {
	return strings.TrimPrefix(f.Path, compare.DataFolder(year)+"/")
}

func indented(value any) []byte {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		panic(err) // texts and integers only
	}
	return b.Bytes()
}
