// frames — the frame allocator: 4 KiB frames and runs of 2^order of them, with reference counts.
import { DEBUG, JUNK } from "../lib/debug";
import { RANK_FRAMES, acquire, release } from "../lib/lock";
import { PANIC_DOUBLE_FREE, panic } from "../lib/panic";
import { FRAME_REFS_KA, Machine, PAGE, PAGE_MASK, PAGE_SHIFT, machine, machineWord } from "./layout";

const LOCK: usize = offsetof<Machine>("frameLock");
const RUNS: usize = offsetof<Machine>("freeRuns0");
export const ORDER_MAX: i32 = 9;

// A free run keeps the link to the next one in its first word.

function runsWord(order: i32): usize {
  return machineWord(RUNS + ((<usize>order) << 2));
}

function refsWord(ka: usize): usize {
  return FRAME_REFS_KA + ((ka >>> PAGE_SHIFT) << 2);
}

/** Lays out the references and the first free frame. Called once, by boot. */
export function framesBoot(bytes: u32): void {
  const m = machine();
  m.bytes = bytes;
  m.frames = bytes >>> PAGE_SHIFT;
  m.frameNext = ((FRAME_REFS_KA as u32) + (m.frames << 2) + PAGE - 1) >>> PAGE_SHIFT;
}

/** Takes a run of 2^order frames; 0 when none is left. Conditions: frameLock held. `fresh`: never used, so
 *  all zero. */
function runTakeLocked(order: i32): usize {
  const m = machine();
  const head = load<usize>(runsWord(order));
  if (head != 0) {
    store<usize>(runsWord(order), load<usize>(head));
    return head;
  }
  const count: u32 = 1 << order;
  if (m.frameNext + count <= m.frames) {
    const ka = (<usize>m.frameNext) << PAGE_SHIFT;
    m.frameNext += count;
    return ka | 1;
  }
  if (order == ORDER_MAX) return 0;
  const larger = runTakeLocked(order + 1);
  if (larger == 0) return 0;
  const second = (larger & ~1) + ((<usize>PAGE) << order);
  store<usize>(second, load<usize>(runsWord(order)));
  store<usize>(runsWord(order), second);
  return larger & ~1;
}

/** Takes the free runs off their lists; each one's word of references tells its size: -1 - order.
 *  Conditions: frameLock held. */
function runsMark(): void {
  for (let order = 0; order <= ORDER_MAX; order++) {
    let ka = load<usize>(runsWord(order));
    store<usize>(runsWord(order), 0);
    for (; ka != 0; ka = load<usize>(ka)) atomic.store<i32>(refsWord(ka), -1 - order);
  }
}

/** Puts `count` free frames from `ka` on the lists, in the largest runs. Conditions: frameLock held. */
function runsGive(ka: usize, count: u32): void {
  while (count != 0) {
    const order = min<i32>(31 - clz<u32>(count), ORDER_MAX);
    store<usize>(ka, load<usize>(runsWord(order)));
    store<usize>(runsWord(order), ka);
    ka += (<usize>PAGE) << order;
    count -= 1 << order;
  }
}

/** Joins free runs that lie side by side: memory that came back in single frames can hold large runs again.
 *  Conditions: frameLock held. */
function runsJoin(): void {
  const m = machine();
  m.framesLoose = 0;
  runsMark();
  const end = (<usize>m.frameNext) << PAGE_SHIFT;
  let free: u32 = 0; // frames just below `ka`
  let ka: usize = (FRAME_REFS_KA + (m.frames << 2) + PAGE - 1) & ~PAGE_MASK;
  while (ka < end) {
    const mark = atomic.load<i32>(refsWord(ka));
    if (mark < 0) {
      atomic.store<i32>(refsWord(ka), 0);
      free += 1 << (-1 - mark);
      ka += (<usize>PAGE) << (-1 - mark);
    } else {
      runsGive(ka - ((<usize>free) << PAGE_SHIFT), free);
      free = 0;
      ka += PAGE;
    }
  }
  runsGive(ka - ((<usize>free) << PAGE_SHIFT), free);
}

