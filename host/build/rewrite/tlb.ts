// tlb — the last translations of a guest's instance, kept in globals that only rewritten code can name.
//
// Entry i is three globals: the window page it holds for reading, the same page again if it may be written,
// and the frame. An access in a loop tries the entry chosen for its address expression:
//
//     t = ea - readPage(i)            writePage(i) for a store
//     t <= 4096 - width (unsigned)    in that page, and wholly in it
//       K on physical memory at t + frame(i)
//     else call window_K(..., i)       walks the page table and fills entry i
//
// An empty entry holds EMPTY_PAGE. No effective address of a slow arm lies in it while the static offset is
// below INLINE_OFFSET: a base below the guard gives less than guard + INLINE_OFFSET, one in the window gives
// at least 2^31, or wraps to less than INLINE_OFFSET. For the same reason a wrapped one never hits.
//
// Everything that may change the page table empties the entries: a fault, a system call, a safepoint, a
// wait. `live` says whether any is filled, so that a system call costs one test.

import type { Additions } from "./additions.ts";
import type { Layout } from "./layout.ts";
import { EMPTY, OP } from "./opcodes.ts";
import { funcType, I32 } from "./valtypes.ts";

const PAGE = 4096;
/** Bit of a page table entry. */
const WRITABLE = 2;
export const ENTRIES = 8;
/** What an access of the window sets `warm` to. */
export const WARM = 64;
/** Stands for an entry where none is to be filled. */
export const NO_ENTRY = ENTRIES;
export const INLINE_OFFSET = 0x70000000;
const EMPTY_PAGE = 0x7ffff000;

export interface Entry {
  readonly index: number;
  readonly readPage: number;
  readonly writePage: number;
  readonly frame: number;
}

export class Tlb {
  readonly entries: readonly Entry[];
  readonly live: number;
  /** Not 0 when the window was in use of late: how many loops are still to be entered expecting it. */
  readonly warm: number;
  readonly #added: Additions;

  constructor(layout: Layout, added: Additions) {
    this.#added = added;
    this.live = layout.addGlobal(0);
    this.warm = layout.addGlobal(0);
    this.entries = Array.from({ length: ENTRIES }, (_, index) => ({
      index,
      readPage: layout.addGlobal(EMPTY_PAGE),
      writePage: layout.addGlobal(EMPTY_PAGE),
      frame: layout.addGlobal(0),
    }));
  }

  /** Index of the function that empties every entry. */
  flush(): number {
    return this.#added.need("quire.tlb.flush", funcType([], []), (a) => {
      a.i32(0).globalSet(this.live);
      for (const { readPage, writePage } of this.entries) {
        a.i32(EMPTY_PAGE).globalSet(readPage).i32(EMPTY_PAGE).globalSet(writePage);
      }
    });
  }

  /** fill(entry, ea, pte): keeps the page of `ea`, whose page table entry is given; NO_ENTRY: nothing. */
  fill(): number {
    return this.#added.need("quire.tlb.fill", funcType([I32, I32, I32], []), (a) => {
      const [entry, ea, pte] = [0, 1, 2];
      const page = a.local();
      a.get(ea).i32(-PAGE).op(OP.i32_and).set(page);
      for (const _ of this.entries) a.op(OP.block, EMPTY);
      a.op(OP.block, EMPTY).get(entry).op(OP.br_table).u32(ENTRIES);
      for (let i = 0; i <= ENTRIES; i++) a.u32(i);
      a.op(OP.end);
      for (const { readPage, writePage, frame } of this.entries) {
        a.get(pte).i32(-PAGE).op(OP.i32_and).globalSet(frame);
        a.get(page).globalSet(readPage);
        a.get(page).i32(EMPTY_PAGE).get(pte).i32(WRITABLE).op(OP.i32_and, OP.select).globalSet(writePage);
        a.i32(1).globalSet(this.live).op(OP.return, OP.end);
      }
    });
  }
}
