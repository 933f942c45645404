// exec — execve, spawn, and a program's arguments.
import { AT_FDCWD, REQ_LOAD, UNWIND_EXEC } from "../abi/constants";
import { EBADF, EINVAL, ELOOP, ENOEXEC, ENOMEM } from "../abi/errno";
import {
  REQUEST_RESULT64,
  SPAWN_ACTION_BYTES,
  SPAWN_ACTION_FD,
  SPAWN_ACTION_KIND,
  SPAWN_ACTION_MODE,
  SPAWN_ACTION_NEWFD_OR_FLAGS,
  SPAWN_ACTION_PATH,
  SPAWN_REQUEST_ACTIONS,
  SPAWN_REQUEST_BYTES,
  SPAWN_REQUEST_FLAGS,
  SPAWN_REQUEST_NACTIONS,
  SPAWN_REQUEST_PGROUP,
  SPAWN_REQUEST_SIGDEFAULT_LOW,
  SPAWN_REQUEST_SIGMASK_LOW,
} from "../abi/structs";
import {
  DESCRIPTORS_MAX,
  descriptorClose,
  descriptorFile,
  descriptorReplace,
  descriptorSetFlags,
  descriptorsCloseOnExec,
} from "../fs/descriptor";
import { fileKeep } from "../fs/file";
import { requestBuffer, requestNew, requestSend } from "../fs/request";
import { hostStart } from "../lib/host";
import { RANK_TREE, acquire, release } from "../lib/lock";
import { runDrop, runFree } from "../mm/frames";
import { unmapAll } from "../mm/map";
import { slabAlloc, slabFree } from "../mm/slab";
import { Space } from "../mm/space";
import { copyIn, copyOut } from "../mm/usercopy";
import { UNSTOPPABLE, actionsDefault, actionsExec } from "../task/action";
import { flatRelease } from "../task/flat";
import { Process } from "../task/process";
import { maskSet } from "../task/signal";
import { Thread, current, currentSpace, scratch } from "../task/thread";
import { timersExec } from "../task/timer";
import { ARGS_HEADER, argsBytes, argsCopyIn, argsGive, argsOrder, argsRun, argsScript } from "./args";
import { alternateClear } from "./altstack";
import { enterPath, openPath } from "./file";
import { processCopy, processDiscard, secondsNow, threadPlace, treeLock, vforkDone } from "./life";
import { pathCopyIn, pathFree, pathGiven, pathReplace, pathRequest } from "./path";

/** Scripts that name scripts, at most so deep. */
const SCRIPT_DEPTH: i32 = 4;
const LINE_MAX: u32 = 256;
const SPACE_CHAR: u8 = 32;
const TAB: u8 = 9;
const NEWLINE: u8 = 10;

function self(): Process {
  return changetype<Process>(current().process);
}

// ---- finding the image. `args` is a value of argsCopyIn; scripts replace it.

@unmanaged class Loading {
  process: usize; // whose working directory counts
  path: usize; // path buffer
  args: i32;
  line: usize; // LINE_MAX bytes
  image: i32; // the answer: its number or -errno
}

/** Loads what `l.path` names, following "#!". The image's number or -errno; l.args is the caller's to free.
 *  */
function imageLoad(l: Loading): i32 {
  for (let depth = 0; depth <= SCRIPT_DEPTH; depth++) {
    const request = requestNew(REQ_LOAD);
    pathRequest(request, l.path);
    requestBuffer(request, l.line, LINE_MAX - 1);
    const image = requestSend(request);
    if (image != 0) return image;
    const error = scriptFollow(l, <u32>load<i64>(request + REQUEST_RESULT64));
    if (error < 0) return error;
  }
  return -ELOOP;
}

function isBlank(char: u8): bool {
  return char == SPACE_CHAR || char == TAB;
}

/** Parses "interpreter [option]" of n bytes in l.line, prefixes the arguments, makes the interpreter the
 *  path. */
