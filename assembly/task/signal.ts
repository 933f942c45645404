// signal — sending signals, and choosing the next one to be taken.
import {
  CLD_CONTINUED,
  CLD_STOPPED,
  SIGBUS,
  SIGCHLD,
  SIGCONT,
  SIGFPE,
  SIGILL,
  SIGKILL,
  SIGSEGV,
  SIGSTOP,
  SIGSYS,
  SIGTRAP,
  SIGTSTP,
  SIGTTIN,
  SIGTTOU,
  SI_USER,
} from "../abi/constants";
import {
  KSIGINFO_BYTES,
  KSIGINFO_SI_ADDR,
  KSIGINFO_SI_CODE,
  KSIGINFO_SI_PID,
  KSIGINFO_SI_SIGNO,
  KSIGINFO_SI_STATUS,
  KSIGINFO_SI_UID,
} from "../abi/structs";
import { slabAlloc, slabFree } from "../mm/slab";
import { actionHandler, isCaught, isIgnored, isStop, SIG_IGN, wantsStops } from "./action";
import { unpark } from "./cpu";
import { Pending, pendingAdd, pendingDrop, pendingTake, signalBit } from "./pending";
import { ALIVE, INIT_PID, Process, STOPPED, ZOMBIE, initProcess } from "./process";
import { ATTN_KILL, ATTN_SIGNAL, Thread, attentionClear, attentionSet } from "./thread";
import { wakeAll } from "./wait";

// A signal is added to the pending ones of a process (or of one thread); a thread that does not block it is
// told by ATTN_SIGNAL, and takes it on its way out of the kernel (sys/deliver.ts). What has an effect at
// once: SIGKILL; SIGCONT continues and drops pending stops, a stop drops pending SIGCONTs.
// Conditions of everything here: treeLock.

const STOPS: i64 =
  ((<i64>1) << (SIGSTOP - 1)) |
  ((<i64>1) << (SIGTSTP - 1)) |
  ((<i64>1) << (SIGTTIN - 1)) |
  ((<i64>1) << (SIGTTOU - 1));
/** What an instruction of the thread itself causes: taken before all others. */
const SYNCHRONOUS: i64 =
  ((<i64>1) << (SIGSEGV - 1)) |
  ((<i64>1) << (SIGBUS - 1)) |
  ((<i64>1) << (SIGILL - 1)) |
  ((<i64>1) << (SIGTRAP - 1)) |
  ((<i64>1) << (SIGFPE - 1)) |
  ((<i64>1) << (SIGSYS - 1));

export function processPending(process: Process): Pending {
  return changetype<Pending>(changetype<usize>(process) + offsetof<Process>("pendingSet"));
}

export function threadPending(t: Thread): Pending {
  return changetype<Pending>(changetype<usize>(t) + offsetof<Thread>("pendingSet"));
}

function firstThread(process: Process): usize {
  return process.threads;
}

/** Tells the parent of `process` that something is to be waited for. */
export function parentNotify(process: Process): void {
  if (process.parent != 0) wakeAll(process.parent + offsetof<Process>("childWait"));
}

/** Sends `signal` (1..64) to a process; `info` is the ka of a ksiginfo, or 0. 0, or -EAGAIN: the queue of a
 *  real-time signal is full. Init takes none. */
export function signalPost(process: Process, signal: i32, info: usize): i32 {
  return post(process, processPending(process), 0, signal, info, 0);
}

/** Sends it to one thread. */
export function signalPostThread(t: Thread, signal: i32, info: usize): i32 {
  return post(changetype<Process>(t.process), threadPending(t), changetype<usize>(t), signal, info, 0);
}

/** Sends a timer's signal. */
export function signalPostTimer(process: Process, signal: i32, info: usize, timer: usize): i32 {
  return post(process, processPending(process), 0, signal, info, timer);
}

function post(process: Process, to: Pending, t: usize, signal: i32, info: usize, timer: usize): i32 {
  if (process.state == ZOMBIE || process.exiting != 0 || process.pid == INIT_PID) return 0;
  if (signal == SIGKILL) {
    signalKill(process);
    return 0;
  }
  if (signal == SIGCONT) {
    dropEverywhere(process, STOPS);
    signalContinue(process);
  } else if (isStop(signal)) dropEverywhere(process, signalBit(SIGCONT));
  if (isIgnored(process, signal) && !isBlocked(process, t, signal)) return 0;
  const error = pendingAdd(to, signal, info, timer);
  if (error < 0) return error;
  wakeAll(changetype<usize>(process) + offsetof<Process>("signalWait"));
  tell(process, t, signal);
  return 0;
}

/** Is it blocked by the thread it is for, or by every thread? */
function isBlocked(process: Process, t: usize, signal: i32): bool {
  if (t != 0) return (changetype<Thread>(t).mask & signalBit(signal)) != 0;
  for (let ka = firstThread(process); ka != 0; ka = changetype<Thread>(ka).processNext) {
    if ((changetype<Thread>(ka).mask & signalBit(signal)) == 0) return false;
  }
  return true;
}

/** Wakes the thread it is for, or one that does not block it. */
function tell(process: Process, only: usize, signal: i32): void {
  for (let ka = firstThread(process); ka != 0; ka = changetype<Thread>(ka).processNext) {
    const t = changetype<Thread>(ka);
    if ((only != 0 && only != ka) || (t.mask & signalBit(signal)) != 0) continue;
    attentionSet(t, ATTN_SIGNAL);
    unpark(t);
    return;
  }
}

function dropEverywhere(process: Process, set: i64): void {
  pendingDrop(processPending(process), set);
  for (let ka = firstThread(process); ka != 0; ka = changetype<Thread>(ka).processNext) {
    pendingDrop(threadPending(changetype<Thread>(ka)), set);
  }
}

