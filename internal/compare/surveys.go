package compare

import (
	"strconv"

	"samverkan/internal/period"
	"samverkan/internal/report"
)

// Survey is a question with its answers, by each way they are split.
type Survey struct {
	ID, Question string
	Owner        Delregion
	Respondents  Cell
	Period       period.Period
	Comment      string
	Dimensions   []Table // one row each: the parts of the total
	Sentence     string
	Source       string
}

// unaccounted is what of those who answered no part accounts for.
const unaccounted = "ej-redovisade"

// surveys are the year's, by register order and as written.
func (e *edition) surveys() []Survey {
	var all []Survey
	e.eachSurvey(func(of Delregion, n int, s report.Survey) {
		sub := e.sub(of.ID)
		total := e.surveyTotal(of, n, s)
		v := Survey{
			ID: surveyID(of, n), Question: s.Question, Owner: of, Respondents: e.secrets.cell(total),
			Period: s.Period.Period, Comment: s.Comment, Source: e.sourceName(s.Source, sub.Delivery.Source),
		}
		v.Respondents.Interval = nil
		for _, b := range s.Distributions {
			v.Dimensions = append(v.Dimensions, e.distribution(v, b, total, e.surveyParts(of, n, s, b)))
		}
		v.Sentence = respondentsSentence(v)
		all = append(all, v)
	})
	return all
}

func surveyID(of Delregion, n int) string { return "enkat-" + of.ID + "-" + strconv.Itoa(n+1) }

func (e *edition) eachSurvey(visit func(Delregion, int, report.Survey)) {
	e.eachSubmission(func(of Delregion, sub *report.Submission) {
		for n, s := range sub.Surveys {
			visit(of, n, s)
		}
	})
}

// surveyFigures is every count of people that the year's surveys publish.
func (e *edition) surveyFigures() []figure {
	var all []figure
	e.eachSurvey(func(of Delregion, n int, s report.Survey) {
		all = append(all, e.surveyTotal(of, n, s))
		for _, b := range s.Distributions {
			all = append(all, e.surveyParts(of, n, s, b)...)
		}
	})
	return all
}

// surveyTotal is how many answered, and of which parts that is the sum.
func (e *edition) surveyTotal(of Delregion, n int, s report.Survey) figure {
	f := e.deviationFigure(e.surveyKey(of, n, "svarande")).read(s.Respondents)
	if f.state == Missing {
		f.note = "Uppgift saknas: antalet svarande är inte redovisat."
	}
	for _, b := range s.Distributions {
		f.sums = append(f.sums, answerSums(f, e.surveyParts(of, n, s, b))...)
	}
	return f
}

// answerSums relates those who answered to their answers. Where each may give several, all
// but a few may give the same, and the few who don't are a count, too.
func answerSums(total figure, parts []figure) []Sum {
	sums := sumOf(total, parts)
	if len(sums) == 0 || !sums[0].Apart {
		return sums
	}
	for _, p := range sums[0].Parts {
		sums = append(sums, Sum{Parts: []string{p}, Open: true})
	}
	return sums
}

func (e *edition) surveyKey(of Delregion, n int, parts ...string) string {
	return e.page(append([]string{of.ID, surveyID(of, n)}, parts...)...)
}

// surveyParts are the parts as reported, and last those who answered but are in none.
// The remainder is a count of people like the others.
func (e *edition) surveyParts(of Delregion, n int, s report.Survey, b report.Breakdown) []figure {
	var parts []figure
	sum, complete := 0.0, len(b.Parts) > 0
	for _, p := range b.Parts {
		f := e.deviationFigure(e.surveyKey(of, n, keyWord(b.Dimension), keyWord(p.Name)))
		f.whole, f.wholeOf = e.surveyKey(of, n, "svarande"), countOf(s.Respondents)
		f = f.readShare(p.Numerator, p.Denominator, p.Value)
		if f.state == Missing && f.note == "" {
			f.note = "Uppgift saknas: inget antal är redovisat för " + quoted(p.Name) + "."
		}
		complete = complete && f.counts()
		sum += f.number
		parts = append(parts, f)
	}
	if total := s.Respondents; complete && total.IsNumber() && total.Number > sum {
		rest := e.deviationFigure(e.surveyKey(of, n, keyWord(b.Dimension), unaccounted))
		rest.state, rest.number = Shown, total.Number-sum
		parts = append(parts, rest)
	}
	return parts
}

