package page

import (
	"fmt"
	"slices"

	"samverkan/internal/compare"
)

// DataPage lists everything as open data.
type DataPage struct {
	Frame
	Packages  []DataYearView // the newest first
	Masking   Link
	MinCount  int
	Publisher string
}

// DataYearView is a year's package.
type DataYearView struct {
	Year    int
	ID      string
	Version string
	Files   []DataFileView
	Tables  []DataTableView
}

// DataFileView is a file of the package.
type DataFileView struct {
	Link
	About, Size, Checksum string
}

// DataTableView is a table's files.
type DataTableView struct {
	Title     string
	Downloads []Link
}

func dataSheets(p *press) []sheet {
	if len(p.in.Data) == 0 {
		return nil
	}
	return []sheet{{path: "data/index.html", layout: "data", title: "Öppna data", fill: fillData}}
}

func fillData(p *pen) any {
	page := &DataPage{MinCount: p.cmp.Site.Statistics.MinCount, Publisher: p.cmp.Site.Publisher,
		Masking: p.page("metod/index.html#maskering", "Små antal maskeras")}
	page.Frame = p.frame("Öppna data", "Alla siffror i rapporten som filer, för kalkylprogram och för program. De är desamma som på sidorna, med samma förbehåll.")
	for _, y := range slices.Backward(p.in.Data) {
		page.Packages = append(page.Packages, p.dataYearView(&y))
		page.Contents = append(page.Contents, Entry{ID: "ar-" + itoa(y.Year), Text: itoa(y.Year)})
	}
	page.Contents = append(page.Contents, Entry{ID: "format", Text: "Så är filerna gjorda"}, Entry{ID: "hanvisa", Text: "Hänvisa till uppgifterna"})
	return page
}

func (p *pen) dataYearView(y *DataYear) DataYearView {
	pkg := y.Package()
	view := DataYearView{Year: y.Year, ID: "ar-" + itoa(y.Year), Version: pkg.Version}
	for _, f := range pkg.Files {
		view.Files = append(view.Files, DataFileView{
			Link: Link{Href: p.href(f.Path), Text: f.name()}, About: aboutFile(f), Size: fileSize(f.Bytes), Checksum: f.Checksum,
		})
	}
	seen := map[string]bool{}
	for _, t := range p.cmp.Tables() {
		if t.Year != y.Year || seen[t.ID] || t.Repeats() {
			continue
		}
		seen[t.ID] = true
		view.Tables = append(view.Tables, DataTableView{Title: t.Title, Downloads: p.downloads(t)})
	}
	return view
}

// aboutFile says what a file of the package is for, by the end of its name.
func aboutFile(f DataFile) string {
	switch name := f.name(); {
	case name == "datapackage.json":
		return "Beskrivning av alla filer, med kontrollsummor (Frictionless Data Package)"
	case name == "schema.json":
		return "Vad varje kolumn betyder (Table Schema)"
	case len(name) > 4 && name[len(name)-4:] == ".csv":
		return "Alla tabeller, en rad per uppgift; öppnas i Excel"
	}
	return "Samma uppgifter för program"
}

// fileSize is a size as people say it.
func fileSize(bytes int) string {
	if bytes < 1000*1000 {
		return fmt.Sprintf("%s kB", compare.FormatNumber(float64(max(1, (bytes+500)/1000)), 0))
	}
	return compare.FormatNumber(float64(bytes)/1e6, 1) + " MB"
}
