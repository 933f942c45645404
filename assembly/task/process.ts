// process — the process table and the tree of parents and children.
import { EAGAIN, ENOMEM } from "../abi/errno";
import { RANK_TREE, acquire, release } from "../lib/lock";
import { Machine, PIDS_KA, PIDS_MAX, machine, machineWord } from "../mm/layout";
import { frameAllocZero, runFree } from "../mm/frames";
import { slabAlloc, slabFree } from "../mm/slab";
import { cpuForget } from "./cpu";
import { THREAD_BYTES, Thread } from "./thread";

export const ALIVE: i32 = 0;
export const STOPPED: i32 = 1;
export const ZOMBIE: i32 = 2;

export const TREE_LOCK: usize = offsetof<Machine>("treeLock");
export const INIT_PID: i32 = 1;

@unmanaged export class Process {
  pid: i32; // fixed
  // treeLock
  ppid: i32;
  pgid: i32;
  sid: i32;
  parent: usize;
  children: usize;
  sibling: usize;
  siblingBefore: usize;
  threads: usize;
  state: i32; // ALIVE, STOPPED, ZOMBIE
  status: i32; // wait status word once a ZOMBIE
  fatal: i32; // SIGKILL: it is to die at once; 0
  exiting: i32; // 1: it has begun to exit
  stopSignal: i32; // what stopped it
  stopNews: i32; // 1: a stop nobody has waited for
  continueNews: i32;
  childWait: usize; // queue: threads in wait
  stopWait: usize; // queue: its own stopped threads
  signalWait: usize; // queue: threads that wait for a signal to be pending
  actions: usize; // 64 ksigactions, 0: all default (task/action.ts)
  pendingSet: i64; // with the two behind: Pending (task/pending.ts)
  pendingHead: usize;
  pendingCount: i32;
  alarm: usize; // Timer, 0: never used (task/timer.ts)
  timers: usize; // POSIX timers
  virtual: f64; // CPU time in ns until SIGVTALRM, SIGPROF; 0: none
  virtualInterval: f64;
  profile: f64;
  profileInterval: f64;
  execed: i32;
  hostWaits: i32; // 1: the host asked for its status
  vforkParent: usize; // Thread that waits for exec or exit
  uid: u32;
  gid: u32;
  // filesLock
  filesLock: i32;
  files: usize; // descriptor table, one frame (fs/descriptor.ts)
  // its own threads only
  space: usize;
  cwd: usize; // one frame: length, bytes
  umask: i32;
  args: usize; // run: block of arguments
  argsOrder: i32;
  image: i32;
}

export const PROCESS_BYTES: u32 = offsetof<Process>();

function pidWord(pid: i32): usize {
  return PIDS_KA + ((<usize>pid) << 2);
}

/** The process with that pid, zombies too; null when there is none. Conditions: treeLock. */
export function processFind(pid: i32): Process | null {
  if (pid == INIT_PID) return initProcess();
  if (pid <= 0 || pid >= PIDS_MAX) return null;
  const ka = load<usize>(pidWord(pid));
  return ka == 0 ? null : changetype<Process>(ka);
}

function pidTake(process: Process): i32 {
  const m = machine();
  for (let tries = 0; tries < PIDS_MAX; tries++) {
    m.lastPid = m.lastPid + 1 < PIDS_MAX ? m.lastPid + 1 : 2;
    if (load<usize>(pidWord(m.lastPid)) != 0) continue;
    store<usize>(pidWord(m.lastPid), changetype<usize>(process));
    return m.lastPid;
  }
  return -EAGAIN;
}

/** A process with one thread, both empty, linked under nobody yet. Its thread, or -EAGAIN, -ENOMEM as a
 *  value. Conditions: nothing locked. */
export function processCreate(): i32 {
  const m = machine();
  const ka = slabAlloc(PROCESS_BYTES);
  const tka = slabAlloc(THREAD_BYTES);
  const files = frameAllocZero();
  const cwd = frameAllocZero();
  if (ka == 0 || tka == 0 || files == 0 || cwd == 0) {
    discard(ka, tka, files, cwd);
    return -ENOMEM;
  }
  const process = changetype<Process>(ka);
  const t = changetype<Thread>(tka);
  acquire(machineWord(TREE_LOCK), RANK_TREE);
  let pid = m.live >= m.processLimit ? -EAGAIN : pidTake(process);
  if (pid > 0) {
    m.live++;
    m.spawned++;
    process.pid = t.tid = pid;
    process.threads = tka; // a signal finds it from here on
    t.process = ka;
    t.cpu = -1; // and RUNNING: a signal before it is placed leaves only a token, no place on a run queue
  }
  release(machineWord(TREE_LOCK), RANK_TREE);
  if (pid < 0) {
    discard(ka, tka, files, cwd);
    return pid;
  }
  process.files = files;
  process.cwd = cwd;
  return tka as i32;
}

function discard(process: usize, thread: usize, files: usize, cwd: usize): void {
  if (process != 0) slabFree(process, PROCESS_BYTES);
  if (thread != 0) slabFree(thread, THREAD_BYTES);
  if (files != 0) runFree(files, 0);
  if (cwd != 0) runFree(cwd, 0);
}

/** Frees a process no thread runs in, and its pid. Conditions: treeLock; unlinked; everything it held given
 *  back. */
export function processFree(process: Process): void {
  store<usize>(pidWord(process.pid), 0);
  machine().live--;
  slabFree(changetype<usize>(process), PROCESS_BYTES);
}

/** Frees the thread struct. Conditions: the host has dropped it. */
export function threadFree(t: Thread): void {
  if (t.cpu >= 0) cpuForget(t);
  slabFree(changetype<usize>(t), THREAD_BYTES);
}

/** Makes `child` a child of `parent`. Conditions: treeLock. */
export function treeLink(parent: Process, child: Process): void {
  child.parent = changetype<usize>(parent);
  child.ppid = parent.pid;
  child.siblingBefore = 0;
  child.sibling = parent.children;
  if (child.sibling != 0) changetype<Process>(child.sibling).siblingBefore = changetype<usize>(child);
  parent.children = changetype<usize>(child);
}

/** Takes `child` from its parent. Conditions: treeLock. */
export function treeUnlink(child: Process): void {
  if (child.sibling != 0) changetype<Process>(child.sibling).siblingBefore = child.siblingBefore;
  if (child.siblingBefore != 0) changetype<Process>(child.siblingBefore).sibling = child.sibling;
  else changetype<Process>(child.parent).children = child.sibling;
  child.parent = 0;
}

/** Takes a zombie off the tree and frees it. Conditions: treeLock. */
export function processReap(process: Process): void {
  treeUnlink(process);
  processFree(process);
}

export function initProcess(): Process {
  return changetype<Process>(machine().init);
}

/** The i-th process (from 0) in pid order after `pid`; null at the end. Conditions: treeLock. */
export function processAfter(pid: i32): Process | null {
  for (let i = pid + 1; i < PIDS_MAX; i++) {
    const ka = load<usize>(pidWord(i));
    if (ka != 0) return changetype<Process>(ka);
  }
  return null;
}

/** Is there a live process in the group, besides zombies? Conditions: treeLock. */
export function groupFind(pgid: i32): Process | null {
  let p = processAfter(0);
  while (p != null && p.pgid != pgid) p = processAfter(p.pid);
  return p;
}