function scriptFollow(l: Loading, n: u32): i32 {
  const line = l.line;
  let end: u32 = 0;
  while (end < n && load<u8>(line + end) != NEWLINE) end++;
  while (end > 0 && isBlank(load<u8>(line + end - 1))) end--;
  store<u8>(line + end, 0);
  let start: u32 = 0;
  while (start < end && isBlank(load<u8>(line + start))) start++;
  if (start == end) return -ENOEXEC;
  let stop = start;
  while (stop < end && !isBlank(load<u8>(line + stop))) stop++;
  let option: usize = 0;
  if (stop < end) {
    store<u8>(line + stop, 0);
    option = line + stop + 1;
    while (isBlank(load<u8>(option))) option++;
  }
  const args = argsScript(argsRun(l.args), line + start, option, pathGiven(l.path));
  if (args < 0) return args;
  runFree(argsRun(l.args), argsOrder(l.args));
  l.args = args;
  return pathReplace(changetype<Process>(l.process), l.path, line + start, stop - start);
}

/** Copies path and arguments in and loads the image; on success l.args holds the block. Image or -errno. */
function imageFind(l: Loading, path: i32, argv: i32, envp: i32): i32 {
  const ka = pathCopyIn(changetype<Process>(l.process), AT_FDCWD, path);
  if (ka < 0) return ka;
  l.path = ka;
  l.args = argsCopyIn(argv, envp);
  let image = l.args;
  if (l.args > 0) {
    l.line = slabAlloc(LINE_MAX);
    image = l.line == 0 ? -ENOMEM : imageLoad(l);
    if (l.line != 0) slabFree(l.line, LINE_MAX);
    if (image < 0) runFree(argsRun(l.args), argsOrder(l.args));
  }
  pathFree(ka);
  return image;
}

function imageOf(process: Process, path: i32, argv: i32, envp: i32): Loading | null {
  const ka = slabAlloc(offsetof<Loading>());
  if (ka == 0) return null;
  const l = changetype<Loading>(ka);
  l.process = changetype<usize>(process);
  l.image = imageFind(l, path, argv, envp);
  return l;
}

function loadingFree(l: Loading): void {
  slabFree(changetype<usize>(l), offsetof<Loading>());
}

// ---- execve

export function sysExecve(path: i32, argv: i32, envp: i32): i32 {
  const process = self();
  const l = imageOf(process, path, argv, envp);
  if (l == null) return -ENOMEM;
  const image = l.image;
  const args = l.args;
  loadingFree(l);
  if (image < 0) return image;
  const t = current();
  const space = changetype<Space>(process.space);
  unmapAll(space, process.pid, secondsNow());
  flatRelease(space);
  descriptorsCloseOnExec(process);
  if (process.args != 0) runDrop(process.args, process.argsOrder);
  argsGive(process, args);
  acquire(treeLock(), RANK_TREE);
  process.execed = 1;
  actionsExec(process);
  timersExec(process);
  alternateClear(t);
  vforkDone(process);
  release(treeLock(), RANK_TREE);
  process.image = t.image = image;
  t.trapped = 0;
  t.unwind = UNWIND_EXEC;
  t.inKernel = 0;
  unreachable();
  return 0;
}

// ---- arguments

export function sysArgsSizes(out: i32): i32 {
  const args = self().args;
  if (args != 0) return copyOut(currentSpace(), out, args, ARGS_HEADER);
  memory.fill(scratch(), 0, ARGS_HEADER);
  return copyOut(currentSpace(), out, scratch(), ARGS_HEADER);
}

export function sysArgsGet(out: i32): i32 {
  const args = self().args;
  return args == 0 ? 0 : copyOut(currentSpace(), out, args + ARGS_HEADER, argsBytes(args) - ARGS_HEADER);
}

// ---- spawn

const SPAWN_SETPGROUP: i32 = 2;
const SPAWN_SETSIGDEF: i32 = 4;
const SPAWN_SETSIGMASK: i32 = 8;
const SPAWN_SETSID: i32 = 0x80;
const ACTION_CLOSE: i32 = 1;
const ACTION_DUP2: i32 = 2;
const ACTION_OPEN: i32 = 3;
const ACTION_CHDIR: i32 = 4;
const ACTIONS_MAX: u32 = 4096;

export function sysSpawn(path: i32, argv: i32, envp: i32, request: i32): i32 {
  const made = processCopy(self());
  if (made < 0) return made;
  const t = changetype<Thread>(made);
  const child = changetype<Process>(t.process);
  const pid = child.pid;
  alternateClear(t);
  acquire(treeLock(), RANK_TREE);
  actionsExec(child);
  release(treeLock(), RANK_TREE);
  let error = request == 0 ? 0 : spawnPrepare(child, request);
  if (error == 0) error = spawnLoad(child, t, path, argv, envp);
  if (error == 0) error = threadPlace(current().cpu, self(), t);
  if (error == 0) {
    descriptorsCloseOnExec(child);
    error = hostStart(changetype<usize>(t));
  }
  if (error == 0) return pid;
  processDiscard(child, t);
  return error;
}

