// proc — identity, waiting, killing, groups and sessions.
import {
  CLD_CONTINUED,
  CLD_EXITED,
  CLD_KILLED,
  CLD_STOPPED,
  P_ALL,
  P_PGID,
  P_PID,
  SIGCHLD,
  SIGCONT,
  WCONTINUED,
  WEXITED,
  WNOHANG,
  WNOWAIT,
  WUNTRACED,
} from "../abi/constants";
import { EACCES, ECHILD, EINVAL, EPERM, ESRCH } from "../abi/errno";
import {
  KRUSAGE_BYTES,
  KSIGINFO_BYTES,
  KSIGINFO_SI_CODE,
  KSIGINFO_SI_PID,
  KSIGINFO_SI_SIGNO,
  KSIGINFO_SI_STATUS,
  KSIGINFO_SI_UID,
} from "../abi/structs";
import { RANK_TREE, acquire, release } from "../lib/lock";
import { copyOut } from "../mm/usercopy";
import { Process, STOPPED, ZOMBIE, groupFind, processFind, processReap } from "../task/process";
import { current, currentSpace, scratch } from "../task/thread";
import { sleepOn, yieldCpu } from "../task/wait";
import { exitSelf, treeLock } from "./life";

const W_ALL_OPTIONS: i32 = 0xe0000000; // __WNOTHREAD, __WALL, __WCLONE: without meaning here, but allowed

function self(): Process {
  return changetype<Process>(current().process);
}

export function sysGetpid(): i32 {
  return self().pid;
}
export function sysGetppid(): i32 {
  return self().ppid;
}
export function sysGettid(): i32 {
  return current().tid;
}
export function sysGetuid(): i32 {
  return self().uid;
}
export function sysGeteuid(): i32 {
  return self().uid;
}
export function sysGetgid(): i32 {
  return self().gid;
}
export function sysGetegid(): i32 {
  return self().gid;
}

export function sysExit(status: i32): i32 {
  exitSelf((status & 255) << 8);
  return 0;
}

export function sysExitGroup(status: i32): i32 {
  exitSelf((status & 255) << 8);
  return 0;
}

export function sysSchedYield(): i32 {
  yieldCpu();
  return 0;
}

// ---- waiting

function matches(child: Process, type: i32, id: i32): bool {
  if (type == P_PID) return child.pid == id;
  if (type == P_PGID) return child.pgid == id;
  return true;
}

/** Has the child news of a kind the options ask for? */
function hasNews(child: Process, options: i32): bool {
  if (child.state == ZOMBIE) return (options & WEXITED) != 0;
  if (child.state == STOPPED) return (options & WUNTRACED) != 0 && child.stopNews != 0;
  return (options & WCONTINUED) != 0 && child.continueNews != 0;
}

/** Waits for a child. Its ka with treeLock held; 0 (WNOHANG, treeLock not held); -ECHILD, -ERESTART. */
function childAwait(type: i32, id: i32, options: i32): i32 {
  const process = self();
  acquire(treeLock(), RANK_TREE);
  while (true) {
    let some = false;
    for (let ka = process.children; ka != 0; ka = changetype<Process>(ka).sibling) {
      const child = changetype<Process>(ka);
      if (!matches(child, type, id)) continue;
      some = true;
      if (hasNews(child, options)) return ka as i32;
    }
    let result = 0;
    if (!some) result = -ECHILD;
    else if ((options & WNOHANG) == 0) {
      result = sleepOn(
        changetype<usize>(process) + offsetof<Process>("childWait"),
        treeLock(),
        RANK_TREE,
        -1,
      );
      if (result == 0) continue;
    }
    release(treeLock(), RANK_TREE);
    return result;
  }
}

/** Takes the child's news and, of a zombie, the child. Conditions: treeLock. */
function childTake(child: Process, keep: bool): void {
  if (keep) return;
  if (child.state == ZOMBIE) processReap(child);
  else if (child.state == STOPPED) child.stopNews = 0;
  else child.continueNews = 0;
}

function statusWord(child: Process): i32 {
  if (child.state == ZOMBIE) return child.status;
  return child.state == STOPPED ? (child.stopSignal << 8) | 0x7f : 0xffff;
}

