// fork — what a module that forks must have: globals that copy, tables that stay; where its free memory lies.

import { RewriteError } from "./errors.ts";
import type { Layout } from "./layout.ts";
import { lowestData, type Module } from "./module.ts";

/** Where a forking module's free flat memory ends: what lies below need not be copied. */
export interface FreeMemory {
  /** Global of the C stack pointer; undefined: nothing is known to be free. */
  readonly stackPointer: number | undefined;
  /** Where the module's data begin, as an i32. */
  readonly lowestData: number;
  readonly guard: number;
}

const COPYABLE = new Set(["i32", "i64", "f32", "f64"]);

export function importsFork(m: Module): boolean {
  return m.imports.functions.includes("fork");
}

/**
 * The global that is the C stack pointer: by convention the first mutable i32, when it begins where a stack
 * that comes first would, between guard and data. -1: the module has no C stack (AssemblyScript's first
 * global is another).
 */
function stackPointer(m: Module, guard: number, data = 2 ** 31): number {
  const first = m.globals.findIndex((g) => g.mutable && g.type.name === "i32");
  const value = m.globals[first]?.value;
  return value !== undefined && value > guard && value <= data ? first : -1;
}

/** The global that handlers' frames go below: the C stack pointer, or, where none is known, an added one that
 *  begins at the data. */
export function handlerStack(m: Module, layout: Layout, guard: number): number {
  const data = lowestData(m);
  const sp = stackPointer(m, guard, data);
  return sp < 0 ? layout.addGlobal((data ?? guard) | 0) : layout.global(sp);
}

/** Finds a forking module's free memory; refuses one whose globals a child could not be given. */
export function findFree(m: Module, layout: Layout, guard: number): FreeMemory {
  m.globals.forEach((global, i) => {
    if (!global.mutable || COPYABLE.has(global.type.name)) return;
    const what = `global ${i} is a mutable ${global.type.name}, which a child could not be given`;
    throw new RewriteError("fork", `the module imports "kern" "fork", but ${what}`);
  });
  const data = lowestData(m);
  const sp = stackPointer(m, guard, data);
  // Without data only our toolchain promises that the stack comes first.
  const isKnown = sp >= 0 && (data !== undefined || m.abi !== undefined);
  return { stackPointer: isKnown ? layout.global(sp) : undefined, lowestData: (data ?? 2 ** 31) | 0, guard };
}
