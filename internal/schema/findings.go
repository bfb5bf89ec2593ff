package schema

import (
	"strings"

	"samverkan/internal/check"
	"samverkan/internal/diag"
)

const findingsHead = `+++
` + generated + `
titel   = "Vad fynden betyder"
ingress = "Varje sak som granskningen kan anmärka på: vad det betyder, varför det spelar roll och hur du gör."
ordning = 91
+++

Granskningen visar *fynd*. Ett fynd ser ut så här:

~~~~
data/2023/simba.toml:12:1: fel: okänd indikator "kompleta-vardbegaran" [okand-indikator]
    tips: menade du "kompletta-vardbegaran"?
~~~~

Först står filen, raden och tecknet på raden. Sist, inom hakparenteser, står fyndets namn. Sök efter det på den här sidan.

Det finns tre sorter:

- **Fel** måste rättas innan webbplatsen kan byggas.
- **Varning** är troligen fel. Se över det. Webbplatsen byggs ändå.
- **Råd** är värt att veta. Det stoppar ingenting.

`

// Findings is the handbook's page about what each finding means.
func Findings() string {
	var b strings.Builder
	b.WriteString(findingsHead)
	b.WriteString("## När filen läses\n\nFörst läses filerna. De här fynden gäller hur något är skrivet.\n\n")
	for _, r := range reading {
		finding(&b, r)
	}
	b.WriteString("## När innehållet granskas\n\nSedan granskas vad som står. De här fynden gäller om det stämmer.\n\n")
	for _, r := range check.Rules() {
		finding(&b, r)
	}
	b.WriteString("## När sidorna görs\n\nSist görs sidorna. De här fynden gäller webbplatsens egna mallar och det som visar sig först när allt är på plats.\n\n")
	for _, r := range building {
		finding(&b, r)
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// finding writes one entry. The heading is the code alone, so that its anchor can be
// guessed and never changes with the wording.
func finding(b *strings.Builder, r check.Rule) {
	b.WriteString("### " + r.Code + "\n\n")
	b.WriteString("**" + prose(r.Title) + ".** " + severity(r.Severity) + "\n\n")
	b.WriteString(prose(r.Means) + " " + prose(r.Why) + "\n\n")
	b.WriteString("**Gör så här:** " + prose(r.Fix) + "\n\n")
	if r.Wrong != r.Right {
		sample(b, "Ger fyndet:", r.Wrong)
		sample(b, "Rättat:", r.Right)
	}
}

func severity(s diag.Severity) string {
	return map[diag.Severity]string{diag.Error: "Fel.", diag.Warning: "Varning.", diag.Advice: "Råd."}[s]
}

// sample shows what is written. The fence is one that no example holds, and it has no
// info string since an example may be TOML, Markdown or a file's name.
func sample(b *strings.Builder, label, text string) {
	b.WriteString(label + "\n\n~~~~\n" + strings.TrimRight(text, "\n") + "\n~~~~\n\n")
}

// plain escapes what Markdown would take for markup: the rules' texts have none.
var plain = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "[", `\[`, "]", `\]`, "{", `\{`, "}", `\}`, "<", `\<`)

func prose(s string) string { return plain.Replace(s) }
