// random — random bodies of loads, stores and arithmetic, run before and after rewriting with equal ends.

import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rewrite } from "../../host/build/rewrite/index.ts";
import { BYTES, FLAT, noise } from "./forms.ts";
import { Fault, Machine, PAGE, READ, WINDOW, WRITE } from "./machine.ts";
import { assemble } from "./wat.ts";

const BASE = WINDOW + 3 * PAGE;
/** Largest static offset and widest access stay within the two pages. */
const INDEX_MASK = BYTES - 64;
const LOCALS = 4;

const local = fc.nat(LOCALS - 1);
const offset = fc.nat(48);

/** An address in the two pages that depends on an expression. */
const address = (expression: unknown): string =>
  `(i32.add (local.get $base) (i32.and ${String(expression)} (i32.const ${INDEX_MASK | 7})))`;

const LOADS = ["i32.load", "i32.load8_s", "i32.load8_u", "i32.load16_s", "i32.load16_u"];
const WIDE_LOADS = ["i64.load", "i64.load32_s", "i64.load16_u", "i64.load8_s"];
const STORES = ["i32.store", "i32.store8", "i32.store16"];
const WIDE_STORES = ["i64.store", "i64.store32", "i64.store16", "i64.store8"];
const BINARY = ["i32.add", "i32.sub", "i32.mul", "i32.xor", "i32.and", "i32.shl", "i32.rotl", "i32.lt_s"];

interface Grammar {
  expression: string;
  statement: string;
}

const grammar = fc.letrec<Grammar>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    local.map((i) => `(local.get ${i + 1})`),
    fc.integer().map((n) => `(i32.const ${n | 0})`),
    fc
      .tuple(fc.constantFrom(...BINARY), tie("expression"), tie("expression"))
      .map(([op, a, b]) => `(${op} ${a} ${b})`),
    fc
      .tuple(fc.constantFrom(...LOADS), offset, tie("expression"))
      .map(([op, at, e]) => `(${op} offset=${at} ${address(e)})`),
    fc
      .tuple(fc.constantFrom(...WIDE_LOADS), offset, tie("expression"))
      .map(([op, at, e]) => `(i32.wrap_i64 (${op} offset=${at} ${address(e)}))`),
    fc
      .tuple(tie("expression"), tie("expression"), tie("expression"))
      .map(([c, a, b]) => `(if (result i32) ${c} (then ${a}) (else ${b}))`),
    // Statics: a constant base with an offset, under and over other operands.
    fc.nat(200).map((at) => `(i32.load offset=${4096 + at} (i32.const 0))`),
    fc.nat(200).map((at) => `(i32.load16_u (i32.const ${4096 + at}))`),
  ),
  statement: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.tuple(local, tie("expression")).map(([i, e]) => `(local.set ${i + 1} ${e})`),
    fc
      .tuple(fc.constantFrom(...STORES), offset, tie("expression"), tie("expression"))
      .map(([op, at, e, v]) => `(${op} offset=${at} ${address(e)} ${v})`),
    fc
      .tuple(fc.constantFrom(...WIDE_STORES), offset, tie("expression"), tie("expression"))
      .map(([op, at, e, v]) => `(${op} offset=${at} ${address(e)} (i64.extend_i32_s ${v}))`),
    fc
      .tuple(fc.nat(200), tie("expression"))
      .map(([at, v]) => `(i32.store offset=${4100 + at} (i32.const ${at < 8 ? -4 : 0}) ${v})`),
    fc
      .tuple(fc.nat(200), tie("expression"))
      .map(([at, v]) => `(i32.store offset=${4096 + at} (i32.const 0) ${v})`),
    fc
      .tuple(tie("expression"), tie("statement"), tie("statement"))
      .map(([c, a, b]) => `(if ${c} (then ${a}) (else ${b} ${a}))`),
    fc
      .tuple(tie("expression"), tie("statement"), tie("statement"))
      .map(([c, a, b]) => `(block ${a} (br_if 0 ${c}) ${b})`),
    // At most three rounds of each loop, counted in a place of its own on the way in.
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), tie("statement"), tie("expression"))
      .map(([n, body, c]) => `(call $enter) (loop ${body} (br_if 0 (call $again (i32.const ${n}) ${c})))`),
    fc
      .tuple(tie("statement"), tie("expression"))
      .map(([a, e]) => `(block ${a} (br 0) (i32.store ${address(e)} (i32.load)) (drop))`),
  ),
}));

