// slab — kernel objects of fixed sizes, carved from frames; memory comes back zeroed.
import { DEBUG, JUNK } from "../lib/debug";
import { RANK_SLAB, acquire, release } from "../lib/lock";
import { Machine, PAGE, machine, machineWord } from "./layout";
import { frameAlloc } from "./frames";

const LOCK: usize = offsetof<Machine>("slabLock");
const FREE: usize = offsetof<Machine>("slab0");
const SMALLEST_SHIFT: i32 = 5; // 32 bytes; classes 32, 64, ... 2048

function classOf(bytes: u32): i32 {
  return bytes <= 32 ? 0 : 32 - clz<u32>(bytes - 1) - SMALLEST_SHIFT;
}

function freeWord(cls: i32): usize {
  return machineWord(FREE + ((<usize>cls) << 2));
}

/** A zeroed object of at most 2048 bytes; 0 when memory is short. Free it with the same size. */
export function slabAlloc(bytes: u32): usize {
  const cls = classOf(bytes);
  const size: u32 = 1 << (cls + SMALLEST_SHIFT);
  acquire(machineWord(LOCK), RANK_SLAB);
  let ka = load<usize>(freeWord(cls));
  if (ka == 0) ka = slabRefill(cls, size);
  if (ka != 0) {
    store<usize>(freeWord(cls), load<usize>(ka));
    machine().objects++;
  }
  release(machineWord(LOCK), RANK_SLAB);
  if (ka != 0) memory.fill(ka, 0, size);
  return ka;
}

/** Cuts a new frame into objects. Returns the list's head; 0 when memory is short. Conditions: slabLock held.
 *  */
function slabRefill(cls: i32, size: u32): usize {
  const frame = frameAlloc();
  if (frame == 0) return 0;
  machine().slabFrames++;
  let next: usize = 0;
  for (let offset = PAGE - size; ; offset -= size) {
    store<usize>(frame + offset, next);
    next = frame + offset;
    if (offset == 0) break;
  }
  store<usize>(freeWord(cls), next);
  return next;
}

/** Gives an object of `bytes` back. */
export function slabFree(ka: usize, bytes: u32): void {
  const cls = classOf(bytes);
  if (DEBUG) memory.fill(ka, JUNK, 1 << (cls + SMALLEST_SHIFT));
  acquire(machineWord(LOCK), RANK_SLAB);
  store<usize>(ka, load<usize>(freeWord(cls)));
  store<usize>(freeWord(cls), ka);
  machine().objects--;
  release(machineWord(LOCK), RANK_SLAB);
}
