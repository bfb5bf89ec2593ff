package main

import (
	"samverkan/internal/cache"
	"samverkan/internal/diag"
	"samverkan/internal/page"
	"samverkan/internal/picture"
	"samverkan/internal/report"
)

// pictured is use, which is also given what links to the pages show, of each page that says it has a picture. Only a
// site that is to be published needs them, so the preview does without.
func pictured(site report.Site, kept cache.Store, use func(page.File) error) func(page.File) error {
	return func(f page.File) error {
		if err := use(f); err != nil || !isPage(f.Path) {
			return err
		}
		defer diag.During("bilden av " + f.Path)
		card, ok := picture.Of(f.Data)
		if !ok {
			return nil
		}
		if site.Example {
			card.Note = "Exempel: påhittade uppgifter"
		}
		drawn, err := picture.Draw(kept, card)
		if err != nil {
			return err
		}
		return use(page.File{Path: page.PicturePath(f.Path), Data: drawn})
	}
}
