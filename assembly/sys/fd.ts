// fd — system calls on descriptors: dup, fcntl, read, write and their vectors, lseek, fstat, close.
import {
  FIONREAD,
  F_DUPFD,
  F_DUPFD_CLOEXEC,
  F_GETFD,
  F_GETFL,
  F_GETPIPE_SZ,
  F_SETFD,
  F_SETFL,
  F_SETPIPE_SZ,
  FD_CLOEXEC,
  O_APPEND,
  O_CLOEXEC,
  O_NONBLOCK,
  SIGPIPE,
  TCGETS,
  TIOCGWINSZ,
} from "../abi/constants";
import { EBADF, EFAULT, EINVAL, ENFILE, ENOMEM, ENOTTY, EPIPE } from "../abi/errno";
import { KSTAT_BYTES } from "../abi/structs";
import {
  DESCRIPTORS_MAX,
  descriptorClose,
  descriptorFile,
  descriptorFlags,
  descriptorPut,
  descriptorReplace,
  descriptorSetFlags,
} from "../fs/descriptor";
import {
  KIND_PIPE,
  OpenFile,
  canRead,
  canWrite,
  fileCreate,
  fileDrop,
  fileKeep,
  fileRead,
  fileReadAt,
  fileSeek,
  fileStat,
  fileWrite,
  fileWriteAt,
  isCounter,
  objectFree,
} from "../fs/file";
import { Pipe, pipeIsBroken, pipeQueued, pipeResize, pipeSize } from "../ipc/pipe";
import { TRANSFER_BYTES } from "../fs/request";
import { orderOf, runAlloc, runFree } from "../mm/frames";
import { PAGE } from "../mm/layout";
import { copyIn, copyOut, rangeSane } from "../mm/usercopy";
import { Process } from "../task/process";
import { current, currentSpace, scratch } from "../task/thread";
import { signalSelf } from "./life";

const IOV_MAX: i32 = 1024;

function self(): Process {
  return changetype<Process>(current().process);
}

/** Opens a kernel object at the lowest free descriptor: the descriptor, -ENFILE, or -EMFILE; then the object
 *  is gone. */
