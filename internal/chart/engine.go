package chart

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"modernc.org/quickjs"

	"samverkan/internal/cache"
)

// memoryLimit bounds what one engine may hold, in bytes. ECharts and a large chart take 35 MiB.
const memoryLimit = 256 << 20

// frozen takes away what would make two runs differ. ECharts measures how long its first text measurements take and
// stops making them when they were slow; it also seeds names with the clock and with chance. Its timers only serve
// animation and pointers, and there is no event loop to run them.
const frozen = `{
	const Real = Date;
	globalThis.Date = class Date extends Real {
		constructor(...args) { args.length ? super(...args) : super(0); }
		static now() { return 0; }
	};
	Math.random = () => 0.5;
	globalThis.setTimeout = globalThis.setInterval = () => 0;
	globalThis.clearTimeout = globalThis.clearInterval = () => {};
}`

// engine is one JavaScript engine with ECharts in it. It must stay in one goroutine; several in one process wait for
// each other.
type engine struct{ vm *quickjs.VM }

// newEngine evaluates the bundle, from bytecode when bytecodes has it. timeout bounds the loading and each rendering.
func newEngine(bundle []byte, bytecodes cache.Store, timeout time.Duration) (*engine, error) {
	vm, err := quickjs.NewVM()
	if err != nil {
		return nil, err
	}
	e := &engine{vm}
	if err := e.load(bundle, bytecodes, timeout); err != nil {
		e.close()
		return nil, fmt.Errorf("ECharts gick inte att ladda: %w", explain(err))
	}
	return e, nil
}

func (e *engine) load(bundle []byte, bytecodes cache.Store, timeout time.Duration) error {
	e.vm.SetMemoryLimit(memoryLimit)
	if err := e.vm.SetEvalTimeout(timeout); err != nil {
		return err
	}
	if err := discard(e.vm.EvalValue(frozen, quickjs.EvalGlobal)); err != nil {
		return err
	}
	code, err := e.compiled(bundle, bytecodes)
	if err != nil {
		return err
	}
	if err := discard(e.vm.EvalBytecodeValue(code)); err != nil {
		return err
	}
	return discard(e.vm.CallValue("samverkan.prepare", echartsTheme(), newWidthTable()))
}

// compiled is the bundle's bytecode. Loading it takes an eighth of the time that compiling takes. The engine trusts
// what it is given, so the store's checksum matters here; its folder is the user's own.
func (e *engine) compiled(bundle []byte, bytecodes cache.Store) ([]byte, error) {
	key := bytecodeKey(bundle)
	if code, ok := bytecodes.Get(key); ok {
		return code, nil
	}
	code, err := e.vm.Compile(string(bundle), quickjs.EvalGlobal)
	if err != nil {
		return nil, err
	}
	bytecodes.Put(key, code)
	return code, nil
}

// discard lets go of a result that only mattered for its error.
func discard(value quickjs.Value, err error) error {
	if err == nil {
		value.Free()
	}
	return err
}

// render draws one option, in pixels, and normalises what ECharts made of it. After an error the engine is in an
// unknown state: close it.
func (e *engine) render(option json.RawMessage, width, height int) ([]byte, error) {
	drawn, err := e.vm.Call("samverkan.render", option, width, height)
	if err != nil {
		return nil, explain(err)
	}
	raw, ok := drawn.(string)
	if !ok {
		return nil, fmt.Errorf("ECharts gav %T i stället för text", drawn)
	}
	return normalise([]byte(raw))
}

func explain(err error) error {
	var thrown *quickjs.Error
	if errors.As(err, &thrown) && thrown.Name == "InternalError" {
		switch thrown.Message {
		case "interrupted":
			return errors.New("ritningen tog för lång tid och avbröts")
		case "out of memory":
			return fmt.Errorf("ritningen behövde mer än %d MiB minne", memoryLimit>>20)
		}
	}
	return fmt.Errorf("ECharts svarade: %w", err)
}

func (e *engine) close() { _ = e.vm.Close() }
