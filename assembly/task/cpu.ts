// cpu — a worker that runs guest threads: its bell, its run queue, its timers.
import { RANK_QUEUE, acquire, release } from "../lib/lock";
import { CPUS_KA, CPUS_MAX, CPU_BYTES, machine } from "../mm/layout";
import { currentCpu, hostClock } from "../lib/host";
import { NOTIFIED, RUNNING, Thread } from "./thread";

@unmanaged export class Cpu {
  bell: i32; // doorbell: changes when there may be something to do (atomic)
  sent: i32; // messages posted to the worker (atomic)
  received: i32; // messages it has handled (atomic)
  waiting: i32; // 1: its worker waits on the bell (atomic)
  // lock
  lock: i32;
  head: usize; // run queue
  tail: usize;
  current: usize; // the thread popped last, 0 once it is freed
  // its own worker only
  timers: usize; // threads with a deadline, soonest first
  ticks: i32;
  spins: i32; // how long waiting in place spins before it sleeps, adapted
  switches: i32;
  // the ticker's only
  switchesSeen: i32;
  // atomics
  threads: i32; // placed here
  busy: i32; // 1: runs a thread
}
if (offsetof<Cpu>() > 128) ERROR("Cpu is at most CPU_BYTES");

export function cpuAt(index: i32): Cpu {
  return changetype<Cpu>(CPUS_KA + <usize>index * CPU_BYTES);
}

function word(cpu: Cpu, offset: usize): usize {
  return changetype<usize>(cpu) + offset;
}

/** Tells a worker that there is something to do. */
export function cpuRing(cpu: Cpu): void {
  atomic.add<i32>(word(cpu, offsetof<Cpu>("bell")), 1);
  if (atomic.load<i32>(word(cpu, offsetof<Cpu>("waiting"))) != 0) {
    atomic.notify(word(cpu, offsetof<Cpu>("bell")), 1);
  }
}

/** Puts a thread on its CPU's run queue. Conditions: nothing above rank 11 locked; t.state is NOTIFIED. */
export function cpuEnqueue(t: Thread): void {
  const cpu = cpuAt(t.cpu);
  const lock = word(cpu, offsetof<Cpu>("lock"));
  t.next = 0;
  acquire(lock, RANK_QUEUE);
  if (cpu.tail == 0) atomic.store<usize>(word(cpu, offsetof<Cpu>("head")), changetype<usize>(t));
  else changetype<Thread>(cpu.tail).next = changetype<usize>(t);
  cpu.tail = changetype<usize>(t);
  release(lock, RANK_QUEUE);
  if (t.cpu != currentCpu) cpuRing(cpu);
}

/** Takes the next thread of this CPU that can run and marks it running; 0 when there is none. */
export function cpuPop(cpu: Cpu): usize {
  if (cpu.timers != 0 && (++cpu.ticks & 31) == 0) timersExpire(cpu);
  if (atomic.load<usize>(word(cpu, offsetof<Cpu>("head"))) == 0) return 0;
  const lock = word(cpu, offsetof<Cpu>("lock"));
  acquire(lock, RANK_QUEUE);
  const ka = cpu.head;
  if (ka != 0) {
    const t = changetype<Thread>(ka);
    atomic.store<usize>(word(cpu, offsetof<Cpu>("head")), t.next);
    if (t.next == 0) cpu.tail = 0;
    cpu.current = ka;
  }
  release(lock, RANK_QUEUE);
  if (ka != 0) {
    changetype<Thread>(ka).running();
    cpu.switches++;
  }
  return ka;
}

/** The thread is about to be freed: nobody may set its attention any more. */
export function cpuForget(t: Thread): void {
  const cpu = cpuAt(t.cpu);
  const lock = word(cpu, offsetof<Cpu>("lock"));
  acquire(lock, RANK_QUEUE);
  if (cpu.current == changetype<usize>(t)) cpu.current = 0;
  release(lock, RANK_QUEUE);
}

