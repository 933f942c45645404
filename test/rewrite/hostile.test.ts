// hostile — guests that try to touch what is not theirs: the kernel's memory, a neighbour's frames.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FORMS, form } from "./forms.ts";
import { Fault, Machine, PAGE, WINDOW } from "./machine.ts";

/** Static offsets that carry an address over every edge there is. */
const OFFSETS = [1, 4095, 0x6fffffff, 0x70000000, 0x7fffffff, 0x80000000, 0xfffff000, 0xffffffff];
const BASE = WINDOW + 7 * PAGE;

/** Addresses near the edges, and any. */
const addresses = fc.oneof(
  fc.integer(),
  fc
    .tuple(
      fc.constantFrom(0, 4096, WINDOW, BASE, BASE + PAGE, BASE + 2 * PAGE, 0xfffff000, 2 ** 32),
      fc.nat(40),
    )
    .map(([edge, near]) => (edge + near - 20) | 0),
);

/** All of physical memory but the two frames of the guest. */
function others(machine: Machine, frames: readonly number[]): Buffer {
  const copy = Buffer.from(machine.bytes.slice());
  for (const ka of frames) copy.fill(0, ka, ka + PAGE);
  return copy;
}

describe.each(OFFSETS)("with the static offset 0x%s", (offset) => {
  const subjects = FORMS.map((access) => form(access, offset));

  test("no instruction changes a byte outside the frames of its own pages, or goes unpunished", () => {
    const machine = new Machine();
    const frames = [machine.map(BASE), machine.map(BASE + PAGE)];
    const before = others(machine, frames);
    for (const subject of subjects) {
      const guest = machine.start(subject.rewritten);
      fc.assert(
        fc.property(addresses, fc.constantFrom("run", "twice", "warm"), (base, entry) => {
          const ea = (base >>> 0) + offset;
          const inside = ea >= BASE && ea + subject.access.width <= BASE + 2 * PAGE;
          const flat = ea + subject.access.width <= 0x10000 && (ea >= 4096 || base >= 4096);
          let punished = false;
          try {
            if (entry === "warm") guest.exports.touch?.(BASE);
            guest.exports[entry === "run" ? "run" : "twice"]?.(base);
          } catch (error) {
            punished = error instanceof Fault || error instanceof WebAssembly.RuntimeError;
            if (!punished) throw error;
          }
          if (!inside && !flat) expect(punished, `${subject.access.name} at ${ea.toString(16)}`).toBe(true);
        }),
        { numRuns: 25 },
      );
    }
    expect(Buffer.compare(others(machine, frames), before)).toBe(0);
  });
});
