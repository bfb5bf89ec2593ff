package main

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"samverkan/internal/diag"
	"samverkan/internal/report"
)

// askedFor are the findings in the files that check's arguments name, all of them when
// there are none.
func (c *command) askedFor(county *report.County, findings diag.List) (diag.List, *usageError) {
	if len(c.args) == 0 {
		return findings, nil
	}
	known := knownFiles(county, findings)
	for _, arg := range c.args {
		if !slices.ContainsFunc(known, func(file string) bool { return names(arg, file) }) {
			return nil, notThere(arg, county)
		}
	}
	var asked diag.List
	for _, f := range findings {
		if slices.ContainsFunc(c.args, func(arg string) bool { return names(arg, f.Pos.File) }) {
			asked = append(asked, f)
		}
	}
	return asked, nil
}

// names reports whether an argument means a file: its path, a folder that it lies in, or
// what it or such a folder is called, as a delregion's id is.
func names(arg, file string) bool {
	arg = path.Clean(strings.ReplaceAll(arg, `\`, "/"))
	if file == arg || strings.HasPrefix(file, arg+"/") {
		return true
	}
	return slices.ContainsFunc(strings.Split(file, "/"), func(part string) bool {
		return part == arg || strings.TrimSuffix(part, path.Ext(part)) == arg
	})
}

// knownFiles are the files that have been read or that something is found in. A
// delregion that hasn't begun may be asked for, too.
func knownFiles(county *report.County, findings diag.List) []string {
	files := []string{county.Site.Pos.File, county.Catalogue.Pos.File}
	for _, d := range county.Delregioner {
		files = append(files, d.Pos.File, d.ID)
	}
	for _, s := range county.Submissions {
		files = append(files, s.File)
	}
	for _, n := range county.Narratives {
		files = append(files, n.File)
	}
	for _, f := range findings {
		files = append(files, f.Pos.File)
	}
	return files
}

func notThere(arg string, county *report.County) *usageError {
	var ids []string
	for _, d := range county.Delregioner {
		ids = append(ids, d.ID)
	}
	return &usageError{fmt.Sprintf("varken data/ eller content/ har något som heter %q", arg),
		diag.DidYouMean(arg, ids, "skriv en delregions id, ett år eller en fil, till exempel "+
			"samverkan check data/2024/simba.toml")}
}
