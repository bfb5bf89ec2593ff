package chart

import (
	"encoding/json"
	"runtime"

	"modernc.org/quickjs"

	"samverkan/internal/cache"
)

// formatVersion is part of every key. Raise it when the normaliser, or entry.js without a change of the bundle, gives
// another drawing for the same option; TestNormaliserGolden says when.
const formatVersion = "samverkan-diagram 3"

// environmentHash sums up everything but the option that a drawing depends on.
func environmentHash(bundle []byte) (string, error) {
	house, err := json.Marshal([]any{echartsTheme(), newWidthTable(), Roles()})
	if err != nil {
		return "", err
	}
	return cache.Digest([]byte(formatVersion), bundle, house, []byte(engineVersion())), nil
}

// bytecodeKey depends on the engine's exact build: bytecode is only good for the one that made it.
func bytecodeKey(bundle []byte) string {
	return cache.Digest([]byte("bytecode"), bundle, []byte(engineVersion()), []byte(runtime.GOARCH), []byte(runtime.GOOS))
}

// engineVersion is what evaluates the bundle: the engine, and the C library that it was translated with.
func engineVersion() string { return quickjs.Version() + "\n" + cache.Modules("modernc.org/") }
