// Package markdown turns a narrative into HTML and says what stands where in it. It
// is the only package that knows goldmark.
//
// A narrative is CommonMark with tables, footnotes and task lists, and two
// extensions that tie the text to the data: {{name}} in running text (never in code)
// and fenced blocks with the info string diagram, tabell, aktiviteter or underlag. What the
// two stand for is asked of a Resolver; this package knows nothing of figures.
//
// What comes out can be put in a page as it is:
//
//   - Raw HTML never gets through: it is shown as the characters that were written,
//     and Parse reports where it stands.
//   - Links with other schemes than http, https, mailto and tel (javascript, data,
//     vbscript, file …) become plain text, and so do images from other hosts, since a
//     page must not make the reader's browser call anyone. Parse reports them as Refused.
//   - Links that lead out of the site get rel="noreferrer".
//   - Every id begins with Source.Prefix, so that several texts can stand on one
//     page, and depends on nothing but the text. A link to "#rubrik" leads to the
//     heading of the same text, whatever the prefix.
//   - No style attributes, no scripts, no form controls, no nested links.
//
// The classes that a style sheet needs to know:
//
//	a.ankare                     a heading's link to itself; a heading that holds a link has none
//	div.table-scroll             focusable container round every table, scrolls sideways
//	.align-right, .align-center  cells of a table
//	sup > a.footnote-ref         mark of a footnote
//	section.footnotes            the footnotes, last in the text
//	a.footnote-backref           from a footnote back to its mark
//	span.task, span.task-done    box of a task list
//
// All functions are pure, deterministic and safe for concurrent use. None panics or
// fails, whatever the text.
package markdown

import (
	"html/template"

	"samverkan/internal/diag"
)

// Source is a Markdown text and how it is to be placed.
type Source struct {
	File     string // slash-separated, relative to the site's folder; for positions
	Body     string // Markdown, without front matter
	Line     int    // the line of File where Body begins; 0 is taken as 1
	Col      int    // the column where Body's first line begins; 0 is taken as 1
	Prefix   string // put before every id, e.g. "simba-"; may be ""
	TopLevel int    // the level that the text's uppermost headings get, e.g. 2 below a page's own h1; 0 leaves all as written
}

// Heading is a heading of the text.
type Heading struct {
	Level int    // as rendered; at most 6
	ID    string // with Source.Prefix
	Text  string // plain; a {{name}} stands as written in a Scan, as its value in a Result
	Pos   diag.Pos

	bare string // ID without the prefix
}

// Link is a link or an image.
type Link struct {
	Dest    string // entities resolved, not yet percent-encoded
	Text    string // plain text of the link, or the image's description
	Image   bool
	Refused bool // not let through: see the package comment
	Pos     diag.Pos
}

// Internal reports whether the link leads within the site: no scheme, no host.
func (l Link) Internal() bool { return isInternal(l.Dest) }

// Ref is a {{name}}, or another name in the text, and where it stands.
type Ref struct {
	Name string   // trimmed, without the braces; "" for {{}}
	Pos  diag.Pos // of the opening braces or bracket
}

// Block is a fenced block that stands for a chart, a table or a list of activities.
type Block struct {
	Kind    string   // one of Kinds
	Content string   // TOML
	Pos     diag.Pos // of the opening fence
	Body    diag.Pos // where Content begins; its first line even when empty
}

// RawHTML is HTML in the text, which isn't let through.
type RawHTML struct {
	Text string // as written, at most 60 characters
	Pos  diag.Pos
}

// Scan is what stands where in a text, in the text's order.
type Scan struct {
	Headings  []Heading
	Links     []Link // images too
	Refs      []Ref
	Blocks    []Block
	RawHTML   []RawHTML
	Fences    []Ref      // info strings of all other fenced blocks, so that a misspelt kind can be found
	Unclosed  []diag.Pos // "{{" without "}}" on the same line; shown as written
	NoteLacks []Ref      // [^name] without a footnote of that name; shown as written
	NoteSpare []Ref      // footnotes that nothing refers to; left out of the HTML
	TooMuch   []Excess   // where a text goes beyond a limit, once for each
	Words     int        // words of running text
}

// What a text may hold. One with more isn't interpreted at all but shown as it is written.
const (
	MaxNesting  = 32   // quotes and lists in each other on one line
	MaxBrackets = 2000 // "[" in a paragraph, list or table
	MaxNotes    = 2000 // "[^" in a text
	MaxHeadings = 2000 // in a text
)

// Excess is a place where a text goes beyond one of the limits.
type Excess struct {
	Of  Kind
	Pos diag.Pos // of the line
}

// Kind is what there is too much of.
type Kind int

// The kinds, one for each limit.
const (
	Nesting Kind = iota
	Brackets
	Notes
	Headings
)

// Anchor gives the id that a link to "#fragment" leads to within the text.
func (s Scan) Anchor(fragment string) (string, bool) { return anchor(s.Headings, fragment) }

// Kinds are the info strings of fenced blocks that stand for something in the data.
var Kinds = []string{"diagram", "tabell", "aktiviteter", "underlag"}

// Parse says what stands where in a text.
func Parse(src Source) Scan { return scan(src) }

// Resolver is asked what names, blocks and addresses stand for.
type Resolver interface {
	// Inline is the HTML of {{name}}; false when the name is unknown, and then the
	// reader sees it as it was written.
	Inline(name string) (template.HTML, bool)
	// Block is the HTML of a fenced block; false shows its content as code.
	Block(kind, content string) (template.HTML, bool)
	// Link gives the address to use instead of an internal one (see Link.Internal).
	Link(dest string) string
}

// Result is a rendered text.
type Result struct {
	HTML     template.HTML
	Headings []Heading
}

// Render makes HTML of a text. A nil resolver knows no names and leaves addresses.
func Render(src Source, r Resolver) Result { return render(src, r) }

// Inline makes HTML of a comment: emphasis, code and links. One paragraph stands
// without <p>; several are joined by <br>, lists and headings become paragraphs.
// It has no {{name}} and no footnotes.
func Inline(text string) template.HTML { return inline(text) }
