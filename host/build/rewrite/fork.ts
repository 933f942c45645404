// fork — what a module that forks must have: captured functions, room for the stack, globals that copy.

import { RewriteError } from "./errors.ts";
import type { Capture } from "./glue.ts";
import type { Layout } from "./layout.ts";
import { functionType, lowestData, type Module } from "./module.ts";
import { type FuncType, funcType, I32, typeKey } from "./valtypes.ts";

/** Asyncify's exports and their types. */
const CAPTURE: readonly (readonly [name: string, type: FuncType])[] = [
  ["asyncify_start_unwind", funcType([I32], [])],
  ["asyncify_stop_unwind", funcType([], [])],
  ["asyncify_start_rewind", funcType([I32], [])],
  ["asyncify_stop_rewind", funcType([], [])],
  ["asyncify_get_state", funcType([], [I32])],
];
/** Bytes a captured stack needs at the very least. */
const LEAST_ROOM = 1024;
const COPYABLE = new Set(["i32", "i64", "f32", "f64"]);

export function importsFork(m: Module): boolean {
  return m.imports.functions.includes("fork");
}

/** True of the exports that stack capture added. */
export function isCapture(name: string): boolean {
  return CAPTURE.some(([known]) => known === name);
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

/** Finds what fork's glue needs in a module that has passed captureStacks; refuses one that cannot fork. */
export function findCapture(m: Module, layout: Layout, guard: number): Capture {
  const refuse = (why: string): never => {
    throw new RewriteError("fork", `the module imports "kern" "fork", but ${why}`);
  };
  const [startUnwind, stopUnwind, startRewind, stopRewind, state] = CAPTURE.map(([name, type]) => {
    const found = m.exports.find((x) => x.name === name && x.kind === 0);
    const has = found === undefined ? undefined : functionType(m, found.index);
    if (found === undefined || has === undefined || typeKey(has) !== typeKey(type)) {
      return refuse(`its stack cannot be captured: no function "${name}" (has it passed captureStacks?)`);
    }
    return layout.own(found.index - m.imports.functions.length);
  }) as [number, number, number, number, number];
  const data = lowestData(m);
  const sp = stackPointer(m, guard, data);
  // Without data the room ends at the stack pointer; only our toolchain promises that the stack comes first.
  const lowest = data ?? (m.abi !== undefined && sp >= 0 ? 2 ** 31 : 0);
  if (lowest - guard < LEAST_ROOM) {
    refuse(`its data begin at ${lowest}: no room below them to capture the stack; link with --stack-first`);
  }
  m.globals.forEach((global, i) => {
    if (!global.mutable || COPYABLE.has(global.type.name)) return;
    refuse(`global ${i} is a mutable ${global.type.name}, which a child could not be given`);
  });
  return {
    ...{ startUnwind, stopUnwind, startRewind, stopRewind, state, guard },
    stackPointer: sp < 0 ? undefined : layout.global(sp),
    lowestData: lowest | 0,
    result: layout.addGlobal(),
    flags: layout.addGlobal(),
  };
}
