package compare

import (
	"reflect"
	"sync"
)

// EachCell visits every cell that can be reached from the comparison, wherever it is
// kept, so that the last pass can't forget a table that is added later. The same fact is
// met once for every table it stands in.
func (c *Comparison) EachCell(visit func(*Cell)) {
	if c != nil {
		walkCells(reflect.ValueOf(c).Elem(), visit)
	}
}

var cellType = reflect.TypeFor[Cell]()

func walkCells(v reflect.Value, visit func(*Cell)) {
	if !holdsCells(v.Type()) {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			walkCells(v.Elem(), visit)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			walkCells(v.Index(i), visit)
		}
	case reflect.Struct:
		if v.Type() == cellType {
			visit(v.Addr().Interface().(*Cell))
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				walkCells(v.Field(i), visit)
			}
		}
	}
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
