// pipe — a ring of page-sized slots between two ends: EOF when the writers go, EPIPE when the readers go.
import { EAGAIN, EBUSY, EFAULT, EINVAL, EPERM, EPIPE } from "../abi/errno";
import { bellRing } from "../lib/bell";
import { RANK_OBJECT, acquire, release } from "../lib/lock";
import { frameAlloc, orderOf, runAlloc, runFree } from "../mm/frames";
import { Machine, PAGE, machineWord } from "../mm/layout";
import { slabAlloc, slabFree } from "../mm/slab";
import { Space } from "../mm/space";
import { copyFrom, copyTo } from "../mm/usercopy";
import { sleepOn, wakeAll } from "../task/wait";

// As on Linux fullness is counted in slots: a small write is appended to the newest slot when it fits there
// wholly, else it takes a new one. A slot keeps its frame when it is drained, for the next write.

@unmanaged export class Pipe {
  lock: i32;
  // lock
  readers: i32; // open files that read
  writers: i32;
  slots: usize; // run of Slot
  slotsOrder: i32;
  count: u32; // slots, a power of two
  tail: u32; // oldest used slot, counts on without end
  head: u32; // next free slot
  queued: u32; // bytes
  readWait: usize;
  writeWait: usize;
  hostEnd: i32; // 1: the host holds an end and listens on its bell
  hostWrites: i32; // fixed: the host's end is the writing one
  refs: i32; // ends, the host's too
  inode: i32; // fixed
}

// A slot: frame's ka, u16 offset, u16 length.
const SLOT: usize = 8;
const OFFSET: usize = 4;
const LENGTH: usize = 6;
const SLOTS: u32 = 16;
const SLOTS_MAX: u32 = 256;
export const PIPE_BUF: u32 = 4096;

export function pipeCreate(): Pipe | null {
  const ka = slabAlloc(offsetof<Pipe>());
  if (ka == 0) return null;
  const pipe = changetype<Pipe>(ka);
  pipe.slots = slabAlloc(SLOTS * <u32>SLOT);
  if (pipe.slots == 0) {
    slabFree(ka, offsetof<Pipe>());
    return null;
  }
  pipe.slotsOrder = -1;
  pipe.count = SLOTS;
  pipe.inode = atomic.add<i32>(machineWord(offsetof<Machine>("nextInode")), 1) + 1;
  return pipe;
}

function slotAt(pipe: Pipe, index: u32): usize {
  return pipe.slots + <usize>(index & (pipe.count - 1)) * SLOT;
}

function slotsFree(pipe: Pipe): void {
  if (pipe.slotsOrder < 0) slabFree(pipe.slots, SLOTS * <u32>SLOT);
  else runFree(pipe.slots, pipe.slotsOrder);
}

function lockOf(pipe: Pipe): usize {
  return changetype<usize>(pipe);
}

function hostTell(pipe: Pipe): void {
  if (pipe.hostEnd == 0) return;
  bellRing(machineWord(offsetof<Machine>("hostBell")));
}

function wakeReaders(pipe: Pipe): void {
  wakeAll(changetype<usize>(pipe) + offsetof<Pipe>("readWait"));
}

function wakeWriters(pipe: Pipe): void {
  wakeAll(changetype<usize>(pipe) + offsetof<Pipe>("writeWait"));
}

/** One more end of a kind. */
export function pipeAttach(pipe: Pipe, writes: bool): void {
  acquire(lockOf(pipe), RANK_OBJECT);
  if (writes) pipe.writers++;
  else pipe.readers++;
  pipe.refs++;
  release(lockOf(pipe), RANK_OBJECT);
}

/** One end less; the last frees the pipe and what is in it. */
export function pipeDetach(pipe: Pipe, writes: bool): void {
  acquire(lockOf(pipe), RANK_OBJECT);
  if (writes) pipe.writers--;
  else pipe.readers--;
  wakeReaders(pipe);
  wakeWriters(pipe);
  hostTell(pipe);
  const last = --pipe.refs == 0;
  release(lockOf(pipe), RANK_OBJECT);
  if (!last) return;
  for (let i: u32 = 0; i < pipe.count; i++) {
    const frame = load<usize>(slotAt(pipe, i));
    if (frame != 0) runFree(frame, 0);
  }
  slotsFree(pipe);
  slabFree(changetype<usize>(pipe), offsetof<Pipe>());
}

/** Takes up to n > 0 bytes to `dst` (of `space`; null: a ka). May sleep unless `nonblock`. Conditions:
 *  nothing locked. The count, 0 at end of file, -EAGAIN, -ERESTART, -EFAULT. */
export function pipeRead(pipe: Pipe, space: Space | null, dst: u32, n: u32, nonblock: bool): i32 {
  const lock = lockOf(pipe);
  acquire(lock, RANK_OBJECT);
  let result = 0;
  while (pipe.queued == 0) {
    if (pipe.writers == 0) break;
    result = nonblock
      ? -EAGAIN
      : sleepOn(changetype<usize>(pipe) + offsetof<Pipe>("readWait"), lock, RANK_OBJECT, -1);
    if (result < 0) break;
  }
  if (result == 0 && pipe.queued != 0) result = drainLocked(pipe, space, dst, n);
  release(lock, RANK_OBJECT);
  return result;
}

