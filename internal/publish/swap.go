package publish

import (
	"errors"
	"os"
)

// exchange swaps two folders in one step, or says that the system can't. A variable
// so that tests can take the way of systems that can't.
var exchange = exchangeDirs

var errNoExchange = errors.New("no atomic exchange")

// swap puts staging where dir is. Afterwards the old site is in a folder that clean
// removes.
func (s *site) swap(staging string, exists bool) error {
	if exists {
		err := exchange(staging, s.dir)
		if errors.Is(err, errNoExchange) {
			return s.swapInTwo(staging)
		}
		if err != nil {
			return failed(err, "kan inte byta ut %s", s.name)
		}
	} else if err := os.Rename(staging, s.dir); err != nil {
		return failed(err, "kan inte skapa %s", s.name)
	}
	_ = syncDir(s.parent) // the swap is done; a power cut can only undo it as a whole
	return nil
}

// swapInTwo sets the old site aside before the new one takes its place. A crash in
// between leaves no site, which recover mends.
func (s *site) swapInTwo(staging string) error {
	aside := s.numbered(oldSuffix, s.latest(oldSuffix)+1)
	if err := os.Rename(s.dir, aside); err != nil {
		return failed(err, "kan inte byta ut %s", s.name)
	}
	if err := os.Rename(staging, s.dir); err != nil {
		if back := os.Rename(aside, s.dir); back != nil {
			return failed(back, "kan inte lägga tillbaka %s, som nu ligger i %s", s.name, aside)
		}
		return failed(err, "kan inte byta ut %s", s.name)
	}
	_ = syncDir(s.parent)
	return nil
}
