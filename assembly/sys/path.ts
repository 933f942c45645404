// path — absolute names for the file server: the working directory in front of what the guest gave.
import { AT_FDCWD } from "../abi/constants";
import { EBADF, ENAMETOOLONG, ENOENT, ENOMEM, ENOSYS } from "../abi/errno";
import { REQUEST_PATH, REQUEST_PATH_LEN } from "../abi/structs";
import { descriptorFile } from "../fs/descriptor";
import { runAlloc, runFree } from "../mm/frames";
import { PAGE } from "../mm/layout";
import { copyInStr } from "../mm/usercopy";
import { Process } from "../task/process";
import { currentSpace } from "../task/thread";

/** Longest path, with its NUL (PATH_MAX). */
export const PATH_MAX: u32 = 4096;
const SLASH: u8 = 47;

// A path buffer is two frames: u32 length, the bytes; the last word tells where the guest's own text begins
// in them. A process's working directory has the same form in one frame, without that word.
const PATH_ORDER: i32 = 1;
const TEXT: usize = 4;
const GIVEN: usize = 8188;
/** Longest working directory, without its NUL: its frame holds its length, too. */
export const CWD_MAX: u32 = PAGE - 5;

/** A buffer with the absolute form of the guest's path at `ua`, or -errno as a value. Free it with pathFree.
 *  */
export function pathCopyIn(process: Process, dirfd: i32, ua: i32): i32 {
  const ka = runAlloc(PATH_ORDER);
  if (ka == 0) return -ENOMEM;
  const length = copyInStr(currentSpace(), ka + TEXT, ua, PATH_MAX);
  const error = length < 0 ? length : length == 0 ? -ENOENT : pathAnchor(process, dirfd, ka, length);
  if (error < 0) {
    runFree(ka, PATH_ORDER);
    return error;
  }
  return ka as i32;
}

/** Replaces the path by the `length` bytes at `from` (NUL-terminated, less than PATH_MAX). 0 or -errno. */
export function pathReplace(process: Process, ka: usize, from: usize, length: u32): i32 {
  memory.copy(ka + TEXT, from, length + 1);
  return pathAnchor(process, AT_FDCWD, ka, length);
}

/** Puts the working directory in front of a relative path of `length` bytes in the buffer. 0 or -errno. */
function pathAnchor(process: Process, dirfd: i32, ka: usize, length: i32): i32 {
  store<u32>(ka, length);
  store<u32>(ka + GIVEN, 0);
  if (load<u8>(ka + TEXT) == SLASH) return 0;
  if (dirfd != AT_FDCWD) return descriptorFile(process, dirfd) == null ? -EBADF : -ENOSYS;
  const before = load<u32>(process.cwd);
  const slash: u32 = before > 1 ? 1 : 0;
  if (before + slash + <u32>length + 1 > PATH_MAX) return -ENAMETOOLONG;
  memory.copy(ka + TEXT + before + slash, ka + TEXT, length + 1);
  memory.copy(ka + TEXT, process.cwd + TEXT, before);
  if (slash != 0) store<u8>(ka + TEXT + before, SLASH);
  store<u32>(ka, before + slash + length);
  store<u32>(ka + GIVEN, before + slash);
  return 0;
}

/** The NUL-terminated bytes of a path buffer. */
export function pathText(ka: usize): usize {
  return ka + TEXT;
}

/** The path as it was given, before it was made absolute. NUL-terminated. */
export function pathGiven(ka: usize): usize {
  return ka + TEXT + load<u32>(ka + GIVEN);
}

export function pathFree(ka: usize): void {
  runFree(ka, PATH_ORDER);
}

/** Makes `ka` the path of a request. */
export function pathRequest(request: usize, ka: usize): void {
  store<usize>(request + REQUEST_PATH, ka + TEXT);
  store<u32>(request + REQUEST_PATH_LEN, load<u32>(ka));
}

/** Is the path exactly nine bytes: four of `first`, four of `second`, then `last`? */
export function pathIs(ka: usize, first: u32, second: u32, last: u8): bool {
  return (
    load<u32>(ka) == 9 &&
    load<u32>(ka + TEXT) == first &&
    load<u32>(ka + TEXT + sizeof<u32>()) == second &&
    load<u8>(ka + TEXT + 2 * sizeof<u32>()) == last
  );
}

/** Sets a process's working directory from a path buffer, without "." and ".." and double slashes. 0 or
 *  -ENAMETOOLONG. */
export function pathEnter(process: Process, ka: usize): i32 {
  if (load<u32>(ka) > CWD_MAX) return -ENAMETOOLONG;
  const out = process.cwd + TEXT;
  let n: u32 = 0;
  let i: u32 = 0;
  const length = load<u32>(ka);
  while (i < length) {
    while (i < length && load<u8>(ka + TEXT + i) == SLASH) i++;
    let end = i;
    while (end < length && load<u8>(ka + TEXT + end) != SLASH) end++;
    const part = end - i;
    const dot = part >= 1 && load<u8>(ka + TEXT + i) == 46;
    if (dot && part == 2 && load<u8>(ka + TEXT + i + 1) == 46) {
      while (n > 0 && load<u8>(out + --n) != SLASH) {}
    } else if (part > 0 && !(dot && part == 1)) {
      store<u8>(out + n, SLASH);
      memory.copy(out + n + 1, ka + TEXT + i, part);
      n += part + 1;
    }
    i = end;
  }
  if (n == 0) {
    store<u8>(out, SLASH);
    n = 1;
  }
  store<u8>(out + n, 0);
  store<u32>(process.cwd, n);
  return 0;
}
