// slots — the added locals that hold operands: one for each height of the stack and type.

import { hasDefault } from "./codes.ts";

export class Slots {
  /** Types of the added locals, in order. */
  codes: number[] = [];
  readonly #index = new Map<number, number>();
  readonly #kept = new Set<number>();
  #first = 0;

  /** Begins a function with this many parameters and locals. */
  begin(locals: number): void {
    this.codes = [];
    this.#index.clear();
    this.#kept.clear();
    this.#first = locals;
  }

  /** The local for an operand of this type at this height; -1: there can be none. */
  at(height: number, code: number): number {
    if (!hasDefault(code)) return -1;
    const key = height * 65536 + code;
    let index = this.#index.get(key);
    if (index === undefined) {
      index = this.#first + this.codes.push(code) - 1;
      this.#index.set(key, index);
    }
    return index;
  }

  /** As `at`, for an operand that a record must hold. */
  keep(height: number, code: number): number {
    const index = this.at(height, code);
    this.#kept.add(index);
    return index;
  }

  get kept(): number[] {
    return [...this.#kept];
  }
}
