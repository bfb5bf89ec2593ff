package picture

import (
	"bytes"

	"golang.org/x/net/html"
)

// Of reads from a finished page what is to stand on its picture; the chart is a part of the page. ok is false for a page
// that doesn't say it has one.
func Of(page []byte) (c Card, ok bool) {
	if c, ok = head(page); !ok {
		return Card{}, false
	}
	class := bytes.Index(page, []byte(`class="diagram"`))
	if class < 0 {
		return Card{}, false
	}
	begin, size := bytes.LastIndex(page[:class], []byte("<svg")), bytes.Index(page[class:], []byte("</svg>"))
	if begin < 0 || size < 0 {
		return Card{}, false
	}
	c.Chart = page[begin : class+size+len("</svg>")]
	return c, true
}

// head reads what a page says of itself; ok is false if it says nothing of a picture.
func head(page []byte) (c Card, ok bool) {
	z := html.NewTokenizer(bytes.NewReader(page))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		switch name, more := z.TagName(); string(name) {
		case "body":
			return c, ok
		case "meta":
			switch property, content := metadata(z, more); property {
			case "og:site_name":
				c.Site = content
			case "og:title":
				c.Title = content
			case "og:image":
				ok = true
			}
			if ok && c.Site != "" && c.Title != "" {
				return c, true
			}
		}
	}
	return c, ok
}

func metadata(z *html.Tokenizer, more bool) (property, content string) {
	for more {
		var key, value []byte
		switch key, value, more = z.TagAttr(); string(key) {
		case "property":
			property = string(value)
		case "content":
			content = string(value)
		}
	}
	return property, content
}
