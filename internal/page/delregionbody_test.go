package page

import "testing"

// A narrative's heading and that of what is reported are told apart.
func TestHeadingsAreToldApart(t *testing.T) {
	b := DelregionBody{Texts: []Text{{Contents: []Entry{{ID: "avvikelser-1", Text: "avvikelser"}}}}}
	for title, want := range map[string]string{"Avvikelser": "Avvikelser i underlaget", "Mål": "Mål"} {
		if got := b.Named(title); got != want {
			t.Errorf("%q became %q, want %q", title, got, want)
		}
	}
}
