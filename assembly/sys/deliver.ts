// deliver — how a thread takes its signals on the way out of the kernel: default actions here, handlers by
// the glue in the guest's module.
import { SA_NODEFER, SA_ONSTACK, SA_RESETHAND, SA_RESTART, SIGSEGV, SIGSTOP } from "../abi/constants";
import { EINTR } from "../abi/errno";
import { KUCONTEXT_BYTES, KUCONTEXT_UC_MASK, KUCONTEXT_UC_SP, KUCONTEXT_UC_SS_SP } from "../abi/structs";
import { RANK_TREE, acquire, release } from "../lib/lock";
import { slabAlloc, slabFree } from "../mm/slab";
import { copyIn, copyOut } from "../mm/usercopy";
import {
  UNSTOPPABLE,
  actionFlags,
  actionHandler,
  actionMask,
  actionReset,
  isCaught,
  isIgnored,
  isStop,
} from "../task/action";
import { isOrphaned } from "../task/group";
import { signalBit } from "../task/pending";
import { Process, STOPPED } from "../task/process";
import { maskSet, signalForce, signalNext, signalStopped, signalTakeInfo } from "../task/signal";
import {
  ATTN_KILL,
  ATTN_SIGNAL,
  ATTN_YIELD,
  Thread,
  attentionClear,
  current,
  currentSpace,
  hasAttention,
  scratch,
} from "../task/thread";
import { ERESTART, ERESTARTNOHAND, sleepFirmly, yieldCpu } from "../task/wait";
import { alternateKeep, alternateSet, isOnAlternate } from "./altstack";
import { dispatch } from "./dispatch";
import { exitSelf, treeLock } from "./life";

/** A leaf function may use so many bytes below the C stack pointer. */
const RED_ZONE: u32 = 128;
/** A siginfo_t, whose first part is a ksiginfo, then a ucontext. */
const SIGINFO_BYTES: u32 = 128;
const FRAME_BYTES: u32 = SIGINFO_BYTES + KUCONTEXT_BYTES;

/** Acts on the thread's attention word: dies, stops until continued, lets others run. A signal that is caught
 *  stays pending, and ATTN_SIGNAL set. Conditions: nothing locked. */
export function attend(): void {
  const t = current();
  while (hasAttention(t)) {
    if ((t.attention & ATTN_KILL) != 0) exitSelf(changetype<Process>(t.process).fatal);
    if ((t.attention & ATTN_YIELD) != 0) {
      attentionClear(t, ATTN_YIELD);
      yieldCpu();
    }
    if ((t.attention & ATTN_SIGNAL) != 0 && defaultsTake(t)) return;
  }
}

/** Takes the signals whose action is the default one, or none. True: a caught one comes next. */
function defaultsTake(t: Thread): bool {
  const process = changetype<Process>(t.process);
  acquire(treeLock(), RANK_TREE);
  let signal = 0;
  while (true) {
    signal = signalNext(t, t.mask);
    if (signal == 0) {
      attentionClear(t, ATTN_SIGNAL);
      break;
    }
    if (isCaught(process, signal)) break;
    signalTakeInfo(t, signal, scratch());
    if (isIgnored(process, signal)) continue;
    if (!isStop(signal)) break;
    if (signal == SIGSTOP || !isOrphaned(process.pgid)) stopSelf(process, signal);
    if (process.fatal != 0) break;
  }
  const fatal = signal != 0 && !isCaught(process, signal) && !isStop(signal);
  release(treeLock(), RANK_TREE);
  if (fatal) exitSelf(signal);
  return signal != 0 && process.fatal == 0;
}

/** Conditions: treeLock, given up while the process is stopped. */
function stopSelf(process: Process, signal: i32): void {
  signalStopped(process, signal);
  while (process.state == STOPPED && process.fatal == 0) {
    sleepFirmly(changetype<usize>(process) + offsetof<Process>("stopWait"), treeLock(), RANK_TREE);
  }
}

/** May the interrupted call be made again? */
export function isRestart(result: i32): bool {
  return result == -ERESTART || result == -ERESTARTNOHAND;
}

/** The end of a system call that was interrupted, or that finds something to attend to: its result.
 *  -ERESTART: the glue runs handlers and makes the call again, as it stands in struct attention. */
export function callEnd(
  t: Thread,
  interrupted: i32,
  nr: i32,
  a0: i32,
  a1: i32,
  a2: i32,
  a3: i32,
  a4: i32,
  a5: i32,
): i32 {
  let result = interrupted;
  while (true) {
    attend();
    if (!isRestart(result)) break;
    if ((t.attention & ATTN_SIGNAL) != 0) {
      const restarts = result == -ERESTART && handlerRestarts(t);
      if (restarts) callKeep(t, nr, a0, a1, a2, a3, a4, a5);
      else t.sleepEnd = 0;
      return restarts ? -ERESTART : -EINTR;
    }
    suspendUndo(t);
    result = dispatch(nr, a0, a1, a2, a3, a4, a5);
    if (!isRestart(result) && !hasAttention(t)) break;
  }
  return result;
}

/** Has the handler that runs next SA_RESTART? */
function handlerRestarts(t: Thread): bool {
  acquire(treeLock(), RANK_TREE);
  const signal = signalNext(t, t.mask);
  const flags = signal == 0 ? SA_RESTART : actionFlags(changetype<Process>(t.process), signal);
  release(treeLock(), RANK_TREE);
  return (flags & SA_RESTART) != 0;
}

