// timer — system calls on interval timers and POSIX timers.
import {
  CLOCK_MONOTONIC,
  CLOCK_REALTIME,
  CLOCK_BOOTTIME,
  ITIMER_PROF,
  ITIMER_REAL,
  ITIMER_VIRTUAL,
  SIGALRM,
  SIGEV_NONE,
  SIGEV_SIGNAL,
  SIGEV_THREAD_ID,
  TIMER_ABSTIME,
} from "../abi/constants";
import { EAGAIN, EINVAL } from "../abi/errno";
import {
  KITIMERSPEC_BYTES,
  KITIMERSPEC_IT_VALUE_SEC,
  KITIMERVAL_BYTES,
  KITIMERVAL_IT_INTERVAL_USEC,
  KITIMERVAL_IT_VALUE_SEC,
  KSIGEVENT_BYTES,
  KSIGEVENT_SIGEV_NOTIFY,
  KSIGEVENT_SIGEV_SIGNO,
  KSIGEVENT_SIGEV_TID,
  KSIGEVENT_SIGEV_VALUE,
} from "../abi/structs";
import { hostClock } from "../lib/host";
import { RANK_TREE, acquire, release } from "../lib/lock";
import { copyIn, copyOut } from "../mm/usercopy";
import { SIGNALS } from "../task/action";
import { Process } from "../task/process";
import { current, currentSpace, scratch } from "../task/thread";
import {
  TIMER_SIGNAL,
  TIMER_SILENT,
  Timer,
  alarmTimer,
  cpuTimerSet,
  timerCreate,
  timerDelete,
  timerFind,
  timerFree,
  timerLeft,
  timerLink,
  timerSet,
} from "../task/timer";
import { treeLock } from "./life";
import { timespecLoad, timespecStore } from "./time";

const MICROSECOND: f64 = 1e3;
const SECOND: f64 = 1e9;
/** Where the old value lies in the thread's scratch. */
const OLD: usize = 48;

function self(): Process {
  return changetype<Process>(current().process);
}

// ---- setitimer

/** The nanoseconds of a struct timeval at `ka`; -1 when it is none. */
function timevalLoad(ka: usize): f64 {
  const seconds = load<i64>(ka);
  const us = load<i32>(ka + KITIMERVAL_IT_INTERVAL_USEC);
  return seconds < 0 || us < 0 || us >= 1000000 ? -1 : <f64>seconds * SECOND + <f64>us * MICROSECOND;
}

/** Rounds up, so that a timer that runs never shows zero. */
function timevalStore(ka: usize, ns: f64): void {
  const us = Math.ceil(ns / MICROSECOND);
  const seconds = Math.floor(us / 1e6);
  store<i64>(ka, <i64>seconds);
  store<i64>(ka + KITIMERVAL_IT_INTERVAL_USEC, <i64>(us - seconds * 1e6));
}

/** Leaves interval and value of a timer of the process at `ka`. Conditions: treeLock. */
function itimerRead(which: i32, ka: usize): void {
  const process = self();
  let left: f64 = 0;
  let interval: f64 = 0;
  if (which == ITIMER_REAL && process.alarm != 0) {
    left = timerLeft(changetype<Timer>(process.alarm));
    interval = changetype<Timer>(process.alarm).interval;
  } else if (which == ITIMER_VIRTUAL) {
    left = process.virtual;
    interval = process.virtualInterval;
  } else if (which == ITIMER_PROF) {
    left = process.profile;
    interval = process.profileInterval;
  }
  timevalStore(ka, interval);
  timevalStore(ka + KITIMERVAL_IT_VALUE_SEC, left);
}

export function sysGetitimer(which: i32, value: i32): i32 {
  if (<u32>which > <u32>ITIMER_PROF) return -EINVAL;
  acquire(treeLock(), RANK_TREE);
  itimerRead(which, scratch());
  release(treeLock(), RANK_TREE);
  return copyOut(currentSpace(), value, scratch(), KITIMERVAL_BYTES);
}

export function sysSetitimer(which: i32, value: i32, old: i32): i32 {
  memory.fill(scratch(), 0, KITIMERVAL_BYTES);
  const error = value == 0 ? 0 : copyIn(currentSpace(), scratch(), value, KITIMERVAL_BYTES);
  if (error < 0) return error;
  const interval = timevalLoad(scratch());
  const span = timevalLoad(scratch() + KITIMERVAL_IT_VALUE_SEC);
  if (interval < 0 || span < 0 || <u32>which > <u32>ITIMER_PROF) return -EINVAL;
  acquire(treeLock(), RANK_TREE);
  itimerRead(which, scratch() + OLD);
  const result = itimerWrite(which, span, interval);
  release(treeLock(), RANK_TREE);
  if (result < 0 || old == 0) return result;
  return copyOut(currentSpace(), old, scratch() + OLD, KITIMERVAL_BYTES);
}

function itimerWrite(which: i32, span: f64, interval: f64): i32 {
  if (which != ITIMER_REAL) {
    cpuTimerSet(self(), which, span, interval);
    return 0;
  }
  const timer = alarmTimer(self());
  if (timer == null) return -EAGAIN;
  timerSet(timer, span == 0 ? 0 : hostClock(1) + span, interval);
  return 0;
}

// ---- POSIX timers

