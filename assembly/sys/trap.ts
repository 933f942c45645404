// trap — the doors a guest comes in by: system calls, faults, safepoints, memory.grow, futexes, fork.
import {
  FPE_INTDIV,
  ILL_ILLOPN,
  SEGV_ACCERR,
  SEGV_MAPERR,
  SIGBUS,
  SIGFPE,
  SIGILL,
  SIGKILL,
  SIGSEGV,
} from "../abi/constants";
import { ENOMEM, ENOSYS, ETIMEDOUT } from "../abi/errno";
import { frameWait, frameWake } from "../ipc/futex";
import { hostClock, hostFault, stackProbe } from "../lib/host";
import { RANK_TREE, acquire, release } from "../lib/lock";
import { FAULT_NO_MEMORY, FAULT_UNMAPPED, faultResolve } from "../mm/fault";
import { PAGE_MASK } from "../mm/layout";
import { Space } from "../mm/space";
import { flatExtend } from "../task/flat";
import { chunkAdd, recordsDrop } from "../task/record";
import { signalForce } from "../task/signal";
import { Thread, current, currentSpace, hasAttention } from "../task/thread";
import { ERESTART } from "../task/wait";
import { dispatch } from "./dispatch";
import { attend, callEnd, handlerEnd, handlerNext, isRestart } from "./deliver";
import { exitSelf, forkAllowed, forkNow, treeLock } from "./life";

const IN_FAULT: i32 = 10001;
const IN_SAFEPOINT: i32 = 10002;
const IN_FORK: i32 = 10003;
const IN_FUTEX: i32 = 10004;
const IN_SIGNAL: i32 = 10005;
/** What wait32 and wait64 give when a handler is to run, and the wait to be made again. */
const WAIT_AGAIN: i32 = 3;

/** A system call: >= 0, a negative errno, or (mmap, shmat) an address; -ERESTART only to the glue. */
export function trap(nr: i32, a0: i32, a1: i32, a2: i32, a3: i32, a4: i32, a5: i32): i32 {
  const t = current();
  stackProbe(t.unwind); // before anything is locked or marked
  t.inKernel = nr + 1;
  t.syscalls++;
  let result = dispatch(nr, a0, a1, a2, a3, a4, a5);
  if (isRestart(result) || hasAttention(t)) result = callEnd(t, result, nr, a0, a1, a2, a3, a4, a5);
  t.inKernel = 0;
  return result;
}

/** A walk found no entry that allows the access: the ka of `ea`; 0: a handler is to run, then look again; or
 *  the process dies of SIGSEGV. */
export function fault(ea: i32, write: i32): i32 {
  const t = current();
  stackProbe(t.unwind); // before anything is locked or marked
  t.inKernel = IN_FAULT;
  t.faults++;
  const frame = faultResolve(changetype<Space>(t.space), ea, write != 0);
  let result = frame | (ea & PAGE_MASK);
  if (frame < 0 && frame > -16) {
    const code = frame == FAULT_UNMAPPED ? SEGV_MAPERR : SEGV_ACCERR;
    if (frame == FAULT_NO_MEMORY || !isForced(t, SIGSEGV, code, ea)) {
      hostFault(t.tid, frame, ea, write);
      exitSelf(frame == FAULT_NO_MEMORY ? SIGKILL : SIGSEGV);
    }
    result = 0;
  }
  t.inKernel = 0;
  return result;
}

/** Is there a handler to run for what an instruction caused? */
function isForced(t: Thread, signal: i32, code: i32, addr: u32): bool {
  acquire(treeLock(), RANK_TREE);
  const forced = signalForce(t, signal, code, addr);
  release(treeLock(), RANK_TREE);
  return forced;
}

/** The engine has trapped in the guest: the host asks. 1: its handler is to run, on a stack of its own. */
export function trapCatch(t: Thread, signal: i32): i32 {
  const code = signal == SIGFPE ? FPE_INTDIV : signal == SIGILL ? ILL_ILLOPN : SEGV_MAPERR;
  t.trapped = 1;
  return isForced(t, signal, code, 0) ? 1 : 0;
}

/** The guest is about to trap. 1: a handler is to run first. */
export function raise(signal: i32, code: i32): i32 {
  const t = current();
  stackProbe(t.unwind); // before anything is locked or marked
  t.inKernel = IN_SIGNAL;
  const forced = isForced(t, signal, code, 0);
  t.inKernel = 0;
  return forced ? 1 : 0;
}

