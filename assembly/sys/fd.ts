// fd — system calls on descriptors: dup, fcntl, read, write and their vectors, lseek, fstat, close.
import {
  FIONREAD, F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_GETFL, F_GETPIPE_SZ, F_SETFD, F_SETFL, F_SETPIPE_SZ, FD_CLOEXEC,
  O_APPEND, O_CLOEXEC, O_NONBLOCK, SIGPIPE, TCGETS, TIOCGWINSZ,
} from "../abi/constants";
import { EBADF, EFAULT, EINVAL, ENOTTY, EPIPE } from "../abi/errno";
import { KSTAT_BYTES } from "../abi/structs";
import {
  DESCRIPTORS_MAX, descriptorClose, descriptorFile, descriptorFlags, descriptorPut, descriptorReplace,
  descriptorSetFlags,
} from "../fs/descriptor";
import {
  KIND_PIPE, OpenFile, canRead, canWrite, fileDrop, fileKeep, fileRead, fileReadAt, fileSeek, fileStat, fileWrite,
  fileWriteAt,
} from "../fs/file";
import { Pipe, pipeQueued, pipeResize, pipeSize } from "../ipc/pipe";
import { copyIn, copyOut, rangeSane } from "../mm/usercopy";
import { Process } from "../task/process";
import { current, currentSpace, scratch } from "../task/thread";
import { signalSelf } from "./life";

const IOV_MAX: i32 = 1024;

function self(): Process {
  return changetype<Process>(current().process);
}

export function sysDup(fd: i32): i32 {
  return dupFrom(fd, 0, false);
}

function dupFrom(fd: i32, from: i32, cloexec: bool): i32 {
  const file = descriptorFile(self(), fd);
  if (file == null) return -EBADF;
  fileKeep(file);
  const to = descriptorPut(self(), file, from, cloexec);
  if (to < 0) fileDrop(file);
  return to;
}

export function sysDup3(fd: i32, to: i32, flags: i32): i32 {
  if ((flags & ~O_CLOEXEC) != 0 || fd == to) return -EINVAL;
  const file = descriptorFile(self(), fd);
  if (file == null || <u32>to >= <u32>DESCRIPTORS_MAX) return -EBADF;
  fileKeep(file);
  return descriptorReplace(self(), file, to, flags != 0);
}

export function sysFcntl(fd: i32, cmd: i32, arg: i32): i32 {
  const file = descriptorFile(self(), fd);
  if (file == null) return -EBADF;
  switch (cmd) {
    case F_DUPFD: return dupFrom(fd, arg, false);
    case F_DUPFD_CLOEXEC: return dupFrom(fd, arg, true);
    case F_GETFD: return descriptorFlags(self(), fd);
    case F_SETFD:
      descriptorSetFlags(self(), fd, (arg & FD_CLOEXEC) != 0);
      return 0;
    case F_GETFL: return file.flags & ~O_CLOEXEC;
    case F_SETFL:
      file.flags = (file.flags & ~(O_APPEND | O_NONBLOCK)) | (arg & (O_APPEND | O_NONBLOCK));
      return 0;
    case F_GETPIPE_SZ: return file.kind == KIND_PIPE ? pipeSize(changetype<Pipe>(file.object)) : -EBADF;
    case F_SETPIPE_SZ: return file.kind == KIND_PIPE ? pipeResize(changetype<Pipe>(file.object), arg) : -EBADF;
  }
  return -EINVAL;
}

export function sysIoctl(fd: i32, request: i32, arg: i32): i32 {
  const file = descriptorFile(self(), fd);
  if (file == null) return -EBADF;
  if (request == FIONREAD && file.kind == KIND_PIPE) {
    store<u32>(scratch(), pipeQueued(changetype<Pipe>(file.object)));
    return copyOut(currentSpace(), arg, scratch(), 4);
  }
  if (file.terminal == 0) return -ENOTTY;
  if (request == TIOCGWINSZ) {
    store<u64>(scratch(), 24 | (80 << 16));
    return copyOut(currentSpace(), arg, scratch(), 8);
  }
  return request == TCGETS ? 0 : -ENOTTY;
}

export function sysClose(fd: i32): i32 {
  return descriptorClose(self(), fd);
}

/** A write's end: EPIPE sends SIGPIPE. */
function piped(result: i32): i32 {
  if (result == -EPIPE) signalSelf(SIGPIPE);
  return result;
}

export function sysRead(fd: i32, ua: i32, n: i32): i32 {
  const file = descriptorFile(self(), fd);
  if (file == null || !canRead(file)) return -EBADF;
  if (n < 0 || !rangeSane(ua, n)) return n < 0 ? -EINVAL : -EFAULT;
  return n == 0 ? 0 : fileRead(file, currentSpace(), ua, n);
}

