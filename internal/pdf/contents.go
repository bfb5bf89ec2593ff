package pdf

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// contentsClass is of the list that gets page numbers, and numberClass of each number.
const (
	contentsClass = "innehallsblad"
	numberClass   = "sidnummer"
)

// What a PDF by Chromium holds of its pages: a catalogue, lists of pages in lists of pages, and a list of the anchors
// that something leads to. It writes them as plain text.
var (
	object    = regexp.MustCompile(`(?s)\n(\d+) 0 obj\s*<<(.*?)endobj`)
	catalogue = regexp.MustCompile(`/Type /Catalog\b`)
	rootList  = regexp.MustCompile(`/Pages (\d+) 0 R`)
	kidList   = regexp.MustCompile(`/Kids \[([^\]]*)\]`)
	anchorsAt = regexp.MustCompile(`/Dests (\d+) 0 R`)
	anchor    = regexp.MustCompile(`/([^\s/\[]+) \[(\d+) 0 R /XYZ`)
	reference = regexp.MustCompile(`(\d+) 0 R`)
)

// anchors says on which page of a PDF, the first being 1, each anchor stands. It is empty for a PDF that is written in
// another way; the contents then just have no numbers.
func anchors(data []byte) map[string]int {
	objects, top := map[string][]byte{}, []byte(nil)
	for _, m := range object.FindAllSubmatch(data, -1) {
		objects[string(m[1])] = m[2]
		if catalogue.Match(m[2]) {
			top = m[2]
		}
	}
	root, list := rootList.FindSubmatch(top), anchorsAt.FindSubmatch(top)
	found := map[string]int{}
	if root == nil || list == nil {
		return found
	}
	order := leaves(objects, string(root[1]), nil)
	for _, m := range anchor.FindAllSubmatch(objects[string(list[1])], -1) {
		if n := slices.Index(order, string(m[2])); n >= 0 {
			found[string(m[1])] = n + 1
		}
	}
	return found
}

// leaves appends the pages below an object, in their order. No list is entered twice, however the file is made.
func leaves(objects map[string][]byte, id string, order []string) []string {
	body, ok := objects[id]
	if !ok {
		return order
	}
	delete(objects, id)
	kids := kidList.FindSubmatch(body)
	if kids == nil {
		return append(order, id)
	}
	for _, m := range reference.FindAllSubmatch(kids[1], -1) {
		order = leaves(objects, string(m[1]), order)
	}
	return order
}

// numbered gives the files with the page numbers in the contents list of page.
func numbered(files []File, page string, pages map[string]int) []File {
	files = slices.Clone(files)
	for i, f := range files {
		if f.Path == page {
			files[i].Data = withNumbers(f.Data, pages)
		}
	}
	return files
}

func withNumbers(page []byte, pages map[string]int) []byte {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil { // only when reading fails, and bytes don't
		return page
	}
	var links []*html.Node
	for list := range root.Descendants() {
		if attribute(list, "class") != contentsClass {
			continue
		}
		for a := range list.Descendants() {
			if id, ok := strings.CutPrefix(attribute(a, "href"), "#"); ok && pages[id] > 0 {
				links = append(links, a)
			}
		}
	}
	for _, a := range links {
		number := &html.Node{Type: html.ElementNode, Data: "span", Attr: []html.Attribute{{Key: "class", Val: numberClass}}}
		number.AppendChild(&html.Node{Type: html.TextNode, Data: strconv.Itoa(pages[attribute(a, "href")[1:]])})
		a.Parent.InsertBefore(number, a.NextSibling)
	}
	var b bytes.Buffer
	if err := html.Render(&b, root); err != nil {
		return page
	}
	return b.Bytes()
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