// distribution is the answers by one way of splitting them.
func (e *edition) distribution(v Survey, b report.Breakdown, total figure, parts []figure) Table {
	t := Table{
		ID: v.ID + "-" + idOf(b.Dimension), Year: e.year, RowHead: b.Dimension, Chart: Distribution, Unit: report.Count,
		Title: "Svarande efter " + LowerFirst(dimensionName(b.Dimension)), Example: e.example(),
	}
	row := Row{ID: v.Owner.ID, Name: "Svarande"}
	for i, f := range parts {
		name, id := "Ej redovisade", unaccounted
		if i < len(b.Parts) {
			name, id = b.Parts[i].Name, idOf(b.Parts[i].Name)
		}
		c := e.secrets.cell(f)
		c.Interval = nil // those who answered are all there are, no sample
		if c.State == Shown && v.Respondents.State == Shown && v.Respondents.Number > 0 {
			c.Basis = FormatUnit(100*c.Number/v.Respondents.Number, 0, report.Percent)
		}
		t.Columns = append(t.Columns, Column{ID: id, Name: name, Unit: report.Count})
		row.Cells = append(row.Cells, c)
	}
	t.Rows = []Row{row}
	t.Sentence, t.Notes = answersSentence(t, v.Respondents)
	return t
}

// respondentsSentence says how many answered, and when.
func respondentsSentence(v Survey) string {
	s := "antalet svarande är inte redovisat"
	switch v.Respondents.State {
	case Shown:
		s = v.Respondents.Text + plural(v.Respondents.Number, " person svarade", " personer svarade")
	case Masked, MaskedBySource:
		s = "antalet svarande är maskerat"
	}
	if v.Period.Text != "" {
		s += " (" + LowerFirst(v.Period.Text) + ")"
	}
	return sentence(s)
}

// gapSentence is for parts without counts: the largest share where there are shares.
func gapSentence(t Table) string {
	cells, most := t.Rows[0].Cells, -1
	for i, c := range cells {
		if c.State == ShareShown && (most < 0 || c.Number > cells[most].Number) {
			most = i
		}
	}
	if most < 0 {
		return "Inga antal kan visas."
	}
	return sentence("störst andel har " + quoted(t.Columns[most].Name) + ", " + plainFigure(cells[most]) + "; bara andelar är redovisade, inte antal")
}

// answersSentence names the largest part, and says whether the parts make the total.
// It is made of published cells only, so it can't give a masked one away.
func answersSentence(t Table, total Cell) (said string, notes []string) {
	sum, masked, most := 0.0, false, -1
	cells := t.Rows[0].Cells
	for i, c := range cells {
		masked = masked || c.State == Masked
		if c.State == Shown {
			sum += c.Number
			if t.Columns[i].ID != unaccounted && (most < 0 || c.Number > cells[most].Number) {
				most = i
			}
		}
	}
	if most < 0 {
		return gapSentence(t), nil
	}
	said = "flest svar kommer från "
	if total.State == Shown && sum > total.Number { // parts that people chose, not belong to
		said = "flest valde "
	}
	said += quoted(t.Columns[most].Name) + ", " + cells[most].Text
	if masked { // one that isn't shown might be larger
		said = "av de delar som visas är " + quoted(t.Columns[most].Name) + " störst, " + cells[most].Text
	}
	if total.State == Shown && !masked {
		said += " av " + total.Text
		switch rest := total.Number - sum; {
		case rest < 0:
			notes = append(notes, "Svaren är "+FormatNumber(-rest, 0)+" fler än de svarande.")
		case len(t.Columns) > 0 && t.Columns[len(t.Columns)-1].ID == unaccounted:
			last := cells[len(cells)-1]
			notes = append(notes, "Delarna blir tillsammans "+FormatNumber(total.Number-last.Number, 0)+
				"; "+last.Text+" av "+total.Text+" svarande är inte redovisade i någon del.")
		case rest == 0:
			said += "; delarna blir tillsammans alla svarande"
		}
	}
	return sentence(said), notes
}