export function sysWrite(fd: i32, ua: i32, n: i32): i32 {
  const file = descriptorFile(self(), fd);
  if (file == null || !canWrite(file)) return -EBADF;
  if (n < 0 || !rangeSane(ua, n)) return n < 0 ? -EINVAL : -EFAULT;
  return n == 0 ? 0 : piped(fileWrite(file, currentSpace(), ua, n));
}

function offsetOf(low: i32, high: i32): i64 {
  return (<i64>high << 32) | <i64>(<u32>low);
}

export function sysPread64(fd: i32, ua: i32, n: i32, low: i32, high: i32): i32 {
  const file = descriptorFile(self(), fd);
  const offset = offsetOf(low, high);
  if (offset < 0 || n < 0) return -EINVAL;
  if (file == null) return -EBADF;
  if (!rangeSane(ua, n)) return -EFAULT;
  if (n == 0) return fileReadAt(file, currentSpace(), ua, 0, offset);
  return fileReadAt(file, currentSpace(), ua, n, offset);
}

export function sysPwrite64(fd: i32, ua: i32, n: i32, low: i32, high: i32): i32 {
  const file = descriptorFile(self(), fd);
  const offset = offsetOf(low, high);
  if (offset < 0 || n < 0) return -EINVAL;
  if (file == null) return -EBADF;
  if (!rangeSane(ua, n)) return -EFAULT;
  return fileWriteAt(file, currentSpace(), ua, n, offset);
}

/** Reads the i-th iovec into scratch(): base, length. 0 or -errno. */
function vectorAt(iov: i32, i: i32): i32 {
  const error = copyIn(currentSpace(), scratch(), iov + i * 8, 8);
  if (error < 0) return error;
  if (load<i32>(scratch() + 4) < 0) return -EINVAL;
  return rangeSane(load<u32>(scratch()), load<u32>(scratch() + 4)) ? 0 : -EFAULT;
}

/** Checks all vectors first: 0, -EINVAL (sum above INT_MAX too), -EFAULT. */
function vectorsCheck(iov: i32, count: i32): i32 {
  if (count < 0 || count > IOV_MAX) return -EINVAL;
  let sum: u64 = 0;
  for (let i = 0; i < count; i++) {
    const error = vectorAt(iov, i);
    if (error < 0) return error;
    sum += load<u32>(scratch() + 4);
  }
  return sum > 0x7fffffff ? -EINVAL : 0;
}

function vectorsMove(file: OpenFile, iov: i32, count: i32, write: bool): i32 {
  let error = vectorsCheck(iov, count);
  if (error < 0) return error;
  let done = 0;
  for (let i = 0; i < count; i++) {
    error = vectorAt(iov, i);
    if (error < 0) break;
    const base = load<i32>(scratch());
    const n = load<i32>(scratch() + 4);
    if (n == 0) continue;
    const moved = write ? fileWrite(file, currentSpace(), base, n) : fileRead(file, currentSpace(), base, n);
    if (moved < 0) error = moved;
    if (moved <= 0) break;
    done += moved;
    if (moved < n || (!write && file.kind == KIND_PIPE && pipeQueued(changetype<Pipe>(file.object)) == 0)) break;
  }
  return done != 0 ? done : error;
}

export function sysReadv(fd: i32, iov: i32, count: i32): i32 {
  const file = descriptorFile(self(), fd);
  if (file == null || !canRead(file)) return -EBADF;
  return vectorsMove(file, iov, count, false);
}

export function sysWritev(fd: i32, iov: i32, count: i32): i32 {
  const file = descriptorFile(self(), fd);
  if (file == null || !canWrite(file)) return -EBADF;
  return piped(vectorsMove(file, iov, count, true));
}

export function sysLseek(fd: i32, low: i32, high: i32, whence: i32, out: i32): i32 {
  const file = descriptorFile(self(), fd);
  if (file == null) return -EBADF;
  const offset = fileSeek(file, offsetOf(low, high), whence);
  if (offset < 0) return <i32>offset;
  store<i64>(scratch(), offset);
  return copyOut(currentSpace(), out, scratch(), 8);
}

export function sysFstat(fd: i32, out: i32): i32 {
  const file = descriptorFile(self(), fd);
  if (file == null) return -EBADF;
  const error = fileStat(file, scratch());
  return error < 0 ? error : copyOut(currentSpace(), out, scratch(), KSTAT_BYTES);
}
