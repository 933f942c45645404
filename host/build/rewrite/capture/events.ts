// events — what of a function's code matters to capture and jumps, in order: blocks, branches, locals, sites.

/** Kinds beside the opcodes themselves. */
export const EVENT = {
  /** A call at which the function can be entered. */
  site: 0x100,
  /** Code that is never reached. */
  dead: 0x101,
  /** Ends a way: unreachable, throw, throw_ref, tail calls. */
  leave: 0x102,
  /** br_on_null and br_on_non_null, whose opcode is read again. */
  brOnNull: 0x103,
  /** A call that is to be guarded; its argument is the type of a block around it. */
  guard: 0x104,
} as const;

/** One function's events, in arrays that are used again for the next one. */
export class Events {
  length = 0;
  /** An opcode, or one of EVENT. */
  kind = new Int32Array(1024);
  /** Bytes [at, end) of the instruction; of the beginning of a block, without its contents. */
  at = new Int32Array(1024);
  end = new Int32Array(1024);
  /** A local, a depth; of a block's beginning the event that ends it, of its other parts the beginning. */
  arg = new Int32Array(1024);

  add(kind: number, at: number, end: number, arg = 0): number {
    const i = this.length++;
    if (i === this.kind.length) this.#grow();
    this.kind[i] = kind;
    this.at[i] = at;
    this.end[i] = end;
    this.arg[i] = arg;
    return i;
  }

  #grow(): void {
    for (const name of ["kind", "at", "end", "arg"] as const) {
      const grown = new Int32Array(this[name].length * 2);
      grown.set(this[name]);
      this[name] = grown;
    }
  }
}
