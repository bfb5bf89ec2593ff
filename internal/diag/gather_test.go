package diag

import (
	"slices"
	"testing"
)

func TestGather(t *testing.T) {
	broken := func(line int, page, why string) Finding {
		return Finding{Pos: Pos{File: "layouts/parts/table.html", Line: line}, Severity: Error, Code: "trasig-mall",
			Page: page, Message: "mallen kan inte visa sidan " + page + ": " + why}
	}
	other := Finding{Pos: Pos{File: "layouts"}, Message: "något annat"}
	var got []string
	for _, f := range (List{
		broken(2, "a.html", "x"), other, broken(2, "b.html", "x"), broken(2, "c.html", "x"), broken(2, "c.html", "x"),
		broken(2, "a.html", "y"), broken(3, "c.html", "x"), broken(3, "a.html", "x"), other,
	}).Gather() {
		got = append(got, f.Pos.String()+" "+f.Message)
	}
	if want := []string{
		"layouts/parts/table.html:2 mallen kan inte visa sidan a.html och 2 sidor till: x",
		"layouts något annat",
		"layouts/parts/table.html:2 mallen kan inte visa sidan a.html: y",
		"layouts/parts/table.html:3 mallen kan inte visa sidan c.html och 1 sida till: x",
		"layouts något annat",
	}; !slices.Equal(got, want) {
		t.Errorf("%q\nwant\n%q", got, want)
	}
}