/** True when a run could not be had only because free memory is in pieces, as far as is known. */
function isInPieces(order: i32): bool {
  const m = machine();
  return order > 0 && m.framesLoose != 0 && m.frames - m.framesUsed >= <u32>(1 << order);
}

function runTake(order: i32): usize {
  const m = machine();
  acquire(machineWord(LOCK), RANK_FRAMES);
  let ka = runTakeLocked(order);
  if (ka == 0 && isInPieces(order)) {
    runsJoin();
    ka = runTakeLocked(order);
  }
  if (ka != 0) {
    m.framesUsed += 1 << order;
    if (m.framesUsed > m.framesPeak) m.framesPeak = m.framesUsed;
  }
  release(machineWord(LOCK), RANK_FRAMES);
  return ka;
}

/** A run of 2^order frames, content undefined, one reference; 0 when memory is short. */
export function runAlloc(order: i32): usize {
  const ka = runTake(order) & ~1;
  if (ka != 0) atomic.store<i32>(refsWord(ka), 1);
  return ka;
}

/** Gives a run back whose last reference is gone. */
export function runFree(ka: usize, order: i32): void {
  if (atomic.xchg<i32>(refsWord(ka), 0) != 1) panic(PANIC_DOUBLE_FREE, ka, order);
  if (DEBUG) memory.fill(ka, JUNK, PAGE << order);
  acquire(machineWord(LOCK), RANK_FRAMES);
  store<usize>(ka, load<usize>(runsWord(order)));
  store<usize>(runsWord(order), ka);
  const m = machine();
  m.framesUsed -= 1 << order;
  m.framesLoose++;
  release(machineWord(LOCK), RANK_FRAMES);
}

/** One frame, content undefined, one reference; 0 when memory is short. */
export function frameAlloc(): usize {
  return runAlloc(0);
}

/** One frame of zeroes, one reference; 0 when memory is short. */
export function frameAllocZero(): usize {
  const taken = runTake(0);
  const ka = taken & ~1;
  if (ka == 0) return 0;
  if ((taken & 1) == 0) memory.fill(ka, 0, PAGE);
  atomic.store<i32>(refsWord(ka), 1);
  return ka;
}

/** One more user of a frame. */
export function frameKeep(ka: usize): void {
  atomic.add<i32>(refsWord(ka), 1);
}

/** Users of a frame. */
export function frameRefs(ka: usize): i32 {
  return atomic.load<i32>(refsWord(ka));
}

/** One user less; the last one frees the frame. */
export function frameDrop(ka: usize): void {
  runDrop(ka, 0);
}

/** One user less of a run; the last one frees it. */
export function runDrop(ka: usize, order: i32): void {
  if (atomic.load<i32>(refsWord(ka)) != 1) {
    const before = atomic.sub<i32>(refsWord(ka), 1);
    if (before > 1) return;
    if (before <= 0) panic(PANIC_DOUBLE_FREE, ka, before);
    atomic.store<i32>(refsWord(ka), 1);
  }
  runFree(ka, order);
}

/** The smallest order whose run holds `bytes`; ORDER_MAX + 1 when none does. */
export function orderOf(bytes: u32): i32 {
  let order = 0;
  while (order <= ORDER_MAX && PAGE << order < bytes) order++;
  return order;
}

/** Frames on the free lists and never used, counted anew (for check()). Conditions: nothing locked. */
export function framesCountFree(): i32 {
  acquire(machineWord(LOCK), RANK_FRAMES);
  let free = machine().frames - machine().frameNext;
  for (let order = 0; order <= ORDER_MAX; order++) {
    for (let ka = load<usize>(runsWord(order)); ka != 0; ka = load<usize>(ka)) free += 1 << order;
  }
  release(machineWord(LOCK), RANK_FRAMES);
  return free as i32;
}
