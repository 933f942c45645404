// access — every memory instruction, flat and through the window, against the unmodified instruction.

import { describe, expect, test } from "vitest";
import type { Access } from "../../host/build/rewrite/accesses.ts";
import { BYTES, FLAT, FORMS, type Form, form, noise, OPERAND, RESULT } from "./forms.ts";
import { Fault, type Guest, Machine, PAGE, READ, WINDOW, WRITE } from "./machine.ts";

const OFFSETS = [0, 24];
/** Window addresses of two pages that lie side by side. */
const BASE = WINDOW + 5 * PAGE;

/** Places in two pages: aligned and not, up to, across and behind the border, the last that fits. */
function places(width: number): number[] {
  const near = [];
  for (let at = PAGE - width - 1; at <= PAGE + 1; at++) near.push(at);
  return [0, 1, 16, 1000, 1003, ...near, BYTES - width];
}

interface Outcome {
  readonly trapped: boolean;
  readonly result: Uint8Array;
  readonly memory: Uint8Array;
}

function same(a: Outcome, b: Outcome): boolean {
  return (
    a.trapped === b.trapped &&
    Buffer.compare(a.result, b.result) === 0 &&
    Buffer.compare(a.memory, b.memory) === 0
  );
}

/** The unmodified module at the same place of flat memory. */
function reference(subject: Form, entry: string, at: number, offset: number): Outcome {
  const instance = new WebAssembly.Instance(subject.module);
  const memory = instance.exports.memory as WebAssembly.Memory;
  const run = instance.exports[entry === "run" ? "run" : "twice"] as (a: number) => void;
  const flat = new Uint8Array(memory.buffer);
  flat.set(noise(32, 7), OPERAND);
  flat.set(noise(BYTES, 1), FLAT);
  const trapped = traps(() => run(FLAT + at - offset));
  return { trapped, result: flat.slice(RESULT, RESULT + 16), memory: flat.slice(FLAT, FLAT + BYTES) };
}

function traps(act: () => void): boolean {
  try {
    act();
    return false;
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) return true;
    throw error;
  }
}

/** A page to warm the window with: loops entered afterwards run in their version for it. */
const WARMING = BASE + 64 * PAGE;

/** A machine with two pages of noise at BASE, and the rewritten module on it. */
function prepare(subject: Form, rights = READ | WRITE): { machine: Machine; guest: Guest } {
  const machine = new Machine();
  const data = noise(BYTES, 1);
  for (let at = 0; at < BYTES; at += PAGE) {
    machine.bytes.set(data.subarray(at, at + PAGE), machine.map(BASE + at, rights));
  }
  machine.map(WARMING);
  const guest = machine.start(subject.rewritten);
  flatBytes(guest).set(noise(32, 7), OPERAND);
  flatBytes(guest).set(data, FLAT);
  return { machine, guest };
}

/** The ways to run a form: once, in the loop for flat memory, in the loop for the window. */
const ENTRIES = ["run", "twice", "warm"] as const;

function act(guest: Guest, entry: string, address: number): void {
  if (entry === "warm") guest.exports.touch?.(WARMING);
  guest.exports[entry === "run" ? "run" : "twice"]?.(address);
}

function flatBytes(guest: Guest): Uint8Array {
  return new Uint8Array(guest.flat.buffer);
}

function pages(machine: Machine): Uint8Array {
  const memory = new Uint8Array(BYTES);
  for (let at = 0; at < BYTES; at += PAGE) {
    memory.set(machine.bytes.subarray(machine.at(BASE + at), machine.at(BASE + at) + PAGE), at);
  }
  return memory;
}

function throughWindow(subject: Form, entry: string, at: number, offset: number): Outcome {
  const { machine, guest } = prepare(subject);
  const trapped = traps(() => act(guest, entry, BASE + at - offset));
  expect(machine.checkCanaries()).toBe(true);
  expect(machine.faults).toEqual([]);
  return { trapped, result: flatBytes(guest).slice(RESULT, RESULT + 16), memory: pages(machine) };
}

