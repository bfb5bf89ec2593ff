package main

import (
	"maps"
	"slices"
	"sync"

	"samverkan/internal/compare"
	"samverkan/internal/diag"
	"samverkan/internal/exchange"
	"samverkan/internal/page"
)

// packages are the years' open data, made when somebody asks for any of it, and kept for as
// long as the year stays as it is.
type packages map[*compare.Year]func() exchange.Package

// openData adds every year's figures and drawings as files, and gives what the pages need to
// know of them.
func (s *site) openData(c *compare.Comparison, kept packages) []page.DataYear {
	var years []page.DataYear
	exporter := exchange.New(c)
	maps.DeleteFunc(kept, func(y *compare.Year, _ func() exchange.Package) bool { return !slices.Contains(c.Years, y) })
	for _, y := range c.Years {
		paths := exporter.Paths(y.Year)
		if len(paths) == 0 {
			continue
		}
		if kept[y] == nil {
			kept[y] = sync.OnceValue(func() exchange.Package {
				pkg, _ := exporter.Package(y.Year)
				return pkg
			})
		}
		pkg := kept[y]
		files := sync.OnceValue(func() []exchange.File { return pkg().Files() })
		years = append(years, page.DataYear{Year: y.Year, Package: func() page.DataPackage { return dataPackage(pkg()) }})
		for i, path := range paths {
			s.add(path, func(use func([]byte)) (diag.List, error) {
				use(files()[i].Data)
				return nil, nil
			})
		}
	}
	s.drawings(c)
	return years
}

func dataPackage(pkg exchange.Package) page.DataPackage {
	p := page.DataPackage{Version: pkg.Version}
	for _, f := range pkg.Whole {
		p.Files = append(p.Files, page.DataFile{Path: f.Path, Checksum: f.Checksum, Bytes: len(f.Data)})
	}
	return p
}

// drawings adds the charts as files that stand alone, each once.
func (s *site) drawings(c *compare.Comparison) {
	for _, t := range c.Tables() {
		if path := t.SVGPath(); s.makers[path] == nil {
			s.add(path, func(use func([]byte)) (diag.List, error) {
				pair, ok, err := s.charts.Drawings(t)
				if ok {
					use(pair[0].Standalone())
				}
				return nil, err
			})
		}
	}
}
