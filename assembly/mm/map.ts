// map — mapping, unmapping, protecting and copying ranges of a window; frames go with their last user.
import { ENOMEM } from "../abi/errno";
import { PROT_WRITE } from "../abi/constants";
import { RANK_SEGMENTS, RANK_SPACE, acquire, release } from "../lib/lock";
import { frameDrop, frameKeep } from "./frames";
import { Machine, PAGE, PAGE_MASK, WINDOW_END, WINDOW_START, machineWord } from "./layout";
import { MemoryObject, memobjectDrop } from "./memobject";
import {
  PTE_COW,
  PTE_PRESENT,
  PTE_SHARED,
  PTE_WRITE,
  entryFind,
  entryFrame,
  entryMake,
  hasTable,
  nextTable,
} from "./pagetable";
import {
  Region,
  Space,
  regionCopy,
  regionFind,
  regionFree,
  regionInsert,
  regionSplit,
  spaceLock,
} from "./space";
import { slabAlloc } from "./slab";

const PROT_ANY: i32 = 7;

/** Adds a region; takes over the caller's reference to `object`. 0 or -ENOMEM. Conditions: locked, range
 *  free. */
export function mapRegion(space: Space, start: u32, bytes: u32, prot: i32, object: usize, attach: u32): i32 {
  const ka = slabAlloc(offsetof<Region>());
  if (ka == 0) return -ENOMEM;
  const region = changetype<Region>(ka);
  region.start = start;
  region.end = start + bytes;
  region.prot = prot;
  region.shared = object != 0 ? 1 : 0;
  region.object = object;
  region.attach = attach;
  regionInsert(space, region);
  return 0;
}

/** Drops the frames of [start, end). Conditions: locked. */
function framesUnmap(space: Space, start: u32, end: u32): void {
  let ea = start;
  while (ea < end) {
    if (!hasTable(space.directory, ea)) {
      ea = nextTable(ea);
      if (ea == 0) return;
      continue;
    }
    const word = entryFind(space.directory, ea);
    const entry = load<u32>(word);
    if (entry != 0) {
      atomic.store<u32>(word, 0);
      if ((entry & PTE_SHARED) == 0) {
        frameDrop(entryFrame(entry));
        space.residents--;
      }
    }
    ea += PAGE;
  }
}

/** Unmaps [start, end), whole pages; holes are fine. 0 or -ENOMEM (nothing done). `pid` for segments' lpid.
 *  Conditions: machine.shmLock and the space are locked. */
export function unmapLocked(space: Space, start: u32, end: u32, pid: i32, now: i64): i32 {
  if (regionSplit(space, start) < 0 || regionSplit(space, end) < 0) return -ENOMEM;
  let link = changetype<usize>(space) + offsetof<Space>("regions");
  while (load<usize>(link) != 0) {
    const region = changetype<Region>(load<usize>(link));
    if (region.start >= end) break;
    if (region.end <= start) {
      link = load<usize>(link) + offsetof<Region>("next");
      continue;
    }
    store<usize>(link, region.next);
    framesUnmap(space, region.start, region.end);
    if (region.attach != 0) segmentDetached(changetype<MemoryObject>(region.object), pid, now);
    regionFree(region);
  }
  return 0;
}

/** One attach less; a removed segment leaves the table with the last. Conditions: machine.shmLock. */
function segmentDetached(segment: MemoryObject, pid: i32, now: i64): void {
  segment.attaches--;
  segment.lpid = pid;
  segment.dtime = now;
  segmentForget(segment);
}

const SHM_DEST_BIT: u32 = 0x200;

/** Takes a removed segment that nobody has attached off the table. Conditions: machine.shmLock. */
export function segmentForget(segment: MemoryObject): void {
  if (segment.attaches != 0 || (segment.mode & SHM_DEST_BIT) == 0 || segment.slot == 0) return;
  store<usize>(segment.slot, 0);
  segment.slot = 0;
  memobjectDrop(segment);
}

