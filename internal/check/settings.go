package check

import (
	"fmt"
	"net/url"

	"samverkan/internal/diag"
	"samverkan/internal/report"
)

// impossibleSetting finds rules for statistics that can't be followed: they would be
// passed over in silence, or nothing would be masked.
func impossibleSetting(s *site, r *reporter) {
	st := s.Site.Statistics
	if st.Has("minsta_antal") && st.MinCount < 0 {
		r.add(st.ValueAt("minsta_antal"), fmt.Sprintf("minsta_antal kan inte vara %s", swedish(float64(st.MinCount))),
			"skriv minsta_antal = 5, så maskeras antal från 1 till 4")
	}
	if st.Has("konfidens") && !(st.Confidence >= 0.5 && st.Confidence < 1) {
		hint := "skriv till exempel konfidens = 0.95"
		if share := st.Confidence / 100; share >= 0.5 && share < 1 {
			hint = fmt.Sprintf("skriv konfidens = %g", share)
		}
		r.add(st.ValueAt("konfidens"), fmt.Sprintf("konfidens ska vara minst 0,5 och mindre än 1, men är %s", swedish(st.Confidence)), hint)
	}
	if st.Has("per_invanare") && st.PerInhabitant < 1 {
		r.add(st.ValueAt("per_invanare"), fmt.Sprintf("tal kan inte räknas per %s invånare", swedish(float64(st.PerInhabitant))),
			"skriv per_invanare = 1000")
	}
	s.eachLimit(func(i report.Indicator) {
		if i.MinCount < 1 {
			r.add(i.ValueAt("minsta_antal"), fmt.Sprintf("minsta_antal kan inte vara %s för en indikator", swedish(float64(i.MinCount))),
				"ta bort raden så gäller webbplatsens gräns; räknas inte människor eller ärenden, skriv sekretess = false")
		}
	})
}

// weakMasking finds limits so low that single persons may be shown.
func weakMasking(s *site, r *reporter) {
	const hint = "skriv minst 3, helst 5; behåll det bara om den som ansvarar för dataskydd har sagt ja"
	weak := func(pos diag.Pos, limit int) {
		if limit >= 0 && limit < 3 {
			r.add(pos, fmt.Sprintf("med minsta_antal = %d visas antal som gäller en eller två personer", limit), hint)
		}
	}
	if st := s.Site.Statistics; st.Has("minsta_antal") {
		weak(st.ValueAt("minsta_antal"), st.MinCount)
	}
	s.eachLimit(func(i report.Indicator) {
		if i.MinCount > 0 && i.Secret() {
			weak(i.ValueAt("minsta_antal"), i.MinCount)
		}
	})
}

// eachLimit visits every indicator with a limit for masking of its own.
func (s *site) eachLimit(visit func(report.Indicator)) {
	limited := func(i report.Indicator) {
		if i.Has("minsta_antal") {
			visit(i)
		}
	}
	for _, i := range s.Catalogue.Indicators {
		limited(i)
	}
	s.eachMeasurement(func(_ *report.Submission, m report.Measurement) { limited(m.Indicator) })
}

// unusableAddress finds an address of the site that can't begin a link.
func unusableAddress(s *site, r *reporter) {
	base := s.Site.BaseURL
	if base == "" {
		return
	}
	u, err := url.Parse(base)
	if err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.RawQuery == "" && u.Fragment == "" {
		return
	}
	hint := "skriv hela adressen, till exempel bas_url = \"https://exempel.se/arsrapport/\""
	if whole := "https://" + base; err == nil && u.Scheme == "" && u.Host == "" && webAddress.MatchString(whole) {
		hint = fmt.Sprintf("skriv bas_url = %q", whole)
	}
	r.add(s.Site.ValueAt("bas_url"), "bas_url är ingen hel adress", hint)
}
