package check

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"samverkan/internal/diag"
	"samverkan/internal/markdown"
	"samverkan/internal/report"
)

// brokenLink finds links within the site that lead to no text, page or heading.
func brokenLink(s *site, r *reporter) {
	s.eachNarrative(func(n narrative) {
		for _, l := range n.scan.Links {
			switch {
			case l.Refused || !l.Internal() || r.full(n.File):
			case strings.HasPrefix(strings.ToLower(l.Dest), "www."):
				r.add(l.Pos, fmt.Sprintf("länken till %q saknar https:// och leder ingenstans", l.Dest), fmt.Sprintf("skriv https://%s", l.Dest))
			case strings.HasPrefix(l.Dest, "#"):
				checkFragment(r, n, l, l.Dest[1:], l.Dest)
			default:
				s.checkLink(r, n, l)
			}
		}
	})
}

// brokenAddress finds addresses among the data that lead nowhere.
func brokenAddress(s *site, r *reporter) {
	each(s, func(address string, l leaf) {
		if l.key == "lank" && address != "" && !webAddress.MatchString(address) {
			checkAddress(r, l.pos, address)
		}
	})
	s.eachText(func(t text) {
		if t.narrative != nil || t.leaf.key != "kommentar" {
			return
		}
		for _, m := range linkIn.FindAllStringSubmatchIndex(t.value, -1) {
			if dest := t.value[m[2]:m[3]]; !wholeLink.MatchString(dest) {
				checkAddress(r, t.at(m[2]), dest)
			}
		}
	})
}

var (
	linkIn      = regexp.MustCompile(`\]\(\s*([^)\s]+)`) // in a comment in Markdown
	wholeLink   = regexp.MustCompile(`(?i)^(https?://[^\s/]|mailto:|tel:)`)
	webAddress  = regexp.MustCompile(`(?i)^https?://[^\s/]`)
	bareAddress = regexp.MustCompile(`(?i)^[\p{L}\d-]+(\.[\p{L}\d-]+)+(/\S*)?$`) // www.exempel.se/rapport
)

// checkAddress judges the address of a document among the data. Pages of different
// folders show it, so that it has to be whole.
func checkAddress(r *reporter, pos diag.Pos, address string) {
	hint := "skriv hela webbadressen, till exempel \"https://exempel.se/rapport\", eller ta bort raden"
	if bareAddress.MatchString(address) && !isFile(address) {
		hint = fmt.Sprintf("skriv \"https://%s\"", address)
	}
	r.add(pos, fmt.Sprintf("adressen %q börjar inte med https:// och leder ingenstans", address), hint)
}

// isFile reports whether an address is the name of a file rather than of a web site.
func isFile(address string) bool {
	return !strings.Contains(address, "/") && slices.Contains(fileEndings, strings.ToLower(path.Ext(address)))
}

var fileEndings = []string{".md", ".toml", ".html", ".pdf", ".docx", ".xlsx", ".pptx", ".csv", ".png", ".jpg", ".svg", ".txt"}

// checkFragment judges a link to a heading of the text to.
func checkFragment(r *reporter, to narrative, l markdown.Link, fragment, shown string) {
	if _, ok := to.scan.Anchor(fragment); ok || fragment == "" || fragment == "top" {
		return
	}
	r.add(l.Pos, fmt.Sprintf("länken leder till rubriken %q, som inte finns", shown),
		"en rubrik \"Våra mål\" länkas som #vara-mal: små bokstäver, bindestreck, inga prickar eller ringar")
}

// checkLink judges a link to another text. Pages that the site makes of the data are
// not known here, so that an address without .md is only judged where its first part
// is a folder of ordinary pages.
func (s *site) checkLink(r *reporter, n narrative, l markdown.Link) {
	dest, fragment, _ := strings.Cut(l.Dest, "#")
	dest, _, _ = strings.Cut(dest, "?")
	target := path.Clean("/" + dest)[1:]
	if !strings.HasPrefix(dest, "/") {
		target = path.Join(path.Dir(n.address), dest)
	}
	bare, isText := strings.CutSuffix(target, ".md")
	i := slices.IndexFunc(s.texts, func(t narrative) bool { return t.address == bare })
	if i >= 0 {
		checkFragment(r, s.texts[i], l, fragment, l.Dest)
		return
	}
	if !isText && isAttachment(target) {
		r.add(l.Pos, fmt.Sprintf("länken leder till filen %q, som inte kommer med på webbplatsen", l.Dest),
			"lägg filen på er egen webbplats och länka dit med https://, eller ta bort länken; bilder och bilagor publiceras inte härifrån")
		return
	}
	if !isText && (path.Ext(target) != "" || !s.isPageFolder(target)) {
		return
	}
	hint := "rätta adressen, eller ta bort länken"
	if near := diag.Closest(bare, s.addressesLike(bare)); near != "" {
		hint = fmt.Sprintf("menade du %q?", "/"+near+strings.TrimPrefix(target, bare))
	}
	r.add(l.Pos, fmt.Sprintf("länken leder till %q, som inte finns", l.Dest), hint)
}

// isAttachment reports whether target is a picture or a document beside the texts.
// Only what the program makes itself is published: pages, and the files under data/.
func isAttachment(target string) bool {
	ext := strings.ToLower(path.Ext(target))
	return ext != "" && ext != ".html" && !strings.HasPrefix(target, "data/")
}

// addressOf is where a text is found on the site, without extension: "2023/simba",
// "2023/simba/barn-unga", "handbok/borja".
func addressOf(n *report.Narrative) string {
	if n.Year == 0 {
		return n.Path
	}
	return path.Join(fmt.Sprint(n.Year), n.Owner, n.Chapter)
}

// addressesLike lists the addresses whose last part resembles target's, those of the same
// folder first: folders in common make no likeness.
func (s *site) addressesLike(target string) []string {
	var near, far []string
	name := path.Base(target)
	for _, t := range s.texts {
		a := t.address
		other := path.Base(a)
		if !strings.HasPrefix(other, name) && !strings.HasPrefix(name, other) && diag.Closest(name, []string{other}) == "" {
			continue
		}
		if path.Dir(a) == path.Dir(target) {
			near = append(near, a)
		} else {
			far = append(far, a)
		}
	}
	return append(near, far...)
}

// isPageFolder reports whether an address lies in a folder that holds ordinary pages
// and nothing else.
func (s *site) isPageFolder(target string) bool {
	folder, _, below := strings.Cut(target, "/")
	return below && slices.ContainsFunc(s.texts, func(t narrative) bool {
		return t.Year == 0 && strings.HasPrefix(t.Path, folder+"/")
	})
}
