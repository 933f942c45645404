// thread — a guest thread as the kernel sees it, and `current`.
import { ATTENTION_BYTES } from "../abi/structs";
import { currentThread } from "../lib/host";
import { Space } from "../mm/space";

export const RUNNING: i32 = 0;
export const PARKED: i32 = 1;
export const NOTIFIED: i32 = 2;

/** attention: what the thread must do when it leaves the guest, at its next safepoint or system call. */
export const ATTN_KILL: i32 = 1;
/** A signal it does not block is pending. */
export const ATTN_SIGNAL: i32 = 2;
/** Others of its CPU have waited for a tick. */
export const ATTN_YIELD: i32 = 4;
/** What cuts a sleep short. */
const ATTN_INTERRUPTS: i32 = ATTN_KILL | ATTN_SIGNAL;

@unmanaged export class Thread {
  attention: i32; // ATTN_* (atomic); guests test it at safepoints
  // for the glue in the guest's module (struct attention of structs.tbl)
  signal: i32; // the signal whose handler is to run
  info: u32; // ua of its siginfo
  context: u32; // ua of its ucontext
  stack: u32; // the C stack pointer it runs with
  restart0: i32; // the system call to make again: number and arguments
  restart1: i32;
  restart2: i32;
  restart3: i32;
  restart4: i32;
  restart5: i32;
  restart6: i32;
  left: i64; // of the time of a futex wait to be made again
  state: i32; // RUNNING, PARKED, NOTIFIED (atomic)
  cpu: i32; // fixed at placement
  process: usize; // fixed
  space: usize; // fixed
  tid: i32; // fixed
  next: usize; // Cpu.lock: run queue
  processNext: usize; // machine.treeLock: threads of the process
  // lock of the queue it waits on
  waitQueue: usize; // word that heads the queue, 0: on none
  waitNext: usize;
  waitPrev: usize;
  // machine.treeLock
  mask: i64; // blocked signals, bit n-1
  savedMask: i64; // the mask that sigsuspend replaced
  isSuspended: i32; // 1: savedMask is to come back
  stackStart: u32; // alternate signal stack; size 0: none
  stackSize: u32;
  stackFlags: i32;
  pendingSet: i64; // with the two behind: Pending (task/pending.ts)
  pendingHead: usize;
  pendingCount: i32;
  // own CPU only
  deadline: f64; // CLOCK_MONOTONIC, ns
  timerNext: usize;
  timed: i32;
  timedOut: i32;
  // own thread only
  inKernel: i32; // number of the system call + 1 (0: in the guest)
  unwind: i32; // UNWIND_*
  image: i32;
  chunks: usize; // the captured stack (task/record.ts)
  records: u32; // a fork's child: ka of the record it resumes from
  trapped: i32; // 1: the engine has trapped; only a handler runs yet
  forked: i32; // the result of the fork in hand
  vforkChild: usize; // Process this thread waits for (machine.treeLock)
  sleepEnd: f64; // absolute end of a sleep that is to go on; 0: none
  syscalls: i64;
  faults: i32;
  scratch0: i64; // small buffer for copies of a few words
  scratch1: i64;
  scratch2: i64;
  scratch3: i64;
  scratch4: i64;
  scratch5: i64;
  scratch6: i64;
  scratch7: i64;
  scratch8: i64;
  scratch9: i64;
  scratch10: i64;
  scratch11: i64;
  // the request it waits for (fs/request.ts), 80 bytes
  request0: i64;
  request1: i64;
  request2: i64;
  request3: i64;
  request4: i64;
  request5: i64;
  request6: i64;
  request7: i64;
  request8: i64;
  request9: i64;

  /** Marks it as the one its CPU runs. */
  running(): void {
    atomic.store<i32>(changetype<usize>(this) + offsetof<Thread>("state"), RUNNING);
  }
}

export const THREAD_BYTES: u32 = offsetof<Thread>();
if (offsetof<Thread>("state") != ATTENTION_BYTES) ERROR("Thread begins with the struct attention");

// @ts-expect-error: AssemblyScript's top-level decorator
@inline export function current(): Thread {
  return changetype<Thread>(currentThread);
}

// @ts-expect-error: AssemblyScript's top-level decorator
@inline export function currentSpace(): Space {
  return changetype<Space>(changetype<Thread>(currentThread).space);
}

/** 96 bytes of the thread's own, for copies of small structs. */
export function scratch(): usize {
  return currentThread + offsetof<Thread>("scratch0");
}

/** Must the thread leave what it waits for? */
export function isInterrupted(t: Thread): bool {
  return (atomic.load<i32>(changetype<usize>(t) + offsetof<Thread>("attention")) & ATTN_INTERRUPTS) != 0;
}

/** Is there anything at all to attend to? */
export function hasAttention(t: Thread): bool {
  return atomic.load<i32>(changetype<usize>(t) + offsetof<Thread>("attention")) != 0;
}

/** Sets attention bits. */
export function attentionSet(t: Thread, bits: i32): void {
  atomic.or<i32>(changetype<usize>(t) + offsetof<Thread>("attention"), bits);
}

/** Clears attention bits. */
export function attentionClear(t: Thread, bits: i32): void {
  atomic.and<i32>(changetype<usize>(t) + offsetof<Thread>("attention"), ~bits);
}
