package load

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"samverkan/internal/diag"
)

// folder decides whether to look into a folder of data or content.
func (l *loader) folder(name string) error {
	parent, base := path.Split(name)
	if parent != "data/" {
		return nil
	}
	if _, ok := parseYear(base); ok {
		return nil
	}
	hint := "ta bort den, eller döp den till ett årtal, till exempel data/2023"
	if digits := strings.Trim(base, "abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ -_.()"); isYear(digits) {
		hint = "döp om den till data/" + digits
	}
	l.findings.Errorf(diag.Pos{File: name}, "okand-fil", hint, "mappen %s är inget årtal och läses inte", quote(base))
	return fs.SkipDir
}

func isYear(s string) bool {
	_, ok := parseYear(s)
	return ok
}

// wanted decides by its name whether a file is read, and reports those that seem to
// have been meant to be.
func (l *loader) wanted(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	stem := strings.TrimSuffix(name, path.Ext(name))
	want := ".toml"
	if strings.HasPrefix(name, "content/") {
		want = ".md"
	}
	switch {
	case ext == want && want == ".md":
		return true
	case ext == want:
		return l.wantedData(name)
	case strings.EqualFold(path.Ext(stem), want):
		l.findings.Errorf(diag.Pos{File: name}, "okand-fil", "döp om den till "+path.Base(stem),
			"filen har ändelsen %s efter %s och läses inte", ext, want)
	case ext == ".toml" || ext == ".md":
		l.misplaced(name, ext)
	case want == ".md" && slices.Contains(pictures, ext):
		// Pictures are for the texts that show them.
	default:
		l.findings.Warnf(diag.Pos{File: name}, "okand-fil", "ta bort den, eller spara den som "+want,
			"filen är ingen %s-fil och läses inte", want)
	}
	return false
}

// misplaced reports a text among the data, or data among the texts.
func (l *loader) misplaced(name, ext string) {
	home, what := "data", "uppgifter (.toml) läses inte i mappen content"
	if ext == ".md" {
		home, what = "content", "texter (.md) läses inte i mappen data"
	}
	parts := strings.Split(name, "/")
	if len(parts) > 2 && isYear(parts[1]) {
		home += "/" + parts[1]
	}
	l.findings.Errorf(diag.Pos{File: name}, "okand-fil", "flytta den till "+home+"/", "%s", what)
}

var pictures = []string{".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp", ".avif", ".pdf", ".csv", ".xlsx"}

// wantedData accepts data/x.toml for the three shared files, and data/<year>/x.toml.
func (l *loader) wantedData(name string) bool {
	parts := strings.Split(name, "/")
	pos := diag.Pos{File: name}
	switch len(parts) {
	case 3:
		return true
	case 2:
		shared := []string{siteFile, registerFile, catalogueFile}
		if slices.Contains(shared, name) {
			return true
		}
		hint := "inlämningar ligger i en mapp per år, till exempel data/2023/" + parts[1]
		if meant := closest(name, shared); meant != "" {
			hint = "menade du " + quote(meant) + "?"
		}
		l.findings.Errorf(pos, "okand-fil", hint, "filen hör inte hemma i mappen data och läses inte")
	default:
		l.findings.Errorf(pos, "okand-fil", "flytta den till "+path.Join(parts[0], parts[1], parts[len(parts)-1]),
			"filen ligger i en mapp för mycket och läses inte")
	}
	return false
}

// owner finds whose a file is by its name, and reports a name that is nobody's.
// Capitals are forgiven, since Windows doesn't mind them.
func (l *loader) owner(name, base string) (id string, ok bool) {
	id = strings.ToLower(base)
	if slices.Contains(l.known, id) {
		if id != base {
			l.findings.Warnf(diag.Pos{File: name}, "okand-fil", "döp om "+base+" till "+id,
				"namnet %s har stora bokstäver; det fungerar på vissa datorer men inte på alla", quote(base))
		}
		return id, true
	}
	if len(l.county.Delregioner) == 0 {
		return "", false // that the register is missing has been said
	}
	if m := copyLike.FindStringSubmatch(base); m != nil {
		if original := closest(m[1]+m[2], l.known); original != "" {
			l.copied(name, base, original)
			return "", false
		}
	}
	hint := "välj ett id ur " + registerFile + ": " + oneOf(l.known)
	if meant := closest(base, l.known); meant != "" {
		hint = "menade du " + quote(meant) + "?"
	}
	l.findings.Errorf(diag.Pos{File: name}, "okand-fil", hint, "ingen delregion i registret heter %s", quote(base))
	return "", false
}

// copyLike is a name that a file manager, a browser or a person gives to a copy.
var copyLike = regexp.MustCompile(`(?i)^(?:(?:kopia av|copy of)[ _-]+(.+)|(.+?)(?:[ _]?\(\d+\)|(?:[ _]*[-–][ _]*|[ _]+)(?:kopia|copy)(?:[ _]?\(?\d+\)?)?))$`)

// copied reports what seems to be a copy of a delregion's file or folder.
func (l *loader) copied(name, base, original string) {
	first := path.Join(path.Dir(name), original+path.Ext(name))
	hint := "döp om den till " + path.Base(first) + ", eller ta bort den"
	if slices.ContainsFunc(l.files, func(f file) bool { return f.name == first || strings.HasPrefix(f.name, first+"/") }) {
		hint = "jämför med " + first + ", behåll den som gäller under det namnet och ta bort den andra"
	}
	l.findings.Errorf(diag.Pos{File: name}, "okand-fil", hint,
		"%s ser ut att vara en kopia av %s och läses inte", quote(base), quote(original))
}
