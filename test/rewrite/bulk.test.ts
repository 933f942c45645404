// bulk — memory.copy, fill and init over flat memory and the window, against plain arrays; wait and notify.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rewrite } from "../../host/build/rewrite/index.ts";
import { BYTES, FLAT, noise } from "./forms.ts";
import { Fault, type Guest, Machine, PAGE, READ, WINDOW, WRITE } from "./machine.ts";
import { assemble } from "./wat.ts";

const BASE = WINDOW + 9 * PAGE;
const SEGMENT = 6000;

const { bytes } = rewrite(
  assemble(`(module
    (memory (export "memory") 1 1)
    (data (i32.const 4096) " ")
    (data $seg "${String.fromCharCode(...noise(SEGMENT, 5).map((b) => 65 + (b % 26)))}")
    (func (export "_start"))
    (func (export "copy") (param i32 i32 i32) (memory.copy (local.get 0) (local.get 1) (local.get 2)))
    (func (export "fill") (param i32 i32 i32) (memory.fill (local.get 0) (local.get 1) (local.get 2)))
    (func (export "init") (param i32 i32 i32)
      (memory.init $seg (local.get 0) (local.get 1) (local.get 2)))
    (func (export "size") (result i32) (memory.size))
    (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
    (func (export "wait32") (param i32 i32 i64) (result i32)
      (memory.atomic.wait32 offset=4 (local.get 0) (local.get 1) (local.get 2)))
    (func (export "wait64") (param i32 i64 i64) (result i32)
      (memory.atomic.wait64 offset=8 (local.get 0) (local.get 1) (local.get 2)))
    (func (export "notify") (param i32 i32) (result i32)
      (memory.atomic.notify offset=4 (local.get 0) (local.get 1))))`),
);
const segment = noise(SEGMENT, 5).map((b) => 65 + (b % 26));

/** Two pages of flat memory and two of the window, all of them noise, and a copy of both. */
class Space {
  readonly machine = new Machine();
  readonly guest: Guest;
  readonly model = new Map([
    [FLAT, noise(BYTES, 1)],
    [BASE, noise(BYTES, 2)],
  ]);

  constructor(rights = READ | WRITE, calls: Parameters<Machine["start"]>[1] = {}) {
    for (const at of [0, PAGE]) {
      this.machine.bytes.set(this.bytesAt(BASE + at).subarray(0, PAGE), this.machine.map(BASE + at, rights));
    }
    this.guest = this.machine.start(bytes, calls);
    new Uint8Array(this.guest.flat.buffer).set(this.bytesAt(FLAT), FLAT);
  }

  /** The model's bytes from an address on. */
  bytesAt(ua: number): Uint8Array {
    const base = ua >= BASE ? BASE : FLAT;
    return (this.model.get(base) as Uint8Array).subarray(ua - base);
  }

  check(): void {
    expect(this.machine.checkCanaries()).toBe(true);
    const flat = new Uint8Array(this.guest.flat.buffer).subarray(FLAT, FLAT + BYTES);
    expect(Buffer.compare(flat, this.bytesAt(FLAT))).toBe(0);
    for (const at of [0, PAGE]) {
      const ka = this.machine.at(BASE + at);
      const frame = this.machine.bytes.subarray(ka, ka + PAGE);
      expect(Buffer.compare(frame, this.bytesAt(BASE + at).subarray(0, PAGE))).toBe(0);
    }
  }

  /** Calls the guest; what a fault reported, else undefined. */
  call(entry: string, ...args: (number | bigint)[]): Fault | undefined {
    try {
      this.guest.exports[entry]?.(...args);
      return undefined;
    } catch (error) {
      if (error instanceof Fault) return error;
      throw error;
    }
  }
}

/** An address and a length that fit two pages of either region, often near the border. */
const runs = fc
  .tuple(
    fc.constantFrom(FLAT, BASE),
    fc.constantFrom(FLAT, BASE),
    fc.nat(BYTES),
    fc.nat(BYTES),
    fc.nat(BYTES),
  )
  .map(([to, from, a, b, n]) => ({
    to: to + a,
    from: from + b,
    n: Math.min(n, BYTES - a, BYTES - b),
  }));

