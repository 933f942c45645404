// layout — the map of physical memory, and the one struct from which everything is reached.

//  0x00000  page 0           never used: a ka of 0 is "none"
//  0x01000  Machine          this file
//  0x02000  zero table       a page table without entries, shared by every absent directory entry
//  0x03000  CPUs             64 x 128 bytes                  task/cpu.ts
//  0x05000  segments         4096 x 4 bytes, System V shm    ipc/sysv/shm.ts
//  0x09000  pid table        32768 x 4 bytes                 task/process.ts
//  0x29000  frame references 4 bytes a frame                 mm/frames.ts
//  ...      frames

export const PAGE: u32 = 4096;
export const PAGE_SHIFT: u32 = 12;
export const PAGE_MASK: u32 = 4095;
export const MACHINE_KA: usize = 0x1000;
export const ZERO_TABLE: usize = 0x2000;
export const CPUS_KA: usize = 0x3000;
export const CPU_BYTES: usize = 128;
export const CPUS_MAX: i32 = 64;
export const SEGMENTS_KA: usize = 0x5000;
export const SEGMENTS_MAX: i32 = 4096;
export const PIDS_KA: usize = 0x9000;
export const PIDS_MAX: i32 = 32768;
export const FRAME_REFS_KA: usize = 0x29000;

/** First address of the window; below it lies flat memory. */
export const WINDOW_START: u32 = 0x80000000;
/** End of the window: the last page stays unmapped, so that -errno is never an address. */
export const WINDOW_END: u32 = 0xfffff000;

@unmanaged export class Machine {
  // fixed at boot
  bytes: u32;
  frames: u32;
  cpus: i32;
  capacity: i32;
  processLimit: i32;
  flatLimit: i32; // 64 KiB pages
  // treeLock
  treeLock: i32;
  init: usize;
  processes: i32;
  lastPid: i32;
  timers: usize; // Timer, soonest first (task/timer.ts)
  cpuTimers: i32; // processes with a timer of CPU time
  // frameLock
  frameLock: i32;
  frameNext: u32; // first frame never used
  framesUsed: i32;
  framesPeak: i32;
  framesLoose: i32; // runs given back since free runs were last joined
  freeRuns0: usize;
  freeRuns1: usize;
  freeRuns2: usize;
  freeRuns3: usize;
  freeRuns4: usize;
  freeRuns5: usize;
  freeRuns6: usize;
  freeRuns7: usize;
  freeRuns8: usize;
  freeRuns9: usize;
  // slabLock
  slabLock: i32;
  slab0: usize;
  slab1: usize;
  slab2: usize;
  slab3: usize;
  slab4: usize;
  slab5: usize;
  slab6: usize;
  objects: i32;
  slabFrames: i32;
  // shmLock
  shmLock: i32;
  shmSequence: i32;
  // requestLock
  requestLock: i32;
  requestHead: usize;
  requestTail: usize;
  transferFree: usize;
  transfers: i32;
  transferWaiters: usize;
  // the file server's bell: doorbell, messages sent, messages received (atomics)
  serverBell: i32;
  serverSent: i32;
  serverReceived: i32;
  // the ticker's only
  tickAt: f64;
  // atomics
  ticking: i32; // ticks left without a busy CPU, 0: the ticker sleeps
  hostBell: i32;
  flatPages: i32;
  openFiles: i32;
  nextInode: i32;
  // futexLock
  futexLock: i32;
  futexes: usize;
  // traceLock
  traceLock: i32;
  traceRing: usize;
  traceHead: u32;
  traceTail: u32;
  // what ended threads had counted (treeLock)
  live: i32;
  faults: i32;
  switches: i64;
  spawned: i64;
  syscalls: i64;
  bytesIn: i64;
  bytesOut: i64;
}
if (offsetof<Machine>() > 4096) ERROR("Machine is one page");

// @ts-expect-error: AssemblyScript's top-level decorator
@inline export function machine(): Machine {
  return changetype<Machine>(MACHINE_KA);
}

/** Address of a lock (or any word) inside the machine. */
// @ts-expect-error: AssemblyScript's top-level decorator
@inline export function machineWord(offset: usize): usize {
  return MACHINE_KA + offset;
}
