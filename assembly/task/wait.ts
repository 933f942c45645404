// wait — parking, and queues of waiting threads. The only place where anything stops.
import { ETIMEDOUT } from "../abi/errno";
import { acquire, assertUnlocked, release } from "../lib/lock";
import { hostSuspend, hostWait } from "../lib/host";
import { machine } from "../mm/layout";
import { Cpu, cpuAt, cpuHasMessage, cpuPop, timerInsert, timerRemove, timersExpire, unpark } from "./cpu";
import { tickStart } from "./tick";
import { PARKED, RUNNING, Thread, current, isInterrupted } from "./thread";

/** A sleep was interrupted: the call is made again, unless a handler without SA_RESTART runs first. Neither
 *  reaches a program. */
export const ERESTART: i32 = 512;
/** The same, but any handler makes it EINTR. */
export const ERESTARTNOHAND: i32 = 514;

const SPINS_MAX: i32 = 2000;

// A thread's state: RUNNING --park--> PARKED --unpark--> NOTIFIED (on the run queue) --popped--> RUNNING;
// unpark of a RUNNING thread makes it NOTIFIED, and its next park returns at once. No wake-up is lost.

/** Stops the current thread until unpark. deadline: CLOCK_MONOTONIC in ns, < 0 for none (then t.timedOut
 *  tells). May return early; callers loop. Conditions: nothing locked. */
export function park(deadline: f64): void {
  assertUnlocked();
  const t = current();
  const state = changetype<usize>(t) + offsetof<Thread>("state");
  t.timedOut = 0;
  if (atomic.cmpxchg<i32>(state, RUNNING, PARKED) != RUNNING) {
    t.running();
    return;
  }
  const cpu = cpuAt(t.cpu);
  if (deadline >= 0) {
    t.deadline = deadline;
    timerInsert(cpu, t);
  }
  runOthers(cpu, t);
  timerRemove(cpu, t);
}

/** Lets the other threads of this CPU run once, and its worker take its messages. */
export function yieldCpu(): void {
  const t = current();
  const cpu = cpuAt(t.cpu);
  timersExpire(cpu);
  const state = changetype<usize>(t) + offsetof<Thread>("state");
  if (atomic.cmpxchg<i32>(state, RUNNING, PARKED) != RUNNING) {
    t.running();
    return;
  }
  unpark(t);
  if (machine().capacity > 1 && cpuHasMessage(cpu)) hostSuspend(changetype<usize>(t), 0);
  else runOthers(cpu, t);
}

/** Runs what this CPU can run until t itself is popped from the queue. */
function runOthers(cpu: Cpu, t: Thread): void {
  const self = changetype<usize>(t);
  while (true) {
    const next = cpuPop(cpu);
    if (next == self) return;
    if (next != 0) {
      hostSuspend(self, next);
      return;
    }
    if (machine().capacity > 1 && cpuHasMessage(cpu)) {
      hostSuspend(self, 0);
      return;
    }
    cpuSleep(cpu);
  }
}

/** For the worker's own loop: the next thread that can run, waiting in place; 0 when a message waits. */
export function cpuWaitNext(cpu: Cpu): usize {
  atomic.store<i32>(changetype<usize>(cpu) + offsetof<Cpu>("busy"), 0);
  while (true) {
    if (cpuHasMessage(cpu)) return 0;
    const next = cpuPop(cpu);
    if (next != 0) {
      atomic.store<i32>(changetype<usize>(cpu) + offsetof<Cpu>("busy"), 1);
      tickStart();
      return next;
    }
    cpuSleep(cpu);
  }
}

/** Waits on the bell until there may be something to do: spins a while, as long as that has paid, then
 *  sleeps. */
function cpuSleep(cpu: Cpu): void {
  const bell = changetype<usize>(cpu) + offsetof<Cpu>("bell");
  const waiting = changetype<usize>(cpu) + offsetof<Cpu>("waiting");
  const busy = changetype<usize>(cpu) + offsetof<Cpu>("busy");
  const left = timersExpire(cpu);
  const seen = atomic.load<i32>(bell);
  if (hasWork(cpu)) return;
  for (let i = 0; i < cpu.spins; i++) {
    if (atomic.load<i32>(bell) == seen) continue;
    cpu.spins = min(cpu.spins + 100, SPINS_MAX);
    return;
  }
  cpu.spins = max(cpu.spins >> 1, 50);
  const wasBusy = atomic.load<i32>(busy);
  atomic.store<i32>(busy, 0);
  atomic.store<i32>(waiting, 1);
  hostWait(bell, seen, left);
  atomic.store<i32>(waiting, 0);
  atomic.store<i32>(busy, wasBusy);
  if (wasBusy != 0) tickStart();
}

function hasWork(cpu: Cpu): bool {
  return (
    atomic.load<usize>(changetype<usize>(cpu) + offsetof<Cpu>("head")) != 0 ||
    (machine().capacity > 1 && cpuHasMessage(cpu))
  );
}

// ---- queues: a word that heads a doubly linked list of threads, protected by the lock its owner names

function queueAdd(queue: usize, t: Thread): void {
  t.waitQueue = queue;
  t.waitPrev = 0;
  t.waitNext = 0;
  const first = load<usize>(queue);
  if (first == 0) {
    store<usize>(queue, changetype<usize>(t));
    return;
  }
  let last = changetype<Thread>(first);
  while (last.waitNext != 0) last = changetype<Thread>(last.waitNext);
  last.waitNext = changetype<usize>(t);
  t.waitPrev = changetype<usize>(last);
}

function queueRemove(t: Thread): void {
  if (t.waitPrev != 0) changetype<Thread>(t.waitPrev).waitNext = t.waitNext;
  else store<usize>(t.waitQueue, t.waitNext);
  if (t.waitNext != 0) changetype<Thread>(t.waitNext).waitPrev = t.waitPrev;
  t.waitQueue = 0;
}

/** Sleeps on a queue. Conditions: `lock` (which protects the queue) held, and held again on return.
 *  0 woken (look again), -ERESTART interrupted, -ETIMEDOUT. */
export function sleepOn(queue: usize, lock: usize, rank: i32, deadline: f64): i32 {
  const t = current();
  if (isInterrupted(t)) return -ERESTART;
  queueAdd(queue, t);
  release(lock, rank);
  park(deadline);
  acquire(lock, rank);
  if (t.waitQueue == 0) return 0; // what it waited for comes before a signal
  queueRemove(t);
  if (isInterrupted(t)) return -ERESTART;
  return t.timedOut != 0 ? -ETIMEDOUT : 0;
}

/** The same, not to be interrupted: for waits that end by themselves soon (the file server). */
export function sleepFirmly(queue: usize, lock: usize, rank: i32): void {
  const t = current();
  queueAdd(queue, t);
  release(lock, rank);
  park(-1);
  acquire(lock, rank);
  if (t.waitQueue != 0) queueRemove(t);
}

/** Wakes all threads of a queue. Conditions: its lock held. */
export function wakeAll(queue: usize): void {
  while (load<usize>(queue) != 0) wakeOne(queue);
}

/** Wakes the thread that has waited longest; false when there is none. Conditions: its lock held. */
export function wakeOne(queue: usize): bool {
  const ka = load<usize>(queue);
  if (ka == 0) return false;
  const t = changetype<Thread>(ka);
  queueRemove(t);
  unpark(t);
  return true;
}
