// jump — a jump out of a handler comes back to the interrupted function, wherever it was.

import { describe, expect, test } from "vitest";
import { rewrite } from "../../host/build/rewrite/index.ts";
import { CHILD_PID, Forking } from "./forking.ts";
import { type Form, JumpGenerator, Jumping, jumping, mark, PAGE_AT, PAYLOAD } from "./jumping.ts";
import { assemble } from "./wat.ts";

const FORMS: readonly Form[] = ["try_table", "legacy"];
const PROGRAMS = 40;
const START = `(func (export "_start") (call $f (i32.const 6)))`;
const BAD = `(i32.const ${PAGE_AT | 0})`;

/** Interrupts a program at each of its points, and compares with the book. Gives the jumps that arrived. */
function everywhere(text: string, what = ""): number {
  const program = new Jumping(text);
  const whole = program.run(0);
  expect(whole, what).toEqual({ ...program.byTheBook(0), points: whole.points });
  let arrived = 0;
  for (let point = 1; point <= whole.points; point++) {
    const run = program.run(point);
    const where = `${what} at point ${point}`;
    if (run.marks === 0) {
      expect(run.ending, where).toBe("exception");
      continue;
    }
    const book = program.byTheBook(run.marks);
    expect(run.ending, where).toBe(book.ending);
    expect(run.log.slice(run.before), where).toEqual(book.log.slice(book.before));
    if (run.log[run.before]?.[0] === 2) arrived++;
  }
  return arrived;
}

/** A function that marks its place, then does this; the jump comes at its last point. */
function last(form: Form, then: string): readonly (readonly number[])[] {
  const text = jumping(`(func $f (param $a i32) (local $p i32) (local $zero i32)
    ${mark(form, "$a")} (if (local.get $p) (then (return)))
    (local.set $a (i32.const 9)) ${then}) ${START}`);
  const program = new Jumping(text);
  return program.run(program.run(0).points).log;
}

describe.each(FORMS)("with %s, a jump arrives from", (form) => {
  test.each([
    ["a load", `(drop (i32.load ${BAD}))`],
    ["a store", `(i64.store ${BAD} (i64.const 1))`],
    ["a load that crosses pages", `(drop (i32.load offset=4094 ${BAD}))`],
    ["an atomic", `(drop (i32.atomic.rmw.add ${BAD} (i32.const 1)))`],
    ["a vector", `(v128.store ${BAD} (v128.const i64x2 1 2))`],
    ["a copy", `(memory.copy ${BAD} (i32.const 0) (i32.const 5))`],
    ["a fill", `(memory.fill ${BAD} (i32.const 0) (i32.const 5))`],
    ["a division", "(drop (i32.div_u (i32.const 1) (local.get $zero)))"],
    ["a signed division", "(drop (i64.div_s (i64.const 1) (i64.extend_i32_s (local.get $zero))))"],
    ["a remainder", "(drop (i32.rem_s (i32.const 1) (local.get $zero)))"],
    ["a trap", "(unreachable)"],
    [
      "a loop",
      `(loop $l (br_if $l (i32.lt_u (local.tee $zero (i32.add (local.get $zero) (i32.const 1)))
        (i32.const 9000))))`,
    ],
    ["an access in a loop", `(loop $l (drop (i32.load ${BAD})) (br_if $l (local.get $zero)))`],
    [
      "an arm under operands",
      `(drop (i32.add (local.get $a) (if (result i32) (local.get $a) (then (i32.load ${BAD}))
      (else (i32.const 0)))))`,
    ],
  ])("%s, and finds what was there", (_, then) => {
    expect(last(form, then)).toEqual([
      [1, 6, 0],
      [2, 6, PAYLOAD],
    ]);
  });

  test("any point of random programs, as if __setjmp_returned had thrown", () => {
    let arrived = 0;
    for (let seed = 1; seed <= PROGRAMS; seed++) {
      arrived += everywhere(new JumpGenerator(seed, form).program(), `program ${seed}`);
    }
    expect(arrived).toBeGreaterThan(PROGRAMS * 10);
  });

  test("a function that did not mark its place, to the one outside that did", () => {
    const body = `(func $g (param $a i32) (local $p i32)
      (drop (i32.load ${BAD})) (if (local.get $a) (then (return))) ${mark(form, "$a")})
    (func $f (param $a i32) (local $p i32)
      ${mark(form, "$a")} (if (local.get $p) (then (return))) (call $g (i32.const 1))) ${START}`;
    expect(everywhere(jumping(body))).toBeGreaterThan(2);
  });

  test("a handler that forks, in parent and child", () => {
    const handler = "(call $say (i32.const 5) (call $fork (i32.const 0)) (i32.const 0))";
    const body = `(func $f (param $a i32) (local $p i32)
      ${mark(form, "$a")} (if (local.get $p) (then
        (call $say (i32.const 6) (call $fork (i32.const 0)) (local.get $a)) (return)))
      (local.set $a (i32.const 1)) (drop (i32.add (local.get $a) (i32.load ${BAD})))
      (call $say (i32.const 7) (i32.const 0) (i32.const 0))) ${START}`;
    const fork = `(import "kern" "fork" (func $fork (param i32) (result i32)))`;
    const image = rewrite(assemble(jumping(body, handler, fork)));
    let pending = 1;
    const kernel = { fault: () => 0, handler: () => (pending-- === 1 ? 1 : 0) };
    const logs = new Forking(image, { kernel }).run().map(({ log }) => log.filter(([nr]) => nr !== 900));
    const say = (pid: number, first: boolean): number[][] => [
      ...(first ? [[1, 6, 0]] : []),
      ...[[5, pid, 0]],
      [2, 6, PAYLOAD],
    ];
    expect(logs).toEqual([
      [...say(CHILD_PID, true), [6, CHILD_PID, 6]],
      [...say(0, false), [6, CHILD_PID, 6]],
      [[6, 0, 6]],
      [[6, 0, 6]],
    ]);
  });
});