export function sysWait4(pid: i32, statusOut: i32, options: i32, usage: i32): i32 {
  if ((options & ~(WNOHANG | WUNTRACED | WCONTINUED | W_ALL_OPTIONS)) != 0) return -EINVAL;
  if (pid == i32.MIN_VALUE) return -ESRCH;
  const type = pid == -1 ? P_ALL : pid > 0 ? P_PID : P_PGID;
  const id = pid == 0 ? self().pgid : abs(pid);
  const ka = childAwait(type, id, options | WEXITED);
  if (ka <= 0) return ka;
  const child = changetype<Process>(ka);
  const word = statusWord(child);
  const found = child.pid;
  childTake(child, false);
  release(treeLock(), RANK_TREE);
  store<i32>(scratch(), word);
  let error = statusOut == 0 ? 0 : copyOut(currentSpace(), statusOut, scratch(), 4);
  if (error == 0 && usage != 0) {
    memory.fill(scratch(), 0, KRUSAGE_BYTES);
    error = copyOut(currentSpace(), usage, scratch(), KRUSAGE_BYTES);
  }
  return error < 0 ? error : found;
}

export function sysWaitid(type: i32, id: i32, info: i32, options: i32): i32 {
  const known = WNOHANG | WUNTRACED | WEXITED | WCONTINUED | WNOWAIT | W_ALL_OPTIONS;
  if ((options & ~known) != 0 || (options & (WEXITED | WUNTRACED | WCONTINUED)) == 0) return -EINVAL;
  if (type < P_ALL || type > P_PGID || (type == P_PID && id <= 0) || (type == P_PGID && id < 0))
    return -EINVAL;
  const ka = childAwait(type, type == P_PGID && id == 0 ? self().pgid : id, options);
  if (ka < 0) return ka;
  memory.fill(scratch(), 0, KSIGINFO_BYTES);
  if (ka != 0) {
    infoFill(changetype<Process>(ka), scratch());
    childTake(changetype<Process>(ka), (options & WNOWAIT) != 0);
    release(treeLock(), RANK_TREE);
  }
  return info == 0 ? 0 : copyOut(currentSpace(), info, scratch(), KSIGINFO_BYTES);
}

function infoFill(child: Process, ka: usize): void {
  const word = statusWord(child);
  let code = CLD_EXITED;
  let status = word >> 8;
  if (child.state == STOPPED) code = CLD_STOPPED;
  else if (child.state != ZOMBIE) {
    code = CLD_CONTINUED;
    status = SIGCONT;
  } else if ((word & 0x7f) != 0) {
    code = CLD_KILLED;
    status = word & 0x7f;
  }
  store<i32>(ka + KSIGINFO_SI_SIGNO, SIGCHLD);
  store<i32>(ka + KSIGINFO_SI_CODE, code);
  store<i32>(ka + KSIGINFO_SI_PID, child.pid);
  store<u32>(ka + KSIGINFO_SI_UID, child.uid);
  store<i32>(ka + KSIGINFO_SI_STATUS, status);
}

// ---- groups and sessions

export function sysSetpgid(pid: i32, pgid: i32): i32 {
  const target = pid == 0 ? self().pid : pid;
  const group = pgid == 0 ? target : pgid;
  if (group < 0) return -EINVAL;
  acquire(treeLock(), RANK_TREE);
  const result = groupSet(target, group);
  release(treeLock(), RANK_TREE);
  return result;
}

function groupSet(pid: i32, pgid: i32): i32 {
  const process = processFind(pid);
  if (process == null) return -ESRCH;
  if (process != self()) {
    if (process.parent != changetype<usize>(self())) return -ESRCH;
    if (process.sid != self().sid) return -EPERM;
    if (process.execed != 0) return -EACCES;
  }
  if (process.sid == process.pid) return -EPERM;
  if (pgid != pid) {
    const member = groupFind(pgid);
    if (member == null || member.sid != self().sid) return -EPERM;
  }
  process.pgid = pgid;
  return 0;
}

export function sysGetpgid(pid: i32): i32 {
  acquire(treeLock(), RANK_TREE);
  const process = pid == 0 ? self() : processFind(pid);
  const result = process == null ? -ESRCH : process.pgid;
  release(treeLock(), RANK_TREE);
  return result;
}

export function sysGetsid(pid: i32): i32 {
  acquire(treeLock(), RANK_TREE);
  const process = pid == 0 ? self() : processFind(pid);
  const result = process == null ? -ESRCH : process.sid;
  release(treeLock(), RANK_TREE);
  return result;
}

export function sysSetsid(): i32 {
  acquire(treeLock(), RANK_TREE);
  const process = self();
  let result = process.pid;
  if (groupFind(process.pid) != null) result = -EPERM;
  else process.sid = process.pgid = process.pid;
  release(treeLock(), RANK_TREE);
  return result;
}
