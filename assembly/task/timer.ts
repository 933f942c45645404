// timer — alarms, interval timers, POSIX timers and timerfds: one list by time, run by the ticker.
import { ITIMER_VIRTUAL, SIGALRM, SIGPROF, SIGVTALRM, SI_TIMER } from "../abi/constants";
import { KSIGINFO_BYTES, KSIGINFO_SI_CODE, KSIGINFO_SI_PID, KSIGINFO_SI_VALUE } from "../abi/structs";
import { bellRing } from "../lib/bell";
import { hostClock } from "../lib/host";
import { RANK_TREE, acquire, release } from "../lib/lock";
import { Machine, machine, machineWord } from "../mm/layout";
import { slabAlloc, slabFree } from "../mm/slab";
import { QUEUE_MAX, pendingForget } from "./pending";
import { Process, TREE_LOCK } from "./process";
import { processPending, signalPost, signalPostTimer } from "./signal";
import { wakeAll } from "./wait";

/** What an expiry does. */
export const TIMER_ALARM: i32 = 0; // SIGALRM: alarm, setitimer(ITIMER_REAL)
export const TIMER_SIGNAL: i32 = 1; // a POSIX timer's signal
export const TIMER_SILENT: i32 = 2; // a POSIX timer with SIGEV_NONE
export const TIMER_FILE: i32 = 3; // counts, for a timerfd

/** POSIX timers of one process. */
const TIMERS_MAX: i32 = QUEUE_MAX;
/** The ticker sleeps at least so long between expiries, so that no interval keeps it from all else. */
const SLACK_NS: f64 = 5e4;
/** DELAYTIMER_MAX. */
const OVERRUN_MAX: i32 = 0x7fffffff;

// Everything: treeLock.
@unmanaged export class Timer {
  at: f64; // CLOCK_MONOTONIC, ns, when it expires next; 0: not armed
  interval: f64; // ns, 0: once
  count: i64; // expiries nobody has read (TIMER_FILE)
  next: usize; // machine.timers, soonest first
  sibling: usize; // process.timers (POSIX timers), by id
  process: usize; // whose it is; 0: a timerfd's
  kind: i32; // fixed
  clock: i32; // fixed
  id: i32; // fixed
  signal: i32; // fixed
  value: i32; // fixed: sigev_value
  queued: i32; // 1: a signal in its process's queue is its own
  overrun: i32; // expiries since that was queued
  overrunLast: i32; // timer_getoverrun
  readWait: usize; // queue: readers of a timerfd

  /** Its signal is taken: how often it expired besides, the ticker's delay left out. */
  overrunTake(): i32 {
    timerCatchUp(this);
    this.overrunLast = this.overrun;
    this.overrun = 0;
    this.queued = 0;
    return this.overrunLast;
  }
}

/** A disarmed timer; null when memory is short. */
export function timerCreate(kind: i32): Timer | null {
  const ka = slabAlloc(offsetof<Timer>());
  if (ka == 0) return null;
  changetype<Timer>(ka).kind = kind;
  return changetype<Timer>(ka);
}

/** Frees a timer that nobody can name any more. Conditions: treeLock. */
export function timerFree(timer: Timer): void {
  timerSet(timer, 0, 0);
  if (timer.process != 0)
    pendingForget(processPending(changetype<Process>(timer.process)), changetype<usize>(timer));
  slabFree(changetype<usize>(timer), offsetof<Timer>());
}

/** Runs the timer's expiries that are due, which the ticker has not come to. Conditions: treeLock. */
export function timerCatchUp(timer: Timer): void {
  const now = hostClock(1);
  if (timer.at == 0 || timer.at > now) return;
  unlink(timer);
  expire(timer, now);
}

function unlink(timer: Timer): void {
  let link = machineWord(offsetof<Machine>("timers"));
  while (load<usize>(link) != 0 && load<usize>(link) != changetype<usize>(timer)) {
    link = load<usize>(link) + offsetof<Timer>("next");
  }
  if (load<usize>(link) != 0) store<usize>(link, timer.next);
}

/** Arms it for `at` (0: disarms), then every `interval` ns. Conditions: treeLock. */
export function timerSet(timer: Timer, at: f64, interval: f64): void {
  unlink(timer);
  timer.at = at;
  timer.interval = at == 0 && timer.kind != TIMER_FILE ? 0 : interval;
  timer.count = 0;
  if (at == 0) return;
  insert(timer);
  // The ticker must look anew when to wake.
  if (machine().timers == changetype<usize>(timer)) bellRing(machineWord(offsetof<Machine>("serverBell")));
}

function insert(timer: Timer): void {
  let link = machineWord(offsetof<Machine>("timers"));
  while (load<usize>(link) != 0 && changetype<Timer>(load<usize>(link)).at <= timer.at) {
    link = load<usize>(link) + offsetof<Timer>("next");
  }
  timer.next = load<usize>(link);
  store<usize>(link, changetype<usize>(timer));
}

/** Nanoseconds until it expires; 0: not armed. Conditions: treeLock. */
export function timerLeft(timer: Timer): f64 {
  return timer.at == 0 ? 0 : Math.max(timer.at - hostClock(1), 1);
}

/** The ticker's part: runs what is due. Nanoseconds to the next expiry; -1: none is armed. */
export function timersRun(): f64 {
  if (machine().timers == 0) return -1;
  const lock = machineWord(TREE_LOCK);
  acquire(lock, RANK_TREE);
  const now = hostClock(1);
  let left: f64 = -1;
  while (machine().timers != 0) {
    const timer = changetype<Timer>(machine().timers);
    if (timer.at > now) {
      left = Math.max(timer.at - now, SLACK_NS);
      break;
    }
    machine().timers = timer.next;
    expire(timer, now);
  }
  release(lock, RANK_TREE);
  return left;
}

