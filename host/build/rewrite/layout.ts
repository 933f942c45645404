// layout — where everything of the guest module goes: new indices of types, functions and globals.
//
// The rewritten module's index spaces:
//
//   memories   0 flat, 1 phys
//   functions  the kernel's, then the module's own in their order, then the added ones
//   globals    pgdir, attn, then the module's own, then the added ones
//   types      the module's own, then the added ones
//
// The module's imported functions vanish: a use of `kern.trap` becomes a use of `kernel.trap`, a use of
// `kern.fork` one of an added function.

import { type FuncType, funcType, I32, I64, typeKey } from "./valtypes.ts";

const i32x = (n: number): number[] => new Array<number>(n).fill(I32);

/** The functions imported from "kernel", in their order. */
export const KERNEL: readonly (readonly [name: string, type: FuncType])[] = [
  ["trap", funcType(i32x(7), [I32])],
  ["fault", funcType(i32x(2), [I32])],
  ["safepoint", funcType([], [])],
  ["grow", funcType(i32x(1), [I32])],
  ["wait32", funcType([I32, I32, I64], [I32])],
  ["wait64", funcType([I32, I64, I64], [I32])],
  ["notify", funcType(i32x(2), [I32])],
  ["handler", funcType(i32x(1), [I32])],
  ["handled", funcType(i32x(1), [])],
  ["raise", funcType(i32x(2), [I32])],
  ["forkBegin", funcType(i32x(1), [I32])],
  ["fork", funcType(i32x(3), [I32])],
  ["room", funcType(i32x(1), [I32])],
  ["resumed", funcType([], [I32])],
];
/** Index of each in the rewritten module. */
export const K = {
  trap: 0,
  fault: 1,
  safepoint: 2,
  grow: 3,
  wait32: 4,
  wait64: 5,
  notify: 6,
  handler: 7,
  handled: 8,
  raise: 9,
  forkBegin: 10,
  fork: 11,
  room: 12,
  resumed: 13,
};

/** The imported constant globals. */
export const PGDIR = 0;
export const ATTN = 1;
const KERNEL_GLOBALS = 2;

export const FLAT = 0;
export const PHYS = 1;

export class Layout {
  /** All function types, the added ones at the end. */
  readonly types: FuncType[];
  readonly #typeByKey = new Map<string, number>();
  /** New indices of the functions whose address is taken outside of code. */
  readonly taken = new Set<number>();
  /** Where each of the module's imported functions went. */
  readonly imported: number[] = [];
  readonly #ownFunctions: number;
  readonly #ownGlobals: number;
  /** Added globals, mutable i32, by the value they begin with. */
  readonly addedGlobals: number[] = [];

  constructor(types: readonly FuncType[], ownFunctions: number, ownGlobals: number) {
    this.types = [...types];
    this.#ownFunctions = ownFunctions;
    this.#ownGlobals = ownGlobals;
    types.forEach((type, i) => {
      const key = typeKey(type);
      if (!this.#typeByKey.has(key)) this.#typeByKey.set(key, i);
    });
  }

  func(index: number): number {
    const n = this.imported.length;
    return index < n ? (this.imported[index] as number) : this.own(index - n);
  }

  /** As `func`, for a function whose address goes into a table or a global. */
  take(index: number): number {
    const moved = this.func(index);
    this.taken.add(moved);
    return moved;
  }

  /** New index of the i-th function the module defines. */
  own(i: number): number {
    return KERNEL.length + i;
  }

  global(index: number): number {
    return index + KERNEL_GLOBALS;
  }

  /** Index of the first added function. */
  get firstAdded(): number {
    return KERNEL.length + this.#ownFunctions;
  }

  /** Index for one more added global. */
  addGlobal(value = 0): number {
    return KERNEL_GLOBALS + this.#ownGlobals + this.addedGlobals.push(value) - 1;
  }

  /** Index of a type, added when the module does not have it. */
  type(type: FuncType): number {
    const key = typeKey(type);
    const known = this.#typeByKey.get(key);
    if (known !== undefined) return known;
    this.#typeByKey.set(key, this.types.length);
    return this.types.push(type) - 1;
  }
}
