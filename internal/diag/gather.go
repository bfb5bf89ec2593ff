package diag

import (
	"fmt"
	"strings"
)

// Gather makes one finding of those that differ only in their page, which is then the first's.
func (l List) Gather() List {
	type fault struct {
		pos           Pos
		code, message string
	}
	var gathered List
	first, pages := map[fault]int{}, map[fault]map[string]bool{}
	for _, f := range l {
		key := fault{f.Pos, f.Code, strings.Replace(f.Message, f.Page, "", 1)}
		switch _, known := first[key]; {
		case f.Page == "":
			gathered.Add(f)
		case !known:
			first[key], pages[key] = len(gathered), map[string]bool{f.Page: true}
			gathered.Add(f)
		default:
			pages[key][f.Page] = true
		}
	}
	for key, i := range first {
		f := &gathered[i]
		f.Message = strings.Replace(f.Message, f.Page, f.Page+andMore(len(pages[key])-1), 1)
	}
	return gathered
}

// andMore says that there are n more pages.
func andMore(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return " och 1 sida till"
	}
	return fmt.Sprintf(" och %d sidor till", n)
}
