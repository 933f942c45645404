// trap — the doors a guest comes in by: system calls, faults, safepoints, memory.grow, futexes, fork.
import { SIGBUS, SIGKILL, SIGSEGV } from "../abi/constants";
import { ETIMEDOUT } from "../abi/errno";
import { frameWait, frameWake } from "../ipc/futex";
import { hostFault, stackProbe } from "../lib/host";
import { FAULT_NO_MEMORY, faultResolve } from "../mm/fault";
import { PAGE_MASK } from "../mm/layout";
import { Space } from "../mm/space";
import { flatExtend } from "../task/flat";
import { current, currentSpace, hasAttention } from "../task/thread";
import { ERESTART } from "../task/wait";
import { dispatch } from "./dispatch";
import { attend, exitSelf, forkAllowed, forkNow } from "./life";

const IN_FAULT: i32 = 10001;
const IN_SAFEPOINT: i32 = 10002;
const IN_FORK: i32 = 10003;
const IN_FUTEX: i32 = 10004;

/** A system call: >= 0, a negative errno, or (mmap, shmat) an address. */
export function trap(nr: i32, a0: i32, a1: i32, a2: i32, a3: i32, a4: i32, a5: i32): i32 {
  const t = current();
  stackProbe(t.unwind); // before anything is locked or marked
  t.inKernel = nr + 1;
  t.syscalls++;
  let result = dispatch(nr, a0, a1, a2, a3, a4, a5);
  while (result == -ERESTART || hasAttention(t)) {
    attend();
    if (result != -ERESTART) break;
    result = dispatch(nr, a0, a1, a2, a3, a4, a5);
  }
  t.inKernel = 0;
  return result;
}

/** A walk found no entry that allows the access: the ka of `ea`, or the process dies of SIGSEGV. */
export function fault(ea: i32, write: i32): i32 {
  const t = current();
  stackProbe(t.unwind); // before anything is locked or marked
  t.inKernel = IN_FAULT;
  t.faults++;
  const frame = faultResolve(changetype<Space>(t.space), ea, write != 0);
  if (frame < 0 && frame > -16) {
    hostFault(t.tid, frame, ea, write);
    exitSelf(frame == FAULT_NO_MEMORY ? SIGKILL : SIGSEGV);
  }
  t.inKernel = 0;
  return frame | (ea & PAGE_MASK);
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

/** Before the stack is captured: 0, or -errno and fork fails at once. */
export function forkBegin(flags: i32): i32 {
  const t = current();
  stackProbe(t.unwind); // before anything is locked or marked
  t.inKernel = IN_FORK;
  attend();
  t.inKernel = 0;
  return forkAllowed();
}

/** The stack is captured: the child's pid or -errno. */
export function fork(flags: i32, bufEnd: i32, highStart: i32): i32 {
  const t = current();
  stackProbe(t.unwind); // before anything is locked or marked
  t.inKernel = IN_FORK;
  t.syscalls++;
  const result = forkNow(flags, bufEnd, highStart);
  attend();
  t.inKernel = 0;
  return result;
}

/** memory.atomic.wait32: 0 woken, 1 not equal, 2 timed out (ns < 0: never). */
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
  let result = frameWait(ea, width, expected, ns);
  while (result == -ERESTART) {
    attend();
    result = frameWait(ea, width, expected, ns);
  }
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
