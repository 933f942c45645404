// fork — copies a guest's memory and globals for its child.
import { ENOMEM, ENOSYS } from "../abi/errno.ts";
import type { GlobalValue } from "../protocol.ts";
import { type Guest, makeFlat, newGuest, PAGE_BYTES } from "./load.ts";

/** Types of globals that can be carried over; a reference would point into the parent's instance. */
const COPYABLE: readonly string[] = ["i32", "i64", "f32", "f64"];

/** The values of the parent's mutable globals, or undefined when one cannot be copied. */
function globalsOf(parent: Guest): GlobalValue[] | undefined {
  const { globals } = parent.image.meta;
  if (!globals.every(([, type]) => COPYABLE.includes(type))) return undefined;
  return globals.map(([name]) => (parent.instance?.exports[name] as WebAssembly.Global).value as GlobalValue);
}

/** A memory as large as the parent's, holding its [guard, bufEnd) and [highStart, end). */
function copyFlat(parent: Guest, guard: number, bufEnd: number, highStart: number): WebAssembly.Memory {
  const from = new Uint8Array(parent.flat.buffer);
  const flat = makeFlat(parent.image.meta, from.length / PAGE_BYTES);
  const to = new Uint8Array(flat.buffer);
  to.set(from.subarray(guard, bufEnd), guard);
  to.set(from.subarray(highStart, to.length), highStart);
  return flat;
}

/**
 * The child's half of a fork: a guest that resumes where the parent is. The kernel has booked its memory.
 * A negative errno when it cannot be made.
 */
export function forkGuest(
  parent: Guest,
  child: number,
  guard: number,
  bufEnd: number,
  highStart: number,
): Guest | number {
  const globals = globalsOf(parent);
  if (globals === undefined) return -ENOSYS;
  try {
    const flat = copyFlat(parent, guard, bufEnd, Math.max(bufEnd, highStart));
    return newGuest(child, parent.image, flat, globals);
  } catch (error) {
    if (error instanceof RangeError) return -ENOMEM;
    throw error;
  }
}
