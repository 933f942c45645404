// file — the open file description, and the one place that lists what kinds there are.
import {
  O_ACCMODE,
  O_APPEND,
  O_NONBLOCK,
  O_RDONLY,
  O_WRONLY,
  REQ_CLOSE,
  S_IFCHR,
  S_IFIFO,
} from "../abi/constants";
import { EBADF, EINVAL, ESPIPE } from "../abi/errno";
import {
  KSTAT_BYTES,
  KSTAT_ST_BLKSIZE,
  KSTAT_ST_INO,
  KSTAT_ST_MODE,
  KSTAT_ST_NLINK,
  KSTAT_ST_RDEV,
  KSTAT_ST_SIZE,
} from "../abi/structs";
import { Pipe, pipeAttach, pipeDetach, pipeRead, pipeWrite } from "../ipc/pipe";
import { RANK_OBJECT, acquire, release } from "../lib/lock";
import { Machine, machineWord } from "../mm/layout";
import { slabAlloc, slabFree } from "../mm/slab";
import { Space } from "../mm/space";
import { zeroOut } from "../mm/usercopy";
import { Timer } from "../task/timer";
import { sleepFirmly, wakeOne } from "../task/wait";
import { requestPost } from "./request";
import { SignalSet, signalSetFree, signalSetRead } from "./signalfd";
import { timerFileEnd, timerFileRead } from "./timerfd";
import { hostFileEnd, hostFileRead, hostFileSize, hostFileStat, hostFileWrite } from "./hostfile";

export const KIND_PIPE: i32 = 1;
export const KIND_HOST: i32 = 2; // a file of the file server
export const KIND_NULL: i32 = 3; // /dev/null
export const KIND_ZERO: i32 = 4; // /dev/zero
export const KIND_SIGNALFD: i32 = 5;
export const KIND_TIMERFD: i32 = 6;

@unmanaged export class OpenFile {
  lock: i32;
  refs: i32; // descriptors (atomic)
  kind: i32; // fixed
  flags: i32; // O_*; access mode fixed, O_APPEND and O_NONBLOCK by F_SETFL (atomic)
  object: usize; // fixed: Pipe, SignalSet, Timer, or the server's handle
  terminal: i32; // fixed: 1 when isatty
  mode: u32; // fixed: S_IF* of a host file
  seized: i32; // lock: 1 while a call uses the offset across a request
  seizeWait: usize; // lock
  offset: i64; // lock, or seized
}

/** An open file with one reference; null when memory is short. */
export function fileCreate(kind: i32, object: usize, flags: i32): OpenFile | null {
  const ka = slabAlloc(offsetof<OpenFile>());
  if (ka == 0) return null;
  const file = changetype<OpenFile>(ka);
  file.refs = 1;
  file.kind = kind;
  file.object = object;
  file.flags = flags;
  atomic.add<i32>(machineWord(offsetof<Machine>("openFiles")), 1);
  if (kind == KIND_PIPE) pipeAttach(changetype<Pipe>(object), (flags & O_ACCMODE) == O_WRONLY);
  return file;
}

export function fileKeep(file: OpenFile): void {
  atomic.add<i32>(changetype<usize>(file) + offsetof<OpenFile>("refs"), 1);
}

/** One reference less; the last closes. Never sleeps. */
export function fileDrop(file: OpenFile): void {
  if (atomic.sub<i32>(changetype<usize>(file) + offsetof<OpenFile>("refs"), 1) != 1) return;
  if (file.kind == KIND_PIPE) pipeDetach(changetype<Pipe>(file.object), (file.flags & O_ACCMODE) == O_WRONLY);
  else objectFree(file.kind, file.object);
  atomic.sub<i32>(machineWord(offsetof<Machine>("openFiles")), 1);
  slabFree(changetype<usize>(file), offsetof<OpenFile>());
}

/** Nothing refers to the object of an open file any more. */
export function objectFree(kind: i32, object: usize): void {
  if (kind == KIND_HOST) requestPost(REQ_CLOSE, object as i32);
  else if (kind == KIND_SIGNALFD) signalSetFree(changetype<SignalSet>(object));
  else if (kind == KIND_TIMERFD) timerFileEnd(changetype<Timer>(object));
}

export function canRead(file: OpenFile): bool {
  return (file.flags & O_ACCMODE) != O_WRONLY;
}

export function canWrite(file: OpenFile): bool {
  return (file.flags & O_ACCMODE) != O_RDONLY;
}

function isNonblocking(file: OpenFile): bool {
  return (file.flags & O_NONBLOCK) != 0;
}

/** A signalfd or a timerfd: reads take what is there, whatever their size. */
export function isCounter(file: OpenFile): bool {
  return file.kind == KIND_SIGNALFD || file.kind == KIND_TIMERFD;
}

/** Has the file an offset that lseek, pread and pwrite may use? */
export function isSeekable(file: OpenFile): bool {
  return file.kind == KIND_HOST || file.kind == KIND_NULL || file.kind == KIND_ZERO;
}

/** Makes the offset this thread's own, so that a read and its advance are one. Conditions: nothing locked. */
function seize(file: OpenFile): void {
  acquire(changetype<usize>(file), RANK_OBJECT);
  while (file.seized != 0) {
    sleepFirmly(
      changetype<usize>(file) + offsetof<OpenFile>("seizeWait"),
      changetype<usize>(file),
      RANK_OBJECT,
    );
  }
  file.seized = 1;
  release(changetype<usize>(file), RANK_OBJECT);
}

