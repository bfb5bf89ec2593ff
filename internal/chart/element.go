package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// element is a node of the drawing. ECharts writes no mixed content: an element has children or text.
type element struct {
	name     string
	attrs    []attr
	children []*element
	text     string
}

type attr struct{ name, value string }

// parseElement reads one XML document into a tree. White space between elements and comments are dropped; names keep
// their prefix.
func parseElement[T string | []byte](document T) (*element, error) {
	decoder := xml.NewDecoder(strings.NewReader(string(document)))
	root := &element{}
	stack := []*element{root}
	for {
		token, err := decoder.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		top := stack[len(stack)-1]
		switch token := token.(type) {
		case xml.StartElement:
			child := newElement(token)
			top.children = append(top.children, child)
			stack = append(stack, child)
		case xml.EndElement:
			if len(stack) == 1 || qualified(token.Name) != top.name {
				return nil, fmt.Errorf("unexpected </%s>", token.Name.Local)
			}
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.text += string(token)
		}
	}
	if len(stack) != 1 || len(root.children) != 1 {
		return nil, errors.New("not a single, closed element")
	}
	return root.children[0], nil
}

func newElement(start xml.StartElement) *element {
	e := &element{name: qualified(start.Name)}
	for _, a := range start.Attr {
		e.attrs = append(e.attrs, attr{qualified(a.Name), a.Value})
	}
	return e
}

func qualified(name xml.Name) string {
	if name.Space == "" {
		return name.Local
	}
	return name.Space + ":" + name.Local
}

// get returns an attribute's value, "" when it isn't there.
func (e *element) get(name string) string {
	for _, a := range e.attrs {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

// set replaces an attribute's value, or adds the attribute last. An empty value removes it.
func (e *element) set(name, value string) {
	for i, a := range e.attrs {
		if a.name == name {
			if value == "" {
				e.attrs = append(e.attrs[:i], e.attrs[i+1:]...)
			} else {
				e.attrs[i].value = value
			}
			return
		}
	}
	if value != "" {
		e.attrs = append(e.attrs, attr{name, value})
	}
}

// addClass adds one more name to the class attribute.
func (e *element) addClass(name string) {
	e.set("class", strings.TrimSpace(e.get("class")+" "+name))
}

// write serialises the element so that it is both XML and, inside a page, HTML.
func (e *element) write(b *bytes.Buffer) {
	b.WriteString("<" + e.name)
	for _, a := range e.attrs {
		b.WriteString(" " + a.name + `="`)
		escapeText(b, a.value)
		b.WriteByte('"')
	}
	if len(e.children) == 0 && e.text == "" {
		b.WriteString("/>")
		return
	}
	b.WriteByte('>')
	if len(e.children) == 0 {
		escapeText(b, e.text)
	}
	for _, child := range e.children {
		child.write(b)
	}
	b.WriteString("</" + e.name + ">")
}

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escapeText(w io.Writer, text string) { _, _ = escapes.WriteString(w, text) }
