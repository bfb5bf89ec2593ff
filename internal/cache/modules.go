package cache

import (
	"runtime/debug"
	"slices"
	"strings"
)

// Modules names the program's modules whose paths begin so, with their versions and what replaces them, for the key of
// what those make; and the Go that they were compiled by.
func Modules(prefixes ...string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	return modules(info, prefixes)
}

func modules(info *debug.BuildInfo, prefixes []string) string {
	said := []string{info.GoVersion}
	for _, m := range info.Deps {
		if !slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(m.Path, p) }) {
			continue
		}
		said = append(said, m.Path+" "+m.Version)
		if m.Replace != nil {
			said = append(said, "=> "+m.Replace.Path+" "+m.Replace.Version)
		}
	}
	return strings.Join(said, "\n")
}
