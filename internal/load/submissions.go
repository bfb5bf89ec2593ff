package load

import (
	"path"
	"strconv"
	"strings"

	"samverkan/internal/diag"
	"samverkan/internal/report"
)

// submissions reads data/<year>/<delregion>.toml.
func (l *loader) submissions() {
	seen := map[string]string{} // year/id to file
	for _, f := range l.files {
		parts := strings.Split(f.name, "/")
		if parts[0] != "data" || len(parts) != 3 {
			continue
		}
		year, base := placed(f.name)
		l.years[year] = true
		id, ok := l.owner(f.name, base)
		if !ok {
			continue
		}
		key := parts[1] + "/" + id
		if first := seen[key]; first != "" {
			l.findings.Errorf(diag.Pos{File: f.name}, "okand-fil", "ta bort den ena", "filen är samma inlämning som %s", first)
			continue
		}
		seen[key] = f.name
		l.submission(f)
	}
}

func (l *loader) submission(f file) {
	before := len(l.findings)
	value, says := l.once(f, "", f.submission)
	if says {
		l.county.Submissions = append(l.county.Submissions, value.(*report.Submission))
		return
	}
	if len(l.findings) == before {
		l.findings.Warnf(diag.Pos{File: f.name}, "tom-fil", "fyll i den, eller ta bort den tills underlaget finns",
			"filen är tom och räknas inte som inlämnad")
	}
}

// submission reads data/<year>/<delregion>.toml.
func (f file) submission(l *loader) (any, bool) {
	year, id := placed(f.name)
	s := &report.Submission{Delregion: strings.ToLower(id), Year: year, File: f.name}
	return s, l.bind(f, "inlamning", s)
}

// placed is the year and the name without extension of data/<year>/<delregion>.toml.
func placed(name string) (year int, base string) {
	parts := strings.Split(name, "/")
	year, _ = strconv.Atoi(parts[1])
	return year, strings.TrimSuffix(parts[2], path.Ext(parts[2]))
}
