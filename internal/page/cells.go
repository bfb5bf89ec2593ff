package page

import (
	"html/template"
	"net/url"
	"strings"
)

// CellsHTML is all cells of the row. A site has tens of thousands of cells, more than of all
// else that templates show, and a template takes ten times as long (BenchmarkCells); a site's
// own parts/table.html may range over Cells all the same.
func (r RowView) CellsHTML() template.HTML {
	w := markup{}
	w.Grow(80 * len(r.Cells))
	for i := range r.Cells {
		w.cell(&r.Cells[i])
	}
	return template.HTML(w.String())
}

// markup is HTML that is being written.
type markup struct{ strings.Builder }

func (w *markup) cell(c *CellView) {
	w.WriteString("<td")
	w.between(` class="`, c.Class, `"`)
	w.between(` data-m="`, c.Marks, `"`)
	w.WriteString(">")
	if c.Href == "" {
		w.seen(c)
	} else {
		w.between(`<a href="`, address(c.Href), `">`)
		w.seen(c)
		w.WriteString("</a>")
	}
	if c.Note > 0 {
		w.between(`<sup><a class="not" href="#`, address(c.NoteID), `">`)
		w.between(`<span class="gomd">Not </span>`, itoa(c.Note), "</a></sup>")
	}
	if v := c.Verdict; v != nil {
		w.WriteString(`<span class="utslaget">` + string(v.Shape))
		w.between("", v.Word, "</span>")
	}
	w.between(`<span class="bas">`, c.Basis, "</span>")
	w.between(`<span class="bas"><span class="gomd">Konfidensintervall </span>`, c.Interval, "</span>")
	w.WriteString("</td>")
}

// seen is what the cell shows first: its shape, and its text or what is said instead of it.
func (w *markup) seen(c *CellView) {
	w.WriteString(string(c.Shape))
	if c.Spoken == "" {
		w.between("", c.Text, "")
		return
	}
	w.between(`<span aria-hidden="true">`, c.Text, "</span>")
	w.between(`<span class="gomd">`, c.Spoken, "</span>")
}

// between writes a text, escaped, with what stands before and after it; nothing where there is
// no text.
func (w *markup) between(before, text, after string) {
	if text == "" {
		return
	}
	w.WriteString(before)
	_, _ = escaper.WriteString(w, text) // a strings.Builder takes everything
	w.WriteString(after)
}

// escaper does to a text, or to a value between quotes, what html/template does.
var escaper = strings.NewReplacer("\x00", "\uFFFD", `"`, "&#34;", "&", "&amp;", "'", "&#39;", "+", "&#43;", "<", "&lt;", ">", "&gt;")

// address is a link within the site as it may stand in an attribute.
func address(href string) string {
	u, err := url.Parse(href)
	if err != nil || u.Scheme+u.Host != "" {
		return "#"
	}
	return u.String()
}
