package main

import (
	"io/fs"
	"os"

	"samverkan/internal/diag"
	"samverkan/layouts"
)

// ownLayouts opens the site's layouts/ folder; a site without one has an empty one. What
// symbolic links lead out of the site's folder to isn't read.
func ownLayouts(site string) (own fs.FS, done func(), err error) {
	root, err := os.OpenRoot(site)
	if err != nil {
		return nil, nil, err
	}
	own, err = fs.Sub(root.FS(), "layouts")
	return own, func() { _ = root.Close() }, err
}

// hasLayouts reports whether a site has any templates of its own.
func hasLayouts(own fs.FS) bool {
	names, _ := fs.Glob(own, "*/*.html") // fails only for a malformed pattern
	return len(names) > 0
}

// unusedLayouts finds files that stand where nothing looks for them, as misspelt ones do.
func unusedLayouts(own fs.FS) diag.List {
	var findings diag.List
	for _, name := range layouts.Unused(own) {
		findings.Warnf(diag.Pos{File: "layouts/" + name}, "oanvand-mall",
			diag.DidYouMean(name, layouts.Replaceable(), "handbokens sida Egna mallar säger vilka namn som gäller"),
			"filen används inte: programmet har ingen mall eller stilmall som heter så")
	}
	return findings
}