describe("bulk instructions", () => {
  test("copy moves bytes as memmove does, between and within the regions, overlapping or not", () => {
    fc.assert(
      fc.property(runs, ({ to, from, n }) => {
        const space = new Space();
        expect(space.call("copy", to, from, n)).toBeUndefined();
        space.bytesAt(to).set(space.bytesAt(from).slice(0, n));
        space.check();
      }),
      { numRuns: 300 },
    );
  });

  test("an overlapping copy through pages arrives whole in both directions", () => {
    for (const [to, from] of [
      [BASE + 100, BASE],
      [BASE, BASE + 100],
      [BASE + PAGE - 1, BASE],
      [BASE, BASE + PAGE - 1],
    ] as const) {
      const space = new Space();
      const n = BYTES - Math.abs(to - from);
      space.call("copy", to, from, n);
      space.bytesAt(to).set(space.bytesAt(from).slice(0, n));
      space.check();
    }
  });

  test("fill and init write what they say, across pages", () => {
    fc.assert(
      fc.property(runs, fc.nat(255), ({ to, n }, value) => {
        const space = new Space();
        expect(space.call("fill", to, value, n)).toBeUndefined();
        space.bytesAt(to).fill(value, 0, n);
        const take = Math.min(n, SEGMENT - 10);
        expect(space.call("init", to, 10, take)).toBeUndefined();
        space.bytesAt(to).set(segment.subarray(10, 10 + take));
        space.check();
      }),
      { numRuns: 100 },
    );
  });

  test("nothing is done for a length of 0, wherever it points", () => {
    const space = new Space();
    for (const ua of [0, WINDOW, 0xffffffff]) {
      expect(space.call("fill", ua, 1, 0)).toBeUndefined();
      expect(space.call("copy", ua, BASE, 0)).toBeUndefined();
      expect(space.call("copy", BASE, ua, 0)).toBeUndefined();
      expect(space.call("init", ua, 0, 0)).toBeUndefined();
    }
    space.check();
  });

  test("NULL, the end of a mapping and the end of the address space fault with their address", () => {
    const end = BASE + BYTES;
    const cases: [string, number[], { ea: number; write: boolean }][] = [
      ["fill", [16, 1, 4], { ea: 16, write: true }],
      ["fill", [BASE + 4000, 1, BYTES], { ea: end, write: true }],
      ["fill", [0xfffffff0, 1, 64], { ea: 0xfffffff0, write: true }],
      ["copy", [FLAT, 16, 8], { ea: 16, write: false }],
      ["copy", [16, FLAT, 8], { ea: 16, write: true }],
      ["copy", [FLAT, BASE + BYTES - 4, 8], { ea: end, write: false }],
      ["copy", [BASE + BYTES - 4, FLAT, 8], { ea: end, write: true }],
      ["copy", [BASE, WINDOW + 64 * PAGE, 8], { ea: WINDOW + 64 * PAGE, write: false }],
      ["copy", [BASE, 0xfffffff0, 64], { ea: 0xffffffff, write: false }],
      ["init", [BASE + BYTES - 4, 0, 8], { ea: end, write: true }],
    ];
    for (const [entry, args, fault] of cases) {
      const space = new Space();
      expect(space.call(entry, ...args), `${entry} ${args}`).toMatchObject(fault);
      expect(space.machine.checkCanaries()).toBe(true);
    }
  });

  test("a run longer than flat memory or than the segment traps as Wasm says", () => {
    const space = new Space();
    for (const act of [
      () => space.call("fill", FLAT, 1, 0x10000),
      () => space.call("copy", FLAT, BASE, 0x7fffffff),
      () => space.call("copy", FLAT, FLAT + 1, 0xffffffff),
      () => space.call("init", FLAT, SEGMENT - 4, 8),
      () => space.call("init", BASE, SEGMENT - 4, 8),
    ]) {
      let error: unknown;
      try {
        error = act();
      } catch (thrown) {
        error = thrown;
      }
      expect(error instanceof WebAssembly.RuntimeError || error instanceof Fault).toBe(true);
    }
    expect(space.machine.checkCanaries()).toBe(true);
  });

  test("pages that may only be read are not written", () => {
    const space = new Space(READ);
    expect(space.call("fill", BASE + 8, 1, 8)).toMatchObject({ ea: BASE + 8, write: true });
    expect(space.call("copy", BASE + 8, FLAT, 8)).toMatchObject({ ea: BASE + 8, write: true });
    expect(space.call("copy", FLAT, BASE + 8, 8)).toBeUndefined();
    space.bytesAt(FLAT).set(space.bytesAt(BASE + 8).slice(0, 8));
    space.check();
  });
});

describe("memory size, wait and notify", () => {
  test("size counts flat pages, grow asks the kernel", () => {
    const asked: number[] = [];
    const grow = (pages: number): number => {
      asked.push(pages);
      return -1;
    };
    const { guest } = new Space(READ | WRITE, { grow });
    expect(guest.exports.size?.()).toBe(1);
    expect(guest.exports.grow?.(7)).toBe(-1);
    expect(asked).toEqual([7]);
  });

  test("the kernel gets the whole address of a wait or notify, in either region", () => {
    const calls: unknown[][] = [];
    const take = (...args: unknown[]): number => calls.push(args);
    const space = new Space(READ | WRITE, { wait32: take, wait64: take, notify: take });
    expect(space.guest.exports.wait32?.(BASE, 5, -1n)).toBe(1);
    expect(space.guest.exports.wait64?.(FLAT, 6n, 9n)).toBe(2);
    expect(space.guest.exports.notify?.(BASE + PAGE, 3)).toBe(3);
    expect(calls).toEqual([
      [(BASE + 4) | 0, 5, -1n],
      [FLAT + 8, 6n, 9n],
      [(BASE + PAGE + 4) | 0, 3],
    ]);
  });

  test("a wait or notify faults or traps as a load would", () => {
    const space = new Space();
    expect(space.call("wait32", 0, 0, 0n)).toMatchObject({ ea: 4 });
    expect(space.call("notify", 0xfffffffc, 0)).toMatchObject({ ea: 0xffffffff });
    expect(space.call("wait64", BASE + BYTES, 0n, 0n)).toMatchObject({ ea: BASE + BYTES + 8 });
    expect(() => space.call("wait32", BASE + 1, 0, 0n)).toThrow(/unaligned/);
    expect(() => space.call("notify", FLAT + 2, 0)).toThrow(/unaligned/);
  });
});