function throughFlat(subject: Form, entry: string, at: number, offset: number): Outcome {
  const { guest } = prepare(subject);
  const trapped = traps(() => act(guest, entry, FLAT + at - offset));
  const flat = flatBytes(guest);
  return { trapped, result: flat.slice(RESULT, RESULT + 16), memory: flat.slice(FLAT, FLAT + BYTES) };
}

/** What a fault reported, or undefined when the access went through. */
function faultOf(guest: Guest, entry: string, address: number): Fault | undefined {
  try {
    act(guest, entry, address);
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

const writes = (access: Access): boolean => access.write;
const aligned = (access: Access): number => (access.split === "atomic" ? access.width : 1);

describe.each(FORMS.map((access) => [access.name, access] as const))("%s", (_name, access) => {
  test("gives in flat memory and in the window what the unmodified instruction gives", () => {
    for (const offset of OFFSETS) {
      const subject = form(access, offset);
      for (const at of places(access.width)) {
        for (const entry of ENTRIES) {
          const expected = reference(subject, entry, at, offset);
          for (const through of [throughFlat, throughWindow]) {
            const outcome = through(subject, entry, at, offset);
            // Element by element comparison is slow: only where it has something to show.
            if (!same(outcome, expected))
              expect(outcome, `${through.name} ${entry} at ${at}`).toEqual(expected);
          }
        }
      }
    }
  });

  test("faults with its address on NULL, behind the mapping, at the end of the address space", () => {
    const subject = form(access, 24);
    const align = aligned(access);
    for (const entry of ENTRIES) {
      for (const ea of [24, 1024, WINDOW + 24, BASE + BYTES, 0xfffff000, 0xffffff00]) {
        const { machine, guest } = prepare(subject);
        const fault = faultOf(guest, entry, ea - 24);
        expect(fault, `at ${ea.toString(16)}`).toMatchObject({ ea, write: writes(access) });
        expect(machine.checkCanaries()).toBe(true);
      }
      // Beyond 4 GiB: base + offset does not wrap to a low address.
      const { guest } = prepare(subject);
      expect(faultOf(guest, entry, -16 & -align)).toMatchObject({ ea: 0xffffffff });
    }
  });

  test("across the border into an unmapped page: the fault names that page, nothing is written", () => {
    if (access.width === 1 || access.split === "atomic") return;
    const subject = form(access, 0);
    for (let part = 1; part < access.width; part++) {
      const { machine, guest } = prepare(subject);
      const before = pages(machine);
      const fault = faultOf(guest, "run", BASE + BYTES - part);
      expect(fault).toMatchObject({ ea: BASE + BYTES, write: writes(access) });
      expect(pages(machine)).toEqual(before);
      expect(machine.checkCanaries()).toBe(true);
    }
  });

  test("a page that may only be read faults on writes alone", () => {
    const subject = form(access, 0);
    for (const entry of ENTRIES) {
      const { machine, guest } = prepare(subject, READ);
      const before = pages(machine);
      const fault = faultOf(guest, entry, BASE + 64);
      if (writes(access)) expect(fault).toMatchObject({ ea: BASE + 64, write: true });
      else expect(fault).toBeUndefined();
      expect(pages(machine)).toEqual(before);
    }
  });

  test("a page that comes with its first fault is used from then on", () => {
    const subject = form(access, 0);
    const { machine, guest } = prepare(subject);
    const lazy = { ka: machine.frame(), rights: READ | WRITE };
    machine.lazy.set(BASE + BYTES, lazy);
    expect(faultOf(guest, "twice", BASE + BYTES + 32)).toBeUndefined();
    expect(machine.faults).toEqual([{ ea: BASE + BYTES + 32, write: writes(access) }]);
    expect(machine.checkCanaries()).toBe(true);
  });
});
