package page

import (
	"bytes"
	"html/template"
	"net/url"
	"strings"
)

// functions are what a layout may call. They write what every page has hundreds of, rows of
// tables and links, since a template takes ten times as long (BenchmarkWritten). A layout of
// a site's own may as well take rows, cells and links apart, as any other value.
var functions = template.FuncMap{
	"lank": link, "lanklista": linkItems, "nedladdningar": downloadLinks, "status": statusMark, "tabellrader": tableRows,
}

// link is the link, or its text alone where it leads nowhere.
func link(l Link) template.HTML {
	return marked(func(w markup) { w.link(&l, "") })
}

// linkItems is each link as an <li>. One that leads to what the reader already sees says so
// with the value that aria-current is to have; "" for none.
func linkItems(links []Link, current string) template.HTML {
	return marked(func(w markup) {
		for i := range links {
			w.WriteString("<li>")
			w.link(&links[i], current)
			w.WriteString("</li>")
		}
	})
}

// downloadLinks are links to files, with a dot between them.
func downloadLinks(links []Link) template.HTML {
	return marked(func(w markup) {
		for i := range links {
			if i > 0 {
				w.WriteString(" · ")
			}
			w.href(links[i].Href)
			w.WriteString(" download>")
			w.text(links[i].Text)
			w.WriteString(`<span class="gomd"> `)
			w.text(links[i].Note)
			w.WriteString("</span></a>")
		}
	})
}

// statusMark is a status: its shape and its word.
func statusMark(s Status) template.HTML {
	return marked(func(w markup) {
		w.WriteString(`<span class="status ton-`)
		w.text(s.Tone)
		w.WriteString(`">`)
		w.WriteString(string(s.Shape))
		w.text(s.Word)
		w.WriteString("</span>")
	})
}

// tableRows is the table's head and its rows, each a <tr>.
func tableRows(t TableView) template.HTML {
	return marked(func(w markup) {
		w.WriteString(`<thead><tr><th scope="col">`)
		w.text(t.RowHead)
		w.WriteString("</th>")
		for _, c := range t.Columns {
			if c.Numeric {
				w.WriteString(`<th scope="col" class="tal">`)
			} else {
				w.WriteString(`<th scope="col">`)
			}
			w.text(c.Name)
			w.WriteString("</th>")
		}
		w.WriteString("</tr></thead>\n<tbody>\n")
		for i := range t.Rows {
			w.row(&t.Rows[i])
		}
		w.WriteString("</tbody>")
	})
}

// markup is HTML that is being written.
type markup struct{ *bytes.Buffer }

// marked is what write writes.
func marked(write func(markup)) template.HTML {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	write(markup{b})
	return template.HTML(b.String())
}

func (w markup) row(r *RowView) {
	if r.Total {
		w.WriteString(`<tr class="summa">`)
	} else {
		w.WriteString("<tr>")
	}
	w.WriteString(`<th scope="row">`)
	w.link(&r.Name, "")
	w.WriteString("</th>")
	for i := range r.Cells {
		w.cell(&r.Cells[i])
	}
	w.WriteString("</tr>\n")
}

func (w markup) link(l *Link, current string) {
	if l.Href == "" {
		w.text(l.Text)
		return
	}
	w.href(l.Href)
	if l.Current {
		w.between(` aria-current="`, current, `"`)
	}
	w.WriteString(">")
	w.text(l.Text)
	w.WriteString("</a>")
}

func (w markup) cell(c *CellView) {
	w.WriteString("<td")
	w.between(` class="`, c.Class, `"`)
	w.between(` data-m="`, c.Marks, `"`)
	w.WriteString(">")
	if c.Href == "" {
		w.seen(c)
	} else {
		w.href(c.Href)
		w.WriteString(">")
		w.seen(c)
		w.WriteString("</a>")
	}
	if c.Note > 0 {
		w.WriteString(`<sup><a class="not" href="`)
		w.text(address("#" + c.NoteID))
		w.WriteString(`"><span class="gomd">Not </span>` + itoa(c.Note) + "</a></sup>")
	}
	if v := c.Verdict; v != nil {
		w.WriteString(`<span class="utslaget">`)
		w.WriteString(string(v.Shape))
		w.text(v.Word)
		w.WriteString("</span>")
	}
	w.between(`<span class="bas">`, c.Basis, "</span>")
	w.between(`<span class="bas"><span class="gomd">Konfidensintervall </span>`, c.Interval, "</span>")
	w.WriteString("</td>")
}

// seen is what the cell shows first: its shape, and its text or what is said instead of it.
func (w markup) seen(c *CellView) {
	w.WriteString(string(c.Shape))
	if c.Spoken == "" {
		w.text(c.Text)
		return
	}
	w.between(`<span aria-hidden="true">`, c.Text, "</span>")
	w.between(`<span class="gomd">`, c.Spoken, "</span>")
}

// between writes a text with what stands before and after it; nothing where there is no text.
func (w markup) between(before, text, after string) {
	if text == "" {
		return
	}
	w.WriteString(before)
	w.text(text)
	w.WriteString(after)
}

func (w markup) text(s string) {
	_, _ = escaper.WriteString(w, s) // a buffer takes everything
}

// escaper does to a text, or to a value between quotes, what html/template does.
var escaper = strings.NewReplacer("\x00", "\uFFFD", `"`, "&#34;", "&", "&amp;", "'", "&#39;", "+", "&#43;", "<", "&lt;", ">", "&gt;")

// href begins a link.
func (w markup) href(to string) {
	w.WriteString(`<a href="`)
	w.text(address(to))
	w.WriteString(`"`)
}

// plain is what needs nothing done to it in an address.
var plain = func() (is [256]bool) {
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./#") {
		is[c] = true
	}
	return is
}()

// address is a link within the site as it may stand in an attribute.
func address(href string) string {
	for i := range len(href) {
		if !plain[href[i]] || i == 1 && href[:2] == "//" {
			return rareAddress(href)
		}
	}
	return href
}

// rareAddress escapes what an address may not hold. One that leads out of the site leads
// nowhere.
func rareAddress(href string) string {
	u, err := url.Parse(href)
	if err != nil || u.Scheme+u.Host != "" {
		return "#"
	}
	if href = u.String(); strings.HasPrefix(href, "//") { // a browser finds a host after any number of slashes
		return "#"
	}
	return href
}
