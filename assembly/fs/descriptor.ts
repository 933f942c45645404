// descriptor — a process's table of descriptors: one frame of words, an open file and FD_CLOEXEC each.
import { EBADF, EINVAL, EMFILE } from "../abi/errno";
import { RANK_FILES, acquire, release } from "../lib/lock";
import { runFree } from "../mm/frames";
import { Process } from "../task/process";
import { OpenFile, fileDrop, fileKeep } from "./file";

/** RLIMIT_NOFILE. */
export const DESCRIPTORS_MAX: i32 = 1024;

function lockOf(process: Process): usize {
  return changetype<usize>(process) + offsetof<Process>("filesLock");
}

function wordOf(process: Process, fd: i32): usize {
  return process.files + ((<usize>fd) << 2);
}

function fileOf(word: u32): OpenFile {
  return changetype<OpenFile>(word & ~1);
}

/** The open file of a descriptor of the current process, which must not close it meanwhile (it has one
 *  thread); null: -EBADF. */
export function descriptorFile(process: Process, fd: i32): OpenFile | null {
  if (<u32>fd >= <u32>DESCRIPTORS_MAX) return null;
  const word = load<u32>(wordOf(process, fd));
  return word == 0 ? null : fileOf(word);
}

/** Puts `file` (its reference is taken over) at the lowest free descriptor >= from. The descriptor, -EMFILE,
 *  -EINVAL. */
export function descriptorPut(process: Process, file: OpenFile, from: i32, cloexec: bool): i32 {
  if (<u32>from >= <u32>DESCRIPTORS_MAX) return -EINVAL;
  acquire(lockOf(process), RANK_FILES);
  let result = -EMFILE;
  for (let fd = from; fd < DESCRIPTORS_MAX; fd++) {
    if (load<u32>(wordOf(process, fd)) != 0) continue;
    store<u32>(wordOf(process, fd), changetype<u32>(file) | (cloexec ? 1 : 0));
    result = fd;
    break;
  }
  release(lockOf(process), RANK_FILES);
  return result;
}

/** Is a descriptor free? To be asked before something is made that a full table would waste. */
export function descriptorHasRoom(process: Process): bool {
  for (let fd = 0; fd < DESCRIPTORS_MAX; fd++) if (load<u32>(wordOf(process, fd)) == 0) return true;
  return false;
}

/** Puts `file` (its reference is taken over) at `fd`, closing what is there. fd or -EBADF. */
export function descriptorReplace(process: Process, file: OpenFile, fd: i32, cloexec: bool): i32 {
  if (<u32>fd >= <u32>DESCRIPTORS_MAX) return -EBADF;
  acquire(lockOf(process), RANK_FILES);
  const old = load<u32>(wordOf(process, fd));
  store<u32>(wordOf(process, fd), changetype<u32>(file) | (cloexec ? 1 : 0));
  release(lockOf(process), RANK_FILES);
  if (old != 0) fileDrop(fileOf(old));
  return fd;
}

/** Closes a descriptor. 0 or -EBADF. */
export function descriptorClose(process: Process, fd: i32): i32 {
  if (<u32>fd >= <u32>DESCRIPTORS_MAX) return -EBADF;
  acquire(lockOf(process), RANK_FILES);
  const old = load<u32>(wordOf(process, fd));
  store<u32>(wordOf(process, fd), 0);
  release(lockOf(process), RANK_FILES);
  if (old == 0) return -EBADF;
  fileDrop(fileOf(old));
  return 0;
}

/** FD_CLOEXEC of a descriptor known to be open. */
export function descriptorFlags(process: Process, fd: i32): i32 {
  return (load<u32>(wordOf(process, fd)) & 1) as i32;
}

export function descriptorSetFlags(process: Process, fd: i32, cloexec: bool): void {
  const word = wordOf(process, fd);
  store<u32>(word, (load<u32>(word) & ~1) | (cloexec ? 1 : 0));
}

/** fork: the child's empty table gets all descriptors of the parent. */
export function descriptorsCopy(from: Process, to: Process): void {
  acquire(lockOf(from), RANK_FILES);
  for (let fd = 0; fd < DESCRIPTORS_MAX; fd++) {
    const word = load<u32>(wordOf(from, fd));
    if (word == 0) continue;
    fileKeep(fileOf(word));
    store<u32>(wordOf(to, fd), word);
  }
  release(lockOf(from), RANK_FILES);
}

/** exec: closes those with FD_CLOEXEC. */
export function descriptorsCloseOnExec(process: Process): void {
  for (let fd = 0; fd < DESCRIPTORS_MAX; fd++) {
    if ((load<u32>(wordOf(process, fd)) & 1) != 0) descriptorClose(process, fd);
  }
}

/** exit: closes all and frees the table. */
export function descriptorsEnd(process: Process): void {
  for (let fd = 0; fd < DESCRIPTORS_MAX; fd++) {
    if (load<u32>(wordOf(process, fd)) != 0) descriptorClose(process, fd);
  }
  runFree(process.files, 0);
  process.files = 0;
}

/** Descriptors in use. */
export function descriptorsCount(process: Process): i32 {
  let count = 0;
  if (process.files == 0) return 0;
  for (let fd = 0; fd < DESCRIPTORS_MAX; fd++) if (load<u32>(wordOf(process, fd)) != 0) count++;
  return count;
}
