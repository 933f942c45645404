// flat — flat memories of processes, used again: making one costs more than clearing an old one.
import type { FlatMemory as Flat, Meta } from "../protocol.ts";

export const PAGE_BYTES = 65536;
/** Larger memories are left to the garbage collector. */
const KEPT_PAGES = 64;
/** How many a CPU keeps. */
const KEPT_MAX = 32;
/** How many of another CPU's go home at a time. */
const RETURN_BATCH = 8;

const ZEROES = new Uint8Array(PAGE_BYTES);

/** Clears [from, to). `fill` on shared memory goes byte by byte; `set` does not. */
function clear(bytes: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; at += PAGE_BYTES)
    bytes.set(ZEROES.subarray(0, Math.min(PAGE_BYTES, to - at)), at);
}

/** The memories of ended processes on one CPU. */
export class FlatStock {
  readonly #cpu: number;
  readonly #sendHome: (cpu: number, flats: readonly Flat[]) => void;
  readonly #kept: Flat[] = [];
  /** Those of other CPUs, on their way home. */
  readonly #foreign = new Map<number, Flat[]>();

  constructor(cpu: number, sendHome: (cpu: number, flats: readonly Flat[]) => void) {
    this.#cpu = cpu;
    this.#sendHome = sendHome;
  }

  /** A memory of exactly `pages`, with anything in it unless it is fresh. Throws RangeError. */
  #take(pages: number, maxPages: number): { flat: Flat; isFresh: boolean } {
    const i = this.#kept.findIndex(
      (flat) => flat.maxPages === maxPages && flat.memory.buffer.byteLength === pages * PAGE_BYTES,
    );
    const [kept] = i < 0 ? [] : this.#kept.splice(i, 1);
    if (kept !== undefined) return { flat: kept, isFresh: false };
    const memory = new WebAssembly.Memory({ initial: pages, maximum: maxPages, shared: true });
    return { flat: { memory, maxPages, home: this.#cpu }, isFresh: true };
  }

  /** An empty memory for a program. Throws a RangeError when the engine has none left. */
  empty({ minPages, maxPages }: Meta): Flat {
    const { flat, isFresh } = this.#take(minPages, maxPages);
    if (!isFresh) clear(new Uint8Array(flat.memory.buffer), 0, flat.memory.buffer.byteLength);
    return flat;
  }

  /** As large as `parent`'s, with its bytes from `low` on, else empty. Throws RangeError. */
  copy(parent: Flat, low: number): Flat {
    const from = new Uint8Array(parent.memory.buffer);
    const { flat, isFresh } = this.#take(from.length / PAGE_BYTES, parent.maxPages);
    const to = new Uint8Array(flat.memory.buffer);
    if (!isFresh) clear(to, 0, low);
    to.set(from.subarray(low), low);
    return flat;
  }

  /** Its process has ended, and every instance that used it is dropped. */
  give(flat: Flat): void {
    if (flat.memory.buffer.byteLength > KEPT_PAGES * PAGE_BYTES) return;
    if (flat.home === this.#cpu) {
      if (this.#kept.push(flat) > KEPT_MAX) this.#kept.shift();
      return;
    }
    const foreign = this.#foreign.get(flat.home) ?? [];
    this.#foreign.set(flat.home, foreign);
    foreign.push(flat);
    if (foreign.length === RETURN_BATCH) this.#sendHome(flat.home, foreign.splice(0));
  }
}
