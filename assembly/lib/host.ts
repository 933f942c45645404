// host — what the core asks of its host: the imports, each described in ARCHITECTURE.md.

/** The current thread's `ka`; 0 in an instance that serves no guest (a CPU's loop, the main thread, the file
 *  server). */
@external("host", "thread") export declare const currentThread: usize;
/** Number of the CPU this instance runs on; -1 on the main thread and in the file server. */
@external("host", "cpu") export declare const currentCpu: i32;

/** Sleeps while the word at `ka` is `expected`, at most `ns` nanoseconds (< 0: for ever). 0 woken, 1 not
 *  equal, 2 timed out. */
@external("host", "wait") export declare function hostWait(ka: usize, expected: i32, ns: f64): i32;
/** Suspends the current stack and lets `next` run (0: the worker's event loop). Returns when this stack is
 *  resumed. */
@external("host", "suspend") export declare function hostSuspend(self: usize, next: usize): void;
/** Nanoseconds of the clock `id` (CLOCK_*). */
@external("host", "clock") export declare function hostClock(id: i32): f64;
/** Fills n bytes at `ka` with random bytes. */
@external("host", "random") export declare function hostRandom(ka: usize, n: i32): void;
/** Hands a new process without memory to its CPU. 0 or -errno; does not wait. */
@external("host", "start") export declare function hostStart(thread: usize): i32;
/** Copies the caller's flat memory from `low` on, and its globals, for `child`, and hands it to its CPU. 0 or
 *  -errno; does not wait. */
@external("host", "fork") export declare function hostFork(child: usize, low: i32): i32;
/** A process dies of a fault: reason FAULT_* (mm/fault.ts), guest address, 1 for a write. For the machine's
 *  log. */
@external("host", "fault") export declare function hostFault(
  pid: i32,
  reason: i32,
  ea: u32,
  write: i32,
): void;
/** The kernel is wrong. Never returns. */
@external("host", "panic") export declare function hostPanic(code: i32, a: i32, b: i32): void;

/** 64 KiB pages of the current process's flat memory (flat.wat). */
@external("flat", "flatSize") export declare function flatSize(): i32;
/** memory.grow of flat memory: the former size in pages, -1 when it cannot grow. */
@external("flat", "flatGrow") export declare function flatGrow(pages: i32): i32;
/** Copies n bytes from flat `ua` to physical `ka`. The caller has checked the range. */
@external("flat", "flatIn") export declare function flatIn(ka: usize, ua: u32, n: u32): void;
/** Copies n bytes from physical `ka` to flat `ua`. The caller has checked the range. */
@external("flat", "flatOut") export declare function flatOut(ua: u32, ka: usize, n: u32): void;
/** Fills n bytes at flat `ua` with zero. The caller has checked the range. */
@external("flat", "flatZero") export declare function flatZero(ua: u32, n: u32): void;

/** Fails like any call for which no stack is left unless there is enough for a whole system call
 *  (host/build/kernel.ts). `go` must be 0, but not a constant. */
@external("stack", "probe") export declare function stackProbe(go: i32): void;
