package publish

import (
	"errors"
	"os"
	"slices"

	"golang.org/x/sys/unix"
)

// syncable are the kinds of disk that can be synced whole. Others, those that a network or a
// program of somebody's lies behind, may only promise to send what was written.
var syncable = []uint32{
	unix.EXT4_SUPER_MAGIC, // ext2 and ext3 as well
	unix.XFS_SUPER_MAGIC, unix.BTRFS_SUPER_MAGIC, unix.F2FS_SUPER_MAGIC, unix.TMPFS_MAGIC, unix.OVERLAYFS_SUPER_MAGIC,
}

// syncDisk waits until everything on the disk that a folder lies on is there.
func syncDisk(folder string) error {
	d, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer func() { _ = d.Close() }()
	var disk unix.Statfs_t
	if err := unix.Fstatfs(int(d.Fd()), &disk); err != nil {
		return err
	}
	if !slices.Contains(syncable, uint32(disk.Type)) {
		return errors.ErrUnsupported
	}
	return unix.Syncfs(int(d.Fd()))
}
