//go:build !linux

package publish

import "errors"

func syncDisk(string) error { return errors.ErrUnsupported }
