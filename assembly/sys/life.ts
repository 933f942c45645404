// life — how a process ends and multiplies: exit and fork.
import { CLD_EXITED, CLD_KILLED, UNWIND_EXIT } from "../abi/constants";
import { EAGAIN, ENOMEM } from "../abi/errno";
import { descriptorFile, descriptorsCopy, descriptorsEnd, DESCRIPTORS_MAX } from "../fs/descriptor";
import { KIND_PIPE } from "../fs/file";
import { Pipe } from "../ipc/pipe";
import { bellRing } from "../lib/bell";
import { hostClock, hostFork } from "../lib/host";
import { RANK_SEGMENTS, RANK_SPACE, RANK_TREE, acquire, release } from "../lib/lock";
import { frameKeep, runDrop, runFree } from "../mm/frames";
import { Machine, machine, machineWord } from "../mm/layout";
import { spaceCopyLocked, unmapAll } from "../mm/map";
import { Space, spaceCreate, spaceFree, spaceLock } from "../mm/space";
import { actionsCopy, actionsFree, reapsItself, talksBySignals } from "../task/action";
import { cpuChoose, cpuUnclaim, unpark } from "../task/cpu";
import { flatRelease, flatReserve } from "../task/flat";
import { groupLeave } from "../task/group";
import {
  Process,
  TREE_LOCK,
  ZOMBIE,
  initProcess,
  processCreate,
  processFree,
  processReap,
  threadFree,
  treeLink,
  treeUnlink,
} from "../task/process";
import { recordsDrop, recordsShare } from "../task/record";
import { childSignal, isDoomed, parentNotify, signalOwn, signalsEnd } from "../task/signal";
import { Thread, current } from "../task/thread";
import { timersEnd } from "../task/timer";
import { park } from "../task/wait";
import { alternateCopy } from "./altstack";

const FORK_VFORK: i32 = 1;

export function treeLock(): usize {
  return machineWord(TREE_LOCK);
}

/** Seconds since the epoch. */
export function secondsNow(): i64 {
  return <i64>(hostClock(0) / 1e9);
}

/** Sends a signal to the current thread; it is taken on the way out of the kernel. */
export function signalSelf(signal: i32): void {
  acquire(treeLock(), RANK_TREE);
  signalOwn(current(), signal);
  release(treeLock(), RANK_TREE);
}

/** Ends the current process with a wait status word. Never returns: unwinds by trap. */
export function exitSelf(status: i32): void {
  processEnd(current(), status);
  current().unwind = UNWIND_EXIT;
  unreachable();
}

/** Everything of t's process but the stack it runs on ends: memory, descriptors, children; the parent is
 *  told. Never sleeps. Conditions: nothing locked. The process may be gone on return. */
export function processEnd(t: Thread, status: i32): void {
  const process = changetype<Process>(t.process);
  acquire(treeLock(), RANK_TREE);
  process.exiting = 1;
  process.fatal = 0;
  release(treeLock(), RANK_TREE);
  belongingsEnd(process);
  acquire(treeLock(), RANK_TREE);
  recordsDrop(t);
  timersEnd(process);
  signalsEnd(process);
  actionsFree(process);
  vforkDone(process);
  childrenOrphan(process);
  countsKeep(t);
  process.status = status;
  process.state = ZOMBIE;
  process.threads = 0;
  t.process = 0;
  if (process.parent != 0) groupLeave(process, changetype<Process>(process.parent), process);
  parentTell(process);
  release(treeLock(), RANK_TREE);
  cpuUnclaim(t.cpu);
}

/** Address space, descriptors, working directory, arguments. */
function belongingsEnd(process: Process): void {
  const space = changetype<Space>(process.space);
  unmapAll(space, process.pid, secondsNow());
  atomic.add<i64>(machineWord(offsetof<Machine>("bytesIn")), space.bytesIn);
  atomic.add<i64>(machineWord(offsetof<Machine>("bytesOut")), space.bytesOut);
  flatRelease(space);
  spaceFree(space);
  process.space = 0;
  descriptorsEnd(process);
  runFree(process.cwd, 0);
  process.cwd = 0;
  if (process.args != 0) runDrop(process.args, process.argsOrder);
  process.args = 0;
}

function childrenOrphan(process: Process): void {
  const init = initProcess();
  while (process.children != 0) {
    const child = changetype<Process>(process.children);
    treeUnlink(child);
    treeLink(init, child);
    if (child.state == ZOMBIE && child.hostWaits == 0) processReap(child);
    else groupLeave(child, process, null);
  }
}

function countsKeep(t: Thread): void {
  const m = machine();
  m.syscalls += t.syscalls;
  m.faults += t.faults;
  t.syscalls = 0;
  t.faults = 0;
}

function parentTell(process: Process): void {
  const parent = changetype<Process>(process.parent);
  if (process.hostWaits != 0) {
    bellRing(machineWord(offsetof<Machine>("hostBell")));
    return;
  }
  const reaps = parent == initProcess() || reapsItself(parent);
  const signal = process.status & 0x7f;
  if (signal == 0) childSignal(parent, process, CLD_EXITED, process.status >> 8);
  else childSignal(parent, process, CLD_KILLED, signal);
  parentNotify(process);
  if (reaps) processReap(process);
}

/** exec or exit of a vfork child: its parent goes on. Conditions: treeLock. */
export function vforkDone(process: Process): void {
  const waiter = process.vforkParent;
  if (waiter == 0) return;
  process.vforkParent = 0;
  changetype<Thread>(waiter).vforkChild = 0;
  unpark(changetype<Thread>(waiter));
}

