// fork — a captured stack comes back twice: through the glue, on a model of the kernel's side of fork.

import { describe, expect, test } from "vitest";
import { type Rewritten, rewriteAsync } from "../../host/build/rewrite/index.ts";
import { type Guest, Machine } from "./machine.ts";
import { assemble } from "./wat.ts";

const CHILD_PID = 42;

interface Child {
  readonly guest: Guest;
  readonly bufEnd: number;
  readonly highStart: number;
  readonly flags: number;
}

/** Runs a program whose forks succeed; each process logs the first three arguments of its system calls. */
class Forking {
  readonly machine = new Machine();
  readonly log: (string | number)[][] = [];
  readonly children: Child[] = [];
  readonly image: Rewritten;
  begin = 0;

  constructor(image: Rewritten) {
    this.image = image;
  }

  start(name: string): Guest {
    const guest: Guest = this.machine.start(this.image.bytes, {
      trap: (nr: number, a: number, b: number) => this.log.push([name, nr, a, b]) && 0,
      forkBegin: () => this.begin,
      fork: (flags: number, bufEnd: number, highStart: number) => {
        this.children.push({ guest: this.copy(guest, bufEnd, highStart), bufEnd, highStart, flags });
        return CHILD_PID;
      },
    });
    return guest;
  }

  /** What the host does: free memory is left out. */
  copy(parent: Guest, bufEnd: number, highStart: number): Guest {
    const child = this.start(`child${this.children.length}`);
    const [from, to] = [parent, child].map(({ flat }) => new Uint8Array(flat.buffer)) as [
      Uint8Array,
      Uint8Array,
    ];
    const { guard, globals } = this.image.meta;
    to.set(from.subarray(guard, bufEnd), guard);
    to.set(from.subarray(highStart), highStart);
    for (const [name] of globals) {
      const value = (guest: Guest): WebAssembly.Global => guest.instance.exports[name] as WebAssembly.Global;
      value(child).value = value(parent).value;
    }
    return child;
  }
}

const IMPORTS = `
  (import "kern" "trap" (func $trap (param i32 i32 i32 i32 i32 i32 i32) (result i32)))
  (import "kern" "fork" (func $fork (param i32) (result i32)))
  (func $say (param i32 i32 i32)
    (drop (call $trap (local.get 0) (local.get 1) (local.get 2)
      (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0))))`;

async function image(body: string): Promise<Rewritten> {
  return rewriteAsync(
    assemble(`(module ${IMPORTS}
      (memory (export "memory") 2)
      (global $sp (mut i32) (i32.const 65536))
      (global $count (mut i32) (i32.const 5))
      (data (i32.const 65536) "data")
      (func $init (i32.store (i32.const 70000) (i32.const 17)))
      (start $init)
      ${body})`),
  );
}

describe("fork", () => {
  test("comes back in parent and child with locals, globals and memory of the moment", async () => {
    const forking = new Forking(
      await image(`
        (func $work (param $x i32) (result i32) (local $y i32)
          (local.set $y (i32.mul (local.get $x) (i32.const 3)))
          (global.set $count (i32.const 6))
          (global.set $sp (i32.const 60000))
          (i32.store (i32.const 70004) (local.get $y))
          (i32.add (call $fork (i32.const 1)) (local.get $y)))
        (func (export "_start") (local $z i32)
          (local.set $z (i32.const 7))
          (call $say (i32.add (call $work (local.get $z)) (local.get $z)) (global.get $count)
            (i32.add (i32.load (i32.const 70000)) (i32.load (i32.const 70004)))))`),
    );
    const parent = forking.start("parent");
    parent.exports["quire.init"]?.();
    parent.exports["quire.run"]?.(0);
    expect(forking.log).toEqual([["parent", 42 + 21 + 7, 6, 17 + 21]]);
    const [child] = forking.children;
    expect(child).toMatchObject({ flags: 1, highStart: 60000 });
    expect(child?.bufEnd).toBeGreaterThan(4096);
    expect(child?.bufEnd).toBeLessThan(5000);
    child?.guest.exports["quire.run"]?.(1);
    expect(forking.log[1]).toEqual(["child0", 21 + 7, 6, 17 + 21]);
  });

  test("may be called in a loop, and by the child again", async () => {
    const forking = new Forking(
      await image(`
        (func (export "_start") (local $i i32) (local $pid i32)
          (loop $l
            (local.set $pid (call $fork (i32.const 0)))
            (call $say (local.get $i) (local.get $pid) (i32.const 0))
            (br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 2)))))`),
    );
    forking.start("parent").exports["quire.run"]?.(0);
    for (let i = 0; i < forking.children.length; i++) forking.children[i]?.guest.exports["quire.run"]?.(1);
    expect(forking.log).toEqual([
      ["parent", 0, CHILD_PID, 0],
      ["parent", 1, CHILD_PID, 0],
      ["child0", 0, 0, 0],
      ["child0", 1, CHILD_PID, 0],
      ["child1", 1, 0, 0],
      ["child2", 1, 0, 0],
    ]);
  });

  test("that the kernel refuses at once returns its error without unwinding", async () => {
    const forking = new Forking(
      await image(
        `(func (export "_start") (call $say (call $fork (i32.const 0)) (i32.const 1) (i32.const 2)))`,
      ),
    );
    forking.begin = -11;
    forking.start("parent").exports["quire.run"]?.(0);
    expect(forking.log).toEqual([["parent", -11, 1, 2]]);
    expect(forking.children).toEqual([]);
  });

  test("through a function pointer is a fork like any other", async () => {
    const forking = new Forking(
      await image(`
        (table 1 1 funcref) (elem (i32.const 0) $fork)
        (func (export "_start")
          (call $say (call_indirect (param i32) (result i32) (i32.const 0) (i32.const 0))
            (i32.const 1) (i32.const 2)))`),
    );
    forking.start("parent").exports["quire.run"]?.(0);
    forking.children[0]?.guest.exports["quire.run"]?.(1);
    expect(forking.log).toEqual([
      ["parent", CHILD_PID, 1, 2],
      ["child0", 0, 1, 2],
    ]);
  });

  test("inside the start function traps: there is nothing to come back to", async () => {
    const { bytes } = await rewriteAsync(
      assemble(`(module ${IMPORTS} (memory 2) (data (i32.const 65536) "data")
        (func $begin (drop (call $fork (i32.const 0)))) (start $begin) (func (export "_start")))`),
    );
    const guest = new Machine().start(bytes, { forkBegin: () => 0 });
    expect(() => guest.exports["quire.init"]?.()).toThrow(WebAssembly.RuntimeError);
  });

  test("leaves no capture function among the exports", async () => {
    const { bytes, meta } = await image(`(func (export "_start"))`);
    expect(meta.fork).toBe(true);
    const names = WebAssembly.Module.exports(new WebAssembly.Module(bytes)).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith("asyncify"))).toEqual([]);
  });
});