function callKeep(t: Thread, nr: i32, a0: i32, a1: i32, a2: i32, a3: i32, a4: i32, a5: i32): void {
  t.restart0 = nr;
  t.restart1 = a0;
  t.restart2 = a1;
  t.restart3 = a2;
  t.restart4 = a3;
  t.restart5 = a4;
  t.restart6 = a5;
}

/** sigsuspend was interrupted by nothing that is caught: the former mask is back until it is made again. */
function suspendUndo(t: Thread): void {
  if (t.isSuspended == 0) return;
  acquire(treeLock(), RANK_TREE);
  t.isSuspended = 0;
  maskSet(t, t.savedMask);
  release(treeLock(), RANK_TREE);
}

// ---- handlers

/** Takes the next caught signal for the glue: its handler (an index of the guest's table), 0 when there is
 *  none. `sp` is the C stack pointer. What the glue needs besides is left in struct attention. */
export function handlerNext(t: Thread, sp: u32): i32 {
  while (true) {
    attend();
    if ((t.attention & ATTN_SIGNAL) == 0) {
      if (t.isSuspended == 0) return 0;
      suspendUndo(t); // what interrupted sigsuspend has been dropped since
      continue;
    }
    const frame = slabAlloc(FRAME_BYTES);
    if (frame == 0) return 0; // it stays pending
    const handler = handlerTake(t, sp, frame);
    const error = handler == 0 ? 0 : copyOut(currentSpace(), t.info, frame, FRAME_BYTES);
    const before = load<i64>(frame + SIGINFO_BYTES + KUCONTEXT_UC_MASK);
    slabFree(frame, FRAME_BYTES);
    if (error < 0) stackBad(t, before);
    else if (handler != 0) return handler;
  }
}

/** The handler's frame cannot be written: SIGSEGV, whose own handler may have a better stack, with the mask
 *  as it was. */
function stackBad(t: Thread, mask: i64): void {
  acquire(treeLock(), RANK_TREE);
  maskSet(t, mask);
  const caught = t.signal != SIGSEGV && signalForce(t, SIGSEGV, 1, t.stack);
  release(treeLock(), RANK_TREE);
  if (!caught) exitSelf(SIGSEGV);
}

/** Takes the signal and fills the frame at the ka `frame`. The handler; 0: it is no longer there. */
function handlerTake(t: Thread, sp: u32, frame: usize): i32 {
  const process = changetype<Process>(t.process);
  acquire(treeLock(), RANK_TREE);
  const signal = signalNext(t, t.mask);
  const handler = signal != 0 && isCaught(process, signal) ? actionHandler(process, signal) : 0;
  if (handler != 0) {
    signalTakeInfo(t, signal, frame);
    const flags = actionFlags(process, signal);
    const before = t.isSuspended != 0 ? t.savedMask : t.mask;
    t.isSuspended = 0;
    framePlace(t, sp, signal, flags);
    frameFill(t, sp, frame, before);
    const own = (flags & SA_NODEFER) != 0 ? 0 : signalBit(signal);
    maskSet(t, (t.mask | actionMask(process, signal) | own) & ~UNSTOPPABLE);
    if ((flags & SA_RESETHAND) != 0) actionReset(process, signal);
  }
  release(treeLock(), RANK_TREE);
  return handler;
}

/** Chooses the stack: the alternate one when the action says so, else the current. */
function framePlace(t: Thread, sp: u32, signal: i32, flags: i32): void {
  const moves = (flags & SA_ONSTACK) != 0 && t.stackSize != 0 && !isOnAlternate(t, sp);
  const top = moves ? t.stackStart + t.stackSize : sp - RED_ZONE;
  const bottom = (top - FRAME_BYTES) & ~15;
  t.signal = signal;
  // An alternate stack that is full must not be left at its lower end.
  t.info = t.stack = isOnAlternate(t, sp) && !isOnAlternate(t, bottom) ? 0 : bottom;
  t.context = t.info + SIGINFO_BYTES;
}

/** The ucontext: the mask that comes back, the alternate stack, where the C stack was. */
function frameFill(t: Thread, sp: u32, frame: usize, mask: i64): void {
  const ka = frame + SIGINFO_BYTES;
  store<u32>(ka + KUCONTEXT_UC_SP, sp);
  store<i64>(ka + KUCONTEXT_UC_MASK, mask);
  alternateKeep(t, ka + KUCONTEXT_UC_SS_SP);
}

/** The handler whose ucontext lies at `context` has returned: mask and alternate stack come back. */
export function handlerEnd(t: Thread, context: u32): void {
  const ka = scratch();
  if (copyIn(currentSpace(), ka, context, KUCONTEXT_UC_MASK + 8) < 0) exitSelf(SIGSEGV);
  alternateSet(t, ka + KUCONTEXT_UC_SS_SP, load<u32>(ka + KUCONTEXT_UC_SP)); // in use, it stays
  acquire(treeLock(), RANK_TREE);
  maskSet(t, load<i64>(ka + KUCONTEXT_UC_MASK) & ~UNSTOPPABLE);
  release(treeLock(), RANK_TREE);
}
