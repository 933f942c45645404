// space — an address space: its page directory, the sorted list of regions in its window, its flat size.
import { EEXIST, EINVAL, ENOMEM } from "../abi/errno";
import { MAP_FIXED, MAP_FIXED_NOREPLACE } from "../abi/constants";
import { runFree } from "./frames";
import { PAGE, PAGE_MASK, WINDOW_END, WINDOW_START } from "./layout";
import { MemoryObject, memobjectDrop, memobjectKeep } from "./memobject";
import { directoryAlloc, directoryFree } from "./pagetable";
import { slabAlloc, slabFree } from "./slab";

@unmanaged export class Region {
  start: u32; // first address
  end: u32; // first address behind
  prot: i32; // PROT_*
  shared: i32; // 1: pages belong to `object`; 0: private, copied on write
  object: usize; // MemoryObject, 0 for private
  index: u32; // page of the object at `start`
  attach: u32; // shmat's address this piece came from; 0: not a segment
  next: usize;
}

@unmanaged export class Space {
  directory: usize; // fixed at creation
  // lock
  lock: i32;
  regions: usize;
  residents: i32; // private frames
  // of the flat memory; its own threads only
  guard: u32; // first address that may be accessed
  brkStart: u32;
  brk: u32;
  flatPages: i32; // accounted for in machine.flatPages
  bytesIn: i64; // copied from the guest
  bytesOut: i64; // copied to the guest
}

/** An empty address space; null when memory is short. */
export function spaceCreate(): Space | null {
  const dir = directoryAlloc();
  if (dir == 0) return null;
  const ka = slabAlloc(offsetof<Space>());
  if (ka == 0) {
    runFree(dir, 0);
    return null;
  }
  const space = changetype<Space>(ka);
  space.directory = dir;
  space.guard = PAGE;
  return space;
}

/** Frees an address space. Conditions: all regions are unmapped, no thread runs in it. */
export function spaceFree(space: Space): void {
  directoryFree(space.directory);
  slabFree(changetype<usize>(space), offsetof<Space>());
}

export function spaceLock(space: Space): usize {
  return changetype<usize>(space) + offsetof<Space>("lock");
}

/** The region that holds `ea`, or null. Conditions: locked. */
export function regionFind(space: Space, ea: u32): Region | null {
  for (let ka = space.regions; ka != 0; ka = changetype<Region>(ka).next) {
    const region = changetype<Region>(ka);
    if (ea < region.start) return null;
    if (ea < region.end) return region;
  }
  return null;
}

/** A copy of `from` cut to [start, end), not linked; null when memory is short. Keeps the object. */
export function regionCopy(from: Region, start: u32, end: u32): Region | null {
  const ka = slabAlloc(offsetof<Region>());
  if (ka == 0) return null;
  memory.copy(ka, changetype<usize>(from), offsetof<Region>());
  const region = changetype<Region>(ka);
  region.start = start;
  region.end = end;
  region.index = from.index + ((start - from.start) >>> 12);
  region.next = 0;
  if (region.object != 0) memobjectKeep(changetype<MemoryObject>(region.object));
  return region;
}

/** Frees an unlinked region. Its frames must be unmapped already. */
export function regionFree(region: Region): void {
  if (region.object != 0) memobjectDrop(changetype<MemoryObject>(region.object));
  slabFree(changetype<usize>(region), offsetof<Region>());
}

/** Links a region where it belongs. Conditions: locked, no overlap. */
export function regionInsert(space: Space, region: Region): void {
  let link = changetype<usize>(space) + offsetof<Space>("regions");
  while (load<usize>(link) != 0 && changetype<Region>(load<usize>(link)).start < region.start) {
    link = load<usize>(link) + offsetof<Region>("next");
  }
  region.next = load<usize>(link);
  store<usize>(link, changetype<usize>(region));
}

/** Cuts the region that spans `ea` in two, so that a region begins there; a segment's pieces count as
 *  attaches. 0 or -ENOMEM. Conditions: machine.shmLock and the space are locked. */
export function regionSplit(space: Space, ea: u32): i32 {
  const region = regionFind(space, ea);
  if (region == null || region.start == ea) return 0;
  const rest = regionCopy(region, ea, region.end);
  if (rest == null) return -ENOMEM;
  region.end = ea;
  if (rest.attach != 0) changetype<MemoryObject>(rest.object).attaches++;
  rest.next = region.next;
  region.next = changetype<usize>(rest);
  return 0;
}

/** True when nothing is mapped in [start, end). Conditions: locked. */
export function rangeFree(space: Space, start: u32, end: u32): bool {
  for (let ka = space.regions; ka != 0; ka = changetype<Region>(ka).next) {
    const region = changetype<Region>(ka);
    if (region.start >= end) return true;
    if (region.end > start) return false;
  }
  return true;
}

/** First fit for `bytes` at or above `from`; 0 when there is none. Conditions: locked. */
function gapFrom(space: Space, from: u32, bytes: u32): u32 {
  let at = from;
  for (let ka = space.regions; ka != 0; ka = changetype<Region>(ka).next) {
    const region = changetype<Region>(ka);
    if (region.end <= at) continue;
    if (region.start >= at && region.start - at >= bytes) return at;
    at = region.end;
  }
  return WINDOW_END - at >= bytes ? at : 0;
}

/** Chooses the address of a new mapping. `bytes` is whole pages. Returns it, or 0 with *error set by the
 *  caller's reading: use placeError. Conditions: locked. */
export function placeRange(space: Space, hint: u32, bytes: u32, flags: i32): u32 {
  if ((flags & (MAP_FIXED | MAP_FIXED_NOREPLACE)) != 0) return hint;
  if (bytes > WINDOW_END - WINDOW_START) return 0;
  const wish = (hint + PAGE_MASK) & ~PAGE_MASK;
  if (wish >= WINDOW_START && wish <= WINDOW_END - bytes && rangeFree(space, wish, wish + bytes)) return wish;
  const found = gapFrom(space, WINDOW_START, bytes);
  return found;
}

/** Why a fixed placement is impossible: 0 when it is fine. `replace`: what is there may go. Conditions:
 *  locked. */
export function placeError(space: Space, start: u32, bytes: u32, replace: bool): i32 {
  if ((start & PAGE_MASK) != 0) return -EINVAL;
  if (start < WINDOW_START || start > WINDOW_END || bytes > WINDOW_END - start) return -ENOMEM;
  if (!replace && !rangeFree(space, start, start + bytes)) return -EEXIST;
  return 0;
}

/** Bytes rounded up to whole pages; 0 when that overflows. */
export function pageRound(bytes: u32): u32 {
  return (bytes + PAGE - 1) & ~PAGE_MASK;
}
