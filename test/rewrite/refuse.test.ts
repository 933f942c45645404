// refuse — modules the rewriter must not accept, with its reasons; malformed ones, which must not hang it.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RewriteError, rewrite } from "../../host/build/rewrite/index.ts";
import { assemble } from "./wat.ts";

const START = `(func (export "_start"))`;
const FORK = `(import "kern" "fork" (func $fork (param i32) (result i32)))`;

function refusal(bytes: Uint8Array): string {
  try {
    rewrite(bytes);
  } catch (error) {
    if (error instanceof RewriteError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "accepted";
}

/** A module of raw sections behind the header. */
function raw(...sections: number[][]): Uint8Array {
  return Uint8Array.from([
    0,
    0x61,
    0x73,
    0x6d,
    1,
    0,
    0,
    0,
    ...sections.flatMap((s) => [s[0] ?? 0, s.length - 1, ...s.slice(1)]),
  ]);
}

/** A type section with () -> (), one function, its export as _start, and its body's instructions. */
function program(instructions: number[], extra: { before?: number[][]; types?: number[] } = {}): Uint8Array {
  const types = extra.types ?? [1, 1, 0x60, 0, 0];
  return raw(
    types,
    [3, 1, 0],
    ...(extra.before ?? [[5, 1, 0, 1]]),
    [7, 1, 6, ...Buffer.from("_start"), 0, 0],
    [10, 1, instructions.length + 2, 0, ...instructions, 0x0b],
  );
}

const WAT: readonly (readonly [string, string, RegExp])[] = [
  ["an unknown import", `(import "env" "puts" (func))`, /^import: import 0 \("env" "puts"\) is unknown/],
  ["an unknown kern call", `(import "kern" "exit" (func))`, /^import: .*"exit".* is unknown/],
  ["a WASI import", `(import "wasi_snapshot_preview1" "fd_write" (func))`, /^import: .*fd_write/],
  [
    "kern.trap of a wrong type",
    `(import "kern" "trap" (func (param i32) (result i32)))`,
    /^import: .*takes 7 i32/,
  ],
  ["kern.fork of a wrong type", `(import "kern" "fork" (func (result i32)))`, /^import: .*takes 1 i32/],
  ["an imported table", `(import "env" "t" (table 1 funcref))`, /^import: .*is a table/],
  ["an imported global", `(import "env" "g" (global i32))`, /^import: .*is a global/],
  ["an imported tag", `(import "env" "e" (tag (param i32)))`, /^import: .*is a tag/],
  ["a reserved export", `(func (export "quire.run"))`, /^export: .*"quire\.run".*reserved/],
  ["more memory than the flat region", "(memory 40000)", /^memory: .*40000 pages/],
];

describe("the rewriter refuses", () => {
  test.each(WAT)("%s", (_what, fields, reason) => {
    expect(refusal(assemble(`(module ${fields} ${START})`))).toMatch(reason);
  });

  test("a program without _start, or with one that takes or gives something", () => {
    expect(refusal(assemble("(module (memory 1))"))).toMatch(/^export: .*no function "_start"/);
    expect(refusal(assemble(`(module (func (export "_start") (param i32)))`))).toMatch(
      /^export: .*take nothing/,
    );
    expect(refusal(assemble(`(module (memory (export "_start") 1))`))).toMatch(
      /^export: .*no function "_start"/,
    );
  });

  test("a second memory, defined or imported, and its uses", () => {
    expect(refusal(program([], { before: [[5, 2, 0, 1, 0, 1]] }))).toMatch(/^memory: .*second memory/);
    const imported = [2, 2, 1, 97, 1, 97, 2, 0, 1, 1, 97, 1, 98, 2, 0, 1];
    const two = raw(
      [1, 1, 0x60, 0, 0],
      imported,
      [3, 1, 0],
      [7, 1, 6, ...Buffer.from("_start"), 0, 0],
      [10, 1, 2, 0, 0x0b],
    );
    expect(refusal(two)).toMatch(/^memory: .*second memory/);
  });

  test("64-bit memories, GC types, stack switching, unknown sections", () => {
    expect(refusal(program([], { before: [[5, 1, 4, 1]] }))).toMatch(/^memory: .*64-bit/);
    expect(refusal(program([], { types: [1, 2, 0x60, 0, 0, 0x5f, 0] }))).toMatch(/^unsupported: .*GC/);
    expect(refusal(program([0xd0, 0x6e, 0x1a]))).toMatch(/^unsupported: .*GC/);
    expect(refusal(program([0x41, 0, 0xfb, 0x1c, 0x1a]))).toMatch(/^unsupported: function 0 .*0xfb/);
  });

  test("a program of another interface", () => {
    const marked = [...assemble(`(module ${START})`), 0, 11, 9, ...Buffer.from("quire.abi"), 2];
    expect(refusal(Uint8Array.from(marked))).toMatch(/^abi: .*interface 2.*interface 1/);
  });

  test("what is no module, or none the engine takes", () => {
    expect(refusal(new Uint8Array(0))).toMatch(/^invalid: not a WebAssembly module/);
    expect(refusal(new TextEncoder().encode("#!/bin/sh\necho"))).toMatch(
      /^invalid: not a WebAssembly module/,
    );
    expect(refusal(program([0x6a]))).toMatch(/^invalid: .*does not validate/);
  });
});

/** What a module that forks may not do; a call of $reach can reach fork. */
const FORKING: readonly (readonly [string, string, RegExp])[] = [
  [
    "changes a table",
    `(table 1 funcref) (func (table.set (i32.const 0) (ref.null func)))`,
    /^fork: function \d+ at byte \d+ changes a table/,
  ],
  [
    "has a mutable global that a child cannot be given",
    `(global (mut v128) (v128.const i64x2 0 0))`,
    /^fork: .*global 0 is a mutable v128/,
  ],
  [
    "reads a reference after a fork",
    `(func (param externref) (result externref) (call $reach) (local.get 0))`,
    /^fork: function 2, byte \d+ of its rewritten code: local 0 is a reference that is read after a call/,
  ],
  [
    "has a reference under a fork's arguments",
    `(func (result funcref) (ref.null func) (call $reach))`,
    /^fork: function 2, .*a reference is an operand under a call/,
  ],
  [
    "throws what a handler caught again after a fork in it",
    `(tag $e) (func (try (do (throw $e)) (catch_all (call $reach) (rethrow 0))))`,
    /^fork: function 2, .*an exception is thrown again after a call/,
  ],
  [
    "may come round to such a throw",
    `(tag $e) (func (param i32) (try (do (throw $e)) (catch_all
      (loop (if (local.get 0) (then (rethrow 2))) (call $reach) (br 0)))))`,
    /^fork: function 2, .*an exception is thrown again after a call/,
  ],
  [
    "keeps an exception over a fork",
    `(tag $e) (func (local $x exnref)
      (block $h (result exnref) (try_table (catch_all_ref $h) (throw $e)) (unreachable))
      (local.set $x) (call $reach) (throw_ref (local.get $x)))`,
    /^fork: function 2, .*local 0 is a reference that is read after a call/,
  ],
];

describe("a module that forks is refused when it", () => {
  const module = (fields: string): Uint8Array =>
    assemble(`(module ${FORK} (memory 2) (data (i32.const 1024) "x")
      (func $reach (drop (call $fork (i32.const 0)))) ${fields} ${START})`);

  test.each(FORKING)("%s", (_what, fields, reason) => {
    expect(refusal(module(fields))).toMatch(reason);
  });

  test("does none of that", () => {
    const harmless = `(func (param externref) (result externref) (local funcref)
      (local.set 1 (ref.null func)) (if (ref.is_null (local.get 1)) (then (return (local.get 0))))
      (call $reach) (ref.null extern))
      (tag $e) (func (try (do (throw $e)) (catch_all (rethrow 0)))
        (try (do (throw $e)) (catch_all (call $reach))))`;
    expect(refusal(module(harmless))).toBe("accepted");
  });
});

describe("malformed modules", () => {
  const good = assemble(`(module
    (import "kern" "trap" (func $trap (param i32 i32 i32 i32 i32 i32 i32) (result i32)))
    (memory 1) (table 2 funcref) (elem (i32.const 0) $f) (data (i32.const 4096) "data")
    (global $g (mut i32) (i32.const 1))
    (func $f (param i32) (result i32)
      (block $b (loop $l (br_if $b (i32.load (local.get 0))) (br_table $b $l (local.get 0))))
      (memory.copy (local.get 0) (i32.const 1) (i32.const 2))
      (v128.store (local.get 0) (v128.load (i32.const 5000)))
      (i32.atomic.rmw.add (local.get 0) (global.get $g)))
    ${START})`);

  test("truncated anywhere: refused, or valid as it stands", () => {
    for (let n = 0; n < good.length; n++) refusal(good.slice(0, n));
  });

  test("with any bytes changed: refused with a reason, or rewritten into a valid module", () => {
    const changes = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(changes, (list) => {
        const bytes = good.slice();
        for (const [at, value] of list) bytes[at] = value;
        if (refusal(bytes) !== "accepted") return;
        expect(WebAssembly.validate(rewrite(bytes).bytes)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});