export function filePut(kind: i32, object: usize, flags: i32, cloexec: bool): i32 {
  const file = fileCreate(kind, object, flags);
  if (file == null) {
    objectFree(kind, object);
    return -ENFILE;
  }
  const fd = descriptorPut(self(), file, 0, cloexec);
  if (fd < 0) fileDrop(file);
  return fd;
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
    case F_DUPFD:
      return dupFrom(fd, arg, false);
    case F_DUPFD_CLOEXEC:
      return dupFrom(fd, arg, true);
    case F_GETFD:
      return descriptorFlags(self(), fd);
    case F_SETFD:
      descriptorSetFlags(self(), fd, (arg & FD_CLOEXEC) != 0);
      return 0;
    case F_GETFL:
      return file.flags & ~O_CLOEXEC;
    case F_SETFL:
      file.flags = (file.flags & ~(O_APPEND | O_NONBLOCK)) | (arg & (O_APPEND | O_NONBLOCK));
      return 0;
    case F_GETPIPE_SZ:
      return file.kind == KIND_PIPE ? pipeSize(changetype<Pipe>(file.object)) : -EBADF;
    case F_SETPIPE_SZ:
      return file.kind == KIND_PIPE ? pipeResize(changetype<Pipe>(file.object), arg) : -EBADF;
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

/** A write's end: SIGPIPE when the readers are gone, also after a part of `n` bytes was written. */
function piped(file: OpenFile, n: i32, result: i32): i32 {
  if (file.kind != KIND_PIPE) return result;
  const isCut = result > 0 && result < n && pipeIsBroken(changetype<Pipe>(file.object));
  if (result == -EPIPE || isCut) signalSelf(SIGPIPE);
  return result;
}

export function sysRead(fd: i32, ua: i32, n: i32): i32 {
  const file = descriptorFile(self(), fd);
  if (file == null || !canRead(file)) return -EBADF;
  if (n < 0 || !rangeSane(ua, n)) return n < 0 ? -EINVAL : -EFAULT;
  return n == 0 && !isCounter(file) ? 0 : fileRead(file, currentSpace(), ua, n);
}

export function sysWrite(fd: i32, ua: i32, n: i32): i32 {
  const file = descriptorFile(self(), fd);
  if (file == null || !canWrite(file)) return -EBADF;
  if (n < 0 || !rangeSane(ua, n)) return n < 0 ? -EINVAL : -EFAULT;
  return n == 0 ? 0 : piped(file, n, fileWrite(file, currentSpace(), ua, n));
}

function offsetOf(low: i32, high: i32): i64 {
  return ((<i64>high) << 32) | <i64>(<u32>low);
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

/** Checks all vectors first: bytes in all, -EINVAL (above INT_MAX too), -EFAULT. */
function vectorsCheck(iov: i32, count: i32): i32 {
  if (count < 0 || count > IOV_MAX) return -EINVAL;
  let sum: u64 = 0;
  for (let i = 0; i < count; i++) {
    const error = vectorAt(iov, i);
    if (error < 0) return error;
    sum += load<u32>(scratch() + 4);
  }
  return sum > 0x7fffffff ? -EINVAL : <i32>sum;
}

function vectorsRead(file: OpenFile, iov: i32, count: i32): i32 {
  let error = vectorsCheck(iov, count);
  let done = 0;
  for (let i = 0; i < count && error >= 0; i++) {
    error = vectorAt(iov, i);
    const n = load<i32>(scratch() + 4);
    if (error < 0 || n == 0) continue;
    const got = fileRead(file, currentSpace(), load<i32>(scratch()), n);
    if (got > 0) done += got;
    if (got < n || (file.kind == KIND_PIPE && pipeQueued(changetype<Pipe>(file.object)) == 0)) {
      error = got;
      break;
    }
  }
  return done != 0 || error > 0 ? done : error;
}

/** Copies n bytes, from byte `skip` of the vectors on, to `buf`. 0 or -errno. */
function vectorsGather(iov: i32, skip: u32, buf: usize, n: u32): i32 {
  let before: u32 = 0;
  let held: u32 = 0;
  for (let i = 0; held < n; i++) {
    let error = vectorAt(iov, i);
    const base = load<u32>(scratch());
    const length = load<u32>(scratch() + 4);
    const from = skip + held - before;
    before += length;
    if (error < 0) return error;
    if (from >= length) continue;
    const piece = min(length - from, n - held);
    error = copyIn(currentSpace(), buf + held, base + from, piece);
    if (error < 0) return error;
    held += piece;
  }
  return 0;
}

/** Writes the vectors through a buffer, so that up to TRANSFER_BYTES go out as one write. */
function vectorsWrite(file: OpenFile, iov: i32, count: i32): i32 {
  const total = vectorsCheck(iov, count);
  if (total <= 0) return total;
  const order = orderOf(min<u32>(total, TRANSFER_BYTES));
  const buf = runAlloc(order);
  if (buf == 0) return -ENOMEM;
  let done = 0;
  let error = 0;
  while (done < total) {
    const piece = min(total - done, <i32>(PAGE << order));
    error = vectorsGather(iov, done, buf, piece);
    if (error == 0) error = fileWrite(file, null, <u32>buf, piece);
    if (error > 0) done += error;
    if (error < piece) break;
  }
  runFree(buf, order);
  return piped(file, total, done != 0 ? done : error);
}

export function sysReadv(fd: i32, iov: i32, count: i32): i32 {
  const file = descriptorFile(self(), fd);
  if (file == null || !canRead(file)) return -EBADF;
  return vectorsRead(file, iov, count);
}

export function sysWritev(fd: i32, iov: i32, count: i32): i32 {
  const file = descriptorFile(self(), fd);
  if (file == null || !canWrite(file)) return -EBADF;
  return vectorsWrite(file, iov, count);
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
