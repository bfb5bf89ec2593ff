package check

import (
	"regexp"
	"strings"

	"samverkan/internal/diag"
	"samverkan/internal/report"
)

// identityNumber finds Swedish personal identity numbers and coordination numbers,
// whatever they stand in: files are published with the site or lie in a repository that
// others read. The message never repeats the number: findings end up in
// logs and on pull requests.
func identityNumber(s *site, r *reporter) {
	const (
		message = "här står något som ser ut som ett personnummer eller samordningsnummer"
		hint    = "ta bort det, även ur filens historik om den lämnat din dator; tala med den som ansvarar för dataskydd"
	)
	written := map[string]bool{} // file and digits
	find := func(t text) {
		for _, m := range identityNumbers(t.value) {
			number := t.value[m[0]:m[1]]
			key := t.pos.File + ":" + digits(number)
			if isAmount(t, m) || t.source != nil && written[key] {
				continue
			}
			written[key] = true
			severity := diag.Error
			if t.isAddress(m[0]) && digits(number) == number {
				severity = diag.Warning // unbroken digits in an address are often something else
			}
			r.addAs(severity, t.at(m[0]), message, hint)
		}
	}
	s.eachRawLine(find) // comments and keys too
	s.eachText(find)    // narratives, and values written with escapes
	each(s, func(v report.Value, l leaf) {
		if v.IsNumber() && isIdentityFigure(v.Number) && !written[l.pos.File+":"+swedish(v.Number)] {
			r.add(v.Pos, message, hint)
		}
	})
}

// isAmount reports whether ten unbroken digits stand without quotes after an equals
// sign: an amount in kronor may look like an identity number.
func isAmount(t text, m [2]int) bool {
	before := t.value[:m[0]]
	return m[1]-m[0] == 10 && strings.HasSuffix(strings.TrimRight(before, " \t"), "=") && !strings.ContainsAny(before, "\"#")
}

// isIdentityFigure reports whether a figure without quotes is an identity number.
// Only twelve digits count: ten may be an amount in kronor.
func isIdentityFigure(x float64) bool {
	if x < 1e11 || x >= 1e12 || x != float64(int64(x)) {
		return false
	}
	return len(identityNumbers(swedish(x))) > 0
}

// How identity numbers are written: two or four digits of the year, month, day, and
// four more after a hyphen, a plus, a space or nothing. Hyphens come in many shapes
// from Word. A Markdown backslash before one doesn't hide it.
const (
	shortNumber = `(\d\d)([ ./-]?)(\d\d)([ ./-]?)(\d\d)([ \t\x{a0}\x{202f}]{0,3}\\?[-+‐‑–—−]?[ \t\x{a0}\x{202f}]{0,3})(\d{4})`
	longest     = 60 // bytes
)

var spelt = []*regexp.Regexp{
	regexp.MustCompile(`^(18|19|20)` + shortNumber),
	regexp.MustCompile(`^()` + shortNumber),
}

// identityNumbers finds identity numbers in a text: start and end in bytes. A number
// can only begin where digits begin, so each place is tried once.
func identityNumbers(text string) [][2]int {
	if countDigits(text) < 10 {
		return nil // most texts, and a regular expression costs
	}
	var found [][2]int
	for i := 0; i < len(text); i++ {
		if !isDigit(rune(text[i])) {
			continue
		}
		if end := identityAt(text, i); end > 0 {
			found = append(found, [2]int{i, end})
			i = end
		}
		for i < len(text) && isDigit(rune(text[i])) {
			i++
		}
	}
	return found
}

// identityAt gives the end of the identity number that begins at start; 0 for none.
func identityAt(text string, start int) int {
	window := text[start:min(len(text), start+longest)]
	for _, spelling := range spelt {
		m := spelling.FindStringSubmatchIndex(window)
		if m == nil {
			continue
		}
		group := func(i int) string { return window[m[2*i]:m[2*i+1]] }
		if isIdentity(group) && standsAlone(text, start, start+m[1], group(7)) {
			return start + m[1]
		}
	}
	return 0
}

// withoutIdentity replaces identity numbers in a text.
func withoutIdentity(text string) string {
	found := identityNumbers(text)
	for i := len(found) - 1; i >= 0; i-- {
		text = text[:found[i][0]] + "(personnummer)" + text[found[i][1]:]
	}
	return text
}

