package publish

import (
	"os"

	"golang.org/x/sys/unix"
)

// syncDisk waits until everything on the disk that a folder lies on is there.
func syncDisk(folder string) error {
	d, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer func() { _ = d.Close() }()
	return unix.Syncfs(int(d.Fd()))
}
