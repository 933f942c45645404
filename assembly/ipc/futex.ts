// futex — waiting on a word of memory: flat words by process and address, window words by physical address.
import { RANK_OBJECT, acquire, release } from "../lib/lock";
import { faultResolve } from "../mm/fault";
import { Machine, PAGE_MASK, WINDOW_START, machineWord } from "../mm/layout";
import { slabAlloc, slabFree } from "../mm/slab";
import { copyIn } from "../mm/usercopy";
import { current, currentSpace, scratch } from "../task/thread";
import { sleepOn, wakeOne } from "../task/wait";

// One list of queues, each for one word that somebody waits on; made by the first waiter, freed by the last.

@unmanaged class FutexQueue {
  next: usize;
  key: u64;
  wait: usize; // queue of threads
  waiters: i32;
}

function lock(): usize {
  return machineWord(offsetof<Machine>("futexLock"));
}

function list(): usize {
  return machineWord(offsetof<Machine>("futexes"));
}

/** What a word is known by: physical address in the window (shared by all who map it), else process and
 *  address. */
function keyOf(ea: u32): u64 {
  if (ea < WINDOW_START) return ((<u64>current().process) << 32) | ea;
  const frame = faultResolve(currentSpace(), ea, true);
  return frame < 0 && frame > -16 ? 0 : <u64>(<u32>frame | (ea & PAGE_MASK));
}

function queueFind(key: u64): FutexQueue | null {
  for (let ka = load<usize>(list()); ka != 0; ka = changetype<FutexQueue>(ka).next) {
    if (changetype<FutexQueue>(ka).key == key) return changetype<FutexQueue>(ka);
  }
  return null;
}

function queueMake(key: u64): FutexQueue | null {
  const found = queueFind(key);
  if (found != null) return found;
  const ka = slabAlloc(offsetof<FutexQueue>());
  if (ka == 0) return null;
  const queue = changetype<FutexQueue>(ka);
  queue.key = key;
  queue.next = load<usize>(list());
  store<usize>(list(), ka);
  return queue;
}

function queueLeave(queue: FutexQueue): void {
  if (--queue.waiters != 0) return;
  let link = list();
  while (load<usize>(link) != changetype<usize>(queue)) link = load<usize>(link);
  store<usize>(link, queue.next);
  slabFree(changetype<usize>(queue), offsetof<FutexQueue>());
}

/** Waits while the `width` bytes at `ea` are `expected`, until `deadline` (CLOCK_MONOTONIC in ns, < 0: for
 *  ever). 0 woken, 1 not equal, -ETIMEDOUT, -ERESTART. */
export function frameWait(ea: u32, width: u32, expected: i64, deadline: f64): i32 {
  const key = keyOf(ea);
  acquire(lock(), RANK_OBJECT);
  store<i64>(scratch(), 0);
  if (copyIn(currentSpace(), scratch(), ea, width) < 0 || key == 0) {
    release(lock(), RANK_OBJECT);
    return 1;
  }
  const value = width == 4 ? <i64>load<i32>(scratch()) : load<i64>(scratch());
  const queue = value == expected ? queueMake(key) : null;
  let result = 1;
  if (queue != null) {
    queue.waiters++;
    result = sleepOn(changetype<usize>(queue) + offsetof<FutexQueue>("wait"), lock(), RANK_OBJECT, deadline);
    queueLeave(queue);
  }
  release(lock(), RANK_OBJECT);
  return result;
}

/** Wakes at most `count` (unsigned) waiters of the word at `ea`. How many. */
export function frameWake(ea: u32, count: u32): i32 {
  const key = keyOf(ea);
  acquire(lock(), RANK_OBJECT);
  const queue = queueFind(key);
  let woken: u32 = 0;
  if (queue != null) {
    while (woken < count && wakeOne(changetype<usize>(queue) + offsetof<FutexQueue>("wait"))) woken++;
  }
  release(lock(), RANK_OBJECT);
  return woken as i32;
}