test("a function in a loop marks its place and is jumped to a thousand times", () => {
  const text = jumping(`(func $f (param $a i32) (local $p i32) (local $i i32)
    (loop $l
      ${mark("try_table", "$i")}
      (if (i32.eqz (local.get $p)) (then (drop (i32.div_s (i32.const 1) (local.get $p)))))
      (local.set $p (i32.const 0))
      (br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 1000)))))
    ${START}`);
  const image = rewrite(assemble(text));
  const log: number[][] = [];
  const forking = new Forking(image, {
    kernel: {
      raise: () => 1,
      handler: () => 1,
      trap: (nr: number, a: number, b: number) => (nr === 900 || log.push([nr, a, b])) && 0,
    },
  });
  expect(forking.run()[0]?.ending).toBe("returned");
  const expected = Array.from({ length: 1000 }, (_, i) => [
    [1, i, 0],
    [2, i, PAYLOAD],
  ]);
  expect(log).toEqual(expected.flat());
});

test("functions without setjmp stay as they were, byte for byte", () => {
  const text = jumping(`(func $f (param $a i32) (local $p i32)
    (block $pad (result i32) (try_table (catch $jump $pad) (call $say (i32.const 1) (i32.load ${BAD})
      (i32.const 0))) (return)) (drop)) ${START}`);
  const plain = text.replace("__setjmp_returned", "__setjmp_returnee");
  const bytes = (module: string): string => Buffer.from(rewrite(assemble(module)).bytes).toString("latin1");
  expect(bytes(text)).toBe(bytes(plain).replace("__setjmp_returnee", "__setjmp_returned"));
});

test("the tag must be the one that __setjmp_returned throws; other exceptions go their way", () => {
  const text = jumping(`(func $thrower (throw $other (i32.load ${BAD})))
    (func $f (param $a i32) (local $p i32)
      ${mark("try_table", "$a")} (call $thrower)) ${START}`);
  const run = new Jumping(text).run(0);
  expect(run.ending).toBe("exception");
  expect(run.log).toEqual([[1, 6, 0]]);
});
