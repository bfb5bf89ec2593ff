package page

// NotFoundPage is shown by a server that doesn't have what was asked for.
type NotFoundPage struct {
	Frame
	Deep bool // its links lead right from any address
}

const notFoundPath = "404.html"

func notFoundSheets(*press) []sheet {
	return []sheet{{path: notFoundPath, layout: "notfound", title: "Sidan finns inte", fill: func(p *pen) any {
		return &NotFoundPage{
			p.frame("Sidan finns inte", "Adressen kan vara felstavad, eller så har sidan flyttats."), p.cmp.Site.Root() != "",
		}
	}}}
}
