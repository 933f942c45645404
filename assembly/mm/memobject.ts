// memobject — frames that several address spaces map: anonymous shared memory and System V segments.
import { RANK_MEMORY, acquire, release } from "../lib/lock";
import { frameAllocZero, frameDrop, runFree } from "./frames";
import { PAGE } from "./layout";
import { slabAlloc, slabFree } from "./slab";

@unmanaged export class MemoryObject {
  // lock
  lock: i32;
  refs: i32; // mappings and table entries (atomic)
  directory: usize; // 1024 tables of 1024 frames, made when first touched
  resident: i32; // frames present
  pages: u32; // fixed at creation
  // machine.shmLock; only of a System V segment
  slot: usize; // its word in the table of segments; 0: anonymous
  id: i32;
  key: i32;
  uid: u32;
  gid: u32;
  cuid: u32;
  cgid: u32;
  mode: u32;
  segsz: u32;
  attaches: i32;
  cpid: i32;
  lpid: i32;
  atime: i64;
  dtime: i64;
  ctime: i64;
}

const BYTES: u32 = offsetof<MemoryObject>();

/** An object of `pages` zero pages with one reference; null when memory is short. */
export function memobjectCreate(pages: u32): MemoryObject | null {
  const ka = slabAlloc(BYTES);
  if (ka == 0) return null;
  const object = changetype<MemoryObject>(ka);
  object.refs = 1;
  object.pages = pages;
  return object;
}

export function memobjectKeep(object: MemoryObject): void {
  atomic.add<i32>(changetype<usize>(object) + offsetof<MemoryObject>("refs"), 1);
}

/** One reference less; the last frees frames and object. */
export function memobjectDrop(object: MemoryObject): void {
  if (atomic.sub<i32>(changetype<usize>(object) + offsetof<MemoryObject>("refs"), 1) != 1) return;
  const dir = object.directory;
  if (dir != 0) {
    for (let i: usize = 0; i < PAGE; i += 4) {
      const table = load<usize>(dir + i);
      if (table == 0) continue;
      for (let j: usize = 0; j < PAGE; j += 4) {
        const frame = load<usize>(table + j);
        if (frame != 0) frameDrop(frame);
      }
      runFree(table, 0);
    }
    runFree(dir, 0);
  }
  slabFree(changetype<usize>(object), BYTES);
}

/** The frame of page `index`, made when absent; 0 when memory is short or the index is past the end. */
export function memobjectFrame(object: MemoryObject, index: u32): usize {
  if (index >= object.pages) return 0;
  const word = changetype<usize>(object) + offsetof<MemoryObject>("lock");
  acquire(word, RANK_MEMORY);
  const frame = memobjectFrameLocked(object, index);
  release(word, RANK_MEMORY);
  return frame;
}

function memobjectFrameLocked(object: MemoryObject, index: u32): usize {
  if (object.directory == 0) object.directory = frameAllocZero();
  if (object.directory == 0) return 0;
  const slot = object.directory + ((index >>> 10) << 2);
  let table = load<usize>(slot);
  if (table == 0) {
    table = frameAllocZero();
    if (table == 0) return 0;
    store<usize>(slot, table);
  }
  const word = table + ((index & 1023) << 2);
  let frame = load<usize>(word);
  if (frame == 0) {
    frame = frameAllocZero();
    if (frame == 0) return 0;
    store<usize>(word, frame);
    object.resident++;
  }
  return frame;
}
