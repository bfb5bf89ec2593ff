package canon

import (
	"bytes"
	"math"
	"testing"
)

type inner struct {
	a    *float64
	Name []string
}

type outer struct {
	Text  string
	N     int
	Small uint8
	Yes   bool
	Pair  [2]int
	In    []inner
	one   inner
	P     *inner
}

// However alike, different values have different bytes, and the same value wherever it lies the same.
func TestAppend(t *testing.T) {
	x, y, zero, minus, nan := 1.0, 1.0, 0.0, math.Copysign(0, -1), math.NaN()
	different := []outer{
		{}, {Text: "a"}, {Text: "\x00"}, {N: 1}, {N: -1}, {Small: 1}, {Yes: true}, {Pair: [2]int{0, 1}}, {Pair: [2]int{1, 0}},
		{In: []inner{}}, {In: []inner{{}}}, {In: []inner{{}, {}}}, {one: inner{Name: []string{}}},
		{one: inner{Name: []string{"ab", "c"}}}, {one: inner{Name: []string{"a", "bc"}}}, {one: inner{Name: []string{"abc"}}},
		{one: inner{a: &x}}, {one: inner{a: &zero}}, {one: inner{a: &minus}}, {one: inner{a: &nan}}, {P: &inner{}}, {P: &inner{a: &x}},
		{In: []inner{{a: &x}}}, {In: []inner{{Name: []string{"a"}}, {}}}, {In: []inner{{}, {Name: []string{"a"}}}},
	}
	seen := map[string]int{}
	for i, v := range different {
		key := string(Append(nil, v))
		if j, ok := seen[key]; ok {
			t.Errorf("%+v and %+v have the same bytes", v, different[j])
		}
		seen[key] = i
	}
	if !bytes.Equal(Append([]byte("x"), &outer{P: &inner{a: &x}}), Append([]byte("x"), &outer{P: &inner{a: &y}})) {
		t.Error("the same in two places differs")
	}
}

func TestAppendRefuses(t *testing.T) {
	for _, v := range []any{map[string]int{}, struct{ X any }{1}, func() {}, make(chan int)} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%T became a key", v)
				}
			}()
			Append(nil, v)
		}()
	}
}
