// pagetable — two levels of 1024 entries; the rewritten guest walks them without asking the core.
import { PAGE, PAGE_MASK, ZERO_TABLE } from "./layout";
import { frameAlloc, frameAllocZero, runFree } from "./frames";

// A directory entry is the ka of a page table (ZERO_TABLE when absent). A page-table entry:
//   31..12 frame's ka · 6 SHARED frame belongs to a memory object · 3 COW · 1 WRITE · 0 PRESENT (readable)
// A frame without PRESENT is kept by a PROT_NONE region.
export const PTE_PRESENT: u32 = 1;
export const PTE_WRITE: u32 = 2;
export const PTE_COW: u32 = 8;
export const PTE_SHARED: u32 = 64;

/** A directory without tables; 0 when memory is short. */
export function directoryAlloc(): usize {
  const dir = frameAlloc();
  if (dir == 0) return 0;
  for (let i: usize = 0; i < PAGE; i += 8) store<u64>(dir + i, ((<u64>ZERO_TABLE) << 32) | <u64>ZERO_TABLE);
  return dir;
}

/** Frees the tables and the directory. Conditions: no entry holds a frame any more. */
export function directoryFree(dir: usize): void {
  for (let i: usize = 0; i < PAGE; i += 4) {
    const table = load<usize>(dir + i);
    if (table != ZERO_TABLE) runFree(table, 0);
  }
  runFree(dir, 0);
}

/** The ka of the entry for guest address `ea`, in ZERO_TABLE (so: not writable) when there is no table. */
export function entryFind(dir: usize, ea: u32): usize {
  return load<usize>(dir + ((ea >>> 22) << 2)) + ((ea >>> 10) & 0xffc);
}

/** The same, making the table when it is absent; 0 when memory is short. Conditions: space locked. */
export function entryMake(dir: usize, ea: u32): usize {
  const slot = dir + ((ea >>> 22) << 2);
  let table = load<usize>(slot);
  if (table == ZERO_TABLE) {
    table = frameAllocZero();
    if (table == 0) return 0;
    atomic.store<u32>(slot, table as u32);
  }
  return table + ((ea >>> 10) & 0xffc);
}

/** The frame of an entry, 0 when it has none. */
export function entryFrame(entry: u32): usize {
  return entry & ~PAGE_MASK;
}

/** Address of the first page whose directory slot follows that of `ea` (0 past the end). */
export function nextTable(ea: u32): u32 {
  return (ea | 0x3fffff) + 1;
}

/** Has the directory a table for `ea`? */
export function hasTable(dir: usize, ea: u32): bool {
  return load<usize>(dir + ((ea >>> 22) << 2)) != ZERO_TABLE;
}