// isIdentity checks date, separators and checksum.
func isIdentity(group func(int) string) bool {
	century, year, month, day := group(1), group(2), group(4), group(6)
	between, last, serial := group(3), group(7), group(8)
	if between != group(5) {
		return false
	}
	if strings.TrimFunc(last, isSpace) == "" && between != "" && between != " " {
		return false // "2023-01-15 1530" is a day and a time
	}
	return serial[:3] != "000" && isBirthday(century, year, month, day) && luhn(year+month+day+serial)
}

// standsAlone reports whether the match isn't part of something longer: a longer
// number, or for digits without a sign a hexadecimal sum, an address or the like.
func standsAlone(text string, start, end int, separator string) bool {
	before, after := lastRune(text[:start]), firstRune(text[end:])
	if isDigit(before) || isDigit(after) {
		return false
	}
	if separator != "" {
		return true
	}
	return !isWordRune(before) && !isWordRune(after)
}

// isBirthday reports whether the digits are a day of some century; sixty is added to
// the day in a coordination number.
func isBirthday(century, yy, mm, dd string) bool {
	year, month, day := atoi(yy), atoi(mm), atoi(dd)
	if day > 60 {
		day -= 60
	}
	if century != "" {
		return isDay(atoi(century)*100+year, month, day)
	}
	return isDay(1800+year, month, day) || isDay(1900+year, month, day) || isDay(2000+year, month, day)
}

// luhn checks the tenth digit against the nine before it.
func luhn(ten string) bool {
	total := 0
	for i, c := range ten {
		d := int(c - '0')
		if i%2 == 0 {
			d *= 2
		}
		total += d/10 + d%10
	}
	return total%10 == 0
}

// email is an address as people write it.
var email = regexp.MustCompile(`[\pL\d._%+-]+@[\pL\d-]+(?:\.[\pL\d-]+)*\.\pL{2,}`)

// emailInText finds e-mail addresses outside the site's contact.
func emailInText(s *site, r *reporter) {
	s.eachText(func(t text) {
		if t.isContact() || !strings.Contains(t.readable, "@") {
			return
		}
		for _, m := range email.FindAllStringIndex(t.readable, -1) {
			if strings.EqualFold(t.readable[m[0]:m[1]], s.known.Site.Contact.Email) {
				continue
			}
			r.add(t.at(m[0]), "här står en e-postadress"+t.where(),
				"skriv funktionen i stället, och samla kontaktuppgifter under kontakt i samverkan.toml")
		}
	})
}

// phone is a Swedish telephone number with its area code set off, a mobile number
// written together, or a number with +46.
var phone = regexp.MustCompile(`(?:\+46[ \x{a0}-]?(?:\(0\))?[ ]?\d{1,3}|0\d{1,3})(?:[ \x{a0}]?[-–/‑][ \x{a0}]?|[ \x{a0}])\d{2,3}(?:[ \x{a0}]?\d{2,3}){1,2}|07\d{8}|\+467\d{8}`)

// phoneInText finds telephone numbers outside the site's contact.
func phoneInText(s *site, r *reporter) {
	own := digits(s.known.Site.Contact.Phone)
	s.eachText(func(t text) {
		if t.isContact() || countDigits(t.readable) < 8 {
			return
		}
		for _, m := range phone.FindAllStringIndex(t.readable, -1) {
			if digits(t.readable[m[0]:m[1]]) != own && isPhone(t.readable, m[0], m[1]) {
				r.add(t.at(m[0]), "här står ett telefonnummer"+t.where(),
					"ta bort det, eller flytta det till kontakt i samverkan.toml om det är en funktions nummer")
			}
		}
	})
}

// isPhone tells a telephone number from a registration number, an amount in thousands,
// an identity number and whatever else has digits and hyphens.
func isPhone(text string, start, end int) bool {
	before, after := lastRune(text[:start]), firstRune(text[end:])
	if isWordRune(before) || isWordRune(after) || before != 0 && strings.ContainsRune("-/.,=", before) {
		return false
	}
	if isSpace(before) && isDigit(lastRune(strings.TrimRightFunc(text[:start], isSpace))) {
		return false // 1 070 123 456
	}
	n := len(digits(text[start:end]))
	return n >= 8 && n <= 11 && len(identityNumbers(text[start:end])) == 0
}

// countDigits counts the digits of a text.
func countDigits(s string) int {
	n := 0
	for i := range len(s) {
		if isDigit(rune(s[i])) {
			n++
		}
	}
	return n
}

// digits drops everything but digits.
func digits(s string) string {
	return strings.Map(func(c rune) rune {
		if isDigit(c) {
			return c
		}
		return -1
	}, s)
}