/** Takes the timer, which is off the list, to its next expiry. */
function expire(timer: Timer, now: f64): void {
  let times: f64 = 1;
  if (timer.interval == 0) timer.at = 0;
  else {
    times += Math.floor((now - timer.at) / timer.interval);
    timer.at += timer.interval * times;
    if (timer.at <= now) timer.at = now + SLACK_NS; // the product was rounded
    insert(timer);
  }
  if (timer.kind == TIMER_ALARM) signalPost(changetype<Process>(timer.process), SIGALRM, 0);
  else if (timer.kind == TIMER_SIGNAL) timerSignal(timer, <i32>Math.min(times, OVERRUN_MAX));
  else if (timer.kind == TIMER_FILE) {
    timer.count += <i64>times;
    wakeAll(changetype<usize>(timer) + offsetof<Timer>("readWait"));
  }
}

function timerSignal(timer: Timer, times: i32): void {
  if (timer.queued != 0) {
    timer.overrun = timer.overrun > OVERRUN_MAX - times ? OVERRUN_MAX : timer.overrun + times;
    return;
  }
  const info = slabAlloc(KSIGINFO_BYTES);
  if (info == 0) return;
  store<i32>(info + KSIGINFO_SI_CODE, SI_TIMER);
  store<i32>(info + KSIGINFO_SI_PID, timer.id);
  store<i32>(info + KSIGINFO_SI_VALUE, timer.value);
  timer.overrun = times - 1;
  signalPostTimer(changetype<Process>(timer.process), timer.signal, info, changetype<usize>(timer));
  slabFree(info, KSIGINFO_BYTES);
}

// ---- a process's timers

/** Its alarm timer, made when first asked for; null when memory is short. Conditions: treeLock. */
export function alarmTimer(process: Process): Timer | null {
  if (process.alarm == 0) {
    const timer = timerCreate(TIMER_ALARM);
    if (timer == null) return null;
    timer.process = changetype<usize>(process);
    process.alarm = changetype<usize>(timer);
  }
  return changetype<Timer>(process.alarm);
}

/** The POSIX timer `id`; null when there is none. Conditions: treeLock. */
export function timerFind(process: Process, id: i32): Timer | null {
  let ka = process.timers;
  while (ka != 0 && changetype<Timer>(ka).id != id) ka = changetype<Timer>(ka).sibling;
  return ka == 0 ? null : changetype<Timer>(ka);
}

/** Gives a new POSIX timer the lowest free id; false: the process has TIMERS_MAX. Conditions: treeLock. */
export function timerLink(process: Process, timer: Timer): bool {
  let link = changetype<usize>(process) + offsetof<Process>("timers");
  let id = 0;
  while (load<usize>(link) != 0 && changetype<Timer>(load<usize>(link)).id == id) {
    link = load<usize>(link) + offsetof<Timer>("sibling");
    id++;
  }
  if (id == TIMERS_MAX) return false;
  timer.id = id;
  timer.process = changetype<usize>(process);
  timer.sibling = load<usize>(link);
  store<usize>(link, changetype<usize>(timer));
  return true;
}

/** Deletes a POSIX timer. Conditions: treeLock. */
export function timerDelete(process: Process, timer: Timer): void {
  let link = changetype<usize>(process) + offsetof<Process>("timers");
  while (load<usize>(link) != changetype<usize>(timer)) link = load<usize>(link) + offsetof<Timer>("sibling");
  store<usize>(link, timer.sibling);
  timerFree(timer);
}

/** exec: POSIX timers go, the alarm stays. Conditions: treeLock. */
export function timersExec(process: Process): void {
  while (process.timers != 0) timerDelete(process, changetype<Timer>(process.timers));
}

/** exit: all go. Conditions: treeLock. */
export function timersEnd(process: Process): void {
  timersExec(process);
  if (process.alarm != 0) timerFree(changetype<Timer>(process.alarm));
  process.alarm = 0;
  if (process.virtual != 0 || process.profile != 0) machine().cpuTimers--;
  process.virtual = process.profile = 0;
}

// ---- timers of CPU time: ITIMER_VIRTUAL and ITIMER_PROF count ticks

/** Sets what is left of `which`, in ns (0: disarms), and its interval. Conditions: treeLock. */
export function cpuTimerSet(process: Process, which: i32, left: f64, interval: f64): void {
  const before = process.virtual != 0 || process.profile != 0;
  if (which == ITIMER_VIRTUAL) {
    process.virtual = left;
    process.virtualInterval = interval;
  } else {
    process.profile = left;
    process.profileInterval = interval;
  }
  const after = process.virtual != 0 || process.profile != 0;
  machine().cpuTimers += (after ? 1 : 0) - (before ? 1 : 0);
}

/** The process has run for `ns`. Conditions: treeLock. */
export function cpuTimersCharge(process: Process, ns: f64): void {
  const armed = process.virtual != 0 || process.profile != 0;
  if (!armed) return;
  if (process.virtual != 0 && process.virtual <= ns) {
    process.virtual = process.virtualInterval;
    signalPost(process, SIGVTALRM, 0);
  } else if (process.virtual != 0) process.virtual -= ns;
  if (process.profile != 0 && process.profile <= ns) {
    process.profile = process.profileInterval;
    signalPost(process, SIGPROF, 0);
  } else if (process.profile != 0) process.profile -= ns;
  if (process.virtual == 0 && process.profile == 0) machine().cpuTimers--;
}
