// Package licences knows what the program consists of besides its own code: the Go
// modules it is linked from and the npm packages in its bundles, each with the full
// text of its licence.
//
// The list is gathered when the program is built (see gather) and embedded, so what a
// program says is about that program. Nothing of it is kept in the repository.
package licences

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Component is something of others that the program holds.
type Component struct {
	Name    string // of the Go module or npm package
	Version string
	Kind    string // "Go" or "npm"
	Texts   []Text // its licence, and notices that must go with it
}

// Text is one file of a licence.
type Text struct{ File, Text string }

// Titles are the beginnings of the licences by which they are known.
var titles = []struct{ name, mark string }{
	{"OFL-1.1", "SIL OPEN FONT LICENSE"},
	{"Apache-2.0", "Apache License"},
	{"MIT", "Permission is hereby granted, free of charge"},
	{"ISC", "Permission to use, copy, modify, and/or distribute this software"},
	{"0BSD", "Permission to use, copy, modify, and distribute this software for any"},
	{"BSD-3-Clause", "Neither the name of"},
	{"BSD-3-Clause", "may be used to endorse or promote"},
	{"BSD-2-Clause", "Redistributions in binary form must reproduce"},
}

// Licence names the licence in short, by what stands in its text.
func (c Component) Licence() string {
	var found []string
	for _, t := range c.Texts {
		text := strings.Join(strings.Fields(t.Text), " ")
		for _, known := range titles {
			if strings.Contains(text, known.mark) {
				found = append(found, known.name)
				break
			}
		}
	}
	if len(found) == 0 {
		return "se texten"
	}
	slices.Sort(found)
	return strings.Join(slices.Compact(found), ", ")
}

// Read understands what Write wrote.
func Read(data []byte) ([]Component, error) {
	var list []Component
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, fmt.Errorf("the list of licences: %w", err)
	}
	return list, nil
}

// Write puts components into the form that is embedded, sorted.
func Write(list []Component) ([]byte, error) {
	slices.SortFunc(list, func(a, b Component) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Name, b.Name))
	})
	return json.MarshalIndent(list, "", " ")
}
