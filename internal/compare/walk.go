package compare

import (
	"reflect"
	"sync"
)

// EachCell visits every cell that can be reached from the comparison, wherever it is
// kept, so that the last pass can't forget a table that is added later. The same fact is
// met in every table that has a cell of its own for it.
func (c *Comparison) EachCell(visit func(*Cell)) {
	if c != nil {
		newWalk(visit).value(reflect.ValueOf(c))
	}
}

// EachCell visits every cell of the year.
func (y *Year) EachCell(visit func(*Cell)) { newWalk(visit).value(reflect.ValueOf(y)) }

var cellType = reflect.TypeFor[Cell]()

// walk goes through everything that can lead to a cell. What several tables share, as the
// rows of a delregion among the others, it goes through once.
type walk struct {
	visit func(*Cell)
	met   map[place]bool
}

// place is something that values point at.
type place struct {
	at  uintptr
	len int
	of  reflect.Type
}

func newWalk(visit func(*Cell)) *walk { return &walk{visit, map[place]bool{}} }

func (w *walk) value(v reflect.Value) {
	if !holdsCells(v.Type()) {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if w.first(v, 1) {
			w.value(v.Elem())
		}
	case reflect.Slice:
		if w.first(v, v.Len()) {
			w.elements(v)
		}
	case reflect.Array:
		w.elements(v)
	case reflect.Struct:
		if v.Type() == cellType {
			w.visit(v.Addr().Interface().(*Cell))
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				w.value(v.Field(i))
			}
		}
	}
}

func (w *walk) elements(v reflect.Value) {
	for i := range v.Len() {
		w.value(v.Index(i))
	}
}

// first reports whether a pointer or slice leads to something that wasn't met before.
func (w *walk) first(v reflect.Value, n int) bool {
	p := place{v.Pointer(), n, v.Type()}
	if v.IsNil() || n == 0 || w.met[p] {
		return false
	}
	w.met[p] = true
	return true
}

// cellHolders is what holdsCells has found out, by type.
var cellHolders sync.Map

// holdsCells reports whether a value of the type can lead to a cell, so that texts and
// numbers needn't be looked at one by one. A type that leads to itself is taken to; a map
// or an interface could not be walked in order, and a test sees to it that there is none.
func holdsCells(t reflect.Type) bool {
	if known, ok := cellHolders.Load(t); ok {
		return known.(bool)
	}
	holds := leadsTo(t, map[reflect.Type]bool{})
	cellHolders.Store(t, holds)
	return holds
}

func leadsTo(t reflect.Type, met map[reflect.Type]bool) bool {
	if t == cellType || met[t] {
		return true
	}
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array:
		return leadsTo(t.Elem(), met)
	case reflect.Struct:
		met[t] = true
		defer delete(met, t)
		for i := range t.NumField() {
			if t.Field(i).IsExported() && leadsTo(t.Field(i).Type, met) {
				return true
			}
		}
	}
	return false
}
