// host — the doors the host comes in by: boot, CPUs, threads, processes it spawns, streams, the file server.
import { O_RDONLY, O_WRONLY, STREAM_TTY } from "../abi/constants";
import { EAGAIN, ENAMETOOLONG, ENFILE, ENOMEM, ESRCH } from "../abi/errno";
import { descriptorReplace } from "../fs/descriptor";
import { KIND_PIPE, fileCreate } from "../fs/file";
import { Pipe, pipeAttach, pipeCreate, pipeDetach, pipeRead, pipeWrite } from "../ipc/pipe";
import { RANK_TREE, acquire, release } from "../lib/lock";
import { ORDER_MAX, framesBoot, orderOf, runAlloc, runFree } from "../mm/frames";
import { machine } from "../mm/layout";
import { slabAlloc } from "../mm/slab";
import { Space, spaceCreate } from "../mm/space";
import { cpuAt, unpark } from "../task/cpu";
import { SIGNALS } from "../task/action";
import { flatReserve } from "../task/flat";
import {
  INIT_PID,
  PROCESS_BYTES,
  Process,
  ZOMBIE,
  initProcess,
  processCreate,
  processFind,
  processReap,
  treeLink,
} from "../task/process";
import { signalPost } from "../task/signal";
import { PARKED, Thread } from "../task/thread";
import { argsBytes, argsGive } from "./args";
import { CWD_MAX } from "./path";
import { processDiscard, threadPlace, treeLock } from "./life";

const SPINS_AT_FIRST: i32 = 500;
const FLAT_PAGE_SHIFT: i32 = 16;

/** Lays out physical memory of `bytes`. `capacity`: threads a CPU holds; `limit`: processes. 0 or -ENOMEM. */
export function bootMachine(bytes: u32, cpus: i32, capacity: i32, limit: i32): i32 {
  const m = machine();
  framesBoot(bytes);
  if (m.frameNext + 64 > m.frames) return -ENOMEM;
  m.cpus = cpus;
  m.capacity = capacity;
  m.processLimit = limit;
  m.flatLimit = (bytes >>> FLAT_PAGE_SHIFT) as i32;
  for (let i = 0; i < cpus; i++) cpuAt(i).spins = SPINS_AT_FIRST;
  m.lastPid = INIT_PID;
  const ka = slabAlloc(PROCESS_BYTES);
  const init = changetype<Process>(ka);
  init.pid = init.pgid = init.sid = INIT_PID;
  m.init = ka;
  return 0;
}

// ---- threads

export function threadMakeReady(t: Thread): void {
  t.unwind = 0;
  atomic.store<i32>(changetype<usize>(t) + offsetof<Thread>("state"), PARKED);
  unpark(t);
}

/** Books the flat memory of a new image: pages of 64 KiB, first address allowed. */
export function threadFlatBook(t: Thread, pages: i32, guard: u32): i32 {
  const space = changetype<Space>(t.space);
  if (space.flatPages == 0) {
    const error = flatReserve(space, pages);
    if (error < 0) return error;
  }
  space.guard = guard;
  return 0;
}

// ---- buffers

/** A run of at least n bytes for the host; 0 when memory is short. */
export function bufferAlloc(n: u32): usize {
  const order = orderOf(n);
  return order > ORDER_MAX ? 0 : runAlloc(order);
}

export function bufferFree(ka: usize, n: u32): void {
  runFree(ka, orderOf(n));
}

// ---- processes the host spawns

/** A child of init without descriptors, working directory `cwd`, arguments copied. Its thread's ka or -errno.
 *  */
export function hostSpawn(image: i32, args: usize, cwd: usize, cwdLen: i32): i32 {
  if (<u32>cwdLen > CWD_MAX) return -ENAMETOOLONG;
  const made = processCreate();
  if (made < 0) return made;
  const t = changetype<Thread>(made);
  const process = changetype<Process>(t.process);
  const space = spaceCreate();
  const order = orderOf(argsBytes(args));
  const run: usize = order > ORDER_MAX ? 0 : runAlloc(order);
  if (space != null) t.space = process.space = changetype<usize>(space);
  if (space == null || run == 0) {
    if (run != 0) runFree(run, order);
    processDiscard(process, t);
    return -ENOMEM;
  }
  memory.copy(run, args, argsBytes(args));
  argsGive(process, <i32>run | order);
  store<i32>(process.cwd, cwdLen);
  memory.copy(process.cwd + 4, cwd, cwdLen);
  process.umask = 0o022;
  process.image = t.image = image;
  process.hostWaits = 1;
  acquire(treeLock(), RANK_TREE);
  process.pgid = process.pid; // a job of the session that the embedder, init, leads
  process.sid = INIT_PID;
  treeLink(initProcess(), process);
  release(treeLock(), RANK_TREE);
  return made;
}

/** A pipe whose far end is the process's `fd`. The pipe's ka or -errno. */
export function hostStream(t: Thread, fd: i32, hostReads: i32, flags: i32): i32 {
  const pipe = pipeCreate();
  if (pipe == null) return -ENOMEM;
  pipe.hostEnd = 1;
  pipeAttach(pipe, hostReads == 0);
  const file = fileCreate(KIND_PIPE, changetype<usize>(pipe), hostReads != 0 ? O_WRONLY : O_RDONLY);
  if (file == null) {
    pipeDetach(pipe, hostReads == 0);
    return -ENFILE;
  }
  pipe.hostWrites = hostReads == 0 ? 1 : 0;
  file.terminal = (flags & STREAM_TTY) != 0 ? 1 : 0;
  const got = descriptorReplace(changetype<Process>(t.process), file, fd, false);
  return got < 0 ? got : changetype<i32>(pipe);
}

export function hostPlace(t: Thread): i32 {
  const error = threadPlace(-1, changetype<Process>(t.process), t);
  return error < 0 ? error : t.cpu;
}

/** Undoes hostSpawn and hostStream of a process that never ran; the host closes its own ends of the pipes. */
export function hostDrop(t: Thread): void {
  processDiscard(changetype<Process>(t.process), t);
}

/** The wait status of a process the host spawned, reaping it; -EAGAIN, -ESRCH. */
export function hostPoll(pid: i32): i32 {
  acquire(treeLock(), RANK_TREE);
  const process = processFind(pid);
  let result = -ESRCH;
  if (process != null && process.hostWaits != 0) {
    result = process.state == ZOMBIE ? process.status : -EAGAIN;
    if (result >= 0) processReap(process);
  }
  release(treeLock(), RANK_TREE);
  return result;
}

export function hostKill(pid: i32, signal: i32): i32 {
  acquire(treeLock(), RANK_TREE);
  const process = processFind(pid);
  if (process != null && signal > 0 && signal <= SIGNALS) signalPost(process, signal, 0);
  release(treeLock(), RANK_TREE);
  return process == null ? -ESRCH : 0;
}

// ---- streams

export function hostStreamRead(pipe: Pipe, ka: usize, n: i32): i32 {
  return pipeRead(pipe, null, ka as u32, n, true);
}

export function hostStreamWrite(pipe: Pipe, ka: usize, n: i32): i32 {
  return pipeWrite(pipe, null, ka as u32, n, true);
}

export function hostStreamClose(pipe: Pipe): void {
  pipeDetach(pipe, pipe.hostWrites != 0);
}
