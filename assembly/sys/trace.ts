// trace — the ring of system-call records: written by traced guests' calls, read by the host.
import {
  TRACE_RECORD_A0,
  TRACE_RECORD_BYTES,
  TRACE_RECORD_NR,
  TRACE_RECORD_PHASE,
  TRACE_RECORD_PID,
  TRACE_RECORD_RESULT,
  TRACE_RECORD_TEXT,
  TRACE_RECORD_TEXT_ARG,
  TRACE_RECORD_TEXT_LEN,
  TRACE_RECORD_TIME_NS,
} from "../abi/structs";
import {
  SYS_chdir,
  SYS_execve,
  SYS_faccessat,
  SYS_fork,
  SYS_fstatat,
  SYS_mkdirat,
  SYS_openat,
  SYS_pread64,
  SYS_pwrite64,
  SYS_read,
  SYS_spawn,
  SYS_unlinkat,
  SYS_write,
} from "../abi/syscalls";
import { bellRing } from "../lib/bell";
import { RANK_OBJECT, acquire, release } from "../lib/lock";
import { hostClock, hostWait } from "../lib/host";
import { runAlloc } from "../mm/frames";
import { Machine, machine, machineWord } from "../mm/layout";
import { copyIn } from "../mm/usercopy";
import { current, currentSpace } from "../task/thread";
import { fork, forkBegin, trap } from "./trap";

const ORDER: i32 = 7;
const RECORDS: u32 = 4096;
const TEXT_BYTES: u32 = 56;
const ENTER: i32 = 0;
const LEAVE: i32 = 1;
/** How long a writer waits for the host to make room before it looks again. */
const FULL_NS: f64 = 1e6;

/** Makes the ring. */
export function traceBoot(): void {
  if (machine().traceRing == 0) machine().traceRing = runAlloc(ORDER);
}

/** A system call that leaves a record on entry (with the text of its first string or buffer) and one on
 *  return. */
export function trapTraced(nr: i32, a0: i32, a1: i32, a2: i32, a3: i32, a4: i32, a5: i32): i32 {
  record(ENTER, nr, 0, a0, a1, a2, a3, a4, a5);
  const result = trap(nr, a0, a1, a2, a3, a4, a5);
  record(LEAVE, nr, result, a0, a1, a2, a3, a4, a5);
  return result;
}

/** The first half of fork; a record of it only when it fails, and there is no second half. */
export function forkBeginTraced(flags: i32): i32 {
  const result = forkBegin(flags);
  if (result < 0) record(LEAVE, SYS_fork, result, flags, 0, 0, 0, 0, 0);
  return result;
}

/** The second half of fork, with a record on return in the parent: the child never comes here. */
export function forkTraced(flags: i32, records: i32, low: i32): i32 {
  const result = fork(flags, records, low);
  record(LEAVE, SYS_fork, result, flags, 0, 0, 0, 0, 0);
  return result;
}

function record(
  phase: i32,
  nr: i32,
  result: i32,
  a0: i32,
  a1: i32,
  a2: i32,
  a3: i32,
  a4: i32,
  a5: i32,
): void {
  const m = machine();
  const lock = machineWord(offsetof<Machine>("traceLock"));
  if (m.traceRing == 0) return;
  acquire(lock, RANK_OBJECT);
  while (m.traceHead - m.traceTail >= RECORDS) {
    release(lock, RANK_OBJECT);
    hostTell();
    const bell = machineWord(offsetof<Machine>("hostBell"));
    hostWait(bell, atomic.load<i32>(bell), FULL_NS);
    acquire(lock, RANK_OBJECT);
  }
  const ka = m.traceRing + <usize>(m.traceHead & (RECORDS - 1)) * TRACE_RECORD_BYTES;
  store<i32>(ka + TRACE_RECORD_PID, current().tid);
  store<i32>(ka + TRACE_RECORD_NR, nr);
  store<i32>(ka + TRACE_RECORD_PHASE, phase);
  store<i32>(ka + TRACE_RECORD_RESULT, result);
  store<i32>(ka + TRACE_RECORD_A0, a0);
  store<i32>(ka + TRACE_RECORD_A0 + 4, a1);
  store<i32>(ka + TRACE_RECORD_A0 + 8, a2);
  store<i32>(ka + TRACE_RECORD_A0 + 12, a3);
  store<i32>(ka + TRACE_RECORD_A0 + 16, a4);
  store<i32>(ka + TRACE_RECORD_A0 + 20, a5);
  store<f64>(ka + TRACE_RECORD_TIME_NS, hostClock(1));
  textCapture(ka, phase, nr, result, a0, a1, a2);
  m.traceHead++;
  release(lock, RANK_OBJECT);
  hostTell();
}

function hostTell(): void {
  bellRing(machineWord(offsetof<Machine>("hostBell")));
}

/** Copies the first bytes of the argument that the host's table calls str or buf: the host says which by
 *  text_arg. */
function textCapture(ka: usize, phase: i32, nr: i32, result: i32, a0: i32, a1: i32, a2: i32): void {
  const arg = textArgument(nr, phase);
  store<i32>(ka + TRACE_RECORD_TEXT_ARG, arg);
  store<i32>(ka + TRACE_RECORD_TEXT_LEN, 0);
  if (arg < 0) return;
  let n = TEXT_BYTES;
  if (isBuffer(nr)) n = min(n, <u32>max(nr == SYS_read || nr == SYS_pread64 ? result : a2, 0));
  const space = currentSpace();
  const before = space.bytesIn;
  let got: u32 = 0;
  const ua = arg == 0 ? a0 : a1;
  while (got < n && copyIn(space, ka + TRACE_RECORD_TEXT + got, ua + got, 1) == 0) {
    got++;
    if (!isBuffer(nr) && load<u8>(ka + TRACE_RECORD_TEXT + got - 1) == 0) break;
  }
  space.bytesIn = before;
  store<i32>(ka + TRACE_RECORD_TEXT_LEN, got);
}

function isBuffer(nr: i32): bool {
  return nr == SYS_read || nr == SYS_write || nr == SYS_pread64 || nr == SYS_pwrite64;
}

/** Which argument is worth showing as text; -1: none. */
function textArgument(nr: i32, phase: i32): i32 {
  switch (nr) {
    case SYS_read:
    case SYS_pread64:
      return phase == LEAVE ? 1 : -1;
    case SYS_write:
    case SYS_pwrite64:
    case SYS_mkdirat:
    case SYS_unlinkat:
    case SYS_faccessat:
    case SYS_openat:
    case SYS_fstatat:
      return 1;
    case SYS_chdir:
    case SYS_execve:
    case SYS_spawn:
      return 0;
  }
  return -1;
}

/** Takes the oldest record to `ka`. 1, or 0 when there is none. */
export function traceTake(ka: usize): i32 {
  const m = machine();
  const lock = machineWord(offsetof<Machine>("traceLock"));
  acquire(lock, RANK_OBJECT);
  const some = m.traceRing != 0 && m.traceTail != m.traceHead;
  if (some) {
    memory.copy(
      ka,
      m.traceRing + <usize>(m.traceTail & (RECORDS - 1)) * TRACE_RECORD_BYTES,
      TRACE_RECORD_BYTES,
    );
    m.traceTail++;
  }
  release(lock, RANK_OBJECT);
  return some ? 1 : 0;
}