/** A copy of `parent` without memory: descriptors, ids, working directory, arguments. Its thread's ka, or
 *  -errno. */
export function processCopy(parent: Process): i32 {
  const made = processCreate();
  if (made < 0) return made;
  const t = changetype<Thread>(made);
  const child = changetype<Process>(t.process);
  const space = spaceCreate();
  if (space == null) {
    processDiscard(child, t);
    return -ENOMEM;
  }
  t.space = child.space = changetype<usize>(space);
  memory.copy(child.cwd, parent.cwd, 4 + load<u32>(parent.cwd));
  child.umask = parent.umask;
  child.uid = parent.uid;
  child.gid = parent.gid;
  child.image = t.image = parent.image;
  child.args = parent.args;
  child.argsOrder = parent.argsOrder;
  if (child.args != 0) frameKeep(child.args);
  descriptorsCopy(parent, child);
  acquire(treeLock(), RANK_TREE);
  child.pgid = parent.pgid;
  child.sid = parent.sid;
  const copied = actionsCopy(parent, child);
  t.mask = current().mask;
  alternateCopy(current(), t);
  if (copied == 0) treeLink(parent, child);
  release(treeLock(), RANK_TREE);
  if (copied == 0) return made;
  processDiscard(child, t);
  return copied;
}

/** Undoes processCopy or processCreate of a process that never ran. Conditions: nothing locked. */
export function processDiscard(child: Process, t: Thread): void {
  const space = child.space;
  if (space != 0) {
    unmapAll(changetype<Space>(space), child.pid, secondsNow());
    flatRelease(changetype<Space>(space));
    spaceFree(changetype<Space>(space));
  }
  descriptorsEnd(child);
  runFree(child.cwd, 0);
  if (child.args != 0) runDrop(child.args, child.argsOrder);
  acquire(treeLock(), RANK_TREE);
  if (child.parent != 0) treeUnlink(child);
  recordsDrop(t);
  signalsEnd(child);
  actionsFree(child);
  t.process = 0;
  processFree(child);
  release(treeLock(), RANK_TREE);
  if (t.cpu >= 0) cpuUnclaim(t.cpu);
  threadFree(t);
}

/** Chooses the CPU of a new thread. 0 or -EAGAIN. */
export function threadPlace(parent: i32, process: Process, t: Thread): i32 {
  t.cpu = cpuChoose(parent, talksBySignals(process) || holdsPipe(process));
  return t.cpu < 0 ? -EAGAIN : 0;
}

/** Does it hold a pipe to other guests? Then parent and child will talk, and talk fastest on one CPU. */
function holdsPipe(process: Process): bool {
  for (let fd = 0; fd < DESCRIPTORS_MAX; fd++) {
    const file = descriptorFile(process, fd);
    if (file != null && file.kind == KIND_PIPE && changetype<Pipe>(file.object).hostEnd == 0) return true;
  }
  return false;
}

/** The first half of fork, before the stack is captured: 0 or -EAGAIN. */
export function forkAllowed(): i32 {
  return machine().live < machine().processLimit ? 0 : -EAGAIN;
}

/** The second half: the child's pid or -errno. flags 1: wait until the child execs or ends. */
export function forkNow(flags: i32, records: i32, low: i32): i32 {
  const t = current();
  const parent = changetype<Process>(t.process);
  const made = processCopy(parent);
  if (made < 0) return made;
  const ct = changetype<Thread>(made);
  const child = changetype<Process>(ct.process);
  const pid = child.pid;
  let error = memoryCopy(changetype<Space>(parent.space), changetype<Space>(child.space));
  if (error == 0) error = threadPlace(t.cpu, parent, ct);
  if (error == 0 && (flags & FORK_VFORK) != 0) {
    t.vforkChild = changetype<usize>(child);
    child.vforkParent = changetype<usize>(t);
  }
  recordsShare(t, ct, records);
  if (error == 0) error = hostFork(changetype<usize>(ct), low);
  if (error < 0) {
    t.vforkChild = 0;
    processDiscard(child, ct);
    return error;
  }
  if ((flags & FORK_VFORK) != 0) vforkWait(t);
  return pid;
}

function memoryCopy(from: Space, to: Space): i32 {
  const error = flatReserve(to, from.flatPages);
  if (error < 0) return error;
  to.guard = from.guard;
  to.brk = from.brk;
  to.brkStart = from.brkStart;
  acquire(machineWord(offsetof<Machine>("shmLock")), RANK_SEGMENTS);
  acquire(spaceLock(from), RANK_SPACE);
  const copied = spaceCopyLocked(from, to);
  release(spaceLock(from), RANK_SPACE);
  release(machineWord(offsetof<Machine>("shmLock")), RANK_SEGMENTS);
  return copied;
}

/** Waits for vforkDone; a signal that ends the parent cuts the tie, others wait. */
function vforkWait(t: Thread): void {
  acquire(treeLock(), RANK_TREE);
  while (t.vforkChild != 0 && !isDoomed(t)) {
    release(treeLock(), RANK_TREE);
    park(-1);
    acquire(treeLock(), RANK_TREE);
  }
  if (t.vforkChild != 0) changetype<Process>(t.vforkChild).vforkParent = 0;
  t.vforkChild = 0;
  release(treeLock(), RANK_TREE);
}