/** The process dies now, whatever it does. */
function signalKill(process: Process): void {
  process.fatal = SIGKILL;
  for (let ka = firstThread(process); ka != 0; ka = changetype<Thread>(ka).processNext) {
    attentionSet(changetype<Thread>(ka), ATTN_KILL);
    unpark(changetype<Thread>(ka));
  }
  wakeAll(changetype<usize>(process) + offsetof<Process>("stopWait"));
}

/** The process has stopped: its parent is told. */
export function signalStopped(process: Process, signal: i32): void {
  process.state = STOPPED;
  process.stopSignal = signal;
  process.stopNews = 1;
  process.continueNews = 0;
  childTell(process, CLD_STOPPED, signal);
}

function signalContinue(process: Process): void {
  if (process.state != STOPPED) return;
  process.state = ALIVE;
  process.stopNews = 0;
  process.continueNews = 1;
  wakeAll(changetype<usize>(process) + offsetof<Process>("stopWait"));
  childTell(process, CLD_CONTINUED, SIGCONT);
}

/** A child stopped or went on. */
function childTell(process: Process, code: i32, status: i32): void {
  if (process.parent == 0) return;
  const parent = changetype<Process>(process.parent);
  if (wantsStops(parent)) childSignal(parent, process, code, status);
  parentNotify(process);
}

/** SIGCHLD to `parent`, with what became of `child`. */
export function childSignal(parent: Process, child: Process, code: i32, status: i32): void {
  if (parent == initProcess() || actionHandler(parent, SIGCHLD) == SIG_IGN) return;
  const info = infoFrom(child, code);
  if (info != 0) store<i32>(info + KSIGINFO_SI_STATUS, status);
  signalPost(parent, SIGCHLD, info);
  if (info != 0) slabFree(info, KSIGINFO_BYTES);
}

/** A ksiginfo that names its sender, to be freed by the caller; 0 when memory is short. */
function infoFrom(sender: Process, code: i32): usize {
  const info = slabAlloc(KSIGINFO_BYTES);
  if (info == 0) return 0;
  store<i32>(info + KSIGINFO_SI_CODE, code);
  store<i32>(info + KSIGINFO_SI_PID, sender.pid);
  store<u32>(info + KSIGINFO_SI_UID, sender.uid);
  return info;
}

/** SIGPIPE: the thread's own doing, as if it had sent it itself. */
export function signalOwn(t: Thread, signal: i32): void {
  const info = infoFrom(changetype<Process>(t.process), SI_USER);
  signalPostThread(t, signal, info);
  if (info != 0) slabFree(info, KSIGINFO_BYTES);
}

/** An instruction of the thread caused `signal`. True: its handler is to run; false: the process must die. */
export function signalForce(t: Thread, signal: i32, code: i32, addr: u32): bool {
  const process = changetype<Process>(t.process);
  if (!isCaught(process, signal) || (t.mask & signalBit(signal)) != 0) return false;
  const info = slabAlloc(KSIGINFO_BYTES);
  if (info == 0) return false;
  store<i32>(info + KSIGINFO_SI_SIGNO, signal);
  store<i32>(info + KSIGINFO_SI_CODE, code);
  store<u32>(info + KSIGINFO_SI_ADDR, addr);
  pendingDrop(threadPending(t), signalBit(signal));
  pendingAdd(threadPending(t), signal, info, 0);
  slabFree(info, KSIGINFO_BYTES);
  attentionSet(t, ATTN_SIGNAL);
  return true;
}

/** Signals the thread could take, were `mask` its mask. */
export function signalsReady(t: Thread, mask: i64): i64 {
  return (t.pendingSet | changetype<Process>(t.process).pendingSet) & ~mask;
}

/** The signal to be taken next, of those outside `mask`; 0: none. The thread's own come first, and of these
 *  what its instructions caused; then the lowest number. */
export function signalNext(t: Thread, mask: i64): i32 {
  let ready = t.pendingSet & ~mask;
  if ((ready & SYNCHRONOUS) != 0) ready &= SYNCHRONOUS;
  if (ready == 0) ready = changetype<Process>(t.process).pendingSet & ~mask;
  return ready == 0 ? 0 : <i32>ctz(ready) + 1;
}

/** Is a signal pending that will end the thread's process? */
export function isDoomed(t: Thread): bool {
  const process = changetype<Process>(t.process);
  if (process.fatal != 0) return true;
  for (let ready = signalsReady(t, t.mask); ready != 0; ready &= ready - 1) {
    const signal = <i32>ctz(ready) + 1;
    if (!isCaught(process, signal) && !isIgnored(process, signal) && !isStop(signal)) return true;
  }
  return false;
}

/** Takes `signal`, which signalNext has named, into the ksiginfo at `info`. */
export function signalTakeInfo(t: Thread, signal: i32, info: usize): void {
  const own = (t.pendingSet & signalBit(signal)) != 0;
  pendingTake(own ? threadPending(t) : processPending(changetype<Process>(t.process)), signal, info);
}

/** Sets the thread's mask, and its attention by what it no longer blocks. */
export function maskSet(t: Thread, mask: i64): void {
  t.mask = mask;
  if (signalsReady(t, mask) != 0) attentionSet(t, ATTN_SIGNAL);
  else attentionClear(t, ATTN_SIGNAL);
}

/** The signal's action is to ignore it now: what is pending of it goes. */
export function signalForget(process: Process, signal: i32): void {
  dropEverywhere(process, signalBit(signal));
}

/** Everything pending goes: the process ends. */
export function signalsEnd(process: Process): void {
  dropEverywhere(process, -1);
}
