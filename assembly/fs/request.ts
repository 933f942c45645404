// request — calls to the file server: a struct in physical memory, a queue, a bell; the caller parks.
import {
  REQUEST_A0,
  REQUEST_BUF,
  REQUEST_BUF_LEN,
  REQUEST_BYTES,
  REQUEST_NEXT,
  REQUEST_OP,
  REQUEST_RESULT,
  REQUEST_STATE,
  REQUEST_THREAD,
} from "../abi/structs";
import { bellRing } from "../lib/bell";
import { RANK_REQUEST, acquire, release } from "../lib/lock";
import { hostWait } from "../lib/host";
import { runAlloc } from "../mm/frames";
import { MACHINE_KA, Machine, machine, machineWord } from "../mm/layout";
import { slabAlloc, slabFree } from "../mm/slab";
import { unpark } from "../task/cpu";
import { Thread, current } from "../task/thread";
import { tickNext } from "../task/tick";
import { park, sleepFirmly, wakeOne } from "../task/wait";

const LOCK: usize = offsetof<Machine>("requestLock");
const SENT: usize = MACHINE_KA + offsetof<Machine>("serverSent");
const RECEIVED: usize = MACHINE_KA + offsetof<Machine>("serverReceived");
const QUEUED: i32 = 1;
const DONE: i32 = 2;

/** Bytes of a transfer buffer, the most one read or write moves. */
export const TRANSFER_BYTES: u32 = 65536;
const TRANSFER_ORDER: i32 = 4;
const TRANSFERS_MAX: i32 = 8;

/** The current thread's request, cleared. One at a time: fill it, then requestSend. */
export function requestNew(op: i32): usize {
  const ka = changetype<usize>(current()) + offsetof<Thread>("request0");
  memory.fill(ka, 0, REQUEST_BYTES);
  store<i32>(ka + REQUEST_OP, op);
  store<usize>(ka + REQUEST_THREAD, changetype<usize>(current()));
  return ka;
}

function enqueue(ka: usize): void {
  const m = machine();
  acquire(machineWord(LOCK), RANK_REQUEST);
  store<usize>(ka + REQUEST_NEXT, 0);
  if (m.requestTail == 0) m.requestHead = ka;
  else store<usize>(m.requestTail + REQUEST_NEXT, ka);
  m.requestTail = ka;
  release(machineWord(LOCK), RANK_REQUEST);
  bellRing(machineWord(offsetof<Machine>("serverBell")));
}

/** Sends the request and waits for its end, not to be interrupted. Its result. Conditions: nothing locked. */
export function requestSend(ka: usize): i32 {
  store<i32>(ka + REQUEST_STATE, QUEUED);
  enqueue(ka);
  while (atomic.load<i32>(ka + REQUEST_STATE) != DONE) park(-1);
  acquire(machineWord(LOCK), RANK_REQUEST); // the server is past its unpark
  release(machineWord(LOCK), RANK_REQUEST);
  return load<i32>(ka + REQUEST_RESULT);
}

/** A request nobody waits for (close); freed when done. Lost when memory is short: the server's handle leaks.
 *  */
export function requestPost(op: i32, a0: i32): void {
  const ka = slabAlloc(REQUEST_BYTES);
  if (ka == 0) return;
  store<i32>(ka + REQUEST_OP, op);
  store<i32>(ka + REQUEST_A0, a0);
  enqueue(ka);
}

/** The file server's side: the next request, waiting for one; 0 when a message waits for the worker. Ticks
 *  meanwhile. */
export function requestNext(): usize {
  const m = machine();
  const bell = machineWord(offsetof<Machine>("serverBell"));
  while (true) {
    const seen = atomic.load<i32>(bell);
    if (atomic.load<i32>(SENT) != atomic.load<i32>(RECEIVED)) return 0;
    const left = tickNext();
    acquire(machineWord(LOCK), RANK_REQUEST);
    const ka = m.requestHead;
    if (ka != 0) {
      m.requestHead = load<usize>(ka + REQUEST_NEXT);
      if (m.requestHead == 0) m.requestTail = 0;
    }
    release(machineWord(LOCK), RANK_REQUEST);
    if (ka != 0) return ka;
    hostWait(bell, seen, left);
  }
}

/** The file server has stored the result. */
export function requestFinish(ka: usize): void {
  const t = load<usize>(ka + REQUEST_THREAD);
  if (t == 0) {
    slabFree(ka, REQUEST_BYTES);
    return;
  }
  acquire(machineWord(LOCK), RANK_REQUEST);
  atomic.store<i32>(ka + REQUEST_STATE, DONE);
  unpark(changetype<Thread>(t));
  release(machineWord(LOCK), RANK_REQUEST);
}

/** A buffer of TRANSFER_BYTES, waiting for one when all are taken; 0 when memory is short. */
export function transferTake(): usize {
  const m = machine();
  acquire(machineWord(LOCK), RANK_REQUEST);
  while (m.transferFree == 0 && m.transfers >= TRANSFERS_MAX) {
    sleepFirmly(machineWord(offsetof<Machine>("transferWaiters")), machineWord(LOCK), RANK_REQUEST);
  }
  let ka = m.transferFree;
  if (ka != 0) m.transferFree = load<usize>(ka);
  else {
    ka = runAlloc(TRANSFER_ORDER);
    if (ka != 0) m.transfers++;
  }
  release(machineWord(LOCK), RANK_REQUEST);
  return ka;
}

/** Frames of transfer buffers, which are kept for the next request. */
export function transferFrames(): i32 {
  return machine().transfers << TRANSFER_ORDER;
}

/** Gives a transfer buffer back. */
export function transferGive(ka: usize): void {
  const m = machine();
  acquire(machineWord(LOCK), RANK_REQUEST);
  store<usize>(ka, m.transferFree);
  m.transferFree = ka;
  wakeOne(machineWord(offsetof<Machine>("transferWaiters")));
  release(machineWord(LOCK), RANK_REQUEST);
}

/** Sets where the data of a request lie. */
export function requestBuffer(ka: usize, buf: usize, n: u32): void {
  store<usize>(ka + REQUEST_BUF, buf);
  store<u32>(ka + REQUEST_BUF_LEN, n);
}