/** The next handler to run, its arguments in struct attention; 0: none. `sp`: the C stack pointer. */
export function handler(sp: i32): i32 {
  const t = current();
  stackProbe(t.unwind); // before anything is locked or marked
  t.inKernel = IN_SIGNAL;
  const result = handlerNext(t, sp);
  t.inKernel = 0;
  return result;
}

/** That handler has returned; `context` is the ua of its ucontext. */
export function handled(context: i32): void {
  const t = current();
  stackProbe(t.unwind); // before anything is locked or marked
  t.inKernel = IN_SIGNAL;
  handlerEnd(t, context);
  t.inKernel = 0;
}

/** The guest saw its attention word set. */
export function safepoint(): void {
  const t = current();
  stackProbe(t.unwind); // before anything is locked or marked
  t.inKernel = IN_SAFEPOINT;
  attend();
  t.inKernel = 0;
}

/** memory.grow. */
export function grow(pages: i32): i32 {
  stackProbe(current().unwind);
  return flatExtend(currentSpace(), pages);
}

/** Before the stack is captured: the first chunk for its records, or -errno and fork fails at once. */
export function forkBegin(flags: i32): i32 {
  const t = current();
  stackProbe(t.unwind); // before anything is locked or marked
  t.inKernel = IN_FORK;
  t.syscalls++;
  attend();
  const error = t.trapped != 0 ? -ENOSYS : forkAllowed(); // the frames outside are gone
  const result = error < 0 ? error : chunkAdd(t, 0);
  t.inKernel = 0;
  return result;
}

/** One more chunk, for at least n bytes of records. */
export function room(n: i32): i32 {
  const t = current();
  stackProbe(t.unwind); // before anything is locked or marked
  t.inKernel = IN_FORK;
  const chunk = chunkAdd(t, n);
  if (chunk == -ENOMEM) {
    hostFault(t.tid, FAULT_NO_MEMORY, 0, 1);
    exitSelf(SIGKILL);
  }
  t.inKernel = 0;
  return chunk;
}

/** The stack is captured: makes the child, which resumes from `records`; flat memory below `low` is free. The
 *  child's pid or -errno, which `resumed` gives again. */
export function fork(flags: i32, records: i32, low: i32): i32 {
  const t = current();
  stackProbe(t.unwind); // before anything is locked or marked
  t.inKernel = IN_FORK;
  t.forked = forkNow(flags, records, low);
  attend();
  t.inKernel = 0;
  return t.forked;
}

/** The innermost frame is back: the child's pid, 0 in the child, or -errno. */
export function resumed(): i32 {
  const t = current();
  recordsDrop(t);
  return t.forked;
}

/** memory.atomic.wait32: 0 woken, 1 not equal, 2 timed out (ns < 0: never), 3 to the glue: again. */
export function wait32(ea: i32, expected: i32, ns: i64): i32 {
  return wait(ea, 4, expected, ns);
}

/** memory.atomic.wait64. */
export function wait64(ea: i32, expected: i64, ns: i64): i32 {
  return wait(ea, 8, expected, ns);
}

function wait(ea: u32, width: u32, expected: i64, ns: i64): i32 {
  const t = current();
  stackProbe(t.unwind); // before anything is locked or marked
  t.inKernel = IN_FUTEX;
  if ((ea & (width - 1)) != 0) exitSelf(SIGBUS);
  const end = ns < 0 ? -1 : hostClock(1) + <f64>ns;
  let result = frameWait(ea, width, expected, end);
  while (result == -ERESTART) {
    attend();
    result = hasAttention(t) ? WAIT_AGAIN : frameWait(ea, width, expected, end);
  }
  // What is left of the time, for the glue to wait again.
  if (result == WAIT_AGAIN) t.left = ns < 0 ? ns : <i64>Math.max(end - hostClock(1), 0);
  t.inKernel = 0;
  return result == -ETIMEDOUT ? 2 : result;
}

/** memory.atomic.notify: how many were woken. */
export function notify(ea: i32, count: i32): i32 {
  const t = current();
  stackProbe(t.unwind); // before anything is locked or marked
  t.inKernel = IN_FUTEX;
  const result = frameWake(ea, count);
  t.inKernel = 0;
  return result;
}