/** `fuel` bounds the rounds of all loops together, since loops nest. */
function program(statements: readonly string[]): string {
  return `(module (memory (export "memory") 1)
    (data (i32.const 4096) " ")
    (global $rounds (mut i32) (i32.const 0))
    (global $fuel (mut i32) (i32.const 200))
    (func $enter (global.set $rounds (i32.const 0)))
    (func $again (param $n i32) (param $c i32) (result i32)
      (global.set $rounds (i32.add (global.get $rounds) (i32.const 1)))
      (global.set $fuel (i32.sub (global.get $fuel) (i32.const 1)))
      (i32.and (i32.gt_s (global.get $fuel) (i32.const 0)) (i32.and (local.get $c)
        (i32.lt_u (global.get $rounds) (local.get $n)))))
    (func (export "_start"))
    (func (export "run") (param $base i32) (result i32) (local i32 i32 i32 i32)
      ${statements.join("\n")}
      (i32.xor (i32.xor (local.get 1) (local.get 2)) (i32.xor (local.get 3) (local.get 4)))))`;
}

interface Ending {
  readonly result: number | string;
  readonly pages: string;
  readonly statics: string;
}

/** Memory by its digest: a difference is enough to know of. */
const digest = (...parts: Uint8Array[]): string => {
  const hash = createHash("sha1");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};
const STATICS = [4096, 4400] as const;

function run(act: () => number): number | string {
  try {
    return act();
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError || error instanceof Fault) return "trap";
    throw error;
  }
}

function original(bytes: Uint8Array<ArrayBuffer>): Ending {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  const flat = new Uint8Array((exports.memory as WebAssembly.Memory).buffer);
  flat.set(noise(BYTES, 3), FLAT);
  const result = run(() => (exports.run as (base: number) => number)(FLAT));
  return { result, pages: digest(flat.slice(FLAT, FLAT + BYTES)), statics: digest(flat.slice(...STATICS)) };
}

function rewritten(bytes: Uint8Array<ArrayBuffer>, base: number): Ending {
  const machine = new Machine();
  const data = noise(BYTES, 3);
  for (let at = 0; at < BYTES; at += PAGE) {
    machine.bytes.set(data.subarray(at, at + PAGE), machine.map(BASE + at, READ | WRITE));
  }
  const guest = machine.start(bytes);
  const flat = new Uint8Array(guest.flat.buffer);
  guest.exports["quire.init"]?.();
  flat.set(data, FLAT);
  const result = run(() => guest.exports.run?.(base) as number);
  expect(machine.checkCanaries()).toBe(true);
  const frames = [0, PAGE].map((at) =>
    machine.bytes.subarray(machine.at(BASE + at), machine.at(BASE + at) + PAGE),
  );
  const pages = base === FLAT ? digest(flat.slice(FLAT, FLAT + BYTES)) : digest(...frames);
  return { result, pages, statics: digest(flat.slice(...STATICS)) };
}

describe("random programs", () => {
  test("end alike before and after rewriting, on flat memory and in the window", () => {
    const body = fc.array(grammar.statement, { minLength: 1, maxLength: 8 });
    let ran = 0;
    fc.assert(
      fc.property(body, (statements) => {
        const before = assemble(program(statements));
        const after = rewrite(before).bytes;
        const expected = original(before);
        expect(rewritten(after, FLAT)).toEqual(expected);
        expect(rewritten(after, BASE)).toEqual(expected);
        if (expected.result !== "trap") ran++;
      }),
      { numRuns: 400 },
    );
    // Many programs come to an end of their own.
    expect(ran).toBeGreaterThan(100);
  });
});
