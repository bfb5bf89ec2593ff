// Package cache keeps what took long to make, such as drawings, from one build to the next.
package cache

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"strconv"
)

// Store is a content-addressed cache in a folder; the empty string keeps nothing. Any number of processes may use the
// same folder. Nothing in it is needed: what is gone, damaged or can't be written is made again. Prune keeps it small.
type Store string

// Get returns what Put saved under the key. An entry that doesn't bear out its checksum counts as missing.
func (s Store) Get(key string) ([]byte, bool) {
	if s == "" {
		return nil, false
	}
	file, err := os.Open(s.path(key))
	if err != nil {
		return nil, false
	}
	defer func() { _ = file.Close() }()
	info, err := file.Stat()
	if err != nil || info.Size() < sha256.Size || info.Size() > keepBytes {
		return nil, false
	}
	data := make([]byte, info.Size()) // entries are renamed into place and never written to, so they don't grow
	if _, err := io.ReadFull(file, data); err != nil {
		return nil, false
	}
	touch(file, info)
	content := data[sha256.Size:]
	return content, checksum(key, content) == [sha256.Size]byte(data)
}

// Put saves content under the key: whole or not at all, because the name appears by a rename. That it fails is no
// error, the next build just makes it again.
func (s Store) Put(key string, content []byte) {
	if s == "" || os.MkdirAll(filepath.Dir(s.path(key)), 0o700) != nil {
		return
	}
	file, err := os.CreateTemp(filepath.Dir(s.path(key)), leftoverName)
	if err != nil {
		return
	}
	sum := checksum(key, content)
	_, err = file.Write(append(sum[:], content...))
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(file.Name(), s.path(key))
	}
	if err != nil {
		_ = os.Remove(file.Name())
	}
}

// checksum covers the key too, so that an entry moved to another name is damage as well.
func checksum(key string, content []byte) (sum [sha256.Size]byte) {
	hash := sha256.New()
	hash.Write([]byte(key + "\n"))
	hash.Write(content)
	hash.Sum(sum[:0])
	return sum
}

func (s Store) path(key string) string { return filepath.Join(string(s), key[:2], key[2:]) }

// User is a folder of that name among the user's own caches, or none on a machine without them.
func User(name string) Store {
	folder, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return Store(filepath.Join(folder, "samverkan", name))
}

// Digest is the hash of the parts with their lengths, in hexadecimal.
func Digest(parts ...[]byte) string {
	hash := sha256.New()
	for _, part := range parts {
		hash.Write(append(strconv.AppendInt(nil, int64(len(part)), 10), '\n'))
		hash.Write(part)
	}
	return hex.EncodeToString(hash.Sum(nil))
}
