package main

import (
	"errors"
	"slices"
	"time"

	"samverkan/internal/cache"
	"samverkan/internal/diag"
	"samverkan/internal/page"
	"samverkan/internal/parallel"
	"samverkan/internal/picture"
	"samverkan/internal/report"
)

// pictures draws what links to the pages show, of each page that says it has a picture. Only a site that is to be
// published needs them, so the preview does without.
func pictures(site report.Site, files []page.File) ([]page.File, error) {
	drawn, problems, kept := make([]page.File, len(files)), make([]error, len(files)), cache.User("bild")
	parallel.Each(len(files), func(i int) {
		f := files[i]
		if !isPage(f) {
			return
		}
		defer diag.During("bilden av " + f.Path)
		card, ok := picture.Of(f.Data)
		if !ok {
			return
		}
		if site.Example {
			card.Note = "Exempel: påhittade uppgifter"
		}
		drawn[i].Path = page.PicturePath(f.Path)
		drawn[i].Data, problems[i] = picture.Draw(kept, card)
	})
	kept.Prune(time.Now())
	return slices.DeleteFunc(drawn, func(f page.File) bool { return f.Path == "" }), errors.Join(problems...)
}
