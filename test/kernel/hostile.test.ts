// hostile — random system calls with wild arguments: the kernel answers, blocks or ends the guest.
import fc from "fast-check";
import { expect, test } from "vitest";
import { SYSCALLS } from "../../host/abi/syscalls.ts";
import { Blocked, type Guest, TestMachine } from "./machine.ts";

/** Values that lie at the edges of what a pointer, size, descriptor or flag can be. */
const argument = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 1, 2, 3, 4, 5, 16, 255, 1024, 4095, 4096, 8192, 16384, 65536) },
  { weight: 2, arbitrary: fc.constantFrom(0x1ffff, 0x20000, 0x7fffffff, -0x80000000, -0x80000000 + 4096) },
  { weight: 2, arbitrary: fc.constantFrom(-1, -2, -100, -4096, -4097, 0x40000000) },
  { weight: 1, arbitrary: fc.integer() },
);
/** What needs the file server, or hands work to the host, does not answer on one thread. */
const ELSEWHERE = new Set([
  "openat",
  "fstatat",
  "mkdirat",
  "unlinkat",
  "faccessat",
  "chdir",
  "execve",
  "spawn",
]);
const numbers = SYSCALLS.filter(({ name }) => !ELSEWHERE.has(name)).map(({ nr }) => nr);
const call = fc.tuple(
  fc.constantFrom(...numbers, 0, 999, -1, 0x7fffffff),
  fc.array(argument, { maxLength: 6 }),
);

/** Fills the guest's memory with words like the arguments, so that structs it points to are wild too. */
function scatter(guest: Guest, words: readonly number[]): void {
  for (let at = 4096; at < guest.bytes.length; at += 4) {
    guest.flat.setInt32(at, words[(at >>> 2) % words.length] ?? 0, true);
  }
}

/** Makes the calls in turn; true when one of them ended the guest. */
function endedBy(guest: Guest, calls: readonly (readonly [number, readonly number[]])[]): boolean {
  for (const [nr, args] of calls) {
    try {
      guest.call(nr, ...args);
    } catch (error) {
      if (error instanceof Blocked) return false;
      if (error instanceof WebAssembly.RuntimeError && guest.core.threadUnwind(guest.thread) !== 0)
        return true;
      throw error;
    }
  }
  return false;
}

test("wild system calls leave the kernel whole", () => {
  fc.assert(
    fc.property(
      fc.array(call, { minLength: 1, maxLength: 60 }),
      fc.array(argument, { minLength: 1 }),
      (calls, words) => {
        const machine = new TestMachine();
        const guest = machine.spawn();
        scatter(guest, words);
        const ended = endedBy(guest, calls);
        expect(machine.core.check()).toBe(0);
        if (ended) machine.core.threadReap(guest.thread);
      },
    ),
    { numRuns: 400 },
  );
});
