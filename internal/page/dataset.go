package page

import (
	"path"
	"strings"

	"samverkan/internal/compare"
)

// Dataset tells search engines for data what a page holds, as schema.org has it. There
// is no licence in it: nobody has said which.
type Dataset struct {
	Context     string         `json:"@context"`
	Type        string         `json:"@type"`
	Name        string         `json:"name"`
	Description string         `json:"description"`
	URL         string         `json:"url"`
	Language    string         `json:"inLanguage"`
	Time        string         `json:"temporalCoverage"`
	Place       string         `json:"spatialCoverage,omitempty"`
	Creator     Organisation   `json:"creator"`
	Free        bool           `json:"isAccessibleForFree"`
	Published   string         `json:"datePublished,omitempty"`
	Files       []DataDownload `json:"distribution,omitempty"`
}

// Organisation is who is behind something.
type Organisation struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

// DataDownload is a file of the dataset.
type DataDownload struct {
	Type   string `json:"@type"`
	Format string `json:"encodingFormat"`
	URL    string `json:"contentUrl"`
}

// dataset describes a year or an indicator; nil for other pages, and where the address
// of the site isn't known.
func (p *pen) dataset(heading, description string) *Dataset {
	site, y := p.cmp.Site, p.year(p.sheet.year)
	if site.BaseURL == "" || y == nil || p.sheet.layout != "year" && p.sheet.layout != "indicator" {
		return nil
	}
	if !strings.Contains(heading, itoa(y.Year)) {
		heading += " " + itoa(y.Year)
	}
	d := &Dataset{
		Context: "https://schema.org", Type: "Dataset", Name: heading, Description: description,
		URL: canonical(site.BaseURL, p.sheet.path), Language: "sv",
		Time: itoa(y.Year) + "-01-01/" + itoa(y.Year) + "-12-31", Place: site.County,
		Creator: Organisation{"Organization", site.Publisher}, Free: true,
		Published: lastSubmitted(y).String(),
	}
	for _, file := range p.datasetFiles(y) {
		d.Files = append(d.Files, DataDownload{"DataDownload", formats[path.Ext(file)], canonical(site.BaseURL, file)})
	}
	return d
}

// formats are the media types of the files of open data.
var formats = map[string]string{
	".csv": "text/csv", ".json": "application/json",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

func (p *pen) datasetFiles(y *compare.Year) []string {
	data := p.dataYear(y.Year)
	if data == nil {
		return nil
	}
	var files []string
	if p.sheet.layout == "year" {
		for _, f := range data.Package().Files {
			if formats[path.Ext(f.Path)] != "" {
				files = append(files, f.Path)
			}
		}
		return files
	}
	for i := range y.Indicators {
		if ind := &y.Indicators[i]; p.sheet.path == yearPath(y.Year, "indikatorer", ind.Slug) && p.published(&ind.Table) {
			files = append(files, ind.Table.CSVPath())
		}
	}
	return files
}