/** Unmaps [start, end), taking the locks. */
export function unmapRange(space: Space, start: u32, end: u32, pid: i32, now: i64): i32 {
  acquire(machineWord(offsetof<Machine>("shmLock")), RANK_SEGMENTS);
  acquire(spaceLock(space), RANK_SPACE);
  const error = unmapLocked(space, start, end, pid, now);
  release(spaceLock(space), RANK_SPACE);
  release(machineWord(offsetof<Machine>("shmLock")), RANK_SEGMENTS);
  return error;
}

/** Everything out: exec and exit. Conditions: nothing locked. */
export function unmapAll(space: Space, pid: i32, now: i64): void {
  unmapRange(space, WINDOW_START, WINDOW_END, pid, now);
}

/** An entry's flags for a region's protection. */
function entryProtect(entry: u32, prot: i32): u32 {
  let flags = entry & ~(PTE_PRESENT | PTE_WRITE);
  if ((prot & PROT_ANY) == 0) return flags;
  flags |= PTE_PRESENT;
  return (prot & PROT_WRITE) != 0 && (entry & PTE_COW) == 0 ? flags | PTE_WRITE : flags;
}

/** Changes the protection of [start, end). -ENOMEM at the first hole, what came before stays changed (as
 *  Linux). Conditions: machine.shmLock and the space are locked. */
export function protectLocked(space: Space, start: u32, end: u32, prot: i32): i32 {
  let at = start;
  while (at < end) {
    const region = regionFind(space, at);
    if (region == null) return -ENOMEM;
    const stop = min(region.end, end);
    if (region.prot != prot) {
      if (regionSplit(space, at) < 0 || regionSplit(space, stop) < 0) return -ENOMEM;
      const piece = regionFind(space, at)!;
      piece.prot = prot;
      entriesProtect(space, at, stop, prot);
    }
    at = stop;
  }
  return 0;
}

function entriesProtect(space: Space, start: u32, end: u32, prot: i32): void {
  for (let ea = start; ea < end; ea += PAGE) {
    const word = entryFind(space.directory, ea);
    const entry = load<u32>(word);
    if (entry != 0) atomic.store<u32>(word, entryProtect(entry, prot));
  }
}

/** Copies all regions of `from` to the new space `to`: shared ones stay shared, private ones are copied on
 *  write. 0 or -ENOMEM (`to` may hold a part: unmapAll it). Conditions: machine.shmLock and `from` locked. */
export function spaceCopyLocked(from: Space, to: Space): i32 {
  let link = changetype<usize>(to) + offsetof<Space>("regions");
  for (let ka = from.regions; ka != 0; ka = changetype<Region>(ka).next) {
    const region = changetype<Region>(ka);
    const copy = regionCopy(region, region.start, region.end);
    if (copy == null) return -ENOMEM;
    store<usize>(link, changetype<usize>(copy)); // in order: from is sorted, to was empty
    link = changetype<usize>(copy) + offsetof<Region>("next");
    if (copy.attach != 0) changetype<MemoryObject>(copy.object).attaches++;
    if (region.shared == 0 && entriesShare(from, to, region) < 0) return -ENOMEM;
  }
  return 0;
}

function entriesShare(from: Space, to: Space, region: Region): i32 {
  let ea = region.start;
  while (ea < region.end) {
    if (!hasTable(from.directory, ea)) {
      ea = nextTable(ea);
      if (ea == 0) break;
      continue;
    }
    const word = entryFind(from.directory, ea);
    const entry = load<u32>(word);
    if (entry != 0) {
      const target = entryMake(to.directory, ea);
      if (target == 0) return -ENOMEM;
      const cow = (entry & ~PTE_WRITE) | PTE_COW;
      frameKeep(entryFrame(entry));
      atomic.store<u32>(word, cow);
      store<u32>(target, cow);
      to.residents++;
    }
    ea += PAGE;
  }
  return 0;
}

/** Is every page of [start, end) mapped? Conditions: locked. */
export function rangeMapped(space: Space, start: u32, end: u32): bool {
  let at = start & ~PAGE_MASK;
  while (at < end) {
    const region = regionFind(space, at);
    if (region == null) return false;
    at = region.end;
  }
  return true;
}
