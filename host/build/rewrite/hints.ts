// hints — the branch hint section: it tells the engine that the slow arm of an access is rarely taken.
//
// Without it the engine keeps values out of registers around a call that never happens. An engine that
// does not know the section skips it.

import { Sink } from "./sink.ts";

export class Hints {
  readonly #entries = new Sink(1 << 12);
  #functions = 0;

  /**
   * Adds one function's hints: `offset * 2 + likely` of each `if` in its code, which begins `head` bytes
   * behind the beginning of its body.
   */
  add(func: number, head: number, hints: readonly number[]): void {
    if (hints.length === 0) return;
    this.#functions++;
    const out = this.#entries;
    out.u32(func);
    out.u32(hints.length);
    for (const hint of hints) {
      out.u32(head + (hint >>> 1));
      out.byte(1);
      out.byte(hint & 1);
    }
  }

  /** The contents of the section metadata.code.branch_hint. */
  finish(): Sink {
    const out = new Sink(this.#entries.len + 8);
    out.u32(this.#functions);
    out.copy(this.#entries.buf, 0, this.#entries.len);
    return out;
  }
}