/** Can timers count by this clock? */
export function isTimerClock(clock: i32): bool {
  return clock == CLOCK_REALTIME || clock == CLOCK_MONOTONIC || clock == CLOCK_BOOTTIME;
}

export function sysTimerCreate(clock: i32, event: i32, out: i32): i32 {
  if (!isTimerClock(clock)) return -EINVAL;
  const error = event == 0 ? 0 : copyIn(currentSpace(), scratch(), event, KSIGEVENT_BYTES);
  if (error < 0) return error;
  const timer = event == 0 ? timerCreate(TIMER_SIGNAL) : eventTimer(scratch());
  if (timer == null) return event != 0 && !isEvent(scratch()) ? -EINVAL : -EAGAIN;
  timer.clock = clock;
  acquire(treeLock(), RANK_TREE);
  const linked = timerLink(self(), timer);
  if (event == 0) {
    timer.signal = SIGALRM;
    timer.value = timer.id;
  }
  if (!linked) timerFree(timer);
  release(treeLock(), RANK_TREE);
  if (!linked) return -EAGAIN;
  store<i32>(scratch(), timer.id);
  const bad = copyOut(currentSpace(), out, scratch(), 4);
  if (bad == 0) return 0;
  acquire(treeLock(), RANK_TREE);
  timerDelete(self(), timer);
  release(treeLock(), RANK_TREE);
  return bad;
}

/** Is the ksigevent at `ka` one that a timer can carry out? */
function isEvent(ka: usize): bool {
  const notify = load<i32>(ka + KSIGEVENT_SIGEV_NOTIFY);
  if (notify == SIGEV_NONE) return true;
  if (notify == SIGEV_THREAD_ID && load<i32>(ka + KSIGEVENT_SIGEV_TID) != current().tid) return false;
  const signal = load<i32>(ka + KSIGEVENT_SIGEV_SIGNO);
  return (notify == SIGEV_SIGNAL || notify == SIGEV_THREAD_ID) && signal > 0 && signal <= SIGNALS;
}

function eventTimer(ka: usize): Timer | null {
  if (!isEvent(ka)) return null;
  const silent = load<i32>(ka + KSIGEVENT_SIGEV_NOTIFY) == SIGEV_NONE;
  const timer = timerCreate(silent ? TIMER_SILENT : TIMER_SIGNAL);
  if (timer == null) return null;
  timer.signal = load<i32>(ka + KSIGEVENT_SIGEV_SIGNO);
  timer.value = load<i32>(ka + KSIGEVENT_SIGEV_VALUE);
  return timer;
}

/** Leaves interval and time left of a timer at `ka`. Conditions: treeLock. */
export function timerspecRead(timer: Timer, ka: usize): void {
  timespecStore(ka, timer.interval);
  timespecStore(ka + KITIMERSPEC_IT_VALUE_SEC, timerLeft(timer));
}

/** Sets a timer from the kitimerspec at `ka`. 0 or -EINVAL. Conditions: treeLock. */
export function timerspecWrite(timer: Timer, ka: usize, isAbsolute: bool): i32 {
  const interval = timespecLoad(ka);
  const span = timespecLoad(ka + KITIMERSPEC_IT_VALUE_SEC);
  if (interval < 0 || span < 0) return -EINVAL;
  let at: f64 = 0; // a point that has passed counts its periods since then
  if (span != 0) at = hostClock(1) + (isAbsolute ? span - hostClock(timer.clock) : span);
  timerSet(timer, at == 0 && span != 0 ? 1 : at, interval);
  return 0;
}

export function sysTimerGettime(id: i32, value: i32): i32 {
  acquire(treeLock(), RANK_TREE);
  const timer = timerFind(self(), id);
  if (timer != null) timerspecRead(timer, scratch());
  release(treeLock(), RANK_TREE);
  return timer == null ? -EINVAL : copyOut(currentSpace(), value, scratch(), KITIMERSPEC_BYTES);
}

export function sysTimerSettime(id: i32, flags: i32, value: i32, old: i32): i32 {
  if (value == 0) return -EINVAL;
  const error = copyIn(currentSpace(), scratch(), value, KITIMERSPEC_BYTES);
  if (error < 0) return error;
  acquire(treeLock(), RANK_TREE);
  const timer = timerFind(self(), id);
  let result = -EINVAL;
  if (timer != null) {
    timerspecRead(timer, scratch() + OLD);
    result = timerspecWrite(timer, scratch(), (flags & TIMER_ABSTIME) != 0);
  }
  release(treeLock(), RANK_TREE);
  if (result < 0 || old == 0) return result;
  return copyOut(currentSpace(), old, scratch() + OLD, KITIMERSPEC_BYTES);
}

export function sysTimerGetoverrun(id: i32): i32 {
  acquire(treeLock(), RANK_TREE);
  const timer = timerFind(self(), id);
  const result = timer == null ? -EINVAL : timer.overrunLast;
  release(treeLock(), RANK_TREE);
  return result;
}

export function sysTimerDelete(id: i32): i32 {
  acquire(treeLock(), RANK_TREE);
  const timer = timerFind(self(), id);
  if (timer != null) timerDelete(self(), timer);
  release(treeLock(), RANK_TREE);
  return timer == null ? -EINVAL : 0;
}
