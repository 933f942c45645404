// file — system calls that take a path: open, stat, access, mkdir, unlink, chdir.
import {
  AT_EMPTY_PATH,
  AT_FDCWD,
  AT_REMOVEDIR,
  AT_SYMLINK_NOFOLLOW,
  O_ACCMODE,
  O_CLOEXEC,
  O_CREAT,
  O_DIRECTORY,
  O_NONBLOCK,
  O_RDONLY,
  O_TRUNC,
  REQ_ACCESS,
  REQ_CLOSE,
  REQ_MKDIR,
  REQ_OPEN,
  REQ_RMDIR,
  REQ_STAT,
  REQ_UNLINK,
  S_IFDIR,
  S_IFMT,
} from "../abi/constants";
import { EFAULT, EINVAL, EMFILE, ENFILE, ENOTDIR, ERANGE } from "../abi/errno";
import { KSTAT_BYTES, KSTAT_ST_MODE, REQUEST_A0, REQUEST_A1 } from "../abi/structs";
import { descriptorHasRoom, descriptorPut } from "../fs/descriptor";
import { KIND_HOST, KIND_NULL, KIND_ZERO, fileCreate, fileDrop, fileStat } from "../fs/file";
import { requestBuffer, requestNew, requestPost, requestSend } from "../fs/request";
import { copyIn, copyOut } from "../mm/usercopy";
import { Process } from "../task/process";
import { current, currentSpace, scratch } from "../task/thread";
import { sysFstat } from "./fd";
import { pathCopyIn, pathEnter, pathFree, pathIs, pathRequest } from "./path";

const MODE_BITS: i32 = 0o7777;

function self(): Process {
  return changetype<Process>(current().process);
}

export function sysOpenat(dirfd: i32, path: i32, flags: i32, mode: i32): i32 {
  const ka = pathCopyIn(self(), dirfd, path);
  if (ka < 0) return ka;
  const fd = openPath(self(), ka, flags, mode, -1);
  pathFree(ka);
  return fd;
}

/** Opens the path in buffer `ka` for `process`, as descriptor `at` or (-1) the lowest free one. fd or -errno.
 *  */
export function openPath(process: Process, ka: usize, flags: i32, mode: i32, at: i32): i32 {
  if ((flags & O_ACCMODE) == O_ACCMODE) return -EINVAL;
  if (!descriptorHasRoom(process)) return -EMFILE;
  if (isDevice(ka)) return openDevice(process, ka, flags);
  const request = requestNew(REQ_OPEN);
  pathRequest(request, ka);
  store<i32>(request + REQUEST_A0, flags);
  store<i32>(request + REQUEST_A1, mode & MODE_BITS & ~process.umask);
  requestBuffer(request, scratch(), KSTAT_BYTES);
  const handle = requestSend(request);
  if (handle < 0) return handle;
  const file = fileCreate(KIND_HOST, handle, flags & ~(O_CREAT | O_TRUNC | O_CLOEXEC));
  if (file == null) {
    requestPost(REQ_CLOSE, handle);
    return -ENFILE;
  }
  file.mode = load<u32>(scratch() + KSTAT_ST_MODE);
  const fd = descriptorPut(process, file, at < 0 ? 0 : at, (flags & O_CLOEXEC) != 0);
  if (fd < 0) fileDrop(file);
  return fd;
}

const DEV: u32 = 0x7665642f; // "/dev"
const NULL_: u32 = 0x6c756e2f; // "/nul"
const ZERO: u32 = 0x72657a2f; // "/zer"

function isNull(ka: usize): bool {
  return pathIs(ka, DEV, NULL_, 108);
}

function isDevice(ka: usize): bool {
  return isNull(ka) || pathIs(ka, DEV, ZERO, 111);
}

function openDevice(process: Process, ka: usize, flags: i32): i32 {
  if ((flags & O_DIRECTORY) != 0) return -ENOTDIR;
  const file = fileCreate(isNull(ka) ? KIND_NULL : KIND_ZERO, 0, flags & (O_ACCMODE | O_NONBLOCK));
  if (file == null) return -ENFILE;
  const fd = descriptorPut(process, file, 0, (flags & O_CLOEXEC) != 0);
  if (fd < 0) fileDrop(file);
  return fd;
}

