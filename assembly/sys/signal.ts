// signal — system calls on signals: sending, actions, masks, waiting for them, the alternate stack.
import { SIGKILL, SIGSTOP, SIG_BLOCK, SIG_SETMASK, SIG_UNBLOCK, SI_TKILL, SI_USER } from "../abi/constants";
import { EINVAL, EPERM, ESRCH } from "../abi/errno";
import {
  KSIGACTION_BYTES,
  KSIGINFO_BYTES,
  KSIGINFO_SI_CODE,
  KSIGINFO_SI_PID,
  KSIGINFO_SI_UID,
  KSTACK_BYTES,
  KTIMESPEC_BYTES,
} from "../abi/structs";
import { RANK_TREE, acquire, release } from "../lib/lock";
import { copyIn, copyOut } from "../mm/usercopy";
import { SIGNALS, UNSTOPPABLE, actionRead, actionWrite, isIgnored } from "../task/action";
import { signalAwait } from "../task/await";
import { INIT_PID, Process, processAfter, processFind } from "../task/process";
import { maskSet, signalForget, signalPost, signalPostThread, signalsReady } from "../task/signal";
import { Thread, current, currentSpace, isInterrupted, scratch } from "../task/thread";
import { ERESTARTNOHAND, park } from "../task/wait";
import { alternateSet, alternateShow } from "./altstack";
import { treeLock } from "./life";
import { monotonicEnd, timespecLoad } from "./time";

const SET_BYTES: i32 = 8;
/** Where a second struct lies in the thread's scratch. */
const SECOND: usize = 48;

function self(): Process {
  return changetype<Process>(current().process);
}

function isSignal(signal: i32): bool {
  return <u32>signal <= <u32>SIGNALS;
}

/** Fills the ksiginfo at scratch for a signal this process sends. */
function senderFill(code: i32): usize {
  const info = scratch();
  memory.fill(info, 0, KSIGINFO_BYTES);
  store<i32>(info + KSIGINFO_SI_CODE, code);
  store<i32>(info + KSIGINFO_SI_PID, self().pid);
  store<u32>(info + KSIGINFO_SI_UID, self().uid);
  return info;
}

// ---- sending

export function sysKill(pid: i32, signal: i32): i32 {
  if (pid == i32.MIN_VALUE) return -ESRCH;
  const info = senderFill(SI_USER);
  acquire(treeLock(), RANK_TREE);
  const result =
    pid > 0 ? killOne(pid, signal, info) : killMany(pid == 0 ? self().pgid : -pid, pid == -1, signal, info);
  release(treeLock(), RANK_TREE);
  return result;
}

function killOne(pid: i32, signal: i32, info: usize): i32 {
  const process = processFind(pid);
  if (process == null) return -ESRCH;
  if (!isSignal(signal)) return -EINVAL;
  if (signal != 0) signalPost(process, signal, info);
  return 0;
}

function killMany(pgid: i32, all: bool, signal: i32, info: usize): i32 {
  let sent = 0;
  let next = processAfter(INIT_PID);
  while (next != null) {
    const p: Process = next;
    next = processAfter(p.pid);
    if (all ? p == self() : p.pgid != pgid) continue;
    if (!isSignal(signal)) return -EINVAL;
    sent++;
    if (signal != 0) signalPost(p, signal, info);
  }
  return sent == 0 ? -ESRCH : 0;
}

export function sysTgkill(tgid: i32, tid: i32, signal: i32): i32 {
  if (tgid <= 0 || tid <= 0) return -EINVAL;
  return threadKill(tgid, tid, signal, senderFill(SI_TKILL));
}

export function sysTkill(tid: i32, signal: i32): i32 {
  if (tid <= 0) return -EINVAL;
  return threadKill(tid, tid, signal, senderFill(SI_TKILL));
}

function threadKill(tgid: i32, tid: i32, signal: i32, info: usize): i32 {
  acquire(treeLock(), RANK_TREE);
  const process = processFind(tgid);
  let result = process == null || tid != tgid ? -ESRCH : isSignal(signal) ? 0 : -EINVAL;
  if (result == 0 && signal != 0 && process!.threads != 0) {
    result = signalPostThread(changetype<Thread>(process!.threads), signal, info);
  }
  release(treeLock(), RANK_TREE);
  return result;
}

/** Copies a siginfo in for sigqueue. 0, -EFAULT, or -EPERM: only the kernel and kill() may sign so. */
function infoCopyIn(pid: i32, info: i32): i32 {
  const error = copyIn(currentSpace(), scratch(), info, KSIGINFO_BYTES);
  if (error < 0) return error;
  const code = load<i32>(scratch() + KSIGINFO_SI_CODE);
  return (code >= 0 || code == SI_TKILL) && pid != self().pid ? -EPERM : 0;
}