function unseize(file: OpenFile): void {
  acquire(changetype<usize>(file), RANK_OBJECT);
  file.seized = 0;
  wakeOne(changetype<usize>(file) + offsetof<OpenFile>("seizeWait"));
  release(changetype<usize>(file), RANK_OBJECT);
}

/** read(2) at the file's offset. n > 0. */
export function fileRead(file: OpenFile, space: Space, ua: u32, n: u32): i32 {
  if (!canRead(file)) return -EBADF;
  if (file.kind == KIND_PIPE)
    return pipeRead(changetype<Pipe>(file.object), space, ua, n, isNonblocking(file));
  if (file.kind == KIND_NULL) return 0;
  if (file.kind == KIND_ZERO) return zeroRead(space, ua, n);
  if (file.kind == KIND_SIGNALFD)
    return signalSetRead(changetype<SignalSet>(file.object), space, ua, n, isNonblocking(file));
  if (file.kind == KIND_TIMERFD)
    return timerFileRead(changetype<Timer>(file.object), space, ua, n, isNonblocking(file));
  seize(file);
  const got = hostFileRead(file, space, ua, n, file.offset);
  if (got > 0) file.offset += got;
  unseize(file);
  return got;
}

function zeroRead(space: Space, ua: u32, n: u32): i32 {
  const error = zeroOut(space, ua, n);
  return error < 0 ? error : (n as i32);
}

/** write(2) at the file's offset, or its end with O_APPEND. n > 0. No space: `ua` is a ka. */
export function fileWrite(file: OpenFile, space: Space | null, ua: u32, n: u32): i32 {
  if (!canWrite(file)) return -EBADF;
  if (file.kind == KIND_PIPE)
    return pipeWrite(changetype<Pipe>(file.object), space, ua, n, isNonblocking(file));
  if (isCounter(file)) return -EINVAL;
  if (file.kind != KIND_HOST) return n as i32;
  seize(file);
  const append = (file.flags & O_APPEND) != 0;
  const put = hostFileWrite(file, space, ua, n, append ? -1 : file.offset);
  if (put > 0) file.offset = append ? hostFileEnd() : file.offset + put;
  unseize(file);
  return put;
}

/** pread(2). n > 0, offset >= 0. */
export function fileReadAt(file: OpenFile, space: Space, ua: u32, n: u32, offset: i64): i32 {
  if (!isSeekable(file)) return -ESPIPE;
  if (!canRead(file)) return -EBADF;
  if (file.kind == KIND_NULL) return 0;
  if (file.kind == KIND_ZERO) return zeroRead(space, ua, n);
  return hostFileRead(file, space, ua, n, offset);
}

/** pwrite(2). n > 0, offset >= 0. With O_APPEND the end is used, as on Linux. */
export function fileWriteAt(file: OpenFile, space: Space, ua: u32, n: u32, offset: i64): i32 {
  if (!isSeekable(file)) return -ESPIPE;
  if (!canWrite(file)) return -EBADF;
  if (file.kind != KIND_HOST) return n as i32;
  return hostFileWrite(file, space, ua, n, (file.flags & O_APPEND) != 0 ? -1 : offset);
}

/** lseek(2): the new offset, or a negative errno. */
export function fileSeek(file: OpenFile, offset: i64, whence: i32): i64 {
  if (whence < 0 || whence > 2) return -EINVAL;
  if (isCounter(file)) return 0;
  if (!isSeekable(file)) return -ESPIPE;
  if (file.kind != KIND_HOST) return 0;
  seize(file);
  let base: i64 = 0;
  if (whence == 1) base = file.offset;
  else if (whence == 2) base = hostFileSize(file);
  const target = base < 0 ? base : base + offset;
  if (target >= 0) file.offset = target;
  unseize(file);
  return target < 0 && base >= 0 ? -EINVAL : target;
}

/** Type and permissions of a file the kernel makes. */
function modeOf(file: OpenFile): u32 {
  if (file.kind == KIND_PIPE && file.terminal == 0) return S_IFIFO | 0o600;
  return isSeekable(file) || file.terminal != 0 ? S_IFCHR | 0o666 : 0o600;
}

/** Fills the kstat at `ka`. 0 or -errno. */
export function fileStat(file: OpenFile, ka: usize): i32 {
  memory.fill(ka, 0, KSTAT_BYTES);
  if (file.kind == KIND_HOST) return hostFileStat(file, ka);
  store<u32>(ka + KSTAT_ST_MODE, modeOf(file));
  store<u32>(ka + KSTAT_ST_NLINK, 1);
  store<i32>(ka + KSTAT_ST_BLKSIZE, 4096);
  store<i64>(ka + KSTAT_ST_SIZE, 0);
  if (file.kind == KIND_PIPE) store<u64>(ka + KSTAT_ST_INO, changetype<Pipe>(file.object).inode);
  else if (isSeekable(file)) store<u64>(ka + KSTAT_ST_RDEV, file.kind == KIND_NULL ? 0x103 : 0x105);
  return 0;
}