/** A request of one path and one argument. */
function pathCall(op: i32, dirfd: i32, path: i32, a0: i32): i32 {
  const ka = pathCopyIn(self(), dirfd, path);
  if (ka < 0) return ka;
  const request = requestNew(op);
  pathRequest(request, ka);
  store<i32>(request + REQUEST_A0, a0);
  const result = requestSend(request);
  pathFree(ka);
  return result;
}

export function sysMkdirat(dirfd: i32, path: i32, mode: i32): i32 {
  return pathCall(REQ_MKDIR, dirfd, path, mode & 0o1777 & ~self().umask);
}

export function sysUnlinkat(dirfd: i32, path: i32, flags: i32): i32 {
  if ((flags & ~AT_REMOVEDIR) != 0) return -EINVAL;
  return pathCall(flags != 0 ? REQ_RMDIR : REQ_UNLINK, dirfd, path, 0);
}

export function sysFaccessat(dirfd: i32, path: i32, mode: i32, flags: i32): i32 {
  if ((mode & ~7) != 0) return -EINVAL;
  return pathCall(REQ_ACCESS, dirfd, path, mode);
}

/** Fills scratch() with the kstat of a path buffer. 0 or -errno. */
function statPath(ka: usize, nofollow: i32): i32 {
  const request = requestNew(REQ_STAT);
  pathRequest(request, ka);
  store<i32>(request + REQUEST_A0, nofollow);
  requestBuffer(request, scratch(), KSTAT_BYTES);
  return requestSend(request);
}

export function sysFstatat(dirfd: i32, path: i32, out: i32, flags: i32): i32 {
  if ((flags & ~(AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH | 0x800)) != 0) return -EINVAL;
  if ((flags & AT_EMPTY_PATH) != 0 && dirfd != AT_FDCWD) {
    const error = copyIn(currentSpace(), scratch(), path, 1);
    if (error < 0) return error;
    if (load<u8>(scratch()) == 0) return sysFstat(dirfd, out);
  }
  const ka = pathCopyIn(self(), dirfd, path);
  if (ka < 0) return ka;
  const error = isDevice(ka) ? statDevice(ka) : statPath(ka, (flags & AT_SYMLINK_NOFOLLOW) != 0 ? 1 : 0);
  pathFree(ka);
  return error < 0 ? error : copyOut(currentSpace(), out, scratch(), KSTAT_BYTES);
}

function statDevice(ka: usize): i32 {
  const file = fileCreate(isNull(ka) ? KIND_NULL : KIND_ZERO, 0, O_RDONLY);
  if (file == null) return -ENFILE;
  const error = fileStat(file, scratch());
  fileDrop(file);
  return error;
}

export function sysChdir(path: i32): i32 {
  const ka = pathCopyIn(self(), AT_FDCWD, path);
  if (ka < 0) return ka;
  const error = enterPath(self(), ka);
  pathFree(ka);
  return error;
}

/** chdir to the path in the buffer. */
export function enterPath(process: Process, ka: usize): i32 {
  const error = statPath(ka, 0);
  if (error < 0) return error;
  if ((load<u32>(scratch() + KSTAT_ST_MODE) & S_IFMT) != S_IFDIR) return -ENOTDIR;
  return pathEnter(process, ka);
}

export function sysGetcwd(out: i32, size: i32): i32 {
  const cwd = self().cwd;
  const length = load<i32>(cwd) + 1;
  if (size == 0) return -EINVAL;
  if (<u32>size < <u32>length) return -ERANGE;
  return out == 0 ? -EFAULT : copyOut(currentSpace(), out, cwd + 4, length) < 0 ? -EFAULT : length;
}

export function sysUmask(mask: i32): i32 {
  const before = self().umask;
  self().umask = mask & 0o777;
  return before;
}
