package pdf

import (
	"bytes"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Printable makes a page ready for paper: links to other pages lead to where the site
// is published, base, or are plain text when that isn't known. Otherwise they would
// lead into a temporary folder, and tell what it is called. They bear the attribute
// data-egen, since paper tells the addresses of links out of the site only. Scripts are left out.
func Printable(page []byte, path, base string) ([]byte, error) {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return nil, err
	}
	var scripts []*html.Node
	for n := range root.Descendants() {
		switch {
		case n.Type == html.ElementNode && n.Data == "script":
			scripts = append(scripts, n)
		case n.Type == html.ElementNode && n.Data == "a":
			relink(n, path, base)
		}
	}
	for _, n := range scripts {
		n.Parent.RemoveChild(n)
	}
	var b bytes.Buffer
	err = html.Render(&b, root)
	return b.Bytes(), err
}

func relink(a *html.Node, path, base string) {
	i := slices.IndexFunc(a.Attr, func(attr html.Attribute) bool { return attr.Key == "href" })
	if i < 0 || strings.HasPrefix(a.Attr[i].Val, "#") {
		return
	}
	root := strings.TrimSuffix(base, "/") + "/"
	to, err := url.Parse(a.Attr[i].Val)
	if err == nil && to.IsAbs() {
		if base != "" && strings.HasPrefix(to.String()+"/", root) {
			a.Attr = append(a.Attr, own)
		}
		return
	}
	from, baseErr := url.Parse(root + path)
	if err != nil || baseErr != nil || base == "" {
		a.Attr = slices.Delete(a.Attr, i, i+1)
		return
	}
	a.Attr[i].Val = from.ResolveReference(to).String()
	a.Attr = append(a.Attr, own)
}

// own is what the style sheet for paper knows a link within the site by.
var own = html.Attribute{Key: "data-egen"}
