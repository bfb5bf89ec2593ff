package page

import (
	"html/template"

	"samverkan/internal/compare"
)

// Status is a word with a tone: the word says it, the shape and the colour only help.
type Status struct {
	Word  string
	Tone  string // suffix of a class: "god"
	Shape template.HTML
}

func status(tone compare.Tone, word string) Status {
	return Status{Word: word, Tone: toneNames[tone], Shape: shape(tone)}
}

var toneNames = map[compare.Tone]string{
	compare.Neutral: "neutral", compare.Good: "god", compare.Partly: "delvis", compare.Bad: "ej",
	compare.Uncertain: "osaker", compare.Lacking: "saknas",
}

// shapes differ in form, so that they can be told apart without colour and in print.
var shapes = map[compare.Tone]template.HTML{
	compare.Neutral: svg(`<circle cx="8" cy="8" r="3.5" fill="currentColor"/>`),
	compare.Good: svg(`<circle cx="8" cy="8" r="7" fill="currentColor"/>` +
		`<path d="M4.6 8.2l2.4 2.5 4.4-5" fill="none" stroke="var(--c-background)" stroke-width="2"/>`),
	compare.Partly: svg(`<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/>` +
		`<path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor"/>`),
	compare.Bad: svg(`<path d="M3 3l10 10M13 3L3 13" fill="none" stroke="currentColor" stroke-width="2.4"/>`),
	compare.Uncertain: svg(`<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" ` +
		`stroke-width="2" stroke-dasharray="2.6 2.1"/>`),
	compare.Lacking: svg(`<path d="M4 8h8" fill="none" stroke="currentColor" stroke-width="1.5"/>`),
}

func shape(tone compare.Tone) template.HTML { return shapes[tone] }

// dots show at a glance who has reported: full, half, empty.
var dots = map[string]template.HTML{
	"hel":    svg(`<circle cx="8" cy="8" r="6.5" fill="currentColor"/>`),
	"halv":   svg(`<circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 2.25a5.75 5.75 0 0 0 0 11.5z" fill="currentColor"/>`),
	"tom":    svg(`<circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" stroke-width="1.5"/>`),
	"streck": svg(`<path d="M3 8h10" stroke="currentColor" stroke-width="1.5"/>`),
}

func dot(kind, word string) Status {
	return Status{Word: word, Tone: "punkt-" + kind, Shape: dots[kind]}
}

func svg(drawing string) template.HTML {
	return template.HTML(`<svg class="form" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">` + drawing + `</svg>`)
}
