// machine — a model of the kernel for the rewriter's tests: physical memory, page tables, the imports.
//
// Frames are handed out with a frame of canary bytes on either side, so that an access that leaves its
// frame is seen; `checkCanaries` looks at all of them.

import { type ImageMeta, imageMeta } from "../../host/build/rewrite/index.ts";

export const PAGE = 4096;
export const WINDOW = 0x80000000;
export const READ = 1;
export const WRITE = 2;
const CANARY = 0xa5;
const CANARIES = new Uint8Array(PAGE).fill(CANARY);
const PHYS_PAGES = 64;
/** Frame numbers of the fixed structures. */
const ATTENTION = PAGE;
const PGDIR = 2 * PAGE;
const ZERO_TABLE = 3 * PAGE;
const FIRST_FREE = 4 * PAGE;

/** What the model kernel does to a guest that touches what it may not. */
export class Fault extends Error {
  readonly ea: number;
  readonly write: boolean;

  constructor(ea: number, write: boolean) {
    super(`fault at 0x${ea.toString(16)}${write ? " writing" : ""}`);
    this.ea = ea;
    this.write = write;
  }
}

type Kernel = Record<string, (...args: never[]) => unknown>;

export class Machine {
  readonly phys: WebAssembly.Memory;
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Every call of fault, in order. */
  readonly faults: { readonly ea: number; readonly write: boolean }[] = [];
  /** Pages that become mapped at their first fault: address to frame and rights. */
  readonly lazy = new Map<number, { readonly ka: number; readonly rights: number }>();
  readonly canaries: number[] = [];
  safepoints = 0;
  #next = FIRST_FREE;
  /** Chunks are handed out from the end downward. */
  #top: number;

  /** `pages` of 64 KiB physical memory. */
  constructor(pages = PHYS_PAGES) {
    this.phys = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
    this.bytes = new Uint8Array(this.phys.buffer);
    this.#top = this.bytes.length;
    this.view = new DataView(this.phys.buffer);
    for (let i = 0; i < 1024; i++) this.view.setUint32(PGDIR + 4 * i, ZERO_TABLE, true);
  }

  /** A frame of zeroes between two frames of canaries. */
  frame(): number {
    const ka = this.#next + PAGE;
    this.#next += 3 * PAGE;
    if (this.#next > this.bytes.length) throw new Error("the model machine has no frames left");
    for (const canary of [ka - PAGE, ka + PAGE]) {
      this.bytes.fill(CANARY, canary, canary + PAGE);
      this.canaries.push(canary);
    }
    return ka;
  }

  /** So many bytes of physical memory in a row, as a chunk of records: the first word is its size. */
  chunk(bytes: number): number {
    this.#top -= Math.ceil(bytes / 8) * 8;
    const ka = this.#top;
    if (ka < this.#next) throw new Error("the model machine has no memory left");
    this.view.setUint32(ka, bytes, true);
    return ka;
  }

  #table(ea: number): number {
    const pde = PGDIR + (ea >>> 22) * 4;
    let table = this.view.getUint32(pde, true);
    if (table === ZERO_TABLE) {
      table = this.#next;
      this.#next += PAGE;
      this.view.setUint32(pde, table, true);
    }
    return table;
  }

  /** Maps the page of `ea` to a frame, a new one unless given. */
  map(ea: number, rights = READ | WRITE, ka = this.frame()): number {
    this.view.setUint32(this.#table(ea) + ((ea >>> 12) & 1023) * 4, ka | rights, true);
    return ka;
  }

  /** Maps `bytes` from `ea` on to frames without canaries, neighbours in the window apart in memory. */
  mapRange(ea: number, bytes: number): void {
    const pages = Math.ceil(bytes / PAGE);
    for (let i = 0; i < pages; i += 1) this.#table(ea + i * PAGE);
    const base = this.#next;
    this.#next += pages * PAGE;
    if (this.#next > this.bytes.length) throw new Error("the model machine has no frames left");
    // An odd stride visits every frame once.
    const stride = 2 * Math.floor(pages / 5) + 1;
    for (let i = 0, at = 0; i < pages; i++, at = (at + stride) % pages) {
      this.map(ea + i * PAGE, READ | WRITE, base + at * PAGE);
    }
  }

  /** The physical address of a mapped `ea`. */
  at(ea: number): number {
    const pte = this.view.getUint32(this.#table(ea) + ((ea >>> 12) & 1023) * 4, true);
    if (pte === 0) throw new Error(`0x${ea.toString(16)} is not mapped`);
    return (pte & -PAGE) + (ea & (PAGE - 1));
  }

  #fault(ea: number, write: number): number {
    const address = ea >>> 0;
    this.faults.push({ ea: address, write: write !== 0 });
    const page = address & -PAGE;
    const lazy = this.lazy.get(page >>> 0);
    if (lazy === undefined || (write !== 0 && (lazy.rights & WRITE) === 0)) {
      throw new Fault(address, write !== 0);
    }
    this.map(page, lazy.rights, lazy.ka);
    return lazy.ka + (address & (PAGE - 1));
  }

  attention(value: number): void {
    this.view.setInt32(ATTENTION, value, true);
  }

  /** True when no byte beside a frame has changed. */
  checkCanaries(): boolean {
    return this.canaries.every((ka) => Buffer.compare(this.bytes.subarray(ka, ka + PAGE), CANARIES) === 0);
  }

  /** Instantiates a rewritten module; `kernel` replaces single imports. */
  start(bytes: Uint8Array<ArrayBuffer>, kernel: Kernel = {}): Guest {
    const module = compiled.get(bytes) ?? new WebAssembly.Module(bytes);
    compiled.set(bytes, module);
    const meta = imageMeta(module) as ImageMeta;
    const flat = new WebAssembly.Memory({ initial: meta.minPages, maximum: meta.maxPages, shared: true });
    const instance = new WebAssembly.Instance(module, {
      kernel: {
        flat,
        phys: this.phys,
        pgdir: PGDIR,
        attn: ATTENTION,
        trap: () => -38,
        fault: (ea: number, write: number) => this.#fault(ea, write),
        safepoint: () => {
          this.safepoints++;
        },
        grow: (pages: number) => growFlat(flat, pages),
        wait32: () => 1,
        wait64: () => 1,
        notify: () => 0,
        handler: () => 0,
        handled: () => undefined,
        raise: () => 0,
        forkBegin: () => -38,
        fork: () => -38,
        room: (bytes: number) => this.chunk(bytes),
        resumed: () => -38,
        ...kernel,
      },
    });
    return { instance, flat, meta, exports: instance.exports as Guest["exports"] };
  }
}

/** Compiling is the slow part: a module is compiled once. */
const compiled = new WeakMap<Uint8Array, WebAssembly.Module>();

export interface Guest {
  readonly instance: WebAssembly.Instance;
  readonly flat: WebAssembly.Memory;
  readonly meta: ImageMeta;
  readonly exports: Record<string, (...args: (number | bigint)[]) => number>;
}

/** memory.grow as the kernel answers it: pages before, or -1. */
function growFlat(flat: WebAssembly.Memory, pages: number): number {
  try {
    return flat.grow(pages >>> 0);
  } catch {
    return -1;
  }
}
