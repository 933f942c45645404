// trap — what the engine throws for each kind of trap becomes the signal Linux would send.
import { beforeAll, describe, expect, test } from "vitest";
import wabt from "wabt";
import { trapOf } from "../../host/guest/trap.ts";

const SOURCE = `(module
  (memory 1)
  (table 1 funcref)
  (func (export "unreachable") (unreachable))
  (func (export "load") (drop (i32.load (i32.const -4))))
  (func (export "divide") (drop (i32.div_s (i32.const 1) (i32.const 0))))
  (func (export "remainder") (drop (i64.rem_u (i64.const 1) (i64.const 0))))
  (func (export "overflow") (drop (i32.div_s (i32.const 0x80000000) (i32.const -1))))
  (func (export "truncate") (drop (i32.trunc_f64_s (f64.const 1e300))))
  (func (export "null") (call_indirect (i32.const 0)))
  (func (export "table") (call_indirect (i32.const 7)))
  (func $deep (export "deep") (call $deep)))`;

let exports: WebAssembly.Exports;
beforeAll(async () => {
  const module = (await wabt()).parseWat("traps.wat", SOURCE);
  const { buffer } = module.toBinary({ write_debug_names: true });
  exports = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(buffer))).exports;
});

function trap(name: string): { signal: number; detail: string } {
  try {
    (exports[name] as () => void)();
  } catch (error) {
    return trapOf(error);
  }
  throw new Error(`${name} did not trap`);
}

describe("a trap", () => {
  test.each([
    ["unreachable", 4, "unreachable"],
    ["load", 11, "memory access out of bounds"],
    ["divide", 8, "divide by zero"],
    ["remainder", 8, "remainder by zero"],
    ["overflow", 8, "divide result unrepresentable"],
    ["truncate", 8, "float unrepresentable in integer range"],
    ["null", 4, ""],
    ["table", 4, "table index is out of bounds"],
    ["deep", 11, "stack overflow"],
  ])("%s is signal %i", (name, signal, detail) => {
    const got = trap(name);
    expect(got.signal).toBe(signal);
    expect(got.detail).toContain(detail);
  });

  test("tells the function and the place", () => {
    expect(trap("deep").detail).toMatch(/ in deep \(0x[0-9a-f]+\)$/);
    expect(trap("load").detail).toMatch(/ in function 1 \(0x[0-9a-f]+\)$/);
  });

  test("of what is no error at all is SIGABRT", () => {
    expect(trapOf("thrown")).toEqual({ signal: 6, detail: "uncaught exception" });
  });
});
