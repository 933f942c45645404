// hints — the branch hint section: it tells the engine that the slow arm of an access is rarely taken.
//
// Without it the engine keeps values out of registers around a call that never happens. An engine that
// does not know the section skips it.

import { Reader } from "./reader.ts";
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

  /** What has been added, function by function: hints as `offset * 2 + likely`, from the body's beginning. */
  *entries(): Generator<readonly [func: number, hints: number[]]> {
    const r = new Reader(this.#entries.buf, 0, this.#entries.len);
    while (!r.done) {
      const func = r.u32();
      const hints: number[] = [];
      for (let n = r.u32(); n > 0; n--) {
        const offset = r.u32();
        r.skip(1);
        hints.push(offset * 2 + r.byte());
      }
      yield [func, hints];
    }
  }

  /** Asked for one function after the other, in order, gives the hints of each. */
  inOrder(): (func: number) => readonly number[] {
    const entries = this.entries();
    let entry = entries.next();
    return (func) => {
      if (entry.done || entry.value[0] !== func) return [];
      const [, hints] = entry.value;
      entry = entries.next();
      return hints;
    };
  }

  /** The contents of the section metadata.code.branch_hint. */
  finish(): Sink {
    const out = new Sink(this.#entries.len + 8);
    out.u32(this.#functions);
    out.copy(this.#entries.buf, 0, this.#entries.len);
    return out;
  }
}
