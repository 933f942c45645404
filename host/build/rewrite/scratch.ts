// scratch — the locals the body pass adds to a function: one per type and use, given out when first needed.

import { I32 } from "./valtypes.ts";

/** Uses: 0 the base address, 1 the first operand, 2 the second, 3 the place in a page. */
const USES = 4;

export class Scratch {
  /** Type codes of the added locals, in order. */
  types: number[] = [];
  #first = 0;
  readonly #index = new Map<number, number>();
  /** Local of the loop countdown, -1 while the function has no loop. */
  counter = -1;

  /** Begins a function with this many parameters and locals. */
  begin(locals: number): void {
    this.types = [];
    this.#first = locals;
    this.#index.clear();
    this.counter = -1;
  }

  local(code: number, use: number): number {
    const key = code * USES + use;
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    const index = this.#add(code);
    this.#index.set(key, index);
    return index;
  }

  loopCounter(): number {
    if (this.counter < 0) this.counter = this.#add(I32);
    return this.counter;
  }

  #add(code: number): number {
    return this.#first + this.types.push(code) - 1;
  }
}
