package page

import (
	"strings"
	"testing"
	"testing/fstest"

	"samverkan/layouts"
)

// What a page's template defines anew is seen there, however deep down it is called, and
// nowhere else.
func TestOwnPartOfAPage(t *testing.T) {
	in := input()
	in.Layouts = overlay{fstest.MapFS{"method/page.html": {Data: []byte(
		`{{define "innehall"}}<p>Eget</p>{{end}}{{define "lankar"}}<p class="egna">{{len .}}</p>{{end}}{{define "titel"}} {{end}}`)}}, layouts.FS}
	pages := site(t, in)
	for path, p := range pages {
		if own := len(all(p, ".sidfot .egna")); path == "metod/index.html" && own == 0 || path != "metod/index.html" && own > 0 {
			t.Errorf("%s has %d lists of its own", path, own)
		}
		if text(p, "h1") == "" {
			t.Errorf("%s has no title", path)
		}
	}
	if got := text(pages["metod/index.html"], "main"); !strings.Contains(got, "Eget") {
		t.Errorf("the page is %q", got)
	}
}