/** Are there messages the worker has not handled yet? */
export function cpuHasMessage(cpu: Cpu): bool {
  return (
    atomic.load<i32>(word(cpu, offsetof<Cpu>("sent"))) !=
    atomic.load<i32>(word(cpu, offsetof<Cpu>("received")))
  );
}

/** Files t under its deadline. Own CPU only. */
export function timerInsert(cpu: Cpu, t: Thread): void {
  let link = word(cpu, offsetof<Cpu>("timers"));
  while (load<usize>(link) != 0 && changetype<Thread>(load<usize>(link)).deadline <= t.deadline) {
    link = load<usize>(link) + offsetof<Thread>("timerNext");
  }
  t.timerNext = load<usize>(link);
  t.timed = 1;
  store<usize>(link, changetype<usize>(t));
}

/** Takes t off the timers, if it is there. Own CPU only. */
export function timerRemove(cpu: Cpu, t: Thread): void {
  if (t.timed == 0) return;
  t.timed = 0;
  let link = word(cpu, offsetof<Cpu>("timers"));
  while (load<usize>(link) != 0) {
    if (load<usize>(link) == changetype<usize>(t)) {
      store<usize>(link, t.timerNext);
      return;
    }
    link = load<usize>(link) + offsetof<Thread>("timerNext");
  }
}

/** Wakes the threads whose deadline has passed. Nanoseconds to the next deadline; -1 when there is none. */
export function timersExpire(cpu: Cpu): f64 {
  if (cpu.timers == 0) return -1;
  const now = hostClock(1);
  while (cpu.timers != 0) {
    const t = changetype<Thread>(cpu.timers);
    if (t.deadline > now) return t.deadline - now;
    cpu.timers = t.timerNext;
    t.timed = 0;
    t.timedOut = 1;
    unpark(t);
  }
  return -1;
}

/** Lets a thread that has parked, or is about to, go on. May be called under any lock, from any instance. */
export function unpark(t: Thread): void {
  const state = changetype<usize>(t) + offsetof<Thread>("state");
  while (true) {
    const s = atomic.load<i32>(state);
    if (s == NOTIFIED) return;
    if (atomic.cmpxchg<i32>(state, s, NOTIFIED) != s) continue;
    if (s != RUNNING) cpuEnqueue(t);
    return;
  }
}

/** Chooses the CPU of a new thread: the parent's when they will talk (it holds a pipe, or catches signals
 *  that processes send each other), else an idle one, else the least loaded. -1: none can take it (capacity
 *  one, all workers taken). */
export function cpuChoose(parent: i32, related: bool): i32 {
  const m = machine();
  if (m.capacity == 1) return cpuClaimEmpty();
  if (related && parent >= 0) return cpuClaim(parent);
  let best = parent >= 0 ? parent : 0;
  let least = parent >= 0 ? cpuLoad(best) : i32.MAX_VALUE;
  for (let i = 0; i < m.cpus; i++) {
    const load = cpuLoad(i);
    if (load < least) {
      least = load;
      best = i;
    }
  }
  return cpuClaim(best);
}

function cpuLoad(index: i32): i32 {
  return (
    atomic.load<i32>(word(cpuAt(index), offsetof<Cpu>("busy"))) * 65536 +
    atomic.load<i32>(word(cpuAt(index), offsetof<Cpu>("threads")))
  );
}

function cpuClaim(index: i32): i32 {
  atomic.add<i32>(word(cpuAt(index), offsetof<Cpu>("threads")), 1);
  return index;
}

function cpuClaimEmpty(): i32 {
  for (let i = 0; i < CPUS_MAX; i++) {
    if (atomic.cmpxchg<i32>(word(cpuAt(i), offsetof<Cpu>("threads")), 0, 1) == 0) return i;
  }
  return -1;
}

/** The CPU loses a thread. */
export function cpuUnclaim(index: i32): void {
  atomic.sub<i32>(word(cpuAt(index), offsetof<Cpu>("threads")), 1);
}