export function sysRtSigqueueinfo(pid: i32, signal: i32, info: i32): i32 {
  const error = infoCopyIn(pid, info);
  if (error < 0) return error;
  acquire(treeLock(), RANK_TREE);
  const process = processFind(pid);
  let result = process == null || pid <= 0 ? -ESRCH : isSignal(signal) ? 0 : -EINVAL;
  if (result == 0 && signal != 0) result = signalPost(process!, signal, scratch());
  release(treeLock(), RANK_TREE);
  return result;
}

export function sysRtTgsigqueueinfo(tgid: i32, tid: i32, signal: i32, info: i32): i32 {
  if (tgid <= 0 || tid <= 0) return -EINVAL;
  const error = infoCopyIn(tgid, info);
  return error < 0 ? error : threadKill(tgid, tid, signal, scratch());
}

// ---- actions and masks

export function sysRtSigaction(signal: i32, action: i32, old: i32): i32 {
  const change = scratch();
  const before = scratch() + SECOND;
  if (action != 0) {
    const error = copyIn(currentSpace(), change, action, KSIGACTION_BYTES);
    if (error < 0) return error;
  }
  if (signal < 1 || signal > SIGNALS) return -EINVAL;
  if (action != 0 && (signal == SIGKILL || signal == SIGSTOP)) return -EINVAL;
  acquire(treeLock(), RANK_TREE);
  actionRead(self(), signal, before);
  let result = action == 0 ? 0 : actionWrite(self(), signal, change);
  if (action != 0 && isIgnored(self(), signal)) {
    signalForget(self(), signal);
    maskSet(current(), current().mask);
  }
  release(treeLock(), RANK_TREE);
  if (result == 0 && old != 0) result = copyOut(currentSpace(), old, before, KSIGACTION_BYTES);
  return result;
}

export function sysRtSigprocmask(how: i32, set: i32, old: i32, size: i32): i32 {
  if (size != SET_BYTES) return -EINVAL;
  const t = current();
  const before = t.mask;
  if (set != 0) {
    const error = copyIn(currentSpace(), scratch(), set, SET_BYTES);
    if (error < 0) return error;
    const bits = load<i64>(scratch()) & ~UNSTOPPABLE;
    let mask = bits;
    if (how == SIG_BLOCK) mask = before | bits;
    else if (how == SIG_UNBLOCK) mask = before & ~bits;
    else if (how != SIG_SETMASK) return -EINVAL;
    acquire(treeLock(), RANK_TREE);
    maskSet(t, mask);
    release(treeLock(), RANK_TREE);
  }
  if (old == 0) return 0;
  store<i64>(scratch(), before);
  return copyOut(currentSpace(), old, scratch(), SET_BYTES);
}

export function sysRtSigpending(set: i32, size: i32): i32 {
  if (<u32>size > <u32>SET_BYTES) return -EINVAL;
  const t = current();
  acquire(treeLock(), RANK_TREE);
  store<i64>(scratch(), signalsReady(t, 0) & t.mask);
  release(treeLock(), RANK_TREE);
  return copyOut(currentSpace(), set, scratch(), size);
}

// ---- waiting

export function sysRtSigsuspend(set: i32, size: i32): i32 {
  if (size != SET_BYTES) return -EINVAL;
  const t = current();
  const error = copyIn(currentSpace(), scratch(), set, SET_BYTES);
  if (error < 0) return error;
  acquire(treeLock(), RANK_TREE);
  t.savedMask = t.mask;
  t.isSuspended = 1;
  maskSet(t, load<i64>(scratch()) & ~UNSTOPPABLE);
  release(treeLock(), RANK_TREE);
  while (!isInterrupted(t)) park(-1);
  return -ERESTARTNOHAND;
}

export function sysRtSigtimedwait(set: i32, info: i32, timeout: i32, size: i32): i32 {
  if (size != SET_BYTES) return -EINVAL;
  let error = copyIn(currentSpace(), scratch(), set, SET_BYTES);
  if (error < 0) return error;
  const wanted = load<i64>(scratch());
  let deadline: f64 = -1;
  if (timeout != 0) {
    error = copyIn(currentSpace(), scratch(), timeout, KTIMESPEC_BYTES);
    if (error < 0) return error;
    const span = timespecLoad(scratch());
    if (span < 0) return -EINVAL;
    deadline = span == 0 ? 0 : monotonicEnd(1, span, false);
  }
  const signal = signalAwait(wanted, scratch(), deadline);
  if (signal < 0 || info == 0) return signal;
  error = copyOut(currentSpace(), info, scratch(), KSIGINFO_BYTES);
  return error < 0 ? error : signal;
}

// ---- the alternate stack

export function sysSigaltstack(stack: i32, old: i32, sp: i32): i32 {
  const t = current();
  const change = scratch();
  const before = scratch() + SECOND;
  if (stack != 0) {
    const error = copyIn(currentSpace(), change, stack, KSTACK_BYTES);
    if (error < 0) return error;
  }
  alternateShow(t, before, sp);
  const result = stack == 0 ? 0 : alternateSet(t, change, sp);
  if (result < 0 || old == 0) return result;
  return copyOut(currentSpace(), old, before, KSTACK_BYTES);
}
