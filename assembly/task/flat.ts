// flat — the account of flat memory: every process's pages count against the machine's limit.
import { ENOMEM } from "../abi/errno";
import { flatGrow, flatSize } from "../lib/host";
import { Machine, machine, machineWord } from "../mm/layout";
import { Space } from "../mm/space";

const PAGES: usize = offsetof<Machine>("flatPages");
/** Flat memory ends where the window begins: 2 GiB. */
const FLAT_PAGES_MAX: i32 = 32768;

/** Books `pages` 64 KiB pages for a space. 0 or -ENOMEM. */
export function flatReserve(space: Space, pages: i32): i32 {
  if (atomic.add<i32>(machineWord(PAGES), pages) + pages > machine().flatLimit) {
    atomic.sub<i32>(machineWord(PAGES), pages);
    return -ENOMEM;
  }
  space.flatPages += pages;
  return 0;
}

/** Gives back all that a space has booked. */
export function flatRelease(space: Space): void {
  atomic.sub<i32>(machineWord(PAGES), space.flatPages);
  space.flatPages = 0;
  space.brk = 0;
  space.brkStart = 0;
}

/** memory.grow for the current process: its former size in pages, or -1. */
export function flatExtend(space: Space, pages: i32): i32 {
  const before = flatSize();
  if (pages == 0) return before;
  if (pages < 0 || pages > FLAT_PAGES_MAX - before || flatReserve(space, pages) < 0) return -1;
  const got = flatGrow(pages);
  if (got < 0) {
    atomic.sub<i32>(machineWord(PAGES), pages);
    space.flatPages -= pages;
  }
  return got;
}
