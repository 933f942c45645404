// fork — copies a guest's memory and globals for its child.
import { ENOMEM, ENOSYS } from "../abi/errno.ts";
import type { GlobalValue } from "../protocol.ts";
import type { FlatStock } from "./flat.ts";
import { type Guest, newGuest } from "./load.ts";

/** Types of globals that can be carried over; a reference would point into the parent's instance. */
const COPYABLE: readonly string[] = ["i32", "i64", "f32", "f64"];

/** The values of the parent's mutable globals, or undefined when one cannot be copied. */
function globalsOf(parent: Guest): GlobalValue[] | undefined {
  const { globals } = parent.image.meta;
  if (!globals.every(([, type]) => COPYABLE.includes(type))) return undefined;
  const exports = parent.instance?.exports ?? {};
  return globals.map(([name]) => (exports[name] as WebAssembly.Global).value as GlobalValue);
}

/**
 * The child's half of a fork: a guest that resumes where the parent is. The kernel has booked its memory.
 * A negative errno when it cannot be made.
 */
export function forkGuest(parent: Guest, child: number, stock: FlatStock, low: number): Guest | number {
  const globals = globalsOf(parent);
  if (globals === undefined) return -ENOSYS;
  try {
    return newGuest(child, parent.image, stock.copy(parent.flat, low), globals);
  } catch (error) {
    if (error instanceof RangeError) return -ENOMEM;
    throw error;
  }
}