function drainLocked(pipe: Pipe, space: Space | null, dst: u32, n: u32): i32 {
  const wasFull = pipe.head - pipe.tail >= pipe.count;
  let done: u32 = 0;
  while (done < n && pipe.tail != pipe.head) {
    const slot = slotAt(pipe, pipe.tail);
    const offset = <u32>load<u16>(slot + OFFSET);
    const length = <u32>load<u16>(slot + LENGTH);
    const piece = min(n - done, length);
    if (copyTo(space, dst + done, load<usize>(slot) + offset, piece) < 0) break;
    done += piece;
    pipe.queued -= piece;
    store<u16>(slot + OFFSET, <u16>(offset + piece));
    store<u16>(slot + LENGTH, <u16>(length - piece));
    if (piece == length) pipe.tail++;
  }
  if (done == 0) return -EFAULT;
  if (wasFull && pipe.head - pipe.tail < pipe.count) wakeWriters(pipe);
  hostTell(pipe);
  return done as i32;
}

/** Puts n > 0 bytes in: at most PIPE_BUF wholly or not at all, more in pieces. Conditions: nothing locked.
 * The count, -EPIPE (the caller sends SIGPIPE; after a part too, see pipeIsBroken), -EAGAIN, -ERESTART,
 *  -EFAULT. */
export function pipeWrite(pipe: Pipe, space: Space | null, src: u32, n: u32, nonblock: bool): i32 {
  const lock = lockOf(pipe);
  acquire(lock, RANK_OBJECT);
  let done: u32 = 0;
  let error = 0;
  while (done < n) {
    if (pipe.readers == 0) {
      error = -EPIPE;
      break;
    }
    const put = fillLocked(pipe, space, src + done, n - done, n <= PIPE_BUF);
    if (put < 0) {
      error = put;
      break;
    }
    done += put;
    if (put != 0) {
      wakeReaders(pipe);
      hostTell(pipe);
      continue; // bytes that were appended to a slot leave free ones for the rest
    }
    error = nonblock
      ? -EAGAIN
      : sleepOn(changetype<usize>(pipe) + offsetof<Pipe>("writeWait"), lock, RANK_OBJECT, -1);
    if (error < 0) break;
  }
  release(lock, RANK_OBJECT);
  return done != 0 ? (done as i32) : error;
}

/** Fills free slots. `whole`: all n bytes or none. Bytes put, or -EFAULT, -ENOMEM as -EAGAIN's kin. */
function fillLocked(pipe: Pipe, space: Space | null, src: u32, n: u32, whole: bool): i32 {
  let done: u32 = 0;
  if (pipe.tail != pipe.head) {
    const appended = appendLocked(pipe, space, src, n, whole);
    if (appended != 0) return appended;
  }
  while (done < n && pipe.head - pipe.tail < pipe.count) {
    const slot = slotAt(pipe, pipe.head);
    if (load<usize>(slot) == 0) store<usize>(slot, frameAlloc());
    const frame = load<usize>(slot);
    const piece = min(n - done, PAGE);
    if (frame == 0 || copyFrom(space, frame, src + done, piece) < 0)
      return done != 0 ? (done as i32) : -EFAULT;
    store<u16>(slot + OFFSET, 0);
    store<u16>(slot + LENGTH, <u16>piece);
    pipe.head++;
    pipe.queued += piece;
    done += piece;
  }
  return done as i32;
}

/** Appends the odd bytes of a write to the newest slot when they fit there. 0: they do not. */
function appendLocked(pipe: Pipe, space: Space | null, src: u32, n: u32, whole: bool): i32 {
  const slot = slotAt(pipe, pipe.head - 1);
  const end = <u32>load<u16>(slot + OFFSET) + <u32>load<u16>(slot + LENGTH);
  const odd = n & (PAGE - 1);
  if (odd == 0 || end + odd > PAGE || (whole && odd != n)) return 0;
  if (copyFrom(space, load<usize>(slot) + end, src, odd) < 0) return -EFAULT;
  store<u16>(slot + LENGTH, <u16>(<u32>load<u16>(slot + LENGTH) + odd));
  pipe.queued += odd;
  return odd as i32;
}

/** Has the last reader gone? */
export function pipeIsBroken(pipe: Pipe): bool {
  return pipe.readers == 0;
}

/** Bytes queued. */
export function pipeQueued(pipe: Pipe): u32 {
  return pipe.queued;
}

/** Capacity in bytes. */
export function pipeSize(pipe: Pipe): i32 {
  return (pipe.count * PAGE) as i32;
}

/** F_SETPIPE_SZ: whole pages, a power of two. The new capacity, -EINVAL, -EPERM above 1 MiB, -EBUSY, -ENOMEM
 *  as EBUSY. */
export function pipeResize(pipe: Pipe, bytes: u32): i32 {
  if (<i32>bytes < 0) return -EINVAL;
  let count: u32 = 1;
  while (count * PAGE < bytes) count <<= 1;
  if (count > SLOTS_MAX) return -EPERM;
  const order = orderOf(count * <u32>SLOT);
  const run = runAlloc(order);
  if (run == 0) return -EBUSY;
  memory.fill(run, 0, PAGE << order);
  acquire(lockOf(pipe), RANK_OBJECT);
  const used = pipe.head - pipe.tail;
  if (used > count) {
    release(lockOf(pipe), RANK_OBJECT);
    runFree(run, order);
    return -EBUSY;
  }
  for (let i: u32 = 0; i < pipe.count; i++) {
    const slot = slotAt(pipe, pipe.tail + i);
    if (i < count) memory.copy(run + <usize>i * SLOT, slot, SLOT);
    else if (load<usize>(slot) != 0) runFree(load<usize>(slot), 0);
  }
  slotsFree(pipe);
  pipe.slots = run;
  pipe.slotsOrder = order;
  pipe.count = count;
  pipe.tail = 0;
  pipe.head = used;
  wakeWriters(pipe);
  release(lockOf(pipe), RANK_OBJECT);
  return (count * PAGE) as i32;
}
