// lock — a mutex in one word of physical memory, and the order in which locks may be taken.
import { hostWait } from "./host";

// word: 0 free · 1 held · 2 held and someone may be waiting
@unmanaged export class Lock { word: i32; }
if (offsetof<Lock>() != 4) ERROR("Lock is one word");

// Rank of every lock, outermost first. A thread may take a lock only of a higher rank than those it holds.
//   1 tree      machine.treeLock    processes: parents, children, states, groups, pid table
//   2 segment   machine.shmLock     System V shared memory table, attach counts
//   3 files     Process.filesLock   a process's descriptor table
//   4 object    OpenFile, Pipe, machine.futexLock   one at a time
//   5 space     Space.lock          regions and page tables (in fork: parent's, then the child's, not yet public)
//   6 memory    MemoryObject.lock   the frames of a shared mapping
//   7 request   machine.requestLock file-server queue, transfer buffers
//   8 trace     machine.traceLock   trace ring
//   9 slab      machine.slabLock    kernel objects
//  10 frames    machine.frameLock   frame allocator
//  11 queue     Cpu.lock            a CPU's run queue (taken last: waking is allowed under any lock)

const SPINS: i32 = 200;

/** Takes the lock at `ka`. Conditions: its rank is above all held ones. */
export function acquire(ka: usize): void {
  if (atomic.cmpxchg<i32>(ka, 0, 1) != 0) acquireSlow(ka);
}

function acquireSlow(ka: usize): void {
  for (let i = 0; i < SPINS; i++) {
    if (atomic.load<i32>(ka) == 0 && atomic.cmpxchg<i32>(ka, 0, 1) == 0) return;
  }
  while (atomic.xchg<i32>(ka, 2) != 0) hostWait(ka, 2, -1);
}

/** Gives the lock at `ka` back. */
export function release(ka: usize): void {
  if (atomic.xchg<i32>(ka, 0) == 2) atomic.notify(ka, 1);
}
