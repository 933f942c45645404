// golden — what the rewriter writes for the common cases, as text to read; `vitest -u` renews the files.

import binaryen from "binaryen";
import { expect, test } from "vitest";
import { rewrite } from "../../host/build/rewrite/index.ts";
import { assemble, disassemble } from "./wat.ts";

/** The text of one function of a module. */
function functionText(bytes: Uint8Array, name: string): string {
  const module = binaryen.readBinary(bytes);
  try {
    const text = module.emitText();
    const begin = text.indexOf(`\n (func $${name} `);
    return text.slice(begin + 1, text.indexOf("\n )", begin) + 3);
  } finally {
    module.dispose();
  }
}

/** The text of some functions, instruction by instruction: folding would hide what lies on the stack. */
function plainText(bytes: Uint8Array, names: readonly string[]): string {
  const functions = disassemble(bytes.slice()).split(/\n {2}(?=\()/);
  const shown = names.map((name) => functions.find((text) => text.startsWith(`(func $${name} `)));
  return `${shown.join("\n")}\n`;
}

function rewritten(body: string): Uint8Array {
  return rewrite(
    assemble(`(module
      (import "kern" "trap" (func $trap (param i32 i32 i32 i32 i32 i32 i32) (result i32)))
      (memory 1) (data (i32.const 4096) "data")
      (global $sp (mut i32) (i32.const 4096))
      (func (export "_start"))
      ${body})`),
  ).bytes;
}

const snapshot = (name: string): string => `./fixtures/${name}.golden.wat`;

test("an access tests its address; one of a static stays as it is", async () => {
  const bytes = rewritten(`(func $access (param $p i32) (result i32)
    (i32.store offset=8 (local.get $p) (i32.const 7))
    (i32.store offset=4100 (i32.const 0) (i32.load8_u (local.get $p)))
    (i32.load (i32.const 4096)))`);
  await expect(functionText(bytes, "access")).toMatchFileSnapshot(snapshot("access"));
});

test("the function behind the slow arm walks the page table", async () => {
  const bytes = rewritten("(func $f (param i32) (result i32) (i32.load (local.get 0)))");
  await expect(functionText(bytes, "quire.i32.load")).toMatchFileSnapshot(snapshot("slow"));
});

test("an innermost loop has two versions; a system call empties the tlb", async () => {
  const bytes = rewritten(`(func $loop (param $p i32)
    (loop $l
      (i64.store (local.get $p) (i64.const 0))
      (drop (call $trap (i32.const 1) (i32.const 2) (i32.const 3) (i32.const 4)
        (i32.const 5) (i32.const 6) (i32.const 7)))
      (br_if $l (local.tee $p (i32.sub (local.get $p) (i32.const 8))))))`);
  await expect(functionText(bytes, "loop")).toMatchFileSnapshot(snapshot("loop"));
});

test("a function with setjmp guards what may run a handler, and can be entered behind setjmp", async () => {
  const bytes = rewritten(`(tag $longjmp (param i32))
    (func $returned (export "__setjmp_returned") (param i32 i32) (result i32)
      (if (local.get 1) (then (throw $longjmp (local.get 1)))) (local.get 0))
    (func $readable (param $p i32) (result i32) (local $thrown i32)
      (block $done
        (block $pad (result i32)
          (try_table (catch $longjmp $pad)
            (br_if $done (i32.eqz (call $returned (i32.const 0) (i32.const 0)))))
          (unreachable))
        (return (i32.sub (local.get $p))))
      (i32.load8_u (local.get $p)))`);
  await expect(plainText(bytes, ["readable"])).toMatchFileSnapshot(snapshot("jump"));
});

test("a function that may fork has a second copy, which goes on from a record", async () => {
  const { bytes } = rewrite(
    assemble(`(module
      (import "kern" "fork" (func $fork (param i32) (result i32)))
      (memory 1) (data (i32.const 4096) "data")
      (func (export "_start"))
      (func $child (param $n i32) (param $spare i32) (result i32)
        (loop $again
          (if (i32.eqz (call $fork (i32.const 0))) (then (return (local.get $n))))
          (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
        (i32.mul (i32.const 10) (call $fork (local.get $spare)))))`),
  );
  const names = [
    "child",
    "child.resume",
    "quire.record",
    "quire.save.i32x4",
    "quire.load.i32x4",
    "quire.inside.i32",
  ];
  const ends = ["quire.fork", "quire.fork.resume", "quire.run"];
  await expect(plainText(bytes, [...names, ...ends])).toMatchFileSnapshot(snapshot("capture"));
});
