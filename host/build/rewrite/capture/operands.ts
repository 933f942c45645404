// operands — the operand stack of one function with types, and where each operand came to be.
//
// An operand that lies under the arguments of a site must be found in a local when the stack is captured. It
// is put there where it is pushed: a `local.tee` behind that instruction, and nothing at the site. Operands
// are marked from the bottom up, so the marked ones are always the lowest of the stack.

/** What one instruction pushed together. */
export interface Group {
  /** End of the instruction. */
  readonly pos: number;
  /** Height of the stack below. */
  readonly under: number;
  readonly codes: readonly number[];
  spilled: boolean;
}

export class Operands {
  height = 0;
  /** Operands below this height are marked. */
  marked = 0;
  readonly #code: number[] = [];
  readonly #pos: number[] = [];
  readonly #group: (Group | undefined)[] = [];

  begin(): void {
    this.height = 0;
    this.marked = 0;
  }

  /** Pushes what the instruction that ends at `pos` leaves. */
  push(code: number, pos: number): void {
    const at = this.height++;
    this.#code[at] = code;
    this.#pos[at] = pos;
    this.#group[at] = undefined;
  }

  pushAll(codes: readonly number[], pos: number): void {
    const group = codes.length < 2 ? undefined : { pos, under: this.height, codes, spilled: false };
    for (const code of codes) {
      this.push(code, pos);
      this.#group[this.height - 1] = group;
    }
  }

  pop(n: number): void {
    this.cut(this.height - n);
  }

  /** Drops all operands from this height on. */
  cut(height: number): void {
    this.height = height;
    if (this.marked > height) this.marked = height;
  }

  code(at: number): number {
    return this.#code[at] as number;
  }

  get top(): number {
    return this.#code[this.height - 1] as number;
  }

  group(at: number): Group {
    const single = {
      pos: this.#pos[at] as number,
      under: at,
      codes: [this.#code[at] as number],
      spilled: false,
    };
    return this.#group[at] ?? single;
  }
}
