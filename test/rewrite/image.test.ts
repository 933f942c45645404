// image — what a rewritten module is from outside: imports, exports, data, globals, names, safepoints.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rewrite } from "../../host/build/rewrite/index.ts";
import { Machine, WINDOW } from "./machine.ts";
import { assemble } from "./wat.ts";

const START = `(func (export "_start"))`;

describe("a rewritten module", () => {
  test("imports from kernel alone and exports init, run, its globals and its own exports", () => {
    const { bytes, meta } = rewrite(
      assemble(`(module
        (import "env" "memory" (memory 3 9))
        (global $sp (mut i32) (i32.const 4096))
        (global i32 (i32.const 5))
        (global (mut f64) (f64.const 2))
        (export "memory" (memory 0))
        ${START})`),
    );
    const module = new WebAssembly.Module(bytes);
    expect(WebAssembly.Module.imports(module).map(({ module: from, name }) => `${from}.${name}`)).toEqual(
      [
        ...["flat", "phys", "pgdir", "attn", "trap", "fault", "safepoint"],
        ...["grow", "wait32", "wait64", "notify", "handler", "handled", "raise"],
        ...["forkBegin", "fork", "room", "resumed"],
      ].map((name) => `kernel.${name}`),
    );
    expect(WebAssembly.Module.exports(module).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["memory", "_start", "quire.init", "quire.run", "quire.g0", "quire.g2"]),
    );
    expect(meta).toEqual({
      abi: 0,
      guard: 1024,
      minPages: 3,
      maxPages: 9,
      fork: false,
      globals: [
        ["quire.g0", "i32"],
        ["quire.g2", "f64"],
      ],
    });
    const guest = new Machine().start(bytes);
    expect((guest.instance.exports["quire.g2"] as WebAssembly.Global).value).toBe(2);
  });

  test("the guard ends at the lowest data of a foreign module, at one page for our toolchain's", () => {
    const guardOf = (fields: string): number => rewrite(assemble(`(module ${fields} ${START})`)).meta.guard;
    expect(guardOf(`(memory 1) (data (i32.const 1024) "x")`)).toBe(1024);
    expect(guardOf(`(memory 1) (data (i32.const 9000) "x") (data (i32.const 5000) "y")`)).toBe(4096);
    const marked = new Uint8Array([...assemble(`(module (memory 1) ${START})`), ...ABI_SECTION]);
    expect(rewrite(marked).meta).toMatchObject({ guard: 4096, abi: 1 });
  });

  test("init writes the active data in order and calls the start function; instantiation does not", () => {
    const { bytes } = rewrite(
      assemble(`(module (memory 1)
        (global $at i32 (i32.const 5000))
        (data (i32.const 5000) "aaaa")
        (data $passive "zzz")
        (data (i32.add (i32.const 4998) (i32.const 4)) "bb")
        (func $begin (i32.store8 (i32.const 5001) (i32.const 99)))
        (func (export "late") (memory.init $passive (i32.const 5010) (i32.const 0) (i32.const 3)))
        (start $begin) ${START})`),
    );
    const guest = new Machine().start(bytes);
    const text = (): string => Buffer.from(new Uint8Array(guest.flat.buffer).slice(5000, 5004)).toString();
    expect(text()).toBe("\0\0\0\0");
    guest.exports["quire.init"]?.();
    expect(text()).toBe("acbb");
    guest.exports.late?.();
  });

  test("data that do not fit trap in init, as at instantiation", () => {
    const { bytes } = rewrite(assemble(`(module (memory 1) (data (i32.const 65534) "four") ${START})`));
    const guest = new Machine().start(bytes);
    expect(() => guest.exports["quire.init"]?.()).toThrow(WebAssembly.RuntimeError);
  });

  test("a system call reaches the kernel directly, by reference and by tail call", () => {
    const { bytes } = rewrite(
      assemble(`(module
        (type $call (func (param i32 i32 i32 i32 i32 i32 i32) (result i32)))
        (import "kern" "trap" (func $trap (type $call)))
        (memory 1) (table funcref (elem $trap))
        (func (export "direct") (result i32)
          (call $trap (i32.const 1) (i32.const 2) (i32.const 3) (i32.const 4)
            (i32.const 5) (i32.const 6) (i32.const 7)))
        (func (export "indirect") (result i32)
          (call_indirect (type $call) (i32.const 1) (i32.const 2) (i32.const 3) (i32.const 4)
            (i32.const 5) (i32.const 6) (i32.const 7) (i32.const 0)))
        (func (export "tail") (result i32)
          (return_call $trap (i32.const 1) (i32.const 2) (i32.const 3) (i32.const 4)
            (i32.const 5) (i32.const 6) (i32.const 7)))
        ${START})`),
    );
    const guest = new Machine().start(bytes, { trap: (...args: number[]) => Number(args.join("")) });
    for (const way of ["direct", "indirect", "tail"]) expect(guest.exports[way]?.()).toBe(1234567);
  });

  test("a page that moves during a system call or a safepoint is found at its new place", () => {
    const machine = new Machine();
    const { bytes } = rewrite(
      assemble(`(module
        (import "kern" "trap" (func $trap (param i32 i32 i32 i32 i32 i32 i32) (result i32)))
        (memory 1)
        (func (export "run") (param $a i32) (result i32) (local $n i32) (local $sum i32)
          (local.set $n (i32.const 3))
          (loop $again
            (local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 10)) (i32.load (local.get $a))))
            (drop (call $trap (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
              (i32.const 0) (i32.const 0) (i32.const 0)))
            (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
          (local.get $sum))
        (func (export "spin") (param $a i32) (result i32) (local $n i32)
          (local.set $n (i32.const 100000))
          (loop $again
            (br_if $again (i32.and (i32.eqz (i32.load (local.get $a)))
              (i32.ne (i32.const 0) (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))))
          (local.get $n))
        ${START})`),
    );
    let value = 1;
    const move = (): number => {
      const ka = machine.map(WINDOW);
      machine.view.setUint32(ka, value++, true);
      return 0;
    };
    move();
    const guest = machine.start(bytes, { trap: move, safepoint: move });
    expect(guest.exports.run?.(WINDOW)).toBe(123);
    machine.view.setUint32(machine.at(WINDOW), 0, true);
    machine.attention(1);
    expect(guest.exports.spin?.(WINDOW)).toBeGreaterThan(90_000);
  });

  test("loops and recursion look at the attention word, and only then call safepoint", () => {
    const { bytes } = rewrite(
      assemble(`(module (memory 1)
        (func (export "loop") (local $n i32)
          (local.set $n (i32.const 100000))
          (loop $l (br_if $l (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
        (func $down (export "down") (param $n i32)
          (if (local.get $n) (then (call $down (i32.sub (local.get $n) (i32.const 1))))))
        ${START})`),
    );
    const machine = new Machine();
    const guest = machine.start(bytes, { safepoint: () => void machine.safepoints++ });
    guest.exports.loop?.();
    guest.exports.down?.(100);
    expect(machine.safepoints).toBe(0);
    machine.attention(1);
    guest.exports.loop?.();
    expect(machine.safepoints).toBeGreaterThan(5);
    machine.safepoints = 0;
    guest.exports.down?.(100);
    expect(machine.safepoints).toBe(100);
  });

  test("stack traces show the module's own names", () => {
    const { bytes } = rewrite(
      assemble(`(module
        (import "kern" "trap" (func $trap (param i32 i32 i32 i32 i32 i32 i32) (result i32)))
        (memory 1)
        (func $innermost (drop (i32.load (i32.const 0))))
        (func $middle (export "outer") (call $innermost))
        ${START})`),
    );
    const guest = new Machine().start(bytes);
    let stack = "";
    try {
      guest.exports.outer?.();
    } catch (error) {
      stack = (error as Error).stack ?? "";
    }
    expect(stack).toMatch(/quire\.i32\.load.*innermost.*middle/s);
  });

  test("what must not change passes through: tables, references, exceptions, several results", () => {
    const text = readFileSync(new URL("./fixtures/passes.wat", import.meta.url), "utf8");
    const before = assemble(text);
    const plain = new WebAssembly.Instance(new WebAssembly.Module(before)).exports;
    const guest = new Machine().start(rewrite(before).bytes);
    guest.exports["quire.init"]?.();
    for (const name of Object.keys(plain).filter((key) => key.startsWith("test"))) {
      const expected = (plain[name] as () => unknown)();
      expect(guest.exports[name]?.(), name).toEqual(expected);
    }
  });
});

/** The custom section quire.abi holding 1. */
const ABI_SECTION = [0, 11, 9, ...Buffer.from("quire.abi"), 1];
