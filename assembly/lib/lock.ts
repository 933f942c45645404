// lock — a mutex in one word of physical memory, and the order in which locks may be taken.
import { DEBUG } from "./debug";
import { hostWait } from "./host";
import { PANIC_LOCK_ORDER, panic } from "./panic";

// word: 0 free · 1 held · 2 held and someone may be waiting

// Ranks, outermost first: a thread takes a lock only of a higher rank than those it holds, and none across a
// park. The debug kernel panics otherwise.
/** machine.treeLock: processes: parents, children, states, groups, the pid table. */
export const RANK_TREE: i32 = 1;
/** machine.shmLock: the table of System V segments, attach counts. */
export const RANK_SEGMENTS: i32 = 2;
/** Process.filesLock: a process's descriptor table. */
export const RANK_FILES: i32 = 3;
/** OpenFile, Pipe, machine.futexLock, machine.traceLock: one at a time. */
export const RANK_OBJECT: i32 = 4;
/** Space.lock: regions and page tables. */
export const RANK_SPACE: i32 = 5;
/** MemoryObject.lock: the frames of a shared mapping. */
export const RANK_MEMORY: i32 = 6;
/** machine.requestLock: the file server's queue, transfer buffers. */
export const RANK_REQUEST: i32 = 7;
/** machine.slabLock: kernel objects. */
export const RANK_SLAB: i32 = 8;
/** machine.frameLock: the frame allocator. */
export const RANK_FRAMES: i32 = 9;
/** Cpu.lock: a run queue; last, because waking is allowed under any lock. */
export const RANK_QUEUE: i32 = 10;

const SPINS: i32 = 200;

// Debug only: bit r is set while this instance, so this thread, holds a lock of rank r.
let held: i32 = 0;

/** Takes the lock at `ka`. Conditions: `rank` is above all held ones. */
export function acquire(ka: usize, rank: i32): void {
  if (DEBUG) {
    if (held >> rank != 0) panic(PANIC_LOCK_ORDER, rank, held);
    held |= 1 << rank;
  }
  if (atomic.cmpxchg<i32>(ka, 0, 1) != 0) acquireSlow(ka);
}

function acquireSlow(ka: usize): void {
  for (let i = 0; i < SPINS; i++) {
    if (atomic.load<i32>(ka) == 0 && atomic.cmpxchg<i32>(ka, 0, 1) == 0) return;
  }
  while (atomic.xchg<i32>(ka, 2) != 0) hostWait(ka, 2, -1);
}

/** Gives the lock at `ka` back. */
export function release(ka: usize, rank: i32): void {
  if (DEBUG) held &= ~(1 << rank);
  if (atomic.xchg<i32>(ka, 0) == 2) atomic.notify(ka, 1);
}

/** Debug only: panics when a lock is held where none may be. */
export function assertUnlocked(): void {
  if (DEBUG && held != 0) panic(PANIC_LOCK_ORDER, 0, held);
}
