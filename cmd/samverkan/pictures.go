package main

import (
	"errors"
	"runtime"
	"slices"
	"sync"
	"time"

	"samverkan/internal/cache"
	"samverkan/internal/page"
	"samverkan/internal/picture"
	"samverkan/internal/report"
)

// pictures draws what links to the pages show, of each page that says it has a picture. Only a site that is to be
// published needs them, so the preview does without.
func pictures(site report.Site, files []page.File) ([]page.File, error) {
	drawn, problems := make([]page.File, len(files)), make([]error, len(files))
	kept, turn := cache.User("bild"), make(chan struct{}, runtime.GOMAXPROCS(0))
	var wait sync.WaitGroup
	for i, f := range files {
		if !isPage(f) {
			continue
		}
		turn <- struct{}{}
		wait.Go(func() {
			defer func() { <-turn }()
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
	}
	wait.Wait()
	kept.Prune(time.Now())
	return slices.DeleteFunc(drawn, func(f page.File) bool { return f.Path == "" }), errors.Join(problems...)
}
