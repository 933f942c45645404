// pending — signals that wait to be taken: a set, and a queue of what is known about each.
import { SI_KERNEL, SI_USER } from "../abi/constants";
import { EAGAIN } from "../abi/errno";
import { KSIGINFO_BYTES, KSIGINFO_SI_CODE, KSIGINFO_SI_SIGNO, KSIGINFO_SI_UID } from "../abi/structs";
import { slabAlloc, slabFree } from "../mm/slab";
import { Timer } from "./timer";

/** Below it a signal is pending once, however often it was sent. */
export const SIGRTMIN: i32 = 32;
/** RLIMIT_SIGPENDING: how many may be queued for one process or thread. */
export const QUEUE_MAX: i32 = 4096;

// The pending signals of a process or of a thread. Everything here: treeLock.
@unmanaged export class Pending {
  set: i64; // bit n-1: signal n
  head: usize; // Queued, oldest first
  count: i32;
}

/** One signal in a queue; the ksiginfo follows the header. */
@unmanaged class Queued {
  next: usize;
  timer: usize; // Timer whose signal this is; 0: of none
}
const HEADER: usize = 8;
if (offsetof<Queued>() != HEADER) ERROR("Queued is two words");
const QUEUED_BYTES: u32 = <u32>HEADER + KSIGINFO_BYTES;

// @ts-expect-error: AssemblyScript's top-level decorator
@inline export function signalBit(signal: i32): i64 {
  return (<i64>1) << (signal - 1);
}

/** Adds a signal with the ksiginfo at `info` (0: the kernel's own). A standard signal that is pending already
 *  keeps its first siginfo, but each timer's is its own. When the queue is full, one is pending without
 *  siginfo, unless it is a real-time signal that kill() did not send: -EAGAIN, and it was not added. */
export function pendingAdd(pending: Pending, signal: i32, info: usize, timer: usize): i32 {
  const isOnce = signal < SIGRTMIN && timer == 0;
  if (isOnce && (pending.set & signalBit(signal)) != 0) return 0;
  const ka: usize = pending.count < QUEUE_MAX ? slabAlloc(QUEUED_BYTES) : 0;
  if (ka == 0) {
    const isKill = info == 0 || load<i32>(info + KSIGINFO_SI_CODE) == SI_USER;
    if (signal >= SIGRTMIN && !isKill) return -EAGAIN;
    pending.set |= signalBit(signal); // without siginfo
    return 0;
  }
  changetype<Queued>(ka).timer = timer;
  if (timer != 0) changetype<Timer>(timer).queued = 1;
  if (info != 0) memory.copy(ka + HEADER, info, KSIGINFO_BYTES);
  else store<i32>(ka + HEADER + KSIGINFO_SI_CODE, SI_KERNEL);
  store<i32>(ka + HEADER + KSIGINFO_SI_SIGNO, signal);
  let link = changetype<usize>(pending) + offsetof<Pending>("head");
  while (load<usize>(link) != 0) link = load<usize>(link);
  store<usize>(link, ka);
  pending.count++;
  pending.set |= signalBit(signal);
  return 0;
}

/** Takes the oldest of `signal`, which is pending, into the ksiginfo at `info`. */
export function pendingTake(pending: Pending, signal: i32, info: usize): void {
  memory.fill(info, 0, KSIGINFO_BYTES);
  store<i32>(info + KSIGINFO_SI_SIGNO, signal);
  const link = find(pending, signal);
  const ka = load<usize>(link);
  if (ka != 0) {
    memory.copy(info, ka + HEADER, KSIGINFO_BYTES);
    const timer = changetype<Queued>(ka).timer;
    if (timer != 0) store<i32>(info + KSIGINFO_SI_UID, changetype<Timer>(timer).overrunTake());
    remove(pending, link);
  }
  if (load<usize>(find(pending, signal)) == 0) pending.set &= ~signalBit(signal);
}

/** Drops every signal of `set`. */
export function pendingDrop(pending: Pending, set: i64): void {
  pending.set &= ~set;
  let link = changetype<usize>(pending) + offsetof<Pending>("head");
  while (load<usize>(link) != 0) {
    const signal = load<i32>(load<usize>(link) + HEADER + KSIGINFO_SI_SIGNO);
    if ((set & signalBit(signal)) == 0) {
      link = load<usize>(link);
      continue;
    }
    const timer = changetype<Queued>(load<usize>(link)).timer;
    if (timer != 0) changetype<Timer>(timer).overrunTake();
    remove(pending, link);
  }
}

/** The timer is about to be freed: no queued signal may name it. */
export function pendingForget(pending: Pending, timer: usize): void {
  for (let ka = pending.head; ka != 0; ka = changetype<Queued>(ka).next) {
    if (changetype<Queued>(ka).timer == timer) changetype<Queued>(ka).timer = 0;
  }
}

/** The link to the oldest queued `signal`, or the last link. */
function find(pending: Pending, signal: i32): usize {
  let link = changetype<usize>(pending) + offsetof<Pending>("head");
  while (load<usize>(link) != 0) {
    if (load<i32>(load<usize>(link) + HEADER + KSIGINFO_SI_SIGNO) == signal) break;
    link = load<usize>(link);
  }
  return link;
}

function remove(pending: Pending, link: usize): void {
  const ka = load<usize>(link);
  store<usize>(link, changetype<Queued>(ka).next);
  pending.count--;
  slabFree(ka, QUEUED_BYTES);
}

/** For tests: is each queued signal in the set, its timer told, and the count right? */
export function pendingCheck(pending: Pending): bool {
  let count = 0;
  for (let ka = pending.head; ka != 0; ka = changetype<Queued>(ka).next) {
    const timer = changetype<Queued>(ka).timer;
    if (timer != 0 && changetype<Timer>(timer).queued == 0) return false;
    if ((pending.set & signalBit(load<i32>(ka + HEADER + KSIGINFO_SI_SIGNO))) == 0) return false;
    count++;
  }
  return count == pending.count;
}
