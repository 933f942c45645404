// capture — programs for each shape of code a captured stack can stand in; every process as by the book.

import { describe, expect, test } from "vitest";
import { type Rewritten, rewrite } from "../../host/build/rewrite/index.ts";
import { bothForms, byTheBook, CHILD_PID, Forking, type ForkingOptions, type Process } from "./forking.ts";
import { Machine } from "./machine.ts";
import { programs } from "./programs.ts";
import { assemble } from "./wat.ts";

function captured(body: string): Rewritten {
  const image = rewrite(assemble(bothForms(body).captured));
  expect(WebAssembly.validate(image.bytes)).toBe(true);
  return image;
}

/** Runs a program and compares each of its processes with the same program by the book. */
function check(body: string, options: ForkingOptions = {}): Process[] {
  const processes = new Forking(captured(body), options).run();
  const book = rewrite(assemble(bothForms(body).book));
  for (const process of processes) expect(process).toEqual(byTheBook(book, process.history, options));
  return processes;
}

describe("a captured stack comes back in parent and child:", () => {
  test.each(programs("capture.shapes.wat"))("%s", (_name, body) => {
    const processes = check(body);
    expect(processes.length).toBeGreaterThan(1);
    for (const { ending } of processes) expect(ending).toBe("returned");
  });

  test.each(programs("capture.legacy.wat"))("with try and catch, %s", (_name, body) => {
    expect(check(body).length).toBeGreaterThan(1);
  });

  test.each(programs("capture.trytable.wat"))("with try_table, %s", (_name, body) => {
    expect(check(body).length).toBeGreaterThan(1);
  });

  test.each(programs("capture.live.wat"))("with a local that is read %s", (_name, body) => {
    expect(check(body).length).toBeGreaterThan(1);
  });

  test("a stack of 10,000 frames, over many chunks", () => {
    const processes = check(
      `(func $down (param $n i32) (result i32)
        (if (result i32) (local.get $n)
          (then (i32.add (local.get $n) (call $down (i32.sub (local.get $n) (i32.const 1)))))
          (else (call $fork (i32.const 0)))))
      (func (export "_start") (call $say (call $down (i32.const 10000)) (i32.const 0) (i32.const 0)))`,
      { forks: 2, chunk: 64 },
    );
    expect(processes.map(({ log }) => log[0]?.[0])).toEqual([50005000 + CHILD_PID, 50005000]);
  });
});

describe("fork", () => {
  const FORKS = `(func (export "_start")
    (global.set $sp (i32.const 60000))
    (call $say (call $fork (i32.const 1)) (i32.const 1) (i32.const 2)))`;

  test("tells the kernel its flags, and that memory below the stack's red zone is free", () => {
    const forking = new Forking(captured(FORKS));
    forking.run();
    expect(forking.forks).toEqual([{ flags: 1, low: 60000 - 128 }]);
  });

  test("knows of no free memory where there is no C stack", () => {
    const image = rewrite(
      assemble(`(module (import "kern" "fork" (func $fork (param i32) (result i32))) (memory 2)
        (data (i32.const 70000) "x") (func (export "_start") (drop (call $fork (i32.const 0)))))`),
    );
    const forking = new Forking(image);
    forking.run();
    expect(forking.forks).toEqual([{ flags: 0, low: image.meta.guard }]);
  });

  test("works in a signal handler, wherever the program was interrupted", () => {
    const image = captured(
      `(table 2 funcref) (elem (i32.const 1) $handler)
      (func $handler (param i32) (call $say (i32.const 1) (call $fork (i32.const 0)) (local.get 0)))
      (func (export "_start") (local $n i32)
        (loop $l (br_if $l (i32.lt_u (local.tee $n (i32.add (local.get $n) (i32.const 1))) (i32.const 9000))))
        (call $say (i32.const 9) (local.get $n) (i32.const 0)))`,
    );
    const pending = [1];
    const handler = (): number => {
      forking.machine.attention(0);
      return pending.pop() ?? 0;
    };
    const forking: Forking = new Forking(image, { kernel: { handler } });
    forking.machine.attention(1);
    const logs = forking.run().map(({ log }) => log);
    const rest = [9, 9000, 0];
    expect(logs).toEqual([
      [[1, CHILD_PID, 0], rest],
      [[1, 0, 0], rest],
    ]);
  });

  test("in a handler that the host runs traps: no frame of the program lies below", () => {
    const image = captured(
      `(table 2 funcref) (elem (i32.const 1) $handler)
      (func $handler (drop (call $fork (i32.const 0)))) (func (export "_start"))`,
    );
    const guest = new Machine().start(image.bytes, { forkBegin: () => 8192, handler: () => 1 });
    expect(() => guest.exports["quire.deliver"]?.()).toThrow(WebAssembly.RuntimeError);
  });

  test("inside the start function traps: there is nothing to come back to", () => {
    const image = captured(
      `(func $begin (drop (call $fork (i32.const 0)))) (start $begin) (func (export "_start"))`,
    );
    const guest = new Machine().start(image.bytes, { forkBegin: () => 8192 });
    expect(() => guest.exports["quire.init"]?.()).toThrow(WebAssembly.RuntimeError);
  });

  test("adds nothing to the exports, and names the resume copies", () => {
    const { bytes, meta } = captured(`(func $f (drop (call $fork (i32.const 0))))
      (func (export "_start") (call $f))`);
    expect(meta.fork).toBe(true);
    const module = new WebAssembly.Module(bytes);
    const exports = WebAssembly.Module.exports(module).map(({ name }) => name);
    expect(exports).toEqual(["memory", "_start", "quire.init", "quire.deliver", "quire.run", "quire.g0"]);
    const [names] = WebAssembly.Module.customSections(module, "name");
    expect(new TextDecoder().decode(names)).toContain("f.resume");
  });
});
