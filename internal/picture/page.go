package picture

import (
	"bytes"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Of reads from a finished page what is to stand on its picture. ok is false for a page that doesn't say it has one.
func Of(page []byte) (c Card, ok bool) {
	head := html.NewTokenizer(bytes.NewReader(page))
	for head.Next() != html.ErrorToken {
		t := head.Token()
		if t.DataAtom == atom.Body {
			break
		}
		if t.Type != html.StartTagToken || t.DataAtom != atom.Meta {
			continue
		}
		switch content := attribute(t, "content"); attribute(t, "property") {
		case "og:site_name":
			c.Site = content
		case "og:title":
			c.Title = content
		case "og:image":
			ok = true
		}
	}
	_, after, found := bytes.Cut(page, []byte(`class="diagram"`))
	inside, _, closed := bytes.Cut(after, []byte("</svg>"))
	c.Chart = append(append([]byte("<svg "), inside...), "</svg>"...)
	return c, ok && found && closed
}

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