function spawnLoad(child: Process, t: Thread, path: i32, argv: i32, envp: i32): i32 {
  const l = imageOf(child, path, argv, envp);
  if (l == null) return -ENOMEM;
  const image = l.image;
  const args = l.args;
  loadingFree(l);
  if (image < 0) return image;
  if (child.args != 0) runDrop(child.args, child.argsOrder);
  argsGive(child, args);
  child.execed = 1;
  child.image = t.image = image;
  return 0;
}

/** Attributes, then file actions in order. */
function spawnPrepare(child: Process, request: i32): i32 {
  let error = copyIn(currentSpace(), scratch(), request, SPAWN_REQUEST_BYTES);
  if (error < 0) return error;
  const flags = load<i32>(scratch() + SPAWN_REQUEST_FLAGS);
  const count = load<u32>(scratch() + SPAWN_REQUEST_NACTIONS);
  const actions = load<i32>(scratch() + SPAWN_REQUEST_ACTIONS);
  if (count > ACTIONS_MAX) return -EINVAL;
  acquire(treeLock(), RANK_TREE);
  const pgroup = load<i32>(scratch() + SPAWN_REQUEST_PGROUP);
  if ((flags & SPAWN_SETPGROUP) != 0) child.pgid = pgroup == 0 ? child.pid : pgroup;
  if ((flags & SPAWN_SETSID) != 0) child.sid = child.pgid = child.pid;
  if ((flags & SPAWN_SETSIGDEF) != 0) {
    actionsDefault(child, load<i64>(scratch() + SPAWN_REQUEST_SIGDEFAULT_LOW));
  }
  if ((flags & SPAWN_SETSIGMASK) != 0) {
    const mask = load<i64>(scratch() + SPAWN_REQUEST_SIGMASK_LOW) & ~UNSTOPPABLE;
    maskSet(changetype<Thread>(child.threads), mask);
  }
  release(treeLock(), RANK_TREE);
  for (let i: u32 = 0; i < count && error == 0; i++)
    error = spawnAction(child, actions + i * SPAWN_ACTION_BYTES);
  return error;
}

function spawnAction(child: Process, action: i32): i32 {
  const error = copyIn(currentSpace(), scratch(), action, SPAWN_ACTION_BYTES);
  if (error < 0) return error;
  const fd = load<i32>(scratch() + SPAWN_ACTION_FD);
  const other = load<i32>(scratch() + SPAWN_ACTION_NEWFD_OR_FLAGS);
  const mode = load<i32>(scratch() + SPAWN_ACTION_MODE);
  const path = load<i32>(scratch() + SPAWN_ACTION_PATH);
  switch (load<i32>(scratch() + SPAWN_ACTION_KIND)) {
    case ACTION_CLOSE:
      if (<u32>fd >= <u32>DESCRIPTORS_MAX) return -EBADF;
      descriptorClose(child, fd);
      return 0;
    case ACTION_DUP2:
      return spawnDup(child, fd, other);
    case ACTION_OPEN:
      return spawnPath(child, path, fd, other, mode, true);
    case ACTION_CHDIR:
      return spawnPath(child, path, fd, other, mode, false);
  }
  return -EINVAL;
}

function spawnDup(child: Process, fd: i32, to: i32): i32 {
  const file = descriptorFile(child, fd);
  if (file == null) return -EBADF;
  if (fd == to) {
    descriptorSetFlags(child, fd, false);
    return 0;
  }
  fileKeep(file);
  return min(descriptorReplace(child, file, to, false), 0);
}

function spawnPath(child: Process, path: i32, fd: i32, flags: i32, mode: i32, opens: bool): i32 {
  const ka = pathCopyIn(child, AT_FDCWD, path);
  if (ka < 0) return ka;
  let result = 0;
  if (!opens) result = enterPath(child, ka);
  else if (<u32>fd >= <u32>DESCRIPTORS_MAX) result = -EBADF;
  else {
    descriptorClose(child, fd);
    const got = openPath(child, ka, flags, mode, fd);
    result = min(got, 0);
  }
  pathFree(ka);
  return result;
}
